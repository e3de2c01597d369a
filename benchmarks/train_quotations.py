"""Trains the models of quotations: who speaks (softmax over candidates), and whether it is speech (logistic).

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
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import lightgbm
import numpy as np
import scipy.sparse
import train_indirect
import train_page_model
from scipy.optimize import minimize
from scipy.special import expit

import newsparse
from newsparse import annotations, blocks, languages, readers, structure
from newsparse.annotations.quotations import (
    answers,
    attribution,
    combining,
    function_numbers,
    ranking,
    settling,
    speaker_numbers,
)
from newsparse.annotations.quotations.certain import stands_alone
from newsparse.annotations.quotations.indirect import finding, weights
from newsparse.annotations.quotations.lexicon import Lexicon, elided_of, lexicon_of
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
BIAS = {"en": 1.0, "de": -0.2, "any": 0.0}
"""Added to the function model: how much surer than even it must be that something is no speech."""
INFLECTED = ("nominal", "agent")
"""Ways of candidates that only languages have whose nouns have capitals."""
FORESTS = {"en": (1, 2)}
"""Languages with enough examples of no speech for a forest, which then stands in for the logistic regression; its seeds."""
TREES = 120
SHAPE = {
    "objective": "binary", "num_leaves": 6, "learning_rate": 0.08, "min_data_in_leaf": 20, "lambda_l2": 5.0,
    "extra_trees": True, "feature_fraction": 0.4, "bagging_fraction": 0.8, "bagging_freq": 1, "verbosity": -1, "num_threads": 1,
    "deterministic": True,
}  # fmt: skip
DOUBTING = ("en",)
"""Languages with enough examples of speakers for a forest that looks again at those in doubt."""
DOUBTS = 120
LOOK = {
    "num_leaves": 8, "learning_rate": 0.08, "min_data_in_leaf": 10, "lambda_l2": 5.0, "feature_fraction": 0.4,
    "bagging_fraction": 0.8, "bagging_freq": 1, "verbosity": -1, "num_threads": 1, "deterministic": True, "seed": 1,
}  # fmt: skip
"""Trees over candidates in doubt: how many, and their shape."""
PARTS = 5
"""Parts of the documents; each sees the speakers that a model of the others would choose."""
PENALTY = {"de": 10.0}
"""How dear weights of the function model are, where that is not 20."""


Reports = tuple[Quotation, ...]


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
    return len(choices) == 1 and choices[0].features is attribution.CERTAIN


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
    if len(case.choices) == 1 and case.choices[0].features is attribution.CERTAIN:
        return case.choices[0].attribution, None
    scores = attribution.scores_of(case, ranking.Models(speaker=speaker, function={}, witness={}))
    best, _ = attribution.best_of(case, scores)
    doubts = speaker_numbers.doubted(case.choices, scores)
    if not doubts:
        return best._replace(named=()), None
    numbers = speaker_numbers.numbers_of(text, case.context, len(scores), doubts, case.spoken, speaker)
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


Shown = tuple[list[Sequence[str]], Sequence[int], Sequence[float]]
"""The features of each answer for a quotation, the places of the right ones, and what is known of each beforehand."""


def train_speaker(examples: Sequence[Example]) -> dict[str, float]:
    """Softmax over the choices of each quotation."""
    return softmax(
        [
            ([choice.shown for choice in choices], example.right, [0.0] * len(choices))
            for example in examples
            if example.right and len(example.right) < len(choices := example.case.choices)
        ],
        penalty=3.0,
    )


def softmax(cases: Sequence[Shown], penalty: float, least: int = 3) -> dict[str, float]:
    """The weights under which the right answers of `cases` are the likeliest; rare features are left out."""
    counts = Counter(feature for answers_, _, _ in cases for one in answers_ for feature in one)
    columns = {feature: at for at, feature in enumerate(sorted(f for f, count in counts.items() if count >= least))}
    rows, held = [], []
    for row, one in enumerate(one for answers_, _, _ in cases for one in answers_):
        known = [columns[feature] for feature in one if feature in columns]
        rows.extend([row] * len(known))
        held.extend(known)
    sizes = np.array([len(answers_) for answers_, _, _ in cases])
    begins, group = np.concatenate(([0], np.cumsum(sizes)[:-1])), np.repeat(np.arange(len(cases)), sizes)
    right = np.array([float(at in good) for answers_, good, _ in cases for at in range(len(answers_))])
    before = np.array([score for _, _, scores in cases for score in scores])
    matrix = scipy.sparse.csr_matrix((np.ones(len(rows)), (rows, held)), shape=(len(right), len(columns)))

    def loss(weights: np.ndarray) -> tuple[float, np.ndarray]:
        scores = matrix @ weights + before
        powers = np.exp(scores - np.maximum.reduceat(scores, begins)[group])
        whole, good = np.add.reduceat(powers, begins), np.add.reduceat(powers * right, begins) + 1e-300
        gradient = powers / whole[group] - powers * right / good[group]
        return (np.log(whole) - np.log(good)).sum() + penalty / 2 * (
            weights @ weights
        ), matrix.T @ gradient + penalty * weights

    found = minimize(loss, np.zeros(len(columns)), jac=True, method="L-BFGS-B", options={"maxiter": 150}).x
    return {feature: round(float(found[at]), 3) for feature, at in columns.items() if abs(found[at]) >= 0.01}


def train_witness(examples: Sequence[Example]) -> dict[str, float]:
    """What a report around a quotation adds to the scores of a model that did not see the quotation."""
    halves = [examples[: len(examples) // 2], examples[len(examples) // 2 :]]
    speakers = [train_speaker(half) for half in halves]
    cases: list[Shown] = []
    for number, half in enumerate(halves):
        for example in half:
            if example.report is None or example.report.source is None or not example.spans:
                continue
            answers_weighed = [choice.attribution for choice in example.case.choices]
            told = list(settling.heard(example.text, answers_weighed, example.report, example.lexicon))
            right = right_answers(example.text, [answer for answer, _ in told], example.spans, loosely=True)
            if right and len(right) < len(told):
                shown = [*(choice.shown for choice in example.case.choices), ()]
                scores = [
                    ranking.score(features, speakers[1 - number]) for features, _ in zip(shown, told, strict=False)
                ]
                cases.append(([added for _, added in told], right, scores))
    return softmax(cases, penalty=4.0)


def shown_for_function(example: Example, speaker: Mapping[str, float]) -> list[str]:
    scores = attribution.scores_of(example.case, ranking.Models(speaker=speaker, function={}, witness={}))
    best, most = attribution.best_of(example.case, scores)
    return attribution.shown_for_function(example.case, best, most) + settling.shown_inside(best, example.report)


def train_function(examples: Sequence[Example], code: str, least: int = 3) -> dict[str, float]:
    """Logistic regression; each half of the examples sees the speakers that the other half's model would choose."""
    penalty = PENALTY.get(code, 20.0)
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


