"""How many were harmed in all: what the sentences of an article say, weighed against each other."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import attrs

from newsparse import Span
from newsparse_conflict.context import Context, lexicon
from newsparse_conflict.harm import Hurt
from newsparse_conflict.model import Harm, Totals


@attrs.frozen(kw_only=True)
class Reading:
    """A sentence, who is harmed in it, and whether it speaks of another event."""

    context: Context
    hurt: tuple[Hurt, ...]
    background: bool


_RANK: dict[Harm, int] = {"killed": 3, "injured": 2, "struck": 1, "captured": 4, "displaced": 4}


def settled(hurt: Iterable[Hurt]) -> tuple[Hurt, ...]:
    """Return each of the people once: who is killed is not counted as shot too."""
    best: dict[Span, Hurt] = {}
    for one in hurt:
        key = one.people.span
        if key not in best or _RANK[one.harm] > _RANK[best[key].harm]:
            best[key] = one
    return tuple(best.values())


def find_totals(readings: Sequence[Reading]) -> Totals:
    """Return the totals of an article.

    Figures that sentences give are weighed by where they stand, the title and lead most; persons spoken of one by one are
    told apart by name and age. Who was shot and is not said to have died counts as injured.
    """
    own = _once([one for one in readings if not one.background] or list(readings))
    dead, hit = _people(own, ("killed",)), _people(own, ("killed", "injured", "struck"))
    killed = _best(_votes(own, "killed"))
    if killed is None:
        killed = dead or int(not hit and _says(own, "fatal"))
    injured = _injured(own, killed)
    if injured is None:
        injured = max(hit - dead, 0)
    if not killed and not injured and _says(own, "shot"):
        injured = 1
    if not (killed or injured or any(one.hurt for one in readings)):
        return Totals()
    return Totals(
        killed=killed,
        injured=max(injured, 0),
        captured=_best(_votes(own, "captured")),
        displaced=_best(_votes(own, "displaced")),
    )


def _once(readings: Sequence[Reading]) -> list[Reading]:
    """A sentence that is told twice, under a picture say, speaks once."""
    return list({one.context.sentence.text: one for one in reversed(readings)}.values())[::-1]


def _injured(readings: Sequence[Reading], killed: int) -> int | None:
    """The figure of those injured; that of those shot without the dead, unless they are `others` or told after the dead."""
    votes = _votes(readings, "injured")
    for reading in readings:
        dead = [one.people.span.start for one in reading.hurt if one.harm == "killed"]
        for count, weight in _votes([reading], "struck").items():
            groups = [one.people for one in reading.hurt if one.harm == "struck"]
            beside = any(one.more for one in groups) or (dead and min(dead) < min(one.span.start for one in groups))
            left = count if beside else count - killed
            if left > 0 or killed:
                votes[max(left, 0)] = votes.get(max(left, 0), 0.0) + 0.8 * weight
    return _best(votes)


def _weight(reading: Reading) -> float:
    """The title says most, then the lead; what stands far down is often a part, or something else."""
    return 3.0 if reading.context.index == 0 else 2.0 / (1 + 0.25 * (reading.context.index - 1))


def _votes(readings: Sequence[Reading], harm: str) -> dict[int, float]:
    """The counts of a kind that sentences give, and how much speaks for each."""
    votes: dict[int, float] = {}
    for reading in readings:
        groups = [one.people for one in settled(reading.hurt) if one.harm == harm]
        groups = [one for one in groups if not (one.subset or one.part)]
        if any(one.counted or one.listed for one in groups):
            count = sum(one.count for one in groups)
            votes[count] = votes.get(count, 0.0) + _weight(reading)
    return votes


def _best(votes: dict[int, float]) -> int | None:
    return max(votes, key=lambda count: (votes[count], count)) if votes else None


def _people(readings: Sequence[Reading], harms: tuple[str, ...]) -> int:
    """How many persons spoken of one by one came to harm: told apart by age or by name, whichever tells more apart."""
    persons = [
        person
        for reading in readings
        for one in reading.hurt
        if one.harm in harms and not one.people.counted
        for person in one.people.persons
    ]
    ages = {person.age for person in persons if person.age}
    names = {person.entity.id for person in persons if person.entity is not None}
    listed = max(
        (one.people.count for reading in readings for one in reading.hurt if one.harm in harms and one.people.listed),
        default=0,
    )
    return max(len(ages), len(names), listed, 1 if persons else 0)


def _says(readings: Sequence[Reading], key: str) -> bool:
    return any(one.context.says(lexicon()["reading"][key]) for one in readings[:3])
