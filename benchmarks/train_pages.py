# ruff: noqa: ANN401, SLF001 - scikit-learn is untyped, and its trees are private
"""Learn what tells an article from the rest of its page, and write it to the package.

    python benchmarks/train_pages.py CORPORA/pages

Needs numpy, scipy and scikit-learn, which newsparse itself does not. Every step that feeds a later one is learned on four
fifths of the publishers and applied to the last fifth, so that no step trusts the one before it more than it should; the
figures printed at the end are taken so too.
"""

from __future__ import annotations

import os

os.environ.setdefault("OMP_NUM_THREADS", "1")

import hashlib
import json
import sys
from collections import Counter, defaultdict
from pathlib import Path
from typing import Any

import numpy as np
from page_labels import content_of, labels, publisher, read_pages, words
from scipy.sparse import csr_matrix
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.linear_model import LogisticRegression

from newsparse.readers.html.clues import clues_of
from newsparse.readers.html.context import in_context
from newsparse.readers.html.encoding import decode_page
from newsparse.readers.html.evidence import describe, places_of
from newsparse.readers.html.learned import wording_of
from newsparse.readers.html.marking import tokens_of
from newsparse.readers.html.page import parse_page
from newsparse.readers.html.walking import passages_of

SETS = {"wcxb_dev": 1.0, "fundus_a": 2.5, "traf": 6.0}  # a page of snippets has six labels, another hundreds
FOLDS = 5
TARGET = Path(__file__).parents[1] / "src/newsparse/readers/html/learned.json"


def gather(folder: Path) -> list[dict[str, Any]]:
    pages = []
    for name, weight in SETS.items():
        for page in read_pages(folder / f"{name}.jsonl.gz"):
            content = content_of(page)
            html = decode_page(content) if isinstance(content, bytes) else content
            tree = parse_page(html)
            clues = clues_of(tree, html)
            passages = passages_of(tree)
            if not passages:
                continue
            places = places_of(passages)
            texts = [passage.text for passage in passages]
            pairs = labels(texts, page)
            size = np.array([text.count(" ") + 1 for text in texts])
            known = np.array([share for _, share in pairs])
            fold = int(hashlib.md5(publisher(page).encode()).hexdigest(), 16) % FOLDS
            pages.append({
                "set": name, "publisher": publisher(page), "fold": fold, "passages": passages, "body": page.get("body"),
                "with": page.get("with"), "without": page.get("without"),
                "rows": np.array(describe(passages, places, clues), dtype=np.float32),
                "y": np.array([share for share, _ in pairs]) > 0.5,
                "weight": known * (0.5 + np.minimum(size, 80) ** 0.5 / 2) * weight * 60 / (60 + len(texts)),
                "marks": [_marks(passage.element) for passage in passages],
                "wording": [wording_of(text) for text in texts],
            })  # fmt: skip
    return pages


def _marks(element: Any) -> list[str]:
    found = [f"own {token}" for token in tokens_of(element.tag, element.names)]
    above = element.parent
    while above is not None:
        found += [f"below {token}" for token in tokens_of(above.tag, above.names)]
        above = above.parent
    return found


class Linear:
    """A logistic regression over the tokens that several publishers use."""

    def __init__(self, pages: list[dict[str, Any]], key: str, least: int, strength: float) -> None:
        users: dict[str, set[str]] = defaultdict(set)
        for page in pages:
            for token in {token for tokens in page[key] for token in tokens}:
                users[token].add(page["publisher"])
        self.vocabulary = {
            token: at for at, token in enumerate(t for t, who in sorted(users.items()) if len(who) >= least)
        }
        self.strength = strength
        row, columns, rows = 0, [], []
        for page in pages:
            for tokens in page[key]:
                for token in tokens:
                    if token in self.vocabulary:
                        rows.append(row)
                        columns.append(self.vocabulary[token])
                row += 1
        self.x = csr_matrix((np.ones(len(rows), np.float32), (rows, columns)), shape=(row, len(self.vocabulary)))

    def fit(self, y: np.ndarray, weight: np.ndarray, use: np.ndarray) -> np.ndarray:
        model = LogisticRegression(C=self.strength, max_iter=60, solver="liblinear", fit_intercept=False)
        model.fit(self.x[use], y[use], sample_weight=weight[use] / weight[use].mean())
        return model.coef_[0].round(2)

    def crossed(self, y: np.ndarray, weight: np.ndarray, use: np.ndarray, fold: np.ndarray) -> np.ndarray:
        logits = np.zeros(len(y))
        for one in range(FOLDS):
            here = fold == one
            logits[here] = self.x[here] @ self.fit(y, weight, use & ~here)
        return logits


