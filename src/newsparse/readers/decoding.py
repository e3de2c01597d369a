"""Bytes to text: byte order mark, UTF-16 by its zeros, UTF-8, declared charset, Windows-1252. Never raises."""

from __future__ import annotations

import codecs
import re

BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
SAMPLE = 4096
"""Bytes at the beginning that a declaration is looked for in, and zeros are counted in."""

# <meta charset="koi8-r">, content="text/html; charset=iso-8859-2", <?xml version="1.0" encoding="big5"?>
_DECLARED = re.compile(rb"(?:charset|encoding)\s{0,4}=\s{0,4}[\"']?([A-Za-z0-9_:.-]{3,30})", re.IGNORECASE)
_TEXTUAL = re.compile(
    r"(?:iso|windows|cp|koi8|gb|big5|hz|euc|shift|sjis|ms|mac|latin|tis|l\d|x-|ascii|us-|utf[-_]?(?:8|16|32))",
    re.IGNORECASE,
)
# The Encoding Standard reads these labels as their supersets, because pages are written so.
_SUPERSETS = {
    "iso8859-1": "cp1252", "latin-1": "cp1252", "ascii": "cp1252", "iso8859-9": "cp1254", "iso8859-11": "cp874",
    "tis-620": "cp874", "gb2312": "gb18030", "gbk": "gb18030", "shift_jis": "cp932", "euc_kr": "cp949", "big5": "big5hkscs",
}  # fmt: skip
# Written in seven bits, or in words of two or four bytes: such text can look like UTF-8 and be none.
_UNLIKE = re.compile(r"(?:iso2022|hz|utf-(?:16|32))")


def decode(data: bytes) -> str:
    """Return `data` as text."""
    for mark, name in BOMS:
        if data.startswith(mark):
            return data[len(mark) :].decode(name, "replace")
    wide = _wide(data[:SAMPLE])
    if wide:
        return data.decode(wide, "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    declared = _declared(data[:SAMPLE])
    if declared:
        return data.decode(declared, "replace")
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    # A page cut off in mid-character, or with a few bytes spoilt, is UTF-8 all the same.
    if 10 * broken < sum(char > "\x7f" for char in text):
        return text
    return data.decode("cp1252", "replace")


def _wide(sample: bytes) -> str | None:
    """UTF-16 without a byte order mark: in Latin script, every second byte is zero."""
    if len(sample) < 4 or b"\0" not in sample:
        return None
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    half = len(sample) // 2
    if odd > 0.4 * half and even < 0.05 * half:
        return "utf-16-le"
    if even > 0.4 * half and odd < 0.05 * half:
        return "utf-16-be"
    return None


def decode_as(data: bytes, charset: str) -> str | None:
    """Return `data` as text in the charset that came with it, say in an HTTP header; None where nobody knows the charset.

    A byte order mark goes before it, and so does UTF-8 where it fits: servers send `ISO-8859-1` with everything.
    """
    name = codec_of(charset)
    if not name:
        return None
    for mark, codec in BOMS:
        if data.startswith(mark):
            return data[len(mark) :].decode(codec, "replace")
    if not _UNLIKE.match(name):
        try:
            return data.decode("utf-8")
        except UnicodeDecodeError:
            pass
    return data.decode(name, "replace")


def codec_of(label: str) -> str:
    """Return the codec that a charset label stands for, or an empty string."""
    label = label.strip(" \t\r\n\"'")
    if not _TEXTUAL.match(label):
        return ""
    try:
        name = codecs.lookup(label).name
        "".encode(name)
    except (LookupError, ValueError):
        return ""
    return _SUPERSETS.get(name, name)


def _declared(sample: bytes) -> str | None:
    """The codec of the charset that a page declares."""
    match = _DECLARED.search(sample)
    name = codec_of(match.group(1).decode("ascii")) if match is not None else ""
    return name if name and not name.startswith("utf") else None
