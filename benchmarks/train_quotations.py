"""Trains the two linear models of quotations: who speaks (softmax over candidates), and whether it is speech (logistic).

    python benchmarks/train_quotations.py CORPUS.jsonl … [--reports CORPUS.jsonl …]

Records: `{text, lang, quotes: [{start, end, spans?, kind, speaker: {start, end, spans?} | null}]}`, offsets in code points,
half-open. `kind` is direct, partial, scare, ambiguous (left out), or one for reports without marks (their words are left
out too). A stretch between marks that no record touches counts as scare, unless the record is of a `_marks_` corpus, which
lists every stretch. Documents of one language train its own weights, all together those of languages without any.

`--reports`: the same documents (by `doc_id`) with what they report without marks. Whether a report encloses a quotation says
much about whether that is speech; it is learned from reports found by weights of other documents (`train_indirect.py`).

Writes `src/newsparse/annotations/quotations/weights/CODE.json`. Needs numpy and scipy, which the library does not.
"""

from __future__ import annotations

import argparse
import json
import math
import random
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
import scipy.sparse
import train_indirect
from scipy.optimize import minimize
from scipy.special import expit

import newsparse
from newsparse import blocks, languages, readers, structure
from newsparse.annotations.quotations import answers, attribution, combining, ranking, settling
from newsparse.annotations.quotations.indirect import weights
from newsparse.annotations.quotations.lexicon import elided_of, lexicon_of
from newsparse.annotations.quotations.stretches import find_stretches, quoting_blocks
from newsparse.model import Quotation, Span

TARGET = Path(attribution.__file__).parent / "weights"
MARKS = frozenset(" \t\r\n\u00a0\"'“”„‟«»‹›‘’‚`´〝〞「」『』.,;:!?…-–—")
TITLES = frozenset(
    [
        "the",
        "a",
        "an",
        "mr",
        "mrs",
        "ms",
        "dr",
        "sen",
        "rep",
        "gov",
        "president",
        "der",
        "die",
        "das",
        "dem",
        "den",
        "herr",
        "frau",
    ]
)
BIAS = {"en": 0.9, "de": -0.2, "any": 0.0}
"""Added to the function model: how much surer than even it must be that something is no speech."""


Reports = tuple[Quotation, ...]


class Example(NamedTuple):
    """A quotation: its candidates' features, which of them are right, and whether it is no speech (None: not known)."""

    case: attribution.Case
    right: tuple[int, ...]
    scare: bool | None
    language: str
    report: Quotation | None = None


def examples_of(record: Mapping, lists_all: bool, reports: Sequence[Quotation] = ()) -> list[Example]:
    """Return an example for each stretch of a record that its labels tell something about.

    Earlier speakers are handed on as labelled. `reports` are what the record tells without marks.
    """
    language = languages.load(record["lang"])
    source = readers.read(record["text"])
    text = source.text
    leaves = quoting_blocks(structure.build(source, blocks.classify(source, language), language).children)
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
        right = right_choices(text, case, spans)
        found.append(Example(case, right, False, record["lang"], report))
        if right:
            return case.choices[right[0]].attribution
        return answers.NOBODY._replace(source=Span(*spans[0]), way="gold")

    attribution.attribute(text, leaves, stretches, lexicon_of(language), decide, thorough=True)
    return found


def right_choices(text: str, case: attribution.Case, spans: Sequence[Sequence[int]]) -> tuple[int, ...]:
    """The choices that have the gold words; failing these, those that touch them."""
    touching = [
        place
        for place, choice in enumerate(case.choices)
        if (source := choice.attribution.source)
        and any(max(start, source.start) < min(end, source.end) for start, end in spans)
    ]
    wanted = words(" ".join(text[start:end] for start, end in spans))
    exact = [place for place in touching if words(case.choices[place].attribution.source.of(text)) == wanted]
    return tuple(exact or touching)


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] in MARKS:
        start += 1
    while end > start and text[end - 1] in MARKS:
        end -= 1
    return start, end


def words(text: str) -> list[str]:
    return [word for word in re.findall(r"\w+", re.sub(r"[’']s\b", "", text.casefold())) if word not in TITLES]


def train_speaker(
    examples: Sequence[Example], rounds: int = 7, rate: float = 0.15, shrink: float = 0.02
) -> dict[str, float]:
    """Softmax over the choices of each quotation, by stochastic gradient; the mean of all steps is kept."""
    cases = [
        ([choice.features for choice in example.case.choices], example.right)
        for example in examples
        if example.right and len(example.right) < len(example.case.choices)
    ]
    weights: dict[str, float] = defaultdict(float)
    moved: dict[str, float] = defaultdict(float)
    step = 1
    shuffler = random.Random(7)
    for turn in range(rounds):
        shuffler.shuffle(cases)
        speed = rate / (1 + turn * 0.5)
        for shown, right in cases:
            step += 1
            scores = [sum([weights[feature] for feature in one]) for one in shown]
            top = max(scores)
            powers = [math.exp(got - top) for got in scores]
            whole, good = sum(powers), sum(powers[place] for place in right)
            for place, one in enumerate(shown):
                change = speed * ((powers[place] / good if place in right else 0.0) - powers[place] / whole)
                if abs(change) > 1e-4:
                    for feature in one:
                        by = change - speed * shrink * weights[feature]
                        weights[feature] += by
                        moved[feature] += step * by
    mean = {feature: weight - moved[feature] / step for feature, weight in weights.items()}
    return frequent(mean, (one for shown, _ in cases for one in shown))


