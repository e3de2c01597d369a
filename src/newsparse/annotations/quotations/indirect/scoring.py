"""What `features` says, added up without making a feature: each is looked up part by part in nested tables.

Training needs features with names, a page of news needs their sums, thousands of times. Every function here gives the sum
of the weights of its namesake's features, which a test compares.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

from newsparse.annotations.quotations.indirect.clause import Clause
from newsparse.annotations.quotations.indirect.features import BREAKS, ENDS, STEPS, VERBAL
from newsparse.annotations.quotations.indirect.weights import Nested

E: Final[Mapping[str, Any]] = {}
"""What is known of a part that no feature has."""

_STEP = tuple(map(str, STEPS))
_SMALL = tuple(map(str, range(32)))
_BREAK = {kind: tuple(f"{kind}{far if far < 4 else 4 if far < 6 else 6}" for far in range(8)) for kind in ENDS}
_NEAR = range(1, 8)


def nearest_break(kinds: Sequence[str], i: int, way: int) -> str:
    """Return which mark stands within seven tokens of `i` on one side, and how far."""
    get = _BREAK.get
    for far in _NEAR:
        names = get(kinds[i + way * far])
        if names is not None:
            return names[far]
    return ""


def gate(t: Nested, clause: Clause, i: int, cue: str) -> int:
    """Score the word at `i` by the first features of a cue."""
    w, c = clause.words, clause.kinds
    word, c1, d1 = w[i], c[i + 1], c[i - 1]
    by_cue = t["q"].get(cue, E)
    score: int = t["b"].get("", 0) + t["w"].get(word, 0) + t["l"].get(cue, 0) + t["m"].get(word, E).get(w[i + 1], 0)
    score += t["o"].get(cue, E).get(c1, 0) + t["p"].get(cue, E).get(d1, 0) + by_cue.get(d1, E).get(c1, 0)
    return score


def cue(t: Nested, clause: Clause, i: int, cue: str, before: str, after: str) -> int:
    """Score the word at `i` by the other features of a cue."""
    w, c = clause.words, clause.kinds
    w2, p1, word, w1 = w[i - 2], w[i - 1], w[i], w[i + 1]
    d3, d2, d1, kind, c1, c2, c3 = c[i - 3 : i + 4]
    sort = cue[0]
    left, right = nearest_break(c, i, -1), nearest_break(c, i, 1)
    far, first = clause.last - i, i - clause.first
    length = _STEP[far if far < 19 else 19]
    score: int = t["n"].get(p1, E).get(word, 0) + t["r"].get(word, E).get(c1, E).get(c2, 0)
    score += t["s"].get(d2, E).get(d1, E).get(sort, 0) + t["t"].get(c1, E).get(c2, E).get(sort, 0)
    score += t["u"].get(d2, E).get(d1, E).get(kind, E).get(c1, 0) + t["v"].get(d1, E).get(kind, E).get(c1, E).get(c2, 0)
    score += t["x"].get(p1, 0) + t["y"].get(w1, 0) + t["z"].get(w1, E).get(w[i + 2], 0) + t["A"].get(w2, E).get(p1, 0)
    score += t["B"].get(left, E).get(right, 0) + t["C"].get(cue, E).get(left, 0) + t["D"].get(cue, E).get(right, 0)
    score += t["E"].get(c[clause.first], E).get(left, E).get(sort, 0)
    score += t["F"].get(before, E).get(sort, 0) + t["G"].get(after, E).get(sort, 0)
    score += t["H"].get(_STEP[first if first < 19 else 19], E).get(sort, 0) + t["I"].get(length, E).get(c1, 0)
    score += t["J"].get(d3, E).get(d2, E).get(d1, E).get(kind, 0) + t["K"].get(kind, E).get(c1, E).get(c2, E).get(c3, 0)
    score += t["L"].get(cue, E).get(length, 0)
    return score


def shape(t: Nested, clause: Clause, i: int, cue: str) -> int:
    """Score the cue at `i` by the features of the shape, for all shapes in one number."""
    w, c = clause.words, clause.kinds
    w2, p1, word, w1 = w[i - 2], w[i - 1], w[i], w[i + 1]
    d2, d1, kind, c1, c2, c3 = c[i - 2 : i + 4]
    sort = cue[0]
    left, right = nearest_break(c, i, -1), nearest_break(c, i, 1)
    far, near = clause.last - i, i - clause.first
    length, first = _STEP[far if far < 19 else 19], _STEP[near if near < 19 else 19]
    comma = next((at for at in range(i + 1, min(i + 16, clause.last)) if c[at] in BREAKS), 0)
    behind, rest = (c[comma + 1], _STEP[min(19, clause.last - comma)]) if comma else ("", "0")
    score: int = t[""].get("", 0) + t["a"].get(word, E).get(c1, 0) + t["b"].get(cue, E).get(d1, 0)
    score += t["c"].get(left, E).get(right, 0) + t["d"].get(cue, E).get(left, 0) + t["e"].get(cue, E).get(right, 0)
    score += t["f"].get(d2, E).get(d1, E).get(c1, 0) + t["g"].get(d1, E).get(c1, E).get(c2, 0)
    score += t["h"].get(w1, 0) + t["i"].get(p1, 0) + t["j"].get(length, E).get(c1, 0) + t["k"].get(first, E).get(left, 0)
    score += t["l"].get(cue, E).get(length, 0) + t["m"].get(first, E).get(right, E).get(sort, 0)
    score += t["n"].get(c[clause.first], E).get(left, 0) + t["o"].get(d2, E).get(d1, E).get(kind, E).get(c1, 0)
    score += t["p"].get(d1, E).get(kind, E).get(c1, E).get(c2, 0) + t["q"].get(w2, E).get(p1, 0)
    score += t["r"].get(w1, E).get(w[i + 2], 0) + t["s"].get(c1, E).get(c2, E).get(c3, 0)
    score += t["t"].get(word, 0) + t["u"].get(cue, 0) + t["v"].get(word, E).get(w1, 0)
    score += t["w"].get(cue, E).get(d1, E).get(c1, 0) + t["x"].get(left, E).get(behind, E).get(rest, 0)
    score += t["y"].get(left[:1], E).get(behind, E).get(sort, 0) + t["z"].get(right, E).get(behind, E).get(rest, 0)
    return score


def start(t: Nested, clause: Clause, i: int, cue: str, shape: str, s: int, complementizer: int) -> int:
    """Score a place `s` behind the cue where content may begin."""
    w, c = clause.words, clause.kinds
    far = _SMALL[min(13, s - i)]
    that = "-" if not complementizer else "=" if s == complementizer else "<" if s < complementizer else ">"
    p, q = c[s - 1], c[s]
    before, word = w[s - 1], w[s]
    score: int = t["a"].get(shape + far, 0) + t["b"].get(shape + that, 0) + t["c"].get(far, E).get(cue, 0)
    score += t["d"].get(q, E).get(far, 0) + t["e"].get(before, 0) + t["f"].get(word, 0) + t["g"].get(p, E).get(q, 0)
    score += t["h"].get(p, E).get(q, E).get(c[s + 1], 0) + t["i"].get(cue, E).get(before, 0)
    score += t["j"].get(cue, E).get(q, 0) + t["l"].get(before, E).get(word, 0) + t["n"].get(w[i], E).get(that, E).get(far, 0)
    return score


def last_end(t: Nested, clause: Clause, i: int, cue: str, shape: str, start: int, last: int) -> int:
    """Score the sentence's end, `last`, as the end of content that begins at `start`."""
    inside = clause.kinds[start:last]
    head, size = inside[0], _STEP[min(19, last - start)]
    verb = "" if VERBAL.isdisjoint(inside) else "v"
    score: int = t["z"].get(shape, 0) + t["y"].get(head, E).get(verb, 0) + t["x"].get(cue, 0)
    score += t["w"].get(size, E).get(cue[0], 0) + t["v"].get(_SMALL[min(3, inside.count(","))], E).get(shape, 0)
    score += t["u"].get(_SMALL[inside.count('"') % 2], 0) + t["t"].get(head, E).get(size, 0)
    score += t["s"].get(cue, E).get(head, 0) + t["r"].get(clause.words[start], 0) + t["q"].get(clause.words[i], 0)
    return score


