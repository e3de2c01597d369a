"""Trains the weights of indirect quotations and writes them into the package.

    python benchmarks/train_indirect.py en path/to/polnear_train.jsonl
    python benchmarks/train_indirect.py de path/to/wikinews_de_train.jsonl

Each line of the file is a document: `text`, and `quotes` with `kind`, `spans` (of the content), `speaker` and `cue`, each
with their own `spans`. Every decision (does this word report, on which side, where does it begin and end, whose is it) is a
logistic regression over the candidates that the library itself would look at; the weights are whole twentieths of a
natural logarithm, and those near nothing are left out. Names never become features: the library writes every name alike.

Needs numpy and scipy, which the library does not.
"""

from __future__ import annotations

import json
import sys
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from pathlib import Path
from typing import Any

import numpy as np
import scipy.sparse
from scipy.optimize import minimize

import newsparse
from newsparse import languages
from newsparse.annotations.quotations import combining
from newsparse.annotations.quotations.indirect import features, finding
from newsparse.annotations.quotations.indirect.clause import Clause
from newsparse.annotations.quotations.indirect.extents import neighbours
from newsparse.annotations.quotations.indirect.lexicon import Lexicon, lexicon_of
from newsparse.annotations.quotations.indirect.weights import GATE, SCALE, SHAPES, SURE

PENALTY = 1.0
RARE = 2
"""A feature must stand in this many candidates."""
LEAST = 0.15
"""Weights nearer to nothing are left out."""
ROUNDS = 100
CERTAIN = {"start": 0.99, "end": 0.97, "source": 0.99}
"""Decisions whose likeliest candidate is taken unseen the others, when that is right so often."""
FIRST = 7
"""Features of a cue that are looked at first."""
LOST = 0.008
"""Share of the words that report which the first features alone may dismiss."""
TRIMMED = frozenset({'"', "'", "’", ",", ".", "?", "!", ";", ":", "-"})

Candidates = tuple[list[list[str]], set[int]]
Range = tuple[int, int]


def main() -> None:
    language, path = sys.argv[1], Path(sys.argv[2])
    docs = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    # the weights are being made: what is between marks is all that is wanted of the library here
    combining.find_indirect = lambda *_: ()
    tables = train(docs, language)
    out = Path(finding.__file__).parent / f"{language}.weights.tsv"
    sections = (
        f"= {name}\n" + "".join(f"{feature}\t{weight}\n" for feature, weight in sorted(table.items()))
        for name, table in tables.items()
    )
    out.write_text("".join(sections), "utf-8")
    print(out, {name: len(table) for name, table in tables.items()})


def train(docs: list[dict[str, Any]], language: str) -> dict[str, dict[str, int]]:
    lexicon = lexicon_of(languages.load(language))
    rates = reporting_rates(docs, lexicon)
    examples: dict[str, list[Candidates]] = defaultdict(list)
    for doc in docs:
        clauses = clauses_of(doc, language, lexicon)
        for clause, labels in zip(clauses, align(doc, clauses, rates), strict=True):
            for i, cue, before, after in neighbours(clause):
                add_examples(clause, i, cue, (before, after), labels.get(i), examples)
    tables: dict[str, dict[str, int]] = {}
    for name, groups in examples.items():
        table = {feature: round(SCALE * weight) for feature, weight in fit(groups).items() if abs(weight) >= LEAST}
        if name == "shape":
            for shape in SHAPES:
                tables[shape] = {key.removeprefix(shape): w for key, w in table.items() if key.startswith(shape)}
        else:
            tables[name] = table
        if name in CERTAIN:
            table[SURE] = surety(table, groups, CERTAIN[name])
        if name == "cue":
            table[GATE] = gate(table, groups)
    return tables


def clauses_of(doc: dict[str, Any], language: str, lexicon: Lexicon) -> list[Clause]:
    """The sentences as `find_indirect` sees them."""
    article = newsparse.parse(doc["text"], language=language)
    stretches = sorted({(part.start, part.end) for quote in article.quotes for part in (*quote.parts, quote.content)})
    found = []
    for start, end in finding.extents_of(article.text, article.children, article.sentences):
        if end - start <= finding.LONGEST:
            clause = Clause(article.text, start, end, lexicon)
            finding.forget_quoted(clause, finding.stretches_in(stretches, start, end))
            found.append(clause)
    return found


