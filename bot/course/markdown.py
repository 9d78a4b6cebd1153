"""A lesson file's outline: Markdown to sections and blocks that remember their lines. Pure."""

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.token import Token

from bot.course.faults import Fault, Faulty, toml_fault

FENCE = "+++"
_OWN_LINE = re.compile(r"^(?:[^\s:][^:.?!]{0,13}: |[‘“][^’”]*[’”]$|\d+[.)] )")  # a row, a quote
_ENDS = re.compile(r"[.?!…’”)]$")


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, quote, list, item, rule or heading; `text` is plain, with the line breaks of its file."""

    kind: str
    line: int
    text: str = ""
    inside: tuple["Block", ...] = ()

    @property
    def words(self) -> str:
        """All its text: its own, then that of the blocks inside."""
        return "\n\n".join(part for part in (self.flow, *(block.words for block in self.inside)) if part)

    @property
    def written(self) -> str:
        """The same with the line breaks of the file."""
        return "\n\n".join(part for part in (self.text, *(block.written for block in self.inside)) if part)

    @property
    def flow(self) -> str:
        """Its own text as it is read."""
        return flowing(self.text)


@dataclass(frozen=True, slots=True)
class Section:
    """What stands under one second-level heading; `words` are the heading's parts between the middle dots."""

    words: tuple[str, ...]
    line: int
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Outline:
    """A file's head (its TOML table), what stands before the first heading, and its sections in order.

    `lines` are those of the head, `keys` the lines of its names; `faults` are what a chat could not show.
    """

    head: Mapping[str, Any]
    lines: Sequence[str]
    keys: Mapping[str, int]
    opening: tuple[Block, ...]
    sections: tuple[Section, ...]
    faults: tuple[Fault, ...]


def outline(source: str) -> Outline:
    """Read a file's text. Raises Faulty where nothing sensible can be read at all."""
    lines = source.removeprefix("\ufeff").splitlines()
    if not lines or lines[0].strip() != FENCE:
        raise Faulty(1, "fault-no-head")
    if FENCE not in (line.strip() for line in lines[1:]):
        raise Faulty(1, "fault-open-head")
    end = next(number for number, line in enumerate(lines[1:], 1) if line.strip() == FENCE)
    head, keys = _head(lines[1:end])
    faults: list[Fault] = []
    tokens = MarkdownIt("commonmark").parse("\n".join(lines[end + 1 :]))
    blocks = tuple(_blocks(tokens, end + 2, faults))
    starts = [at for at, block in enumerate(blocks) if block.kind == "h2"]
    ends = [*starts, len(blocks)][1:]
    sections = tuple(
        Section(parts(blocks[start].text), blocks[start].line, blocks[start + 1 : stop])
        for start, stop in zip(starts, ends, strict=True)
    )
    return Outline(head, lines[1:end], keys, blocks[: starts[0] if starts else len(blocks)], sections, tuple(faults))


def flowing(text: str) -> str:
    """A paragraph that is broken where the screen ends, and not where its file is, so that a narrow one does not break
    it twice. What is said line by line stays so: rows (약속: 무엇을 해 드리는지), words quoted in a line of their own,
    and things listed at the end without a full stop.
    """
    lines = text.split("\n")
    listed = len(lines) - max((place for place, line in enumerate(lines, 1) if _ENDS.search(line)), default=0)
    listed = listed if listed > 1 else 0
    apart = [
        bool(_OWN_LINE.search(line)) or left <= listed
        for line, left in zip(lines, range(len(lines), 0, -1), strict=True)
    ]
    joints = ["\n" if own or next_own else " " for own, next_own in pairwise(apart)]
    return "".join(f"{line}{joint}" for line, joint in zip(lines, [*joints, ""], strict=True))


def parts(text: str) -> tuple[str, ...]:
    """The parts of a heading or tag line, which middle dots between spaces separate."""
    return tuple(part.strip() for part in text.split(" · "))


