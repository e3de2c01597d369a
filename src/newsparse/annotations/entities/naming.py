"""Finds the named mentions.

Two steps keep it fast: what a run of capitalised words can be is worked out once a distinct run (`guessing`), and what is
uncertain there is settled once a distinct name, from everything the article shows of it (`settling`).
"""

from __future__ import annotations

from newsparse.annotations.entities.guessing import guess
from newsparse.annotations.entities.initials import with_initials
from newsparse.annotations.entities.lexicon import Lexicon, lexicon
from newsparse.annotations.entities.mention import Mention
from newsparse.annotations.entities.settling import Sighting, settle
from newsparse.annotations.entities.surroundings import description_of, honorific_before
from newsparse.languages import Language
from newsparse.model import Sentence, Span

LONGEST_CAPITALS = 40
"""Code points of capitalised words that a sentence may be made of: names alone (`Tove Hansrud, Rasmus Bo`) stay below."""
_made = tuple.__new__
"""Makes a named tuple in half the time, for what a text has thousands of."""
_INITIAL = frozenset("\"'“”‘«»„‹›([:—–")


def _is_determined(text: str, start: int, words: Lexicon) -> bool:
    """Whether an article goes before: `the King`."""
    before = text[max(0, start - 12) : start].split()
    return bool(before) and before[-1].lower() in words.determiners


def find_mentions(text: str, sentences: tuple[Sentence, ...], language: Language) -> tuple[Mention, ...]:
    """Return the named mentions of persons, organisations and offices in the sentences, in document order."""
    words = lexicon(language)
    sightings: list[Sighting] = []
    finditer = words.run.finditer
    add = sightings.append
    for sentence in sentences:
        begin, limit = sentence.span
        first, covered = len(sightings), 0
        for run in finditer(text, begin, limit):
            start, end = run.span()
            covered += end - start
            initial = start - begin < 2 or text[start - 1] in _INITIAL
            for one in guess(run[0], initial, language):
                opens, ends = one[0], one[1]
                add(_made(Sighting, (start + opens, start + ends, begin, limit, initial and not opens, one)))
        if covered > LONGEST_CAPITALS and covered > 0.6 * (limit - begin) and text[limit - 1].isalnum():
            # A title, each word with its capital: only offices and honorifics show a name there
            sightings[first:] = [one for one in sightings[first:] if one.guess.title or one.guess.honorifics]
    kinds = settle(text, sightings, words)
    found: list[Mention] = []
    for start, end, begin, limit, _, one in sightings:
        kind = kinds.get(one.name) if one.kind == "name" else one.kind
        if kind == "role" and one.name in kinds and not _is_determined(text, start, words):
            kind = kinds[one.name]
        if kind is None:
            continue
        title = None if one.title is None else Span(start - one.start + one.title[0], start - one.start + one.title[1])
        if kind == "person" and words.honorifics_lower and (titled := honorific_before(text, start, begin, words)):
            found.append(Mention(Span(titled, end), one.name, kind, (text[titled:start].strip(),), title))
            continue
        if kind == "person":
            title = description_of(text, start, end, begin, limit, title, words)
        found.append(_made(Mention, (_made(Span, (start, end)), one.name, kind, one.honorifics, title)))
    return tuple(with_initials(text, found, words))
