"""Sentences already read, which later quotations may go back to for their speaker."""

from __future__ import annotations

from newsparse.annotations.quotations import features
from newsparse.annotations.quotations.answers import Attribution, attribution_of
from newsparse.annotations.quotations.candidates import Candidate, candidates_in
from newsparse.annotations.quotations.clauses import Token
from newsparse.annotations.quotations.features import Earlier
from newsparse.annotations.quotations.lexicon import Kind, Lexicon

NEAREST = 8
"""Candidates looked at on either side of a quotation."""
_REPORTING = frozenset(("before", "after", "according"))


class Past:
    """A sentence already read. Its candidates are looked for only if a quotation asks, and once."""

    def __init__(self, tokens: list[Token], block: int, number: int) -> None:
        self.tokens = tokens
        self.block = block
        self.number = number
        self._candidates: list[Candidate] | None = None
        self._described: list[tuple[Candidate, Earlier]] | None = None
        self._asked = False
        self._told: Attribution | None = None

    def candidates(self, lexicon: Lexicon) -> list[Candidate]:
        """The last candidates of the sentence."""
        return self.all_candidates(lexicon)[-NEAREST:]

    def described(self, lexicon: Lexicon) -> list[tuple[Candidate, Earlier]]:
        """The last candidates of the sentence, with what they are to the next."""
        if self._described is None:
            kinds = [token.kind for token in self.tokens]
            self._described = [(one, features.earlier(self.tokens, kinds, one)) for one in self.candidates(lexicon)]
        return self._described

    def all_candidates(self, lexicon: Lexicon) -> list[Candidate]:
        """Every candidate of the sentence."""
        if self._candidates is None:
            self._candidates = candidates_in(self.tokens, lexicon)
        return self._candidates

    def told(self, lexicon: Lexicon) -> Attribution | None:
        """Who is reported in it, if anybody is."""
        if not self._asked:
            self._asked = True
            self._told = self._reported(lexicon)
        return self._told

    def _reported(self, lexicon: Lexicon) -> Attribution | None:
        if not any(token.kind == Kind.VERB for token in self.tokens):
            return None
        for candidate in reversed(self.candidates(lexicon)):
            if candidate.way in _REPORTING:
                return attribution_of(self.tokens, candidate)
        return None
