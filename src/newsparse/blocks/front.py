"""The front of an article: headline and its repeats, kicker, standfirst, byline, dateline."""

from __future__ import annotations

import re

from newsparse.blocks.bylines import (
    BYLINE,
    byline_rule,
    is_address,
    is_agency,
    is_date_label,
    is_date_line,
    is_desk,
    is_marked_byline,
    is_role_line,
    is_unknown_name,
    names_alone,
    whole_credits,
)
from newsparse.blocks.draft import Draft, Label
from newsparse.blocks.unit import Unit

HEADLINE = 30
"""Words of the longest headline."""
LAST = 3
"""Units at the end, furniture aside, among which a byline is looked for."""
FRONT = 8
"""Units after the headline among which byline, dateline and standfirst stand."""

# "GENEVA, Feb 3 (Wire) —" with nothing after it.
_DATELINE = re.compile(
    r"[^\W\d_]{2,}(?:[ .'’-][^\W\d_]+){0,3}(?:, [^,]{2,40}){0,2}\s*(?:\([^()]{2,30}\))?\s*[—–:-]{0,2}"
)
_LABEL = re.compile(r"(?:Q|A)\s*[.:–—-]|[^:]{1,40}:\s+\S")


def label_front(draft: Draft) -> None:
    """Label headline, kicker, standfirst, byline and dateline."""
    head = _headline(draft)
    if head is not None:
        _label_repeats(draft, head)
        _label_kicker_in_heading(draft, head)
    start = 0 if head is None else head + 1
    if head is not None:
        _label_marked_standfirst(draft, head)
    body = _first_paragraph(draft, start)
    for at in range(start if head is not None else 0, body + 1):
        if draft.labels[at] is None or (head is not None and _is_guessed(draft, at)):
            _label_credits(draft, at, final=at == body)
    _label_late_credits(draft, body)
    _label_standfirst(draft, head, body)
    _label_last_byline(draft, body)


def _headline(draft: Draft) -> int | None:
    """Label the headline: the first line that is no furniture, if it looks like one."""
    units = draft.units
    labels = draft.labels
    known = next((at for at in draft.open if (label := labels[at]) is not None and label.type == "headline"), None)
    if known is not None:
        return known
    tagged = next((at for at in draft.open if (hints := units[at].hints) and hints.role == "headline"), -1)
    if tagged < 0:
        tagged = next((at for at, unit in enumerate(units) if unit.hints is not None and unit.hints.tag == "h1"), -1)
    if tagged >= 0:
        if draft.labels[tagged] is None:
            draft.label(tagged, Label("headline", "headline.tag", body=units[tagged].start, stop=units[tagged].end))
            return tagged
        return None
    at = _next_open(draft, -1)
    if at < 0 or not _looks_like_headline(draft, at):
        return None
    below = _next_open(draft, at)
    unit = units[at]
    if (
        below > 0
        and unit.words <= 2
        and units[below].words >= (2 if unit.key in draft.lexicon.layout["kickers"] else 5)
        and units[below].key != unit.key
        and _looks_like_headline(draft, below)
        and not byline_rule(draft, below)
        and not is_date_line(draft, below)
    ):
        draft.label(at, Label("alternative_headline", "alternative_headline.kicker"))
        at = below
    body, _ = _after_label(draft, at)
    draft.label(at, Label("headline", "headline.first", body=body))
    return at


def _next_open(draft: Draft, at: int) -> int:
    return next((near for near in range(at + 1, len(draft.units)) if draft.labels[near] is None), -1)


def _after_label(draft: Draft, at: int) -> tuple[int, bool]:
    """Where the words begin after `Headline:`, and whether that stands there."""
    unit = draft.units[at]
    head, colon, rest = draft.words(at).partition(":")
    if colon and rest.strip() and head.strip().lower() in draft.lexicon.layout["headline_labels"]:
        return unit.stop - len(rest.lstrip()), True
    return unit.body, False


def _looks_like_headline(draft: Draft, at: int) -> bool:
    unit = draft.units[at]
    if unit.words > HEADLINE or unit.bullet or unit.last in ",;" or (unit.last == ":" and unit.words > 4):
        return False
    if unit.hints is not None and unit.hints.tag in {"li", "td", "blockquote"}:
        return False
    if unit.last in ".…" and not unit.ellipsis:
        return False
    if unit.last in "!?" and ". " in draft.words(at):
        return False
    return _LABEL.match(draft.words(at)) is None or _labelled_headline(draft, at)


def _labelled_headline(draft: Draft, at: int) -> bool:
    """`Ferry fares to rise: what it means` is a headline, `Q: Why?` and a label that comes again are not.

    `Ana Ruiz: “We have waited too long”` is one even where she has a label below, if the next line tells who wrote it or when.
    """
    label, _, _ = draft.words(at).partition(":")
    if len(label.strip()) <= 2:
        return False
    below = _next_open(draft, at)
    if below > 0 and (byline_rule(draft, below) or is_date_line(draft, below)):
        return True
    return not any(draft.text.startswith(label + ":", unit.body) for unit in draft.units[at + 1 : at + 12])