def boosted(x: np.ndarray, y: np.ndarray, weight: np.ndarray, trees: int, leaves: int, rate: float) -> Any:
    model = HistGradientBoostingClassifier(
        max_iter=trees, learning_rate=rate, max_leaf_nodes=leaves, max_depth=7, min_samples_leaf=40, l2_regularization=5.0,
        early_stopping=False, random_state=0,
    )  # fmt: skip
    return model.fit(x, y, sample_weight=weight)


def forest_of(model: Any) -> dict[str, Any]:
    def told(nodes: Any, at: int) -> Any:
        node = nodes[at]
        if node["is_leaf"]:
            return round(float(node["value"]), 4)
        threshold = float(f"{node['num_threshold']:.6g}")
        return [int(node["feature_idx"]), threshold, told(nodes, node["left"]), told(nodes, node["right"])]

    trees = [told(one[0].nodes, 0) for one in model._predictors]
    return {"base": round(float(np.ravel(model._baseline_prediction)[0]), 4), "trees": trees}


def report(pages: list[dict[str, Any]], logits: np.ndarray, threshold: float = 0.0) -> str:
    scores: dict[str, list[float]] = defaultdict(list)
    snippets: Counter[str] = Counter()
    at = 0
    for page in pages:
        own = logits[at : at + len(page["passages"])]
        at += len(own)
        body = "\n".join(
            passage.text
            for passage, logit in zip(page["passages"], own, strict=True)
            if logit > threshold and passage.element.tag not in ("h1", "figcaption")
        )
        if page["body"]:
            gold = page["body"] if isinstance(page["body"], str) else "\n".join(page["body"])
            wanted, found = Counter(words(gold)), Counter(words(body))
            hits = (wanted & found).total()
            scores[page["set"]].append(2 * hits / max(1, wanted.total() + found.total()))
        elif page["with"]:
            flat = " ".join(body.split())
            snippets["hits"] += sum(" ".join(one.split()) in flat for one in page["with"])
            snippets["leaks"] += sum(" ".join(one.split()) in flat for one in page["without"] or ())
            snippets["with"] += len(page["with"])
    figures = {name: f"{100 * sum(values) / len(values):.2f}" for name, values in scores.items()}
    figures["segments"] = f"{200 * snippets['hits'] / (snippets['hits'] + snippets['leaks'] + snippets['with']):.2f}"
    return str(figures)


def main(folder: Path) -> None:
    pages = gather(folder)
    y = np.concatenate([page["y"] for page in pages]).astype(int)
    weight = np.concatenate([page["weight"] for page in pages])
    fold = np.concatenate([np.full(len(page["passages"]), page["fold"]) for page in pages])
    rows = np.concatenate([page["rows"] for page in pages])
    kept = (y == 1) | (np.random.default_rng(0).random(len(y)) < 0.35)  # the rest of a page is the larger part
    weight = np.where(y == 1, weight, weight / 0.35)
    use = (weight > 0) & kept
    marks, wording = Linear(pages, "marks", 8, 0.003), Linear(pages, "wording", 10, 0.02)
    rows[:, 0], rows[:, 1] = marks.crossed(y, weight, use, fold), wording.crossed(y, weight, use, fold)
    print("linear", np.average((rows[:, 0] > 0) == y, weights=weight), flush=True)
    shape = {"trees": 50, "leaves": 10, "rate": 0.2}
    logits = np.zeros(len(y))
    for one in range(FOLDS):
        here = fold == one
        logits[here] = boosted(rows[use & ~here], y[use & ~here], weight[use & ~here], **shape).decision_function(
            rows[here]
        )
    print("first", report(pages, logits), flush=True)
    second, at = [], 0
    for page in pages:
        end = at + len(page["passages"])
        second.append(in_context(page["passages"], rows[at:end].tolist(), logits[at:end].tolist(), range(end - at)))
        at = end
    around = np.concatenate([np.array(one, dtype=np.float32) for one in second])
    final = np.zeros(len(y))
    for one in range(FOLDS):
        here = fold == one
        final[here] = boosted(around[use & ~here], y[use & ~here], weight[use & ~here], **shape).decision_function(
            around[here]
        )
    for threshold in (-0.4, 0.0, 0.4, 0.8):
        print("second", threshold, report(pages, final, threshold), flush=True)
    own, words_ = marks.fit(y, weight, use), wording.fit(y, weight, use)
    paired: dict[str, list[float]] = {}
    for token, at in marks.vocabulary.items():
        side, _, name = token.partition(" ")
        paired.setdefault(name, [0.0, 0.0])[side == "below"] = float(own[at])
    learned = {
        "marks": {name: pair for name, pair in paired.items() if any(pair)},
        "words": {token: float(words_[at]) for token, at in wording.vocabulary.items() if abs(words_[at]) >= 0.05},
        "first": forest_of(boosted(rows[use], y[use], weight[use], **shape)),
        "second": forest_of(boosted(around[use], y[use], weight[use], **shape)),
    }
    TARGET.write_text(json.dumps(learned, ensure_ascii=False, separators=(",", ":")), "utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
