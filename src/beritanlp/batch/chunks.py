"""Cut a stream into pieces."""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TypeVar

T = TypeVar("T")


def chunks(stream: Iterable[T], size: int) -> Iterator[list[T]]:
    """Lists of `size` things, the last one shorter.

    Examples
    --------
    >>> list(chunks("berita", 4))
    [['b', 'e', 'r', 'i'], ['t', 'a']]
    """
    source = iter(stream)
    while chunk := list(islice(source, size)):
        yield chunk
