"""Peers and newsparse on the same pages, in one run: what they take for the article, and how long they take.

    pip install newsparse[bench]
    python benchmarks/peers_pages.py CORPORA/pages [--limit N]

`words` is the mean F1 of word bags on sets with bodies, `segments` the F1 over wanted and unwanted snippets on the others,
`ms` the CPU time a page. A peer that is not installed is left out; one that raises has found nothing.
"""

from __future__ import annotations

import argparse
import contextlib
import importlib
import re
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

from page_labels import content_of, read_pages, words

Extract = Callable[[str | bytes, str | None], str]


def newsparse() -> Extract:
    module = importlib.import_module("newsparse")
    return lambda content, url: module.parse(content, url=url).body_text


def trafilatura() -> Extract:
    module = importlib.import_module("trafilatura")

    def extract(content: str | bytes, url: str | None) -> str:
        found = module.bare_extraction(content, url=url, with_metadata=True, include_comments=False)
        return (found.text if found is not None else "") or ""

    return extract


def newspaper4k() -> Extract:
    module = importlib.import_module("newspaper")

    def extract(content: str | bytes, url: str | None) -> str:
        html = content if isinstance(content, str) else content.decode("utf-8", "replace")
        article = module.Article(url or "https://example.org/", fetch_images=False)
        article.download(input_html=html)
        article.parse()
        return str(article.text)

    return extract


def readability() -> Extract:
    module = importlib.import_module("readability")
    html = importlib.import_module("lxml.html")

    def extract(content: str | bytes, url: str | None) -> str:
        return str(html.fromstring(module.Document(content, url=url).summary()).text_content())

    return extract


def resiliparse() -> Extract:
    module = importlib.import_module("resiliparse.extract.html2text")

    def extract(content: str | bytes, url: str | None) -> str:
        del url
        html = content if isinstance(content, str) else content.decode("utf-8", "replace")
        return str(module.extract_plain_text(html, main_content=True))

    return extract


PEERS = (newsparse, trafilatura, newspaper4k, readability, resiliparse)


def measure(extract: Extract, pages: list[dict[str, Any]]) -> str:
    scores: list[float] = []
    count: Counter[str] = Counter()
    seconds = 0.0
    for page in pages[:2]:  # so that loading does not count
        with contextlib.suppress(Exception):
            extract(content_of(page), page.get("url"))
    for page in pages:
        start = time.process_time()
        try:
            body = extract(content_of(page), page.get("url"))
        except Exception:
            body = ""
        seconds += time.process_time() - start
        if page.get("body"):
            gold = page["body"] if isinstance(page["body"], str) else "\n".join(page["body"])
            wanted, found = Counter(words(gold)), Counter(words(body))
            scores.append(2 * (wanted & found).total() / max(1, wanted.total() + found.total()))
        else:
            flat = re.sub(r"\s+", " ", body)
            for key in ("with", "without"):
                snippets = [" ".join(snippet.split()) for snippet in page.get(key) or ()]
                count[f"{key} found"] += sum(snippet in flat for snippet in snippets)
                count[key] += len(snippets)
    figures = [f"ms={1000 * seconds / len(pages):.1f}"]
    if scores:
        figures.insert(0, f"words={100 * sum(scores) / len(scores):.1f}")
    if count["with"]:
        hits, leaks = count["with found"], count["without found"]
        figures.insert(0, f"segments={200 * hits / (hits + leaks + count['with']):.1f}")
    return " ".join(figures)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--limit", type=int)
    arguments = parser.parse_args()
    for path in sorted(arguments.folder.glob("*.jsonl.gz")):
        pages = [page for page in read_pages(path) if page.get("body") or page.get("with")][: arguments.limit]
        for peer in PEERS if pages else ():
            try:
                extract = peer()
            except ImportError:
                print(f"{path.name:20} {peer.__name__:12} not installed")
                continue
            print(f"{path.name:20} {peer.__name__:12} {measure(extract, pages)}", flush=True)


if __name__ == "__main__":
    main()
