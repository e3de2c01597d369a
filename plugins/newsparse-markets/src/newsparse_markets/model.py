"""What the plugin says of an article."""

from __future__ import annotations

from typing import ClassVar, Literal, TypeAlias

import attrs

from newsparse import Entity, Field, Sentence, Span
from newsparse.analysis import Finding, Modality, Quantity

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
class Price(Finding):
    """What something is traded at: `instrument` is the words for it."""

    value: Quantity
    instrument: Span | None = None


@attrs.frozen(kw_only=True)
class Move(Finding):
    """A rise or fall. `percent` and `points` are signed: a fall of 2 percent is -2.0. `to` is where it ended."""

    direction: Direction
    instrument: Span | None = None
    percent: float | None = None
    points: float | None = None
    amounts: tuple[Quantity, ...] = ()
    to: Span | None = None


@attrs.frozen(kw_only=True)
class Deal(Finding):
    """A purchase, a merger, a stake, an investment, a contract, an offering or a loan, with its amount where one is given."""

    kind: DealKind
    status: Modality
    parties: tuple[Span, ...] = ()
    amount: Quantity | None = None


@attrs.frozen(kw_only=True)
class Figure(Finding):
    """A result that is reported, or a forecast; `measure` is the words for what is measured ("net profit")."""

    kind: FigureKind
    measure: Span
    who: Span | None = None
    amounts: tuple[Quantity, ...] = ()


@attrs.frozen(kw_only=True)
class RateDecision(Finding):
    """What a central bank did, or is expected to do, with its rate: `change` in percentage points, `level` in percent."""

    decision: Decision
    status: Modality
    bank: Span
    change: float | None = None
    level: float | None = None


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
