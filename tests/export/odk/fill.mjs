// Fills a form with ODK's own engine, as a person would: node fill.mjs FORM.xml ENGINE < records.jsonl
//
// FORM.xml is what pyxform makes of a workbook, ENGINE the folder of node_modules. Each line of the input is an object
// with the answers to choose, in order: [[field, [value, ...]], ...]. What is not asked at that moment is passed over,
// as on a telephone. Each line of the output has the value of every field then, the labels of the notes that are shown,
// and the fields that break a constraint.
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const form = process.argv[2];
const modules = resolve(process.argv[3]);
const require = createRequire(join(modules, 'x.js'));
const { JSDOM } = require('jsdom');
const { window } = new JSDOM('');
for (const name of Object.getOwnPropertyNames(window)) {
  if (/^(DOM|XML|XPath|Node|Element|Document|Attr|Text|Comment|CDATA|Character|Processing|NamedNode|HTML)/.test(name) && !(name in globalThis)) {
    globalThis[name] = window[name];
  }
}
globalThis.document ??= window.document;
globalThis.__dirname ??= modules;
const engine = join(modules, '@getodk', 'xforms-engine', 'dist', 'index.js');
const { createInstance } = await import(pathToFileURL(engine).href);

const { root } = await createInstance(readFileSync(form, 'utf8'), {
  form: { fetchFormAttachment: () => { throw new Error('nothing is fetched'); } },
});
const leaves = new Map();
const visit = (node) => {
  for (const child of node.currentState.children ?? []) {
    if (child.currentState.children !== null) visit(child);
    else leaves.set(child.currentState.reference.split('/').at(-1), child);
  }
};
visit(root);

for await (const line of createInterface({ input: process.stdin })) {
  const { answers } = JSON.parse(line);
  for (const [name, values] of answers) {
    const node = leaves.get(name);
    if (node === undefined) throw new Error(`no field ${name}`);
    if (node.currentState.relevant) node.selectValues(values);
  }
  const values = {};
  const notes = [];
  const wrong = [];
  for (const [name, node] of leaves) {
    const { relevant, instanceValue, label } = node.currentState;
    if (node.nodeType === 'note') {
      if (relevant) notes.push(label?.asString ?? '');
    } else if (relevant && instanceValue !== '') values[name] = instanceValue;
    if (relevant && node.validationState?.violation) wrong.push(name);
  }
  process.stdout.write(`${JSON.stringify({ values, notes, wrong })}\n`);
  for (const [name] of answers.toReversed()) leaves.get(name).selectValues([]);
}
// A pipe may still be full: whoever leaves before it is read cuts the last lines off.
process.stdout.write('', () => process.exit(0));