def reporting_rates(docs: list[dict[str, Any]], lexicon: Lexicon) -> dict[str, float]:
    """How often each word is part of a cue, which tells the head of a cue of several words."""
    seen: Counter[str] = Counter()
    inside: Counter[str] = Counter()
    for doc in docs:
        clause = Clause(doc["text"], 0, len(doc["text"]), lexicon)
        seen.update(clause.words)
        for quote in doc["quotes"]:
            for start, end in (quote.get("cue") or {}).get("spans", ()):
                at = bisect_left(clause.spans, (start, 0), clause.first, clause.last)
                while at < clause.last and clause.spans[at][0] < end:
                    inside[clause.words[at]] += 1
                    at += 1
    return {word: inside[word] / (seen[word] + 1) for word in inside}


class Label:
    """What people marked around a cue, in tokens of its clause."""

    def __init__(self, left: Range | None, right: Range | None, source: list[Range]) -> None:
        self.left, self.right, self.source = left, right, source
        self.shape = "around" if left and right else "left" if left else "right"


def align(doc: dict[str, Any], clauses: list[Clause], rates: dict[str, float]) -> list[dict[int, Label]]:
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
        heads = [i for a, b in quote["cue"]["spans"] for i in clause.cues if overlap(clause.spans[i], (a, b))]
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
    inside = [i for i in range(clause.first, clause.last) if overlap(clause.spans[i], (start, end))]
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
    reports = features.gate_features(clause, i, cue) + features.cue_features(clause, i, cue, *others)
    examples["cue"].append(([reports, []], {0 if label else 1}))
    if label is None:
        return
    traits = features.shape_features(clause, i, cue)
    examples["shape"].append(([[shape + one for one in traits] for shape in SHAPES], {SHAPES.index(label.shape)}))
    if label.right:
        add_right(clause, i, cue, label.shape, label.right, examples)
    if label.left:
        add_left(clause, i, cue, label.shape, label.left, examples)
    content = [piece for piece in (label.right, label.left) if piece]
    candidates = features.sources(clause, i)
    right = {n for n, (a, b, *_) in enumerate(candidates) if any(overlap((a, b), one) for one in label.source)}
    if not label.source:
        right = {len(candidates)}
    if right:
        rows = [features.source_features(clause, i, cue, label.shape, one, content) for one in candidates]
        examples["source"].append(([*rows, features.no_source_features(clause, i, cue, label.shape)], right))


def add_right(
    clause: Clause, i: int, cue: str, shape: str, piece: Range, examples: dict[str, list[Candidates]]
) -> None:
    start, end = piece
    starts, that = features.starts_behind(clause, i), features.complementizer_behind(clause, i)
    if start in starts:
        rows = [features.start_features(clause, i, cue, shape, s, that) for s in starts]
        examples["start"].append((rows, {starts.index(start)}))
    ends = features.ends_behind(clause, start)
    if end in ends:
        rows = [
            features.last_end_features(clause, i, cue, shape, start, ends[-1]),
            *features.end_features(clause, cue, start, ends[:-1]),
        ]
        examples["end"].append((rows, {(ends.index(end) + 1) % len(ends)}))


def add_left(clause: Clause, i: int, cue: str, shape: str, piece: Range, examples: dict[str, list[Candidates]]) -> None:
    start, end = piece
    ends, starts = features.left_ends(clause, i), features.left_starts(clause, end)
    if end in ends:
        rows = features.left_end_features(clause, i, cue, shape, ends)
        examples["lend"].append((rows, {ends.index(end)}))
    if start in starts:
        rows = features.left_start_features(clause, cue, shape, end, starts)
        examples["lstart"].append((rows, {starts.index(start)}))


def fit(groups: list[Candidates]) -> dict[str, float]:
    """Conditional logistic regression: of each group's candidates, one of the right ones is chosen."""
    seen = Counter(feature for rows, _ in groups for row in rows for feature in row)
    place = {feature: n for n, feature in enumerate(sorted(f for f, count in seen.items() if count >= RARE))}
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
        return -np.log(hit).sum() + PENALTY / 2 * weights @ weights, gradient + PENALTY * weights

    found = minimize(loss, np.zeros(len(place)), jac=True, method="L-BFGS-B", options={"maxiter": ROUNDS})
    return {feature: float(found.x[n]) for feature, n in place.items()}


def gate(table: dict[str, int], groups: list[Candidates]) -> int:
    """What the first features must say: nearly all words that report, as all features have it, pass."""
    passing = []
    for (row, _), right in groups:
        if right == {0} and sum(table.get(feature, 0) for feature in row) >= 0:
            passing.append(sum(table.get(feature, 0) for feature in row[:FIRST]))
    return sorted(passing)[round(LOST * len(passing))]


def surety(table: dict[str, int], groups: list[Candidates], rate: float) -> int:
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
