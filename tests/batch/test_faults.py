"""A run that is killed at any moment, and goes on, gives the bytes of one that was not."""

from __future__ import annotations

import json
import os
import random
import shutil
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
    command = [sys.executable, "-m", "beritanlp.cli", "batch", str(source)]
    command += ["--to", form, "--shard", "3", "--jobs", "2", "-o"]
    started = time.monotonic()
    subprocess.run([*command, str(tmp_path / "timed")], check=True, stderr=subprocess.DEVNULL)
    longest = time.monotonic() - started  # a run that is killed must not have ended before, on any machine
    command.append(str(tmp_path / "out"))
    chance = random.Random(str(form))
    killed = rounds = 0
    while killed < KILLS:
        rounds += 1
        killed += run_and_kill(command, longest, chance)
        for path in sorted((tmp_path / "whole").iterdir()):
            if path.is_file():
                assert path.read_bytes() == (tmp_path / "out" / path.name).read_bytes(), path.name
        shutil.rmtree(tmp_path / "out")
        assert rounds < 3 * KILLS


def run_and_kill(command: list[str], longest: float, chance: random.Random) -> int:
    """Give the command again and again until a run ends; how many were killed before."""
    killed = 0
    while True:
        process = subprocess.Popen(command, stderr=subprocess.DEVNULL, start_new_session=True)
        try:
            assert process.wait(timeout=longest * (chance.uniform(0.2, 0.9) + killed / 4)) == 0
            return killed
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()
            killed += 1
