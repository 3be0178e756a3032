"""What a new set begins with: small, whole and without findings, so that every change can be tried at once (pure)."""

import json
from collections.abc import Mapping

from screening.sets.model import IndicatorSet

# Stands in the texts for the id of the new set.
_ID = "our-set"

_SET: Mapping[str, str] = {
    "set.yaml": """\
# What holds the set together. Change the words first, and check after each change: screening check FOLDER
id: our-set
version: "1"          # raise it when answers would mean something else
title: A first talk
audience: caseworker  # officer, caseworker or person
about: >-
  For a first talk at our house. It is our own, and has not been validated on cases.

# What the screener reads before it begins.
card:
  - Find a private place. Nobody who came along is in the room or interprets.
  - Say who you are, and what you may have to pass on. Promise nothing.
  - Say that every question may be left out.

agreement: >-
  I have a few questions about your life and work here. You can leave out any of them. This program keeps nothing. If
  you or a child is in danger, I may have to tell others, and I will tell you first. May I ask?

not_now:
  - Stop here. Do not press.
  - Make sure that the person is safe now and knows the emergency number.

closing_card:
  - "Ask: is there anything else? Listen. There is nothing to mark."

# Asked to choose rules and services, never counted. Leave out what you do not need, but keep the age.
circumstances:
  - id: place
    record: The place where this talk takes place
  - id: age
    ask: How old are you?
    record: The person's age now
    why: For a child no means is needed. Doubt counts as childhood.
  - id: gender
    record: Which services fit, those for women or those for men (ask if you are not sure)
  - id: police
    ask: How do you feel about the police being told?
    record: Agrees that the police are told

# The files of questions. Stages come in this order: safety, seen, questions, closing.
sections:
  - {id: danger, stage: safety}
  - {id: life, stage: questions}
  - {id: tonight, stage: closing}

# Indicators are counted within dimensions, and these belong to the elements of Palermo: act, means, purpose.
dimensions:
  control: {element: means, rule: strong_or_two, title: Force and control}
  conditions: {element: purpose, rule: strong_or_two, title: Conditions of work}
  used_by_others: {element: purpose, rule: strong_or_two, title: Used for the gain of others}

# A rule is a list of ways; one is enough.
rules:
  strong_or_two: [{strong: 1}, {total: 2}]

levels:
  clear_concern:
    adult: {all: [means, purpose]}
    # For a child no means is needed. This counts besides what counts for an adult.
    child: used_by_others
  some_concern: {in: [means, purpose], total: 1}

# Something urgent: its card is shown as soon as an answer raises it. The age raises `child`.
flags:
  - id: child
    title: A child, or perhaps a child
    do:
      - Stop the questions and call child protection now. Doubt is enough.
      - Stay with the child until they come.
    do_not:
      - Do not hand the child to whoever is with them.
    needs: [child-protection]
  - id: danger_now
    title: Danger now
    do:
      - Move to a safe place together.
      - If there is a threat to life, call the emergency number now.
    do_not:
      - Do not speak with the one they fear.
    needs: [emergency]
  - id: medical
    title: Medical help
    do:
      - If it cannot wait an hour, or if you are not sure, call an ambulance.
    needs: [medical]
  - id: going_back
    title: Goes back tonight to where it happens
    do:
      - Ask what the person wants for tonight.
      - Name another place only once you know that it has room and takes them.
    do_not:
      - Do not contact the employer, the agent or the family.
    needs: [shelter]

# What the indicators rest on. Say it for your own too, and claim no more than you have read.
sources:
  palermo:
    title: Palermo Protocol, Article 3
    year: "2000"
    note: Definition seen in texts of UN bodies and of others that quote it.
  ilo-forced-labour-2012:
    title: ILO indicators of forced labour
    short: ILO 2012
    year: "2012"
    address: https://readkong.com/page/ilo-indicators-of-forced-labour-5101277
""",
    "indicators.yaml": """\
# The facts that count, once each. Who somebody is, is never one of them.
# grade: A read in the text of the issuing body, B on a page that reproduces it, C in a derived work; project: our own.
- id: papers-kept
  states: Identity papers are kept from the person
  dimension: control
  strength: strong
  source: {ref: ilo-forced-labour-2012, grade: A}
  strength_source: {grade: project}

- id: confined
  states: Cannot come and go freely
  dimension: control
  strength: strong
  source: {ref: ilo-forced-labour-2012, grade: A}
  strength_source: {grade: project}

- id: threatened
  states: Is hurt or threatened for saying no
  dimension: control
  strength: medium
  source: {ref: ilo-forced-labour-2012, grade: A}
  strength_source: {grade: project}

- id: low-or-no-pay
  states: Gets little or no pay
  dimension: conditions
  strength: medium
  source: {ref: ilo-forced-labour-2012, grade: A}
  strength_source: {grade: project}

- id: long-hours
  states: Works very long hours, week after week
  dimension: conditions
  strength: medium
  source: {ref: ilo-forced-labour-2012, grade: A}
  strength_source: {grade: project}

- id: made-to
  states: Is made to sell sex, to beg or to break the law
  dimension: used_by_others
  strength: strong
  source: {ref: palermo, grade: B}
  strength_source: {grade: project}

# No strength for an adult: what an adult does by choice does not count. A child is used, whatever it says.
- id: child-used-by-others
  states: A child sells sex, begs, or does risky things that others gain from
  dimension: used_by_others
  strength: {child: strong}
  source: {ref: palermo, grade: B}
  strength_source: {grade: project}
""",
    "sections/danger.yaml": """\
# Safety comes first, and never depends on the rest.
id: danger
title: First, safety
questions:
  - id: danger-now
    ask: What worries you most about the next hours?
    listen: Somebody waiting, calls that do not stop. If you are not sure, mark yes. It only brings help.
    why: Nothing else matters while somebody may be hurt.
    # `yes` always means that what `record` states is so.
    record: Somebody may hurt the person now or in the next hours
    raises: [danger_now]
  - id: needs-doctor
    ask: Do you need a doctor or medicine today?
    listen: Pain, injuries, pregnancy, no food or sleep.
    why: Health comes before questions.
    record: Needs a doctor or medicine today
    raises: [medical]
""",
    "sections/life.yaml": """\
id: life
title: Life and work
questions:
  - id: papers
    ask: If you want your passport or identity card today, how do you get it?
    listen: Kept by a boss, an agency or a companion.
    why: Papers are often used to hold people.
    record: Somebody keeps the papers and will not give them back
    shows: [papers-kept]
  - id: go-out
    ask: When you want to go out, how does that work?
    listen: Only with somebody, only on some days, telephone taken.
    why: Being held needs no lock.
    record: Cannot come and go freely
    shows: [confined]
  - id: work
    ask: Tell me about your work here.
    listen: Very long days, no pay, a debt to work off. Some answers count only for a child.
    why: It shows who gains.
    record: What the work is like
    choose: several
    options:
      - {id: no-pay, label: "Gets little or no pay", shows: [low-or-no-pay]}
      - {id: long, label: "Works very long hours, week after week", shows: [long-hours]}
      - {id: made, label: "Made to sell sex, to beg or to break the law", shows: [made-to, child-used-by-others]}
      - {id: chosen, label: "Does one of these for others, by own choice", shows: [child-used-by-others]}
      - {id: none, label: "None of these", alone: true}
  - id: say-no
    ask: What happens if you say no to them?
    listen: Being hit, threats, a debt, the family, the police.
    why: Fear of what follows can hold people too.
    record: Is hurt or threatened for saying no
    shows: [threatened]
""",
    "sections/tonight.yaml": """\
id: tonight
title: Tonight
questions:
  - id: still-there
    ask: Where will you sleep tonight?
    listen: The boss's home, a room that somebody else pays for.
    why: Whether the person is safe tonight comes before all that can be done tomorrow.
    record: Goes back tonight to the place or people it is about
    raises: [going_back]
    always: true        # asked even when the result can no longer change
""",
    "guidance.yaml": """\
# What to do next. Each block opens on what is recorded; without `when` it is always open. `needs` finds the services.
- id: child-protection
  when: {flag: child}
  title: A child comes first
  do:
    - Call child protection, whatever the rest says. Doubt about the age is enough.
  do_not:
    - Do not question the child further.
  needs: [child-protection]

- id: refer
  when: {level: some_concern}
  title: Refer for a full assessment
  do:
    - Say what worries you, in plain words. An adult decides what happens next.
    - With an adult's agreement, call the first service for help after exploitation.
  do_not:
    - Do not confront the employer, the agent or the family.
  needs: [anti-trafficking, shelter]

- id: work-advice
  when: {in: [conditions], total: 1}
  title: Pay and hours
  do:
    - With the person's agreement, call the line for workers.
  needs: [labour-advice]

- id: free-to-ask
  title: Leave the door open
  do:
    - Say that the person can come back at any time, whatever was said today.
    - Ask whether it is safe to carry a number. If it is, give one that says nothing about this talk.
  needs: [social-welfare]
""",
    "vignettes/kept-passport.yaml": """\
# An invented case with its key: a test of the set, and an exercise for a workshop.
id: kept-passport
title: The passport in the drawer
story: >
  A woman cleans for a family. She works from six to midnight and has had no pay since spring. The family keeps her
  passport in a drawer "so that it is not lost". She sleeps there.
circumstances: {place: hk, age: adult, gender: woman, police: no}
answers:
  danger-now: no
  needs-doctor: no
  papers: yes
  go-out: unclear
  work: [no-pay, long]
  say-no: declined
  still-there: yes
expect:
  level: clear_concern
  elements: {means: supported, purpose: supported}
  flags: [going_back]
  pathways: [refer, work-advice]
teaches: >-
  A passport that is kept is a means, and no pay for long days is a purpose. What she does not want to say stays open.
""",
    "vignettes/sixteen.yaml": """\
id: sixteen
title: Errands for a friend
story: >
  A boy of 16 carries parcels for an older friend. He says that nobody makes him do it, and that the money is good.
circumstances: {place: hk, age: child, gender: man}
answers: {danger-now: no, work: [chosen]}
expect: {level: clear_concern, elements: {means: possible}, flags: [child], pathways: [child-protection, refer]}
teaches: For a child no means is needed, and consent changes nothing. Stop at the card and call child protection.
""",
    "vignettes/busy-month.yaml": """\
id: busy-month
title: A busy month
story: >
  A man in a kitchen works long days in the busy month. He is paid for them, has his papers at home, and says no when it
  is too much.
circumstances: {place: hk, age: adult, gender: man}
answers:
  danger-now: no
  needs-doctor: no
  papers: no
  go-out: no
  work: [long]
  say-no: no
  still-there: no
expect: {level: some_concern, bounds: [some_concern, some_concern], flags: [], pathways: [refer, work-advice]}
teaches: Long hours alone are first of all a matter of labour law. Say what there is, and no more.
""",
}