def ends(t: Nested, clause: Clause, cue: str, start: int, places: Sequence[int]) -> list[int]:
    """Score every one of `places` before the sentence's end, for content that begins at `start`."""
    w, c, cues = clause.words, clause.kinds, clause.cues
    tb, tc, td, te, th, ti, tj, tB, tC = (t[letter] for letter in "bcdehijBC")
    tg = t["g"].get(cue, E)
    head, full = c[start], clause.last
    found: list[int] = []
    commas = 0
    verb = quoted = ""
    at = start
    for j in places:
        while at < j:
            kind = c[at]
            if kind in VERBAL:
                verb = "v"
            elif kind == ",":
                commas += 1
            elif kind == '"':
                quoted = "" if quoted else "q"
            at += 1
        b, d, word, far, rest = c[j], c[j + 1], w[j], j - start, full - j
        near = "c" if j in cues or j + 1 in cues else "d" if j + 2 in cues or j + 3 in cues else ""
        found.append(
            tb.get(b, E).get(verb, 0)
            + tc.get(word, E).get(w[j + 1], 0)
            + td.get(c[j - 1], E).get(b, 0)
            + te.get(b, E).get(d, E).get(c[j + 2], 0)
            + tg.get(b, 0)
            + th.get(b, E).get(_STEP[far if far < 19 else 19], 0)
            + ti.get(b, E).get(_STEP[rest if rest < 19 else 19] + quoted, 0)
            + tj.get(b, E).get(_SMALL[commas if commas < 3 else 3], 0)
            + tB.get(near, E).get(b, E).get(d, 0)
            + tC.get(word, E).get(head, E).get(verb, 0)
        )
    return found


