"""Files, standard input, and what is wrong with them."""

from __future__ import annotations

import sys
from pathlib import Path

BINARY = (b"\x7fELF", b"%PDF", b"\x89PNG", b"PK\x03\x04", b"\xff\xd8\xff", b"GIF8", b"\x1f\x8b", b"\xd0\xcf\x11\xe0")
"""How files begin that hold no text, though they may be small enough to look like some."""
UTF16 = (b"\xff\xfe", b"\xfe\xff")
SAMPLE = 65_536


class UnusableInputError(Exception):
    """The file cannot be parsed; the message says why in one sentence."""


def read_input(name: str) -> bytes:
    """Return the bytes of a file, or of standard input for `-`. Raises UnusableInputError."""
    if name == "-":
        data = sys.stdin.buffer.read()
    else:
        try:
            data = Path(name).read_bytes()
        except FileNotFoundError:
            raise UnusableInputError(f"{name}: there is no such file") from None
        except IsADirectoryError:
            raise UnusableInputError(f"{name} is a directory; name the files in it") from None
        except OSError as error:
            raise UnusableInputError(f"{name} cannot be read: {error.strerror or error}") from None
    if not data.strip():
        raise UnusableInputError(f"{name} is empty")
    if is_binary(data):
        raise UnusableInputError(f"{name} is a binary file; newsparse reads HTML and plain text")
    return data


def is_binary(data: bytes) -> bool:
    """Whether `data` is no text in any encoding that newsparse reads."""
    if data.startswith(BINARY):
        return True
    if data.startswith(UTF16):
        return False
    sample = data[:SAMPLE]
    nulls = sample.count(0)
    if not nulls:
        return False
    # UTF-16 without a byte order mark has its NULs in every second place; a binary file has them anywhere.
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    return min(even, odd) > nulls / 50 or nulls < len(sample) / 5