def train_doubts(documents: Sequence[Document]) -> list[list[list[float]]]:
    """Boosted trees that add to the scores of answers in doubt, by a model of other documents, so that the right one wins."""
    rows, right, before, sizes = [], [], [], []
    for part in range(PARTS):
        speaker = train_speaker([o for at, one in enumerate(documents) if at % PARTS != part for o in one.every])
        for document in documents[part::PARTS]:
            for example in examples_of(document.record, document.lists_all, thorough=False, ranking_by=speaker):
                if example.doubted is None:
                    continue
                given = [choice.attribution for choice in example.case.choices]
                good = set(right_answers(example.text, given, example.spans, loosely=True))
                held = [one.place in good for one in example.doubted.answers]
                if any(held) and not all(held):
                    rows.extend(example.doubted.numbers)
                    right.extend(held)
                    before.extend(one.score for one in example.doubted.answers)
                    sizes.append(len(held))
    wanted, known = np.array(right, float), np.array(before)
    begins, group = np.concatenate(([0], np.cumsum(sizes)[:-1])), np.repeat(np.arange(len(sizes)), sizes)

    def softly(added: np.ndarray, _: lightgbm.Dataset) -> tuple[np.ndarray, np.ndarray]:
        scores = added + known
        powers = np.exp(scores - np.maximum.reduceat(scores, begins)[group])
        likely = powers / np.add.reduceat(powers, begins)[group]
        good = powers * wanted / np.add.reduceat(powers * wanted, begins)[group]
        return likely - good, np.maximum(likely * (1 - likely), 1e-3)

    return train_page_model.flat(
        lightgbm.train({**LOOK, "objective": softly}, lightgbm.Dataset(np.array(rows), wanted), DOUBTS)
    )