def left_ends(t: Nested, clause: Clause, i: int, cue: str, shape: str, places: Sequence[int]) -> list[int]:
    """Score the places where content before the cue may end."""
    w, c = clause.words, clause.kinds
    ta, tb, tc, td, te, th, ti, tj = (t[letter] for letter in "abcdehij")
    tf, tg = t["f"].get(cue, E), t["g"].get(cue, E)
    found: list[int] = []
    marks = 0
    for e in reversed(places):
        b, d, word, distance = c[e], c[e + 1], w[e], i - e
        if b in BREAKS:
            marks += 1
        count, far = _SMALL[marks], _STEP[distance if distance < 19 else 19]
        found.append(
            ta.get(shape + far, 0)
            + tb.get(word, E).get(count, 0)
            + tc.get(c[e - 1], E).get(b, E).get(shape, 0)
            + td.get(b, E).get(d, E).get(shape, 0)
            + te.get(b, E).get(count, E).get(shape, 0)
            + tf.get(far, 0)
            + tg.get(b, E).get(count, 0)
            + th.get(word, E).get(w[e + 1], 0)
            + ti.get(b, E).get(d, E).get(c[e + 2], 0)
            + tj.get(b, E).get(far, 0)
        )
    found.reverse()
    return found


def left_starts(t: Nested, clause: Clause, cue: str, shape: str, end: int, places: Sequence[int]) -> list[int]:
    """Score the places where content that ends at `end` may begin."""
    w, c = clause.words, clause.kinds
    tb, tc, td, te, tf, tg, th, tj, tl = (t[letter] for letter in "bcdefghjl")
    behind = c[end]
    ti, tk = t["i"].get(behind, E), t["k"].get(behind, E)
    found: list[int] = []
    for s in places:
        first = "1" if s == clause.first else ""
        a, b, before, size, place = c[s - 1], c[s], w[s - 1], end - s, s - clause.first
        found.append(
            t["a"].get(shape + first, 0)
            + tb.get(cue, E).get(first, 0)
            + tc.get(a, E).get(b, 0)
            + td.get(before, E).get(b, 0)
            + te.get(w[s], E).get(first, 0)
            + tf.get(_STEP[size if size < 19 else 19], E).get(shape, 0)
            + tg.get(_STEP[place if place < 19 else 19], 0)
            + th.get(c[s - 2], E).get(a, E).get(b, 0)
            + ti.get(a, 0)
            + tj.get(b, E).get(c[s + 1], E).get(first, 0)
            + tk.get(first, E).get(shape, 0)
            + tl.get(before, 0)
        )
    return found


def source(
    t: Nested,
    clause: Clause,
    i: int,
    cue: str,
    shape: str,
    candidate: tuple[int, int, str, int],
    content: Sequence[tuple[int, int]],
) -> int:
    """Score a candidate for the source."""
    w, c = clause.words, clause.kinds
    start, end, side, rank = candidate
    gap = i - end if end <= i else start - i - 1
    inside = side
    for a, b in content:
        if a < end and start < b:
            inside = "=" + side
    form, head, lead, behind, begin = c[i], c[end - 1], c[start - 1], c[end], c[start]
    place = side + _SMALL[rank]
    score: int = t["a"].get(place, E).get(shape, 0) + t["b"].get(side + _SMALL[min(6, gap)], E).get(form, 0)
    score += t["c"].get(inside, 0) + t["d"].get(place, E).get(head, 0) + t["e"].get(side, E).get(w[end - 1], 0)
    score += t["f"].get(place, E).get(lead, 0) + t["g"].get(side, E).get(w[start - 1], 0)
    score += t["h"].get(side, E).get(behind, E).get(c[end + 1], 0) + t["i"].get(place, E).get(form, E).get(c[i - 1], 0)
    score += t["j"].get(cue, E).get(inside, 0) + t["k"].get(place, E).get(begin, E).get(head, 0)
    score += t["l"].get(place, E).get(behind, 0) + t["m"].get(form, E).get(place, E).get(cue[0], 0)
    score += t["n"].get(begin, E).get(lead, E).get(side, 0) + t["o"].get(w[i - 1], E).get(place, 0)
    score += t["p"].get(w[i + 1], E).get(place, 0)
    score += t["r"].get("True" if start == clause.first else "False", E).get(side, E).get(head, 0)
    score += t["s"].get(shape, E).get(side, E).get(c[i + 1], E).get("True" if gap < 2 else "False", 0)
    score += t["t"].get(cue, E).get(place, 0)
    return score


def no_source(t: Nested, clause: Clause, i: int, cue: str, shape: str) -> int:
    """Score there being no source."""
    w, c = clause.words, clause.kinds
    kind = c[i]
    score: int = t["Z"].get(shape, 0) + t["Y"].get(kind, E).get(c[i - 1], 0) + t["X"].get(cue, 0)
    score += t["V"].get(w[i - 1], 0) + t["U"].get(kind, E).get(c[i + 1], E).get(shape, 0)
    return score
