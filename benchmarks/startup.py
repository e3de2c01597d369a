"""What plugins cost at start-up: `python benchmarks/startup.py`.

Starts Python, imports newsparse, builds a parser and parses a short article, with no plugin, with a hundred sound ones of one
file each, and with a hundred broken ones (half fail to import, half raise when asked for their extractors), all installed as
distributions are. Least user CPU time of nine starts each, taken in turn; a plugin's cost is the difference by a hundred.
"""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import tempfile
from pathlib import Path

RUNS, COUNT = 9, 100
PARSE = "import newsparse; newsparse.parse('Envoys return\\n\\nThe envoys of Kenya and Chad met in Geneva on Monday.')"
SOUND = """
from typing import ClassVar
import attrs, newsparse
@attrs.frozen(kw_only=True)
class Own(newsparse.Field):
    name: ClassVar[str] = "own_" + __name__
    words: int = 0
@newsparse.extractor(Own)
def own(article: newsparse.Article) -> Own | None:
    return Own(words=len(article.sentences))
@newsparse.hookimpl
def newsparse_extractors(): return [own]
"""
BROKEN = (
    "raise ImportError('no')",
    "import newsparse\n@newsparse.hookimpl\ndef newsparse_extractors(): raise ValueError('no')",
)


def install(folder: Path, kind: str, at: int, source: str) -> None:
    name = f"{kind}_{at}"
    (folder / f"{name}.py").write_text(source, "utf-8")
    info = folder / f"{name}-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n", "utf-8")
    (info / "entry_points.txt").write_text(f"[newsparse]\n{name} = {name}\n", "utf-8")


def user_time(folder: Path, allowed: str | None) -> float:
    path = os.pathsep.join([str(folder), os.environ.get("PYTHONPATH", "")])
    environment = os.environ | {"PYTHONPATH": path, "PYTHONDONTWRITEBYTECODE": ""}
    if allowed is not None:
        environment["NEWSPARSE_PLUGINS"] = allowed
    before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
    subprocess.run([sys.executable, "-c", PARSE], check=True, env=environment)
    return resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - before


def main() -> None:
    with tempfile.TemporaryDirectory() as place:
        folders = {name: Path(place) / name for name in ("none", "sound", "broken")}
        for folder in folders.values():
            folder.mkdir()
        for at in range(COUNT):
            install(folders["sound"], "sound", at, SOUND)
            install(folders["broken"], "broken", at, BROKEN[at % 2])
        times: dict[str, list[float]] = {name: [] for name in folders}
        for _ in range(RUNS):
            for name, folder in folders.items():
                times[name].append(user_time(folder, None))
        least = {name: min(values) for name, values in times.items()}
        print(f"no plugin: {1000 * least['none']:.0f} ms in all")
        for name in ("sound", "broken"):
            cost = 1000 * (least[name] - least["none"]) / COUNT
            ratio = least[name] / least["none"]
            print(f"{COUNT} {name}: {1000 * least[name]:.0f} ms, {cost:.2f} ms a plugin, {ratio:.2f} times as long")


if __name__ == "__main__":
    main()
