"""Who says it: ranks the candidates around each quotation, those that an earlier quotation hands on among them."""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import chain
from typing import NamedTuple

from newsparse.annotations.entities import Mention
from newsparse.annotations.quotations import (
    features,
    function_features,
    inflection,
    ranking,
    romance,
    settling,
    speaker_numbers,
)
from newsparse.annotations.quotations.answers import NOBODY, Attribution, Choice, Odds
from newsparse.annotations.quotations.candidates import Candidate
from newsparse.annotations.quotations.certain import (
    dropped_in,
    handed_on_by_another,
    labelled,
    names_something,
    plainly_told,
    signed,
    stands_alone,
    told_beside,
)
from newsparse.annotations.quotations.clauses import sentences_around
from newsparse.annotations.quotations.features import Context, Handed
from newsparse.annotations.quotations.function_features import Seen
from newsparse.annotations.quotations.function_numbers import Company, numbers_of
from newsparse.annotations.quotations.indirect.tidying import after_dateline
from newsparse.annotations.quotations.inflection import Named
from newsparse.annotations.quotations.lexicon import Kind, Lexicon
from newsparse.annotations.quotations.past import NEAREST, Past
from newsparse.annotations.quotations.ranking import Models
from newsparse.annotations.quotations.speaker_numbers import NOTHING_SPOKEN, Spoken
from newsparse.annotations.quotations.stretches import Stretch
from newsparse.annotations.quotations.telling import Parts
from newsparse.model import Heading, Headline, Span
from newsparse.model.nodes import AnyLeaf

SHORT = 60
"""Code points of a quotation that may be a repeated catchword."""
LOOK_BACK = 600
"""Code points at the end of a block without quotations that the next one's may refer to."""
REMEMBERED = 4
"""Sentences kept, for a report that goes on without a cue."""
FARTHEST = 3
"""Blocks after which a speaker is forgotten."""


class Case(NamedTuple):
    """A quotation with all its possible answers, and who has `spoken` before it (which goes on changing)."""

    stretch: int
    context: Context
    choices: Sequence[Choice]
    seen: Seen
    spoken: Spoken = NOTHING_SPOKEN


CERTAIN: Parts = (("certain",),)
UNSEEN = Seen(heading=False, repeated=False, talks=False, plain=("",))
Decide = Callable[[Case], Attribution]


