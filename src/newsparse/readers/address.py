"""What a page's address tells, whether or not it is a good one: callers and pages give any string as their address."""

from __future__ import annotations

from urllib.parse import urlsplit


def host_of(url: str | None) -> str:
    """Return the host of `url` in lower case, without its port: empty where there is none or where nobody could reach it.

    `http://[news.example/a`, a bracket that some template left, is an address of nothing.
    """
    try:
        return urlsplit(url or "").hostname or ""
    except ValueError:
        return ""
