"""Scores quotations on short invented news articles whose every marked span was annotated by one who had not seen the rules.

A fragment is one part of a marked quotation on one paragraph; before comparing, quotation marks, blanks and outer
punctuation are trimmed from both sides. Fragments nested in others are neither wanted nor held against a prediction, and
neither are spans whose function two careful readers may see differently (`accept_function`). Rows of languages in which
only marks are annotated (`marks_only`) show `marked` and `function`.

marked    speech of the kinds direct and partial: exact fragments; precision, recall, F1
joint     the same, a hit only where the speaker is right too (or rightly nobody)
speaker   share of the exact fragments whose speaker is right: names agree when the words of one are all among the
          other's, case, articles and titles aside; `accept_speaker` names others, null means nobody
named     the same, fragments for which gold names somebody
source    share of the exact fragments with a gold source whose source shares a word's place with it
cue       the same for the cue
kind      share of the exact fragments told rightly direct or partial
function  share of all gold marked spans found with half their characters in common and rightly told speech or not
words     the same for the spans that are no speech: scare, term and title told apart (`--confusion` prints the table)
indirect  records that annotate indirect speech: soft F1, one to one, half the characters in common; predictions that
          share words with marked spans, or only with a report that is one in a wide sense (`optional`: questions asked,
          wishes, "so he claims"), do not count
said      indirect speech found whose speaker is right, of all gold indirect speech
"""

from __future__ import annotations

import json
import re
from argparse import ArgumentParser, Namespace, RawDescriptionHelpFormatter
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import attrs

import newsparse

GOLD = Path(__file__).parent / "gold" / "quotations.jsonl"
NO_SPEECH = ("scare", "term", "title")
TRIMMED = "“”„‟\"«»‹›「」『』‘’‚'`.,;:–—-"
MOJIBAKE = ("â€œ", "â€\u009d", "â€")
ENTITY = "&quot;"
TITLES = frozenset(
    """the a an der die das den dem ein eine einer einem le la les l un une el los las una uno
    mr mrs ms miss dr prof professor sir lord lady dame baroness rev reverend justice judge sen senator rep captain
    herr herrn frau doktor m mme mlle me maître monsieur madame sr sra srta señor señora señorita don doña""".split()
)
Extent = tuple[int, int]
Row = dict[str, Any]


@attrs.frozen
class Found:
    """One fragment, or one indirect quotation, as gold has it or as it was predicted."""

    place: Extent
    kind: str | None
    function: str
    source: Extent | None
    cue: Extent | None
    speakers: tuple[str | None, ...]
    functions: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    nested: bool = False
    optional: bool = False


def trim(text: str, start: int, end: int) -> Extent:
    """Marks, blanks and outer punctuation off both sides; what is nothing else stays whole."""
    first, last = start, end
    while first < last:
        inner = text[first:last]
        ahead = next((mark for mark in (*MOJIBAKE, ENTITY) if inner.startswith(mark)), "")
        behind = next((mark for mark in (*MOJIBAKE, ENTITY) if inner.endswith(mark)), "")
        if ahead or inner[0].isspace() or inner[0] in TRIMMED:
            first += len(ahead) or 1
        elif behind or inner[-1].isspace() or inner[-1] in TRIMMED:
            last -= len(behind) or 1
        else:
            return first, last
    return start, end


def fragments(text: str, parts: Iterable[Iterable[int]]) -> Iterator[Extent]:
    for start, end in parts:
        for line in re.finditer(r"[^\r\n]*\S[^\r\n]*", text[start:end]):
            yield trim(text, start + line.start(), start + line.end())


def wanted(record: Row) -> Iterator[Found]:
    text = record["text"]
    for quote in record["quotes"]:
        indirect = quote.get("kind") == "indirect"
        for place in [(quote["parts"][0][0], quote["parts"][-1][1])] if indirect else fragments(text, quote["parts"]):
            yield Found(
                place=place,
                kind=quote.get("kind"),
                function=quote["function"],
                source=tuple(quote["source"]) if quote.get("source") else None,
                cue=tuple(quote["cue"]) if quote.get("cue") else None,
                speakers=(quote.get("speaker"), *quote.get("accept_speaker", ())),
                functions=(quote["function"], *quote.get("accept_function", ())),
                kinds=(quote.get("kind"), *quote.get("accept_kind", ())),
                nested=quote.get("nested", False),
                optional=quote.get("optional", False),
            )