def between(blocks: Iterable[Block], kind: str) -> list[list[Block]]:
    """What stands before, between and after the blocks of one kind."""
    groups: list[list[Block]] = [[]]
    for block in blocks:
        if block.kind == kind:
            groups.append([])
        else:
            groups[-1].append(block)
    return groups


def written(plan: Outline) -> Iterator[tuple[int, str]]:
    """Every line of text a learner may read, with its number; the head's values stand at their names."""
    yield from ((plan.keys.get(key, 1), value) for key, value in plan.head.items() if isinstance(value, str))
    yield from (line for block in plan.opening for line in lines_of(block))
    for section in plan.sections:
        yield section.line, " · ".join(section.words)
        yield from (line for block in section.blocks for line in lines_of(block))


def lines_of(block: Block) -> Iterator[tuple[int, str]]:
    """The lines of a block and of the blocks inside, each with its number."""
    if block.text:
        yield from enumerate(block.text.split("\n"), block.line)
    for inner in block.inside:
        yield from lines_of(inner)


def _head(lines: list[str]) -> tuple[dict[str, Any], dict[str, int]]:
    keys = {line.partition("=")[0].strip(): number for number, line in enumerate(lines, 2) if "=" in line}
    try:
        return tomllib.loads("\n".join(lines)), keys
    except tomllib.TOMLDecodeError as error:
        raise Faulty.of(toml_fault(error, lines, 2)) from None


def _blocks(tokens: list[Token], first_line: int, faults: list[Fault]) -> Iterator[Block]:
    at = 0
    while at < len(tokens):
        token = tokens[at]
        line = (token.map[0] if token.map else 0) + first_line
        if token.nesting == 0:
            if not _is_comment(token):
                faults += _unshowable(token, line)
                yield Block(token.type, line, token.content)
            at += 1
            continue
        end = next(n for n in range(at + 1, len(tokens)) if tokens[n].level == token.level and tokens[n].nesting == -1)
        content = tokens[at + 1 : end]
        faults += _unshowable(token, line)
        if content and content[0].type == "inline":
            yield Block(_kind(token), line, _plain(content[0], line, faults))
        else:
            yield Block(token.tag, line, "", tuple(_blocks(content, first_line, faults)))
        at = end + 1


def _kind(token: Token) -> str:
    """A block's tag; a heading of a wrong kind is read as what was meant, so that it is one fault and not five."""
    if token.type != "heading_open":
        return token.tag
    return {"#": "h2", "##": "h2", "-": "p", "=": "p"}.get(token.markup, "h3")


def _is_comment(token: Token) -> bool:
    """Authors may leave notes to each other, and a new lesson explains itself in them."""
    return token.type == "html_block" and bool(re.fullmatch(r"\s*<!--.*-->\s*", token.content, re.DOTALL))


def _unshowable(token: Token, line: int) -> Iterator[Fault]:
    """A block that chats do not know."""
    if token.type == "heading_open" and token.markup in {"-", "="}:
        yield Fault(line, "fault-underlined-heading")
    elif token.type == "heading_open" and token.markup not in {"##", "###"}:
        yield Fault(line, "fault-heading", (("sign", token.markup),))
    elif token.type == "code_block":
        yield Fault(line, "fault-indented")
    elif token.type in {"fence", "html_block"}:
        yield Fault(line, "fault-not-plain", (("sign", token.markup or token.content.split()[0]),))


def _plain(inline: Token, line: int, faults: list[Fault]) -> str:
    """Chats show plain text, so emphasis, links and code would reach the learner as bare signs."""
    text = ""
    for child in inline.children or ():
        if child.type in {"softbreak", "hardbreak"}:
            text += "\n"
        elif child.type == "text":
            text += child.content
        elif child.nesting >= 0:
            sign = {"link_open": "[", "image": "!["}.get(child.type) or child.markup or child.content
            faults.append(Fault(line + text.count("\n"), "fault-not-plain", (("sign", sign),)))
    return text
