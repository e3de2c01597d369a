"""Trains the weights of indirect quotations and writes them into the package.

    python benchmarks/train_indirect.py en path/to/polnear_train.jsonl
    python benchmarks/train_indirect.py de path/to/wikinews_de_train.jsonl

Each line of the file is a document: `text`, and `quotes` with `kind`, `spans` (of the content), `speaker` and `cue`, each
with their own `spans`. Every decision (does this word report, on which side, where does it begin and end, whose is it) is a
logistic regression over the candidates that the library itself would look at; the weights are whole twentieths of a
natural logarithm, and those near nothing are left out. Names never become features: the library writes every name alike.
What a candidate's features are is asked of the library's own scoring, which is given an ear in place of weights.

Needs numpy and scipy, which the library does not.
"""

from __future__ import annotations

import json
import sys
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
import scipy.sparse
from scipy.optimize import minimize

import newsparse
from newsparse import languages
from newsparse.annotations.quotations import combining
from newsparse.annotations.quotations.indirect import finding, places, scoring
from newsparse.annotations.quotations.indirect.clause import Clause, Forms, pieces_of
from newsparse.annotations.quotations.indirect.extents import neighbours
from newsparse.annotations.quotations.indirect.lexicon import lexicon_of
from newsparse.annotations.quotations.indirect.scoring import Feature
from newsparse.annotations.quotations.indirect.weights import IDLE, LIMITS, SCALE, SHAPES

PENALTY = {"cue": 2.0}
"""How dear weights are; elsewhere 1."""
RARE = {"en": 4, "de": 2}
"""A feature must stand in this many candidates; in fewer where there is less to learn from."""
LEAST = {"en": 0.25, "de": 0.15}
"""Weights nearer to nothing are left out: more features cost time, and these tell nothing on other texts."""
ROUNDS = 100
CERTAIN = {"start": 0.985, "end": 0.96, "source": 0.993}
"""Decisions whose likeliest candidate is taken unseen the others, when that is right so often."""
FIRST = 6
"""Features of a cue that are looked at first, those of `scoring.gate`."""
LOST = 0.015
"""Share of the words that report which the first features alone may dismiss."""
IDLE_FROM, IDLE_RATE = 8, 0.05
"""A word met so often that reports more seldom than this is no cue at all."""
TRIMMED = frozenset({'"', "'", "’", ",", ".", "?", "!", ";", ":", "-"})

Candidates = tuple[list[list[Feature]], set[int]]
Range = tuple[int, int]
Document = dict[str, Any]
Sentence = tuple[Clause, dict[int, "Label"]]


class Ear:
    """Stands in for columns of weights and writes down what they are asked for."""

    def __init__(self, letters: Sequence[str]) -> None:
        self.heard: list[Feature] = []
        self.columns = tuple(partial(self.hear, letter) for letter in letters)

    def hear(self, letter: str, key: str | Feature, otherwise: int) -> int:
        self.heard.append((letter, key) if isinstance(key, str) else (letter, *key))
        return otherwise

    def rest(self) -> list[Feature]:
        """What was asked for since the last time."""
        heard, self.heard = self.heard, []
        return heard


def features(score: Callable[..., int], letters: Sequence[str], *what: object) -> list[Feature]:
    """The features of one candidate."""
    ear = Ear(letters)
    score(ear.columns, *what)
    return ear.rest()


def features_of_each(
    scores: Callable[..., Iterator[Range]], letters: Sequence[str], *what: object
) -> dict[int, list[Feature]]:
    """The features of candidates that are scored together, by what they begin with: their places."""
    ear = Ear(letters)
    return {place: ear.rest() for place, *_ in scores(ear.columns, *what)}


