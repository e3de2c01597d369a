"""Blocks to tree: front matter, contents, sections, interviews."""

from newsparse.structure.building import build
from newsparse.structure.outline import Outline

__all__ = ["Outline", "build"]
