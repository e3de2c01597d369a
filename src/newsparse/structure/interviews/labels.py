"""The lines that begin with a label, and how likely each label is to name a speaker."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import Literal, NamedTuple, TypeAlias

from newsparse.blocks import Block
from newsparse.blocks.labels import REACH, LabelShape, label_at, letter_at
from newsparse.structure.interviews.vocabulary import Vocabulary

LabelKind: TypeAlias = Literal["question", "answer", "role", "titled", "initials", "name", "other", "nobody"]

_TOKEN = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_ALIAS = re.compile(r"\(\s*([^\W\d_]{1,5})\s*\)[\s.*_]*$")
_CLAUSE = re.compile(r"[–—-]\s+(?:\S+\s+){2}\S")  # `PORT LINDA (Wire) — The port’s spokesman said:` is no label
_WORDED = re.compile(r"[*_]{0,3}(?P<label>[^\W\d_]{4,10})\s{0,2}[.](?:\s?[-–—])?[*_]{0,3}\s")
_LOWER = re.compile(r"(?<![\w'’-])[a-zß-öø-ÿ]\w{2,}")
_NOTHING = re.compile(r"(?:\s*(?:to|-|–)?\s*\[?\d{1,2}:\d\d(?::\d\d)?\]?)*\s*")
_MAX_WORDS = 7
_LONGEST_NAME = 40


class Label(NamedTuple):
    """A label where it stands: `block` it begins, its words' extent, and where the turn's words begin."""

    block: int
    start: int
    end: int
    after: int
    key: tuple[str, ...]
    """Its words, case folded, without honorifics: what makes two labels one speaker."""
    kind: LabelKind
    honorifics: tuple[str, ...]
    alias: str
    """The initials that it introduces: `MF` in `Maria Fenn (MF)`."""
    stamped: bool
    named: int = 0
    """Where the name ends if what the person is follows: `ANN LEE, HOST`."""
    asks: bool = False
    """Whether that is one who asks."""
    leads: bool = False
    """Whether it, or the label itself, is one who leads a programme: `ANN LEE, HOST`, `Moderator`."""


def find_labels(text: str, blocks: Sequence[Block], words: Vocabulary) -> list[Label]:
    """Return the labelled blocks in order; two or three string operations for a block that has no label.

    What the reader took for the page's furniture has none: `Share: …` beside an article is nobody's turn.
    """
    found: list[Label] = []
    alone = _alone(text, blocks)
    for at, block in enumerate(blocks):
        if block.rule == "furniture.region":
            continue
        start, end = block.start, block.end
        if alone and text[start:end] in alone and (label := _standing_alone(text, at, block, words)) is not None:
            found.append(label)
            continue
        second = text[start + 1 : start + 3]
        if text.find(":", start, min(end, start + REACH)) < 0 and not _may_be_letter(text[start], second):
            worded = _WORDED.match(text, start, end) if "." in text[start + 4 : start + 16] else None
            if worded is None or worded["label"].casefold() not in words.questions | words.answers:
                continue
        if block.type in {"contents_entry", "contents_title", "headline"} or text.startswith("* ", start):
            continue
        label = _read(text, at, block, words)
        if label is not None:
            found.append(label)
    return found


def _alone(text: str, blocks: Sequence[Block]) -> frozenset[str]:
    """Names on lines of their own in a page, each twice and more: `<dt>Courier</dt><dd>Why?</dd><dt>Ada Lund</dt><dd>…`."""
    lines = Counter(
        text[block.start : block.end]
        for block in blocks
        if block.end - block.start <= _LONGEST_NAME
        and block.hints is not None
        and block.rule != "furniture.region"
        and text[block.start].isupper()
        and text[block.end - 1].isalpha()
    )
    often = {line for line, times in lines.items() if times > 1}
    return frozenset(often) if len(often) > 1 else frozenset()


def _standing_alone(text: str, at: int, block: Block, words: Vocabulary) -> Label | None:
    """The label that a line of a name is, if its words are written as names are."""
    tokens = _TOKEN.findall(text[block.start : block.end])
    folded = [token.casefold() for token in tokens]
    titles = 0
    while titles < len(folded) - 1 and folded[titles] in words.honorifics:
        titles += 1
    key = tuple(folded[titles:])
    kind = _kind(tokens, folded, titles, key, words, colon=True)
    if kind not in {"question", "answer", "role", "titled", "initials", "name"}:
        return None
    key = (kind,) if kind in {"question", "answer"} else key
    return Label(at, block.start, block.end, block.end, key, kind, tuple(tokens[:titles]), "", stamped=False)


def speaking(text: str, blocks: Sequence[Block], labels: Sequence[Label]) -> tuple[list[Label], frozenset[int]]:
    """Return the labels below which something is said, and the blocks of the others.

    `Break: [12:30]` or `Her view of prices:` with the next label right below says nothing, so nobody speaks.
    """
    kept: list[Label] = []
    silent: set[int] = set()
    for label in labels:
        if kept and kept[-1].block == label.block - 1:
            last = kept[-1]
            if _NOTHING.fullmatch(text, last.after, blocks[last.block].end):
                silent.add(kept.pop().block)
        kept.append(label)
    return kept, frozenset(silent)


def _may_be_letter(first: str, second: str) -> bool:
    """Whether a line may begin with a letter as its label: `Q. `, `Q - `, `Q1. `, bare `Q`, `**Q`."""
    return (first.isupper() and not second[:1].isalpha()) or first in "*_"


def _read(text: str, at: int, block: Block, words: Vocabulary) -> Label | None:
    shape = label_at(text, block.start, block.end)
    if shape is not None and shape.colon and _letter_first(text, shape):
        shape = letter_at(text, block.start, block.end) or shape
    if shape is None:
        worded = _WORDED.match(text, block.start, block.end)
        if worded is None or worded["label"].casefold() not in words.questions | words.answers:
            return None
        start, end = worded.span("label")
        after, stamped, colon = worded.end(), False, False
    else:
        start, end, after, stamped, colon = shape
    label = text[start:end]
    if _CLAUSE.search(label):
        return None
    alias = _ALIAS.search(label)
    tokens = _TOKEN.findall(label[: alias.start()] if alias else label)
    if not tokens or len(tokens) > _MAX_WORDS:
        return None
    office = _office(label, words)
    if office:
        tokens = tokens[: -len(office)]
    folded = [token.casefold() for token in tokens]
    titles = 0
    while titles < len(folded) - 1 and folded[titles] in words.honorifics and not folded[titles + 1].isdigit():
        titles += 1
    key = tuple(word for word in folded[titles:] if word not in words.degrees) or tuple(folded[titles:])
    kind = _kind(tokens, folded, titles, key, words, colon=colon)
    if kind == "nobody" and not stamped:
        return None
    if kind in {"question", "answer"}:
        key = (kind,)
    return Label(
        at,
        start,
        end,
        after,
        key,
        kind,
        tuple(tokens[:titles]),
        alias[1].casefold() if alias else "",
        stamped,
        start + label.index(",") if office else 0,
        bool(office) and office[-1].casefold() in words.askers,
        (office[-1].casefold() if office else folded[-1]) in words.leads,
    )


def _office(label: str, words: Vocabulary) -> list[str]:
    """What a full name in a label is told to be: `CNN ANCHOR` in `ANN LEE, CNN ANCHOR`; degrees and places are no office."""
    name, _, rest = label.partition(",")
    office = [] if "(" in rest else _TOKEN.findall(rest)
    if not office or len(_TOKEN.findall(name)) < 2:
        return []
    last = office[-1].casefold()
    return office if last in words.askers or last in words.others or last in words.honorifics else []


def _letter_first(text: str, shape: LabelShape) -> bool:
    """`Q    And one more thing: why?`, `R. Le dije: no`: the colon belongs to the words, not to the label."""
    head, _, rest = text[shape.start : shape.end].partition(" ")
    head = head.split("\xa0")[0].rstrip(".)-")
    return len(head) == 1 and (head == "Q" or any(word[0].islower() for word in rest.split())) and not rest.isdigit()


def _kind(
    tokens: list[str], folded: list[str], titles: int, key: tuple[str, ...], words: Vocabulary, *, colon: bool
) -> LabelKind:
    marker = folded[0] if len(folded) == 1 or (len(folded) == 2 and folded[1].isdigit()) else ""
    bare = marker.rstrip("0123456789") or marker
    if bare in words.questions and (tokens[0][0].isupper()):
        return "question"
    if bare in words.answers and (tokens[0][0].isupper()):
        return "answer"
    if not colon:
        return "nobody"
    if " ".join(folded) in words.not_speakers or folded[0] in {"http", "https"}:
        return "nobody"
    if folded[-1].isdigit() and len(folded) == 2 and folded[0] in words.not_speakers:
        return "nobody"
    return _speaker_kind(tokens, folded, titles, key, words)


def _speaker_kind(
    tokens: list[str], folded: list[str], titles: int, key: tuple[str, ...], words: Vocabulary
) -> LabelKind:
    last = folded[-1] if not folded[-1].isdigit() else folded[-2] if len(folded) > 1 else ""
    between = tokens[:-1] if last == folded[-1] else tokens[:-2]
    capitals = all(token[0].isupper() or token.casefold() in words.particles for token in between)
    if (last in words.askers or last in words.others) and capitals and len(folded) <= 4:
        return "role"  # "Senior Editor", "Audience member", "Speaker 2"; not "Here is a question"
    if folded[0] in words.others and len(folded) <= 4 and tokens[0][0].isupper():
        return "role"  # "Member of the audience"
    if titles and len(key) <= 3:
        return "titled"
    rest = tokens[titles:]
    if len(rest) == 1 and len(rest[0]) <= 4 and rest[0].isupper() and rest[0].isalpha():
        return "initials"
    if 2 <= len(rest) <= 3 and all(len(token) == 1 and token.isupper() for token in rest):
        return "initials"  # `C. A.`, `J.-P. M.`
    cased = [token for token in rest if token.casefold() not in words.particles]
    if len(rest) <= 5 and cased and all(token[0].isupper() or token[0].isdigit() for token in cased):
        return "name"
    return "other"


def common_words(text: str) -> frozenset[str]:
    """The words that the text writes in lower case: `Water:` is no speaker where `water` occurs."""
    return frozenset(_LOWER.findall(text))


def by_key(labels: Sequence[Label]) -> dict[tuple[str, ...], list[Label]]:
    """The labels of each key, in order of first appearance."""
    groups: defaultdict[tuple[str, ...], list[Label]] = defaultdict(list)
    for label in labels:
        groups[label.key].append(label)
    return dict(groups)
