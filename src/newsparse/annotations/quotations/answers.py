"""Whose words a quotation is: what attribution gives, however it was found."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple, TypeAlias

from newsparse.annotations.quotations.candidates import Candidate
from newsparse.annotations.quotations.clauses import Token
from newsparse.annotations.quotations.telling import Features, Parts, told_by
from newsparse.model import Span

Odds: TypeAlias = float | tuple[float, ...]
"""What speaks against speech, reports aside: the sum of a linear model, or the numbers that a forest looks at."""


class Attribution(NamedTuple):
    """Whose words: `source` names the speaker, `cue` reports, `way` is how (see `Candidate`).

    `carried`: handed on from an earlier quotation. `speech` is False for scare quotes, terms and titles; `odds` are those that
    it is none, as far as they were weighed. `rivals` are the answers that a second look may prefer, `others` where the sources
    of the rest start and end; `named` are the words of `source`, where they are tokens.
    """

    source: Span | None
    cue: Span | None
    way: str
    strength: str
    carried: bool = False
    speech: bool = True
    odds: Odds | None = None
    rivals: Sequence[Rival] = ()
    others: Sequence[int] = ()
    named: Sequence[Token] = ()


class Rival(NamedTuple):
    """An answer that was weighed, without the words and features that an article of many quotations could not keep."""

    score: float
    answer: Attribution


NOBODY = Attribution(source=None, cue=None, way="none", strength="none")


class Choice(NamedTuple):
    """One possible answer for a quotation, with the parts that speak for or against it.

    `forms` are those of inflection. Where it is a candidate among `tokens`, its words are looked up only when it is chosen.
    """

    parts: Parts
    given: Attribution = NOBODY
    candidate: Candidate | None = None
    tokens: Sequence[Token] = ()
    forms: Parts = ()

    @property
    def features(self) -> Features:
        """Its features, those of inflection aside."""
        return told_by(self.parts)

    @property
    def shown(self) -> Features:
        """All its features."""
        return told_by(self.parts + self.forms)

    @property
    def attribution(self) -> Attribution:
        """Who says it, if this is the answer."""
        return self.given if self.candidate is None else attribution_of(self.tokens, self.candidate)


def attribution_of(tokens: Sequence[Token], candidate: Candidate) -> Attribution:
    """Return the attribution that `candidate`, among `tokens`, is."""
    source = Span(tokens[candidate.first].start, tokens[candidate.last - 1].end)
    cue = None
    if candidate.cue_last > candidate.cue_first and candidate.strength not in ("mark", "owner"):
        cue = Span(tokens[candidate.cue_first].start, tokens[candidate.cue_last - 1].end)
    named = tokens[candidate.first : candidate.last]
    return Attribution(source, cue, candidate.way, candidate.strength, named=named)