def main() -> None:
    language, path = sys.argv[1], Path(sys.argv[2])
    docs = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    # the weights are being made: what is between marks is all that is wanted of the library here
    combining.find_indirect = lambda *_: ()
    tables = train(docs, language)
    out = Path(finding.__file__).parent / f"{language}.weights.tsv"
    sections = (
        f"= {name}\n" + "".join(f"{' '.join(feature)}\t{weight}\n" for feature, weight in sorted(table.items()))
        for name, table in tables.items()
    )
    out.write_text("".join(sections), "utf-8")
    print(out, {name: len(table) for name, table in tables.items()})


def train(docs: list[Document], language: str) -> dict[str, dict[Feature, int]]:
    articles = [newsparse.parse(doc["text"], language=language) for doc in docs]
    idle = idle_words(sentence for _, sentence in labelled(docs, articles, language, ()))
    examples: dict[str, list[Candidates]] = defaultdict(list)
    for _, (clause, labels) in labelled(docs, articles, language, idle):
        cues = [*clause.cues.values()]
        for n, i in enumerate(clause.cues):
            add_examples(clause, i, cues[n], neighbours(cues, n), labels.get(i), examples)
    limits: dict[Feature, int] = {}
    tables: dict[str, dict[Feature, int]] = {LIMITS: limits, IDLE: dict.fromkeys(((word,) for word in sorted(idle)), 0)}
    for name, groups in examples.items():
        weights = fit(groups, PENALTY.get(name, 1.0), RARE[language])
        table = {
            feature: round(SCALE * weight) for feature, weight in weights.items() if abs(weight) >= LEAST[language]
        }
        if name == "shape":
            for shape in SHAPES:
                tables[shape] = {feature[1:]: weight for feature, weight in table.items() if feature[0] == shape}
        else:
            tables[name] = table
        if name in CERTAIN:
            limits[name,] = surety(table, groups, CERTAIN[name])
        if name == "cue":
            limits["gate",] = gate(table, groups)
    return tables


def labelled(
    docs: list[Document], articles: list[newsparse.Article], language: str, idle: Collection[str]
) -> Iterator[tuple[int, Sentence]]:
    """Every sentence as `find_indirect` sees it, with its document's number and its cues' labels."""
    lexicon = lexicon_of(languages.load(language)).without(idle)
    forms = Forms(lexicon)
    rates = reporting_rates(docs, forms)
    for number, (doc, article) in enumerate(zip(docs, articles, strict=True)):
        clauses = clauses_of(article, forms)
        for sentence in zip(clauses, align(doc, clauses, rates), strict=True):
            yield number, sentence


def idle_words(sentences: Iterator[Sentence]) -> frozenset[str]:
    """Words that could report and hardly ever do."""
    seen: Counter[str] = Counter()
    reporting: Counter[str] = Counter()
    for clause, labels in sentences:
        seen.update(clause.words[i] for i in clause.cues)
        reporting.update(clause.words[i] for i in labels)
    return frozenset(word for word, n in seen.items() if n >= IDLE_FROM and reporting[word] < IDLE_RATE * n)


def clauses_of(article: newsparse.Article, forms: Forms) -> list[Clause]:
    """The sentences as `find_indirect` sees them."""
    stretches = sorted({(part.start, part.end) for quote in article.quotes for part in (*quote.parts, quote.content)})
    begins = [start for start, _ in stretches]
    found = []
    for start, end in finding.extents_of(article.text, article.children, article.sentences):
        inside = finding.stretches_in(stretches, begins, start, end)
        clause = finding.clause_of(article.text, start, end, pieces_of(article.text, start, end), inside, forms)
        if clause:
            found.append(clause)
    return found


def reporting_rates(docs: list[Document], forms: Forms) -> dict[str, float]:
    """How often each word is part of a cue, which tells the head of a cue of several words."""
    seen: Counter[str] = Counter()
    inside: Counter[str] = Counter()
    for doc in docs:
        seen.update(forms.words(doc["text"]))
        for quote in doc["quotes"]:
            for start, end in (quote.get("cue") or {}).get("spans", ()):
                inside.update(forms.words(doc["text"][start:end]))
    return {word: inside[word] / (seen[word] + 1) for word in inside}


