"""What stands left of an office's head: `former Norwegian deputy foreign`, `Iran's Supreme National Security Council`.

Read leftwards, word by word: the rest of the role, a body, a country, `former`.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from newsparse.analysis.offices.bodies import Body, body_ending
from newsparse.analysis.offices.vocabulary import POSSESSIVE, UNIONS, Token, last_word, tokens_of, words
from newsparse.analysis.places import Place, find_places

_COMMON = re.compile(r"(?:al|ic|ive|ary|ear|ous|tion|ment|ity|ture|ivil|ing|ship|rights)$|^(?:anti|counter|pro)-")
"""Words that are no name although a sentence begins with them: `Nuclear negotiator`, `Civil protection chief`."""


class Owner(NamedTuple):
    """The rest of the role, and whose it is; `start` is where that begins."""

    role: str
    start: int
    organization: str | None
    country: str | None
    former: bool


class _State(NamedTuple):
    """How far the reading is; `tokens` are those still to be read."""

    text: str
    begin: int
    head: str
    places: tuple[Place, ...]
    tokens: tuple[Token, ...]
    start: int
    role: tuple[str, ...] = ()
    organization: str | None = None
    country: str | None = None
    former: bool = False
    whole: bool = False

    @property
    def last(self) -> Token:
        return self.tokens[-1]

    @property
    def place(self) -> Place | None:
        """The place that the last word belongs to."""
        return next((one for one in self.places if one.span.start <= self.last.start < one.span.end), None)

    def back_to(self, start: int) -> _State:
        """Everything from `start` on has been read."""
        return self._replace(start=start, tokens=tuple(one for one in self.tokens if one.start < start))


def owner_of(text: str, start: int, end: int, head: str, *, whole: bool) -> Owner:
    """Read what stands before a head at `end`, its phrase beginning at `start` at the earliest.

    `whole` says that the phrase must begin at `start`, so that a determiner may be followed by more.
    """
    tokens = tuple(tokens_of(text, start, end))
    state = _State(text, start, head, find_places(text, start, end), tokens, end, whole=whole)
    while state.tokens:
        determined = state.last.low in words().determiners
        following = next((found for step in _STEPS if (found := step(state)) is not None), None)
        if following is None:
            break
        state = following
        if determined and not whole:
            break
    return Owner(" ".join(state.role), state.start, state.organization, state.country, state.former)


def _hyphen(state: _State) -> _State | None:
    """`ex-president`."""
    if state.last.text == "-" and len(state.tokens) > 1 and state.tokens[-2].end == state.last.start:
        return state._replace(tokens=state.tokens[:-1])
    return None


def _former(state: _State) -> _State | None:
    if state.last.low in words().former:
        return state.back_to(state.last.start)._replace(former=True)
    return None


def _role_word(state: _State) -> _State | None:
    """`deputy`, `foreign`; beyond a body's name only a rank: `senior Hamas official`."""
    token = state.last
    owned = state.organization or state.country
    known = (
        words().ranks if owned or (state.head in words().local and token.capital) else words().modifiers
    )  # `Labour MP`
    if token.low not in known or state.place is not None or _ends_body(state):
        return None
    return state.back_to(token.start)._replace(role=(token.low, *state.role))


def _ends_body(state: _State) -> bool:
    """Whether a word that could be part of a role closes a body's name: `the ruling party`, `Security Council`."""
    token = state.last
    if token.text in words().nouns and len(state.tokens) > 1 and state.tokens[-2].capital:
        before = state.tokens[-2]
        return token.text not in ("Treasury", "Senate") or not find_places(state.text, before.start, before.end)
    return token.text.islower() and words().lower.search(state.text, state.begin, token.end) is not None


def _passing(state: _State) -> _State | None:
    """`the`, `outgoing`, `newly elected`."""
    if state.last.low in words().determiners or state.last.low in words().passing:
        return state.back_to(state.last.start)
    return None


def _body(state: _State) -> _State | None:
    if state.organization is not None or (found := body_ending(state.text, state.begin, state.tokens)) is None:
        return None
    if not found.sure and _is_no_body(state, found):
        # `Labour MP`, `Houston mayor`: a party or a town is passed over
        return state.back_to(found.start) if state.head in words().local and not state.place else None
    return state.back_to(found.start)._replace(organization=found.name, country=state.country or found.country)


def _is_no_body(state: _State, body: Body) -> bool:
    """Whether words in capitals before a head are its portfolio, a town, a party or a sentence's first word."""
    final = state.last
    if last_word(state.head) in words().ministerial or state.head in words().local:
        return True
    if _is_first_word(state, final):
        return True
    places = find_places(state.text, body.start, final.end)
    whole = places and places[0].span.start == body.start and places[-1].span.end >= final.end - 2
    return bool(whole) or body.name.lower() in words().openers


def _is_first_word(state: _State, token: Token) -> bool:
    """Whether a word has its capital only from the sentence's beginning: `Nuclear negotiator`."""
    begins = token.start == state.begin and not state.whole and not token.text.isupper()
    return begins and _COMMON.search(token.low) is not None


def _place(state: _State) -> _State | None:
    place = state.place
    if place is None or state.country is not None:
        return None
    union = place.text if place.country in UNIONS else None
    found = state._replace(country=place.country, organization=state.organization or union)
    return found.back_to(place.span.start)


def _portfolio(state: _State) -> _State | None:
    """What an office deals with, where no list has it: `oil minister`, `Transport and Infrastructure Minister`."""
    if state.organization or state.country or not (taken := _portfolio_words(state)):
        return None
    return state.back_to(taken[0].start)._replace(role=(*(one.low for one in taken), *state.role))


def _portfolio_words(state: _State) -> tuple[Token, ...]:
    tokens, last = state.tokens, state.last
    if last.capital and _is_first_word(state, last) and state.head not in words().local:
        return (last,)
    if last.low == "and" and state.role and len(tokens) > 1 and tokens[-2].low in words().modifiers:
        return tokens[-2:]
    if last.capital:
        fits = last_word(state.head) in words().ministerial and last.low not in words().openers
        return (last,) if fits and not POSSESSIVE.search(last.text) and state.place is None else ()
    return _lower_portfolio(state)


def _lower_portfolio(state: _State) -> tuple[Token, ...]:
    """Up to three words in lower case, if a country, a body or the phrase's beginning stands before them."""
    if state.text[state.last.end : state.last.end + 2].strip().isupper():
        return ()  # `sources say Foreign Minister …`
    taken: tuple[Token, ...] = ()
    for token in reversed(state.tokens[-4:]):
        if token.text in (",", "(") or token.low in words().determiners:
            return taken
        if token.capital or POSSESSIVE.search(token.text):
            return (token, *taken) if _is_first_word(state, token) else taken
        if not token.text[0].isalpha() or token.low in words().no_portfolio or token.low.endswith("ed"):
            return ()
        taken = (token, *taken)
        if token.start <= state.begin:
            return taken
    return ()


_STEPS: tuple[Callable[[_State], _State | None], ...] = (
    _hyphen, _former, _role_word, _passing, _body, _place, _portfolio,
)  # fmt: skip
