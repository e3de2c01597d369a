"""Scores invented news pages, of which one who had not seen the rules wrote down every piece of the article.

Texts are compared by their words, case and white space aside, those of a leaf with its number or speaker's label, since gold
has what the page shows (`Lund: No.`); with and without them is whole. A gold piece is looked for among the words of the page's
leaves, behind the piece before it where it stands there; the leaf that holds most of its words is its own.

leaves     pieces of the article whose leaf has the right type, or one that gold accepts; furniture is wrong; a line that
           only says when may be a dateline or a byline, as in `articles_gold.py`
kept       the same, of whatever type, as long as it is no furniture
whole      the same, and the leaf has these words and no others (rows of tables may be cut into cells)
clean      pieces that are no part of the article and stand in furniture only, or are no text of the page
headings   headings found as such that are as deep as gold says, among those of which it says so
roles      pieces of an interview: the role of their turn, or `introduction`; those of gold without a role stand in no turn
speakers   the same, the speaker where gold names one
headline, authors, published, modified, site, section, canonical, image
           pages on which the value is right; where gold has none, none must be given (headline and authors: pages
           that are an article)
article    pages rightly said to hold an article, or none (the diagnostic `page.no-article`)
interview  pages rightly found to hold an interview, or none
quotes     marked quotations, each of their parts by itself, and block quotes found, as words
sayers     of these, those with the right speaker; where gold names nobody, with nobody whom it names elsewhere
pages      articles with every piece right and clean
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from typing import Any
from urllib.parse import urldefrag

from articles_gold import is_name
from gold_sentences import asked, records

import newsparse
from newsparse.model import Leaf, Turn

Gold = dict[str, Any]
Words = list[str]

FIGURES = (
    "leaves kept whole clean headings roles speakers headline authors published modified site section canonical image "
    "article interview quotes sayers pages"
).split()
PARSER = newsparse.Parser()
NO_ARTICLE = "page.no-article"


def words_of(text: str) -> Words:
    return re.findall(r"\w+", text.casefold())


class Scored:
    """One page: its gold, its leaves, and the words of all leaves in a row."""

    def __init__(self, row: Gold) -> None:
        self.row = row
        self.article = PARSER.parse(row["html"], url=row["url"], media_type="text/html")
        self.leaves = list(self.article.leaves())
        self.words: Words = []
        self.owners: list[int] = []
        for at, leaf in enumerate(self.leaves):
            own = words_of(leaf.span.of(self.article.text))
            self.words += own
            self.owners += [at] * len(own)
        self.turns = [turn for interview in self.article.interviews for turn in interview.turns]
        leading = (node for interview in self.article.interviews for node in interview.introduction)
        self.introductions = [node.span for node in leading]
        self.first: dict[str, list[int]] = {}
        for at, word in enumerate(self.words):
            self.first.setdefault(word, []).append(at)

    def places(self, text: str) -> list[int]:
        """Where the words of `text` stand in a row."""
        wanted = words_of(text)
        if not wanted:
            return []
        return [at for at in self.first.get(wanted[0], ()) if self.words[at : at + len(wanted)] == wanted]

    def owned(self, at: int, text: str) -> list[int]:
        return self.owners[at : at + len(words_of(text))]

    def judged(self) -> Iterator[tuple[list[Any], list[int]]]:
        """Every gold piece with the leaf of each of its words: none where it is not found."""
        behind = 0
        for piece in self.row["leaves"]:
            wanted = piece[0], *(piece[2].get("accept", ()) if len(piece) > 2 else ())
            places = self.places(piece[1])
            later = [at for at in places if at >= behind] or places
            # A title that a menu repeats stands where its type is right, if it does anywhere
            at = next((at for at in later if self.leaves[self.owners[at]].type in wanted), later[0] if later else None)
            if at is None:
                yield piece, []
                continue
            own = self.owned(at, piece[1])
            behind = at + len(own)
            yield piece, own

    def turn_of(self, leaf: Leaf) -> Turn | None:
        inside = (turn for turn in self.turns if turn.span.start <= leaf.span.start and leaf.span.end <= turn.span.end)
        return next(inside, None)

    def clean(self, text: str) -> bool:
        """Whether some place that `text` has on the page is furniture throughout."""
        places = self.places(text)
        return not places or any(
            all(self.leaves[own].type == "furniture" for own in self.owned(at, text)) for at in places
        )


class Totals:
    def __init__(self, show: str) -> None:
        self.show = show
        self.shares = {name: Counter[bool]() for name in FIGURES}

    def share(self, name: str, doc: Scored, *, right: bool, why: str = "") -> bool:
        self.shares[name][right] += 1
        if name == self.show and not right:
            print(doc.row["id"], why)
        return right

    def add(self, row: Gold) -> None:
        doc = Scored(row)
        none = any(one.code == NO_ARTICLE for one in doc.article.diagnostics)
        self.share("article", doc, right=none is not row["article"], why=f"said to be {'none' if none else 'one'}")
        right = [self.piece(doc, piece, own) for piece, own in doc.judged()]
        right += [self.share("clean", doc, right=doc.clean(text), why=text[:90]) for text in row["furniture"]]
        if row["article"]:
            self.share("pages", doc, right=all(right), why=f"{len(right) - sum(right)} wrong")
            found = bool(doc.article.interviews)
            self.share("interview", doc, right=found == row["interview"], why=f"found: {found}")
        self.metadata(doc)
        self.quotes(doc)

    def piece(self, doc: Scored, piece: list[Any], own: list[int]) -> bool:
        label, text, more = piece[0], piece[1], piece[2] if len(piece) > 2 else {}
        types = {label, *more.get("accept", ())}
        if "dateline" in types:
            types.add("byline")
        leaf = doc.leaves[Counter(own).most_common(1)[0][0]] if own else None
        given = leaf.type if leaf else "not found in one piece"
        right = self.share("leaves", doc, right=given in types, why=f"{sorted(types)} is {given}: {text[:100]}")
        kept = leaf is not None and (given != "furniture" or "furniture" in types)
        self.share("kept", doc, right=kept, why=f"{label} is {given}: {text[:100]}")
        if leaf is not None and given in types:
            forms = leaf.text, leaf.span.of(doc.article.text)
            one = len(set(own)) == 1 and words_of(text) in map(words_of, forms)
            self.share("whole", doc, right=one or label == "table", why=f"{text[:60]} is {leaf.text[:100]}")
            if given == "heading" and "depth" in more:
                depth = leaf.depth
                self.share("headings", doc, right=depth == more["depth"], why=f"{more['depth']} is {depth}: {text}")
        if doc.row["interview"] and leaf is not None and given != "furniture":
            self.turn(doc, leaf, text, more)
        return right

    def turn(self, doc: Scored, leaf: Leaf, text: str, more: Gold) -> None:
        turn = doc.turn_of(leaf)
        leading = any(span.start <= leaf.span.start and leaf.span.end <= span.end for span in doc.introductions)
        wanted = more.get("role")
        role = str(turn.role) if turn else "introduction" if leading and wanted else None
        self.share("roles", doc, right=role == wanted, why=f"{wanted} is {role}: {text[:90]}")
        if turn and (speaker := more.get("speaker")):
            name = turn.speaker.name if turn.speaker else None
            self.share("speakers", doc, right=is_name(name, speaker), why=f"{speaker} is {name}: {text[:60]}")

    def metadata(self, doc: Scored) -> None:
        row, article, metadata = doc.row, doc.article, doc.article.metadata
        if row["article"]:
            titles = [words_of(one) for one in (row["headline"] or "", *row.get("accept_headline", ()))]
            self.share("headline", doc, right=words_of(article.title or "") in titles, why=str(article.title))
            names = [sorted(map(str.casefold, one)) for one in (row["authors"], *row.get("accept_authors", ()))]
            given = list(metadata.authors.value) if metadata.authors else []
            right = sorted(map(str.casefold, given)) in names
            self.share("authors", doc, right=right, why=f"{row['authors']} is {given}")
            for name in ("published", "modified"):
                value = getattr(metadata, f"date_{name}")
                found = day(value.value) if value else None
                self.share(name, doc, right=found == row[name], why=f"{row[name]} is {value}")
        for key, name in (("site", "site_name"), ("section", "section"), ("canonical", "url"), ("image", "image")):
            value = getattr(metadata, name)
            if row.get(key) or (value and value.source != "argument"):
                one, other = same(row.get(key)), same(value.value if value else None)
                self.share(key, doc, right=one == other, why=f"{row.get(key)} is {value}")

    def quotes(self, doc: Scored) -> None:
        text, row = doc.article.text, doc.row
        known = {*row["authors"], *(one for _, one in row["quotes"] if one)}
        marked = [quote for quote in doc.article.quotes if quote.kind != "indirect"]
        found = [(words_of(text[part.start : part.end]), quote) for quote in marked for part in quote.parts]
        found += [(words_of(quote.text), quote) for quote in marked]
        for words, speaker in row["quotes"]:
            wanted = words_of(words)
            hit = next((quote for given, quote in found if given == wanted), None)
            self.share("quotes", doc, right=hit is not None, why=f"missed: {words[:100]}")
            if hit is not None:
                name = hit.speaker.name if hit.speaker else None
                right = is_name(name, speaker) if speaker else not any(is_name(name, one) for one in known)
                self.share("sayers", doc, right=right, why=f"{speaker} is {name}: {words[:60]}")

    def told(self, part: str) -> None:
        for name, tally in self.shares.items():
            print(f"{part} {name}: {tally[True]}/{tally.total()} = {tally[True] / (tally.total() or 1):.3f}")


def day(value: date | datetime) -> str:
    return value.isoformat()[:10]


def same(value: str | None) -> str | None:
    return value and urldefrag(value.strip()).url.rstrip("/").casefold()


def score(part: str, show: str, ids: str) -> None:
    totals = Totals(show)
    for row in records("pages", part, ids):
        totals.add(row)
    totals.told(part)


def main(figures: Sequence[str]) -> None:
    options = asked(__doc__, ("tuning", "held"), figures)
    for part in options.parts:
        score(part, options.errors, options.ids)


if __name__ == "__main__":
    main(FIGURES)
