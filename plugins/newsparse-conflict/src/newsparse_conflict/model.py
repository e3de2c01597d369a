"""What the plugin says of an article."""

from __future__ import annotations

from typing import ClassVar, Literal, TypeAlias

import attrs

from newsparse import Entity, Field, Quotation, Sentence, Span, TimeExpression
from newsparse.analysis import Modality, Place

Harm: TypeAlias = Literal["killed", "injured", "struck", "captured", "displaced"]
AttackKind: TypeAlias = Literal["shooting", "bombing", "stabbing", "raid", "clash", "attack"]
StrikeKind: TypeAlias = Literal["air_strike", "missile", "drone", "shelling"]
Change: TypeAlias = Literal["gained", "lost", "held", "contested"]


@attrs.frozen(kw_only=True)
class Casualties:
    """One person or several to whom one sentence says harm was done.

    `harm` is "struck" where the sentence says that they were shot or hit and not whether they lived. `count` is the number
    the text gives (one for a person); `low` and `high` bound it, None where it is open on that side: "at least 12" is 12,
    low 12, high None. `span` covers the words for the victims, `act` those for the harm. `source` is the words that say who
    reports it, `speaker` who that is. `background` marks what belongs to another, earlier event.
    """

    evidence: Sentence
    harm: Harm
    span: Span
    act: Span
    count: int
    low: int | None
    high: int | None
    victim: Entity | None = None
    source: Span | None = None
    speaker: Entity | None = None
    place: Place | None = None
    date: TimeExpression | None = None
    quotes: tuple[Quotation, ...] = ()
    background: bool = False


@attrs.frozen(kw_only=True)
class Totals:
    """How many people the whole article says were harmed in what it reports; None where it says nothing of the kind."""

    killed: int | None = None
    injured: int | None = None
    captured: int | None = None
    displaced: int | None = None


@attrs.frozen(kw_only=True)
class Attack:
    """An attack on the ground: who attacked whom, where and when, as one sentence reports it."""

    evidence: Sentence
    kind: AttackKind
    act: Span
    status: Modality
    attacker: Span | None = None
    target: Span | None = None
    place: Place | None = None
    date: TimeExpression | None = None
    quotes: tuple[Quotation, ...] = ()


@attrs.frozen(kw_only=True)
class Strike:
    """A strike from the air or from afar."""

    evidence: Sentence
    kind: StrikeKind
    act: Span
    status: Modality
    attacker: Span | None = None
    target: Span | None = None
    place: Place | None = None
    date: TimeExpression | None = None
    quotes: tuple[Quotation, ...] = ()


@attrs.frozen(kw_only=True)
class FrontLine:
    """A place or stretch of front that a side gained, lost, held or fights over."""

    evidence: Sentence
    change: Change
    act: Span
    side: Span | None = None
    where: Span | None = None
    date: TimeExpression | None = None
    quotes: tuple[Quotation, ...] = ()


@attrs.frozen(kw_only=True)
class Violation:
    """A breach of a ceasefire that somebody reports; `by` is who is said to have broken it."""

    evidence: Sentence
    act: Span
    denied: bool = False
    by: Span | None = None
    source: Span | None = None
    date: TimeExpression | None = None
    quotes: tuple[Quotation, ...] = ()


@attrs.frozen(kw_only=True)
class Conflict(Field):
    """Attacks, strikes, casualties, front lines and ceasefire violations in document order, and the article's totals."""

    name: ClassVar[str] = "conflict"
    totals: Totals = Totals()
    casualties: tuple[Casualties, ...] = ()
    attacks: tuple[Attack, ...] = ()
    strikes: tuple[Strike, ...] = ()
    front_lines: tuple[FrontLine, ...] = ()
    violations: tuple[Violation, ...] = ()
