"""Bytes to text: nothing raises, and what people really send comes out right."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import newsparse
from newsparse.readers.decoding import decode, decode_as

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


@pytest.mark.parametrize(
    ("charset", "header"),
    [
        ("koi8-r", "text/html; charset=KOI8-R"),
        ("cp1251", 'text/html;charset="windows-1251"'),
        ("utf-16-le", "Text/HTML; Charset=utf-16le"),
        ("iso2022_jp", "text/html; charset=iso-2022-jp"),
        ("utf-8", "text/html; charset=ISO-8859-1"),  # a server that says so of everything
        ("utf-8", "text/html; charset=no-such-charset"),
    ],
)
def test_the_charset_of_a_content_type_is_believed(charset: str, header: str) -> None:
    word = "橋は閉鎖" if charset == "iso2022_jp" else "Мост закрыт"
    page = f"<html><meta charset=iso-8859-1><body><p>{word}</p></body></html>"
    assert newsparse.parse(page.encode(charset), media_type=header).text == word


def test_a_content_type_without_charset_only_names_the_format() -> None:
    assert newsparse.parse(b"<p>Rain fell.</p>", media_type="text/plain; format=flowed").text == "<p>Rain fell.</p>"


@given(st.binary(max_size=200), st.text(max_size=30))
def test_no_charset_raises(data: bytes, charset: str) -> None:
    assert decode_as(data, charset) is None or isinstance(decode_as(data, charset), str)
