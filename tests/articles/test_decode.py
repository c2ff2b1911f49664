"""Bytes to text, whatever the encoding."""

from __future__ import annotations

import contextlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beritanlp.articles.decode import decode, file_encoding
from beritanlp.errors import InputError

NEWS = "Kafé “Sénja” di Ubud dibuka kembali, kata pengelolanya – Made Artana – pada Senin (6/1/2025). " * 3


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"])
def test_encodings(encoding: str) -> None:
    assert decode(NEWS.encode(encoding)) == NEWS


def test_latin_1() -> None:
    text = "Harga naik 5½ persen di Aceh, demikian catatan dinas. " * 4
    assert decode(text.encode("latin-1")) == text


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"\x7fELF\x02\x01\x01" + bytes(300), "NUL"),
        (b"Banjir\0surut", "character 6 is NUL"),
        (bytes(range(1, 32)) * 40, "binary"),
    ],
)
def test_no_text(data: bytes, reason: str) -> None:
    with pytest.raises(InputError, match=reason):
        decode(data)


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=200))
def test_utf8_comes_back(text: str) -> None:
    assert decode(("a" + text).encode()) == "a" + text


@given(st.binary(max_size=300))
def test_any_bytes_are_text_or_an_input_error(data: bytes) -> None:
    with contextlib.suppress(InputError):
        assert isinstance(decode(data), str)


def test_encoding_of_a_long_file(tmp_path: Path) -> None:
    path = tmp_path / "arsip.csv"
    path.write_bytes(b"a" * ((1 << 20) - 1) + "é".encode() + b"b" * 100)
    with path.open("rb") as stream:
        assert file_encoding(stream) == "utf-8"
    path.write_bytes(b"a" * 3_000_000 + b"\xe9")
    with path.open("rb") as stream:
        assert file_encoding(stream) == "cp1252"


def test_a_broken_byte_does_not_change_the_rest(tmp_path: Path) -> None:
    text = NEWS.encode()
    assert decode(text + b"caf\xe9" + text) == NEWS + "caf\ufffd" + NEWS
    assert decode((NEWS + "”").encode()[:-1]) == NEWS + "\ufffd"
    path = tmp_path / "arsip.csv"
    path.write_bytes(text * 4000 + b"\xe9" + text)
    with path.open("rb") as stream:
        assert file_encoding(stream) == "utf-8"
    path.write_bytes(text[:-1] * 4000 + b"\xe2\x80")
    with path.open("rb") as stream:
        assert file_encoding(stream) == "utf-8"