def predicted(article: newsparse.Article) -> Iterator[Found]:
    for quote in article.quotes:
        parts = [(part.start, part.end) for part in quote.parts or (quote.span,)]
        places = [(parts[0][0], parts[-1][1])] if quote.kind == "indirect" else fragments(article.text, parts)
        for place in places:
            yield Found(
                place=place,
                kind=quote.kind,
                function=quote.function,
                source=(quote.source.start, quote.source.end) if quote.source else None,
                cue=(quote.cue.start, quote.cue.end) if quote.cue else None,
                speakers=(quote.speaker.name if quote.speaker else None,),
            )


def words(name: str) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", name.casefold())) - TITLES


def agree(one: str | None, other: str | None) -> bool:
    if one is None or other is None:
        return one is other
    first, second = words(one), words(other)
    return bool(first and second) and (first <= second or second <= first)


def right_speaker(given: Found, gold: Found) -> bool:
    return any(agree(given.speakers[0], name) for name in gold.speakers)


def shared(one: Extent, other: Extent) -> int:
    return max(0, min(one[1], other[1]) - max(one[0], other[0]))


def likeness(one: Extent, other: Extent) -> float:
    common = shared(one, other)
    return common / (one[1] - one[0] + other[1] - other[0] - common or 1)


def pairs(given: list[Found], gold: list[Found]) -> list[tuple[Found, Found]]:
    """One to one, the likest first, at least half alike."""
    ranked = sorted(
        (-alike, i, j)
        for i, one in enumerate(given)
        for j, other in enumerate(gold)
        if (alike := likeness(one.place, other.place)) >= 0.5
    )
    left: set[int] = set()
    right: set[int] = set()
    kept = []
    for _, i, j in ranked:
        if i not in left and j not in right:
            left.add(i)
            right.add(j)
            kept.append((given[i], gold[j]))
    return kept


@attrs.define
class Score:
    count: Counter[str] = attrs.field(factory=Counter)
    confusion: Counter[tuple[str, str]] = attrs.field(factory=Counter)
    errors: list[str] = attrs.field(factory=list)

    def add(self, record: Row, article: newsparse.Article) -> None:
        gold, given = list(wanted(record)), list(predicted(article))
        marked = [one for one in gold if one.kind != "indirect"]
        self.add_marked(record, marked, [one for one in given if one.kind != "indirect"])
        self.add_functions(record, marked, [one for one in given if one.kind != "indirect"])
        if record.get("indirect"):
            reports = [
                one
                for one in given
                if one.kind == "indirect" and not any(shared(one.place, other.place) for other in marked)
            ]
            self.add_indirect(record, [one for one in gold if one.kind == "indirect"], reports)

    def wrong(self, record: Row, what: str, place: Extent, more: str = "") -> None:
        start, end = place
        self.errors.append(f"{record['id']:<6} {what:<9} {record['text'][start:end]!r} {more}".rstrip())

    def add_marked(self, record: Row, marked: list[Found], given: list[Found]) -> None:
        speech = {one.place: one for one in given if one.function == "speech"}
        free = [one for one in marked if one.nested or (one.function != "speech" and "speech" in one.functions)]
        outer = [one for one in marked if one.function == "speech" and not one.nested]
        must = [one for one in outer if len(set(one.functions)) == 1 or one.place in speech]
        places = {one.place for one in must}
        for place in speech:
            if place in places:
                continue
            if not any(shared(place, one.place) >= 0.8 * (place[1] - place[0]) for one in free):
                self.count["found"] += 1
                self.wrong(record, "extra", place)
        for one in must:
            self.count["gold"] += 1
            hit = speech.get(one.place)
            if hit is None:
                self.wrong(record, "missed", one.place)
                continue
            self.count.update(("found", "hits"))
            if not record.get("marks_only"):
                self.add_hit(record, hit, one)

    def add_hit(self, record: Row, hit: Found, one: Found) -> None:
        good = right_speaker(hit, one)
        named = one.speakers[0] is not None
        self.count.update({"attributed": 1, "speaker": good, "named": named, "named.right": named and good})
        self.count["kind"] += hit.kind in one.kinds
        for role, ours, theirs in (("source", one.source, hit.source), ("cue", one.cue, hit.cue)):
            if ours:
                touch = bool(theirs and shared(ours, theirs))
                self.count.update({f"{role}.gold": 1, f"{role}.right": touch})
                if not touch:
                    found = record["text"][slice(*theirs)] if theirs else None
                    self.wrong(record, role, one.place, f"gold {record['text'][slice(*ours)]!r}, found {found!r}")
        if not good:
            self.wrong(record, "speaker", one.place, f"gold {one.speakers[0]!r}, found {hit.speakers[0]!r}")
        if hit.kind not in one.kinds:
            self.wrong(record, "kind", one.place, f"gold {one.kind}, found {hit.kind}")

    def add_functions(self, record: Row, marked: list[Found], given: list[Found]) -> None:
        outer = [one for one in marked if not one.nested]
        told = {one.place: hit.function for hit, one in pairs(given, outer)}
        for one in outer:
            function = told.get(one.place, "none")
            sort = "speech" if function == "speech" else "other" if function in NO_SPEECH else "none"
            sorts = {"speech" if name == "speech" else "other" for name in one.functions}
            self.count.update({"spans": 1, "function": sort in sorts})
            if one.function != "speech":
                self.count.update({"other": 1, "other.right": function in one.functions})
            seen = one.function if function in one.functions else function
            self.confusion[one.function, seen] += 1
            if function not in one.functions and "none" not in (function, sort):
                self.wrong(record, "function", one.place, f"gold {one.function}, found {function}")

    def add_indirect(self, record: Row, gold: list[Found], given: list[Found]) -> None:
        free = [one for one in gold if one.optional]
        gold = [one for one in gold if not one.optional]
        matched = pairs(given, gold)
        taken = {hit.place for hit, _ in matched}
        given = [
            one for one in given if one.place in taken or not any(shared(one.place, other.place) for other in free)
        ]
        said = sum(right_speaker(hit, one) for hit, one in matched)
        self.count.update(
            {"reports.found": len(given), "reports.gold": len(gold), "reports": len(matched), "reports.said": said}
        )
        hits = {one.place for _, one in matched}
        for one in gold:
            if one.place not in hits:
                self.wrong(record, "unreport", one.place)

    def line(self) -> str:
        one = self.count
        marked = f"marked {f1(one['hits'], one['found'], one['gold'])} of {one['gold']}"
        function = f"function {share(one['function'], one['spans'])} words {share(one['other.right'], one['other'])}"
        if not one["attributed"]:
            return f"{marked} · {function}"
        return (
            f"{marked} · joint {f1(one['speaker'], one['found'], one['gold'])} · "
            f"speaker {share(one['speaker'], one['attributed'])} named {share(one['named.right'], one['named'])} "
            f"source {share(one['source.right'], one['source.gold'])} cue {share(one['cue.right'], one['cue.gold'])} "
            f"kind {share(one['kind'], one['attributed'])} · {function} of {one['other']} · "
            f"indirect {f1(one['reports'], one['reports.found'], one['reports.gold'])} "
            f"said {share(one['reports.said'], one['reports.gold'])} of {one['reports.gold']}"
        )


