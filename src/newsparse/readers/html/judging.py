"""Whether a page holds an article at all: section fronts, shops, forums, pages that are gone, and walls do not."""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import IntEnum
from functools import cache

from newsparse.readers.html.deciding import Verdict
from newsparse.readers.html.evidence import Clues, letters
from newsparse.readers.html.marking import markup
from newsparse.readers.html.standing import Standing
from newsparse.readers.html.survey import FINAL
from newsparse.readers.html.teasers import told_in_teasers
from newsparse.readers.html.walking import Passages

# An article has at least this many characters of running text, and one paragraph of this many.
_LEAST = 100
_LEAST_PARAGRAPH = 60
# A page that says by its title that it is gone has no more text than this.
_LITTLE = 1_200
# What stands below a video, or beside the form of a login, is no more than this.
_BESIDE = 500
# The description of what a shop sells, or somebody seeks, is no more than this.
_DESCRIPTION = 4_000
# The teasers of a front have no more text than this: a longer list is something to read.
_FRONT = 8_000
_RUN = 3
"""Paragraphs in a row that a reader takes for an article."""
_MONEY = r"(?:[€$£¥₽₹]|USD|EUR|GBP|CHF|Fr\.|kr\.?|zł|Kč|Ft|lei)"
_PRICE = re.compile(rf"{_MONEY}\s?\d[\d.,' ]*|\d[\d.,' ]*(?:[.,][-–]{{1,2}})?\s?{_MONEY}")


class Judgement(IntEnum):
    """What a page holds.

    `TEASERS`: nothing of its own, so nothing is content. `THING`: what it sells or shows, or what readers say, of which the
    running text is content. `HARDLY`: little, which is left as it is.
    """

    TEASERS = 0
    THING = 1
    HARDLY = 2
    ARTICLE = 3


def judge(
    passages: Passages, verdicts: Sequence[Verdict], unseen: Sequence[str], clues: Clues, standing: Standing
) -> Judgement:
    """Return whether what was taken for the article is one."""
    if unseen and standing.article:
        return Judgement.ARTICLE
    body = [at for at, verdict in enumerate(verdicts) if verdict.region == "content" and not verdict.role]
    texts, links = passages.texts, passages.links
    running = [len(texts[at]) for at in body if links[at] * 2 < len(texts[at])]
    running += map(len, unseen)
    size = sum(running)
    headline = next((text for text, verdict in zip(texts, verdicts, strict=True) if verdict.role == "headline"), "")
    if size < _LITTLE and any(phrase in clues.title or phrase in letters(headline) for phrase in _gone()):
        return Judgement.HARDLY if standing.article else Judgement.TEASERS
    if standing.article < 2 and not unseen and (other := _other(passages, body, size, standing)) is not None:
        return other
    if size < _LEAST or max(running, default=0) < _LEAST_PARAGRAPH:
        return Judgement.HARDLY
    return Judgement.ARTICLE


def only_furniture(passages: Passages, verdicts: Sequence[Verdict], judgement: Judgement) -> list[Verdict]:
    """Return the verdicts on a page that holds no article."""
    return [
        one._replace(region="furniture", kind=one.kind or "other", role="" if one.role == "headline" else one.role)
        if judgement is Judgement.TEASERS
        or len(text) < _LEAST_PARAGRAPH
        or text[-1] not in FINAL
        or links * 2 >= len(text)
        else one
        for one, text, links in zip(verdicts, passages.texts, passages.links, strict=True)
    ]


def _other(passages: Passages, body: Sequence[int], size: int, standing: Standing) -> Judgement | None:
    """What the page is if it is of another kind: by what it says it is, or by what it shows where it does not say so."""
    kinds = standing.kinds
    teasers, share = told_in_teasers(passages, body)
    run = _longest_run(passages, body)
    if "front" in kinds and teasers >= 2 and share > (0.5 if run >= _RUN or standing.article else 0.4):
        return Judgement.TEASERS
    if standing.article:
        return None
    if (teasers >= 3 and share > 0.6 and run < _RUN and size < _FRONT) or "gone" in kinds:
        return Judgement.TEASERS
    if "forum" in kinds:
        return Judgement.THING
    if size < _DESCRIPTION and "notice" in kinds:
        return Judgement.THING
    if size < _DESCRIPTION and ("product" in kinds) + (run < _RUN) + _sells(passages) >= 2:
        return Judgement.THING
    if size < _BESIDE and run < _RUN and ("form" in kinds or standing.form):
        return Judgement.TEASERS
    return Judgement.THING if size < _BESIDE and run < _RUN and "video" in kinds else None


def _longest_run(passages: Passages, body: Sequence[int]) -> int:
    """The most paragraphs in a row, with nothing else taken for content between them."""
    texts, links, blocks, tags = passages.texts, passages.links, passages.blocks, passages.elements.tags
    longest = run = 0
    for at in body:
        text = texts[at]
        if len(text) >= _LEAST_PARAGRAPH and text[-1] in FINAL and links[at] * 2 < len(text):
            run += 1
            longest = max(longest, run)
        elif tags[blocks[at]] in ("h1", "h2", "h3", "h4") or links[at] * 2 >= len(text):
            run = 0
    return longest


def _sells(passages: Passages) -> bool:
    """Whether there is a price, and a button to buy for it."""
    short = [text for text in passages.texts if len(text) <= 40]
    return any(letters(text) in _buttons() for text in short) and any(_PRICE.match(text) for text in short)


@cache
def _gone() -> tuple[str, ...]:
    """What the titles of pages say that are gone or closed, letters only."""
    return tuple(letters(phrase) for phrase in markup()["gone"]["titles"])


@cache
def _buttons() -> frozenset[str]:
    """What the buttons of shops say, letters only."""
    return frozenset(map(letters, markup()["standing"]["shop"]["buttons"]))
