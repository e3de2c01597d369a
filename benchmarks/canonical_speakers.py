"""Canonical speakers: is the speaker of a quotation the right person, under their full name?

The articles under `canonical_speakers/` were written for this, with invented names. `[[Full Name:s]]` right after a closing
mark says who speaks; the letter says by what words the text names them there: p a pronoun, s a surname or other short form,
r an office or calling, f the full name. Rules were written with `tuning` in view; `held` was kept aside.

A quotation counts as right if `Quotation.speaker.name` is the label: for persons the same words, for offices (r without a
name) a name whose words contain the label's or are contained in them. A quotation not found at all counts as wrong.

    python benchmarks/canonical_speakers.py [--errors] [tuning|held]
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from pathlib import Path

import newsparse

FOLDER = Path(__file__).parent / "canonical_speakers"
LABEL = re.compile(r"\[\[([^\]:]+):([psrf])\]\]")
ROLES = {"p": "pronoun", "s": "short", "r": "role", "f": "full"}


def read(path: Path) -> tuple[str, list[tuple[int, str, str]]]:
    """Return an article without its labels, and for each label the offset of the closing mark's end, name and letter."""
    marked = path.read_text("utf-8")
    text, labels, last = "", [], 0
    for match in LABEL.finditer(marked):
        text += marked[last : match.start()]
        labels.append((len(text), match[1], match[2]))
        last = match.end()
    return text + marked[last:], labels


def words_of(name: str) -> set[str]:
    return set(name.lower().replace("’", "'").split()) - {"the", "a", "an"}


def is_right(found: str | None, wanted: str, letter: str) -> bool:
    if found is None:
        return False
    one, other = words_of(found), words_of(wanted)
    return one == other or (letter == "r" and wanted.islower() and (one <= other or other <= one))


def score(part: str, show: bool) -> None:
    right: Counter[str] = Counter()
    total: Counter[str] = Counter()
    for path in sorted((FOLDER / part).glob("*.txt")):
        text, labels = read(path)
        article = newsparse.parse(text)
        ends = {span.end: quote for quote in article.quotes for span in (quote.span, *quote.parts)}
        for end, wanted, letter in labels:
            quote = ends.get(end) or ends.get(end - 1) or ends.get(end - 2)
            found = quote.speaker.name if quote is not None and quote.speaker is not None else None
            good = is_right(found, wanted, letter)
            total[letter] += 1
            right[letter] += good
            if show and not good:
                source = text[slice(*quote.source)] if quote is not None and quote.source is not None else None
                print(f"  {path.stem}: {text[end - 30 : end]!r} wanted {wanted}, found {found} (source {source!r})")
    counted = sum(total[letter] for letter in "psr")
    print(
        f"{part}: pronoun, short and role {100 * sum(right[letter] for letter in 'psr') / max(1, counted):.1f} of {counted}; "
        + ", ".join(f"{ROLES[letter]} {right[letter]}/{total[letter]}" for letter in "psrf")
    )


if __name__ == "__main__":
    arguments = sys.argv[1:]
    for part in [one for one in arguments if not one.startswith("-")] or ["tuning", "held"]:
        score(part, "--errors" in arguments)
