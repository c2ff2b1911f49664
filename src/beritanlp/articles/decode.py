"""Bytes to text, whatever the encoding."""

from __future__ import annotations

import codecs
from pathlib import Path
from typing import IO

import charset_normalizer

from beritanlp.errors import InputError

SAMPLE = 200_000  # bytes that the guess of an encoding looks at
CHUNK = 1 << 20
SHORT = 16  # bytes that tell nothing
CONTROL = 0.02  # share of control characters from which on a text is none
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_HIGH = bytes(range(0x80, 0x100))
_ALLOWED = frozenset("\t\n\r\f\v\x85")


def decode(data: bytes) -> str:
    """Text of bytes: by its byte order mark, else UTF-8, else the most likely encoding.

    Raises
    ------
    InputError
        When the bytes are no text.

    Examples
    --------
    >>> decode("Café di Ubud dibuka kembali".encode("cp1252"))
    'Café di Ubud dibuka kembali'
    """
    try:
        text = data.decode(encoding_of(data))
    except UnicodeDecodeError as error:
        raise InputError(f"byte {error.start} is not {error.encoding}; convert the file to UTF-8") from error
    return check_text(text)


def check_text(text: str) -> str:
    """Return the text, if it is one.

    Raises
    ------
    InputError
        When it holds NUL characters or more than a few other control characters.
    """
    if "\0" in text:
        raise InputError(f"character {text.index(chr(0))} is NUL: a binary file")
    head = text[:SAMPLE]
    strange = sum(not (char.isprintable() or char in _ALLOWED) and ord(char) < 0xA0 for char in head)
    if strange > CONTROL * len(head):
        raise InputError("control characters all over: a binary file")
    return text


def encoding_of(data: bytes) -> str:
    """Name of the encoding of bytes."""
    marked = _marked(data)
    if marked:
        return marked
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        return "utf-8" if error.reason == "unexpected end of data" and len(data) > SAMPLE else _guess(data)
    return "utf-8"


def file_encoding(stream: IO[bytes]) -> str:
    """Name of the encoding of a whole file, which is read to its end and not held in memory."""
    head = stream.read(CHUNK)
    marked = _marked(head)
    if marked:
        return marked
    decoder = codecs.getincrementaldecoder("utf-8")()
    chunk = head
    try:
        while chunk:
            decoder.decode(chunk)
            chunk = stream.read(CHUNK)
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return _guess(head if _odd(head) else chunk)
    return "utf-8"


def read_text_file(path: Path) -> str:
    """Text of a file in any encoding.

    Raises
    ------
    InputError
        When the file is missing or no text; the message names the file.
    """
    try:
        return decode(path.read_bytes())
    except OSError as error:
        raise InputError(f"{path}: {error.strerror or error}") from error
    except InputError as error:
        raise InputError(f"{path}: {error}") from error


def _odd(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        return error.reason != "unexpected end of data"
    return False


def _marked(data: bytes) -> str | None:
    return next((name for mark, name in _MARKS if data.startswith(mark)), None) or _wide(data)


def _guess(data: bytes) -> str:
    """The most likely encoding of bytes that are no UTF-8.

    Text that is nearly all ASCII, as Indonesian is, reads as Windows-1252: of so few other bytes statistics guess
    wildly.
    """
    ascii_bytes = len(data.translate(None, _HIGH))
    if ascii_bytes >= 0.8 * len(data) and _reads(data, "cp1252"):
        return "cp1252"
    best = charset_normalizer.from_bytes(data[:SAMPLE]).best()
    if best is None:
        raise InputError("neither UTF-8 nor any other encoding: a binary file")
    return best.encoding


def _wide(data: bytes) -> str | None:
    """UTF-16 without a mark: every other byte of Latin text is NUL."""
    head = data[:SAMPLE]
    odd, even = head[1::2].count(0), head[::2].count(0)
    if len(head) < SHORT or max(odd, even) < 0.3 * len(head) or min(odd, even) > 0.05 * len(head):
        return None
    return "utf-16-le" if odd > even else "utf-16-be"


def _reads(data: bytes, encoding: str) -> bool:
    try:
        data.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True
