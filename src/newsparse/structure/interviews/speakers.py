"""Labels to speakers: short forms, titles, initials, typing errors and case of one name are one `Entity`."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence

from newsparse.model import Entity, Span
from newsparse.model.annotations import EntityKind
from newsparse.structure.interviews.labels import Label, by_key, common_words
from newsparse.structure.interviews.names import Key, full_names, misspelt, spelt_out
from newsparse.structure.interviews.vocabulary import Vocabulary

_TOKEN = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
CROWD = 60
"""With more speakers than this, their names are not compared with each other and not looked up in the text one by one."""


def speakers_of(
    text: str, labels: Sequence[Label], asking: frozenset[int], words: Vocabulary
) -> tuple[tuple[Entity, ...], list[int]]:
    """Return the speakers, each once, and for each label the place of its speaker among them.

    `asking` holds the labels (by place) that put questions: a single word that asks people with full names is an outlet.
    """
    groups = by_key(labels)
    home = _merged(groups)
    known = full_names(text, frozenset(word for key in groups for word in key), common_words(text), words)
    members: defaultdict[Key, list[int]] = defaultdict(list)
    for at, label in enumerate(labels):
        members[home[label.key]].append(at)
    entities: list[Entity] = []
    place: dict[Key, int] = {}
    few = len(members) <= CROWD
    full = any(len(key) > 1 and groups[key][0].kind in {"name", "titled"} for key in groups)
    for key, places in members.items():
        place[key] = len(entities)
        own = [labels[at] for at in places]
        outlet = full and sum(at in asking for at in places) * 2 > len(places)
        entities.append(_entity(text, len(entities), own, known, words, outlet=outlet, few=few))
    return tuple(entities), [place[home[label.key]] for label in labels]


def _entity(
    text: str,
    number: int,
    labels: Sequence[Label],
    known: dict[str, list[str]],
    words: Vocabulary,
    *,
    outlet: bool,
    few: bool,
) -> Entity:
    kind = _kind(labels, words, outlet=outlet)
    name = _name(text, labels, known, kind, words, few=few)
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
    if words.outlets.intersection(first.key) or (outlet and first.key[0] in words.articles):
        return "organization"
    if outlet and len(first.key) == 1 and first.kind == "name":
        return "organization"
    return "person"


def _name(
    text: str, labels: Sequence[Label], known: dict[str, list[str]], kind: EntityKind, words: Vocabulary, *, few: bool
) -> str:
    """The fullest form: the longest label, or a name in the text that ends with it, or begins with it if it is a first name."""
    forms = Counter((_bare(text, label, words), label.kind != "initials" or bool(label.alias)) for label in labels)

    def fullness(form: tuple[str, bool]) -> tuple[bool, int, bool, int, int, str]:
        words, spelt = form
        told = text.count(words) if few else 0
        return spelt, len(_TOKEN.findall(words)), _well_cased(words), forms[form], told, words

    best = max(forms, key=fullness)[0]
    if kind != "person":
        return best
    key = max((label.key for label in labels), key=len)
    if not _well_cased(best) and len(best) > 3:
        found = re.search(rf"(?<!\w){re.escape(best.title())}(?!\w)", text) if few else None
        best = found[0] if found else best
    if len(key) != 1:
        return best
    if few and labels[0].kind == "initials" and len(best) > 1 and (name := spelt_out(text, best)):
        return name
    first_name = best if not best.isupper() and labels[0].kind == "name" else ""
    longer = known.get(key[0], []) or (known.get(key[0] + " ", []) if first_name else [])
    return longer[0] if longer else best


def _bare(text: str, label: Label, vocabulary: Vocabulary) -> str:
    """The label's words without honorifics, degrees and the initials in brackets."""
    words = text[label.start : label.named or label.end]
    name, comma, rest = words.partition(",")
    if comma and vocabulary.degrees.intersection(token.casefold() for token in _TOKEN.findall(rest)):
        words = name
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
    order = {key: at for at, key in enumerate(people)}
    alias = {label.alias: label.key for key in people for label in groups[key] if label.alias}
    whole = [key for key in people if len(key) > 1] if len(people) <= CROWD else []
    for key in people:
        target = alias.get(key[0]) if len(key) == 1 else None
        if target is None and len(key) == 1:
            fuller = [one for one in whole if key[0] in (one[0], one[-1])]
            target = fuller[0] if len(fuller) == 1 else None
        if target is None and groups[key][0].kind == "initials":
            spelt = [one for one in whole if groups[one][0].kind != "initials"]
            fuller = [one for one in spelt if "".join(part[0] for part in one) == "".join(key)]
            target = fuller[0] if len(fuller) == 1 else None
        if target is None and len(people) <= CROWD:
            own = len(groups[key])
            more = (one for one in people if (len(groups[one]), -order[one]) > (own, -order[key]))
            target = next((one for one in more if misspelt("".join(key), "".join(one))), None)
        if target is not None and target != key:
            home[key] = target
    for key in groups:
        seen = {key}
        while home[key] not in seen and home[home[key]] != home[key]:
            seen.add(home[key])
            home[key] = home[home[key]]
    return home
