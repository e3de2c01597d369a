"""The bytes of a page to text: byte order mark, UTF-8 where it fits, the page's own claim, its language. Never raises."""

from __future__ import annotations

import re

from newsparse.readers.decoding import BOMS, codec_of

_LOOKED_AT = 4096
_CHARSET = re.compile(rb"""<meta\b[^>]{0,300}?charset\s{0,9}=\s{0,9}["']?\s{0,9}([\w.:-]{1,40})""", re.IGNORECASE)
_XML = re.compile(rb"""\s{0,99}<\?xml\b[^>]{0,200}?encoding\s{0,9}=\s{0,9}["']([\w.:-]{1,40})""")
_LANG = re.compile(rb"""<html\b[^>]{0,500}?\blang\s{0,9}=\s{0,9}["']?([a-zA-Z]{2})""", re.IGNORECASE)

# What pages without any claim are mostly written in, by their language.
_BY_LANGUAGE = {
    "ru": ("cp1251",), "uk": ("cp1251",), "bg": ("cp1251",), "sr": ("cp1251",), "pl": ("iso8859-2",),
    "cs": ("cp1250",), "sk": ("cp1250",), "hu": ("iso8859-2",), "sl": ("cp1250",), "hr": ("cp1250",),
    "el": ("cp1253",), "tr": ("cp1254",), "he": ("cp1255",), "ar": ("cp1256",), "fa": ("cp1256",), "vi": ("cp1258",),
    "ja": ("euc_jp", "cp932"), "zh": ("gb18030", "big5hkscs"), "ko": ("cp949",), "th": ("cp874",),
}  # fmt: skip


def page_of(content: str | bytes) -> tuple[str, bytes]:
    """Return the page as text, and in UTF-8, which it mostly is already."""
    if isinstance(content, bytes):
        if not content.startswith(tuple(mark for mark, _ in BOMS)):
            try:
                return content.decode("utf-8"), content
            except UnicodeDecodeError:
                pass
        content = decode_page(content)
    return content, content.encode("utf-8", "replace")


def decode_page(data: bytes) -> str:
    """Return the page as text. Bytes that fit nowhere become U+FFFD."""
    for mark, name in BOMS:
        if data.startswith(mark):
            return data[len(mark) :].decode(name, "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        reason = error
    start = data[:_LOOKED_AT]
    claimed = _codec(_claim(start))
    if claimed == "utf-8" and reason.start > len(data) // 2:
        return data.decode("utf-8", "replace")
    if start[1::2].count(0) > len(start) // 4:
        return data.decode("utf-16-le", "replace")
    if start[::2].count(0) > len(start) // 4:
        return data.decode("utf-16-be", "replace")
    if claimed == "utf-8":
        text = data.decode("utf-8", "replace")
        return text if text.count("\ufffd") * 50 < len(data) else data.decode("cp1252", "replace")
    if claimed:
        return data.decode(claimed, "replace")
    return _by_language(data, start)


def _claim(start: bytes) -> bytes:
    match = _XML.match(start) or _CHARSET.search(start)
    return match[1] if match else b""


def _codec(label: bytes) -> str:
    """The codec that a page's claim stands for, or nothing. What was read in bytes is not written in words of two."""
    name = codec_of(label.decode("ascii"))
    return "utf-8" if name.startswith("utf") else name


def _by_language(data: bytes, start: bytes) -> str:
    match = _LANG.search(start)
    for name in _BY_LANGUAGE.get(match[1].decode("ascii").lower(), ()) if match else ():
        try:
            return data.decode(name)
        except UnicodeDecodeError:
            continue
    return data.decode("cp1252", "replace")
