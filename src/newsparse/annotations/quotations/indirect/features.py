"""What the learned model looks at: for a cue its neighbours, for a boundary the words on both sides and what lies between.

Every feature is a short string, a letter for its kind and the words or classes it joins. Training uses these functions;
`scoring` adds up the weights of the same features without making them.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from newsparse.annotations.quotations.indirect.clause import Clause

BREAKS = frozenset({",", ";", ":", "-", "(", ")", '"', "?", "!", "[", "]", "…"})
ENDS = BREAKS | {"#", "."}
OPENS = BREAKS | {"CONJ", "SUB", "WH", "WHO", "PREP", "THAT", "TO"}
"""Classes of tokens at which a piece of content may begin."""
CLOSES = BREAKS | {"CONJ", "SUB", "WH", "WHO", "PREP", "ADV", "KONJ", "."}
"""Classes of tokens before which content may end."""
VERBAL = frozenset({"BE", "HAVE", "DO", "MODAL", "KONJ", "ED"})
CLOSING = frozenset({".", "?", "!", '"', ")"})

REACH = 7
"""How many tokens behind a cue the content may begin (`told reporters at the airport on Monday that …`)."""
FARTHEST = 80
"""How many tokens content may have, so that a page without a full stop costs no more than one with."""
BEFORE, BEHIND = 7, 3
"""How many noun-like runs on either side of the cue may be its source."""

STEPS = (0, 1, 2, 3, 4, 4, 6, 6, 6, 9, 9, 9, 9, 14, 14, 14, 14, 14, 14, 20)
"""For each distance the step it counts as."""


def step(count: int) -> int:
    """Return a distance in coarse steps."""
    return STEPS[min(19, count)]


def gate_features(clause: Clause, i: int, cue: str) -> list[str]:
    """The first features of the word at `i`; most words that could report are dismissed by these alone."""
    w, c = clause.words, clause.kinds
    word, c1, d1 = w[i], c[i + 1], c[i - 1]
    return ["b", "w" + word, "l" + cue, f"m{word} {w[i + 1]}", f"o{cue} {c1}", f"p{cue} {d1}", f"q{cue} {d1} {c1}"]


def cue_features(clause: Clause, i: int, cue: str, before: str, after: str) -> list[str]:
    """Features of the cue word at `i`; `before` and `after` are the nearest other cues of the sentence, or an empty string."""
    w, c = clause.words, clause.kinds
    word, w1, w2, p1, kind, sort = w[i], w[i + 1], w[i + 2], w[i - 1], c[i], cue[0]
    c1, c2, c3, d1, d2, d3 = c[i + 1], c[i + 2], c[i + 3], c[i - 1], c[i - 2], c[i - 3]
    left, right = nearest_break(c, i, -1), nearest_break(c, i, 1)
    length = step(clause.last - i)
    return [
        f"n{p1} {word}",
        f"r{word} {c1} {c2}",
        f"s{d2} {d1} {sort}",
        f"t{c1} {c2} {sort}",
        f"u{d2} {d1} {kind} {c1}",
        f"v{d1} {kind} {c1} {c2}",
        "x" + p1,
        "y" + w1,
        f"z{w1} {w2}",
        f"A{w[i - 2]} {p1}",
        f"B{left} {right}",
        f"C{cue} {left}",
        f"D{cue} {right}",
        f"E{c[clause.first]} {left} {sort}",
        f"F{before} {sort}",
        f"G{after} {sort}",
        f"H{step(i - clause.first)} {sort}",
        f"I{length} {c1}",
        f"J{d3} {d2} {d1} {kind}",
        f"K{kind} {c1} {c2} {c3}",
        f"L{cue} {length}",
    ]


def shape_features(clause: Clause, i: int, cue: str) -> list[str]:
    """Features of the cue at `i` that tell on which side its content lies; each side has a table of its own."""
    w, c = clause.words, clause.kinds
    word, c1, c2, d1, d2 = w[i], c[i + 1], c[i + 2], c[i - 1], c[i - 2]
    left, right = nearest_break(c, i, -1), nearest_break(c, i, 1)
    first, length = step(i - clause.first), step(clause.last - i)
    comma = next((at for at in range(i + 1, min(i + 16, clause.last)) if c[at] in BREAKS), 0)
    behind, rest = (c[comma + 1], step(clause.last - comma)) if comma else ("", 0)
    return [
        "",
        f"a{word} {c1}",
        f"b{cue} {d1}",
        f"c{left} {right}",
        f"d{cue} {left}",
        f"e{cue} {right}",
        f"f{d2} {d1} {c1}",
        f"g{d1} {c1} {c2}",
        f"h{w[i + 1]}",
        f"i{w[i - 1]}",
        f"j{length} {c1}",
        f"k{first} {left}",
        f"l{cue} {length}",
        f"m{first} {right} {cue[0]}",
        f"n{c[clause.first]} {left}",
        f"o{d2} {d1} {c[i]} {c1}",
        f"p{d1} {c[i]} {c1} {c2}",
        f"q{w[i - 2]} {w[i - 1]}",
        f"r{w[i + 1]} {w[i + 2]}",
        f"s{c1} {c2} {c[i + 3]}",
        f"t{word}",
        f"u{cue}",
        f"v{word} {w[i + 1]}",
        f"w{cue} {d1} {c1}",
        f"x{left} {behind} {rest}",
        f"y{left[:1]} {behind} {cue[0]}",
        f"z{right} {behind} {rest}",
    ]


def nearest_break(kinds: Sequence[str], i: int, way: int) -> str:
    """Return which mark stands within seven tokens of `i` on one side, and how far."""
    far = 0
    at = i
    while far < 7:
        far += 1
        at += way
        kind = kinds[at]
        if kind in ENDS:
            return f"{kind}{far if far < 4 else 4 if far < 6 else 6}"
    return ""


def starts_behind(clause: Clause, i: int) -> list[int]:
    """Return the places behind the cue at `i` where content may begin: any word soon after it, or what follows a mark."""
    c = clause.kinds
    near = min(i + 1 + REACH, clause.last)
    return [*range(i + 1, near), *(s for s in range(near, min(i + 30, clause.last)) if c[s - 1] in BREAKS)]


def complementizer_behind(clause: Clause, i: int) -> int:
    """Return where the first `that`, `to`, or question word within reach of the cue stands, or 0."""
    for s in range(i + 1, min(i + 1 + REACH, clause.last)):
        kind = clause.kinds[s]
        if kind in ("THAT", "TO", "WH"):
            return s
        if kind in (";", ":"):
            return 0
    return 0


def start_features(clause: Clause, i: int, cue: str, shape: str, s: int, complementizer: int) -> list[str]:
    """Features of a place `s` behind the cue where content may begin; `complementizer` is where `that` stands, or 0."""
    w, c = clause.words, clause.kinds
    far = min(13, s - i)
    that = "-" if not complementizer else "=" if s == complementizer else "<" if s < complementizer else ">"
    p, q = c[s - 1], c[s]
    before = w[s - 1]
    return [
        f"a{shape}{far}",
        f"b{shape}{that}",
        f"c{far} {cue}",
        f"d{q} {far}",
        f"e{before}",
        f"f{w[s]}",
        f"g{p} {q}",
        f"h{p} {q} {c[s + 1]}",
        f"i{cue} {before}",
        f"j{cue} {q}",
        f"l{before} {w[s]}",
        f"n{w[i]} {that} {far}",
    ]


def ends_behind(clause: Clause, start: int) -> list[int]:
    """Return the places behind `start` where content may end: before marks and little words, and the sentence's end."""
    last = min(clause.last, start + FARTHEST)
    kinds = clause.kinds
    while last > start + 1 and kinds[last - 1] in CLOSING:
        last -= 1
    return [j for j in range(start + 1, last) if kinds[j] in CLOSES] + [last]