_EXTENDING: Mapping[str, str] = {
    "set.yaml": """\
# This set changes another one, and holds only what differs. All else is as it is there, also its vignettes.
# Name a part by its id and write what is different. A list without ids (card, do) is replaced whole.
id: our-set
version: "1"          # raise it when answers would mean something else
title: TITLE
extends: BASE

# What you do without. Safety questions and the age have to stay.
# leave_out: {questions: [an-id], pathways: [an-id], vignettes: [an-id]}

# New sections come after those of their stage, or where `after: an-id` puts them.
sections:
  - {id: our-set-own, stage: closing}
""",
    "sections/own.yaml": """\
# Questions of your own. To change one of the other set, name its section and its id here, in a file for that section.
id: our-set-own
title: A last question from us
questions:
  - id: our-set-again
    ask: Would you like to talk with one of us again?
    ask_self: Would you like to talk with one of us again?
    listen: A safe day and hour. Mark only yes or no.
    why: Trust takes time, and much is told only later.
    # `yes` always means that what `record` states is so.
    record: Wants another talk with us
    always: true        # asked even when the result can no longer change
""",
    "guidance.yaml": """\
# Blocks of guidance of your own. `needs` finds the services.
- id: our-set-again
  when: {question: our-set-again, is: ["yes"]}
  title: Another talk with us
  do:
    - Agree on a day, and on a place that is safe for the person.
    - Ask whether it is safe to carry our number.
  needs: [social-welfare]
""",
    "vignettes/again.yaml": """\
# An invented case with its key: a test of the set, and an exercise for a workshop.
id: our-set-again
title: Not today
story: >
  A man does not want to answer anything today. He asks whether he may come back next week.
answers: {our-set-again: yes}
expect: {pathways: [our-set-again]}
teaches: Whoever says little today may say more another day. Keep the door open.
""",
}


def new_set(set_id: str) -> Mapping[str, str]:
    """The files of a small set of its own.

    Args:
        set_id: its id.

    Returns:
        Texts by their path within the set's folder.
    """
    return {name: text.replace(_ID, set_id) for name, text in _SET.items()}


def extending_set(set_id: str, base: IndicatorSet) -> Mapping[str, str]:
    """The files of a set that extends another and adds a question to it.

    Args:
        set_id: its id. What it adds is named after it, so that the base has nothing of that name.
        base: the set that it extends.

    Returns:
        Texts by their path within the set's folder.
    """
    title = json.dumps(f"{base.about.title[:200]}, as we use it", ensure_ascii=False)
    files = {name: text.replace(_ID, set_id) for name, text in _EXTENDING.items()}
    return {**files, "set.yaml": files["set.yaml"].replace("BASE", base.about.id).replace("TITLE", title)}
