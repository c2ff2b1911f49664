"""The command line: data on stdout, talk on stderr, exit codes."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

import beritanlp
from tests.conftest import ARTICLES

FLOOD = ARTICLES / "banjir-demak.txt"


def run(*args: str, stdin: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    return subprocess.run([sys.executable, "-m", "beritanlp", *args], input=stdin, capture_output=True, check=False)


def test_json() -> None:
    done = run("extract", str(FLOOD))
    assert done.returncode == 0, done.stderr
    article = json.loads(done.stdout)
    assert article["text"] == FLOOD.read_text(encoding="utf-8")
    assert done.stderr == b""


def test_jsonl_of_stdin_and_file() -> None:
    done = run("extract", "-", str(FLOOD), "--format", "jsonl", "--published", "2025-01-06", stdin=b"Ia tiba kemarin.")
    first, second = map(json.loads, done.stdout.splitlines())
    assert first["times"][0]["value"] == "2025-01-05"
    assert second["published"] == "2025-01-06"


def test_table() -> None:
    done = run("extract", str(FLOOD), "--format", "table")
    text = done.stdout.decode()
    assert all(title in text for title in ("People", "Quotes", "Times"))


def test_one_file_fails_the_others_go_on(tmp_path: Path) -> None:
    binary = tmp_path / "biner.txt"
    binary.write_bytes(b"Banjir\0surut")
    done = run("extract", str(binary), str(tmp_path / "none.txt"), str(FLOOD), "--format", "jsonl")
    assert done.returncode == 1
    assert len(done.stdout.splitlines()) == 1
    talk = " ".join(done.stderr.decode().split())
    assert "biner.txt: character 6 is NUL" in talk
    assert "No such file" in talk


def test_every_kind_of_file(tmp_path: Path) -> None:
    """A page, and rows of which one is bad; what is told on the command line comes before what the page says."""
    page, rows = tmp_path / "halaman.html", tmp_path / "arsip.jsonl"
    body = "<p>Banjir melanda Kabupaten Demak sejak kemarin.</p>" * 8
    page.write_text(f"<html><head><title>Banjir</title></head><body><article>{body}</article></body></html>")
    rows.write_text('{"text": "Gempa mengguncang Cianjur.", "date": "2022-11-21"}\n{"text": \n')
    done = run("extract", str(page), str(rows), "--format", "jsonl", "--title", "Judul")
    first, second = map(json.loads, done.stdout.splitlines())
    assert "<p>" not in first["text"]
    assert (first["title"], second["title"], second["published"]) == ("Judul", "Judul", "2022-11-21")
    assert done.returncode == 1
    assert "arsip.jsonl, row 2: no JSON" in " ".join(done.stderr.decode().split())


def test_bad_stdin() -> None:
    done = run("extract", "-", stdin=b"Banjir\0surut")
    assert (done.returncode, done.stdout) == (1, b"")
    assert b"<stdin>: character 6 is NUL" in done.stderr


@pytest.mark.parametrize(
    ("args", "code", "word"),
    [
        (("extract",), 2, b"FILE"),
        (("extract", "x", "--format", "xml"), 2, b"xml"),
        (("extract", "x", "--lexicon", "tidak-ada.toml"), 2, b"not found"),
        (("extract", "x", "--model", "tidak_ada"), 3, b"tidak_ada"),
        (("extract", str(FLOOD), "--published", "kemarin"), 1, b"ISO"),
    ],
)
def test_exit_codes(args: tuple[str, ...], code: int, word: bytes) -> None:
    done = run(*args)
    assert done.returncode == code
    assert word in done.stderr
    assert done.stdout == b""
    assert b"Traceback" not in done.stderr


def test_schema() -> None:
    assert json.loads(run("schema").stdout) == beritanlp.Article.model_json_schema()


def test_info() -> None:
    lines = dict(line.split(": ", 1) for line in run("info").stdout.decode().splitlines())
    assert lines["beritanlp"] == beritanlp.__version__
    assert lines["model"].startswith("id_berita_sm")


def test_version_and_help() -> None:
    assert beritanlp.__version__.encode() in run("--version").stdout
    shown = run("extract", "--help").stdout
    assert b"--published" in shown
    assert b"stdin" in shown or b"standard input" in shown


def test_a_slip_in_the_lexicon(tmp_path: Path) -> None:
    own = tmp_path / "own.toml"
    own.write_text("# mine\n[cues.stance.denny]\nafter = ['elak']\n", encoding="utf-8")
    done = run("extract", str(FLOOD), "--lexicon", str(own))
    assert done.returncode == 2
    assert b"own.toml, line 2: unknown key 'denny' in [cues.stance]; valid keys: neutral" in done.stderr


def test_batch_and_questions(tmp_path: Path) -> None:
    base = tmp_path / "arsip.db"
    (tmp_path / "kosong.txt").write_bytes(b"")
    done = run("batch", str(ARTICLES / "*.txt"), str(tmp_path / "kosong.txt"), "-o", str(base), "--limit", "17")
    assert (done.returncode, done.stdout) == (1, b"")
    assert b"16 articles" in done.stderr
    assert b"1 failed" in done.stderr
    (problem,) = map(json.loads, (tmp_path / "arsip.db.errors.jsonl").read_text(encoding="utf-8").splitlines())
    assert (problem["reason"], problem["stage"]) == ("the file is empty", "read")
    found = json.loads(run("quotes", str(base), "--since", "2024-03", "--format", "json").stdout)
    assert found
    assert all(row["day"] >= "2024-03" for row in found)
    table = run("events", str(base), "--type", "DISASTER").stdout.decode()
    assert "DISASTER" in table
    assert "Banjir" in table


def test_batch_of_standard_input(tmp_path: Path) -> None:
    lines = b'{"isi": "Banjir merendam Demak."}\n{"isi": "Gempa mengguncang Cianjur."}\n'
    done = run("batch", "-", "-o", str(tmp_path / "records.jsonl"), stdin=lines)
    assert done.returncode == 0, done.stderr
    records = [json.loads(line) for line in (tmp_path / "records.jsonl").read_text(encoding="utf-8").splitlines()]
    assert [record["places"][0]["name"] for record in records] == ["Demak", "Cianjur"]


def test_batch_refuses_and_says_what_to_do(tmp_path: Path) -> None:
    assert run("batch", str(FLOOD), "-o", str(tmp_path)).returncode == 0
    done = run("batch", str(FLOOD), "-o", str(tmp_path), "--to", "csv")
    assert done.returncode == 2
    assert b"--restart" in done.stderr
    assert run("quotes", str(tmp_path / "arsip.db")).returncode == 2
