"""The notebooks run, and the scripts do what they say."""

from __future__ import annotations

import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

EXAMPLES = Path(__file__).parent.parent / "examples"
NOTEBOOKS = sorted(EXAMPLES.glob("*.ipynb"))


def script(name: str, *arguments: str | Path) -> str:
    command = [sys.executable, str(EXAMPLES / name), *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=True, timeout=300).stdout


def test_there_are_four_notebooks() -> None:
    assert len(NOTEBOOKS) == 4


@pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::UserWarning", "ignore::ResourceWarning")
@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_notebook(path: Path) -> None:
    nbclient = pytest.importorskip("nbclient", reason="notebooks need the extras notebook and test")
    import nbformat

    notebook = nbformat.read(path, as_version=4)
    assert not any(cell.get("outputs") for cell in notebook.cells), "clear the outputs"
    nbclient.NotebookClient(notebook, timeout=300, resources={"metadata": {"path": str(EXAMPLES)}}).execute()
    shown = [output for cell in notebook.cells for output in cell.get("outputs", ())]
    assert any("text/html" in output.get("data", {}) for output in shown)


def test_service() -> None:
    testclient = pytest.importorskip("fastapi.testclient", reason="the service needs fastapi")
    assert len((EXAMPLES / "service.py").read_text(encoding="utf-8").splitlines()) <= 42
    sys.path.insert(0, str(EXAMPLES))
    try:
        from service import app
    finally:
        sys.path.remove(str(EXAMPLES))
    with testclient.TestClient(app) as client:
        found = client.post("/extract", json={"text": '"Kami siap," kata Rini Astuti.', "published": "2025-01-06"})
        assert found.json()["speakers"][0]["name"] == "Rini Astuti"
        wrong = client.post("/extract", json={"text": "Hujan.", "published": "kemarin"})
        assert (wrong.status_code, "kemarin" in wrong.json()["detail"]) == (422, True)


def test_folder_to_parquet(tmp_path: Path) -> None:
    pytest.importorskip("duckdb", reason="the script asks DuckDB")
    said = script("folder_to_parquet.py", EXAMPLES / "articles", tmp_path / "out")
    assert "16 articles, 0 failed" in said
    assert "words" in said
    assert (tmp_path / "out" / "quotes.parquet").is_file()


def test_cue_verbs() -> None:
    said = script("cue_verbs.py", *sorted((EXAMPLES / "articles").glob("*.txt"))[:6])
    found = tomllib.loads(said.partition("#")[2].partition("\n")[2])
    assert "mengatakan" in said.splitlines()[0]
    assert isinstance(found["cues"]["stance"]["neutral"]["verbs"], list)
