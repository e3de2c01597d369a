"""Whether a page holds an article at all: section fronts, pages that are gone, and walls do not."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from newsparse.readers.html.deciding import Verdict
from newsparse.readers.html.evidence import Clues, letters
from newsparse.readers.html.marking import markup
from newsparse.readers.html.walking import Passages

# An article has at least this many characters of running text, and one paragraph of this many.
_LEAST = 100
_LEAST_PARAGRAPH = 60
# A page that says by its title that it is gone has no more text than this.
_LITTLE = 1_200


def holds_article(passages: Passages, verdicts: Sequence[Verdict], unseen: Sequence[str], clues: Clues) -> bool:
    """Whether what was taken for the article is one."""
    body = [
        (len(text), links)
        for text, links, verdict in zip(passages.texts, passages.links, verdicts, strict=True)
        if verdict.region == "content" and not verdict.role
    ]
    running = [size for size, links in body if links * 2 < size]
    running += map(len, unseen)
    if sum(running) < _LEAST or max(running, default=0) < _LEAST_PARAGRAPH:
        return False
    headline = next(
        (text for text, verdict in zip(passages.texts, verdicts, strict=True) if verdict.role == "headline"), ""
    )
    if sum(running) < _LITTLE and any(phrase in clues.title or phrase in letters(headline) for phrase in _gone()):
        return False
    return not _is_front(body) or bool(unseen)


def _is_front(body: Sequence[tuple[int, int]]) -> bool:
    """A list of teasers: titles that are links, each with a sentence or two, and nowhere three paragraphs in a row."""
    linked = run = longest = size = 0
    for length, links in body:
        if links * 5 > length * 4:
            linked += 1
            run = 0
        else:
            run += 1
            size += length
            longest = max(longest, run)
    return linked >= 3 and longest <= 2 and linked * 3 >= len(body) and size < 250 * (len(body) - linked + 1)


@cache
def _gone() -> tuple[str, ...]:
    """What the titles of pages say that are gone or closed, letters only."""
    return tuple(letters(phrase) for phrase in markup()["gone"]["titles"])
