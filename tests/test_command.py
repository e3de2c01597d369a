"""The command: what it prints, and what it says of files it cannot use."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from newsparse import Article

RUN = "import sys; from newsparse.cli import main; sys.argv[0] = 'newsparse'; main()"
TEXT = "Harbour bridge reopens\n\nEngineers had closed it in March.\n"


def command(*arguments: str, given: bytes = b"") -> tuple[int, str, str]:
    done = subprocess.run([sys.executable, "-c", RUN, *arguments], input=given, capture_output=True, check=False)
    return done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8")


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "article.txt"
    path.write_text(TEXT, "utf-8")
    return path


def test_one_file_as_json(article: Path) -> None:
    status, out, err = command("parse", str(article))
    assert (status, err) == (0, "")
    assert Article.from_dict(json.loads(out)).headline.text == "Harbour bridge reopens"


@pytest.mark.parametrize("form", ["tree", "markdown", "text"])
def test_other_formats(article: Path, form: str) -> None:
    status, out, err = command("parse", str(article), "--to", form)
    assert (status, err) == (0, "")
    assert "Harbour bridge reopens" in out


def test_standard_input_and_many_files(article: Path) -> None:
    status, out, _ = command("parse", str(article), "-", given=b"Other news\n\nIt rained.\n")
    assert status == 0
    lines = [json.loads(line) for line in out.splitlines()]
    assert [line["file"] for line in lines] == [str(article), "-"]
    assert Article.from_dict(lines[1]).headline.text == "Other news"


def test_unusable_files_are_named_and_the_others_still_come_out(article: Path, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "blank.txt").write_bytes(b" \n\n")
    (tmp_path / "binary.bin").write_bytes(bytes(range(256)) * 40)
    names = ["missing.txt", "empty.txt", "blank.txt", "binary.bin", "."]
    status, out, err = command("parse", *(str(tmp_path / name) for name in names), str(article))
    assert status == 2
    assert len(out.splitlines()) == 1
    assert len(err.splitlines()) == len(names)
    for words in ("no such file", "is empty", "binary file", "is a directory"):
        assert words in err
    assert "Traceback" not in err


def test_utf_16_without_a_mark_is_no_binary_file(tmp_path: Path) -> None:
    path = tmp_path / "wide.txt"
    path.write_bytes(TEXT.encode("utf-16-le"))
    assert command("parse", str(path))[0] == 0


def test_explain_names_each_line_s_rule(article: Path) -> None:
    status, out, _ = command("explain", str(article))
    assert status == 0
    assert [line.split()[0] for line in out.splitlines()] == ["headline", "paragraph"]
    assert all("." in line.split()[1] for line in out.splitlines())
    assert command("explain", "nowhere.txt")[0] == 2


def test_an_unknown_format_is_told_what_there_is(article: Path) -> None:
    status, _, err = command("parse", str(article), "--to", "docx")
    assert status == 2
    assert "json, tree, markdown, text" in err


def test_plugins_schema_version_and_new_plugin(tmp_path: Path) -> None:
    assert command("plugins", "list")[0] == 0
    assert isinstance(json.loads(command("plugins", "check", "--json")[1]), list)
    assert json.loads(command("schema")[1])["title"] == "newsparse article"
    assert command("--version")[1].startswith("newsparse ")
    assert command("new-plugin", "port-calls", "--into", str(tmp_path))[0] == 0
    assert command("new-plugin", "port-calls", "--into", str(tmp_path))[0] == 2


def test_without_its_framework_the_command_says_what_to_install() -> None:
    code = f"import sys; sys.modules['typer'] = None; {RUN}"
    done = subprocess.run([sys.executable, "-c", code, "parse"], capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "pip install 'newsparse[cli]'" in done.stderr