def shown_for_function(example: Example, speaker: Mapping[str, float]) -> list[str]:
    best, most = attribution.best_speaker(example.case, ranking.Models(speaker=speaker, function={}))
    return attribution.shown_for_function(example.case, best, most) + settling.shown_inside(best, example.report)


def train_function(examples: Sequence[Example], penalty: float = 20.0, least: int = 3) -> dict[str, float]:
    """Logistic regression; each half of the examples sees the speakers that the other half's model would choose."""
    halves = [examples[: len(examples) // 2], examples[len(examples) // 2 :]]
    speakers = [train_speaker(half) for half in halves]
    cases = [
        (shown_for_function(example, speakers[1 - number]), example.scare)
        for number, half in enumerate(halves)
        for example in half
        if example.scare is not None
    ]
    counts = Counter(feature for shown, _ in cases for feature in shown)
    columns = {feature: at for at, feature in enumerate(sorted(f for f, count in counts.items() if count >= least))}
    places = [(row, columns[one]) for row, (shown, _) in enumerate(cases) for one in shown if one in columns]
    rows, held = zip(*places, strict=True)
    matrix = scipy.sparse.csr_matrix((np.ones(len(rows)), (rows, held)), shape=(len(cases), len(columns)))
    scare = np.array([float(wanted) for _, wanted in cases])

    def loss(weights: np.ndarray) -> tuple[float, np.ndarray]:
        odds = matrix @ weights
        told = np.logaddexp(0, -odds) * scare + np.logaddexp(0, odds) * (1 - scare)
        return told.sum() + penalty / 2 * (weights @ weights), matrix.T @ (expit(odds) - scare) + penalty * weights

    found = minimize(loss, np.zeros(len(columns)), jac=True, method="L-BFGS-B", options={"maxiter": 200}).x
    return {feature: round(float(found[at]), 3) for feature, at in columns.items() if abs(found[at]) >= 0.005}


def frequent(weights: Mapping[str, float], shown: Iterable[Sequence[str]], least: int = 3) -> dict[str, float]:
    """The weights of features that were seen often enough to be believed."""
    counts = Counter(feature for one in shown for feature in one)
    return {
        feature: round(weight, 3)
        for feature, weight in sorted(weights.items())
        if counts[feature] >= least and abs(weight) >= 0.01
    }


def train(examples: Sequence[Example], bias: float) -> dict[str, dict[str, float]]:
    function = train_function(examples)
    function["f"] = round(function.get("f", 0.0) + bias, 3)
    return {"speaker": train_speaker(examples), "function": function}


def without_words(examples: Iterable[Example]) -> list[Example]:
    """The examples without features that name words, for languages whose words these are not."""

    def kept(shown: Sequence[str]) -> tuple[str, ...]:
        return tuple(feature for feature in shown if not feature.startswith(("v.", "s.", "p.s.")))

    return [
        example._replace(
            case=example.case._replace(
                choices=[choice._replace(features=kept(choice.features)) for choice in example.case.choices]
            )
        )
        for example in examples
    ]


def reports_of(records: Sequence[Mapping], corpus: Sequence[Mapping], code: str, folds: int = 5) -> list[Reports]:
    """What each record tells without marks, by weights that other records of `corpus` gave: as on an article never seen."""
    fold = {record["doc_id"]: number % folds for number, record in enumerate(records)}
    found: dict[str, Reports] = {}
    for kept_back in range(folds):
        tables = indirect_tables([one for one in corpus if fold.get(one["doc_id"]) != kept_back], code)
        weights.read_tables = lambda _, tables=tables: tables
        weights.load_weights.cache_clear()
        for record in records:
            if fold[record["doc_id"]] == kept_back:
                article = newsparse.parse(record["text"], language=code)
                found[record["doc_id"]] = tuple(one for one in article.quotes if one.kind == "indirect")
    return [found[record["doc_id"]] for record in records]


def indirect_tables(corpus: list[Mapping], code: str) -> dict[str, dict[str, int]]:
    """The weights of reports learned from `corpus`."""
    find_indirect = combining.find_indirect
    combining.find_indirect = lambda *_: ()
    try:
        return train_indirect.train(corpus, code)
    finally:
        combining.find_indirect = find_indirect


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", nargs="+")
    parser.add_argument("--reports", nargs="*", default=(), help="the same documents with all that they report, too")
    options = parser.parse_args()
    labelled: dict[str, list[Mapping]] = defaultdict(list)
    listing: set[str] = set()
    for path in options.corpus:
        for record in read(path):
            labelled[record["lang"]].append(record)
            if "_marks_" in path:
                listing.add(record["doc_id"])
    telling: dict[str, list[Mapping]] = defaultdict(list)
    for path in options.reports:
        for record in read(path):
            telling[record["lang"]].append(record)
    TARGET.mkdir(exist_ok=True)
    pooled: list[Example] = []
    for code, records in labelled.items():
        reports = reports_of(records, telling[code], code) if telling[code] else [()] * len(records)
        examples = [
            example
            for record, told in zip(records, reports, strict=True)
            for example in examples_of(record, record["doc_id"] in listing, told)
        ]
        pooled.extend(examples)
        write(code, train(examples, BIAS[code]), len(examples))
    write("any", train(without_words(pooled), BIAS["any"]), len(pooled))


def read(path: str) -> list[Mapping]:
    with open(path, encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def write(code: str, model: Mapping, trained: int) -> None:
    print(f"{code}: {trained} examples, weights {[len(one) for one in model.values()]}")
    (TARGET / f"{code}.json").write_text(json.dumps(model, ensure_ascii=False, indent=0) + "\n", "utf-8")


if __name__ == "__main__":
    main()
