"""Attacks, strikes, front lines and ceasefire violations."""

from __future__ import annotations

import re
from functools import cache
from typing import get_args

from newsparse import Span
from newsparse.analysis import find_status
from newsparse_conflict.context import Context, lexicon
from newsparse_conflict.model import Attack, AttackKind, Change, FrontLine, GroundKind, StrikeKind, Violation


def may_tell(context: Context) -> bool:
    """Whether a sentence has any word that an attack, a strike or a breach is told by: one look in place of ten."""
    return context.says(_any())


@cache
def _any() -> str:
    attacks, strikes = lexicon()["attacks"], lexicon()["strikes"]
    words = [attacks[kind] for kind in get_args(GroundKind)] + [strikes[kind] for kind in get_args(StrikeKind)]
    return "|".join([*words, lexicon()["violations"]["breach"]])


def find_attack(context: Context) -> Attack | None:
    """Return the attack on the ground that a sentence reports, or None."""
    table = lexicon()["attacks"]
    acts = ((kind, _act(context, table[kind])) for kind in get_args(GroundKind))
    return next((_attack(context, act, kind) for kind, act in acts if act), None)


def find_strike(context: Context) -> Attack | None:
    """Return the strike from the air or from afar that a sentence reports, or None: the weapon alone is no strike."""
    table = lexicon()["strikes"]
    acts = ((kind, _act(context, table[kind])) for kind in get_args(StrikeKind))
    return next((_attack(context, act, kind) for kind, act in acts if act and context.says(table["verb"])), None)


def _attack(context: Context, act: Span, kind: AttackKind) -> Attack:
    attacker, target = _sides(context, act)
    return Attack(
        **context.links(act),
        kind=kind,
        status=find_status(context.text, context.start, context.end).modality,
        attacker=attacker,
        target=target,
        place=context.where(),
    )


def find_front_line(context: Context) -> FrontLine | None:
    """Return the change at a front that a sentence reports, or None."""
    table = lexicon()["front"]
    if not context.says(table["near"]):
        return None
    for change in get_args(Change):
        if act := _act(context, table[change]):
            side, where = _sides(context, act)
            return FrontLine(**context.links(act), change=change, side=side, where=where)
    return None


def find_violation(context: Context) -> Violation | None:
    """Return the breach of a ceasefire that a sentence reports, or None."""
    table = lexicon()["violations"]
    act = _act(context, table["breach"])
    if act is None or not context.says(table["truce"]):
        return None
    accused = _accused(context, act)
    return Violation(
        **context.links(act),
        denied=context.says(table["denial"]),
        by=accused or _sides(context, act)[0],
        source=context.source(),
    )


def _act(context: Context, words: str) -> Span | None:
    match = context.look(words)
    return Span(match.start(), match.end()) if match else None


_WORD = r"[A-ZÀ-Þ][\w’'-]*(?:\.(?=[A-Z\s][\w.]))?"
_BODIES = "forces|troops|army|rebels|militants|fighters|soldiers|police|military|insurgents|warplanes|jets|officials"
_NAME = rf"(?:the\s)?{_WORD}(?:\s(?:(?:of\s|and\s|the\s)?{_WORD}|(?:{_BODIES})(?!\w))){{0,6}}"


@cache
def _phrases() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """A side by its name; one that `by` makes the doer; one that is accused."""
    return (
        re.compile(rf"(?<![\w’'-]){_NAME}"),
        re.compile(rf"\bby\s(?:an?\s)?(?P<name>{_NAME})"),
        re.compile(rf"\b(?:accus(?:ed|es|ing)|blam(?:ed|es|ing))\s(?P<name>{_NAME})"),
    )


def _sides(context: Context, act: Span) -> tuple[Span | None, Span | None]:
    """Who acts and whom or what it strikes: the names beside the act, the other way round before `by`."""
    name, by, _ = _phrases()
    before = [Span(*one.span()) for one in name.finditer(context.text, context.start, act.start)]
    after = [Span(*one.span()) for one in name.finditer(context.text, act.end, context.end)]
    left, right = (before[-1] if before else None), (after[0] if after else None)
    if match := by.search(context.text, act.end, context.end):
        return Span(*match.span("name")), left
    return left, right


def _accused(context: Context, act: Span) -> Span | None:
    match = _phrases()[2].search(context.text, context.start, act.start)
    return Span(*match.span("name")) if match else None
