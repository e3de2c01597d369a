"""Blocks to tree: front matter, contents, sections, lists, figures, interviews."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from newsparse.blocks import Block, BlockType
from newsparse.languages import Language
from newsparse.model import Interview, Node, Section, Span, Turn
from newsparse.readers import Source
from newsparse.structure.interviews import InterviewPlan, Interviews, find_interviews
from newsparse.structure.leaves import LeafMaker, grouped
from newsparse.structure.outline import Outline

FRONT = frozenset(
    {"headline", "alternative_headline", "byline", "dateline", "contents_title", "contents_entry", "furniture"}
)
"""What may stand before the lead without being part of it."""


@attrs.define
class _OpenSection:
    """A section whose end is not reached yet."""

    depth: int
    rule: str
    children: list[Node] = attrs.field(factory=list)

    def close(self) -> Section:
        children = tuple(self.children)
        span = Span(children[0].span.start, children[-1].span.end)
        return Section(span=span, rule=self.rule, depth=self.depth, children=children)


@attrs.define
class _Tree:
    """The tree so far: finished nodes, and the sections that are open, each deeper than the one before it."""

    done: list[Node] = attrs.field(factory=list)
    open: list[_OpenSection] = attrs.field(factory=list)
    leads: int = 0

    def add(self, nodes: Sequence[Node]) -> None:
        """Put `nodes` into the innermost open section; without one, they start the lead (or what follows an interview)."""
        if not self.open:
            self.open.append(_OpenSection(depth=1, rule="section.after-interview" if self.leads else "section.lead"))
            self.leads += 1
        self.open[-1].children.extend(nodes)

    def start(self, depth: int, heading: Node) -> None:
        """Open a section at `depth`; the ones that are as deep or deeper end. The lead ends with the first heading."""
        self.end(depth)
        self.leads += 1
        self.open.append(_OpenSection(depth=depth, rule="section.heading", children=[heading]))

    def end(self, depth: int) -> None:
        """Close the open sections that are at least `depth` deep; those without a heading are never parents."""
        while self.open and (self.open[-1].depth >= depth or self.open[-1].rule != "section.heading"):
            closed = self.open.pop().close()
            (self.open[-1].children if self.open else self.done).append(closed)


def build(source: Source, blocks: Sequence[Block], language: Language) -> Outline:
    """Return the document tree of `blocks`."""
    authors = source.metadata.authors.value if source.metadata.authors else ()
    interviews = find_interviews(source.text, blocks, language, authors)
    make = LeafMaker(source=source, language=language, first_id=len(interviews.speakers))
    tree = _Tree()
    plans = {plan.first: _without_furniture(plan, blocks) for plan in interviews.plans}
    last = max((at for at, block in enumerate(blocks) if block.type not in FRONT), default=-1)
    last = max((last, *(plan.last - 1 for plan in plans.values())))
    run: list[Block] = []
    at = 0

    def flush() -> None:
        if not run:
            return
        nodes = grouped(run, make)
        if tree.open or tree.leads or any(block.type not in FRONT for block in run):
            tree.add(nodes)
        else:
            tree.done.extend(nodes)
        run.clear()

    while at <= last:
        block = blocks[at]
        plan = plans.get(at)
        if plan is not None:
            flush()
            node = _interview(blocks, plan, interviews, make)
            if plan.headline is None:
                tree.add([node])
            else:
                tree.end(0)
                tree.leads += 1
                tree.done.append(node)
            at = plan.last
            continue
        if block.type == "heading":
            flush()
            tree.start(block.depth, make.leaf(block))
        elif not tree.open and not tree.leads and block.type not in FRONT and run and run[-1].type in FRONT:
            flush()  # the front matter ends here, and the lead begins
            run.append(block)
        else:
            run.append(block)
        at += 1
    flush()
    tree.end(0)
    tree.done.extend(grouped(blocks[last + 1 :], make))
    return Outline(
        children=tuple(tree.done), people=(*interviews.speakers, *make.people), diagnostics=tuple(make.diagnostics)
    )


def _without_furniture(plan: InterviewPlan, blocks: Sequence[Block]) -> InterviewPlan:
    """An interview ends with its last words: the buttons and teasers after them are the page's."""
    least = plan.turns[-1].first + 1 if plan.turns else plan.first + 1
    end = plan.last
    while end > least and blocks[end - 1].type == "furniture":
        end -= 1
    turns = tuple(turn if turn.last <= end else attrs.evolve(turn, last=end) for turn in plan.turns)
    return plan if end == plan.last else attrs.evolve(plan, last=end, turns=turns)


def _interview(blocks: Sequence[Block], plan: InterviewPlan, interviews: Interviews, make: LeafMaker) -> Interview:
    children: list[Node] = []
    at = plan.first
    if plan.headline is not None:
        children.extend(grouped(blocks[at : plan.headline], make))
        children.append(make.heading(blocks[plan.headline]))
        at = plan.headline + 1
    for turn in plan.turns:
        children.extend(grouped(blocks[at : turn.first], make))
        first = blocks[turn.first]
        own = first._replace(
            type=_type_in_turn(first) if first.type in {"list_item", "block_quote", "table"} else "paragraph",
            content_start=max(first.start, min(turn.content_start, first.content_end)),
            rule=turn.rule,
        )
        rest = (block._replace(type=_type_in_turn(block)) for block in blocks[turn.first + 1 : turn.last])
        words = tuple(grouped((own, *rest), make))
        children.append(
            Turn(
                span=Span(words[0].span.start, words[-1].span.end),
                rule=turn.rule,
                children=words,
                speaker=None if turn.speaker is None else interviews.speakers[turn.speaker],
                role=turn.role,
                label=turn.label,
            )
        )
        at = turn.last
    children.extend(grouped(blocks[at : plan.last], make))
    span = Span(children[0].span.start, children[-1].span.end)
    return Interview(span=span, rule=plan.rule, children=tuple(children))


def _type_in_turn(block: Block) -> BlockType:
    """What a block of a turn is: `<dt>Why?</dt><dd>Because.</dd>` are its paragraphs."""
    if block.type == "list_item" and block.hints is not None and block.hints.tag in {"dt", "dd"}:
        return "paragraph"
    return block.type