def train_forest(documents: Sequence[Document], code: str) -> list[list[list[float]]]:
    """Boosted trees over what was weighed, those of each seed with their share of the sum."""
    rows, scare = [], []
    for part in range(PARTS):
        others = [one for at, document in enumerate(documents) if at % PARTS != part for one in document.every]
        models = ranking.Models(speaker=train_speaker(others), function={}, witness={})
        for example in (one for document in documents[part::PARTS] for one in document.weighed):
            if example.scare is not None:
                rows.append(numbers_for_forest(example, models))
                scare.append(example.scare)
    seeds = FORESTS[code]
    grown = [
        lightgbm.train({**SHAPE, "seed": seed}, lightgbm.Dataset(np.array(rows), np.array(scare)), TREES)
        for seed in seeds
    ]
    trees = [tree for forest in grown for tree in train_page_model.flat(forest)]
    for tree in trees:
        tree[4] = [round(value / len(seeds), 4) for value in tree[4]]
    return trees


def numbers_for_forest(example: Example, models: ranking.Models) -> tuple[float, ...]:
    best, most = attribution.best_of(example.case, attribution.scores_of(example.case, models))
    report, company = example.report, example.company
    numbers = function_numbers.numbers_of(example.case.context, best, most, example.case.seen, company, example.lexicon)
    inside = function_numbers.reported(inside=report is not None, named=bool(report and report.source))
    return (*numbers, *inside)


def train(documents: Sequence[Document], code: str) -> dict[str, Any]:
    examples = [one for document in documents for one in document.every]
    found: dict[str, Any] = {"speaker": train_speaker(examples), "witness": train_witness(examples)}
    if code in DOUBTING:
        found["doubts"] = train_doubts(documents)
    if code in FORESTS:
        return {**found, "function": {}, "forest": train_forest(documents, code), "lean": BIAS[code]}
    function = train_function(examples, code)
    function["f"] = round(function.get("f", 0.0) + BIAS[code], 3)
    return {**found, "function": function}


def without_words(examples: Iterable[Example]) -> list[Example]:
    """The examples without what only one language has: features that name words or show inflection, phrases of no cue."""

    def kept(shown: Sequence[str]) -> tuple[str, ...]:
        return tuple(feature for feature in shown if not feature.startswith(("v.", "s.", "p.s.")))

    found: list[Example] = []
    for example in examples:
        case = example.case
        places = [at for at, one in enumerate(case.choices) if not one.candidate or one.candidate.way not in INFLECTED]
        choices = [case.choices[at]._replace(features=kept(case.choices[at].features), forms=()) for at in places]
        right = tuple(places.index(at) for at in example.right if at in places)
        case = case._replace(choices=choices, seen=case.seen._replace(forms=()))
        found.append(example._replace(case=case, right=right))
    return found


def reports_of(records: Sequence[Mapping], corpus: Sequence[Mapping], code: str, folds: int = 5) -> list[Reports]:
    """What each record tells without marks, by weights that other records of `corpus` gave: as on an article never seen."""
    fold = {record["doc_id"]: number % folds for number, record in enumerate(records)}
    found: dict[str, Reports] = {}
    for kept_back in range(folds):
        tables = indirect_tables([one for one in corpus if fold.get(one["doc_id"]) != kept_back], code)
        weights.read_tables = lambda _, tables=tables: tables
        weights.load_weights.cache_clear()
        finding.known_of.cache_clear()
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
    pooled: list[Document] = []
    for code, records in labelled.items():
        reports = reports_of(records, telling[code], code) if telling[code] else [()] * len(records)
        documents = [
            document_of(record, record["doc_id"] in listing, told)
            for record, told in zip(records, reports, strict=True)
        ]
        pooled.extend(documents)
        write(code, train(documents, code), len(documents))
    write("any", train([Document(without_words(one.every), []) for one in pooled], "any"), len(pooled))


def read(path: str) -> list[Mapping]:
    with open(path, encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def write(code: str, model: Mapping, trained: int) -> None:
    sizes = {name: len(one) for name, one in model.items() if name != "lean"}
    print(f"{code}: {trained} documents, {sizes}")
    (TARGET / f"{code}.json").write_text(written(model) + "\n", "utf-8")


def written(model: Mapping) -> str:
    """The model as JSON, a feature or a tree a line."""
    forests = [key for key in ("doubts", "forest") if key in model]
    lines = json.dumps({key: one for key, one in model.items() if key not in forests}, ensure_ascii=False, indent=0)
    for key in forests:
        trees = ",\n".join(json.dumps(tree, separators=(",", ":")) for tree in model[key])
        lines = f'{lines.removesuffix("}").rstrip()},\n"{key}": [\n{trees}\n]\n}}'
    return lines


if __name__ == "__main__":
    main()
