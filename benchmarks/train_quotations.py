"""Trains the speaker ranker from documents with labelled quotations: softmax over the candidates of each quotation.

    python benchmarks/train_quotations.py TRAIN.jsonl [--check DEV.jsonl]

Records: `{text, lang, quotes: [{start, end, kind, speaker: {start, end, spans?}?}]}`, offsets in code points, half-open, as in
the PolNeAR marks sets. Writes `src/newsparse/annotations/quotations/weights/attribution.json`.
"""

from __future__ import annotations

import argparse
import json
import math
import random
import re
from collections import defaultdict
from pathlib import Path

from newsparse import annotations, blocks, languages, readers, structure
from newsparse.annotations.quotations import attribution
from newsparse.annotations.quotations.lexicon import lexicon_of
from newsparse.annotations.quotations.stretches import find_stretches, quoting_blocks

TARGET = Path(attribution.__file__).parent / "weights" / "attribution.json"
MARKS = frozenset(" \t\r\n\u00a0\"'“”„‟«»‹›‘’‚`´〝〞「」『』.,;:!?…-–—")


def trim(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] in MARKS:
        start += 1
    while end > start and text[end - 1] in MARKS:
        end -= 1
    return start, end


def words(text: str) -> list[str]:
    text = re.sub(r"[’']s\b", "", text.casefold())
    return [word for word in re.findall(r"\w+", text) if word not in {"the", "a", "an", "mr", "mrs", "ms", "dr", "sen", "rep", "gov", "president", "der", "die", "das", "den", "dem", "herr", "frau"}]


def cases_of(record: dict) -> list[tuple[list[list[str]], list[int]]]:
    """Per quotation: the features of each candidate, and which candidates are right."""
    text = record["text"]
    source = readers.read(text)
    text = source.text
    language = languages.load(record["lang"])
    outline = structure.build(source, blocks.classify(source, language), language)
    sentences = annotations.split_sentences(text, outline.children, language)
    starts = {sentence.span.start for sentence in sentences}
    leaves = quoting_blocks(outline.children)
    stretches, _ = find_stretches(text, leaves)
    gold = {}
    for quote in record["quotes"]:
        for start, end in quote.get("spans") or [(quote["start"], quote["end"])]:
            gold[trim(text, start, end)] = quote
    found = []

    def decide(case):
        stretch = stretches[case.stretch]
        quote = gold.get(trim(text, stretch.start, stretch.end))
        if quote is None or quote["kind"] not in ("direct", "partial", "scare"):
            return attribution.choose(case)
        speaker = quote.get("speaker")
        if speaker is None:
            right = [0]
        else:
            spans = speaker.get("spans") or [(speaker["start"], speaker["end"])]
            touching = [
                place for place, choice in enumerate(case.choices)
                if choice.attribution.source and any(max(start, choice.attribution.source.start) < min(end, choice.attribution.source.end) for start, end in spans)
            ]
            wanted = words(" ".join(text[start:end] for start, end in spans))
            right = [place for place in touching if words(case.choices[place].attribution.source.of(text)) == wanted] or touching
        found.append(([choice.features for choice in case.choices], right, case))
        if right:
            return case.choices[right[0]].attribution
        return attribution.Attribution(attribution.Span(*(spans[0])), None, "gold")

    attribution.attribute(text, leaves, stretches, starts, lexicon_of(language), decide)
    return [(features, right) for features, right, _ in found]


def train(cases, rounds: int = 4, rate: float = 0.15, decay: float = 1e-5):
    weights = defaultdict(float)
    total = defaultdict(float)
    seen = defaultdict(int)
    step = 0
    shuffler = random.Random(7)
    cases = [case for case in cases if case[1] and len(case[1]) < len(case[0])]
    for turn in range(rounds):
        shuffler.shuffle(cases)
        speed = rate / (1 + turn * 0.5)
        for features, right in cases:
            step += 1
            scores = [sum(weights[f] for f in one) for one in features]
            top = max(scores)
            exps = [math.exp(s - top) for s in scores]
            whole = sum(exps)
            good = sum(exps[r] for r in right)
            for place, one in enumerate(features):
                p = exps[place] / whole
                target = exps[place] / good if place in right else 0.0
                change = speed * (target - p)
                if abs(change) > 1e-4:
                    for f in one:
                        weights[f] += change - decay * weights[f]
    counts = defaultdict(int)
    for features, right in cases:
        for one in features:
            for f in one:
                counts[f] += 1
    return {f: round(w, 3) for f, w in weights.items() if counts[f] >= 3 and abs(w) >= 0.01}


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("train", nargs="+")
    parser.add_argument("--hold", type=int, default=0, help="keep every Nth document back and report on it")
    options = parser.parse_args()
    records = [json.loads(line) for path in options.train for line in open(path, encoding="utf-8")]
    training, held = [], []
    for number, record in enumerate(records):
        (held if options.hold and number % options.hold == 0 else training).extend(cases_of(record))
    reachable = sum(1 for _, right in training if right) / len(training)
    print(f"{len(training)} cases, an answer among the candidates in {reachable:.3f}")
    model = train(training)
    if held:
        right = 0
        for features, good in held:
            scores = [sum(model.get(f, 0) for f in one) for one in features]
            right += scores.index(max(scores)) in good
        print(f"held back: {right / len(held):.3f} of {len(held)}")
    TARGET.write_text(json.dumps(model, sort_keys=True, ensure_ascii=False, indent=0) + "\n", "utf-8")
    print(len(model), "weights")


if __name__ == "__main__":
    main()
