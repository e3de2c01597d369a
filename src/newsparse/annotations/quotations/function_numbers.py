"""What tells speech from scare quotes, terms and titles, as numbers: what the forest of a language looks at.

Few examples are labelled as no speech, and from few a forest learns more than a sum of weights does. As the features of the
linear model (`function_features`), no number depends on a kind of mark.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from newsparse.annotations.quotations.answers import Attribution
from newsparse.annotations.quotations.features import Context, Shape
from newsparse.annotations.quotations.function_features import Seen
from newsparse.annotations.quotations.lexicon import Kind, Lexicon
from newsparse.annotations.quotations.stretches import Stretch

_ENDS = ".,-"
_WAYS = {
    way: number
    for number, ways in enumerate(
        (
            ("none",),
            ("before",),
            ("after",),
            ("subject",),
            ("opened",),
            ("according",),
            ("colon",),
            ("dash",),
            ("by",),
            ("noun", "noun.of", "noun.from", "noun.by", "noun.other"),
            ("thing",),
            ("owner",),
            ("near",),
            ("clause",),
        )
    )
    for way in ways
}
_STRENGTHS = {
    strength: number
    for number, strength in enumerate(
        ("", "verb", "told", "weak", "ing", "noun", "mark", "according", "by", "owner", "unknown", "none")
    )
}
_NOWHERE = -1.0
LONG = 8
"""Words of a quotation that is hardly anything but speech."""
LONGEST = 80
"""Code points looked at for letters: what is longer is speech anyway."""


class Company(NamedTuple):
    """The quotations of an article together: how many, their mean length in words, and the share of long ones.

    `blocks` has number and mean length of those of a block, `places` the block of each quotation.
    """

    number: float
    length: float
    long: float
    blocks: Mapping[int, tuple[float, float]]
    places: Sequence[int]


def company_of(text: str, stretches: Sequence[Stretch]) -> Company:
    """Return what an article's quotations are like."""
    lengths = [text.count(" ", *stretch.content) + 1 for stretch in stretches]
    number = len(lengths)
    by_block: dict[int, list[int]] = {}
    for stretch, length in zip(stretches, lengths, strict=True):
        by_block.setdefault(stretch.block, []).append(length)
    blocks = {block: (float(len(held)), sum(held) / len(held)) for block, held in by_block.items()}
    long = sum(length >= LONG for length in lengths) / number
    return Company(number, sum(lengths) / number, long, blocks, [stretch.block for stretch in stretches])


def numbers_of(
    context: Context, by: Attribution, score: float, seen: Seen, company: Company, lexicon: Lexicon
) -> tuple[float, ...]:
    """Return the numbers of a quotation that `by` may have said, by the best candidate's `score`."""
    words, place, speaker = _of_words(context.shape, seen, lexicon), _of_place(context), _of_speaker(by, score)
    return (*words, *place, *speaker, *_of_company(context, company))


def reported(*, inside: bool, named: bool) -> tuple[float, float]:
    """Return the numbers that come last: whether it is `inside` what is reported without marks, and the reporter `named`."""
    return (1.0, float(named)) if inside else (0.0, _NOWHERE)


def _of_words(shape: Shape, seen: Seen, lexicon: Lexicon) -> tuple[float, ...]:
    words = shape.text.split()
    heavy = [word for word in words if len(word) > 3] or words
    endings = [number for number, ending in enumerate(lexicon.verb_endings, 1) if shape.text.endswith(ending)]
    return (
        shape.text.count(" ") + 1,
        sum(map(str.isalnum, shape.text[:LONGEST])),
        sum([word[:1].isupper() for word in heavy]) / max(1, len(heavy)),
        _ENDS.find(shape.ends),
        shape.capital,
        shape.whole,
        seen.heading,
        seen.repeated,
        seen.talks,
        len(seen.plain) - 1,
        bool(seen.plain[0]),
        endings[0] if endings else 0,
    )


def _of_place(context: Context) -> tuple[float, ...]:
    kinds, place = context.kinds, context.place
    left, right = place, len(kinds) - 1 - place
    return (
        kinds[place - 2] if left > 1 else _NOWHERE,
        kinds[place - 1] if left else _NOWHERE,
        kinds[place + 1] if right else _NOWHERE,
        kinds[place + 2] if right > 1 else _NOWHERE,
        left,
        right,
        context.cues,
        bool(left) and context.tokens[place - 1].word.endswith(("’s", "'s")),
    )


def _of_company(context: Context, company: Company) -> tuple[float, ...]:
    """What else is quoted in the sentence, in the block and in the article."""
    block = company.places[context.tokens[context.place].stretch]
    quoted = context.kinds.count(Kind.QUOTED)
    return company.number, company.length, company.long, quoted, len(context.kinds), *company.blocks[block]


def _of_speaker(by: Attribution, score: float) -> tuple[float, ...]:
    named = by.named
    return (
        score,
        _WAYS.get(by.way, len(_WAYS)),
        _STRENGTHS.get(by.strength, 0),
        by.carried,
        named[0].kind if named else _NOWHERE,
        len(named),
        bool(named) and named[0].word[:1].isupper(),
        bool(named) and named[-1].word[:1].isupper(),
    )
