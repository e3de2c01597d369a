"""Indirect quotations: a learned model over words and their classes, no parser."""

from newsparse.annotations.quotations.indirect.finding import find_indirect, merged

__all__ = ["find_indirect", "merged"]
