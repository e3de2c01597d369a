"""What the learned model looks at: for a cue its neighbours, for a boundary the words on both sides and what lies between.

Every feature is a short string, a letter for its kind and the words or classes it joins. Training and inference share
these functions, so that a weight always means the same thing.
"""

from __future__ import annotations

from collections.abc import Sequence

from newsparse.annotations.quotations.indirect.clause import Clause

BREAKS = frozenset({",", ";", ":", "-", "(", ")", "“", "”", '"', "?", "!", "[", "]", "…"})
ENDS = BREAKS | {"#", "."}
OPENS = BREAKS | {"CONJ", "SUB", "WH", "WHO", "PREP", "THAT", "TO"}
"""Classes of tokens before which the content of an attribution may end."""
CLOSES = OPENS | {"BE", "HAVE", "DO", "MODAL", "KONJ", "ADV", "PRON", "DAY", "NOT", "THAN", ".", "DET"}
VERBAL = frozenset({"BE", "HAVE", "DO", "MODAL", "KONJ", "ED"})
NOMINAL = frozenset({"DET", "POSS", "CAP", "CAPGEN", "NUM", "W", "S", "E", "EN", "GEN", "PRON", "OBJ", "WHO", "DAY"})
REACH = 10
"""How many tokens behind a cue the content may begin (`told reporters at the airport on Monday that …`)."""
FARTHEST = 80
"""How many tokens content may have, so that a page without a full stop costs no more than one with."""

_STEPS = (0, 1, 2, 3, 4, 4, 6, 6, 6, 9, 9, 9, 9, 14, 14, 14, 14, 14, 14, 20)


def step(count: int) -> int:
    """Return a distance in coarse steps."""
    return _STEPS[min(19, count)]


def cue_features(clause: Clause, i: int, cue: str, before: str, after: str) -> list[str]:
    """Features of the cue word at `i`; `before` and `after` are the nearest other cues of the sentence, or an empty string."""
    w, c = clause.words, clause.classes
    word, w1, w2, p1 = w[i], w[i + 1], w[i + 2], w[i - 1]
    c1, c2, c3, d1, d2, d3 = c[i + 1], c[i + 2], c[i + 3], c[i - 1], c[i - 2], c[i - 3]
    left, right = _nearest_break(c, i, -1), _nearest_break(c, i, 1)
    first = c[clause.first]
    return [
        "b",
        "w" + word,
        "l" + cue,
        f"m{word} {w1}",
        f"n{p1} {word}",
        f"o{cue} {c1}",
        f"p{cue} {d1}",
        f"q{cue} {d1} {c1}",
        f"r{word} {c1} {c2}",
        f"s{d2} {d1} {cue[0]}",
        f"t{c1} {c2} {cue[0]}",
        f"u{d2} {d1} {c[i]} {c1}",
        f"v{d1} {c[i]} {c1} {c2}",
        "x" + p1,
        "y" + w1,
        f"z{w1} {w2}",
        f"A{w[i - 2]} {p1}",
        f"B{left} {right}",
        f"C{cue} {left}",
        f"D{cue} {right}",
        f"E{first} {left} {cue[0]}",
        f"F{before} {cue[0]}",
        f"G{after} {cue[0]}",
        f"H{step(i - clause.first)} {cue[0]}",
        f"I{step(clause.last - i)} {c1}",
        f"J{d3} {d2} {d1} {c[i]}",
        f"K{c[i]} {c1} {c2} {c3}",
        f"L{cue} {step(clause.last - i)}",
    ]


def _nearest_break(classes: Sequence[str], i: int, way: int) -> str:
    """Which mark stands within seven tokens of `i` on one side, and how far."""
    for far in range(1, 8):
        kind = classes[i + way * far] if 0 <= i + way * far < len(classes) else "#"
        if kind in ENDS:
            return f"{kind}{far if far < 4 else 4 if far < 6 else 6}"
    return ""


def starts_behind(clause: Clause, i: int) -> list[int]:
    """Return the places behind the cue at `i` where content may begin: any word soon after it, or what follows a mark."""
    c = clause.classes
    near = min(i + 1 + REACH, clause.last)
    return [*range(i + 1, near), *(s for s in range(near, min(i + 30, clause.last)) if c[s - 1] in BREAKS)]


