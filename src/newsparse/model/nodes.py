"""The document tree: what every stretch of the text is.

Every node has a `type`, a `span`, and a `rule`: the stable dotted name of the rule that decided what it is. A leaf also has
`content`, the span without bullet, number or label, and `text`, which always equals `article.text[content.start:content.end]`.
A branch has `children`, in document order. The classes are closed to subclassing: match on them.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar, Literal, TypeAlias

import attrs

from newsparse.model.annotations import Entity
from newsparse.model.span import Span

FurnitureKind: TypeAlias = Literal[
    "share", "comments", "subscribe", "navigation", "related", "teaser", "advertisement", "credit", "source",
    "call_to_action", "empty_label", "legal", "media", "other",
]  # fmt: skip
Role: TypeAlias = Literal["question", "answer", "statement"]


@attrs.frozen(kw_only=True)
class Leaf:
    """What every leaf has. `path` finds the block in the page again (an XPath); it is None for plain text."""

    type: ClassVar[str]

    span: Span
    content: Span
    text: str
    rule: str
    path: str | None = None


@attrs.frozen(kw_only=True)
class Branch:
    """What every inner node has."""

    type: ClassVar[str]

    span: Span
    rule: str
    children: tuple[Node, ...]

    def leaves(self) -> Iterator[AnyLeaf]:
        """The leaves below this node, in document order."""
        return leaves_of(self.children)


@attrs.frozen(kw_only=True)
class Headline(Leaf):
    """The article's headline; `repeated` marks a further copy of it."""

    type: ClassVar[str] = "headline"
    repeated: bool = False


@attrs.frozen(kw_only=True)
class AlternativeHeadline(Leaf):
    """Kicker (above the headline), standfirst or deck (below it)."""

    type: ClassVar[str] = "alternative_headline"


@attrs.frozen(kw_only=True)
class Byline(Leaf):
    """Who wrote it: `By …`."""

    type: ClassVar[str] = "byline"
    authors: tuple[Entity, ...] = ()


@attrs.frozen(kw_only=True)
class Dateline(Leaf):
    """Where and when it was filed, on a line of its own: `GENEVA, Feb 3 (Wire)`."""

    type: ClassVar[str] = "dateline"
    location: Span | None = None
    date: Span | None = None


@attrs.frozen(kw_only=True)
class ContentsTitle(Leaf):
    """The title of a table of contents."""

    type: ClassVar[str] = "contents_title"


@attrs.frozen(kw_only=True)
class ContentsEntry(Leaf):
    """One entry of a table of contents; `target` is the span of the line that it names, if the text has it."""

    type: ClassVar[str] = "contents_entry"
    target: Span | None = None


@attrs.frozen(kw_only=True)
class Heading(Leaf):
    """A section's heading; depth 1 is the outermost."""

    type: ClassVar[str] = "heading"
    depth: int = 1


@attrs.frozen(kw_only=True)
class Paragraph(Leaf):
    """A paragraph of running text."""

    type: ClassVar[str] = "paragraph"


@attrs.frozen(kw_only=True)
class ListItem(Leaf):
    """One item of a list; `content` leaves out its bullet or number. Depth 1 is the outermost."""

    type: ClassVar[str] = "list_item"
    depth: int = 1


@attrs.frozen(kw_only=True)
class BlockQuote(Leaf):
    """A quotation set off from the text, also one whose marks were lost."""

    type: ClassVar[str] = "block_quote"


@attrs.frozen(kw_only=True)
class Caption(Leaf):
    """What a picture shows."""

    type: ClassVar[str] = "caption"


@attrs.frozen(kw_only=True)
class Credit(Leaf):
    """Whose picture it is."""

    type: ClassVar[str] = "credit"


@attrs.frozen(kw_only=True)
class Table(Leaf):
    """A table; `rows` holds the spans of its cells."""

    type: ClassVar[str] = "table"
    rows: tuple[tuple[Span, ...], ...] = ()


@attrs.frozen(kw_only=True)
class Correction(Leaf):
    """A correction or an editor's note."""

    type: ClassVar[str] = "correction"


@attrs.frozen(kw_only=True)
class Furniture(Leaf):
    """What is not the article: buttons, teasers, comment forms, leaked templates."""

    type: ClassVar[str] = "furniture"
    kind: FurnitureKind


@attrs.frozen(kw_only=True)
class Contents(Branch):
    """A table of contents: its title, if it has one, and its entries."""

    type: ClassVar[str] = "contents"


@attrs.frozen(kw_only=True)
class ListBlock(Branch):
    """A list."""

    type: ClassVar[str] = "list"
    ordered: bool = False


