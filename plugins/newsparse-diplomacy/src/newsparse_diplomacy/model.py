"""What the plugin says of an article."""

from __future__ import annotations

from typing import ClassVar, Literal, TypeAlias

import attrs

from newsparse import Entity, Field, Span, TimeExpression
from newsparse.analysis import Finding, Modality, Official

Level: TypeAlias = Literal["leaders", "ministers", "officials"]
AgreementKind: TypeAlias = Literal["ceasefire", "treaty", "agreement"]
Settled: TypeAlias = Literal["broken", "proposed", "reached"]
PositionKind: TypeAlias = Literal["refusal", "demand", "offer", "support"]
Outcome: TypeAlias = Literal["rejected", "adopted", "proposed"]


@attrs.frozen(kw_only=True)
class Party:
    """A side: a person, an organisation, or a country (ISO 3166-1 code), where it is named."""

    span: Span
    text: str
    country: str | None = None
    entity: Entity | None = None


@attrs.frozen(kw_only=True)
class Venue:
    """Where a meeting is: the usual name of the place if it is known, else as the text names it; its country (ISO 3166-1)."""

    span: Span
    text: str
    name: str
    country: str | None = None


@attrs.frozen(kw_only=True)
class Meeting(Finding):
    """A meeting, talks, a visit or a call, as one sentence tells of it.

    `act` is the words for it. `central` says that the sentence reports it, not just mentions it (`after talks in …`).
    """

    status: Modality
    central: bool = True
    parties: tuple[Party, ...] = ()
    level: Level | None = None
    venue: Venue | None = None
    agenda: Span | None = None


@attrs.frozen(kw_only=True)
class Agreement(Finding):
    """An agreement, a treaty or a ceasefire."""

    kind: AgreementKind
    status: Settled
    parties: tuple[Party, ...] = ()
    duration: TimeExpression | None = None


@attrs.frozen(kw_only=True)
class Position(Finding):
    """What somebody demands, refuses, offers or supports; `towards` is whom it is addressed to."""

    kind: PositionKind
    who: Party | None
    content: Span
    towards: Party | None = None


@attrs.frozen(kw_only=True)
class Vote(Finding):
    """A resolution or a vote, with its count where the text gives one."""

    outcome: Outcome
    body: str | None = None
    yes: int | None = None
    no: int | None = None
    abstentions: int | None = None


@attrs.frozen(kw_only=True)
class Diplomacy(Field):
    """Meetings, agreements, positions and votes, in document order, and the officials named."""

    name: ClassVar[str] = "diplomacy"
    meetings: tuple[Meeting, ...] = ()
    agreements: tuple[Agreement, ...] = ()
    positions: tuple[Position, ...] = ()
    votes: tuple[Vote, ...] = ()
    officials: tuple[Official, ...] = ()