def share(right: int, whole: int) -> str:
    return f"{100 * right / whole:.1f}" if whole else "–"


def f1(hits: int, found: int, gold: int) -> str:
    return f"P {share(hits, found)} R {share(hits, gold)} F1 {share(2 * hits, found + gold)}"


def asked() -> Namespace:
    options = ArgumentParser(description=__doc__, formatter_class=RawDescriptionHelpFormatter)
    options.add_argument("--part", choices=("tuning", "held", "all"), default="tuning")
    options.add_argument("--lang", default="", help="only articles in this language: de")
    options.add_argument("--errors", action="store_true", help="print what is wrong (the part tuning only)")
    options.add_argument("--confusion", action="store_true", help="print how functions were told, over all languages")
    given = options.parse_args()
    if given.errors and given.part != "tuning":
        options.error("errors are printed for the part tuning only")
    return given


def main() -> None:
    given = asked()
    parser = newsparse.Parser()
    scores: dict[str, Score] = defaultdict(Score)
    for line in GOLD.read_text("utf-8").splitlines():
        record: Row = json.loads(line)
        if given.part in ("all", record["part"]) and record["lang"].startswith(given.lang):
            article = parser.parse(record["text"], media_type="text/plain")
            whole = "marks" if record.get("marks_only") else "all"
            for name in (record["lang"], whole):
                scores[name].add(record, article)
    for name in sorted(scores, key=lambda name: (name in ("all", "marks"), name)):
        print(f"{given.part} {name:<5} {scores[name].line()}")
    if given.confusion:
        for (gold, found), number in sorted(scores["all"].confusion.items()):
            print(f"{gold:>8} told {found:<8} {number}")
    if given.errors:
        print("\n".join(error for name in ("all", "marks") if name in scores for error in scores[name].errors))


if __name__ == "__main__":
    main()
