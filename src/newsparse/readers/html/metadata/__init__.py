"""What a page says of itself: JSON-LD, microdata, OpenGraph, `<meta>`, `<time>`, URL and the visible page, reconciled."""

from newsparse.readers.html.metadata.reading import read_metadata

__all__ = ["read_metadata"]