def start_features(
    clause: Clause, i: int, cue: str, shape: str, starts: Sequence[int], complementizer: int
) -> list[list[str]]:
    """Features of the places behind the cue at `i` where content may begin; `complementizer` is where `that` stands, or 0."""
    w, c = clause.words, clause.classes
    c1 = c[i + 1]
    found = []
    for s in starts:
        far = min(13, s - i)
        that = "-" if not complementizer else "=" if s == complementizer else "<" if s < complementizer else ">"
        found.append(
            [
                f"a{shape}{far}",
                f"b{shape}{that}",
                f"c{far} {cue}",
                f"d{c[s]} {far}",
                f"e{w[s - 1]}",
                f"f{w[s]}",
                f"g{c[s - 1]} {c[s]}",
                f"h{c[s - 1]} {c[s]} {c[s + 1]}",
                f"i{cue} {w[s - 1]}",
                f"j{cue} {c[s]}",
                f"k{c1} {far} {c[s]}",
                f"l{w[s - 1]} {w[s]}",
                f"m{shape}{c[s - 1]}",
                f"n{w[i]} {that} {far}",
                f"o{w[s - 1]} {c[s]}",
            ]
        )
    return found


def complementizer_behind(clause: Clause, i: int) -> int:
    """Return where the first `that`, `to`, or question word within reach of the cue stands, or 0."""
    for s in range(i + 1, min(i + 1 + REACH, clause.last)):
        kind = clause.classes[s]
        if kind in ("THAT", "TO", "WH"):
            return s
        if kind in (";", ":"):
            return 0
    return 0


def ends_behind(clause: Clause, start: int) -> list[int]:
    """Return the places behind `start` where content may end: before marks and little words, and the sentence's end."""
    last = min(clause.last, start + FARTHEST)
    classes = clause.classes
    while last > start + 1 and classes[last - 1] in (".", "?", "!", '"', "”", ")"):
        last -= 1
    return [j for j in range(start + 1, last) if classes[j] in CLOSES] + [last]


def end_features(
    clause: Clause, i: int, cue: str, shape: str, start: int, ends: Sequence[int], cues: frozenset[int]
) -> list[list[str]]:
    """Features of every one of `ends` for content that begins at `start`."""
    w, c = clause.words, clause.classes
    head = c[start]
    found = []
    commas = joints = 0
    verb = quoted = False
    at = start
    final = ends[-1]
    for j in ends:
        while at < j:
            kind = c[at]
            if kind in VERBAL:
                verb = True
            elif kind == ",":
                commas += 1
            elif kind == "CONJ":
                joints += 1
            elif kind in ("“", "”", '"'):
                quoted = not quoted
            at += 1
        a, b = c[j - 1], c[j]
        if j == final:
            found.append(
                [
                    f"z{shape}",
                    f"y{head} {verb}",
                    f"x{cue}",
                    f"w{step(j - start)} {cue[0]}",
                    f"v{min(3, commas)} {shape}",
                    f"u{quoted}",
                    f"t{head} {step(j - start)}",
                    f"s{cue} {head}",
                    f"r{w[start]}",
                    f"q{w[i]}",
                ]
            )
            continue
        near = "c" if j in cues or j + 1 in cues else "d" if j + 2 in cues or j + 3 in cues else ""
        found.append(
            [
                f"a{w[j]}",
                f"b{b} {verb}",
                f"c{w[j]} {w[j + 1]}",
                f"d{a} {b}",
                f"e{b} {c[j + 1]} {c[j + 2]}",
                f"f{head} {b}",
                f"g{cue} {b}",
                f"h{b} {step(j - start)}",
                f"i{b} {step(clause.last - j)}",
                f"j{b} {min(3, commas)}",
                f"k{b} {min(2, joints)} {verb}",
                f"l{near} {b}",
                f"m{quoted} {b}",
                f"n{cue[0]} {b} {verb} {head}",
                f"o{w[j]} {c[j + 1]}",
                f"p{shape}{b}",
                f"A{w[j - 1]}",
                f"B{near} {b} {c[j + 1]}",
                f"C{w[j]} {head} {verb}",
                f"D{c[j - 2]} {a} {b}",
                f"E{w[j - 1]} {b}",
            ]
        )
    return found


def lefts(clause: Clause, i: int) -> list[int]:
    """Return the places before `i`, the end of content to the left of a cue, where that content may begin."""
    c = clause.classes
    first = clause.first
    return [first] + [
        s
        for s in range(max(first + 1, i - FARTHEST), i)
        if c[s - 1] in OPENS or c[s] in OPENS or c[s - 1] in VERBAL or c[s] == "DET"
    ]


