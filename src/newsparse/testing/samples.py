"""Articles to try a plugin on: one of each defect, and the extremes. The same in every process."""

from __future__ import annotations

from newsparse.testing.defects import DEFECTS

BASE = """\
Harbour City and Port Union Return to Talks
By Samuel Okoro
HARBOUR CITY, March 4, 2025 — City negotiators and the port union met on Tuesday, officials said.
A Week of Silence Ends
“We are talking again,” Mayor Ines Albrecht told reporters, “but nobody should expect a miracle by Friday.” She called
the last offer “a step”. At least 12 people were hurt in the strike, which cost $3.5 million.
Harbour Courier: What ends a dispute like this one?
Dr. Nora Lindqvist: Usually a deadline, with the U.S. and Canada watching.
Share post:
"""


def samples() -> dict[str, str]:
    """Return named articles: ordinary, with each defect, empty, in astral characters, a megabyte long."""
    found = {"ordinary": BASE, "empty": "", "one character": "x"}
    found |= {f"with the defect {defect.__name__}": defect(BASE, 7) for defect in DEFECTS}
    found["in astral characters"] = BASE.replace("a", "𝒂").replace("the", "𝓽𝓱𝓮 🗞️")
    found["one megabyte long"] = repeated(1_000_000)
    return found


def repeated(size: int) -> str:
    """Return about `size` characters of ordinary article."""
    return BASE * max(1, size // len(BASE))
