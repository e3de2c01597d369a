"""What resolution gives: everyone an article names, numbered and frozen; and which mentions it starts from."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence

import attrs

from newsparse.annotations.entities.mention import Mention
from newsparse.annotations.entities.roster import Actor
from newsparse.model import Entity, Span


@attrs.frozen(kw_only=True)
class Cast:
    """Everyone an article names. `by_source` says who a source phrase is, `by_label` who a provisional person became."""

    entities: tuple[Entity, ...] = ()
    by_source: Mapping[Span, Entity] = attrs.field(factory=dict)
    by_label: Mapping[int, Entity] = attrs.field(factory=dict)


def without_titles(mentions: Sequence[Mention], unspoken: Sequence[Span]) -> Sequence[Mention]:
    """Leave out what is named in titles alone: the wife of `“The Salt Wife”`, but not the Duke of `Ann “Duke” Lee`."""
    if not unspoken:
        return mentions
    spans = sorted(unspoken)
    starts = [span.start for span in spans]
    inside = [_is_within(mention.span, spans, starts) for mention in mentions]
    known = {
        word for mention, hidden in zip(mentions, inside, strict=True) if not hidden for word in mention.name.split()
    }
    return [
        mention
        for mention, hidden in zip(mentions, inside, strict=True)
        if not hidden or mention.kind == "organization" or mention.name.rsplit(" ", 1)[-1] in known
    ]


def _is_within(span: Span, spans: Sequence[Span], starts: Sequence[int]) -> bool:
    at = bisect_right(starts, span.start) - 1
    return at >= 0 and span.end <= spans[at].end


def finish(actors: Sequence[Actor], by_label: Mapping[int, Actor], by_source: Mapping[Span, Actor]) -> Cast:
    """Number the actors by first mention and freeze them."""
    labelled = {id(actor) for actor in by_label.values()}
    order = sorted((actor for actor in actors if actor.mentions or id(actor) in labelled), key=_place)
    final: dict[int, Entity] = {}
    for number, actor in enumerate(order):
        final[id(actor)] = Entity(
            id=number,
            name=actor.name,
            kind=actor.kind,
            honorifics=tuple(actor.honorifics),
            description=actor.description,
            mentions=tuple(sorted(set(actor.mentions))),
        )
    return Cast(
        entities=tuple(final.values()),
        by_source={span: final[id(actor)] for span, actor in by_source.items()},
        by_label={label: final[id(actor)] for label, actor in by_label.items()},
    )


def _place(actor: Actor) -> tuple[int, int]:
    """First mention; those who are named nowhere in the text (a page's metadata names them) come last."""
    return min(actor.mentions) if actor.mentions else Span(actor.first, actor.first)
