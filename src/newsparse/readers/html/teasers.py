"""Teasers: titles that lead elsewhere, each with a sentence or two, a name, a day."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from newsparse.readers.html.walking import Passages

_TITLES = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_MOST = 700
"""Characters of the longest teaser, its title aside."""
_LEAST = 20
_PARAGRAPHS = 2
_LEAST_TITLE = 12
_SENTENCE = 40


def told_in_teasers(passages: Passages, body: Sequence[int]) -> tuple[int, float]:
    """Return how many teasers there are from the first passage of `body` to its last, and their share of its sentences."""
    if not body:
        return 0, 0.0
    texts, links, blocks, tags = passages.texts, passages.links, passages.blocks, passages.elements.tags
    reach = range(max(0, body[0] - 4), min(len(texts), body[-1] + 3))
    linked = {at for at in reach if links[at] * 5 >= len(texts[at]) * 4}
    titles = [at for at in reach if tags[blocks[at]] in _TITLES]
    if sum(at in linked for at in titles) < _PARAGRAPHS:
        titles = sorted({*titles, *(at for at in linked if len(texts[at]) >= _LEAST_TITLE and " " in texts[at])})
    chosen, parents = set(body), passages.elements.parents
    sentences = {at: len(texts[at]) for at in chosen.difference(titles) if len(texts[at]) >= _SENTENCE}
    # `Continue reading` is told from the one link of a paragraph by its being said again
    buttons = {text for text, times in Counter(texts[at] for at in linked).items() if times > 1}
    count = size = 0
    for title, after in pairwise([*titles, reach.stop]):
        inside = range(title + 1, after)
        length = sum(len(texts[at]) for at in inside)
        told = [at for at in inside if at in sentences]
        if not (title in linked or any(texts[at] in buttons for at in inside)) or not _LEAST <= length <= _MOST:
            continue
        if len(told) <= _PARAGRAPHS and (title in linked or title in chosen):
            count += 1
            # What stands one step out, below `<div><h3>…</h3><p>…</p></div>`, is the article that the teaser stands in
            size += sum(sentences[at] for at in told if parents[blocks[at]] == parents[blocks[told[0]]])
    return count, size / (sum(sentences.values()) or 1)
