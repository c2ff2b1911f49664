"""README.md and docs/ are true: their Python and their commands run, and the pages build without a warning."""

from __future__ import annotations

import csv
import gzip
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tools import reference

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
PAGES = {"README.md": README} | {
    path.name: path.read_text(encoding="utf-8") for path in sorted((ROOT / "docs").glob("*.md"))
}


def blocks(kind: str, page: str = README) -> list[str]:
    return re.findall(rf"^```{kind}\n(.*?)^```", page, flags=re.MULTILINE | re.DOTALL)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the examples of the pages run: with a folder of articles, and the same as a table."""
    (tmp_path / "examples").symlink_to(ROOT / "examples")
    (tmp_path / "artikel").mkdir()
    texts = sorted((ROOT / "examples" / "articles").glob("*.txt"))[:6]
    for path in [*texts, ROOT / "examples" / "articles" / "penipuan-tiket-konser.txt"]:
        (tmp_path / "artikel" / path.name).write_bytes(path.read_bytes())
    with gzip.open(tmp_path / "arsip.csv.gz", "wt", encoding="utf-8", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(["isi", "tanggal"])
        rows.writerows([path.read_text(encoding="utf-8"), "2024-08-12"] for path in texts)
    (tmp_path / "kata-saya.toml").write_text('[cues.stance.assert]\nverbs = ["menggarisbawahi"]\n', encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("page", [name for name, text in PAGES.items() if blocks("python", text)])
def test_python_says_what_its_comments_say(page: str, folder: Path) -> None:
    scope: dict[str, Any] = {}
    checked = 0
    for code in blocks("python", PAGES[page]):
        exec(code, scope)
        for line in code.splitlines():
            said, hash_mark, comment = line.partition("  # ")
            match = re.match(r"\(.*\)|'[^']*'|\[.*\]", comment)
            if hash_mark and match:
                assert eval(said, scope) == eval(match[0]), line
                checked += 1
            elif hash_mark and comment.startswith("always"):
                assert eval(said, scope), line
    assert checked or page in {"README.md", "display.md"}


@pytest.mark.parametrize("page", [name for name, text in PAGES.items() if blocks("sh", text)])
def test_commands(page: str, folder: Path) -> None:
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    for code in blocks("sh", PAGES[page]):
        if "pip install" in code:  # as in CONTRIBUTING
            continue
        done = subprocess.run(
            ["bash", "-e", "-c", code], env={**os.environ, "PATH": path}, capture_output=True, text=True, timeout=300
        )
        assert done.returncode == 0, f"{code}\n{done.stdout}{done.stderr}"


def test_toml_of_the_pages_is_a_lexicon(folder: Path) -> None:
    import beritanlp

    for name, text in PAGES.items():
        for code in blocks("toml", text):
            Path("words.toml").write_text(code, encoding="utf-8")
            assert beritanlp.load(lexicon="words.toml").pipe_names, name


def test_two_commands_for_a_fresh_machine() -> None:
    first, second = blocks("sh run")
    assert "beritanlp extract" in first
    assert "pytest" in second
    assert ".ci/run" in README
    assert len(README.splitlines()) < 200


def test_reference_pages_are_those_of_the_code() -> None:
    assert PAGES["tables.md"] == reference.tables_page()
    assert PAGES["records.md"] == reference.records_page()
    options = set(re.findall(r"--[a-z-]+", reference.cli_page()))
    assert options == set(re.findall(r"--[a-z-]+", PAGES["cli.md"]))


def test_the_documentation_builds_without_a_warning(tmp_path: Path) -> None:
    pytest.importorskip("sphinx", reason="the documentation needs the extra docs")
    command = [
        sys.executable,
        "-m",
        "sphinx",
        "-W",
        "--keep-going",
        "-q",
        "-b",
        "html",
        str(ROOT / "docs"),
        str(tmp_path),
    ]
    done = subprocess.run(command, capture_output=True, text=True, timeout=300)
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "_static" / "article.png").is_file()
    assert "extract_many" in (tmp_path / "api.html").read_text(encoding="utf-8")
