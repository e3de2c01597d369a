"""Bytes to text: nothing raises, and what people really send comes out right."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsparse.readers.decoding import decode

TEXT = "Der Rat „hat“ am Montag getagt – für drei Stunden."


@pytest.mark.parametrize("charset", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"])
def test_common_charsets_are_recognised(charset: str) -> None:
    assert decode(TEXT.encode(charset)) == TEXT


@pytest.mark.parametrize(
    ("charset", "text"),
    [("koi8-r", "Мост закрыт"), ("iso-8859-2", "Most zamknięty"), ("shift_jis", "橋は閉鎖"), ("big5", "大橋關閉")],
)
def test_a_declared_charset_is_believed(charset: str, text: str) -> None:
    page = f'<html><meta charset="{charset}"><p>{text}</p></html>'
    assert decode(page.encode(charset)) == page


@pytest.mark.parametrize("charset", ["iso-8859-1", "us-ascii", "latin1"])
def test_latin_1_is_read_as_windows_1252(charset: str) -> None:
    assert "“" in decode(f'<meta charset="{charset}">“Ja”'.encode("cp1252"))


@pytest.mark.parametrize(
    "charset", ["no-such-charset", "hex", "base64", "idna", "unicode_escape", "undefined", "utf-7"]
)
def test_a_false_declaration_is_not(charset: str) -> None:
    assert decode(f'<meta charset="{charset}">caf\xe9'.encode("cp1252")).endswith("café")


def test_utf_8_cut_off_in_mid_character_stays_utf_8() -> None:
    assert decode(("é" * 40).encode()[:-1]).startswith("é" * 39)


@given(st.binary(max_size=400))
def test_random_bytes_become_some_text(data: bytes) -> None:
    assert isinstance(decode(data), str)