def last_end_features(clause: Clause, i: int, cue: str, shape: str, start: int, last: int) -> list[str]:
    """Features of the sentence's end, `last`, as the end of content that begins at `start`."""
    inside = clause.kinds[start:last]
    commas, head, size = inside.count(","), inside[0], step(last - start)
    verb = "" if VERBAL.isdisjoint(inside) else "v"
    quoted = inside.count('"') % 2
    return [
        f"z{shape}",
        f"y{head} {verb}",
        f"x{cue}",
        f"w{size} {cue[0]}",
        f"v{min(3, commas)} {shape}",
        f"u{quoted}",
        f"t{head} {size}",
        f"s{cue} {head}",
        f"r{clause.words[start]}",
        f"q{clause.words[i]}",
    ]


def end_features(clause: Clause, cue: str, start: int, ends: Sequence[int]) -> list[list[str]]:
    """Features of every one of `ends` before the sentence's end, for content that begins at `start`."""
    w, c, cues = clause.words, clause.kinds, clause.cues
    head = c[start]
    found = []
    commas = 0
    verb = quoted = ""
    at = start
    for j in ends:
        while at < j:
            kind = c[at]
            if kind in VERBAL:
                verb = "v"
            elif kind == ",":
                commas += 1
            elif kind == '"':
                quoted = "" if quoted else "q"
            at += 1
        a, b, d, word = c[j - 1], c[j], c[j + 1], w[j]
        near = "c" if j in cues or j + 1 in cues else "d" if j + 2 in cues or j + 3 in cues else ""
        found.append(
            [
                f"b{b} {verb}",
                f"c{word} {w[j + 1]}",
                f"d{a} {b}",
                f"e{b} {d} {c[j + 2]}",
                f"g{cue} {b}",
                f"h{b} {step(j - start)}",
                f"i{b} {step(clause.last - j)}{quoted}",
                f"j{b} {min(3, commas)}",
                f"B{near} {b} {d}",
                f"C{word} {head} {verb}",
            ]
        )
    return found


