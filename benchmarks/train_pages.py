# ruff: noqa: ANN401 - lightgbm and scikit-learn are untyped
"""Learn what tells an article from the rest of its page, and write it to the package.

    python benchmarks/train_pages.py CORPORA/pages

Needs lightgbm, numpy, scipy and scikit-learn, which newsparse itself does not. Every step that feeds a later one is learned
on four fifths of the publishers and applied to the last fifth, so that no step trusts the one before it more than it
should; the figures printed at the end are taken so too.
"""

from __future__ import annotations

import os

os.environ.setdefault("OMP_NUM_THREADS", "1")

import hashlib
import json
import sys
from collections import Counter, defaultdict
from pathlib import Path
from typing import Any, NamedTuple

import lightgbm
import numpy as np
from page_labels import content_of, labels, publisher, read_pages, words
from scipy.sparse import csr_matrix
from selectolax.lexbor import LexborHTMLParser
from sklearn.linear_model import LogisticRegression

from newsparse.readers.html.clues import clues_of
from newsparse.readers.html.context import in_context
from newsparse.readers.html.deciding import HOPELESS, PLAIN, without_threads
from newsparse.readers.html.encoding import decode_page
from newsparse.readers.html.evidence import COLUMNS, GLANCE, glance, look_closely
from newsparse.readers.html.learned import wording_of
from newsparse.readers.html.marking import tokens_of
from newsparse.readers.html.places import Place
from newsparse.readers.html.survey import Survey
from newsparse.readers.html.taming import tame
from newsparse.readers.html.walking import passages_of

SETS = {"wcxb_dev": 1.0, "fundus_a": 2.5, "traf": 6.0}  # a page of snippets has six labels, another hundreds
FOLDS = 5
TARGET = Path(__file__).parents[1] / "src/newsparse/readers/html/learned.json"
WORDS = COLUMNS.index("words")
TAG = COLUMNS.index("tag")
HEADLINES = (9, 10)  # the figures of `h1` and `h2`, which are always looked at closely
# Shallow trees, each of half of the figures and most of the rows: what holds on one publisher's pages only averages out.
OPTIONS = {
    "objective": "binary", "feature_fraction": 0.5, "bagging_fraction": 0.7, "bagging_freq": 1, "lambda_l2": 10.0,
    "min_data_in_leaf": 60, "max_depth": 6, "verbosity": -1, "num_threads": 1, "seed": 1, "deterministic": True,
}  # fmt: skip
SHAPES = {
    "glance": {"num_leaves": 8, "learning_rate": 0.4, "trees": 10},
    "first": {"num_leaves": 10, "learning_rate": 0.1, "trees": 100},
    "second": {"num_leaves": 10, "learning_rate": 0.1, "trees": 100},
}


def gather(folder: Path) -> list[dict[str, Any]]:
    pages = []
    for name, weight in SETS.items():
        for page in read_pages(folder / f"{name}.jsonl.gz"):
            content = content_of(page)
            html = decode_page(content) if isinstance(content, bytes) else content
            tree = LexborHTMLParser(tame(html.encode("utf-8", "replace")))
            clues = clues_of(tree, html)
            passages = passages_of(tree)
            if not passages.texts:
                continue
            survey = Survey(passages)
            rows = glance(passages, survey)
            look_closely(passages, survey, clues, rows, range(len(rows)), lambda _: 0.0)
            texts = passages.texts
            pairs = labels(texts, page)
            size = np.array([text.count(" ") + 1 for text in texts])
            known = np.array([share for _, share in pairs])
            fold = int(hashlib.md5(publisher(page).encode()).hexdigest(), 16) % FOLDS
            pages.append({
                "set": name, "publisher": publisher(page), "fold": fold, "passages": passages, "survey": survey,
                "body": page.get("body"), "with": page.get("with"), "without": page.get("without"),
                "rows": np.array(rows, dtype=np.float32), "y": np.array([share for share, _ in pairs]) > 0.5,
                "weight": known * (0.5 + np.minimum(size, 80) ** 0.5 / 2) * weight * 60 / (60 + len(texts)),
                "marks": [_marks(place) for place in survey.places],
                "wording": [wording_of(text)[0] for text in texts],
            })  # fmt: skip
    return pages


def _marks(place: Place) -> list[str]:
    found = [f"own {token}" for token in tokens_of(place.tag, place.names)]
    above = place.parent
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

    def fit(self, data: Data, use: np.ndarray) -> np.ndarray:
        model = LogisticRegression(C=self.strength, max_iter=60, solver="liblinear", fit_intercept=False)
        model.fit(self.x[use], data.y[use], sample_weight=data.weight[use] / data.weight[use].mean())
        return model.coef_[0].round(2)

    def crossed(self, data: Data) -> np.ndarray:
        logits = np.zeros(len(data.y))
        for one in range(FOLDS):
            here = data.fold == one
            logits[here] = self.x[here] @ self.fit(data, data.use & ~here)
        return logits


def boosted(x: np.ndarray, y: np.ndarray, weight: np.ndarray, shape: dict[str, Any]) -> lightgbm.Booster:
    options = {**OPTIONS, **shape}
    trees = options.pop("trees")
    return lightgbm.train(options, lightgbm.Dataset(x, y, weight=weight / weight.mean()), trees)


