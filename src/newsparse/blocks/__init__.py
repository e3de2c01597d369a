"""Lines to typed blocks: furniture, headings, lists, labels."""

from newsparse.blocks.block import Block, BlockType
from newsparse.blocks.classification import classify

__all__ = ["Block", "BlockType", "classify"]