class Label:
    """What people marked around a cue, in tokens of its clause."""

    def __init__(self, left: Range | None, right: Range | None, source: list[Range]) -> None:
        self.left, self.right, self.source = left, right, source
        self.shape = "around" if left and right else "left" if left else "right"


def align(doc: Document, clauses: list[Clause], rates: dict[str, float]) -> list[dict[int, Label]]:
    """The labels of each clause's cues. What is all between marks is no indirect quotation."""
    labels: list[dict[int, Label]] = [{} for _ in clauses]
    begins = [clause.start for clause in clauses]
    for quote in doc["quotes"]:
        if not quote.get("cue") or quote["kind"] == "direct":
            continue
        number = bisect_right(begins, quote["cue"]["start"]) - 1
        if number < 0 or quote["cue"]["start"] >= clauses[number].end:
            continue
        clause = clauses[number]
        heads = [i for a, b in quote["cue"]["spans"] for i in clause.cues if overlap(clause.span(i, i + 1), (a, b))]
        if not heads:
            continue
        i = max(heads, key=lambda at: (rates.get(clause.words[at], 0), -at))
        pieces = [tokens for span in quote["spans"] if (tokens := tokens_of(clause, *span))]
        left = [piece for piece in pieces if piece[1] <= i]
        right = [piece for piece in pieces if piece[0] > i]
        speaker = quote.get("speaker") or {}
        spans = speaker.get("spans") or ([[speaker["start"], speaker["end"]]] if speaker else [])
        source = [tokens for span in spans if (tokens := tokens_of(clause, *span))]
        if (left or right) and i not in labels[number]:
            labels[number][i] = Label(
                (left[0][0], left[-1][1]) if left else None, (right[0][0], right[-1][1]) if right else None, source
            )
    return labels


def tokens_of(clause: Clause, start: int, end: int) -> Range | None:
    inside = [i for i in range(clause.first, clause.last) if overlap(clause.span(i, i + 1), (start, end))]
    while inside and clause.kinds[inside[0]] in TRIMMED:
        inside.pop(0)
    while inside and clause.kinds[inside[-1]] in TRIMMED:
        inside.pop()
    return (inside[0], inside[-1] + 1) if inside else None


def overlap(one: Range, other: Range) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def add_examples(
    clause: Clause,
    i: int,
    cue: str,
    others: tuple[str, str],
    label: Label | None,
    examples: dict[str, list[Candidates]],
) -> None:
    near = scoring.around(clause, i)
    reports = features(scoring.gate, scoring.GATE, clause, i, cue)
    reports += features(scoring.cue, scoring.CUE, clause, i, cue, others, near)
    examples["cue"].append(([reports, []], {0 if label else 1}))
    if label is None:
        return
    traits = features(scoring.shape, scoring.SHAPE, clause, i, cue, near)
    rows = [[(shape, *one) for one in traits] for shape in SHAPES]
    examples["shape"].append((rows, {SHAPES.index(label.shape)}))
    if label.right:
        add_right(clause, i, label.shape, label.right, examples)
    if label.left:
        add_left(clause, i, label.shape, label.left, examples)
    content = [piece for piece in (label.right, label.left) if piece]
    candidates = [*places.sources(clause, i)]
    right = {n for n, (a, b, *_) in enumerate(candidates) if any(overlap((a, b), one) for one in label.source)}
    if not label.source:
        right = {len(candidates)}
    if right:
        what = clause, i, cue, label.shape, candidates, content
        rows = [*features_of_each(scoring.sources, scoring.SOURCES, *what).values()]
        rows.append(features(scoring.no_source, scoring.NO_SOURCE, clause, i, label.shape))
        examples["source"].append((rows, right))


