"""Whose words a quotation is: what attribution gives, however it was found."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from newsparse.annotations.quotations.candidates import Candidate
from newsparse.annotations.quotations.clauses import Token
from newsparse.model import Span


class Attribution(NamedTuple):
    """Whose words: `source` names the speaker, `cue` reports, `way` is how (see `Candidate`).

    `carried`: handed on from an earlier quotation. `speech` is False for scare quotes, terms and titles; `odds` are those that
    it is none, as far as they were weighed.
    """

    source: Span | None
    cue: Span | None
    way: str
    strength: str
    carried: bool = False
    speech: bool = True
    odds: float | None = None


NOBODY = Attribution(None, None, "none", "none")


def attribution_of(tokens: Sequence[Token], candidate: Candidate) -> Attribution:
    """Return the attribution that `candidate`, among `tokens`, is."""
    source = Span(tokens[candidate.first].start, tokens[candidate.last - 1].end)
    cue = None
    if candidate.cue_last > candidate.cue_first and candidate.strength not in ("mark", "owner"):
        cue = Span(tokens[candidate.cue_first].start, tokens[candidate.cue_last - 1].end)
    return Attribution(source, cue, candidate.way, candidate.strength)
