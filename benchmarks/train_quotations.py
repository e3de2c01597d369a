"""Trains the models of quotations: who speaks (softmax over candidates), and whether it is speech (logistic).

    python benchmarks/train_quotations.py CORPUS.jsonl … [--reports CORPUS.jsonl …]

Records: `{text, lang, quotes: [{start, end, spans?, kind, speaker: {start, end, spans?} | null}]}`, offsets in code points,
half-open. `kind` is direct, partial, scare, ambiguous (left out), or one for reports without marks (their words are left
out too). A stretch between marks that no record touches counts as scare, unless the record is of a `_marks_` corpus, which
lists every stretch. Documents of one language train its own weights, all together those of languages without any.

`--reports`: the same documents (by `doc_id`) with what they report without marks. Whether a report encloses a quotation says
much about whether that is speech; it is learned from reports found by weights of other documents (`train_indirect.py`).

Writes `src/newsparse/annotations/quotations/weights/CODE.json`. Needs lightgbm, numpy and scipy, which the library does not.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import lightgbm
import numpy as np
import scipy.sparse
import train_indirect
import train_page_model
from quotation_examples import FORESTS, Document, Example, document_of, examples_of, right_answers
from scipy.optimize import minimize
from scipy.special import expit

import newsparse
from newsparse.annotations.quotations import (
    answers,
    attribution,
    combining,
    function_numbers,
    ranking,
    settling,
)
from newsparse.annotations.quotations.indirect import finding, weights
from newsparse.model import Quotation

TARGET = Path(attribution.__file__).parent / "weights"
BIAS = {"en": 1.0, "de": -0.2, "any": 0.0}
"""Added to the function model: how much surer than even it must be that something is no speech."""
INFLECTED = ("nominal", "agent")
"""Ways of candidates that only languages have whose nouns have capitals."""
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
    if not cases:
        return {}  # no reports were given
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

    def kept(choice: answers.Choice) -> answers.Choice:
        return choice._replace(parts=tuple(part for part in choice.parts if part[0] not in ("cue", "source")), forms=())

    found: list[Example] = []
    for example in examples:
        case = example.case
        places = [at for at, one in enumerate(case.choices) if not one.candidate or one.candidate.way not in INFLECTED]
        choices = [kept(case.choices[at]) for at in places]
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
