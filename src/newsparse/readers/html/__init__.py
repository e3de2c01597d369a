"""HTML pages: visible text, one block a line, each with its place in the page; and what the page says of itself."""

from newsparse.readers.html.page import read_html

__all__ = ["read_html"]