class Reader:
    """Goes through the blocks in order, and remembers who spoke last. `decide` picks an answer of each case."""

    def __init__(
        self, text: str, lexicon: Lexicon, decide: Decide, mentions: Sequence[Mention] = (), *, thorough: bool = False
    ) -> None:
        self.text = text
        self.named = Named(mentions) if lexicon.nouns_are_capitalised else None
        self.thorough = thorough
        self.lexicon = lexicon
        self.decide = decide
        self.answers: dict[int, Attribution] = {}
        self.emphasised: frozenset[int] = frozenset()
        self.known: Mapping[int, Attribution] = {}
        self._last = NOBODY
        self._handed_on = NOBODY._replace(carried=True)
        self._last_block = self._last_sentence = self._last_place = -9
        self._words: set[str] = set()
        self._names: Counter[str] = Counter()
        self._past: deque[Past] = deque(maxlen=REMEMBERED)
        self._before: Iterable[Past] = ()
        self._rest: Iterable[Past] = ()

    def read(
        self, number: int, block: AnyLeaf, stretches: Sequence[tuple[int, Stretch]], following: AnyLeaf | None
    ) -> None:
        """Answer the quotations of one block; `following` may be a line that signs them."""
        heading = isinstance(block, (Headline, Heading))
        signature = signed(self.text, block, stretches, following, self.lexicon)
        extent = block.content
        if self.lexicon.nouns_have_articles and extent.start < extent.end:
            extent = Span(after_dateline(self.text, extent.start, extent.end), extent.end)
        if not stretches:
            extent = Span(max(extent.start, extent.end - LOOK_BACK), extent.end)
        sentences = sentences_around(self.text, extent, stretches, self.lexicon, titled=heading)
        ahead = (Past(tokens, number, at) for at, tokens in enumerate(sentences))
        # What stands before and what stands behind the quotations is read only if a quotation asks for it.
        # A headline goes on from nothing.
        self._before, self._past = () if isinstance(block, Headline) else self._rest, deque(maxlen=REMEMBERED)
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
        if names_something(context, self.lexicon) or context.tokens[context.place].stretch in self.emphasised:
            return NOBODY._replace(speech=False)
        certain = self.known.get(context.tokens[context.place].stretch) or signature or labelled(self.text, context)
        if certain is None and self.lexicon.quoting:
            certain = handed_on_by_another(context, self.lexicon)
        if certain is None and (self.lexicon.nouns_have_articles or self.lexicon.nouns_are_capitalised):
            certain = self._by_order(past, context)
        if certain is None and not self.thorough:
            certain = plainly_told(context, self.lexicon)
        if certain is None:
            certain = told_beside(context, past.all_candidates(self.lexicon), self.lexicon, plain=not self.thorough)
        if certain is None:
            certain = self._goes_on(past.block, past.number, context)
        return NOBODY if certain is None and dropped_in(context) else certain

    def _by_order(self, here: Past, context: Context) -> Attribution | None:
        """What word order settles: in French, Spanish and Italian; of German only what the sentence before tells."""
        before = self._past[-1] if self._past and self._past[-1].block == here.block else None
        last = self._last if here.block - self._last_block <= FARTHEST else NOBODY
        tokens = before.tokens if before is not None else ()
        told = before.told(self.lexicon) if before is not None else None
        if self.lexicon.nouns_are_capitalised:
            return None if told else romance.told_by_subject(context, tokens, last, self.lexicon)
        return romance.reported(context, tokens, told.source if told else None, last, self.lexicon)

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
        if self.thorough or (certain is None and not stands_alone(context)):
            seen = function_features.seen_of(context, self.lexicon, heading=heading, repeated=repeated)
        if certain is not None:
            choices = (Choice(CERTAIN, certain),)
        spoken = Spoken(self._names, self._last.source)
        answer = self.answers[stretch] = self.decide(Case(stretch, context, choices, seen, spoken))
        if answer.source is not None and answer.speech:
            self._names[speaker_numbers.name_of(self.text, answer.source)] += 1
            source, cue, way, strength, _, speech, odds, _, others, named = answer
            self._last = Attribution(source, cue, way, strength, answer.carried, speech, odds, (), others, named)
            self._handed_on = Attribution(source, cue, way, strength, True, speech, odds, (), others, named)  # noqa: FBT003
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
            choices.append(Choice(features.handed_on(handed, context), self._handed_on))
        return choices if self.named is None else self._inflected(choices, context, self.named)

    def _inflected(self, choices: Sequence[Choice], context: Context, named: Named) -> list[Choice]:
        """The choices with what the forms of their words tell."""
        place = context.place
        mood = inflection.mood_of(context.tokens, self.lexicon)
        opening = inflection.opening_of(context.tokens, self.lexicon)
        here = [one.candidate for one in choices if one.candidate is not None and one.tokens is context.tokens]
        persons = named.persons_among(context.tokens, here)
        found: list[Choice] = []
        for choice in choices:
            one = choice.candidate
            if one is None:
                way = "c" if choice.given.carried else "t"
                forms = inflection.carried(way, mood, opening, persons=bool(persons))
            else:
                where = "p" if choice.tokens is not context.tokens else "L" if one.last <= place else "R"
                rank = (
                    inflection.rank_of(one, persons, place)
                    if where != "p"
                    else inflection.RANKS_BEFORE[min(len(persons), 2)]
                )
                shown = named.forms_of(choice.tokens, one)
                forms = inflection.speaker(one.way, one.strength, shown, mood, where, rank)
            found.append(Choice(choice.parts, choice.given, one, choice.tokens, forms))
        return found

    def _goes_on(self, block: int, sentence: int, context: Context) -> Attribution | None:
        """`“A,” Lee said. “B.”`: a sentence that is nothing but a quotation goes on from the one right before it."""
        alone = len(context.tokens) == 1 and context.shape.whole and context.shape.length != "1"
        beside = self._last_block == block and self._last_sentence == sentence - 1
        return self._handed_on if alone and beside and not self.thorough else None

    def _handed(self, block: int, sentence: int, context: Context) -> Handed:
        blocks = block - self._last_block
        sentences = sentence if blocks else sentence - self._last_sentence
        between = 0
        if not blocks and not sentences:
            between = features.cues_in(context.kinds[self._last_place + 1 : context.place])
        return Handed(blocks, sentences, between, context.place - self._last_place, self._last.way)


