"""What goes with pictures: captions and credits."""

from __future__ import annotations

import re
from functools import lru_cache

from newsparse.blocks.draft import Draft, Label
from newsparse.blocks.lexicon import Lexicon
from newsparse.blocks.unit import MARKS, Unit, key_of
from newsparse.languages import either

_AGENCY = (
    r"(?:AP|AFP|EPA|EFE|REUTERS|Reuters|dpa|DPA|APA|ANSA|PA|Getty Images|Getty|imago|Imago|Shutterstock|iStock|Alamy|Keystone"
    r"|KEYSTONE|Bloomberg|Unsplash|Pexels|Europa Press|picture alliance|Belga|Xinhua|Wikimedia Commons)"
)
_PICTURE = (
    r"(?:Photos?|Fotos?|Images?|Bild(?:er)?|Pictures?|Photographs?|Fotograf[ií]a|Imagen|Aufnahme|Grafik|Illustrations?|Credits?"
    r"|Photo credit|Crédits?(?: photos?)?|Créditos?|Screenshot)"
)
# "(AP Photo/Ann Lee)", "Photo: Ann Lee", "© Courier", "REUTERS/A. Lee", "Ann Lee/Getty Images" at the end of a caption.
_CREDIT_END = re.compile(
    rf"(?:\((?:AP )?(?:{_PICTURE}|Archiv\w*|Symbol\w*|Cortesía|Courtesy|Handout)\b[^()]{{0,80}}\)"
    rf"|\b{_PICTURE}(?: by| de| von)?\s?[:/]\s?(?:[^.!?]|(?<=\b[A-Z])\.){{2,60}}"
    rf"|\b(?:{_PICTURE} )?(?:[Cc]ourtesy of|[Cc]ortesía de) [^.!?]{{2,50}}|\b{_PICTURE} (?:by|via) [A-Z][^.!?]{{2,40}}"
    rf"|(?<=[.»”\"])\s?[/|]\s?[^\W\d_a-zß-öø-ÿ][^.!?/|]{{3,40}}|(?:©|\(c\))\s?[^.!?]{{2,50}}|\b{_AGENCY}(?:\s?/\s?(?:[^.!?/]|(?<=\b[A-Z])\.){{2,40}}){{1,2}}|[^!?/]{{2,40}}\s?/\s?{_AGENCY})\)?$"
)
_CREDIT_WORDS = re.compile(
    r"oto|mage|Bild|icture|redit|rédit|Aufnahme|Grafik|llustration|creenshot|Archiv|Symbol|Handout|\||\(c\)"
)
"""Parts of the words that a credit has."""
_FILE = re.compile(r"FILE(?: PHOTO| PIC(?:TURE)?| IMAGE)?\s?[-–—:]\s")  # `FILE - The mayor speaks …`
_QUOTED = re.compile(rf"[{re.escape(MARKS)}?!]")
_STOP = re.compile(r"[^\W\d_]{3,}[.!?] ")
_SURE_STARTS = frozenset(("pictured", "above", "caption", "fig", "figure"))
_FRONT = 12
CAPTION = 60
"""Words of the longest caption."""
SCENE = 36
"""Words of the longest caption that nothing but its words tells."""
CREDIT = 6
"""Words of the longest credit that is not written as names are."""


def label_picture(draft: Draft, at: int, unit: Unit) -> None:
    """Label unit `at` if it is a caption or a credit."""
    words = draft.words(at)
    layout = draft.lexicon.layout
    head, colon, rest = words.strip("()[] ").partition(":")
    if colon and rest.strip() and len(head) <= 40 and unit.words <= 16 and key_of(head) in layout["credit_labels"]:
        if _is_credit(rest.strip()) or key_of(head) not in layout["caption_starts"]:
            _label_credit(draft, at)
        else:
            draft.label(at, Label("caption", "caption.label"))
        return
    phrase = draft.lexicon.begins("credit_labels", unit)
    if phrase is not None and " " in phrase and unit.words <= 10 and unit.last not in ".!?":
        _label_credit(draft, at)
        return
    if unit.last in ":," and unit.key in layout["caption_starts"] and at + 1 < len(draft.units):
        label_caption_below(draft, at)
        return
    rule = _caption_rule(draft, at, unit, words)
    if rule == "credit":
        _label_credit(draft, at)
    elif rule:
        draft.label(at, Label("caption", rule))


