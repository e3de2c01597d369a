"""Which words of harm speak of which people in a sentence."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import Literal, NamedTuple, TypeAlias, get_args

from newsparse import Span
from newsparse_conflict.context import Context, lexicon, pattern
from newsparse_conflict.model import Harm
from newsparse_conflict.people import People
from newsparse_conflict.phrases import find_people, find_tolls

Voice: TypeAlias = Literal["state", "both", "deed", "own"]
REACH = 110
"""Code points between those harmed and the words that say so."""
MOST = 60
"""Words of harm read in one sentence; a list of more is no sentence."""


class Hurt(NamedTuple):
    """People, what was done to them, and the words that say so."""

    people: People
    harm: Harm
    act: Span


class _Patterns(NamedTuple):
    acts: re.Pattern[str]
    """For text in lower case."""
    meanings: Mapping[str, tuple[Harm, Voice]]
    """What the groups of `acts` mean."""
    negated: re.Pattern[str]
    passive: re.Pattern[str]
    bridge: re.Pattern[str]
    barrier: re.Pattern[str]
    attributive: re.Pattern[str]
    noun: re.Pattern[str]
    agent: re.Pattern[str]


@cache
def _patterns() -> _Patterns:
    table, reading = lexicon()["harm"], lexicon()["reading"]
    # The longest words first, whatever they mean: `shot and killed` before `shot`.
    words: dict[tuple[Harm, Voice], list[str]] = {}
    for harm in get_args(Harm):
        for voice in get_args(Voice):
            words[harm, voice] = table[harm].get(voice, [])
    flat = sorted(((word, key) for key, many in words.items() for word in many), key=lambda pair: (-len(pair[0]), pair))
    # Grouped by their first letter, which a regular expression would else try one by one at every word.
    letters: dict[str, list[str]] = {}
    meanings: dict[str, tuple[Harm, Voice]] = {}
    for at, (word, (harm, voice)) in enumerate(flat):
        first, rest = (word[0], word[1:]) if word[0].isalpha() and word[1:2] not in ("?", "*", "{") else ("", word)
        before = rf"(?<=[’'`]s\s{first})" if voice == "own" else ""
        meanings[f"act{at}"] = harm, voice
        letters.setdefault(first, []).append(f"(?P<act{at}>{before}{rest})")
    plain = letters.pop("", [])
    parts = [*plain, *(f"{first}(?:{'|'.join(rests)})" for first, rests in letters.items())]
    return _Patterns(
        acts=re.compile(rf"(?<![\w-])(?:{'|'.join(parts)})(?![\w-])"),
        meanings=meanings,
        negated=re.compile(rf"\b{reading['negation']}\s(?:[\w’'-]+\s){{0,3}}$|\bun$", re.IGNORECASE),
        passive=re.compile(rf"\b{reading['passive']}\s(?:\w+\s){{0,2}}$", re.IGNORECASE),
        bridge=re.compile(rf"[\s,:–-]*(?:{reading['bridge']}[\s,:–-]+)*", re.IGNORECASE),
        barrier=re.compile(rf"[;:]|(?<=[a-z]{{2}})\.\s|\b{reading['barrier']}\b", re.IGNORECASE),
        attributive=re.compile(rf"\b{reading['determiner']}\s$", re.IGNORECASE),
        noun=re.compile(rf"\b{reading['counted']}\s$", re.IGNORECASE),
        agent=re.compile(r"\bby\s(?:an?\s|the\s)?$", re.IGNORECASE),
    )


def find_hurt(context: Context) -> tuple[tuple[Hurt, ...], tuple[People, ...]]:
    """Return who is harmed how in a sentence, in order; and all people it speaks of."""
    patterns = _patterns()
    acts = []
    for match in patterns.acts.finditer(context.low, context.start, context.end):
        acts.append(match)
        if len(acts) == MOST:
            break
    tolls = [Hurt(people, harm, act) for people, harm, act in find_tolls(context)]
    if not acts:
        return tuple(tolls), ()
    people = find_people(context)
    found: list[Hurt] = []
    for match in acts:
        harm, voice = patterns.meanings[str(match.lastgroup)]
        if patterns.negated.search(context.text, max(context.start, match.start() - 40), match.start()):
            continue
        act = Span(match.start(), match.end())
        if _is_noun(context, act) or any(act.overlaps(toll.act) for toll in tolls):
            continue
        # A noun that no list has is people if they are killed or hurt; what is captured or hit may be anything.
        somebody = people if harm in ("killed", "injured") else tuple(one for one in people if not one.guess)
        one = _whose(context, somebody, act, voice)
        if (
            one is not None
            and not _none(context, one)
            and not any(one.span.overlaps(toll.people.span) for toll in tolls)
        ):
            found.append(Hurt(people=one, harm=harm, act=act))
    return (*tolls, *found), people


def _is_noun(context: Context, act: Span) -> bool:
    """`the first shot rang out`: a noun, and nobody is harmed by it."""
    return act.of(context.text).lower() == "shot" and bool(
        _patterns().noun.search(context.text, max(context.start, act.start - 12), act.start)
    )


def _none(context: Context, people: People) -> bool:
    """`no one else`, `no officers`, `none of the passengers`."""
    before = context.text[max(context.start, people.span.start - 12) : people.span.start].lower()
    return before.endswith(("no ", " not ", "none of ", "none of the "))


def _whose(context: Context, people: tuple[People, ...], act: Span, voice: Voice) -> People | None:
    for one in people:
        # `two slain men`, `wounded teen`
        if (
            (one.span.covers(act) and not one.name)
            or act.covers(one.span)
            or (one.span.start == act.end + 1 and voice in ("state", "both") and _bare_noun(context, one))
        ):
            return one
    if voice in ("state", "both") and _is_attributive(context, act):
        return None
    match voice:
        case "state" | "own":
            return _before(context, people, act) or _left_behind(context, people, act)
        case "deed":
            return _after(context, people, act)
        case "both":
            if _patterns().passive.search(context.text, max(context.start, act.start - 30), act.start):
                return _before(context, people, act)
            # A comma ends it: `9 shot, 1 fatally`. So does `and` if somebody stands right before: `clerk hurt and robber dead`.
            here = context.text.startswith((",", " and "), act.end) and act.end - act.start < 9
            beside = here and any(0 <= act.start - one.span.end < 2 for one in people)
            after = None if context.text[act.end : act.end + 1] == "," or beside else _after(context, people, act)
            return after or _before(context, people, act) or _left_behind(context, people, act)


def _is_attributive(context: Context, act: Span) -> bool:
    """`the dead were named`, `her injured hand`: said of what follows, not of who stands before."""
    return (
        act.of(context.text).lower() in lexicon()["reading"]["adjectives"]
        and _patterns().attributive.search(context.text, max(context.start, act.start - 8), act.start) is not None
    )


_AUXILIARY = re.compile(r"(?:\s(?:was|were|are|is|has|have|had|been|being|be|also|all|left|\w+ly))*\s")
"""Between a noun that no list has and what was done to it."""


def _bare_noun(context: Context, people: People) -> bool:
    return not people.counted and not pattern("an?|the|his|her|their|another|one").match(
        context.text, people.span.start
    )


def _before(context: Context, people: tuple[People, ...], act: Span) -> People | None:
    """The nearest people before the act in its clause; those `including` others, rather than the others."""
    for one in reversed(people):
        if one.span.end > act.start:
            continue
        gap = context.text[one.span.end : act.start] if act.start - one.span.end <= REACH else None
        if gap is None or _patterns().barrier.search(gap):
            return None
        if one.follows or (one.bare and len(gap) > 14):
            continue
        if one.subset and not gap.strip().startswith("who"):
            continue
        if gap.strip() and _patterns().agent.search(
            context.text, max(context.start, one.span.start - 8), one.span.start
        ):
            continue  # `a man, shot by a clerk, has died`
        return one
    return None


def _after(context: Context, people: tuple[People, ...], act: Span) -> People | None:
    """The people right after the act: nothing but `at least`, `another` and the like between."""
    for one in people:
        if one.span.start < act.end:
            continue
        if one.subject:
            return None
        gap = one.span.start - act.end
        if gap <= 40 and (_patterns().bridge.fullmatch(context.text, act.end, one.span.start) or gap == 0):
            return one
        return None
    return None


def _left_behind(context: Context, people: tuple[People, ...], act: Span) -> People | None:
    """`dead are two sisters`, `killed were a man and his son`."""
    match = pattern(r"(?:are|is|were|was)").match(context.text, act.end + 1, context.end)
    return _after(context, people, Span(act.start, match.end())) if match else None