def _nearest(candidates: list[Candidate], place: int) -> list[Candidate]:
    """The candidates whose cues are nearest to a quotation, on either side."""
    if len(candidates) <= 2 * NEAREST:
        return candidates
    before = [candidate for candidate in candidates if candidate.cue_first < place]
    after = [candidate for candidate in candidates if candidate.cue_first >= place]
    return before[-NEAREST:] + after[:NEAREST]


def best_of(case: Case, scores: Sequence[float]) -> tuple[Attribution, float]:
    """Return the answer with the highest score, and that; nobody, where none is above what no real answer is below."""
    best, most = None, -5.0
    for choice, got in zip(case.choices, scores, strict=True):
        if got > most:
            best, most = choice, got
    return (best.attribution if best else NOBODY), most


def scores_of(case: Case, models: Models) -> list[float]:
    """Return the score of each answer."""
    score = ranking.speaker_score
    return [score(one.parts + one.forms, models) for one in case.choices]


def shown_for_function(case: Case, best: Attribution, score: float) -> list[str]:
    """Return the features that tell whether it is speech, if `best` is who might say it."""
    way = f"{best.way}+" if best.carried else best.way
    return function_features.function(case.context, way, best.strength, score, case.seen)


def weighed_again(text: str, case: Case, scores: Sequence[float], models: Models) -> Sequence[float]:
    """Return the scores with what the forest adds where the best answer is in doubt."""
    if models.doubts is None or not (doubts := speaker_numbers.doubted(case.choices, scores)):
        return scores
    found = list(scores)
    rows = speaker_numbers.numbers_of(text, case.context, len(scores), doubts, case.spoken, models.sums)
    for doubt, row in zip(doubts, rows, strict=True):
        found[doubt.place] += models.doubts(*row)
    return found


def decider(text: str, models: Models, company: Company, lexicon: Lexicon) -> Decide:
    """Return what answers a case by the models: who, and then whether it is speech at all."""

    def decide(case: Case) -> Attribution:
        if len(case.choices) == 1 and case.choices[0].parts is CERTAIN:
            return case.choices[0].attribution
        weighed = scores_of(case, models)
        likeliest, most = best_of(case, weighed)
        scores = weighed_again(text, case, weighed, models)
        best = likeliest if scores is weighed else best_of(case, scores)[0]
        if stands_alone(case.context):
            return best
        odds: Odds
        if models.forest:
            odds = numbers_of(case.context, likeliest, most, case.seen, company, lexicon)
        else:
            odds = ranking.score(shown_for_function(case, likeliest, most), models.function)
        speech = settling.is_speech(odds, likeliest, None, models)
        rivals, others = settling.in_reach(case.choices, scores, models)
        return Attribution(best.source, best.cue, best.way, best.strength, best.carried, speech, odds, rivals, others)

    return decide


def attribute(
    text: str,
    blocks: Sequence[AnyLeaf],
    stretches: Sequence[Stretch],
    lexicon: Lexicon,
    decide: Decide,
    mentions: Sequence[Mention] = (),
    *,
    known: Mapping[int, Attribution] | None = None,
    thorough: bool = False,
) -> dict[int, Attribution]:
    """Return who says each of the stretches, by its place among them; `thorough` weighs the plain cases too.

    `known` are answers already found, by place.
    """
    reader = Reader(text, lexicon, decide, mentions, thorough=thorough)
    reader.known = known or {}
    reader.emphasised = frozenset(place for place, stretch in enumerate(stretches) if stretch.emphasis)
    by_block: dict[int, list[tuple[int, Stretch]]] = {}
    for place, stretch in enumerate(stretches):
        by_block.setdefault(stretch.block, []).append((place, stretch))
    for number in sorted(by_block.keys() | {number - 1 for number in by_block if number}):
        following = blocks[number + 1] if number + 1 < len(blocks) else None
        reader.read(number, blocks[number], by_block.get(number, ()), following)
    return reader.answers