def _caption_rule(draft: Draft, at: int, unit: Unit, words: str) -> str:
    """The rule by which the words are a caption, nothing, or `credit` where they are nothing but one."""
    phrase = draft.lexicon.begins("caption_starts", unit)
    # `Above, the old pier` is a caption where nothing else but `Above: …` can be one
    marks = ":," if phrase is not None and (" " in phrase or phrase in _SURE_STARTS) else ":"
    if (
        phrase is not None
        and words[len(phrase) :].lstrip()[:1] in marks
        and unit.words > 3
        and len(words) > len(phrase)
    ):
        return "caption.label"
    if words.startswith("FILE") and _FILE.match(words):
        return "caption.file"
    if at < _FRONT and draft.lexicon.begins("byline_starts", unit, 3) is not None:
        return ""  # `Von Ann Lee | Fotos: Tom Reyes`
    tail = words[-110:]
    if _may_credit(tail) and (match := _CREDIT_END.search(tail)):
        if match.start() > 12 or len(words) > len(tail):
            return "caption.credit"
        return "credit" if match.start() == 0 else ""
    return _scene_rule(draft, at, unit, words)


def _may_credit(tail: str) -> bool:
    """Whether the end of a line may credit a picture, as a glance tells: to look closely takes long."""
    if "/" in tail or "©" in tail or "hoto" in tail or "ourtesy" in tail or "ortes" in tail:
        return True
    return (":" in tail or tail[-1] == ")") and _CREDIT_WORDS.search(tail) is not None


def _scene_rule(draft: Draft, at: int, unit: Unit, words: str) -> str:
    """A single sentence that points at places in a picture, or says in the present tense what somebody does in it."""
    if (
        unit.words > SCENE
        or unit.words < 4
        or len(words) > 12 * SCENE
        or at < 2
        or unit.hints is not None
        or unit.listed
    ):
        return ""
    marked, posed = _patterns(draft.lexicon)
    pointed = ("(" in words or "," in words) and marked.search(words)
    if not pointed and (at < 4 or unit.last != "." or posed.match(words) is None or not _is_told(draft, at)):
        return ""
    return "" if _QUOTED.search(words) or _STOP.search(words) else "caption.scene"


def _is_told(draft: Draft, at: int) -> bool:
    """Whether the text around tells what was: a speaker `said`, nobody `says`. A present tense there is a picture's."""
    layout = draft.lexicon.layout
    around = draft.text[max(0, draft.units[at].start - 1500) : draft.units[at].end + 1500]
    words = frozenset(around.split())
    past = frozenset(word.strip(",.") for word in words) & layout["telling_past"]
    return bool(past) and words.isdisjoint(layout["telling_now"])


@lru_cache(maxsize=64)
def _patterns(lexicon: Lexicon) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """`(left)`, `(v.l.)`, `, right,`, and a name with a verb of captions behind it: `Curator Dov Perl shows`."""
    marks, verbs = (either(lexicon.layout[name]) for name in ("caption_marks", "caption_verbs"))
    name = r"[^\W\d_a-zß-öø-ÿ]\S* [^\W\d_a-zß-öø-ÿ]\S*"
    return (
        re.compile(rf"\((?:{marks.replace(' ', '[.]?[ ]?')})\.?\)|{name},\s(?:{marks}),"),
        re.compile(rf"(?:\S+ ){{0,3}}{name} (?:{verbs})\s"),
    )


def _is_credit(words: str) -> bool:
    """Whether what follows `Photo:` says whose it is: a few words, most of them written as names are."""
    parts = words.split()
    capitals = sum(part[0].isupper() or not part[0].isalpha() for part in parts)
    return len(parts) <= CREDIT and 2 * capitals >= len(parts) and not words.endswith((".", "!", "?"))


def label_caption_below(draft: Draft, at: int) -> None:
    """`Image caption,` on a line of its own: the next line is the caption, a credit right above it belongs to it."""
    if at + 1 >= len(draft.units) or draft.units[at].key not in draft.lexicon.layout["caption_starts"]:
        return
    if draft.units[at + 1].words > CAPTION or draft.labels[at + 1] is not None:
        return
    draft.labels[at] = Label("caption", "caption.label-line")
    draft.label(at + 1, Label("caption", "caption.label"))
    above = draft.labels[at - 1] if at else None
    if above is not None and above.rule == "furniture.credit.label":
        draft.labels[at - 1] = Label("credit", "credit.caption")


def _label_credit(draft: Draft, at: int) -> None:
    """A credit under its caption is part of the figure; one without a picture is left over."""
    before = draft.labels[at - 1] if at else None
    if before is not None and before.type == "caption":
        draft.label(at, Label("credit", "credit.caption"))
    else:
        draft.furniture(at, "credit", "furniture.credit.label")
