"""Who says it: ranks the candidates around each quotation, those that an earlier quotation hands on among them."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Callable, Iterable, Sequence
from itertools import chain
from typing import NamedTuple

from newsparse.annotations.quotations import features, phrases, ranking
from newsparse.annotations.quotations.candidates import Candidate, around_verb, candidates_in
from newsparse.annotations.quotations.clauses import Token, sentences_around
from newsparse.annotations.quotations.features import Context, Earlier, Features, Handed, Seen
from newsparse.annotations.quotations.lexicon import CUES, Kind, Lexicon
from newsparse.annotations.quotations.ranking import Models
from newsparse.annotations.quotations.stretches import Stretch
from newsparse.model import Heading, Headline, Span
from newsparse.model.nodes import AnyLeaf

NEAREST = 8
"""Candidates looked at on either side of a quotation."""
SHORT = 60
"""Code points of a quotation that may be a repeated catchword."""
LONGEST_SIGNATURE = 120
"""Code points of a line that tells who said the quotation above it."""
LOOK_BACK = 600
"""Code points at the end of a block without quotations that the next one's may refer to."""
REMEMBERED = 4
"""Sentences kept, for a report that goes on without a cue."""
FARTHEST = 3
"""Blocks after which a speaker is forgotten."""


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


class Choice(NamedTuple):
    """One possible answer for a quotation, with the features that speak for or against it.

    Where it is a candidate among `tokens`, its words are looked up only when it is chosen.
    """

    features: Features
    given: Attribution = NOBODY
    candidate: Candidate | None = None
    tokens: Sequence[Token] = ()

    @property
    def attribution(self) -> Attribution:
        """Who says it, if this is the answer."""
        return self.given if self.candidate is None else _attribution(self.tokens, self.candidate)


class Case(NamedTuple):
    """A quotation with all its possible answers."""

    stretch: int
    context: Context
    choices: Sequence[Choice]
    seen: Seen


# A transcript inside the marks: `“LEE: We will go.`
_LABEL = re.compile(r"\W{1,3}((?:[A-Z][A-Z.’'-]+ ){0,3}[A-Z][A-Z’'-]+):\s")
_TELLING = frozenset((*CUES, Kind.AUXILIARY, Kind.DASH, Kind.QUOTED))
_REPORTING = frozenset(("before", "after", "according"))
CERTAIN = ("certain",)
UNSEEN = Seen(heading=False, repeated=False, talks=False, plain=("",))
Decide = Callable[[Case], Attribution]


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
            self._described = [(one, features.earlier(self.tokens, one)) for one in self.candidates(lexicon)]
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
                return _attribution(self.tokens, candidate)
        return None


