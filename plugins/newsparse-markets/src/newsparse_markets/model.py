"""What the plugin says of an article."""

from __future__ import annotations

from typing import ClassVar, Literal, TypeAlias

import attrs

from newsparse import Entity, Field, Quotation, Sentence, Span, TimeExpression
from newsparse.analysis import Modality, Quantity

Direction: TypeAlias = Literal["up", "down", "unchanged"]
DealKind: TypeAlias = Literal["acquisition", "merger", "stake", "investment", "contract", "offering", "loan"]
FigureKind: TypeAlias = Literal["result", "forecast"]
Decision: TypeAlias = Literal["raised", "cut", "held"]


@attrs.frozen(kw_only=True)
class Company:
    """A company where it is first named with its ticker, or an organisation whose name says that it is one."""

    evidence: Sentence
    span: Span
    name: str
    ticker: str | None = None
    exchange: str | None = None
    entity: Entity | None = None


@attrs.frozen(kw_only=True)
class Price:
    """What something is traded at: `instrument` is the words for it."""

    evidence: Sentence
    act: Span
    value: Quantity
    instrument: Span | None = None
    date: TimeExpression | None = None


@attrs.frozen(kw_only=True)
class Move:
    """A rise or fall. `percent` and `points` are signed: a fall of 2 percent is -2.0. `to` is where it ended."""

    evidence: Sentence
    act: Span
    direction: Direction
    instrument: Span | None = None
    percent: float | None = None
    points: float | None = None
    amounts: tuple[Quantity, ...] = ()
    to: Span | None = None
    date: TimeExpression | None = None
    quotes: tuple[Quotation, ...] = ()


@attrs.frozen(kw_only=True)
class Deal:
    """A purchase, a merger, a stake, an investment, a contract, an offering or a loan, with its amount where one is given."""

    evidence: Sentence
    kind: DealKind
    act: Span
    status: Modality
    parties: tuple[Span, ...] = ()
    amount: Quantity | None = None
    date: TimeExpression | None = None
    quotes: tuple[Quotation, ...] = ()


@attrs.frozen(kw_only=True)
class Figure:
    """A result that is reported, or a forecast; `measure` is the words for what is measured ("net profit")."""

    evidence: Sentence
    kind: FigureKind
    act: Span
    measure: Span
    who: Span | None = None
    amounts: tuple[Quantity, ...] = ()
    date: TimeExpression | None = None
    quotes: tuple[Quotation, ...] = ()


@attrs.frozen(kw_only=True)
class RateDecision:
    """What a central bank did, or is expected to do, with its rate: `change` in percentage points, `level` in percent."""

    evidence: Sentence
    act: Span
    decision: Decision
    status: Modality
    bank: Span
    change: float | None = None
    level: float | None = None
    date: TimeExpression | None = None
    quotes: tuple[Quotation, ...] = ()


@attrs.frozen(kw_only=True)
class Markets(Field):
    """Companies, prices, moves, deals, results and forecasts, and central-bank decisions, in document order."""

    name: ClassVar[str] = "markets"
    companies: tuple[Company, ...] = ()
    prices: tuple[Price, ...] = ()
    moves: tuple[Move, ...] = ()
    deals: tuple[Deal, ...] = ()
    figures: tuple[Figure, ...] = ()
    decisions: tuple[RateDecision, ...] = ()
