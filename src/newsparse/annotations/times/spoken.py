"""In which language to read the dates of a text whose language nothing tells: `Publié: 3 mai 2024`."""

from __future__ import annotations

from functools import cache

from newsparse.annotations.times.grammar import compiled
from newsparse.annotations.times.scanning import TOKENS, lowered, scan
from newsparse.languages import Language, built_in, detect

SHORT = 300
"""Code points up to which a language that two or three small words spoke for may be the wrong one: `Le 3 mai 2024`."""
SAMPLE = 4_000
"""Code points looked at: a text in which no language was detected is short."""


def spoken(text: str, language: Language) -> Language:
    """Return `language`, or for an undetected one that whose months, weekdays and labels stand in the text, else English.

    A language that is named but unknown to newsparse stays as it is: only dates in digits are read then.
    """
    is_sure = language.code and (len(text) > SHORT or not language.table("times") or detect(text) is not None)
    if is_sure or (not language.code and language.table("times")):
        return language
    words = set(TOKENS.findall(text[:SAMPLE].lower()))
    votes = [(len(words & names), one) for one, names in _names()]
    most = max(count for count, _ in votes)
    best = [one for count, one in votes if count == most]
    if language.code and (not most or language in best):
        return language
    code = detect(text[:SAMPLE], best, least=1)
    if code is None and most and len(best) > 1:  # `3. April 2024`: a month of English and German, but written as German
        return max(best, key=lambda one: _covered(text[:SAMPLE], one))
    return next((one for one in best if one.code == code), best[0])


def _covered(text: str, language: Language) -> int:
    """How much of a text the grammar of a language takes to be time expressions."""
    grammar = compiled(language)
    return sum(found.last - found.first for found in grammar.find(scan(lowered(text), grammar.lexicon.codes).codes))


@cache
def _names() -> tuple[tuple[Language, frozenset[str]], ...]:
    """The names of months and weekdays and the words of labels, by language; not short ones, which are words of others."""
    found = []
    for language in built_in():
        table = language.table("times")
        words = table.get("words", {})
        labels = [word for phrases in table.get("labels", {}).values() for phrase in phrases for word in phrase.split()]
        names = [name for kind in ("month", "weekday") for values in words.get(kind, {}).values() for name in values]
        found.append((language, frozenset(name for name in (*names, *labels) if len(name) > 2)))
    return tuple(found)
