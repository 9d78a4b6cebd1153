"""Bubbles cut anew where KakaoTalk would fold one behind 전체 보기: at the borders of bubbles, else of paragraphs, rows
and sentences, in this order. Pure.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import accumulate, combinations, pairwise
from typing import NamedTuple

from bot.channels.kakao.limits import LONGEST_UNFOLDED
from bot.message import utf16_length
from bot.message.blocks import Block, Kind

BUBBLE, PARAGRAPH, ROW, SENTENCE = 0, 2, 5, 9  # how much is lost by a cut there
JOINED = 1  # how much is lost where two bubbles become one
BETWEEN = Block(Kind.TEXT, "\n\n")  # two bubbles that became one
MOST_PIECES = 80  # that are looked at
_CUT = re.compile(r"(\n\n+)|(\n)|(?<=[.?!])( )(?=\S)")


class Piece(NamedTuple):
    """What is not cut any further, and how much is lost by a cut before it."""

    blocks: list[Block]
    loss: int


def unfolded(bubbles: Sequence[Sequence[Block]], most: int) -> list[list[Block]] | None:
    """The same in at most `most` bubbles of which none is folded, with as little lost as can be; None where so many do
    not hold it.
    """
    for finest in (PARAGRAPH, ROW, SENTENCE):
        pieces = [piece for bubble in bubbles for piece in _pieces(bubble, finest)][: MOST_PIECES + 1]
        if len(pieces) <= MOST_PIECES and (best := _best(pieces, most)):
            return [_joined(pieces[start:end]) for start, end in pairwise(best)]
    return None


def _best(pieces: Sequence[Piece], most: int) -> tuple[int, ...] | None:
    """Where each bubble begins, and the end: of all ways that fold none the one that loses least, the evener first."""
    sizes = [utf16_length("".join(block.text for block in piece.blocks)) for piece in pieces]
    ends = [0, *accumulate(sizes)]
    joins = [0, *accumulate(len(BETWEEN.text) * (piece.loss == BUBBLE) for piece in pieces)]

    def longest(cut: tuple[int, ...]) -> int:
        return max(ends[end] - ends[start] + joins[end] - joins[start + 1] for start, end in pairwise(cut))

    def loss(cut: tuple[int, ...]) -> int:
        joined = sum(piece.loss == BUBBLE for piece in pieces[1:]) - sum(not pieces[at].loss for at in cut[1:-1])
        return sum(pieces[at].loss for at in cut[1:-1]) + JOINED * joined

    inner = (cut for count in range(most) for cut in combinations(range(1, len(pieces)), count))
    fits = [cut for cut in ((0, *inside, len(pieces)) for inside in inner) if longest(cut) <= LONGEST_UNFOLDED]
    return min(fits, key=lambda cut: (loss(cut), longest(cut)), default=None)


def _joined(pieces: Sequence[Piece]) -> list[Block]:
    """The blocks of pieces, with an empty line where bubbles are joined."""
    blocks = [*pieces[0].blocks]
    for piece in pieces[1:]:
        blocks += [BETWEEN, *piece.blocks] if piece.loss == BUBBLE else piece.blocks
    return blocks


def _pieces(bubble: Sequence[Block], finest: int) -> Iterator[Piece]:
    """The pieces of one bubble, cut nowhere where more is lost; signs between two stand at the end of the first."""
    held: list[Block] = []
    loss = BUBBLE
    for block in bubble:
        start = 0
        for found in _CUT.finditer(block.text):
            lost = PARAGRAPH if found[1] else ROW if found[2] else SENTENCE
            before = [*held, block._replace(text=block.text[start : found.end()])]
            if lost > finest or not any(one.text.strip() for one in before):
                continue
            yield Piece(before, loss)
            held, loss, start = [], lost, found.end()
        if start < len(block.text):
            held = [*held, block._replace(text=block.text[start:])]
    if held:
        yield Piece(held, loss)