def left_start_features(clause: Clause, cue: str, shape: str, end: int, starts: Sequence[int]) -> list[list[str]]:
    """Features of the places where content that ends at `end` may begin."""
    w, c = clause.words, clause.classes
    found = []
    for s in starts:
        first = s == clause.first
        found.append(
            [
                f"a{shape}{first}",
                f"b{cue} {first}",
                f"c{c[s - 1]} {c[s]}",
                f"d{w[s - 1]} {c[s]}",
                f"e{w[s]} {first}",
                f"f{step(end - s)} {shape}",
                f"g{step(s - clause.first)}",
                f"h{c[s - 2]} {c[s - 1]} {c[s]}",
                f"i{c[end]} {c[s - 1]}",
                f"j{c[s]} {c[s + 1]} {first}",
                f"k{c[end]} {first} {shape}",
                f"l{w[s - 1]}",
            ]
        )
    return found


def left_ends(clause: Clause, i: int) -> list[int]:
    """Return the places up to the cue at `i` where content to its left may end."""
    return list(range(max(clause.first + 1, i - 24), i + 1))


def left_end_features(clause: Clause, i: int, cue: str, shape: str, ends: Sequence[int]) -> list[list[str]]:
    """Features of the places where content before the cue may end."""
    w, c = clause.words, clause.classes
    found = []
    marks = 0
    for e in reversed(ends):
        marks += c[e] in BREAKS
        far = step(i - e)
        found.append(
            [
                f"a{shape}{far}",
                f"b{w[e]} {marks}",
                f"c{c[e - 1]} {c[e]} {shape}",
                f"d{c[e]} {c[e + 1]} {shape}",
                f"e{c[e]} {marks} {shape}",
                f"f{cue} {far}",
                f"g{cue} {c[e]} {marks}",
                f"h{w[e]} {w[e + 1]}",
                f"i{c[e]} {c[e + 1]} {c[e + 2]}",
                f"j{c[e]} {far}",
            ]
        )
    found.reverse()
    return found


def chunks(clause: Clause, i: int, cues: frozenset[int]) -> list[tuple[int, int]]:
    """Return the noun-like runs of tokens of the sentence, but for the cue at `i`: candidates for the source."""
    c = clause.classes
    found: list[tuple[int, int]] = []
    start = -1
    for at in range(clause.first, clause.last + 1):
        kind = c[at]
        inside = kind in NOMINAL and at != i and at < clause.last and not (at in cues and kind in ("W", "S", "E", "EN"))
        if start >= 0 and (
            not inside or kind in ("PRON", "WHO", "OBJ", "DET", "POSS") or c[at - 1] in ("PRON", "WHO", "OBJ")
        ):
            found.append((start, at))
            start = -1
        if inside and start < 0:
            start = at
    return found


def source_features(
    clause: Clause,
    i: int,
    cue: str,
    shape: str,
    candidates: Sequence[tuple[int, int]],
    content: Sequence[tuple[int, int]],
) -> list[list[str]]:
    """Features of the candidates for the source; the last, additional one is that there is none."""
    w, c = clause.words, clause.classes
    form = c[i]
    before = sum(end <= i for _, end in candidates)
    found = []
    for n, (start, end) in enumerate(candidates):
        side = "<" if end <= i else ">"
        rank = min(before - n, 5) if end <= i else min(n - before + 1, 4)
        gap = i - end if end <= i else start - i - 1
        inside = any(a < end and start < b for a, b in content)
        head, lead = c[end - 1], c[start - 1]
        found.append(
            [
                f"a{side}{rank} {shape}",
                f"b{side}{min(6, gap)} {form}",
                f"c{inside} {side}",
                f"d{side} {head} {rank}",
                f"e{side} {w[end - 1]}",
                f"f{side} {lead} {rank}",
                f"g{side} {w[start - 1]}",
                f"h{side} {c[end]} {c[end + 1]}",
                f"i{side} {rank} {form} {c[i - 1]}",
                f"j{cue} {side} {inside}",
                f"k{side} {c[start]} {head} {rank}",
                f"l{side} {c[end]} {rank}",
                f"m{form} {side} {rank} {cue[0]}",
                f"n{c[start]} {lead} {side}",
                f"o{w[i - 1]} {side} {rank}",
                f"p{w[i + 1]} {side} {rank}",
                f"q{side} {gap < 1} {head}",
                f"r{start == clause.first} {side} {head}",
                f"s{shape} {side} {c[i + 1]} {gap < 2}",
                f"t{cue} {side} {rank}",
            ]
        )
    found.append(
        [
            f"Z{shape}",
            f"Y{form} {c[i - 1]}",
            f"X{cue}",
            f"W{min(3, before)} {cue[0]}",
            f"V{w[i - 1]}",
            f"U{form} {c[i + 1]} {shape}",
        ]
    )
    return found
