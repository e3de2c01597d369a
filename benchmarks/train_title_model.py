"""Trains the model that tells headings from other short lines, and adds its weights to the page model's file.

    python benchmarks/train_title_model.py CORPORA [--check]

CORPORA holds `blocks/*.jsonl`: article texts whose headings, paragraphs and list items people marked. Run it after
`train_page_model.py`, which writes the file. `--check` prints cross-validated figures and writes nothing.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import lightgbm
import numpy as np
from train_page_model import MODEL, flat

from newsparse import languages
from newsparse.blocks import classification, headings
from newsparse.blocks.draft import Draft
from newsparse.blocks.joining import units_of
from newsparse.blocks.lexicon import lexicon
from newsparse.blocks.page.titling import SURE, title_numbers
from newsparse.readers.plain import read_plain

FOLDS, TREES = 5, 110
HEADINGS = ("heading", "headline", "contents_title")
OPTIONS = {"objective": "binary", "verbose": -1, "num_threads": 2, "min_data_in_leaf": 50, "learning_rate": 0.06,
           "num_leaves": 8, "feature_fraction": 0.4, "bagging_fraction": 0.6, "bagging_freq": 1, "lambda_l2": 10.0,
           "seed": 1, "deterministic": True}  # fmt: skip


class Document(NamedTuple):
    """An article's lines as the rules leave them: `numbers` of those that the model is asked about, `gold` headings' starts."""

    set: str
    draft: Draft
    gold: set[int]
    numbers: dict[int, list[float]]

    def labels(self) -> list[bool]:
        """Whether each line that the model is asked about is a heading."""
        return [self.draft.units[at].start in self.gold for at in self.numbers]


def documents(corpora: Path) -> Iterator[Document]:
    """Every article."""
    for path in sorted((corpora / "blocks").glob("*.jsonl")):
        for line in path.open(encoding="utf-8"):
            doc = json.loads(line)
            gold = {block["start"] for block in doc["blocks"] if block["type"] == "heading"}
            source = read_plain(doc["text"])
            units = units_of(source.text, source.lines)
            known = lexicon(languages.load(languages.detect(source.text) or ""))
            draft = Draft(text=source.text, units=units, lexicon=known, labels=[None] * len(units))
            for rule in classification.RULES[:-1]:
                rule(draft)
            headings.label_by_rule(draft)
            yield Document(path.stem, draft, gold, title_numbers(draft, headings.doubtful(draft)))


def train(docs: list[Document]) -> lightgbm.Booster:
    """Learn from all lines of `docs`, those of a long one together worth less than as many of short ones."""
    weights = [1 / len(doc.numbers) ** 0.5 for doc in docs for _ in doc.numbers]
    numbers = np.array([one for doc in docs for one in doc.numbers.values()])
    labels = np.array([one for doc in docs for one in doc.labels()])
    return lightgbm.train(OPTIONS, lightgbm.Dataset(numbers, labels, weight=weights), TREES)


def check(docs: list[Document]) -> None:
    """Print heading F1 of articles that the model has not seen, what the rules label included."""
    counts: dict[str, list[int]] = {}
    for own in range(FOLDS):
        model = train([doc for at, doc in enumerate(docs) if at % FOLDS != own and doc.numbers])
        for doc in docs[own::FOLDS]:
            found = {at for at, label in enumerate(doc.draft.labels) if label is not None and label.type in HEADINGS}
            if doc.numbers:
                said = model.predict(np.array(list(doc.numbers.values()))) > SURE
                found -= set(doc.numbers)
                found |= {at for at, yes in zip(doc.numbers, said, strict=True) if yes}
            hits = sum(doc.draft.units[at].start in doc.gold for at in found)
            for place, number in enumerate((hits, len(found), len(doc.gold))):
                counts.setdefault(doc.set, [0, 0, 0])[place] += number
    for name, (hits, found, gold) in counts.items():
        print(f"{name:10} heading F1 {200 * hits / (found + gold):.1f}")


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("corpora", type=Path)
    options.add_argument("--check", action="store_true")
    given = options.parse_args()
    docs = list(documents(given.corpora))
    if given.check:
        check(docs)
        return
    data = json.loads(MODEL.read_text("utf-8"))
    data["title"] = flat(train([doc for doc in docs if doc.numbers]))
    MODEL.write_text(json.dumps(data, separators=(",", ":")) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
