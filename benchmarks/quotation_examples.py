"""What labelled documents teach of quotations: the examples that `train_quotations.py` learns from."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from newsparse import annotations, blocks, languages, readers, structure
from newsparse.annotations.quotations import answers, attribution, function_numbers, ranking, settling, speaker_numbers
from newsparse.annotations.quotations.certain import stands_alone
from newsparse.annotations.quotations.lexicon import Lexicon, elided_of, lexicon_of
from newsparse.annotations.quotations.stretches import find_stretches, quoting_blocks
from newsparse.model import Quotation, Span

MARKS = frozenset(" \t\r\n\u00a0\"'“”„‟«»‹›‘’‚`´〝〞「」『』.,;:!?…-–—")
TITLES = frozenset("the a an mr mrs ms dr sen rep gov president der die das dem den herr frau".split())
FORESTS = {"en": (1, 2)}
"""Languages with enough examples of no speech for a forest, which then stands in for the logistic regression; its seeds."""


class Doubted(NamedTuple):
    """The answers in doubt, and the numbers that the forest looks at."""

    answers: Sequence[speaker_numbers.Doubt]
    numbers: Sequence[speaker_numbers.Numbers]


class Example(NamedTuple):
    """A quotation: its candidates' features, which of them are right, and whether it is no speech (None: not known)."""

    case: attribution.Case
    right: tuple[int, ...]
    scare: bool | None
    language: str
    report: Quotation | None = None
    text: str = ""
    spans: Sequence[Sequence[int]] = ()
    company: function_numbers.Company | None = None
    doubted: Doubted | None = None

    @property
    def lexicon(self) -> Lexicon:
        """The words of its language."""
        return lexicon_of(languages.load(self.language))


class Document(NamedTuple):
    """The examples of a document: all of them, and those that are not too plain to be weighed. It may be read again."""

    every: list[Example]
    weighed: list[Example]
    record: Mapping = {}
    lists_all: bool = False


def document_of(record: Mapping, lists_all: bool, reports: Sequence[Quotation] = ()) -> Document:
    """Return what a record teaches."""
    every = examples_of(record, lists_all, reports)
    weighed = examples_of(record, lists_all, reports, thorough=False) if record["lang"] in FORESTS else []
    weighed = [one for one in weighed if not is_plain(one) and not stands_alone(one.case.context)]
    return Document(every, weighed, record, lists_all)


def is_plain(example: Example) -> bool:
    choices = example.case.choices
    return len(choices) == 1 and choices[0].parts is attribution.CERTAIN


def examples_of(
    record: Mapping,
    lists_all: bool,
    reports: Sequence[Quotation] = (),
    *,
    thorough: bool = True,
    ranking_by: Mapping[str, float] | None = None,
) -> list[Example]:
    """Return an example for each stretch of a record that its labels tell something about.

    Earlier speakers are handed on as labelled, or as `ranking_by`, weights learned elsewhere, has them. `reports` are what the
    record tells without marks.
    """
    language = languages.load(record["lang"])
    source = readers.read(record["text"])
    text = source.text
    children = structure.build(source, blocks.classify(source, language), language).children
    leaves = quoting_blocks(children)
    mentions = annotations.find_mentions(text, annotations.split_sentences(text, children, language), language)
    stretches, _ = find_stretches(text, leaves, elided_of(language))
    gold = {}
    for quote in record["quotes"]:
        for start, end in quote.get("spans") or [(quote["start"], quote["end"])]:
            gold[trimmed(text, start, end)] = quote
    found: list[Example] = []
    told = settling.Reports(text, reports, lexicon_of(language))

    def decide(case: attribution.Case) -> answers.Attribution:
        stretch = stretches[case.stretch]
        extent = trimmed(text, stretch.start, stretch.end)
        report = told.around(stretch.content)
        quote = gold.get(extent)
        if quote is None:
            touched = any(max(extent[0], start) < min(extent[1], end) for start, end in gold)
            if not touched and not lists_all:
                found.append(Example(case, (), True, record["lang"], report))
            return answers.NOBODY
        if quote["kind"] in ("scare", "ambiguous"):
            found.append(Example(case, (), True if quote["kind"] == "scare" else None, record["lang"], report))
            return answers.NOBODY
        if quote["kind"] not in ("direct", "partial") or not (speaker := quote.get("speaker")):
            found.append(Example(case, (), False, record["lang"], report))
            return answers.NOBODY
        spans = speaker.get("spans") or [(speaker["start"], speaker["end"])]
        right = right_answers(text, [choice.attribution for choice in case.choices], spans)
        example = Example(case, right, False, record["lang"], report, text, spans)
        if ranking_by is not None:
            answer, doubted = answered(text, case, ranking_by)
            found.append(example._replace(doubted=doubted))
            return answer
        found.append(example)
        if right:
            # Only what is certain is handed on with its words: what was weighed has let go of them when an article is read.
            answer = case.choices[right[0]].attribution
            return answer if is_plain(example) else answer._replace(named=())
        return answers.NOBODY._replace(source=Span(*spans[0]), way="gold")

    attribution.attribute(text, leaves, stretches, lexicon_of(language), decide, mentions, thorough=thorough)
    company = function_numbers.company_of(text, stretches) if stretches else None
    return [one._replace(company=company) for one in found]


def answered(
    text: str, case: attribution.Case, speaker: Mapping[str, float]
) -> tuple[answers.Attribution, Doubted | None]:
    """What the weights of `speaker` make of a case, and what is in doubt then."""
    if len(case.choices) == 1 and case.choices[0].parts is attribution.CERTAIN:
        return case.choices[0].attribution, None
    models = ranking.Models(speaker=speaker, function={}, witness={})
    scores = attribution.scores_of(case, models)
    best, _ = attribution.best_of(case, scores)
    doubts = speaker_numbers.doubted(case.choices, scores)
    if not doubts:
        return best._replace(named=()), None
    numbers = speaker_numbers.numbers_of(text, case.context, len(scores), doubts, case.spoken, models.sums)
    return best._replace(named=()), Doubted(doubts, numbers)


def right_answers(
    text: str, choices: Sequence[answers.Attribution], spans: Sequence[Sequence[int]], *, loosely: bool = False
) -> tuple[int, ...]:
    """The places of those that have the gold words; failing these, of those that touch them."""
    touching = [
        place
        for place, choice in enumerate(choices)
        if (source := choice.source) and any(max(start, source.start) < min(end, source.end) for start, end in spans)
    ]
    if loosely:
        return tuple(touching)
    wanted = words(" ".join(text[start:end] for start, end in spans))
    exact = [place for place in touching if words(choices[place].source.of(text)) == wanted]
    return tuple(exact or touching)


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] in MARKS:
        start += 1
    while end > start and text[end - 1] in MARKS:
        end -= 1
    return start, end


def words(text: str) -> list[str]:
    return [word for word in re.findall(r"\w+", re.sub(r"[’']s\b", "", text.casefold())) if word not in TITLES]
