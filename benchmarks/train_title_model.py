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
OPTIONS = {"objective": "binary", "verbose": -1, "num_threads": 2, "min_data_in_leaf": 50, "learning_rate": 0.06,
           "num_leaves": 8, "feature_fraction": 0.4, "bagging_fraction": 0.6, "bagging_freq": 1, "lambda_l2": 10.0,
           "seed": 1, "deterministic": True}  # fmt: skip


def documents(corpora: Path) -> Iterator[tuple[list[list[float]], list[bool]]]:
    """The numbers of every line that the model would be asked about, and whether it is a heading."""
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
            numbers = title_numbers(draft, headings.doubtful(draft))
            yield list(numbers.values()), [units[at].start in gold for at in numbers]


def train(docs: list[tuple[list[list[float]], list[bool]]]) -> lightgbm.Booster:
    weights = [1 / len(labels) ** 0.5 for _, labels in docs for _ in labels]
    numbers = np.array([one for rows, _ in docs for one in rows])
    labels = np.array([one for _, own in docs for one in own])
    return lightgbm.train(OPTIONS, lightgbm.Dataset(numbers, labels, weight=weights), TREES)


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("corpora", type=Path)
    options.add_argument("--check", action="store_true")
    given = options.parse_args()
    docs = [doc for doc in documents(given.corpora) if doc[0]]
    if given.check:
        hits = found = gold = 0
        for own in range(FOLDS):
            model = train([doc for at, doc in enumerate(docs) if at % FOLDS != own])
            for rows, labels in docs[own::FOLDS]:
                said = model.predict(np.array(rows)) > SURE
                hits, found, gold = hits + (said & labels).sum(), found + said.sum(), gold + sum(labels)
        print(f"headings among doubtful lines: F1 {200 * hits / (found + gold):.1f}")
        return
    data = json.loads(MODEL.read_text("utf-8"))
    data["title"] = flat(train(docs))
    MODEL.write_text(json.dumps(data, separators=(",", ":")) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