def _label_repeats(draft: Draft, head: int) -> None:
    first, key = draft.units[head].first, draft.units[head].key
    if not key:
        return
    for at in draft.open:
        unit, known = draft.units[at], draft.labels[at]
        if known is not None and known.type != "heading":
            continue
        if unit.first == first and unit.words <= HEADLINE and at != head and not unit.listed and unit.key == key:
            draft.labels[at] = Label("headline", "headline.repeated", repeated=True)


def _label_kicker_in_heading(draft: Draft, head: int) -> None:
    """`<h1><span>Ferries</span><br><span>Fares rise in May</span></h1>`: what stands above the headline in its own element."""
    hints = draft.units[head].hints
    for at in range(head - 1, max(-1, head - 3), -1):
        above = draft.units[at].hints
        if hints is None or above is None or above.path != hints.path or above.tag not in {"h1", "h2"}:
            return
        draft.labels[at] = Label("alternative_headline", "alternative_headline.kicker", body=draft.units[at].start)


def _label_marked_standfirst(draft: Draft, head: int) -> None:
    """What a page sets under its headline as a standfirst: it names it so, or has it in a heading that heads nothing.

    `<h1>Ferry fares rise</h1><h2>From May a crossing costs a third more; the islanders will sue.</h2><figure>…`
    """
    above = {"furniture", "byline", "dateline", "caption", "credit", "headline"}
    at = head + 1
    while at < len(draft.units) and (label := draft.labels[at]) is not None and label.type in above:
        at += 1
    if at + 1 >= len(draft.units):
        return
    unit, label = draft.units[at], draft.labels[at]
    if unit.hints is None or unit.number:
        return
    if unit.hints.role == "standfirst" and label is None and unit.words <= 80:
        draft.label(at, Label("alternative_headline", "alternative_headline.markup"))
    elif label is not None and label.rule == "heading.tag":
        apart = (below := draft.labels[at + 1]) is not None and below.type in above
        apart = apart or bool(byline_rule(draft, at + 1)) or is_date_line(draft, at + 1)
        named = unit.hints.role == "standfirst" and unit.words >= 4
        if named or unit.words >= 18 or (unit.last == "." and unit.words >= 10) or (apart and unit.words >= 8):
            draft.labels[at] = Label("alternative_headline", "alternative_headline.heading", body=unit.start)


def _first_paragraph(draft: Draft, start: int) -> int:
    """The first unit of running text from `start`, or the last one looked at."""
    last = min(len(draft.units), start + FRONT * 3) - 1
    seen = 0
    for at in range(start, last + 1):
        label = draft.labels[at]
        if label is not None and label.type not in {"heading", "paragraph"}:
            continue
        seen += 1
        unit = draft.units[at]
        if label is not None or (unit.finished and unit.words >= 8) or unit.words > HEADLINE or seen > FRONT:
            return at
    return last


def _label_late_credits(draft: Draft, body: int) -> None:
    """Byline and date right under the first paragraph: it was a standfirst, or says who `Ann Lee` above is."""
    for at in range(body + 1, min(len(draft.units), body + 5)):
        label, guessed = draft.labels[at], _is_guessed(draft, at)
        if label is not None and not guessed:
            return
        if _label_numbered_date(draft, at):
            continue
        rule = "byline.date" if is_date_line(draft, at) else byline_rule(draft, at)
        if rule and not draft.units[at].listed:
            draft.labels[at] = Label("byline", rule)
        elif not guessed:
            return
            return


def _label_numbered_date(draft: Draft, at: int) -> bool:
    """`12. Mai 2024` is a date, and no item of a list."""
    unit = draft.units[at]
    if unit.number and unit.first in draft.lexicon.layout["months"] and is_date_line(draft, at):
        draft.label(at, Label("byline", "byline.date", body=unit.start))
        return True
    return False


def _is_guessed(draft: Draft, at: int) -> bool:
    """Whether a unit is furniture by its place or shape alone, which a line of credits overrules."""
    label = draft.labels[at]
    if label is None or label.kind not in {"other", "navigation", "related"}:
        return False
    return label.rule in {"furniture.page", "furniture.navigation.row", "furniture.region"}


