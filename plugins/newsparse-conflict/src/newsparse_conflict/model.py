"""What the plugin says of an article."""

from __future__ import annotations

from typing import ClassVar, Literal, TypeAlias

import attrs

from newsparse import Entity, Field, Span
from newsparse.analysis import Finding, Modality, Place

Harm: TypeAlias = Literal["killed", "injured", "struck", "captured", "displaced"]
GroundKind: TypeAlias = Literal["shooting", "bombing", "stabbing", "raid", "clash", "attack"]
StrikeKind: TypeAlias = Literal["air_strike", "missile", "drone", "shelling"]
AttackKind: TypeAlias = Literal[GroundKind, StrikeKind]
Change: TypeAlias = Literal["gained", "lost", "held", "contested"]


@attrs.frozen(kw_only=True)
class Casualties(Finding):
    """One person or several to whom one sentence says harm was done.

    `harm` is "struck" where the sentence says that they were shot or hit and not whether they lived. `count` is the number
    the text gives (one for a person); `low` and `high` bound it, None where it is open on that side: "at least 12" is 12,
    low 12, high None. `span` covers the words for the victims, `act` those for the harm. `source` is the words that say who
    reports it, `speaker` who that is. `background` marks what belongs to another, earlier event.
    """

    harm: Harm
    span: Span
    count: int
    low: int | None
    high: int | None
    victim: Entity | None = None
    source: Span | None = None
    speaker: Entity | None = None
    place: Place | None = None
    background: bool = False


@attrs.frozen(kw_only=True)
class Totals:
    """How many people the whole article says were harmed in what it reports; None where it says nothing of the kind."""

    killed: int | None = None
    injured: int | None = None
    captured: int | None = None
    displaced: int | None = None


@attrs.frozen(kw_only=True)
class Attack(Finding):
    """An attack: who attacked whom, where and when, as one sentence reports it."""

    kind: AttackKind
    status: Modality
    attacker: Span | None = None
    target: Span | None = None
    place: Place | None = None


@attrs.frozen(kw_only=True)
class FrontLine(Finding):
    """A place or stretch of front that a side gained, lost, held or fights over."""

    change: Change
    side: Span | None = None
    where: Span | None = None


@attrs.frozen(kw_only=True)
class Violation(Finding):
    """A breach of a ceasefire that somebody reports; `by` is who is said to have broken it."""

    denied: bool = False
    by: Span | None = None
    source: Span | None = None


@attrs.frozen(kw_only=True)
class Conflict(Field):
    """Attacks, casualties, front lines and ceasefire violations in document order, and the article's totals.

    `attacks` are those on the ground, `strikes` those from the air or from afar.
    """

    name: ClassVar[str] = "conflict"
    totals: Totals = Totals()
    casualties: tuple[Casualties, ...] = ()
    attacks: tuple[Attack, ...] = ()
    strikes: tuple[Attack, ...] = ()
    front_lines: tuple[FrontLine, ...] = ()
    violations: tuple[Violation, ...] = ()
