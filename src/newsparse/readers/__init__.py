"""Bytes or str to lines with layout hints: plain text and HTML meet here."""

from newsparse.readers.source import Hints, Line, Source
from newsparse.readers.reading import read

__all__ = ["Hints", "Line", "Source", "read"]
