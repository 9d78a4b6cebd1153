"""The text of a PDF as a reader would select and search it: each page's strings, by the fonts' own tables."""

import re
import zlib
from collections.abc import Iterator
from typing import Final

_OBJECT: Final = re.compile(rb"\n(\d+) 0 obj\s*(<<.*?>>)\s*(?:endobj|stream\r?\n)", re.DOTALL)
_NEXT: Final = re.compile(
    rb"/Lang\(\w*\)|/ActualText\s*<([0-9A-Fa-f]+)>|/(\w+) [\d.]+ Tf|(\()|<([0-9A-F]+)>|(B[DM]C)|(EMC)"
)
_ESCAPED: Final = re.compile(rb"\\([0-7]{1,3}|\r?\n|.)", re.DOTALL)
_NAMED: Final = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}


class Pdf:
    """A PDF as typst writes it: objects in the open, streams packed, two bytes a glyph."""

    def __init__(self, content: bytes) -> None:
        self._content = content
        self._objects = {int(found[1]): (found[2], found.end()) for found in _OBJECT.finditer(content)}

    @property
    def pages(self) -> list[str]:
        """What stands on each page, in the order in which it was set."""
        pages = [head for head, _ in self._objects.values() if b"/Type/Page/" in head]
        return ["".join(self._text(head)) for head in pages]

    def _text(self, page: bytes) -> Iterator[str]:
        fonts, signs = self._fonts(page), dict[int, str]()
        stream, at = self._stream(self._reference(page, b"Contents")), 0
        instead, spans = "", list[bool]()  # whether each open span is read in place of its glyphs
        while found := _NEXT.search(stream, at):
            said, font, opens, coded, begins, ends = found.groups()
            at = found.end()
            if said:
                instead = bytes.fromhex(said.decode()).decode("utf-16")
            elif font:
                signs = fonts[font]
            elif begins:
                spans.append(bool(instead))
                yield instead
                instead = ""
            elif ends:
                spans.pop()
            elif opens or coded:
                string, at = _string(stream, at) if opens else (bytes.fromhex(coded.decode()), at)
                glyphs = [int.from_bytes(string[n : n + 2]) for n in range(0, len(string), 2)]
                yield "" if any(spans) else "".join(signs[glyph] for glyph in glyphs)

    def _fonts(self, page: bytes) -> dict[bytes, dict[int, str]]:
        resources, _ = self._objects[self._reference(page, b"Resources")]
        listed = re.search(rb"/Font<<(.*?)>>", resources)
        named = re.findall(rb"/(\w+) (\d+) 0 R", listed[1]) if listed else []
        return {name: self._signs(int(number)) for name, number in named}

    def _signs(self, font: int) -> dict[int, str]:
        table = self._stream(self._reference(self._objects[font][0], b"ToUnicode")).decode("latin-1")
        pairs = re.findall(r"^<([0-9A-F]{4})> <([0-9A-F]+)>$", table, re.MULTILINE)
        return {int(glyph, 16): bytes.fromhex(sign).decode("utf-16-be") for glyph, sign in pairs}

    def _reference(self, head: bytes, name: bytes) -> int:
        found = re.search(rb"/%s (\d+) 0 R" % name, head)
        assert found, name
        return int(found[1])

    def _stream(self, number: int) -> bytes:
        head, start = self._objects[number]
        length = re.search(rb"/Length (\d+)", head)
        assert length
        return zlib.decompress(self._content[start : start + int(length[1])])


def _string(stream: bytes, at: int) -> tuple[bytes, int]:
    """What stands between brackets, those inside it that are matched among it, and where it ends."""
    start, depth = at, 1
    while depth:
        sign = stream[at : at + 1]
        at += 2 if sign == b"\\" else 1
        depth += (sign == b"(") - (sign == b")")
    return _ESCAPED.sub(_unescaped, stream[start : at - 1]), at


def _unescaped(found: re.Match[bytes]) -> bytes:
    sign = found[1]
    if sign.isdigit():
        return bytes([int(sign, 8)])
    return _NAMED.get(sign, b"" if sign.endswith(b"\n") else sign)
