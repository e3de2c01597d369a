"""Trains the two linear models of quotations: who speaks (softmax over candidates), and whether it is speech (logistic).

    python benchmarks/train_quotations.py CORPUS.jsonl … [--hold 5]

Records: `{text, lang, quotes: [{start, end, spans?, kind, speaker: {start, end, spans?} | null}]}`, offsets in code points,
half-open. `kind` is direct, partial, scare, ambiguous (left out), or one for reports without marks (their words are left
out too). A stretch between marks that no record touches counts as scare, unless the record is of a `_marks_` corpus, which
lists every stretch. Documents of one language train its own weights, all together those of languages without any.

Writes `src/newsparse/annotations/quotations/weights/CODE.json`; with `--hold N` every Nth document is kept back and scored.
"""

from __future__ import annotations

import argparse
import json
import math
import random
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from newsparse import blocks, languages, readers, structure
from newsparse.annotations.quotations import attribution, features, ranking
from newsparse.annotations.quotations.lexicon import lexicon_of
from newsparse.annotations.quotations.stretches import find_stretches, quoting_blocks

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
BIAS = {"en": 1.0, "de": 0.3, "any": 0.2}
"""Added to the function model: how much surer than even it must be that something is no speech."""


class Example(NamedTuple):
    """A quotation: its candidates' features, which of them are right, and whether it is no speech (None: not known)."""

    case: attribution.Case
    right: tuple[int, ...]
    scare: bool | None
    language: str


def examples_of(record: Mapping, lists_all: bool, models: ranking.Models | None = None) -> list[Example]:
    """Return an example for each stretch of a record that its labels tell something about.

    Earlier speakers are handed on as labelled, or as `models` would have chosen, errors included.
    """
    chosen = attribution.decider(models) if models else None
    language = languages.load(record["lang"])
    source = readers.read(record["text"])
    text = source.text
    leaves = quoting_blocks(structure.build(source, blocks.classify(source, language), language).children)
    stretches, _ = find_stretches(text, leaves)
    gold = {}
    for quote in record["quotes"]:
        for start, end in quote.get("spans") or [(quote["start"], quote["end"])]:
            gold[trimmed(text, start, end)] = quote
    found: list[Example] = []

    def decide(case: attribution.Case) -> attribution.Attribution:
        labelled = by_label(case)
        return chosen(case) if chosen else labelled

    def by_label(case: attribution.Case) -> attribution.Attribution:
        stretch = stretches[case.stretch]
        extent = trimmed(text, stretch.start, stretch.end)
        quote = gold.get(extent)
        if quote is None:
            touched = any(max(extent[0], start) < min(extent[1], end) for start, end in gold)
            if not touched and not lists_all:
                found.append(Example(case, (), True, record["lang"]))
            return attribution.NOBODY
        if quote["kind"] in ("scare", "ambiguous"):
            found.append(Example(case, (), True if quote["kind"] == "scare" else None, record["lang"]))
            return attribution.NOBODY
        if quote["kind"] not in ("direct", "partial") or not (speaker := quote.get("speaker")):
            found.append(Example(case, (), False, record["lang"]))
            return attribution.NOBODY
        spans = speaker.get("spans") or [(speaker["start"], speaker["end"])]
        right = right_choices(text, case, spans)
        found.append(Example(case, right, False, record["lang"]))
        if right:
            return case.choices[right[0]].attribution
        return attribution.NOBODY._replace(source=attribution.Span(*spans[0]), way="gold")

    attribution.attribute(text, leaves, stretches, lexicon_of(language), decide, thorough=True)
    return found


def right_choices(text: str, case: attribution.Case, spans: Sequence[Sequence[int]]) -> tuple[int, ...]:
    """The choices that have the gold words; failing these, those that touch them."""
    touching = [
        place
        for place, choice in enumerate(case.choices)
        if (source := choice.attribution.source)
        and any(max(start, source.start) < min(end, source.end) for start, end in spans)
    ]
    wanted = words(" ".join(text[start:end] for start, end in spans))
    exact = [place for place in touching if words(case.choices[place].attribution.source.of(text)) == wanted]
    return tuple(exact or touching)


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] in MARKS:
        start += 1
    while end > start and text[end - 1] in MARKS:
        end -= 1
    return start, end


def words(text: str) -> list[str]:
    return [word for word in re.findall(r"\w+", re.sub(r"[’']s\b", "", text.casefold())) if word not in TITLES]


def train_speaker(
    examples: Sequence[Example], rounds: int = 7, rate: float = 0.15, shrink: float = 0.02
) -> dict[str, float]:
    """Softmax over the choices of each quotation, by stochastic gradient; the mean of all steps is kept."""
    cases = [
        ([choice.features for choice in example.case.choices], example.right)
        for example in examples
        if example.right and len(example.right) < len(example.case.choices)
    ]
    weights: dict[str, float] = defaultdict(float)
    moved: dict[str, float] = defaultdict(float)
    step = 1
    shuffler = random.Random(7)
    for turn in range(rounds):
        shuffler.shuffle(cases)
        speed = rate / (1 + turn * 0.5)
        for shown, right in cases:
            step += 1
            scores = [sum([weights[feature] for feature in one]) for one in shown]
            top = max(scores)
            powers = [math.exp(got - top) for got in scores]
            whole, good = sum(powers), sum(powers[place] for place in right)
            for place, one in enumerate(shown):
                change = speed * ((powers[place] / good if place in right else 0.0) - powers[place] / whole)
                if abs(change) > 1e-4:
                    for feature in one:
                        by = change - speed * shrink * weights[feature]
                        weights[feature] += by
                        moved[feature] += step * by
    mean = {feature: weight - moved[feature] / step for feature, weight in weights.items()}
    return frequent(mean, (one for shown, _ in cases for one in shown))