class Reader:
    """Goes through the blocks in order, and remembers who spoke last. `decide` picks an answer of each case."""

    def __init__(self, text: str, lexicon: Lexicon, decide: Decide, *, thorough: bool = False) -> None:
        self.text = text
        self.thorough = thorough
        self.lexicon = lexicon
        self.decide = decide
        self.answers: dict[int, Attribution] = {}
        self._last = NOBODY
        self._last_block = self._last_sentence = self._last_place = -9
        self._words: set[str] = set()
        self._past: deque[Past] = deque(maxlen=REMEMBERED)
        self._before: Iterable[Past] = ()
        self._rest: Iterable[Past] = ()

    def read(
        self, number: int, block: AnyLeaf, stretches: Sequence[tuple[int, Stretch]], following: AnyLeaf | None
    ) -> None:
        """Answer the quotations of one block; `following` may be a line that signs them."""
        heading = isinstance(block, Headline | Heading)
        signature = _signature(self.text, block, stretches, following, self.lexicon)
        extent = block.content
        if not stretches:
            extent = Span(max(extent.start, extent.end - LOOK_BACK), extent.end)
        sentences = sentences_around(self.text, extent, stretches, self.lexicon, titled=heading)
        ahead = (Past(tokens, number, at) for at, tokens in enumerate(sentences))
        # What stands before and what stands behind the quotations is read only if a quotation asks for it.
        self._before, self._past = self._rest, deque(maxlen=REMEMBERED)
        left = len(stretches)
        while left:
            past = next(ahead)
            left -= self._read_sentence(past, signature, heading=heading)
            self._past.append(past)
        self._rest = chain(self._past, ahead)

    def _read_sentence(self, past: Past, signature: Attribution | None, *, heading: bool) -> int:
        """Answer the quotations of one sentence, and return how many they are."""
        tokens, block, number = past.tokens, past.block, past.number
        kinds = [token.kind for token in tokens]
        places = [place for place, kind in enumerate(kinds) if kind == Kind.QUOTED]
        if places:
            cues = features.cues_in(kinds)
            for place in places:
                context = features.context_of(self.text, tokens, kinds, place, cues)
                certain = self._certainly(past, context, signature)
                choices: Sequence[Choice] = () if certain else self._choices(past, context)
                self._answer(block, number, context, certain, choices, heading=heading)
        return len(places)

    def _certainly(self, past: Past, context: Context, signature: Attribution | None) -> Attribution | None:
        """What is told so plainly that nothing has to be weighed."""
        if _is_name(context, self.lexicon):
            return NOBODY._replace(speech=False)
        certain = signature or _labelled(self.text, context)
        if certain is None and not self.thorough:
            certain = _plain(context, self.lexicon)
        if certain is None:
            certain = _certain(context, past.all_candidates(self.lexicon), plain=not self.thorough)
        if certain is None:
            certain = self._goes_on(past.block, past.number, context)
        return NOBODY if certain is None and _dropped_in(context) else certain

    def _remembered(self) -> list[Past]:
        """The sentences right before the one being read, those of the block before among them."""
        if len(self._past) < REMEMBERED:
            self._before = deque(self._before, maxlen=REMEMBERED)
            return [*self._before, *self._past][-REMEMBERED:]
        return list(self._past)

    def _answer(
        self,
        block: int,
        sentence: int,
        context: Context,
        certain: Attribution | None,
        choices: Sequence[Choice],
        *,
        heading: bool,
    ) -> None:
        stretch = context.tokens[context.place].stretch
        repeated, words = False, context.shape.text
        if len(words) < SHORT:
            words = words.casefold()
            repeated = words in self._words
            self._words.add(words)
        seen = UNSEEN
        if certain is None or self.thorough:
            seen = features.seen_of(context, self.lexicon, heading=heading, repeated=repeated)
        if certain is not None:
            choices = (Choice(CERTAIN, certain),)
        answer = self.answers[stretch] = self.decide(Case(stretch, context, choices, seen))
        if answer.source is not None and answer.speech:
            self._last = answer
            self._last_block, self._last_sentence, self._last_place = block, sentence, context.place

    def _choices(self, here: Past, context: Context) -> list[Choice]:
        tokens, place = context.tokens, context.place
        block, sentence = here.block, here.number
        choices = [
            Choice(features.beside(context, candidate), candidate=candidate, tokens=tokens)
            for candidate in _nearest(here.all_candidates(self.lexicon), place)
            if not candidate.first <= place < candidate.last
        ]
        past = self._remembered()
        if past and block - past[-1].block < 2:
            before = past.pop()
            distance = block - before.block
            choices += [
                Choice(features.previous(earlier, context, distance), candidate=candidate, tokens=before.tokens)
                for candidate, earlier in before.described(self.lexicon)
            ]
        for earlier in reversed(past):
            if block - earlier.block > 1:
                break
            told = earlier.told(self.lexicon)
            if told is not None:
                since = sentence - earlier.number if block == earlier.block else sentence + 1
                choices.append(Choice(features.told(told.way, block - earlier.block, since, context), told))
                break
        if self._last.source is not None and block - self._last_block <= FARTHEST:
            handed = self._handed(block, sentence, context)
            choices.append(Choice(features.handed_on(handed, context), self._last._replace(carried=True)))
        return choices

    def _goes_on(self, block: int, sentence: int, context: Context) -> Attribution | None:
        """`“A,” Lee said. “B.”`: a sentence that is nothing but a quotation goes on from the one right before it."""
        alone = len(context.tokens) == 1 and context.shape.whole and context.shape.length != "1"
        beside = self._last_block == block and self._last_sentence == sentence - 1
        return self._last._replace(carried=True) if alone and beside and not self.thorough else None

    def _handed(self, block: int, sentence: int, context: Context) -> Handed:
        blocks = block - self._last_block
        sentences = sentence if blocks else sentence - self._last_sentence
        between = 0
        if not blocks and not sentences:
            between = features.cues_in(context.kinds[self._last_place + 1 : context.place])
        return Handed(blocks, sentences, between, context.place - self._last_place, self._last.way)


