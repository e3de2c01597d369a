"""Whole pages rendered as text: which units are the article, by a small learned model over the look of the lines."""

from newsparse.blocks.page.deciding import label_page

__all__ = ["label_page"]