@attrs.frozen(kw_only=True)
class Figure(Branch):
    """A picture, as far as text tells of it: caption and credit."""

    type: ClassVar[str] = "figure"


@attrs.frozen(kw_only=True)
class Section(Branch):
    """A heading and what stands under it, deeper sections included. The lead section has no heading."""

    type: ClassVar[str] = "section"
    depth: int = 1

    @property
    def heading(self) -> Heading | None:
        """The section's heading, its first child; None for the lead."""
        first = self.children[0] if self.children else None
        return first if isinstance(first, Heading) else None


@attrs.frozen(kw_only=True)
class Turn(Branch):
    """One speaker's turn, one or more paragraphs. `label` spans the words that name the speaker, without the colon."""

    type: ClassVar[str] = "turn"
    speaker: Entity | None
    role: Role
    label: Span | None = None

    @property
    def text(self) -> str:
        """The turn's words, one paragraph a line, without its label."""
        return "\n".join(leaf.text for leaf in leaves_of(self.children) if not isinstance(leaf, Furniture))


@attrs.frozen(kw_only=True)
class Exchange:
    """A question and the answer to it; either may be missing at the ends."""

    question: Turn | None
    answer: Turn | None


@attrs.frozen(kw_only=True)
class Interview(Branch):
    """A question-and-answer block."""

    type: ClassVar[str] = "interview"

    @property
    def headline(self) -> Headline | Heading | None:
        """The interview's own headline, where it has one."""
        first = self.children[0] if self.children else None
        return first if isinstance(first, Headline | Heading) else None

    @property
    def turns(self) -> tuple[Turn, ...]:
        """The turns, in order."""
        return tuple(child for child in self.children if isinstance(child, Turn))

    @property
    def introduction(self) -> tuple[Node, ...]:
        """What stands between the headline and the first turn."""
        return tuple(self.children[1 if self.headline else 0 : self._turn_positions()[0]])

    @property
    def closing(self) -> tuple[Node, ...]:
        """What stands after the last turn."""
        return tuple(self.children[self._turn_positions()[-1] + 1 :])

    @property
    def exchanges(self) -> tuple[Exchange, ...]:
        """Questions with their answers, in order; statements belong to none."""
        found: list[Exchange] = []
        question: Turn | None = None
        for turn in self.turns:
            if turn.role == "question":
                if question is not None:
                    found.append(Exchange(question=question, answer=None))
                question = turn
            elif turn.role == "answer":
                found.append(Exchange(question=question, answer=turn))
                question = None
        if question is not None:
            found.append(Exchange(question=question, answer=None))
        return tuple(found)

    @property
    def participants(self) -> tuple[Entity, ...]:
        """Everyone who speaks, in order of appearance."""
        found: dict[int, Entity] = {}
        for turn in self.turns:
            if turn.speaker is not None:
                found.setdefault(turn.speaker.id, turn.speaker)
        return tuple(found.values())

    def _turn_positions(self) -> list[int]:
        return [at for at, child in enumerate(self.children) if isinstance(child, Turn)]


AnyLeaf: TypeAlias = (
    Headline | AlternativeHeadline | Byline | Dateline | ContentsTitle | ContentsEntry | Heading | Paragraph | ListItem
    | BlockQuote | Caption | Credit | Table | Correction | Furniture
)  # fmt: skip
AnyBranch: TypeAlias = Contents | ListBlock | Figure | Section | Turn | Interview
Node: TypeAlias = AnyLeaf | AnyBranch

LEAVES: tuple[type[AnyLeaf], ...] = (
    Headline, AlternativeHeadline, Byline, Dateline, ContentsTitle, ContentsEntry, Heading, Paragraph, ListItem,
    BlockQuote, Caption, Credit, Table, Correction, Furniture,
)  # fmt: skip
BRANCHES: tuple[type[AnyBranch], ...] = (Contents, ListBlock, Figure, Section, Turn, Interview)


def walk(nodes: tuple[Node, ...]) -> Iterator[Node]:
    """Every node in document order, parents before their children."""
    waiting: list[Node] = list(reversed(nodes))
    while waiting:
        node = waiting.pop()
        yield node
        if isinstance(node, Branch):
            waiting.extend(reversed(node.children))


def leaves_of(nodes: tuple[Node, ...]) -> Iterator[AnyLeaf]:
    """The leaves in document order."""
    waiting: list[Iterator[Node]] = [iter(nodes)]
    while waiting:
        for node in waiting[-1]:
            if isinstance(node, Branch):
                waiting.append(iter(node.children))
                break
            yield node
        else:
            waiting.pop()
