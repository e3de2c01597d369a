"""Indirect quotations of languages that have words but no weights: the plain cases only, by rule.

A cue with its complementizer behind it (`a déclaré lundi que …`), a preposition that names a source (`selon le ministre, …`),
an attribution that trails behind a comma (`…, a indiqué le ministre.`).
"""

from __future__ import annotations

from newsparse.annotations.quotations.indirect import letters, places
from newsparse.annotations.quotations.indirect.clause import Clause
from newsparse.annotations.quotations.indirect.extents import Attribution, Extent

NEAR = 8
"""Tokens between a cue and its complementizer (`a déclaré lundi devant la presse que …`)."""
BARE = 4
"""Tokens of one that names nobody."""
SHORT = 14
"""Tokens of an attribution that trails."""

Attributed = tuple[Attribution, ...]


def attributions_by_rule(clause: Clause) -> Attributed:
    """Return the attribution of a sentence, if it is of a plain shape; the first that is found counts for all."""
    for i, cue in clause.cues.items():
        if clause.kinds[i] == letters.NAME and i > clause.first:
            continue  # `l’association Crier ensemble`
        found = _opened(clause, i) if cue.startswith("o:") else _reported(clause, i) or _trailing(clause, i)
        if found is not None:
            return (found,)
    return ()


def _reported(clause: Clause, i: int) -> Attribution | None:
    for at in range(i + 1, min(i + 1 + NEAR, clause.last - 1)):
        kind = clause.kinds[at]
        if kind == letters.LETTERS["THAT"]:
            return Attribution(i, "right", ((at, _end(clause)),), _source(clause, i))
        if kind in (";", ":", ".", '"'):
            break
    start = 0 if clause.words[i].startswith(clause.lexicon.wishes or ("-",)) else _infinitive(clause, i + 1)
    return Attribution(i, "right", ((start, _end(clause)),), _source(clause, i)) if start else None


def _infinitive(clause: Clause, at: int) -> int:
    """Where a report begins that has an infinitive for its verb: `nie avoir touché`, `ha detto di non volere`; 0 if none."""
    lexicon = clause.lexicon
    if not lexicon.infinitives:
        return 0
    first = at
    at += clause.words[at] in lexicon.before_infinitives
    while clause.kinds[at] in (letters.LETTERS["NOT"], letters.LETTERS["OBJ"]):
        at += 1
    word = clause.words[at]
    plain = clause.kinds[at] in (letters.WORD, "V", letters.LETTERS["BE"])
    return first if plain and word.endswith(lexicon.infinitives) and word not in lexicon.no_infinitives else 0


def _trailing(clause: Clause, i: int) -> Attribution | None:
    """`…, a indiqué le ministre.`: a comma just before the cue, its auxiliary aside, and no other behind it."""
    comma = next((at for at in (i - 1, i - 2, i - 3) if clause.kinds[at] == ","), 0)
    if comma - clause.first < 3 or clause.last - i > SHORT or "," in clause.kinds[i : _end(clause)]:
        return None
    if _end(clause) - i > 2 and any(kind in letters.BODY for kind in clause.kinds[comma + 1 : i]):
        return None  # `Rue des Lilas, les riverains hésitent entre deux partis`
    source = _behind(clause, i)
    if source and clause.words[source[0]].endswith(clause.lexicon.infinitives or ("-",)):
        return None  # `El técnico, que tiene contrato, no piensa dimitir`
    if source is None and _end(clause) - i > BARE:
        return None
    if ":" in clause.kinds[i : clause.last] or '"' in clause.kinds[clause.first : source[0] if source else i]:
        return None  # `« Non », a répondu le maire`, `…, a jugé « prématuré » de partir`
    return Attribution(i, "left", ((_start(clause), comma),), source or _source(clause, i))


def _opened(clause: Clause, i: int) -> Attribution | None:
    """A preposition that names a source: `Selon le ministre, …` and `…, selon le ministre`."""
    source = _behind(clause, i)
    if source is None or source[0] > i + 2:
        return None
    end = _end(clause)
    if i <= clause.first + 1:
        comma = next((at for at in range(i, min(i + 30, end)) if clause.kinds[at] == ","), 0)
        return Attribution(i, "right", ((comma + 1, end),), source) if comma and comma + 1 < end else None
    before = i - 1 if clause.kinds[i - 1] == "," else 0
    if before - clause.first >= 3 and end - i <= SHORT:
        return Attribution(i, "left", ((_start(clause), before),), source)
    return None


def _source(clause: Clause, i: int) -> Extent | None:
    return next((run[:2] for run in places.sources_before(clause, i)), None)


def _behind(clause: Clause, i: int) -> Extent | None:
    """The nearest phrase behind a cue that nothing governs: `a dit à la presse le maire`."""
    governs = letters.PREPOSITION
    return next((run[:2] for run in places.sources_behind(clause, i) if clause.kinds[run[0] - 1] != governs), None)


def _start(clause: Clause) -> int:
    return clause.first + (clause.kinds[clause.first] in letters.BREAK)


def _end(clause: Clause) -> int:
    return clause.first + 1 + len(clause.kinds[clause.first + 1 : clause.last].rstrip(letters.CLOSING))
