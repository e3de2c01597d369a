"""How many were harmed in all: what the sentences of an article say, weighed against each other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import attrs

from newsparse import Span
from newsparse_conflict.context import Context, lexicon, pattern
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
            beside = any(one.more for one in groups) or (
                dead and groups and min(dead) < min(one.span.start for one in groups)
            )
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
        for count in _named_for(reading, harm):
            votes[count] = votes.get(count, 0.0) + 0.8 * _weight(reading)
        groups = [one.people for one in settled(reading.hurt) if one.harm == harm]
        groups = [one for one in groups if not (one.subset or one.part)]
        if any(one.counted or one.listed for one in groups):
            count = sum(one.count for one in groups)
            vague = any(one.vague for one in groups)
            votes[count] = votes.get(count, 0.0) + _weight(reading) * (0.2 if vague else 1.0)
    return votes


def _named_for(reading: Reading, harm: str) -> Iterator[int]:
    """The numbers that events are named for, `a triple shooting`, and that victims are, `the third victim died`."""
    words = lexicon()["reading"]
    if harm in words["named"]:
        for match in pattern(words["named"][harm]).finditer(
            reading.context.text, reading.context.start, reading.context.end
        ):
            yield words["multiples"][match["times"].lower()]
    for one in reading.hurt:
        if one.harm == harm and (ordinal := pattern(words["ordinal"]).search(one.people.span.of(reading.context.text))):
            yield words["ordinals"][ordinal["ordinal"].lower()]


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
    # Of people of whom only some are counted, `three of the victims`, there are as many at least.
    listed = max(
        (
            one.people.count
            for reading in readings
            for one in reading.hurt
            if one.harm in harms and (one.people.listed or one.people.part)
        ),
        default=0,
    )
    # `a nurse was hurt and a clerk killed`: within one sentence they are two.
    told = max((_singles(reading, harms) for reading in readings), default=0)
    return max(told, len(ages), len(names), listed, 1 if persons else 0)


def _singles(reading: Reading, harms: tuple[str, ...]) -> int:
    """How many persons a sentence introduces one by one as harmed: those whom it calls `a` or `an`."""
    spans = {one.people.span for one in reading.hurt if one.harm in harms and len(one.people.persons) == 1}
    return sum(span.of(reading.context.text).lower().startswith(("a ", "an ")) for span in spans)


def _says(readings: Sequence[Reading], key: str) -> bool:
    return any(one.context.says(lexicon()["reading"][key]) for one in readings[:3])
