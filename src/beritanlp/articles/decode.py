"""Bytes to text, whatever the encoding."""

from __future__ import annotations

import codecs
from typing import IO, NamedTuple

import charset_normalizer

from beritanlp.errors import InputError

SAMPLE = 200_000  # bytes that the guess of an encoding looks at
CHUNK = 1 << 20
SHORT = 16  # bytes that tell nothing
CONTROL = 0.02  # share of control characters from which on a text is none
SOUND = 10  # characters beyond ASCII that speak for UTF-8 against each byte that is none
REPLACED = "\N{REPLACEMENT CHARACTER}"
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_HIGH = bytes(range(0x80, 0x100))
_ALLOWED = frozenset("\t\n\r\f\v\x85")


class _Count(NamedTuple):
    """How well bytes read as UTF-8."""

    sound: int  # characters beyond ASCII
    broken: int  # bytes that are none
    cut: bool  # whether only the last character is broken, as where a file was cut off

    @property
    def is_utf8(self) -> bool:
        return self.broken == 0 or self.cut or self.sound >= SOUND * self.broken


def decode(data: bytes) -> str:
    """Text of bytes: by its byte order mark, else UTF-8, else the most likely encoding.

    A few bytes that are no UTF-8 in a text that is are replaced by U+FFFD.

    Raises
    ------
    InputError
        When the bytes are no text.

    Examples
    --------
    >>> decode("Café di Ubud dibuka kembali".encode("cp1252"))
    'Café di Ubud dibuka kembali'
    """
    return check_text(data.decode(encoding_of(data), errors="replace"))


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
    """Name of the encoding of bytes.

    Raises
    ------
    InputError
        When they are no text in any.
    """
    marked = _marked(data)
    if marked:
        return marked
    return "utf-8" if _count(data.decode("utf-8", errors="replace")).is_utf8 else _guess(data)


def file_encoding(stream: IO[bytes]) -> str:
    """Name of the encoding of a whole file, which is read to its end and not held in memory."""
    head = stream.read(CHUNK)
    marked = _marked(head)
    if marked:
        return marked
    decoder = codecs.getincrementaldecoder("utf-8")(errors="replace")
    sound, broken, odd, chunk = 0, 0, b"", head
    while chunk:
        count = _count(decoder.decode(chunk))
        sound, broken = sound + count.sound, broken + count.broken
        odd = odd or (chunk if count.broken else b"")
        chunk = stream.read(CHUNK)
    ended = bool(decoder.decode(b"", final=True))  # in the middle of a character
    cut, broken = ended and broken == 0 < sound, broken + ended
    return "utf-8" if _Count(sound, broken, cut).is_utf8 else _guess(odd)


def _count(text: str) -> _Count:
    broken = text.count(REPLACED)
    sound = sum(char > "\x7f" for char in text) - broken if not text.isascii() else 0
    return _Count(sound, broken, broken == 1 and sound > 0 and text.endswith(REPLACED))


def _marked(data: bytes) -> str | None:
    return next((name for mark, name in _MARKS if data.startswith(mark)), None) or _wide(data)


def _wide(data: bytes) -> str | None:
    """UTF-16 without a mark: every other byte of Latin text is NUL."""
    head = data[:SAMPLE]
    odd, even = head[1::2].count(0), head[::2].count(0)
    if len(head) < SHORT or max(odd, even) < 0.3 * len(head) or min(odd, even) > 0.05 * len(head):
        return None
    return "utf-16-le" if odd > even else "utf-16-be"


def _guess(data: bytes) -> str:
    """The most likely encoding of bytes that are no UTF-8.

    Text that is nearly all ASCII, as Indonesian is, reads as Windows-1252: of so few other bytes statistics guess
    wildly.
    """
    if len(data.translate(None, _HIGH)) >= 0.8 * len(data):
        return "cp1252"
    best = charset_normalizer.from_bytes(data[:SAMPLE]).best()
    if best is None:
        raise InputError("neither UTF-8 nor any other encoding: a binary file")
    return best.encoding
