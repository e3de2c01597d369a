"""Trains the model that tells the article from the furniture in a page rendered as text, and writes its weights.

    python benchmarks/train_page_model.py CORPORA [--check site|page]

CORPORA holds `lines/*.jsonl` (rendered pages, each line `content` or `furniture`) and `pages/*.jsonl.gz` (HTML; rendered here
with inscriptis, labelled by the shingles of four words that lines share with the body: the body that people marked, or where
nobody did, what the library's own reader of HTML takes for it). Needs lightgbm, numpy and inscriptis; the library
itself needs none of them. `--check` writes nothing and prints figures of the whole room, rules and all, in five folds: of
sites that the weights were not learned from, or of pages (of sites that others of their pages taught).

Three small forests of boosted trees: the first sees a unit by itself, the second also sees where it stands and what the
first says of its neighbours, the third tells which line above the running text is the headline. The second is trained on
chances that the first gave to sites it had not seen, and on made-up pages too: an article with nothing around it, and an
article between another page's beginning and a third one's end. That teaches it that furniture around an article changes
nothing inside. Run `train_title_model.py` afterwards, which adds a fourth.
"""

from __future__ import annotations

import argparse
import json
import random
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from pathlib import Path

import lightgbm
import numpy as np
from page_labels import publisher
from rendered_pages import NOT_CONTENT, READ, Page, pages, words_of

from newsparse import blocks, languages, readers
from newsparse.blocks.page import forest as forests
from newsparse.blocks.page.context import contexts
from newsparse.blocks.page.deciding import decided
from newsparse.blocks.page.headlining import first_prose, headline_numbers
from newsparse.forests import linked

MODEL = Path(__file__).parent.parent / "src/newsparse/blocks/page/model.json"
FOLDS = 5
WEIGHT = {"portal": 2.0, "wcxb_dev": 0.4, **dict.fromkeys(READ, 0.5)}
TREES, LEAVES = (50, 60, 80), (12, 12, 8)
OPTIONS = {"objective": "binary", "verbose": -1, "num_threads": 2, "min_data_in_leaf": 50, "learning_rate": 0.12,
           "feature_fraction": 0.7, "lambda_l2": 1.0, "seed": 1, "deterministic": True}  # fmt: skip


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
    real = [one for one in real if one["set"] not in READ and extent(one)]
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


def chances_for(every: list[Page], fold: dict[str, int]) -> list[tuple[lightgbm.Booster, lightgbm.Booster]]:
    """Give each page what forests say of it that have not seen its fold; return these forests by fold."""
    first = [first_forest([one for one in every if fold[one["fold"]] != own]) for own in range(FOLDS)]
    for one in every:
        one["chance"] = list(first[fold[one["fold"]]].predict(np.array(one["looks"])))
    second = [second_forest([one for one in every if fold[one["fold"]] != own]) for own in range(FOLDS)]
    for one in every:
        one["inside"] = decided(list(second[fold[one["fold"]]].predict(numbers(one))), one["looks"])
        own = headline_numbers(one["draft"], first_prose(one["draft"], one["inside"]), one["inside"], one["looks"])
        one["candidates"] = list(own.values())
        one["titled"] = [" ".join(words_of(one["draft"].words(at))) in one["titles"] for at in own]
    return list(zip(first, second, strict=True))


def headline_forest(train: list[Page]) -> lightgbm.Booster:
    train = [one for one in train if any(one["titled"])]
    rows = np.array([row for one in train for row in one["candidates"]])
    labels = np.array([label for one in train for label in one["titled"]], int)
    options = {**OPTIONS, "num_leaves": LEAVES[2], "min_data_in_leaf": 15}
    return lightgbm.train(options, lightgbm.Dataset(rows, labels), TREES[2])


def folds(every: list[Page], by: str) -> dict[str, int]:
    for one in every:
        one["fold"] = one["doc"] if by == "page" else publisher({"doc_id": one["site"]})
    sites = sorted({one["fold"] for one in every})
    random.Random(5).shuffle(sites)
    return {site: at % FOLDS for at, site in enumerate(sites)}


def check(every: list[Page], by: str) -> None:
    """Print word F1 (mean over pages), line F1 and right headlines, of pages not seen in training."""
    fold = folds(every, by)
    learned = chances_for(every, fold)
    title = json.loads(MODEL.read_text("utf-8"))["title"]
    scores: dict[str, list[tuple[float, ...]]] = {}
    headlines: dict[str, list[bool]] = {}
    for own in range(FOLDS):
        look, place = learned[own]
        headline = headline_forest([one for one in every if fold[one["fold"]] != own])
        weights = {"look": flat(look), "place": flat(place), "headline": flat(headline), "title": title}
        trained = {name: tuple(linked(*tree) for tree in trees) for name, trees in weights.items()}
        forests.forest.cache_clear()
        forests.read_forests = lambda known=trained: known
        for one in (one for one in every if fold[one["fold"]] == own):
            score, right = scored(one)
            if score:
                scores.setdefault(one["set"], []).append(score)
            if right is not None:
                headlines.setdefault(one["set"], []).append(right)
    for name, rows in scores.items():
        word, *counts = np.array(rows).T
        hits, found, gold = (column.sum() for column in counts)
        titles = 100 * np.mean(headlines.get(name, [0]))
        print(f"{name:16} word F1 {100 * word.mean():.1f}  line F1 {200 * hits / (found + gold):.1f}"
              f"  headline {titles:.0f}", flush=True)  # fmt: skip


def scored(one: Page) -> tuple[tuple[float, ...], bool | None]:
    """Word F1, and lines that are hits, found, gold; whether the headline is right, where the page shows one."""
    text = one["draft"].text
    found = blocks.classify(readers.read(text), languages.load(languages.detect(text) or ""))
    starts, position = [], 0
    for line in one["lines"]:
        starts.append(position)
        position += len(line["text"]) + 1
    types = [""] * len(starts)
    for block in found:
        for at in range(bisect_right(starts, block.start) - 1, bisect_right(starts, block.end - 1)):
            types[at] = block.type
    words = [0, 0, 0]
    counts = [0, 0, 0]
    for line, type_ in zip(one["lines"], types, strict=True):
        if type_ and line.get("flag") not in {"mixed", "headline"}:
            gold, yes = line["label"] == "content", type_ not in NOT_CONTENT
            for at, true in enumerate((gold and yes, yes, gold)):
                counts[at] += true
                words[at] += true * len(line["text"].split())
    title = next(
        (text[block.start : block.end] for block in found if block.type == "headline" and not block.repeated), ""
    )
    right = " ".join(words_of(title)) in one["titles"] if one["titles"] else None
    return ((2 * words[0] / max(1, words[1] + words[2]), *counts) if words[2] else ()), right


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
    options.add_argument("--check", choices=("site", "page"))
    given = options.parse_args()
    every = list(pages(given.corpora))
    if given.check:
        check(every, given.check)
        return
    chances_for(every, folds(every, "site"))
    weights = {
        "look": flat(first_forest(every)), "place": flat(second_forest(every)), "headline": flat(headline_forest(every)),
    }  # fmt: skip
    MODEL.write_text(json.dumps(weights, separators=(",", ":")) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
