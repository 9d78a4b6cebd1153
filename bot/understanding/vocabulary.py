"""What can be said by its name. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What can be typed: Latin names, Korean ones to Latin ones, those that take words after them, the terms taught,
    the titles of parts and units, folded, the names of the questions that take whole sentences, and of the parts whose
    line is said to somebody else.
    """

    latin: frozenset[str]
    korean: Mapping[str, str]
    open: frozenset[str]
    terms: frozenset[str]
    titles: frozenset[str] = frozenset()
    essays: frozenset[str] = frozenset()
    messages: frozenset[str] = frozenset()
