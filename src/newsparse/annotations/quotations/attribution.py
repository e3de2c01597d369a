"""Who says it: ranks the candidates around each quotation, those that an earlier quotation hands on among them."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import NamedTuple

from newsparse.annotations.quotations import ranking
from newsparse.annotations.quotations.candidates import Candidate, candidates_in
from newsparse.annotations.quotations.clauses import Token, sentences_around
from newsparse.annotations.quotations.lexicon import CUES, Kind, Lexicon
from newsparse.annotations.quotations.stretches import Stretch
from newsparse.model import Span
from newsparse.model.nodes import AnyLeaf


class Attribution(NamedTuple):
    """Whose words: `source` names the speaker, `cue` reports, `way` is how (see `Candidate`); `carried` from an earlier one."""

    source: Span | None
    cue: Span | None
    way: str
    carried: bool = False


class Choice(NamedTuple):
    """One possible answer for a quotation, with the features that speak for or against it."""

    attribution: Attribution
    features: list[str]


class Case(NamedTuple):
    """A quotation with all its possible answers; the first is that nobody says it."""

    stretch: int
    choices: list[Choice]


NEAREST = 8
"""Candidates looked at on either side of a quotation."""

NOBODY = Attribution(None, None, "none")


class Reader:
    """Goes through the blocks in order, and remembers who spoke last. `decide` picks an answer of each case."""

    def __init__(self, text: str, lexicon: Lexicon, decide) -> None:
        self.text = text
        self.lexicon = lexicon
        self.decide = decide
        self.last: Attribution = NOBODY
        self.last_block = -9
        self.last_sentence = -9
        self.last_place = -1
        self.previous: list[Token] = []
        self.previous_block = -9
        self.answers: dict[int, Attribution] = {}
        self.before: list[Candidate] | None = None

    def read(self, block: int, extent: Span, stretches: Sequence[tuple[int, Stretch]], starts: Collection[int]) -> None:
        sentences = sentences_around(self.text, extent, stretches, starts, self.lexicon)
        for number, tokens in enumerate(sentences):
            places = [place for place, token in enumerate(tokens) if token.kind is Kind.QUOTED]
            if places:
                candidates = candidates_in(tokens, self.lexicon)
                for place in places:
                    self._one(block, number, tokens, place, candidates)
            self.previous = tokens
            self.previous_block = block
            self.before = None

    def _candidates_before(self) -> list[Candidate]:
        if self.before is None:
            self.before = candidates_in(self.previous, self.lexicon)[-NEAREST:]
        return self.before

    def _one(self, block: int, number: int, tokens: list[Token], place: int, candidates: list[Candidate]) -> None:
        text = self.text
        quoted = tokens[place]
        choices = [Choice(NOBODY, [])]
        shape = _shape(text, tokens, place)
        cues = sum(1 for token in tokens if token.kind in CUES)
        context = _Context(tokens, place, shape)
        for candidate in _nearest(candidates, place):
            if candidate.first <= place < candidate.last:
                continue
            choices.append(
                Choice(_attribution(tokens, candidate), _features(context, candidate, self.lexicon))
            )
        if self.previous:
            distance = 0 if self.previous_block == block else 1 if self.previous_block == block - 1 else 2
            if distance < 2:
                for candidate in self._candidates_before():
                    choices.append(Choice(_attribution(self.previous, candidate), _previous_features(self.previous, candidate, context, distance, cues)))
        if self.last.source is not None and block - self.last_block <= 3:
            choices.append(Choice(Attribution(self.last.source, self.last.cue, self.last.way, True), self._carry_features(block, number, context, cues)))
        choices[0].features.extend(_nobody_features(context, candidates, cues))
        answer = self.decide(Case(quoted.stretch, choices))
        self.answers[quoted.stretch] = answer
        if answer.source is not None:
            self.last = answer
            self.last_block = block
            self.last_sentence = number
            self.last_place = place

    def _carry_features(self, block: int, number: int, context: _Context, cues: int) -> list[str]:
        blocks = block - self.last_block
        sentences = number - self.last_sentence if not blocks else number
        same = not blocks and not sentences
        shape = context.shape
        alone = len(context.tokens) == 1
        between = 0
        if same:
            between = sum(1 for t in context.tokens[self.last_place + 1 : context.place] if t.kind in CUES)
        where = f"{min(blocks, 3)}.{min(sentences, 3)}"
        first = context.place == 0
        features = [
            "c", f"c.{where}", f"c.{where}.{alone}.{min(cues, 2)}", f"c.{where}.{shape.length}", f"c.{where}.{shape.ends}",
            f"c.{where}.{shape.before}", f"c.{where}.{first}.{shape.ends}.{min(cues, 2)}", f"c.way.{self.last.way}.{where}",
            f"c.{same}.{between}.{min(context.place - self.last_place, 6)}", f"c.{where}.{shape.whole}.{shape.capital}",
        ]
        return features


def _nearest(candidates: list[Candidate], place: int) -> list[Candidate]:
    """The candidates whose cues are nearest to a quotation, on either side."""
    if len(candidates) <= 2 * NEAREST:
        return candidates
    before = [candidate for candidate in candidates if candidate.cue_first < place]
    after = [candidate for candidate in candidates if candidate.cue_first >= place]
    return before[-NEAREST:] + after[:NEAREST]


class _Shape(NamedTuple):
    length: str
    capital: bool
    ends: str
    before: str
    after: str
    whole: bool


class _Context(NamedTuple):
    tokens: list[Token]
    place: int
    shape: _Shape


def _shape(text: str, tokens: list[Token], place: int) -> _Shape:
    quoted = tokens[place]
    inner = text[quoted.start : quoted.end].strip(" \t\r\n\u00a0\u202f\"'“”„‟«»‹›‘’‚`´「」『』")
    words = inner.count(" ") + 1
    length = str(words) if words < 4 else "4" if words < 7 else "7" if words < 15 else "15"
    final = inner[-1:]
    after = text[quoted.end : quoted.end + 1]
    ends = "," if final == "," or after == "," else "." if final in ".!?…" or after in ".!?…" and after else "-"
    before = "^" if place == 0 else tokens[place - 1].kind.name
    behind = "$" if place + 1 == len(tokens) else tokens[place + 1].kind.name
    return _Shape(length, inner[:1].isupper(), ends, before, behind, final in ".!?" and inner[:1].isupper())


def _attribution(tokens: Sequence[Token], candidate: Candidate) -> Attribution:
    source = Span(tokens[candidate.first].start, tokens[candidate.last - 1].end)
    cue = None
    if candidate.cue_last > candidate.cue_first:
        cue = Span(tokens[candidate.cue_first].start, tokens[candidate.cue_last - 1].end)
    return Attribution(source, cue, candidate.way)


def _bucket(count: int) -> str:
    return str(count) if count < 4 else "4" if count < 6 else "6" if count < 10 else "10"


def _features(context: _Context, candidate: Candidate, lexicon: Lexicon) -> list[str]:
    tokens, place, shape = context
    way = candidate.way
    low, high = min(candidate.first, candidate.cue_first), max(candidate.last, candidate.cue_last)
    if high <= place:
        side, gap = "L", tokens[high:place]
    elif low > place:
        side, gap = "R", tokens[place + 1 : low]
    else:
        side, gap = "A", ()
    quotes = cues = commas = 0
    for token in gap:
        kind = token.kind
        if kind is Kind.QUOTED:
            quotes += 1
        elif kind in CUES:
            cues += 1
        elif kind is Kind.COMMA:
            commas += 1
    near = _bucket(len(gap))
    first = tokens[candidate.first]
    source = first.word.lower() if first.kind in (Kind.PRONOUN, Kind.RELATIVE) else first.kind.name
    cue = tokens[candidate.cue_first].word.lower() if candidate.cue_first < len(tokens) else ""
    if candidate.cue_last > candidate.cue_first:
        cue = tokens[candidate.cue_last - 1].word.lower()
    strength = candidate.strength
    base = f"{way}.{strength}.{side}"
    # `Q cue`, `cue Q`, whatever else lies between
    cue_side = "L" if candidate.cue_first < place else "R"
    cue_gap = place - candidate.cue_last if cue_side == "L" else candidate.cue_first - place - 1
    source_first = candidate.first < candidate.cue_first
    return [
        base, f"{base}.{near}", f"{base}.{shape.ends}.{shape.before if side == 'L' else shape.after}", f"{way}.{side}.q{min(quotes, 2)}",
        f"{way}.{side}.c{min(cues, 2)}", f"{side}.{near}.c{min(cues, 2)}.q{min(quotes, 2)}", f"s.{way}.{source}", f"v.{cue}.{way}", f"v.{cue}.{side}",
        f"{base}.{cue_side}{_bucket(cue_gap)}.{shape.ends}", f"{strength}.{side}.{shape.before}.{shape.ends}", f"{way}.{side}.{min(commas, 2)}.{near}",
        f"{base}.{shape.capital}.{shape.length}", f"{way}.{strength}.{source_first}.{cue_side}", f"l.{_bucket(candidate.last - candidate.first)}.{way}",
    ]


def _previous_features(tokens: Sequence[Token], candidate: Candidate, context: _Context, distance: int, cues: int) -> list[str]:
    shape = context.shape
    after = len(tokens) - max(candidate.last, candidate.cue_last)
    quotes = any(token.kind is Kind.QUOTED for token in tokens)
    colon = tokens[-1].kind is Kind.COLON
    first = context.place == 0
    alone = len(context.tokens) == 1
    base = f"p{distance}.{candidate.way}.{candidate.strength}"
    start = tokens[candidate.first]
    source = start.word.lower() if start.kind in (Kind.PRONOUN, Kind.RELATIVE) else start.kind.name
    later = sum(1 for token in tokens[candidate.cue_last :] if token.kind in CUES)
    return [
        f"p{distance}", base, f"{base}.{quotes}.{colon}", f"{base}.{first}.{alone}.{min(cues, 2)}", f"p{distance}.{colon}.{alone}.{shape.length}",
        f"p{distance}.{_bucket(after)}.{colon}", f"p.s.{candidate.way}.{source}", f"{base}.{shape.whole}.{min(cues, 1)}", f"p.{candidate.way}.later{min(later, 2)}",
        f"p.{distance}.{first}.{candidate.first == 0}",
    ]


def _nobody_features(context: _Context, candidates: Sequence[Candidate], cues: int) -> list[str]:
    shape = context.shape
    tokens, place = context.tokens, context.place
    before = tokens[place - 1].word.lower() if place else "^"
    after = tokens[place + 1].word.lower() if place + 1 < len(tokens) else "$"
    return [
        "n", f"n.{shape.length}", f"n.{shape.length}.{shape.capital}.{shape.ends}", f"n.b.{shape.before}", f"n.a.{shape.after}",
        f"n.cues{min(cues, 3)}", f"n.{shape.length}.{min(cues, 3)}", f"n.bw.{before}", f"n.aw.{after}", f"n.{shape.before}.{shape.after}.{shape.ends}",
    ]


def choose(case: Case) -> Attribution:
    """The answer that the model ranks first."""
    model = ranking.weights("attribution")
    best, most = NOBODY, float("-inf")
    for choice in case.choices:
        got = ranking.score(choice.features, model)
        if got > most:
            best, most = choice.attribution, got
    return best


def attribute(
    text: str, blocks: Sequence[AnyLeaf], stretches: Sequence[Stretch], starts: Collection[int], lexicon: Lexicon, decide=choose
) -> dict[int, Attribution]:
    """Return who says each of the outermost stretches, by its place among them."""
    reader = Reader(text, lexicon, decide)
    by_block: dict[int, list[tuple[int, Stretch]]] = {}
    for place, stretch in enumerate(stretches):
        if not stretch.depth:
            by_block.setdefault(stretch.block, []).append((place, stretch))
    wanted = set(by_block) | {block - 1 for block in by_block}
    for block in sorted(wanted):
        if block >= 0:
            reader.read(block, blocks[block].content, by_block.get(block, ()), starts)
    return reader.answers
