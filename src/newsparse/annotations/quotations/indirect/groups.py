"""Features that are looked at together: what they share is one key, and their sum is found in one look.

Marks and classes of words come in few combinations, so that the sums of a group are mostly known. Every function here spells
out the features of one group, each a letter for its kind and the words or classes it joins; `scoring` says where they hold.
"""

from __future__ import annotations

Feature = tuple[str, ...]
Features = tuple[Feature, ...]


def gate(word: str, cue: str, before: str, behind: str) -> Features:
    """Features of a cue by the word itself and the classes beside it."""
    return ("w", word), ("l", cue), ("o", cue, behind), ("u", before, behind, cue[0])


def cue_opening(first: str, before: str, place: str, sort: str) -> Features:
    """Features of a cue by what its sentence begins with, and what stands between that and the cue."""
    return ("E", first, before, sort), ("H", place, sort)


def cue_others(before: str, after: str, sort: str) -> Features:
    """Features of a cue by the cues nearest to it."""
    return ("F", before, sort), ("G", after, sort)


def shape_cue(cue: str, behind: str, before: str) -> Features:
    """Features of the shape by the cue, the mark behind and the class before it; the first always holds."""
    return ("",), ("u", cue), ("e", cue, behind), ("b", cue, before)


def shape_opening(before: str, that: str, place: str, first: str) -> Features:
    """Features of the shape by what stands before the cue."""
    return ("A", before, that), ("k", before, place), ("n", before, first)


def start_cue(cue: str, kind: str, far: str) -> Features:
    """Features of a start by its class and how far behind the cue it stands."""
    return ("d", kind, far), ("c", far, cue), ("j", cue, kind)


def start_that(shape: str, that: str, far: str) -> Features:
    """Features of a start by the side of `that` on which it stands."""
    return ("b", shape, that), ("o", that, far)


def end_kinds(near: str, verb: str, kinds: str) -> Features:
    """Features of an end by the classes before, at and behind it."""
    return ("b", kinds[1], verb), ("B", near, kinds[1:]), ("d", kinds[:2])


def end_reach(kind: str, far: str, rest: str, quoted: str) -> Features:
    """Features of an end by how much stands on both sides of it."""
    return ("h", kind, far), ("i", kind, rest, quoted)


def left_end_kinds(kinds: str, shape: str) -> Features:
    """Features of an end before the cue by the classes from the one before to the second behind it."""
    return ("c", kinds[:2], shape), ("d", kinds[1:3], shape), ("i", kinds[1:])


def left_end_reach(shape: str, kind: str, far: str, count: str) -> Features:
    """Features of an end before the cue by the distance and the marks between them."""
    return ("a", shape, far), ("e", kind, count, shape), ("j", kind, far)


def left_start_kinds(kinds: str, behind: str) -> Features:
    """Features of a start before the cue by the classes up to it and that behind the end."""
    return ("i", behind, kinds[1]), ("h", kinds)


def left_start_reach(size: str, shape: str, place: str) -> Features:
    """Features of a start before the cue by the length of the content and where in its sentence it begins."""
    return ("f", size, shape), ("g", place)


def source_kinds(inside: str, lead: str, tail: str) -> Features:
    """Features of a source by the classes at both of its borders; `inside` ends in its side of the cue."""
    side = inside[-1]
    return ("c", inside), ("v", inside, tail[0], lead[0]), ("h", side, tail), ("n", side, lead)


def source_reach(shape: str, side: str, gap: str, kind: str, behind: str) -> Features:
    """Features of a source by what lies between it and the cue, and the classes of the cue and what follows it."""
    return ("s", shape, side, behind, "1" if gap in "01" else ""), ("b", side + gap, kind)
