"""What a phrase for people who may have come to harm says of them."""

from __future__ import annotations

import attrs

from newsparse import Entity, Span


@attrs.frozen(kw_only=True)
class Person:
    """One person, as far as a phrase tells who that is."""

    age: str | None = None
    entity: Entity | None = None
    known: bool = False


@attrs.frozen(kw_only=True)
class People:
    """A phrase for people.

    `counted` where a numeral gives the count, `vague` where a word like `dozens` does; `bare` if it stands alone (`4 shot`),
    `follows` if only a verb before can mean it (`kills 3`). `more` for `three others`; `subset` after `including`; `part` for
    `two of the victims`; `listed` for a list. `subject` for `he`; `name` for a name alone; `guess` for a noun that no list has
    (`14 surfers`), which a word of harm right beside it makes people.
    """

    span: Span
    count: int
    low: int | None
    high: int | None
    counted: bool = False
    vague: bool = False
    bare: bool = False
    more: bool = False
    subset: bool = False
    part: bool = False
    follows: bool = False
    listed: bool = False
    subject: bool = False
    name: bool = False
    guess: bool = False
    persons: tuple[Person, ...] = ()
