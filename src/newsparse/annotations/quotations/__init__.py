"""Quotations: marks, what they do, cues and sources; and what is reported without marks."""

from newsparse.annotations.quotations.combining import find_quotations

__all__ = ["find_quotations"]