def add_right(clause: Clause, i: int, shape: str, piece: Range, examples: dict[str, list[Candidates]]) -> None:
    start, end = piece
    cue = clause.cues[i]
    starts, that = [*places.starts_behind(clause, i)], places.complementizer_behind(clause, i)
    if start in starts:
        rows = features_of_each(scoring.starts, scoring.STARTS, clause, i, cue, shape, starts, that)
        examples["start"].append(([*rows.values()], {[*rows].index(start)}))
    last = places.last_end(clause, start)
    inner = features_of_each(scoring.ends, scoring.ENDS_BEFORE, clause, start, places.ends_before(clause, start, last))
    if end == last or end in inner:
        final = features(scoring.last_end, scoring.LAST_END, clause, cue, shape, start, last)
        examples["end"].append(([final, *inner.values()], {0 if end == last else 1 + [*inner].index(end)}))


def add_left(clause: Clause, i: int, shape: str, piece: Range, examples: dict[str, list[Candidates]]) -> None:
    start, end = piece
    among = places.left_ends(clause, i)
    ends = features_of_each(scoring.left_ends, scoring.LEFT_ENDS, clause, i, clause.cues[i], shape, among)
    if end in ends:
        examples["lend"].append(([*ends.values()], {[*ends].index(end)}))
    among_starts = places.left_starts(clause, end)
    starts = features_of_each(scoring.left_starts, scoring.LEFT_STARTS, clause, shape, end, among_starts)
    if start in starts:
        examples["lstart"].append(([*starts.values()], {[*starts].index(start)}))


def fit(groups: list[Candidates], penalty: float, rare: int) -> dict[Feature, float]:
    """Conditional logistic regression: of each group's candidates, one of the right ones is chosen."""
    seen = Counter(feature for rows, _ in groups for row in rows for feature in row)
    place = {feature: n for n, feature in enumerate(sorted(f for f, count in seen.items() if count >= rare))}
    columns: list[int] = []
    ends, starts, right = [0], [0], []
    for rows, good in groups:
        for n, row in enumerate(rows):
            columns += [place[feature] for feature in row if feature in place]
            ends.append(len(columns))
            right.append(n in good)
        starts.append(len(right))
    matrix = scipy.sparse.csr_matrix((np.ones(len(columns)), columns, ends), shape=(len(right), len(place)))
    wanted = np.array(right)
    firsts = np.array(starts[:-1])
    group = np.repeat(np.arange(len(firsts)), np.diff(starts))

    def loss(weights: np.ndarray) -> tuple[float, np.ndarray]:
        scores = matrix @ weights
        raised = np.exp(scores - np.maximum.reduceat(scores, firsts)[group])
        chances = raised / np.add.reduceat(raised, firsts)[group]
        hit = np.maximum(np.add.reduceat(np.where(wanted, chances, 0), firsts), 1e-12)
        gradient = matrix.T @ (chances - np.where(wanted, chances / hit[group], 0))
        return -np.log(hit).sum() + penalty / 2 * weights @ weights, gradient + penalty * weights

    found = minimize(loss, np.zeros(len(place)), jac=True, method="L-BFGS-B", options={"maxiter": ROUNDS})
    return {feature: float(found.x[n]) for feature, n in place.items()}


def gate(table: dict[Feature, int], groups: list[Candidates]) -> int:
    """What the first features must say: nearly all words that report, as all features have it, pass."""
    passing = []
    for (row, _), right in groups:
        if right == {0} and sum(table.get(feature, 0) for feature in row) >= 0:
            passing.append(sum(table.get(feature, 0) for feature in row[:FIRST]))
    return sorted(passing)[round(LOST * len(passing))]


def surety(table: dict[Feature, int], groups: list[Candidates], rate: float) -> int:
    """The least weight from which the first candidate is as seldom outdone as `rate` asks."""
    outcomes = []
    for rows, _ in groups:
        first, *rest = (sum(table.get(feature, 0) for feature in row) for row in rows)
        outcomes.append((first, first >= max(rest, default=first)))
    least, wrong = max(first for first, _ in outcomes), 0
    for n, (first, right) in enumerate(sorted(outcomes, reverse=True), 1):
        wrong += not right
        if wrong <= (1 - rate) * n:
            least = first
    return least


if __name__ == "__main__":
    main()
