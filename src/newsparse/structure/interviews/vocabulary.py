"""What a language knows of interviews, compiled once: labels for question and answer, roles, honorifics, pronouns."""

from __future__ import annotations

import re
from functools import cache

import attrs

from newsparse.languages import Language, load, others


@attrs.frozen(kw_only=True, eq=False)
class Vocabulary:
    """The table `[interviews]` of a language. All words are case folded, but for `second_cased`."""

    questions: frozenset[str]
    answers: frozenset[str]
    askers: frozenset[str]
    leads: frozenset[str]
    """Those of them who lead a programme: beside a host, a correspondent answers."""
    others: frozenset[str]
    stewards: frozenset[str]
    honorifics: frozenset[str]
    degrees: frozenset[str]
    not_speakers: frozenset[str]
    closing: frozenset[str]
    notes: frozenset[str]
    """Labels of what stands below an interview: `Reference: …`, `Tickets: …`."""
    ends: frozenset[str]
    headline_labels: frozenset[str]
    outlets: frozenset[str]
    particles: frozenset[str]
    talk: frozenset[str]
    articles: frozenset[str]
    relatives: frozenset[str]
    first: re.Pattern[str]
    plural: re.Pattern[str]
    second: re.Pattern[str]
    third: re.Pattern[str]
    """`he`, `she`: how the writer speaks of the guest."""
    selves: re.Pattern[str]
    """`I’m`, `my name is`: what stands before a speaker's own name."""
    clips: frozenset[str]
    clips_end: frozenset[str]
    cues: re.Pattern[str]
    replies: re.Pattern[str]
    """How replies begin: `Yes, `, `Absolutely.`"""
    guests: re.Pattern[str]
    """`interview with`: what stands before the name of the person interviewed."""
    guest_verbs: re.Pattern[str]
    """`in conversation with`: what stands behind it."""
    exclusives: re.Pattern[str]
    """`speaks exclusively to`: what only headlines and captions say."""


@cache
def vocabulary(language: Language) -> Vocabulary:
    """Return what `language` knows; English labels and cues count everywhere, since outlets of all languages use them."""
    english = load("en")
    known = language if language.table("interviews") else _few_words(language.code) or english

    def both(key: str) -> frozenset[str]:
        return frozenset(word.casefold() for source in (known, english) for word in source.words("interviews", key))

    def own(key: str) -> frozenset[str]:
        return frozenset(word.casefold() for word in known.words("interviews", key))

    return Vocabulary(
        questions=own("question_labels") | {"q"},
        answers=own("answer_labels") | {"a"},
        askers=both("askers"),
        leads=both("leads"),
        others=both("others"),
        stewards=both("stewards"),
        honorifics=both("honorifics"),
        degrees=both("degrees"),
        not_speakers=both("not_speakers"),
        closing=both("closing"),
        notes=both("notes"),
        ends=both("ends"),
        headline_labels=both("headline_labels"),
        outlets=both("outlets"),
        particles=both("particles"),
        talk=own("talk"),
        articles=own("articles"),
        relatives=own("relatives"),
        first=_any_word(known.words("interviews", "first_person")),
        plural=_any_word(known.words("interviews", "first_plural")),
        second=_any_word(known.words("interviews", "second_person"), cased=known.code == "de"),
        third=_any_word(known.words("interviews", "third_person")),
        selves=_any_word(known.words("interviews", "self_introductions")),
        clips=both("clip_starts"),
        clips_end=both("clip_ends"),
        cues=_any_word(tuple(both("cues"))),
        replies=re.compile(
            rf"(?:{_any_word(known.words('interviews', 'replies')).pattern})\s?[,.!:;–—]", re.IGNORECASE
        ),
        guests=_any_word(tuple(both("guest_cues"))),
        guest_verbs=_any_word(tuple(both("guest_verbs"))),
        exclusives=_any_word(tuple(both("exclusives"))),
    )


def _few_words(code: str) -> Language | None:
    """What is known of interviews in a language of which little else is."""
    table = others().get("interviews", {}).get(code)
    return None if table is None else Language(code=code, tables={"interviews": table})


def _any_word(words: tuple[str, ...], *, cased: bool = False) -> re.Pattern[str]:
    """A pattern for any of `words` as a whole word. German `Sie` (you) is told from `sie` (they) by its case."""
    if not words:
        return re.compile(r"(?!)")
    longest_first = "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))
    return re.compile(rf"(?<![\w])(?:{longest_first})(?![\w])", 0 if cased else re.IGNORECASE)
