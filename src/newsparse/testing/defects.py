"""What scrapers and hasty editors do to text: each defect is a function of a text and a seed."""

from __future__ import annotations

import html
import unicodedata
from collections.abc import Callable
from random import Random

import regex


def drop_spaces(text: str, seed: int) -> str:
    """Lose blanks after punctuation: `federation,which`, `Dr.Emma`."""
    chance = Random(seed)  # noqa: S311 - reproducible, not secret
    return regex.sub(r"([.,;:?!]) (?=\w)", lambda match: match[1] + ("" if chance.random() < 0.3 else " "), text)


def change_case(text: str, seed: int) -> str:
    """Lose capitals: `february 12`, `dr. elena Ivanova`."""
    chance = Random(seed)  # noqa: S311
    return regex.sub(
        r"\b\p{Lu}(?=\p{Ll})", lambda match: match[0].lower() if chance.random() < 0.15 else match[0], text
    )


def swap_letters(text: str, seed: int) -> str:
    """Misspell: `teh`, `wiht`."""
    chance = Random(seed)  # noqa: S311
    return regex.sub(
        r"\b\p{Ll}{3,}\b",
        lambda match: match[0][:-2] + match[0][-1] + match[0][-2] if chance.random() < 0.05 else match[0],
        text,
    )


def lose_marks(text: str, seed: int) -> str:
    """Leave quotation marks unbalanced."""
    chance = Random(seed)  # noqa: S311
    return regex.sub('[“”"«»„「」]', lambda match: "" if chance.random() < 0.2 else match[0], text)


def set_off_quotations(text: str, seed: int) -> str:
    """Break quotations out onto lines of their own, without their marks."""
    chance = Random(seed)  # noqa: S311
    return regex.sub("“([^”\n]*)”", lambda match: f"\n{match[1]}\n" if chance.random() < 0.3 else match[0], text)


def invisible_characters(text: str, seed: int) -> str:
    """Use NBSP for blanks; leave soft hyphens and zero-width characters in words."""
    chance = Random(seed)  # noqa: S311
    text = regex.sub(" ", lambda _: "\u00a0" if chance.random() < 0.1 else " ", text)
    return regex.sub(
        r"(?<=\w\w)(?=\w\w)",
        lambda _: chance.choice(["\u00ad", "\u200b", "\u2060"]) if chance.random() < 0.03 else "",
        text,
    )


def hard_wrap(text: str, seed: int) -> str:
    """Break lines at a fixed width."""
    width = 40 + seed % 40
    return "\n".join(regex.sub(rf"(.{{{width - 15},{width}}})\s", r"\1\n", line) for line in text.split("\n"))


def capitals(text: str, seed: int) -> str:
    """Shout a few lines."""
    chance = Random(seed)  # noqa: S311
    return "\n".join(line.upper() if chance.random() < 0.15 else line for line in text.split("\n"))


def markdown(text: str, seed: int) -> str:
    """Leave Markdown behind."""
    chance = Random(seed)  # noqa: S311
    shapes = ("{}", "{}", "{}", "**{}**", "## {}", "> {}", "* {}", "_{}_")
    return "\n".join(chance.choice(shapes).format(line) if line else line for line in text.split("\n"))


def entities(text: str, seed: int) -> str:
    """Leave HTML entities in the text."""
    del seed
    return html.escape(text).replace("’", "&rsquo;").replace("“", "&ldquo;").replace("”", "&rdquo;")


def mojibake(text: str, seed: int) -> str:
    """Decode UTF-8 as Windows-1252."""
    del seed
    return text.encode("utf-8").decode("cp1252", "replace")


def decompose(text: str, seed: int) -> str:
    """Write accents as characters of their own (NFD)."""
    del seed
    return unicodedata.normalize("NFD", text)


def repeat_headline(text: str, seed: int) -> str:
    """Show the first line twice."""
    del seed
    first, _, rest = text.partition("\n")
    return f"{first}\n{first}\n{rest}"


def byte_order_mark(text: str, seed: int) -> str:
    """Begin with a byte order mark."""
    del seed
    return "\ufeff" + text


DEFECTS: tuple[Callable[[str, int], str], ...] = (
    drop_spaces, change_case, swap_letters, lose_marks, set_off_quotations, invisible_characters, hard_wrap, capitals,
    markdown, entities, mojibake, decompose, repeat_headline, byte_order_mark,
)  # fmt: skip
"""Every defect."""
