"""A run that is killed at any moment, and goes on, gives the bytes of one that was not."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from beritanlp.batch import Options, run
from beritanlp.export import Format

KILLS = int(os.environ.get("BERITANLP_KILLS", "3"))  # 20 and more for the whole test


@pytest.mark.parametrize("form", [Format.sqlite, Format.csv, Format.jsonl, Format.parquet])
def test_killed_and_resumed(tmp_path: Path, form: Format) -> None:
    source = tmp_path / "berita.jsonl"
    lines = [f"Banjir ke-{n} merendam Demak, kata Bupati Sri Lestari, Senin (6/1/2025)." for n in range(120)]
    source.write_text("".join(json.dumps({"text": line}) + "\n" for line in lines), encoding="utf-8")
    run([source], tmp_path / "whole", Options(to=form, shard=3))
    command = [sys.executable, "-m", "beritanlp.cli", "batch", str(source), "-o", str(tmp_path / "out")]
    command += ["--to", form, "--shard", "3", "--jobs", "2"]
    chance = random.Random(str(form))
    killed = 0
    for _ in range(KILLS * 4):
        process = subprocess.Popen(command, stderr=subprocess.DEVNULL, start_new_session=True)
        try:
            process.wait(timeout=chance.uniform(0.5, 5.0))
            break
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()
            killed += 1
            if killed >= KILLS:
                break
    started = time.monotonic()
    assert subprocess.run(command, stderr=subprocess.DEVNULL).returncode == 0
    assert killed > 0
    assert time.monotonic() - started < 120
    for path in sorted((tmp_path / "whole").iterdir()):
        if path.is_file():
            assert path.read_bytes() == (tmp_path / "out" / path.name).read_bytes(), path.name
