"""A PNG with a palette of 256 colours: a third of the bytes, and no difference that one sees on flat pictures. Pure."""

import struct
import zlib
from collections import Counter
from collections.abc import Iterator, Sequence

SIGNATURE = b"\x89PNG\r\n\x1a\n"
MOST = 256
Colour = tuple[int, int, int]


def reduced(png: bytes) -> bytes:
    """The same picture, opaque; of eight bits a channel, not interlaced, as Chromium and typst write it."""
    width, height, rows = _read(png)
    colours = Counter(colour for row in rows for colour in row)
    kept = [colour for colour, _ in colours.most_common(MOST)]
    places = {colour: place for place, colour in enumerate(kept)}
    places |= {colour: places[_nearest(colour, kept)] for colour in colours if colour not in places}
    packed = zlib.compress(b"".join(b"\0" + bytes(places[colour] for colour in row) for row in rows), 9)
    head = struct.pack(">IIBBBBB", width, height, 8, 3, 0, 0, 0)
    chunks = ((b"IHDR", head), (b"PLTE", bytes(part for colour in kept for part in colour)), (b"IDAT", packed))
    return SIGNATURE + b"".join(_chunk(*one) for one in (*chunks, (b"IEND", b"")))


def _nearest(colour: Colour, kept: Sequence[Colour]) -> Colour:
    return min(kept, key=lambda one: sum((a - b) ** 2 for a, b in zip(one, colour, strict=True)))


def _chunk(name: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))


def _read(png: bytes) -> tuple[int, int, list[list[Colour]]]:
    chunks = dict[bytes, bytes]()
    at = len(SIGNATURE)
    while at < len(png):
        (length,), name = struct.unpack_from(">I", png, at), png[at + 4 : at + 8]
        chunks[name] = chunks.get(name, b"") + png[at + 8 : at + 8 + length]
        at += 12 + length
    width, height, depth, kind, _, _, interlaced = struct.unpack(">IIBBBBB", chunks[b"IHDR"])
    assert (depth, interlaced) == (8, 0)
    size = {2: 3, 6: 4}[kind]  # bytes of a pixel: RGB or RGBA
    rows = _unfiltered(zlib.decompress(chunks[b"IDAT"]), width * size, size)
    return width, height, [list(zip(row[0::size], row[1::size], row[2::size], strict=True)) for row in rows]


def _unfiltered(data: bytes, length: int, size: int) -> Iterator[bytearray]:
    """The rows as they were before their filters (PNG specification, 9.2)."""
    above = bytearray(length)
    for start in range(0, len(data), length + 1):
        row = bytearray(data[start + 1 : start + 1 + length])
        kind = data[start]
        for n in range(length if kind else 0):
            left, up = row[n - size] if n >= size else 0, above[n]
            if kind == 4:
                row[n] = (row[n] + _paeth(left, up, above[n - size] if n >= size else 0)) & 255
            else:
                row[n] = (row[n] + (0, left, up, (left + up) // 2)[kind]) & 255
        yield row
        above = row


def _paeth(left: int, up: int, corner: int) -> int:
    guess = left + up - corner
    return min((left, up, corner), key=lambda one: abs(guess - one))
