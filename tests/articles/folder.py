"""A folder of bad inputs, with the good articles that must come through it."""

from __future__ import annotations

import codecs
import gzip
import json
from pathlib import Path
from typing import NamedTuple

GOOD = "DEMAK - Banjir merendam tiga desa di Demak, kata Bupati Sri Lestari, Senin (6/1/2025)."
HTML = (
    "<html><head><title>Banjir Demak</title><meta property='og:site_name' content='Kabar Demak'>"
    "<meta property='article:published_time' content='2025-01-06T08:00:00+07:00'></head><body><article>"
    "<h1>Banjir Demak</h1><p>DEMAK - Banjir merendam tiga desa di Kabupaten Demak, Senin (6/1/2025). Sebanyak 300 "
    "warga mengungsi ke balai desa sejak dini hari.</p><p>“Air mulai surut,” kata Bupati Demak Sri Lestari saat "
    "meninjau lokasi banjir bersama jajaran badan penanggulangan bencana setempat.</p></article></body></html>"
)


class Bad(NamedTuple):
    """What is wrong with a file: part of the reason that must be reported."""

    reason: str
    level: str = "error"
    good: int = 0  # articles of the file that must come through all the same


def row(**values: object) -> str:
    return json.dumps(values, ensure_ascii=False)


def make(folder: Path) -> tuple[dict[str, Bad], int]:
    """Fill a folder; file names with what is wrong, and the number of articles that must come through."""
    files: dict[str, bytes] = {}
    bad: dict[str, Bad] = {}

    def put(name: str, data: bytes | str, what: Bad | None = None) -> None:
        files[name] = data.encode() if isinstance(data, str) else data
        if what:
            bad[name] = what

    # read, although most are odd
    put("baik.txt", GOOD)
    put("bom.txt", codecs.BOM_UTF8 + GOOD.encode())
    put("utf16.txt", GOOD.encode("utf-16"))
    put("utf16-tanpa-bom.txt", GOOD.encode("utf-16-le"))
    put("utf32.txt", GOOD.encode("utf-32"))
    put("latin.txt", (GOOD + " Kafé tutup.").encode("latin-1"))
    put("windows.txt", (GOOD + " “Aman,” katanya.").encode("cp1252"))
    put("crlf.txt", GOOD.replace(", ", ",\r\n"))
    put("pack.txt.gz", gzip.compress(GOOD.encode(), mtime=0))
    put("banjir 🌧 ꦧꦚ꧀ꦗꦶꦂ 洪水.txt", GOOD)
    put("nama\nberbaris.txt", GOOD)
    put("KAPITAL.TXT", GOOD)
    put("baik.html", HTML)
    put("rusak.html", HTML.replace("</p>", "").replace("</article></body></html>", "<div><p><b>"))
    put("baik.jsonl", "\n".join([row(text=GOOD, date="6 Januari 2025"), "", row(isi=GOOD)]))
    put("satu.json", row(judul="Banjir", isi=GOOD))
    put("daftar.json", json.dumps([{"text": GOOD}, {"content": GOOD}]))
    put("bungkus.json", json.dumps({"status": "ok", "articles": [{"text": GOOD}]}))
    put("titik-koma.csv", f'judul;isi;tanggal\nBanjir;"{GOOD}";06/01/2025\n')
    put("baik.tsv", f"title\tcontent\nBanjir\t{GOOD}\n")
    good = 22
    # not read, or in part
    put("kosong.txt", b"", Bad("empty"))
    put("spasi.txt", " \n\t\n", Bad("empty"))
    put("bom-saja.txt", codecs.BOM_UTF8, Bad("empty"))
    put("nul.txt", b"Banjir\0" + GOOD.encode(), Bad("NUL"))
    put("biner.txt", b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20, Bad("binary file"))
    put("kendali.txt", bytes(range(1, 32)) * 40, Bad("binary"))
    put("panjang.txt", b"banjir " * 3_000_000, Bad("articles of more than"))
    put("kosong.html", b"", Bad("empty"))
    put("bukan.html", "<html><head><title>Beranda</title></head><body></body></html>", Bad("no article in the page"))
    put("biner.html", bytes(range(256)) * 20, Bad("no article in the page"))
    put("kosong.json", b"", Bad("empty"))
    put("rusak.json", '{"text": "Banjir"', Bad("line 1, column"))
    put("angka.json", "42", Bad("a list of objects is wanted, not int"))
    put("dalam.json", "[" * 100_000, Bad("nested too deep"))
    put("tanpa-teks.json", row(judul="Banjir", ringkasan="x"), Bad("none of the columns judul, ringkasan is text"))
    put("kosong.jsonl", b"", Bad("empty"))
    put("rusak.jsonl", row(text=GOOD) + '\n{"text": \n' + row(text=GOOD), Bad("no JSON", good=2))
    put("daftar.jsonl", '["a"]\n', Bad("a JSON object is wanted, not list"))
    put("angka.jsonl", row(text=5), Bad("no string but int"))
    put("kosong-teks.jsonl", row(text=""), Bad("the text is empty"))
    put("surogat.jsonl", '{"text": "Banjir \\ud800"}', Bad("lone surrogate"))
    put("tanggal.jsonl", row(text=GOOD, date="entah kapan"), Bad("no date of publication", "warning", 1))
    put("biner.jsonl", b"\x00\x01\x02\n" + row(text=GOOD).encode(), Bad("NUL", good=1))
    put("kosong.csv", b"", Bad("empty"))
    put("kolom.csv", "judul,ringkasan\nBanjir,Air\n", Bad("none of the columns judul, ringkasan is text"))
    put("pendek.csv", f'judul,isi\nBanjir\nBanjir,"{GOOD}"\n', Bad("none of the columns judul is text", good=1))
    put("nul.csv", f"judul,isi\nBanjir,air\0surut\nBanjir,{GOOD.replace(',', '')}\n".encode(), Bad("NUL", good=1))
    put("kutip.csv", f'judul,isi\nA,{GOOD.replace(",", "")}\nBanjir,"{GOOD}', Bad("unexpected end of data", good=1))
    put("lebih.csv", "judul,isi\nBanjir,Air surut, kata warga\n", Bad("more cells than columns"))
    put("sep.csv", f'sep=;\njudul;isi\nBanjir;"{GOOD}"\n')
    put("cr.csv", f'judul;isi\rBanjir;"{GOOD}"\r')
    put("artikel.json", json.dumps({"text": GOOD, "comments": [{"text": "komentar"}], "images": [{"url": "x"}]}))
    good += 3
    put(
        "campur.csv",
        b"judul,isi\n" + f"“a”,{GOOD.replace(',', '')} “b”\n".encode() * 9 + b"x,banjir caf\xe9\n",
        Bad("U+FFFD", "warning", 10),
    )
    put("potong.txt", (GOOD + " “Aman”").encode()[:-1], Bad("U+FFFD", "warning", 1))
    put("judul.jsonl", '{"text": "' + GOOD + '", "title": "x\\ud83d", "url": "y\\ud83d"}')
    good += 1
    put("kunci.jsonl", '{"x\\ud83d": "banjir"}', Bad("no text"))
    put("bilangan.jsonl", '{"text": "banjir", "id": ' + "9" * 5000 + "}", Bad("no JSON"))
    put("rusak.parquet", b"PAR1" + bytes(50), Bad("no Parquet file"))
    put("kosong.parquet", b"", Bad("no Parquet file"))
    put("rusak.txt.gz", gzip.compress(GOOD.encode() * 50, mtime=0)[:-20], Bad("damaged gzip"))
    put("rusak.jsonl.gz", gzip.compress(row(text=GOOD).encode())[:10] + b"xxxx" * 9, Bad("damaged gzip"))
    put("foto.png", b"\x89PNG", Bad("unknown kind of file", "warning"))
    put("arsip.zip", b"PK\x03\x04", Bad("unknown kind of file", "warning"))
    put("dokumen.docx", b"PK\x03\x04", Bad("unknown kind of file", "warning"))
    for name, data in files.items():
        (folder / name).write_bytes(data)
    good += sum(what.good for what in bad.values())
    # links
    (folder / "putus.txt").symlink_to(folder / "tidak-ada.txt")
    bad["putus.txt"] = Bad("a link to nothing")
    (folder / "berputar.txt").symlink_to(folder / "berputar.txt")
    bad["berputar.txt"] = Bad("in a circle")
    deep = folder / "sub" / "dalam"
    deep.mkdir(parents=True)
    (deep / "baik.txt").write_text(GOOD, encoding="utf-8")
    (deep / "kembali").symlink_to(folder, target_is_directory=True)
    bad["sub/dalam/kembali"] = Bad("a link back", "warning")
    return bad, good + 1
