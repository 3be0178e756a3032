"""What languages are called."""

from collections.abc import Iterable, Mapping

from screening.language.messages import LanguageName, Listing, Message, NamedTwice, Text, gettext, pgettext
from screening.language.names import own_name
from screening.language.tags import standard

_ENGLISH: Mapping[str, Message] = {
    "yue": pgettext("a language", "Cantonese"),
    "cmn": pgettext("a language", "Putonghua (Mandarin)"),
    "en": pgettext("a language", "English"),
    "tl": pgettext("a language", "Tagalog"),
    "ceb": pgettext("a language", "Cebuano"),
    "ilo": pgettext("a language", "Ilocano"),
    "id": pgettext("a language", "Bahasa Indonesia"),
    "jv": pgettext("a language", "Javanese"),
    "th": pgettext("a language", "Thai"),
    "vi": pgettext("a language", "Vietnamese"),
    "ne": pgettext("a language", "Nepali"),
    "mai": pgettext("a language", "Maithili"),
    "bho": pgettext("a language", "Bhojpuri"),
    "taj": pgettext("a language", "Tamang"),
    "hi": pgettext("a language", "Hindi"),
    "ur": pgettext("a language", "Urdu"),
    "pa": pgettext("a language", "Punjabi"),
    "bn": pgettext("a language", "Bengali"),
    "si": pgettext("a language", "Sinhala"),
    "ta": pgettext("a language", "Tamil"),
    "my": pgettext("a language", "Burmese"),
    "km": pgettext("a language", "Khmer"),
    "lo": pgettext("a language", "Lao"),
    "ms": pgettext("a language", "Malay"),
    "ko": pgettext("a language", "Korean"),
    "ja": pgettext("a language", "Japanese"),
    "ru": pgettext("a language", "Russian"),
    "es": pgettext("a language", "Spanish"),
    "quc": pgettext("a language", "K'iche'"),
    "qu": pgettext("a language", "Quechua"),
    "ht": pgettext("a language", "Haitian Creole"),
    "pt": pgettext("a language", "Portuguese"),
    "fr": pgettext("a language", "French"),
    "de": pgettext("a language", "German"),
    "it": pgettext("a language", "Italian"),
    "pl": pgettext("a language", "Polish"),
    "ro": pgettext("a language", "Romanian"),
    "bg": pgettext("a language", "Bulgarian"),
    "sq": pgettext("a language", "Albanian"),
    "sr": pgettext("a language", "Serbian"),
    "uk": pgettext("a language", "Ukrainian"),
    "tr": pgettext("a language", "Turkish"),
    "ku": pgettext("a language", "Kurdish"),
    "fa": pgettext("a language", "Persian (Farsi)"),
    "ar": pgettext("a language", "Arabic"),
    "sw": pgettext("a language", "Swahili"),
    "am": pgettext("a language", "Amharic"),
    "om": pgettext("a language", "Oromo"),
    "ti": pgettext("a language", "Tigrinya"),
    "so": pgettext("a language", "Somali"),
    "ha": pgettext("a language", "Hausa"),
    "yo": pgettext("a language", "Yoruba"),
    "ig": pgettext("a language", "Igbo"),
}
LANGUAGE_NAME: Mapping[str, LanguageName] = {
    code: LanguageName(name.text, context=name.context, code=code) for code, name in _ENGLISH.items()
}
# Recorded where a person speaks a language that the set does not name.
_ANOTHER = pgettext("a language", "another language")
# How a language is called besides its code and its name. Who says Chinese may mean either of the spoken ones.
LANGUAGES_ALSO_CALLED: Mapping[str, tuple[str, ...]] = {
    "fil": ("tl",),
    "filipino": ("tl",),
    "in": ("id",),
    "indonesian": ("id",),
    "bahasa": ("id",),
    **dict.fromkeys(("zh", "chinese", "zh-hant", "zh-hans", "zh-hk"), ("yue", "cmn")),
    **dict.fromkeys(("putonghua", "mandarin", "zh-cn", "zh-tw"), ("cmn",)),
}


def language_names(codes: Iterable[str]) -> Listing:
    """Languages by their names; one that nobody has named goes by its code."""
    return Listing(tuple(_ANOTHER if code == "other" else language_name(code) for code in codes), "comma")


def language_name(code: str) -> LanguageName:
    """A language by its name: its translators', or Unicode's, or else its code.

    Args:
        code: its code, by whichever of its names.
    """
    known = standard(code)
    return LANGUAGE_NAME.get(known) or LanguageName(code, code=known)


# As they are written, where that is not how a spoken one is called.
_WRITTEN: Mapping[str, Message] = {
    "zh-Hant": pgettext("a language", "Chinese, in traditional characters"),
    "zh-Hans": pgettext("a language", "Chinese, in simplified characters"),
    "fil": pgettext("a language", "Filipino"),
}


def written_name(code: str) -> Text:
    """What a language of names is called; its code where nobody says."""
    return _WRITTEN[code] if code in _WRITTEN else language_name(code)


def named_for_both(tag: str) -> NamedTwice:
    """What a language is called, for two readers: the screener, and the person who may point at it.

    Args:
        tag: its tag.

    Returns:
        One name where both call it the same, in whichever language the screener reads.
    """
    # Translators: {language} is what a language is called in yours, {own_name} what those call it who speak it.
    told = gettext("{language} ({own_name})", language=written_name(tag), own_name=own_name(tag))
    return NamedTwice(told.text, told.arguments)
