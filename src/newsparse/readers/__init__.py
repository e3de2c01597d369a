"""Bytes or str to lines with layout hints: plain text and HTML meet here."""

from newsparse.readers.address import host_of
from newsparse.readers.legible import Original, legible
from newsparse.readers.reader import Reader
from newsparse.readers.reading import BUILT_IN, read
from newsparse.readers.source import Hints, Line, Source

__all__ = ["BUILT_IN", "Hints", "Line", "Original", "Reader", "Source", "host_of", "legible", "read"]
