"""Labels to speakers: short forms, titles, initials, typing errors and case of one name are one `Entity`."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence

from newsparse.model import Entity, Span
from newsparse.model.annotations import EntityKind
from newsparse.structure.interviews.labels import Label, by_key
from newsparse.structure.interviews.vocabulary import Vocabulary

_CAPITALISED = r"[^\W\d_a-zß-öø-ÿ][\w'’-]*\.?"
_NAME = re.compile(
    rf"{_CAPITALISED}(?:[ \xa0](?:(?:de|da|di|van|von|der|del|la|le|el|al|bin)[ \xa0]){{0,2}}{_CAPITALISED}){{1,4}}"
)
_TOKEN = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")

Key = tuple[str, ...]


def speakers_of(
    text: str, labels: Sequence[Label], asking: frozenset[int], words: Vocabulary
) -> tuple[tuple[Entity, ...], list[int]]:
    """Return the speakers, each once, and for each label the place of its speaker among them.

    `asking` holds the labels (by place) that put questions: a single word that asks people with full names is an outlet.
    """
    groups = by_key(labels)
    home = _merged(groups)
    known = _names_in(text, {word for key in groups for word in key}, words)
    members: defaultdict[Key, list[int]] = defaultdict(list)
    for at, label in enumerate(labels):
        members[home[label.key]].append(at)
    entities: list[Entity] = []
    place: dict[Key, int] = {}
    full = any(len(key) > 1 and groups[key][0].kind in {"name", "titled"} for key in groups)
    for key, places in members.items():
        place[key] = len(entities)
        own = [labels[at] for at in places]
        outlet = full and sum(at in asking for at in places) * 2 > len(places)
        entities.append(_entity(text, len(entities), own, known, words, outlet=outlet))
    return tuple(entities), [place[home[label.key]] for label in labels]


def _entity(
    text: str,
    number: int,
    labels: Sequence[Label],
    known: dict[Key, list[tuple[Key, str]]],
    words: Vocabulary,
    *,
    outlet: bool,
) -> Entity:
    kind = _kind(labels, words, outlet=outlet)
    name = _name(text, labels, known, kind)
    honorifics = tuple(dict.fromkeys(_honorific(text, label, word) for label in labels for word in label.honorifics))
    seen: dict[str, str] = {}
    for honorific in honorifics:
        seen.setdefault(honorific.casefold().rstrip("."), honorific)
    return Entity(
        id=number,
        name=name,
        kind=kind,
        honorifics=tuple(seen.values()),
        mentions=tuple(Span(label.start, label.end) for label in labels),
    )


def _honorific(text: str, label: Label, word: str) -> str:
    at = text.find(word, label.start, label.end)
    return word + "." if at >= 0 and text[at + len(word) : at + len(word) + 1] == "." else word


def _kind(labels: Sequence[Label], words: Vocabulary, *, outlet: bool) -> EntityKind:
    first = labels[0]
    if first.kind in {"question", "answer", "role"}:
        return "role"
    if first.kind == "titled" or first.alias:
        return "person"
    if words.outlets.intersection(first.key) or (outlet and len(first.key) == 1 and first.kind == "name"):
        return "organization"
    return "person"


def _name(text: str, labels: Sequence[Label], known: dict[Key, list[tuple[Key, str]]], kind: EntityKind) -> str:
    """The fullest form: the longest label, or a name in the text that ends (or begins) with it."""
    forms = Counter(_bare(text, label) for label in labels)
    best = max(forms, key=lambda form: (len(_TOKEN.findall(form)), forms[form], _well_cased(form), form))
    if kind != "person":
        return best
    key = max((label.key for label in labels), key=len)
    longer = known.get(key, [])
    return longer[0][1] if longer else best


def _bare(text: str, label: Label) -> str:
    """The label's words without honorifics and the initials in brackets."""
    words = text[label.start : label.end]
    if label.alias:
        words = words.rpartition("(")[0]
    at = 0
    for word in label.honorifics:
        at = words.find(word, at) + len(word)
    return " ".join(words[at:].strip(" .,*_\xa0\t").split())


def _well_cased(form: str) -> bool:
    return all(word[0].isupper() for word in form.split()) and not form.isupper()


def _merged(groups: dict[Key, list[Label]]) -> dict[Key, Key]:
    """The key under which each key's speaker goes: initials, single names and typing errors join the fuller form."""
    home = {key: key for key in groups}
    people = [key for key, group in groups.items() if group[0].kind in {"titled", "name", "initials"} or group[0].alias]
    alias = {label.alias: label.key for key in people for label in groups[key] if label.alias}
    whole = [key for key in people if len(key) > 1]
    for key in people:
        target = alias.get(key[0]) if len(key) == 1 else None
        if target is None and len(key) == 1:
            fuller = [one for one in whole if key[0] in (one[0], one[-1])] or [
                one for one in whole if groups[key][0].kind == "initials" and "".join(part[0] for part in one) == key[0]
            ]
            target = fuller[0] if len(fuller) == 1 else None
        if target is None:
            target = next(
                (
                    one
                    for one in people
                    if len(groups[one]) > len(groups[key]) and _misspelt("".join(key), "".join(one))
                ),
                None,
            )
        if target is not None and target != key:
            home[key] = target
    for key in groups:
        seen = {key}
        while home[key] not in seen and home[home[key]] != home[key]:
            seen.add(home[key])
            home[key] = home[home[key]]
    return home


def _misspelt(one: str, other: str) -> bool:
    """Whether two words of five letters or more differ by one letter: left out, added, changed, or two swapped."""
    if min(len(one), len(other)) < 5 or abs(len(one) - len(other)) > 1:
        return False
    head = 0
    while head < min(len(one), len(other)) and one[head] == other[head]:
        head += 1
    a, b = one[head:], other[head:]
    return a[1:] == b[1:] or a[1:] == b or a == b[1:] or (a[:2] == b[1::-1] and a[2:] == b[2:] and len(a) > 1)


def _names_in(text: str, wanted: set[str], words: Vocabulary) -> dict[Key, list[tuple[Key, str]]]:
    """For each single word among `wanted`, the full names in the text that hold it, the commonest first."""
    found: defaultdict[Key, Counter[tuple[Key, str]]] = defaultdict(Counter)
    for match in _NAME.finditer(text):
        tokens = [(part[0].casefold(), part.span()) for part in _TOKEN.finditer(match[0])]
        if not any(token in wanted for token, _ in tokens):
            continue
        while tokens and (tokens[0][0] in words.honorifics or tokens[0][0] in words.talk):
            tokens.pop(0)
        if not 2 <= len(tokens) <= 4:
            continue
        form = " ".join(match[0][tokens[0][1][0] : tokens[-1][1][1]].split())
        key = tuple(token for token, _ in tokens)
        for single in (key[-1], key[0]):
            if single in wanted and not form.isupper():
                found[(single,)][key, form] += 1
    return {key: [one for one, _ in forms.most_common(3)] for key, forms in found.items()}
