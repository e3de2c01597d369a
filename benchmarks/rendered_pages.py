"""Pages rendered as text, for training: the units of each, which belong to the article, and which are its headline."""

from __future__ import annotations

import gzip
import json
import re
from bisect import bisect_right
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from inscriptis import get_text
from page_labels import content_of
from page_labels import read_pages as markup_pages

import newsparse
from newsparse import languages
from newsparse.blocks.asides import label_asides
from newsparse.blocks.contents import label_contents
from newsparse.blocks.draft import Draft
from newsparse.blocks.endings import label_endings
from newsparse.blocks.furniture import label_furniture
from newsparse.blocks.joining import units_of
from newsparse.blocks.lexicon import lexicon
from newsparse.blocks.page.surface import surfaces
from newsparse.readers.plain import read_plain

SETS = ("portal", "cleaneval", "wcxb_dev_lines")
RENDERED = ("fundus_a", "wcxb_dev")
NOT_CONTENT = {"furniture", "contents_title", "contents_entry", "headline", "byline", "caption", "credit"}
SHORTEST = 60
"""Words of the shortest article that is learned from."""

READ = ("traf", "postlight", "htmldate")
"""Pages that nobody labelled as a whole: what the library reads from their markup stands for their article."""

Page = dict[str, Any]


def pages(corpora: Path) -> Iterator[Page]:
    """Every page of the corpora as looks, labels, words and lines that do not count."""
    yield from labelled_pages(corpora)
    yield from read_pages(corpora)


def read_pages(corpora: Path) -> Iterator[Page]:
    """News pages of some 500 publishers, labelled by the reader of HTML, and by the snippets that people chose of some."""
    for name in READ:
        for doc in markup_pages(corpora / f"pages/{name}.jsonl.gz"):
            content = content_of(doc)
            article = newsparse.parse(content, url=doc.get("url"))
            body = [leaf.text for leaf in article.leaves() if leaf.type not in NOT_CONTENT]
            if sum(len(text.split()) for text in body) < SHORTEST:
                continue
            html = content if isinstance(content, str) else content.decode(doc.get("charset") or "utf-8", "replace")
            title = "" if article.headline is None else article.headline.text
            lines = rendered({"html": html, "body": body, "title": title})
            if len(lines) >= 5:
                correct(lines, doc)
                yield page(name, {**doc, "lines": lines})


def correct(lines: list[dict[str, Any]], doc: dict[str, Any]) -> None:
    """Where people chose snippets of the page that belong to the article, or do not, they are right."""
    for line in lines:
        for key, label in (("without", "furniture"), ("with", "content")):
            if any(" ".join(snippet.split()) in line["text"] for snippet in doc.get(key) or ()):
                if line["label"] != label:
                    line["label"], line["flag"] = label, None
                break


def labelled_pages(corpora: Path) -> Iterator[Page]:
    """The pages whose article people, or a publisher's own parser, marked."""
    known = set()
    for name in SETS:
        for line in (corpora / f"lines/{name}.jsonl").open(encoding="utf-8"):
            doc = json.loads(line)
            known.add(doc["doc_id"])
            yield page(name, doc)
    for name in RENDERED:
        with gzip.open(corpora / f"pages/{name}.jsonl.gz", "rt", encoding="utf-8") as file:
            for line in file:
                doc = json.loads(line)
                if doc["doc_id"] not in known and doc.get("html") and doc.get("body"):
                    lines = rendered(doc)
                    if len(lines) >= 5:
                        yield page(name, {**doc, "lines": lines})


def page(name: str, doc: dict[str, Any]) -> Page:
    texts = [line["text"] for line in doc["lines"]]
    text = "\n".join(texts)
    draft = draft_of(text)
    starts, position = [], 0
    for one in texts:
        starts.append(position)
        position += len(one) + 1
    labels, words, skipped = [], [], []
    for unit in draft.units:
        own = doc["lines"][bisect_right(starts, unit.start) - 1 : bisect_right(starts, unit.end - 1)]
        sizes = [len(line["text"].split()) for line in own]
        content = sum(size for line, size in zip(own, sizes, strict=True) if line["label"] == "content")
        labels.append(int(2 * content > sum(sizes)))
        words.append(sum(sizes))
        skipped.append(len(own) == 1 and own[0].get("flag") in {"mixed", "headline"})
    url = doc.get("url") or ""
    return {"set": name, "site": url.split("/")[2] if url.count("/") > 2 else doc["doc_id"], "looks": surfaces(draft),
            "doc": doc["doc_id"], "draft": draft, "lines": doc["lines"], "titles": titles(name, doc),
            "label": labels, "words": words, "skip": skipped}  # fmt: skip


def titles(name: str, doc: dict[str, Any]) -> set[str]:
    """The headline's words, as the page shows them; nothing where that is not known."""
    marked = [line["text"] for line in doc["lines"] if line.get("flag") == "headline"]
    if name == "portal":  # its bodies begin with the headline
        marked = [line["text"] for line in doc["lines"] if line.get("type") == "heading"][:1]
    return {" ".join(words_of(one)) for one in marked}


def draft_of(text: str) -> Draft:
    """The text as the page model sees it: after contents, asides, and furniture known by its words."""
    units = units_of(text, read_plain(text).lines)
    known = lexicon(languages.load(languages.detect(text) or ""))
    draft = Draft(text=text, units=units, lexicon=known, labels=[None] * len(units))
    label_contents(draft)
    label_furniture(draft)
    label_asides(draft)
    label_endings(draft)
    return draft


def rendered(doc: dict[str, Any]) -> list[dict[str, Any]]:
    """The lines of an HTML page, labelled by the shingles that they share with the body."""
    body = doc["body"].split("\n") if isinstance(doc["body"], str) else doc["body"]
    gold = {shingle for paragraph in body for shingle in shingles(words_of(paragraph))}
    whole = {" ".join(words_of(paragraph)) for paragraph in body}
    title = " ".join(words_of(doc["title"] or ""))
    found = []
    for line in filter(None, map(str.strip, get_text(doc["html"]).split("\n"))):
        words = words_of(line)
        own = shingles(words)
        share = sum(one in gold for one in own) / len(own) if own else 0.0
        flag = "mixed" if 0.15 < share < 0.85 else None
        label = "content" if share >= 0.5 else "furniture"
        if " ".join(words) in whole:
            label, flag = ("content", None) if len(words) >= 5 else ("furniture", "mixed")
        elif " ".join(words) == title:
            label, flag = "furniture", "headline"
        found.append({"text": line, "label": label, "flag": flag})
    return found if sum(line["label"] == "content" for line in found) >= 5 else []


def words_of(text: str) -> list[str]:
    return re.findall(r"\w+", text.lower())


def shingles(words: list[str]) -> list[tuple[str, ...]]:
    return [tuple(words[at : at + 4]) for at in range(len(words) - 3)]