def shown_for_function(example: Example, speaker: Mapping[str, float]) -> list[str]:
    models = ranking.Models(speaker=speaker, function={})
    best, most = attribution.best_speaker(example.case, models)
    way = f"{best.way}+" if best.carried else best.way
    return features.function(example.case.context, way, best.strength, most, example.case.seen)


def train_function(
    examples: Sequence[Example], rounds: int = 24, rate: float = 0.04, shrink: float = 1e-2
) -> dict[str, float]:
    """Logistic regression; each half of the examples sees the speakers that the other half's model would choose."""
    halves = [examples[: len(examples) // 2], examples[len(examples) // 2 :]]
    speakers = [train_speaker(half) for half in halves]
    cases = [
        (shown_for_function(example, speakers[1 - number]), example.scare)
        for number, half in enumerate(halves)
        for example in half
        if example.scare is not None
    ]
    weights: dict[str, float] = defaultdict(float)
    mean: dict[str, float] = defaultdict(float)
    shuffler = random.Random(7)
    for turn in range(rounds):
        shuffler.shuffle(cases)
        speed = rate / (1 + turn * 0.3)
        for shown, scare in cases:
            odds = sum([weights[feature] for feature in shown])
            change = speed * (scare - 1 / (1 + math.exp(-max(-30.0, min(30.0, odds)))))
            for feature in shown:
                weights[feature] += change - shrink * speed * weights[feature]
        if turn >= rounds // 3:
            for feature, weight in weights.items():
                mean[feature] += weight / (rounds - rounds // 3)
    return frequent(mean, (shown for shown, _ in cases))


def frequent(weights: Mapping[str, float], shown: Iterable[Sequence[str]], least: int = 3) -> dict[str, float]:
    """The weights of features that were seen often enough to be believed."""
    counts = Counter(feature for one in shown for feature in one)
    return {
        feature: round(weight, 3)
        for feature, weight in sorted(weights.items())
        if counts[feature] >= least and abs(weight) >= 0.01
    }


def train(examples: Sequence[Example], bias: float) -> dict[str, dict[str, float]]:
    function = train_function(examples)
    function["f"] = round(function.get("f", 0.0) + bias, 3)
    return {"speaker": train_speaker(examples), "function": function}


def report(examples: Sequence[Example], model: Mapping[str, Mapping[str, float]]) -> str:
    """How often the speaker is right where the candidates hold one, and precision and recall of what is no speech."""
    count: Counter[str] = Counter()
    models = ranking.Models(speaker=model["speaker"], function=model["function"])
    odds = []
    for example in examples:
        best, _ = attribution.best_speaker(example.case, models)
        if example.scare is False and example.right:
            count["right"] += any(example.case.choices[place].attribution == best for place in example.right)
            count["speakers"] += 1
        count["speech"] += example.scare is False
        if example.scare is not None:
            odds.append((ranking.score(shown_for_function(example, models.speaker), models.function), example.scare))
    shown = [f"speaker {count['right']}/{count['speakers']} of {count['speech']}"]
    for least in (1.0, 0.5, 0.0, -0.5, -1.0):
        found = [scare for got, scare in odds if got > least]
        hits, wanted = sum(found), sum(scare for _, scare in odds)
        speech_found = len(odds) - len(found)
        speech_hits = speech_found - (wanted - hits)
        total = len(odds) - wanted
        scare, speech = 2 * hits / max(1, len(found) + wanted), 2 * speech_hits / max(1, speech_found + total)
        shown.append(f"at {least}: scare F1 {scare:.3f} speech F1 {speech:.3f}")
    return "; ".join(shown)


def without_words(examples: Iterable[Example]) -> list[Example]:
    """The examples without features that name words, for languages whose words these are not."""

    def kept(shown: Sequence[str]) -> list[str]:
        return [feature for feature in shown if not feature.startswith(("v.", "s.", "p.s."))]

    return [
        example._replace(
            case=example.case._replace(
                choices=[choice._replace(features=kept(choice.features)) for choice in example.case.choices]
            )
        )
        for example in examples
    ]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", nargs="+")
    parser.add_argument("--hold", type=int, default=0, help="keep every Nth document back and report on it")
    parser.add_argument("--offset", type=int, default=0, help="which of them")
    options = parser.parse_args()
    training: dict[str, list[tuple[Mapping, bool]]] = defaultdict(list)
    held: dict[str, list[tuple[Mapping, bool]]] = defaultdict(list)
    for path in options.corpus:
        with open(path, encoding="utf-8") as lines:
            for number, line in enumerate(lines):
                record = json.loads(line)
                back = options.hold and number % options.hold == options.offset
                (held if back else training)[record["lang"]].append((record, "_marks_" in path))
    TARGET.mkdir(exist_ok=True)
    pooled: list[Example] = []
    for code, records in training.items():
        examples = all_examples(records, None)
        pooled.extend(examples)
        write(code, train(examples, BIAS[code]), len(examples), {code: all_examples(held[code], None)})
    write("any", train(without_words(pooled), BIAS["any"]), len(pooled), {})


def all_examples(records: Iterable[tuple[Mapping, bool]], models: ranking.Models | None) -> list[Example]:
    return [example for record, lists_all in records for example in examples_of(record, lists_all, models)]


def write(code: str, model: Mapping, trained: int, held: Mapping[str, Sequence[Example]]) -> None:
    print(f"{code}: {trained} examples, weights {[len(one) for one in model.values()]}")
    for tested, back in held.items():
        if back:
            print(f"  on {tested} held back: {report(back, model)}")
    (TARGET / f"{code}.json").write_text(json.dumps(model, ensure_ascii=False, indent=0) + "\n", "utf-8")


if __name__ == "__main__":
    main()
