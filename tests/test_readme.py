"""README.md is true: its Python runs, its commands are the ones CI runs."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")


def blocks(kind: str, page: str = README) -> list[str]:
    return re.findall(rf"^```{kind}\n(.*?)^```", page, flags=re.MULTILINE | re.DOTALL)


def test_python_says_what_its_comments_say() -> None:
    scope: dict[str, Any] = {}
    first, second, *_ = blocks("python")
    exec(first + second, scope)
    checked = 0
    for line in first.splitlines():
        code, hash_mark, comment = line.partition("  # ")
        match = re.match(r"\s*('[^']*'|\[[^\]]*\]|always)", comment)
        if hash_mark and match:
            wanted = True if match[1] == "always" else eval(match[1])
            assert eval(code, scope) == wanted, line
            checked += 1
    assert checked >= 5


@pytest.mark.parametrize("page", sorted(path.name for path in (ROOT / "docs").glob("*.md")))
def test_python_of_the_docs(page: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "examples").symlink_to(ROOT / "examples")
    monkeypatch.chdir(tmp_path)
    scope: dict[str, Any] = {}
    for code in blocks("python", (ROOT / "docs" / page).read_text(encoding="utf-8")):
        exec(code, scope)
        for line in code.splitlines():
            said, hash_mark, comment = line.partition("  # ")
            if hash_mark and comment.startswith(("(", "'", "[")):
                assert eval(said, scope) == eval(comment), line


def test_two_commands_for_a_fresh_machine() -> None:
    first, second = blocks("sh run")
    assert "beritanlp extract" in first
    assert "pytest" in second
    assert ".ci/run" in README
