"""The quality gate itself: it must fail when it should."""

from __future__ import annotations

import hashlib
import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

GATE = Path(__file__).parents[2] / "benchmarks" / "gate.py"


@pytest.fixture
def gate(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """The gate with one measure that scores 0.8, and a floors file to write."""
    spec = importlib.util.spec_from_file_location("gate", GATE)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    monkeypatch.setattr(module, "FLOORS", tmp_path / "floors.toml")
    monkeypatch.setattr(module, "MEASURES", {"fake": lambda shared, gold: {"f1": 0.8123}})
    return module


def run(gate: ModuleType, tmp_path: Path, floor: float, *args: str, gold: bytes = b"gold") -> int:
    (tmp_path / "gold.jsonl").write_bytes(gold)
    digest = hashlib.sha256(b"gold").hexdigest()
    (tmp_path / "floors.toml").write_text(
        f'[one]\nmeasure = "fake"\nfile = "gold.jsonl"\nsha256 = "{digest}"\n\n[one.floors]\nf1 = {floor}  # why\n'
    )
    argv = sys.argv
    sys.argv = ["gate.py", "--shared", str(tmp_path), *args]
    try:
        return int(gate.main())
    finally:
        sys.argv = argv


def test_passes_at_its_floor(gate: ModuleType, tmp_path: Path) -> None:
    assert run(gate, tmp_path, 0.812) == 0


def test_fails_under_its_floor(gate: ModuleType, tmp_path: Path) -> None:
    assert run(gate, tmp_path, 0.82) == 1


def test_fails_on_other_gold(gate: ModuleType, tmp_path: Path) -> None:
    assert run(gate, tmp_path, 0.5, gold=b"other") == 1


def test_raises_floors_but_never_lowers_them(gate: ModuleType, tmp_path: Path) -> None:
    run(gate, tmp_path, 0.5, "--raise")
    assert "f1 = 0.812  # why" in (tmp_path / "floors.toml").read_text()
    run(gate, tmp_path, 0.9, "--raise")
    assert "f1 = 0.9  # why" in (tmp_path / "floors.toml").read_text()
