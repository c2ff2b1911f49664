"""How time grows with text, on ordinary and on hostile text.

    python benchmarks/growth.py [--size 8000] [--factor 4]

For each kind of text: seconds at the size, seconds at `factor` times the size, and their ratio. A ratio near the
factor is linear; its square would be quadratic. Each stage that takes more than a tenth of the time is named.
"""

from __future__ import annotations

import argparse
import time
from pathlib import Path

from spacy.language import Language

import beritanlp

EXAMPLES = Path(__file__).parent.parent / "examples" / "articles"
HOSTILE = {
    "quotation marks": '" “ ” ',
    "marks alone": '"',
    "unclosed marks": '"Kami siap membantu, ',
    "doubled marks": "'' Kami",
    "nested marks": "“Kata „Budi «kami ‘siap ",
    "quotes by line": '"Kami siap," kata dia.\n',
    "two speakers": "Budi menilai itu baik, sementara Siti menyebut itu buruk, ",
    "bodies": "perusahaan itu ",
    "bodies after persons": "Budi bertemu Siti di kantor. Perusahaan itu tutup. ",
    "bodies that speak": 'PT Maju hadir. "Kami siap," kata kedutaan. ',
    "attributions": 'kata Budi, ujarnya "Kami" ',
    "one sentence of names": "Budi Santoso dan Siti, ",
    "capitals": "A",
    "brackets": "( ",
    "commas": ", ",
    "according": "Menurut Budi, ",
    "dates": "12/3/2020 ",
    "line breaks": "\n",
    "pronouns": "Ia mengatakan bahwa ia ",
    "acronyms": "Badan Pusat Statistik (BPS) ",
    "glued words": "KataBudiKata",
    "descriptions": "pria itu ",
    "task forces": "Satgas Covid ",
    "roles": "Ketua Umum sekaligus ",
    "line-up": "Budi; Xyzzu, ",
    "pairs": "kedua negara AS dan Iran ",
    "triggers": "Polisi menangkap pelaku di Solo dan serangan itu ",
}


def main() -> None:
    """Print one line per kind of text."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--size", type=int, default=8000, help="characters")
    parser.add_argument("--factor", type=int, default=4)
    args = parser.parse_args()
    nlp = beritanlp.load()
    ordinary = "\n".join(path.read_text(encoding="utf-8") for path in sorted(EXAMPLES.glob("*.txt")))
    for name, unit in {"articles": ordinary, **HOSTILE}.items():
        text = unit * (args.size * args.factor // len(unit) + 1)
        small, large = (sum(stages(nlp, text[:n]).values()) for n in (args.size, args.size * args.factor))
        costs = stages(nlp, text[: args.size * args.factor])
        heavy = ", ".join(f"{stage} {s:.2f}" for stage, s in costs.items() if s > 0.1 * sum(costs.values()))
        print(f"{name:22} {small:6.2f} s {large:6.2f} s  x{large / small:4.1f}  ({heavy})")


def stages(nlp: Language, text: str) -> dict[str, float]:
    """Seconds of each component."""
    started = time.perf_counter()
    doc = nlp.make_doc(text)
    seconds = {"tokenizer": time.perf_counter() - started}
    for name, component in nlp.pipeline:
        started = time.perf_counter()
        doc = component(doc)
        seconds[name] = time.perf_counter() - started
    return seconds


if __name__ == "__main__":
    main()