def _is_name(context: Context, lexicon: Lexicon) -> bool:
    """Whether the words before say that a name follows: `known as “gating”`, `the film “The Gate”`."""
    words = context.tokens[max(0, context.place - 6) : context.place]
    if words and words[-1].word.lower() in lexicon.works and context.shape.capital and not context.shape.whole:
        # `the film “The Gate”`, but not `Lee called the film “Bad”`.
        return all(token.kind != Kind.WEAK_VERB for token in words)
    before = [token.word.lower() for token in context.tokens[max(0, context.place - 2) : context.place]]
    return any(tuple(before[-len(phrase) :]) == phrase for phrase in lexicon.naming)


def _dropped_in(context: Context) -> bool:
    """A whole sentence in the middle of one that reports nothing (`They are wary, as “We will go.”`): nobody is named."""
    shape = context.shape
    announced = shape.before not in ("SUBORDINATOR", "PREPOSITION")
    return not announced and not context.cues and shape.whole and shape.length in ("8", "15")


def _labelled(text: str, context: Context) -> Attribution | None:
    """Who is named inside the marks: `“LEE: We will go.`."""
    label = _LABEL.match(text, context.tokens[context.place].start)
    return Attribution(Span(*label.span(1)), None, "label", "mark") if label else None


def _plain(context: Context, lexicon: Lexicon) -> Attribution | None:
    """`“…,” Lee said`, `“…,” said Lee`: what `_certain` would find first, without looking at the rest of the sentence."""
    tokens, kinds, place = context.tokens, context.kinds, context.place
    if context.shape.ends != "," or (place and kinds[place - 1] in CUES) or kinds[place + 1 : place + 2] == [Kind.DASH]:
        return None
    begins = _behind(kinds, place)
    for at in range(begins, min(len(kinds), place + phrases.LONGEST)):
        if kinds[at] == Kind.QUOTED or tokens[at].word in lexicon.particles:
            return None
        if kinds[at] == Kind.VERB:
            for one in around_verb(tokens, at, (None, None), lexicon):
                if min(one.first, one.cue_first) == begins and _tells_plainly(one):
                    return _attribution(tokens, one)
    return None


def _behind(kinds: list[int], place: int) -> int:
    """Where the words behind a quotation begin: `„…“, sagte Lee` has its comma outside the marks."""
    return place + 2 if kinds[place + 1 : place + 2] == [Kind.COMMA] else place + 1


def _tells_plainly(one: Candidate) -> bool:
    return one.way in ("before", "after") and one.strength in ("verb", "told")


def _certain(context: Context, candidates: Sequence[Candidate], *, plain: bool) -> Attribution | None:
    """What needs no weighing: `“…,” Lee said`, `“…,” said Lee`, `“…” — Lee`, `the board, which called it “…”`."""
    tokens, place = context.tokens, context.place
    begins = _behind(context.kinds, place)
    for one in candidates:
        if one.cue_last == place and one.way == "before" and tokens[one.first].kind == Kind.RELATIVE:
            return _attribution(tokens, one)
        if min(one.first, one.cue_first) != begins:
            continue
        if (
            one.way == "dash"
            and not _told_before(context)
            and not any(token.kind in _TELLING for token in tokens[one.last : one.last + 8])
        ):
            return _attribution(tokens, one)
        if plain and context.shape.ends == "," and _tells_plainly(one):
            return _attribution(tokens, one)
    return None


