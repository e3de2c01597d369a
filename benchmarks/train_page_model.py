"""Trains the model that tells the article from the furniture in a page rendered as text, and writes its weights.

    python benchmarks/train_page_model.py CORPORA [--check]

CORPORA holds `lines/*.jsonl` (rendered pages, each line `content` or `furniture`) and `pages/fundus_a.jsonl.gz` (HTML with
the body's paragraphs; rendered here with inscriptis, labelled by shingles of four words). Needs lightgbm, numpy and
inscriptis; the library itself needs none of them. `--check` prints cross-validated figures (five folds by site) and writes
nothing.

Two small forests of boosted trees: the first sees a unit by itself, the second also sees where it stands and what the
first says of its neighbours. The second is trained on chances that the first gave to sites it had not seen, and on made-up
pages too: an article with nothing around it, and an article between another page's beginning and a third one's end. That
teaches it that furniture around an article changes nothing inside.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import lightgbm
import numpy as np
from inscriptis import get_text

from newsparse import languages
from newsparse.blocks.asides import label_asides
from newsparse.blocks.contents import label_contents
from newsparse.blocks.draft import Draft
from newsparse.blocks.endings import label_endings
from newsparse.blocks.furniture import label_furniture
from newsparse.blocks.joining import units_of
from newsparse.blocks.lexicon import lexicon
from newsparse.blocks.page.context import contexts
from newsparse.blocks.page.surface import surfaces
from newsparse.readers.plain import read_plain

MODEL = Path(__file__).parent.parent / "src/newsparse/blocks/page/model.json"
FOLDS = 5
SETS = ("portal", "cleaneval", "wcxb_dev_lines")
WEIGHT = {"portal": 2.0}  # the only set of news pages, and the smallest
TREES, LEAVES = (50, 60), (12, 12)
OPTIONS = {"objective": "binary", "verbose": -1, "num_threads": 2, "min_data_in_leaf": 50, "learning_rate": 0.12,
           "feature_fraction": 0.7, "lambda_l2": 1.0, "seed": 1, "deterministic": True}  # fmt: skip

Page = dict[str, Any]


def pages(corpora: Path) -> Iterator[Page]:
    """Every page of the corpora as looks, labels, words and lines that do not count."""
    for name in SETS:
        for line in (corpora / f"lines/{name}.jsonl").open(encoding="utf-8"):
            yield page(name, json.loads(line))
    with gzip.open(corpora / "pages/fundus_a.jsonl.gz", "rt", encoding="utf-8") as file:
        for line in file:
            doc = json.loads(line)
            if doc.get("html") and len(lines := rendered(doc)) >= 5:
                yield page("fundus", {**doc, "lines": lines})


def page(name: str, doc: dict[str, Any]) -> Page:
    texts = [line["text"] for line in doc["lines"]]
    text = "\n".join(texts)
    draft = draft_of(text)
    starts, position = [], 0
    for one in texts:
        starts.append(position)
        position += len(one) + 1
    labels, words, skipped = [], [], []
    for unit in draft.units:
        own = doc["lines"][bisect_right(starts, unit.start) - 1 : bisect_right(starts, unit.end - 1)]
        sizes = [len(line["text"].split()) for line in own]
        content = sum(size for line, size in zip(own, sizes, strict=True) if line["label"] == "content")
        labels.append(int(2 * content > sum(sizes)))
        words.append(sum(sizes))
        skipped.append(len(own) == 1 and own[0].get("flag") in {"mixed", "headline"})
    url = doc.get("url") or ""
    return {"set": name, "site": url.split("/")[2] if url.count("/") > 2 else doc["doc_id"], "looks": surfaces(draft),
            "label": labels, "words": words, "skip": skipped}  # fmt: skip


def draft_of(text: str) -> Draft:
    """The text as the page model sees it: after contents, asides, and furniture known by its words."""
    units = units_of(text, read_plain(text).lines)
    known = lexicon(languages.load(languages.detect(text) or ""))
    draft = Draft(text=text, units=units, lexicon=known, labels=[None] * len(units))
    label_contents(draft)
    label_furniture(draft)
    label_asides(draft)
    label_endings(draft)
    return draft


def rendered(doc: dict[str, Any]) -> list[dict[str, Any]]:
    """The lines of an HTML page, labelled by the shingles that they share with the body."""
    gold = {shingle for paragraph in doc["body"] for shingle in shingles(words_of(paragraph))}
    whole = {" ".join(words_of(paragraph)) for paragraph in doc["body"]}
    title = " ".join(words_of(doc["title"] or ""))
    found = []
    for line in filter(None, map(str.strip, get_text(doc["html"]).split("\n"))):
        words = words_of(line)
        own = shingles(words)
        share = sum(one in gold for one in own) / len(own) if own else 0.0
        flag = "mixed" if 0.15 < share < 0.85 else None
        label = "content" if share >= 0.5 else "furniture"
        if " ".join(words) in whole:
            label, flag = ("content", None) if len(words) >= 5 else ("furniture", "mixed")
        elif " ".join(words) == title:
            label, flag = "furniture", "headline"
        found.append({"text": line, "label": label, "flag": flag})
    return found if sum(line["label"] == "content" for line in found) >= 5 else []


def words_of(text: str) -> list[str]:
    return re.findall(r"\w+", text.lower())


def shingles(words: list[str]) -> list[tuple[str, ...]]:
    return [tuple(words[at : at + 4]) for at in range(len(words) - 3)]


def part(one: Page, places: Sequence[int]) -> Page:
    picked = {key: [one[key][at] for at in places] for key in ("looks", "label", "words", "skip", "chance")}
    return {"set": one["set"], "site": one["site"], **picked}


def joined(*parts: Page) -> Page:
    keys = ("looks", "label", "words", "skip", "chance")
    return {"set": parts[0]["set"], **{key: [value for one in parts for value in one[key]] for key in keys}}


def extent(one: Page) -> range:
    content = [at for at, label in enumerate(one["label"]) if label]
    return range(content[0], content[-1] + 1) if content else range(0)


def made_up(real: list[Page], chance: random.Random) -> Iterator[tuple[float, Page]]:
    """Articles alone, and between the furniture of other pages; each with its weight."""
    real = [one for one in real if extent(one)]
    for one in real:
        core = part(one, extent(one))
        yield 0.35, part(one, [at for at in extent(one) if one["label"][at]])
        yield 0.15, core
        before, after = chance.choice(real), chance.choice(real)
        head = part(before, range(extent(before).start))
        tail = part(after, range(extent(after).stop, len(after["label"])))
        yield 0.5, joined(*(piece for piece in (head, core, tail) if piece["label"])) | {"set": one["set"]}


def first_forest(train: list[Page]) -> lightgbm.Booster:
    looks = np.array([look for one in train for look in one["looks"]])
    labels = np.array([label for one in train for label in one["label"]])
    weights = np.array([0.0 if skip else WEIGHT.get(one["set"], 1.0) * min(1 + words, 40) ** 0.3
                        for one in train for skip, words in zip(one["skip"], one["words"], strict=True)])  # fmt: skip
    data = lightgbm.Dataset(looks, labels, weight=weights)
    return lightgbm.train({**OPTIONS, "num_leaves": LEAVES[0]}, data, TREES[0])


def numbers(one: Page) -> np.ndarray:
    chances = [round(float(chance), 6) for chance in one["chance"]]
    return np.hstack([np.array(one["looks"]), np.array(contexts(chances, one["looks"]))])


def second_forest(train: list[Page]) -> lightgbm.Booster:
    weighed = [(1.0, one) for one in train] + list(made_up(train, random.Random(7)))
    weighed = [(weight, one) for weight, one in weighed if one["label"]]
    weights = []
    for weight, one in weighed:
        own = np.array([0.0 if skip else max(1, min(words, 80)) ** 0.5
                        for skip, words in zip(one["skip"], one["words"], strict=True)])  # fmt: skip
        weights.append(weight * WEIGHT.get(one["set"], 1.0) * own / max(own.sum(), 1e-9) ** 0.5)
    labels = np.concatenate([np.array(one["label"]) for _, one in weighed])
    data = lightgbm.Dataset(np.vstack([numbers(one) for _, one in weighed]), labels, weight=np.concatenate(weights))
    return lightgbm.train({**OPTIONS, "num_leaves": LEAVES[1]}, data, TREES[1])


def chances_for(every: list[Page]) -> None:
    """Give each page the chances that a first forest gives it which has not seen its site."""
    fold = folds(every)
    for own in range(FOLDS):
        forest = first_forest([one for one in every if fold[one["site"]] != own])
        for one in every:
            if fold[one["site"]] == own:
                one["chance"] = list(forest.predict(np.array(one["looks"])))


def folds(every: list[Page]) -> dict[str, int]:
    sites = sorted({one["site"] for one in every})
    random.Random(5).shuffle(sites)
    return {site: at % FOLDS for at, site in enumerate(sites)}


def check(every: list[Page]) -> None:
    """Print word F1 (mean over pages) and line F1 of sites not seen in training."""
    fold = folds(every)
    scores: dict[str, list[tuple[float, ...]]] = {}
    for own in range(FOLDS):
        forest = second_forest([one for one in every if fold[one["site"]] != own])
        for one in every:
            if fold[one["site"]] == own and any(one["label"]):
                found = forest.predict(numbers(one)) > 0.5
                counts = np.array(one["label"], bool) & ~np.array(one["skip"], bool)
                found &= ~np.array(one["skip"], bool)
                words = np.array(one["words"])
                hits = words[found & counts].sum()
                word = 2 * hits / max(1, words[found].sum() + words[counts].sum())
                scores.setdefault(one["set"], []).append((word, (found & counts).sum(), found.sum(), counts.sum()))
    for name, rows in scores.items():
        word, *counts = np.array(rows).T
        hits, found, gold = (column.sum() for column in counts)
        print(f"{name:16} word F1 {100 * word.mean():.1f}  line F1 {200 * hits / (found + gold):.1f}")


def flat(forest: lightgbm.Booster) -> list[list[list[float]]]:
    """Each tree as four lists: feature, threshold, child where at most, child where above; a leaf -n is the n-th value."""
    trees = []
    for info in forest.dump_model()["tree_info"]:
        tree: list[list[float]] = [[], [], [], [], []]
        waiting = [(info["tree_structure"], None, 0)]
        while waiting:
            node, parent, side = waiting.pop()
            if "leaf_value" in node:
                tree[4].append(round(node["leaf_value"], 4))
                place = -len(tree[4])
            else:
                place = len(tree[0])
                tree[0].append(node["split_feature"])
                tree[1].append(float(f"{node['threshold']:.6g}"))
                tree[2].append(0)
                tree[3].append(0)
                waiting += [(node["right_child"], place, 3), (node["left_child"], place, 2)]
            if parent is not None:
                tree[side][parent] = place
        trees.append(tree)
    return trees


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("corpora", type=Path)
    options.add_argument("--check", action="store_true")
    given = options.parse_args()
    every = list(pages(given.corpora))
    chances_for(every)
    if given.check:
        check(every)
        return
    weights = {"look": flat(first_forest(every)), "place": flat(second_forest(every))}
    MODEL.write_text(json.dumps(weights, separators=(",", ":")) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
