"""Whole invented pages of many manners: headline, authors, day of publication and of change, as a reader would tell them.

Each file of `pages` is a page as some system writes it, with traps: dates and names of comments, of other articles, of the
site's owner. What is to be found stands in the comment at its top.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from newsparse.readers.html.metadata import read_metadata

PAGES = sorted((Path(__file__).parent / "pages").glob("*.html"))


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_a_page_of_this_manner_is_read_as_its_readers_read_it(path):
    top, html = path.read_text("utf-8").split("-->\n", 1)
    expected = dict(line.split(": ", 1) for line in top.replace(":\n", ": \n").splitlines() if ": " in line)
    found = read_metadata(LexborHTMLParser(html), html, expected.pop("url"))
    assert {
        "title": found.title.value if found.title else "",
        "authors": "; ".join(found.authors.value) if found.authors else "",
        "published": str(found.date_published.value)[:10] if found.date_published else "",
        "modified": str(found.date_modified.value)[:10] if found.date_modified else "",
    } == expected