def _told_before(context: Context) -> bool:
    """`Lee said, “…” - the first to do so`: what stands behind the dash is no signature."""
    return any(kind in CUES for kind in context.kinds[: context.place])


def _signature(
    text: str, block: AnyLeaf, stretches: Sequence[tuple[int, Stretch]], following: AnyLeaf | None, lexicon: Lexicon
) -> Attribution | None:
    """`“…”` in a block of its own, and in the next one `— Ann Lee, Oslo`."""
    if len(stretches) != 1 or following is None or following.content.end - following.content.start > LONGEST_SIGNATURE:
        return None
    stretch = stretches[0][1]
    outside = text[block.content.start : stretch.start] + text[stretch.end : block.content.end]
    if any(char.isalnum() for char in outside) or text[following.content.start] not in "-–—―‒~":
        return None
    tokens, *more = list(sentences_around(text, following.content, (), lexicon)) or [[]]
    named = phrases.after(tokens, 1, lexicon) if not more or len(more[0]) < 3 else None
    if named is None:
        return None
    source = Span(tokens[named[0]].start, tokens[named[1] - 1].end)
    return Attribution(source, None, "signed", "mark")


def _nearest(candidates: list[Candidate], place: int) -> list[Candidate]:
    """The candidates whose cues are nearest to a quotation, on either side."""
    if len(candidates) <= 2 * NEAREST:
        return candidates
    before = [candidate for candidate in candidates if candidate.cue_first < place]
    after = [candidate for candidate in candidates if candidate.cue_first >= place]
    return before[-NEAREST:] + after[:NEAREST]


def _attribution(tokens: Sequence[Token], candidate: Candidate) -> Attribution:
    source = Span(tokens[candidate.first].start, tokens[candidate.last - 1].end)
    cue = None
    if candidate.cue_last > candidate.cue_first and candidate.strength not in ("mark", "owner"):
        cue = Span(tokens[candidate.cue_first].start, tokens[candidate.cue_last - 1].end)
    return Attribution(source, cue, candidate.way, candidate.strength)


def best_speaker(case: Case, models: Models) -> tuple[Attribution, float]:
    """Return the answer that the model ranks first, and its score."""
    best, most = None, -5.0
    for choice in case.choices:
        got = ranking.speaker_score(choice.features, models)
        if got > most:
            best, most = choice, got
    return (best.attribution if best else NOBODY), most


def shown_for_function(case: Case, best: Attribution, score: float) -> list[str]:
    """Return the features that tell whether it is speech, if `best` is who might say it."""
    way = f"{best.way}+" if best.carried else best.way
    return features.function(case.context, way, best.strength, score, case.seen)


def decider(models: Models) -> Decide:
    """Return what answers a case by the models: who, and then whether it is speech at all."""
    outside = ranking.score(features.reported(inside=False, named=False, agreed=False), models.function)

    def decide(case: Case) -> Attribution:
        if len(case.choices) == 1 and case.choices[0].features is CERTAIN:
            return case.choices[0].attribution
        best, most = best_speaker(case, models)
        odds = ranking.score(shown_for_function(case, best, most), models.function)
        return best._replace(speech=odds + outside <= 0, odds=odds)

    return decide


def attribute(
    text: str,
    blocks: Sequence[AnyLeaf],
    stretches: Sequence[Stretch],
    lexicon: Lexicon,
    decide: Decide,
    *,
    thorough: bool = False,
) -> dict[int, Attribution]:
    """Return who says each of the stretches, by its place among them; `thorough` weighs the plain cases too."""
    reader = Reader(text, lexicon, decide, thorough=thorough)
    by_block: dict[int, list[tuple[int, Stretch]]] = {}
    for place, stretch in enumerate(stretches):
        by_block.setdefault(stretch.block, []).append((place, stretch))
    for number in sorted(by_block.keys() | {number - 1 for number in by_block if number}):
        following = blocks[number + 1] if number + 1 < len(blocks) else None
        reader.read(number, blocks[number], by_block.get(number, ()), following)
    return reader.answers