def _label_credits(draft: Draft, at: int, *, final: bool) -> None:
    """Byline, date line or dateline among the lines before the first paragraph."""
    unit = draft.units[at]
    _label_numbered_date(draft, at)
    # `12. Mai 2024 | Von Ann Lee`
    dated = bool(unit.number) and unit.key.partition(" ")[0] in draft.lexicon.layout["months"]
    if unit.words > BYLINE or (unit.listed and not dated):
        return
    rule = byline_rule(draft, at)
    if not rule and is_date_line(draft, at):
        rule = "byline.date"
    if not rule and at + 1 < len(draft.units) and is_date_label(draft, at) and is_date_line(draft, at + 1):
        rule = "byline.date-label"
    if not rule and at and is_role_line(draft, at):
        above = draft.labels[at - 1]
        rule = "byline.role-line" if above is not None and above.rule in {"byline.start", "byline.names"} else ""
    if not rule and (_is_name_line(draft, at) or is_marked_byline(draft, at)):
        rule = "byline.names"
    if not rule and not final:
        rule = _plain_credit(draft, at)
    if rule:
        draft.labels[at] = Label("byline", rule, body=unit.start if dated else -1)
    elif not final and draft.labels[at] is None and _is_dateline(draft, at):
        draft.label(at, Label("dateline", "dateline.line"))


def _plain_credit(draft: Draft, at: int) -> str:
    """The rule by which a line between headline and text credits somebody, or nothing: a desk, a name alone, an address."""
    if is_desk(draft, at):
        return "byline.desk"
    above = draft.labels[at - 1] if at else None
    if above is not None and above.type == "byline" and is_address(draft, at):
        return "byline.address"
    top = draft.labels[at - 2] if at > 1 else None
    if above is None and (top is None or top.type != "headline"):
        return ""
    below = draft.after(at)
    if below < 0 or not _is_body(draft.units[below]) or draft.labels[below] is not None:
        return ""
    if names_alone(draft, at) or is_unknown_name(draft, at):
        return "byline.names"
    found = whole_credits(draft, at)
    outlet = found is not None and found.given and not found.opened and draft.units[at].words <= 8
    return "byline.name-and-outlet" if outlet and not draft.units[at].finished else ""


def _is_body(unit: Unit) -> bool:
    return unit.finished and unit.words >= 8


def _is_name_line(draft: Draft, at: int) -> bool:
    """A line of names alone, where the next one is a date, a byline, or says who that is: `Ann Lee is a reporter …`."""
    if at + 1 >= len(draft.units) or not names_alone(draft, at):
        return False
    return (
        is_date_line(draft, at + 1)
        or is_role_line(draft, at + 1)
        or is_date_label(draft, at + 1)
        or bool(byline_rule(draft, at + 1))
        or draft.units[at + 1].key.startswith(draft.units[at].key + " ")
    )


def _is_dateline(draft: Draft, at: int) -> bool:
    """`GENEVA, Feb 3 (Wire) —` on a line of its own."""
    unit = draft.units[at]
    words = draft.words(at)
    if unit.words > 9 or (unit.finished and unit.last != ".") or not _DATELINE.fullmatch(words):
        return False
    keys = set(unit.key.split())
    layout = draft.lexicon.layout
    return bool(keys & (layout["months"] | layout["agencies"])) and words.split(",")[0].isupper()


def _label_standfirst(draft: Draft, head: int | None, body: int) -> None:
    """A line under the headline: before the byline, or an unfinished one before the first paragraph."""
    if head is None:
        return
    at = head + 1
    while at < len(draft.units) and (label := draft.labels[at]) is not None and label.type in {"furniture", "headline"}:
        at += 1
    if at >= len(draft.units) or draft.labels[at] is not None:
        return
    unit = draft.units[at]
    below = draft.after(at)
    if below < 0 or unit.listed or unit.words > 60:
        return
    label = draft.labels[below]
    if label is not None and label.type in {"byline", "dateline"} and unit.words >= 4:
        draft.label(at, Label("alternative_headline", "alternative_headline.before-byline"))
    elif at < body and _is_deck(draft, at) and _is_prose(draft.units[below]):
        draft.label(at, Label("alternative_headline", "alternative_headline.deck"))


def _is_deck(draft: Draft, at: int) -> bool:
    unit = draft.units[at]
    if unit.finished or unit.last in ":,;" or not 6 <= unit.words <= 40:
        return False
    return unit.marks in {0, 9} and _LABEL.match(draft.words(at)) is None


def _is_prose(unit: Unit) -> bool:
    return unit.finished and unit.words >= 12


def _label_last_byline(draft: Draft, body: int) -> None:
    """A byline may also stand under the last paragraph."""
    left = LAST
    for at in range(len(draft.units) - 1, body, -1):
        known = draft.labels[at]
        if known is not None and known.type == "furniture":
            continue
        left -= 1
        if left < 0:
            return
        if known is None and is_agency(draft, at):
            draft.label(at, Label("byline", "byline.agency"))
        elif (
            known is None
            and byline_rule(draft, at) == "byline.start"
            and (draft.units[at].words <= 8 or draft.text[draft.units[at].body] == "(")
        ):
            draft.label(at, Label("byline", "byline.end"))  # `(Reporting by Ann Lee; editing by Tom Reyes)`
