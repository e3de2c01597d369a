"""The markets plugin against sentences written for this.

    python benchmarks/markets_gold.py [--part tuning|held|all] [--errors companies|prices|moves|deals|figures|decisions|none]

`gold/markets.jsonl` says of each sentence what the plugin's documented fields hold: labelled by reading, by a hand that knew
the documentation and the types of the fields but no rule. Offsets count code points of the sentence; a list of values means
that any of them is right (null: none stated). Tuning and held were dealt out by chance from one pile; errors of held are not
printed.

A thing given is right if one of gold's fits it, one of gold's is found if one given fits it; from these P, R and F1 of

companies  those with a ticker or a name that says what they are: name (letter case, `the` and a last full stop apart), ticker
           and exchange. Other names of companies (`plain`) may be given, and are not counted
prices     value and unit, and the instrument's words overlap gold's
moves      direction, percent and points (signed), the amount of money where it has one, and the instrument's words overlap
deals      kind, status and amount
figures    kind, one of the amounts, and the words of the measure overlap
decisions  the bank's words overlap; decision, change, level and status
loose      each of these found by less: a move by its direction and number, a deal by its kind, a figure by kind and amount, a
           decision by bank and decision, a price by value
parties    F1 of the words for the sides of deals, by overlap, in sentences with a deal
move to    share of the moves found exactly, where gold has an end (`$12.40`), whose end overlaps it
figure who share of the figures found exactly, where gold says whose they are or who says so, in which the words for it overlap
nothing    share of the sentences that tell of no price, move, deal, figure or decision where none is given

Not counted when given: what gold calls optional; a price where a move ends; a move of nothing where gold has a price
(`flat at 151.20`); a move of what a figure measures or of what a bank decides, and a figure of what moves (a profit that rises
is a figure; to call it a move as well is no error).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, TypeAlias

import newsparse_markets
from gold_sentences import HEAD, Counter, article, asked, overlap, records
from newsparse_markets import Markets
from newsparse_markets.model import Company, Deal, Figure, Move, Price, RateDecision

import newsparse
from newsparse.analysis import Quantity

PARSER = newsparse.Parser(plugins=[newsparse_markets], language="en", strict=True)
KINDS = ("prices", "moves", "deals", "figures", "decisions")
Gold: TypeAlias = dict[str, Any]
Spans: TypeAlias = Sequence[Sequence[int] | None]


def same(value: float | None, options: Sequence[float | None]) -> bool:
    """A number as gold has it, rounding apart."""
    if value is None:
        return None in options
    return any(one is not None and abs(value - one) <= 1e-6 * max(1.0, abs(one)) for one in options)


def touches(span: newsparse.Span | None, options: Spans) -> bool:
    if span is None:
        return None in options
    here = (span.start - len(HEAD), span.end - len(HEAD))
    return any(one is not None and overlap(here, one) for one in options)


def is_amount(given: Quantity | None, options: Sequence[Gold | None]) -> bool:
    if given is None:
        return None in options
    return any(
        one is not None and same(given.value, one["value"]) and (None in one["unit"] or given.unit in one["unit"])
        for one in options
    )


def has_amount(given: Sequence[Quantity], options: Sequence[Gold | None]) -> bool:
    return None in options or any(is_amount(one, options) for one in given)


def plain(name: str) -> str:
    return name.lower().removeprefix("the ").removesuffix(".")


def is_company(given: Company, gold: Gold) -> bool:
    office = given.ticker in gold["ticker"] and given.exchange in gold["exchange"]
    return office and plain(given.name) == plain(gold["name"])


def is_number(given: Price, gold: Gold) -> bool:
    return same(given.value.value, gold["value"])


def is_price(given: Price, gold: Gold) -> bool:
    unit = None in gold["unit"] or given.value.unit in gold["unit"]
    return unit and is_number(given, gold) and touches(given.instrument, gold["instrument"])


def goes(given: Move, gold: Gold) -> bool:
    numbers = same(given.percent, gold["percent"]) and same(given.points, gold["points"])
    return given.direction == gold["direction"] and numbers and has_amount(given.amounts, gold["amount"])


def is_move(given: Move, gold: Gold) -> bool:
    return goes(given, gold) and touches(given.instrument, gold["instrument"])


def is_kind(given: Deal, gold: Gold) -> bool:
    return given.kind in gold["kind"]


def is_deal(given: Deal, gold: Gold) -> bool:
    return is_kind(given, gold) and given.status in gold["status"] and is_amount(given.amount, gold["amount"])


def tells(given: Figure, gold: Gold) -> bool:
    return given.kind == gold["kind"] and has_amount(given.amounts, gold["amounts"])


def is_figure(given: Figure, gold: Gold) -> bool:
    return tells(given, gold) and touches(given.measure, gold["measure"])


def decides(given: RateDecision, gold: Gold) -> bool:
    return given.decision in gold["decision"] and touches(given.bank, gold["bank"])


def is_decision(given: RateDecision, gold: Gold) -> bool:
    numbers = same(given.change, gold["change"]) and same(given.level, gold["level"])
    return decides(given, gold) and numbers and given.status in gold["status"]


EXACT: dict[str, Callable[[Any, Gold], bool]] = {
    "companies": is_company,
    "prices": is_price,
    "moves": is_move,
    "deals": is_deal,
    "figures": is_figure,
    "decisions": is_decision,
}
LOOSE: dict[str, Callable[[Any, Gold], bool]] = {
    "prices": is_number,
    "moves": goes,
    "deals": is_kind,
    "figures": tells,
    "decisions": decides,
}


def named(row: Gold) -> list[list[int]]:
    """Where the names of companies stand that may be given and need not."""
    return [
        [at, at + len(name)]
        for name in row["plain"]
        for at in range(len(row["text"]))
        if row["text"].startswith(name, at)
    ]


def is_free(kind: str, given: object, row: Gold) -> bool:
    """Nobody asked for it, but it is no error."""
    if any(one.get("optional") and LOOSE[kind](given, one) for one in row.get(kind, ()) if kind in LOOSE):
        return True
    match given:
        case Company():
            return touches(given.span, named(row))
        case Price():
            ends = [span for one in row["moves"] for span in one["to"] if span]
            return touches(given.value.span, ends)
        case Move():
            measures = [span for one in row["figures"] for span in one["measure"] if span]
            steady = [span for one in row["prices"] for span in one["instrument"] if given.direction == "unchanged"]
            return bool(row["decisions"]) or touches(given.instrument, [*measures, *filter(None, steady)])
        case Figure():
            return touches(given.measure, [span for one in row["moves"] for span in one["instrument"] if span])
    return False


def chosen(kind: str, field: Markets | None, row: Gold) -> tuple[list[Any], list[Gold]]:
    """What is given and what gold has, without what is not counted."""
    gold = [one for one in row[kind] if not one.get("optional")]
    given = getattr(field, kind) if field else ()
    return [one for one in given if any(EXACT[kind](one, each) for each in gold) or not is_free(kind, one, row)], gold


def tell(row: Gold, given: Sequence[Any], gold: Sequence[Gold]) -> None:
    print(f"{row['id']} {row['text']}")
    for one in given:
        spans = {name: getattr(one, name, None) for name in ("instrument", "measure", "bank", "span", "act")}
        words = {
            name: row["text"][span.start - len(HEAD) : span.end - len(HEAD)] for name, span in spans.items() if span
        }
        names = ("name", "ticker", "value", "direction", "percent", "points", "amounts", "amount", "kind", "status")
        values = {name: getattr(one, name, None) for name in (*names, "decision", "change", "level")}
        print("      given", words, {name: value for name, value in values.items() if value not in (None, ())})
    for one in gold:
        print("      gold ", one)


class Totals:
    """What is counted over the sentences of a part."""

    def __init__(self) -> None:
        self.exact = {kind: Counter() for kind in EXACT}
        self.loose = {kind: Counter() for kind in LOOSE}
        self.parties = Counter()
        self.shares = {"move to": [0, 0], "figure who": [0, 0], "nothing": [0, 0]}

    def facts(self, field: Markets | None, row: Gold, show: str) -> None:
        for kind, match in EXACT.items():
            given, gold = chosen(kind, field, row)
            complete = self.exact[kind].add(given, gold, match)
            if kind in LOOSE:
                self.loose[kind].add(given, gold, LOOSE[kind])
            if show == kind and not complete:
                tell(row, given, gold)
        if wanted := [party for one in row["deals"] for party in one["parties"]]:
            self.parties.add([span for one in (field.deals if field else ()) for span in one.parties], wanted, touches)

    def details(self, field: Markets, row: Gold) -> None:
        for goal in row["moves"]:
            if any(goal["to"]) and (moves := [one for one in field.moves if is_move(one, goal)]):
                self.share("move to", right=any(touches(one.to, goal["to"]) for one in moves))
        for goal in row["figures"]:
            if any(goal["who"]) and (figures := [one for one in field.figures if is_figure(one, goal)]):
                self.share("figure who", right=any(touches(one.who, goal["who"]) for one in figures))

    def share(self, name: str, *, right: bool) -> None:
        self.shares[name][0] += right
        self.shares[name][1] += 1

    def told(self, part: str) -> None:
        for kind, counter in self.exact.items():
            print(f"{part} {kind}: {counter}" + (f"; loose: {self.loose[kind]}" if kind in self.loose else ""))
        print(f"{part} parties: {self.parties}")
        for name, (right, total) in self.shares.items():
            print(f"{part} {name}: {right}/{total} = {right / (total or 1):.3f}")


def score(part: str, show: str, ids: str) -> None:
    totals = Totals()
    for row in records("markets", part, ids):
        field = article(PARSER, row["text"]).field(Markets)
        totals.facts(field, row, show)
        if field:
            totals.details(field, row)
        if not any(row[kind] for kind in KINDS):
            given = [one for kind in KINDS for one in getattr(field, kind)] if field else []
            totals.share("nothing", right=not given)
            if show == "none" and given:
                tell(row, given, ())
    totals.told(part)


if __name__ == "__main__":
    options = asked(__doc__, ("tuning", "held"), (*EXACT, "none"))
    for each in options.parts:
        score(each, options.errors, options.ids)
