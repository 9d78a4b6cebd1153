"""A lesson file's outline: Markdown to sections and blocks that remember their lines. Pure."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.token import Token

FENCE = "+++"


@dataclass(frozen=True, slots=True)
class Fault:
    """Something wrong in a file: its line, and the key and values of the sentence that says how to mend it."""

    line: int
    key: str
    values: tuple[tuple[str, str], ...] = ()


class Faulty(Exception):
    """Raised with the first fault of one section, so that the other sections are still read."""

    def __init__(self, line: int, key: str, **values: object) -> None:
        super().__init__(key)
        self.fault = Fault(line, key, tuple((name, str(value)) for name, value in values.items()))


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, quote, list, item, rule or heading; `text` is plain, with its line breaks."""

    kind: str
    line: int
    text: str = ""
    inside: tuple["Block", ...] = ()

    @property
    def words(self) -> str:
        """All its text: its own, then that of the blocks inside."""
        return "\n\n".join(part for part in (self.text, *(block.words for block in self.inside)) if part)


@dataclass(frozen=True, slots=True)
class Section:
    """What stands under one second-level heading; `words` are the heading's parts between the middle dots."""

    words: tuple[str, ...]
    line: int
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Outline:
    """A file's head (its TOML table), what stands before the first heading, and its sections in order."""

    head: Mapping[str, Any]
    opening: tuple[Block, ...]
    sections: tuple[Section, ...]


def outline(source: str) -> Outline:
    """Read a file's text. Raises Faulty where nothing sensible can be read at all."""
    lines = source.removeprefix("\ufeff").splitlines()
    if not lines or lines[0].strip() != FENCE or FENCE not in (line.strip() for line in lines[1:]):
        raise Faulty(1, "fault-no-head")
    end = next(number for number, line in enumerate(lines[1:], 1) if line.strip() == FENCE)
    try:
        head = tomllib.loads("\n".join(lines[1:end]))
    except tomllib.TOMLDecodeError as error:
        raise Faulty(1, "fault-head", why=error) from error
    blocks = tuple(_blocks(MarkdownIt("commonmark").parse("\n".join(lines[end + 1 :])), end + 2))
    starts = [at for at, block in enumerate(blocks) if block.kind == "h2"]
    ends = [*starts[1:], len(blocks)]
    sections = tuple(
        Section(parts(blocks[start].text), blocks[start].line, blocks[start + 1 : stop])
        for start, stop in zip(starts, ends, strict=True)
    )
    return Outline(head, blocks[: starts[0] if starts else len(blocks)], sections)


def parts(text: str) -> tuple[str, ...]:
    """The parts of a heading or tag line, which middle dots between spaces separate."""
    return tuple(part.strip() for part in text.split(" · "))


def _blocks(tokens: list[Token], first_line: int) -> Iterator[Block]:
    at = 0
    while at < len(tokens):
        token = tokens[at]
        line = (token.map[0] if token.map else 0) + first_line
        if token.nesting == 0:
            yield Block(token.type, line, token.content)
            at += 1
            continue
        end = next(n for n in range(at + 1, len(tokens)) if tokens[n].level == token.level and tokens[n].nesting == -1)
        content = tokens[at + 1 : end]
        if content and content[0].type == "inline":
            if token.markup in {"-", "="}:
                raise Faulty(line, "fault-underlined-heading")
            yield Block(token.tag, line, _plain(content[0], line))
        else:
            yield Block(token.tag, line, "", tuple(_blocks(content, first_line)))
        at = end + 1


def _plain(inline: Token, line: int) -> str:
    """Chats show plain text, so emphasis, links and code would reach the learner as bare signs."""
    breaks = {"softbreak": "\n", "hardbreak": "\n"}
    for child in inline.children or ():
        if child.type not in {"text", *breaks}:
            raise Faulty(line, "fault-not-plain", sign=child.markup or child.type)
    return "".join(breaks.get(child.type, child.content) for child in inline.children or ())
