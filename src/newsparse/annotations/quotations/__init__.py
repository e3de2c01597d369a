"""Quotations: marks, what they do, cues and sources."""

from newsparse.annotations.quotations.finding import find_quotations

__all__ = ["find_quotations"]