def left_ends(clause: Clause, i: int) -> list[int]:
    """Return the places up to the cue at `i` where content to its left may end."""
    return list(range(max(clause.first + 1, i - 24), i + 1))


def left_end_features(clause: Clause, i: int, cue: str, shape: str, ends: Sequence[int]) -> list[list[str]]:
    """Features of the places where content before the cue may end."""
    w, c = clause.words, clause.kinds
    found = []
    marks = 0
    for e in reversed(ends):
        a, b, d = c[e - 1], c[e], c[e + 1]
        marks += b in BREAKS
        far = step(i - e)
        found.append(
            [
                f"a{shape}{far}",
                f"b{w[e]} {marks}",
                f"c{a} {b} {shape}",
                f"d{b} {d} {shape}",
                f"e{b} {marks} {shape}",
                f"f{cue} {far}",
                f"g{cue} {b} {marks}",
                f"h{w[e]} {w[e + 1]}",
                f"i{b} {d} {c[e + 2]}",
                f"j{b} {far}",
            ]
        )
    found.reverse()
    return found


def left_starts(clause: Clause, end: int) -> list[int]:
    """Return the places before `end` where content to the left of a cue may begin."""
    c = clause.kinds
    first = clause.first
    return [first] + [
        s
        for s in range(max(first + 1, end - FARTHEST), end)
        if c[s - 1] in OPENS or c[s] in OPENS or c[s - 1] in VERBAL or c[s] == "DET"
    ]


def left_start_features(clause: Clause, cue: str, shape: str, end: int, starts: Sequence[int]) -> list[list[str]]:
    """Features of the places where content that ends at `end` may begin."""
    w, c = clause.words, clause.kinds
    behind = c[end]
    found = []
    for s in starts:
        first = "1" if s == clause.first else ""
        a, b = c[s - 1], c[s]
        found.append(
            [
                f"a{shape}{first}",
                f"b{cue} {first}",
                f"c{a} {b}",
                f"d{w[s - 1]} {b}",
                f"e{w[s]} {first}",
                f"f{step(end - s)} {shape}",
                f"g{step(s - clause.first)}",
                f"h{c[s - 2]} {a} {b}",
                f"i{behind} {a}",
                f"j{b} {c[s + 1]} {first}",
                f"k{behind} {first} {shape}",
                f"l{w[s - 1]}",
            ]
        )
    return found


def sources(clause: Clause, i: int) -> list[tuple[int, int, str, int]]:
    """Return the noun-like runs near the cue at `i` that may be its source, the nearest before it first.

    Each has its start and end, its side and its rank on that side.
    """
    chunks = clause.chunks
    place = bisect_left(chunks, (i, 0))
    found = []
    for rank, (start, end) in enumerate(reversed(chunks[max(0, place - BEFORE) : place]), 1):
        found.append((start, min(end, i), "<", rank))
    for rank, (start, end) in enumerate(chunks[place : place + BEHIND], 1):
        if start != i:
            found.append((start, end, ">", rank))
        elif end > i + 1:
            found.append((i + 1, end, ">", rank))
    return found


def source_features(
    clause: Clause,
    i: int,
    cue: str,
    shape: str,
    candidate: tuple[int, int, str, int],
    content: Sequence[tuple[int, int]],
) -> list[str]:
    """Features of a candidate for the source."""
    w, c = clause.words, clause.kinds
    start, end, side, rank = candidate
    gap = i - end if end <= i else start - i - 1
    inside = side
    for a, b in content:
        if a < end and start < b:
            inside = "=" + side
    form, head, lead, behind = c[i], c[end - 1], c[start - 1], c[end]
    place = f"{side}{rank}"
    return [
        f"a{place} {shape}",
        f"b{side}{min(6, gap)} {form}",
        f"c{inside}",
        f"d{place} {head}",
        f"e{side} {w[end - 1]}",
        f"f{place} {lead}",
        f"g{side} {w[start - 1]}",
        f"h{side} {behind} {c[end + 1]}",
        f"i{place} {form} {c[i - 1]}",
        f"j{cue} {inside}",
        f"k{place} {c[start]} {head}",
        f"l{place} {behind}",
        f"m{form} {place} {cue[0]}",
        f"n{c[start]} {lead} {side}",
        f"o{w[i - 1]} {place}",
        f"p{w[i + 1]} {place}",
        f"r{start == clause.first} {side} {head}",
        f"s{shape} {side} {c[i + 1]} {gap < 2}",
        f"t{cue} {place}",
    ]


def no_source_features(clause: Clause, i: int, cue: str, shape: str) -> list[str]:
    """Features of there being no source."""
    w, c = clause.words, clause.kinds
    return [f"Z{shape}", f"Y{c[i]} {c[i - 1]}", f"X{cue}", f"V{w[i - 1]}", f"U{c[i]} {c[i + 1]} {shape}"]
