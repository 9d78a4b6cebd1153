"""Text for who reads slowly: in short bubbles, one thought at a time. Pure."""

import re
from collections.abc import Iterable, Iterator

MOST_LETTERS = 110  # of a short bubble; a lesson's idea has up to 250
MOST_LINES = 5  # at the width of a phone, lines of a lesson being broken where one takes breath
ALONE = 24  # letters; a last paragraph as short as that, a tag, and a first one, 예를 하나 볼게요, never stand alone
_SENTENCE_END = re.compile(r"(?<=[.?!])\s+")


def pieces(bubbles: Iterable[str]) -> list[str]:
    """The bubbles in short ones, cut between paragraphs, else lines, else sentences. No letter is lost."""
    return [piece for bubble in bubbles for piece in _of_bubble(bubble)]


def _of_bubble(bubble: str) -> list[str]:
    *paragraphs, last = bubble.split("\n\n")
    found: list[str] = []
    for part in [part for paragraph in (*paragraphs, last) for part in _of_paragraph(paragraph)]:
        beside = found and (_leads_in(found[-1]) or (part == last and len(last) <= ALONE))
        if found and (beside or _is_short(f"{found[-1]}\n\n{part}")):
            found[-1] = f"{found[-1]}\n\n{part}"
        else:
            found.append(part)
    return found


def _of_paragraph(paragraph: str) -> Iterator[str]:
    """A paragraph that is short stays whole; of a longer one as many lines as are short together."""
    units = paragraph.split("\n") if "\n" in paragraph else _SENTENCE_END.split(paragraph)
    joint = "\n" if "\n" in paragraph else " "
    so_far = ""
    for unit in units:
        longer = f"{so_far}{joint}{unit}" if so_far else unit
        if so_far and not _is_short(longer) and not (joint == "\n" and _leads_in(so_far)):
            yield so_far
            longer = unit
        so_far = longer
    yield so_far


def _leads_in(text: str) -> bool:
    """Whether a text is one short line, such as 예를 하나 볼게요."""
    return "\n" not in text and len(text) <= ALONE


def _is_short(text: str) -> bool:
    return len(text) <= MOST_LETTERS and text.count("\n") < MOST_LINES