def crossed(x: np.ndarray, data: Data, shape: dict[str, Any]) -> np.ndarray:
    """The logit of each row by trees that have not seen its publisher."""
    logits = np.zeros(len(data.y))
    for one in range(FOLDS):
        here = data.fold == one
        seen = data.use & ~here
        logits[here] = boosted(x[seen], data.y[seen], data.weight[seen], shape).predict(x[here], raw_score=True)
    return logits


def forest_of(model: lightgbm.Booster) -> dict[str, Any]:
    def told(node: dict[str, Any]) -> Any:
        if "leaf_value" in node:
            return round(float(node["leaf_value"]), 3)
        threshold = float(f"{node['threshold']:.5g}")
        return [int(node["split_feature"]), threshold, told(node["left_child"]), told(node["right_child"])]

    trees = [told(one["tree_structure"]) for one in model.dump_model()["tree_info"]]
    return {"columns": model.num_feature(), "trees": trees}


def report(pages: list[dict[str, Any]], logits: np.ndarray, threshold: float = 0.0) -> str:
    scores: dict[str, list[float]] = defaultdict(list)
    snippets: Counter[str] = Counter()
    at = 0
    for page in pages:
        passages, survey = page["passages"], page["survey"]
        own = logits[at : at + len(passages.texts)]
        at += len(own)
        likely = {number for number, logit in enumerate(own) if logit > threshold}
        content = without_threads(survey, likely)
        body = "\n".join(
            text
            for number, text in enumerate(passages.texts)
            if number in content
            and survey.tags[number] not in ("h1", "figcaption")
            and survey.places[number].role not in ("caption", "credit")
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


class Data(NamedTuple):
    """The passages of all pages, one after the other."""

    y: np.ndarray
    weight: np.ndarray
    fold: np.ndarray
    use: np.ndarray


def data_of(pages: list[dict[str, Any]]) -> Data:
    y = np.concatenate([page["y"] for page in pages]).astype(int)
    weight = np.concatenate([page["weight"] for page in pages])
    fold = np.concatenate([np.full(len(page["passages"].texts), page["fold"]) for page in pages])
    kept = (y == 1) | (np.random.default_rng(0).random(len(y)) < 0.5)  # the rest of a page is the larger part
    return Data(y, np.where(y == 1, weight, weight * 2), fold, (weight > 0) & kept)


def combined(rows: np.ndarray, at_a_glance: np.ndarray, first: np.ndarray) -> np.ndarray:
    """The logits as `deciding` has them: the first forest's where a passage is looked at closely."""
    closely = (at_a_glance > PLAIN) | np.isin(rows[:, TAG], HEADLINES)
    return np.where(closely, first, at_a_glance)


def around_of(pages: list[dict[str, Any]], rows: np.ndarray, logits: np.ndarray) -> np.ndarray:
    found, at = [], 0
    for page in pages:
        end = at + len(page["passages"].texts)
        found.append(
            in_context(
                page["passages"], page["survey"], rows[at:end].tolist(), logits[at:end].tolist(), range(end - at)
            )
        )
        at = end
    return np.concatenate([np.array(one, dtype=np.float32) for one in found])


def main(folder: Path) -> None:
    pages = gather(folder)
    data = data_of(pages)
    rows = np.concatenate([page["rows"] for page in pages])
    marks, wording = Linear(pages, "marks", 6, 0.0015), Linear(pages, "wording", 10, 0.02)
    rows[:, 0], rows[:, WORDS] = marks.crossed(data), wording.crossed(data)
    seen = rows[:, : len(GLANCE)]
    at_a_glance = crossed(seen, data, SHAPES["glance"])
    plain = at_a_glance <= PLAIN
    lost = data.weight[plain & (data.y == 1)].sum() / data.weight[data.y == 1].sum()
    print(f"at a glance: {plain.mean():.1%} of the passages, {lost:.2%} of the article", flush=True)
    first = combined(rows, at_a_glance, crossed(rows, data, SHAPES["first"]))
    print("first", report(pages, first), flush=True)
    around = around_of(pages, rows, first)
    likely = data._replace(use=data.use & (first > HOPELESS))
    second = np.where(first > HOPELESS, crossed(around, likely, SHAPES["second"]), first)
    for threshold in (-0.4, 0.0, 0.4):
        print("second", threshold, report(pages, second, threshold), flush=True)
    own, words_ = marks.fit(data, data.use), wording.fit(data, data.use)
    paired: dict[str, list[float]] = {}
    for token, at in marks.vocabulary.items():
        side, _, name = token.partition(" ")
        paired.setdefault(name, [0.0, 0.0])[side == "below"] = float(own[at])
    learned = {
        "marks": {name: pair for name, pair in paired.items() if any(pair)},
        "words": {token: float(words_[at]) for token, at in wording.vocabulary.items() if abs(words_[at]) >= 0.05},
    }
    for name, x, use in (("glance", seen, data.use), ("first", rows, data.use), ("second", around, likely.use)):
        learned[name] = forest_of(boosted(x[use], data.y[use], data.weight[use], SHAPES[name]))
    TARGET.write_text(json.dumps(learned, ensure_ascii=False, separators=(",", ":")), "utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
