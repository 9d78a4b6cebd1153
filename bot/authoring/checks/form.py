"""How a file is written and what it sounds like: signs, sentences, phrases. Pure."""

import re
import unicodedata
from collections.abc import Iterator, Sequence

from bot.authoring.checks.lesson_file import Found, LessonFile
from bot.course.markdown import Block, between, lines_of, written
from bot.course.reader import TAG
from bot.korean.figures import has_year, statistic_in
from bot.korean.register import banned, is_polite, pictures, sentences

HIDDEN = frozenset({"Cc", "Cf", "Co"})  # controls, formats, private signs: nobody sees them
SEEN = frozenset("\t\u200d")  # tabs are told apart; the joiner makes one picture of several
MOST_PICTURES = 1
SHORT = 40  # characters of a sentence that are enough to find it


def not_composed(source: str) -> Found:
    """Decomposed Hangul, as some computers save it: it would not match what learners type."""
    yield from ((n, {}) for n, line in _lines(source) if not unicodedata.is_normalized("NFC", line))


def tabs(source: str) -> Found:
    """Tabs, which every messenger shows differently."""
    yield from ((n, {}) for n, line in _lines(source) if "\t" in line)


def trailing(source: str) -> Found:
    """Spaces at the end of a line."""
    yield from ((n, {}) for n, line in _lines(source) if line.endswith((" ", "\u00a0", "\u3000")))


def unseen(source: str) -> Found:
    """Signs that nobody sees but a messenger may show."""
    for n, line in _lines(source.removeprefix("\ufeff")):
        for sign in line:
            if unicodedata.category(sign) in HIDDEN and sign not in SEEN:
                yield n, {"sign": f"U+{ord(sign):04X}"}
                break


def straight_quotes(file: LessonFile) -> Found:
    """Typewriter quotes instead of ‘ ’ and “ ”."""
    yield from ((n, {}) for n, text in written(file.plan) if "'" in text or '"' in text)


def addresses(file: LessonFile) -> Found:
    """Addresses of pages, which grow old and look like advertising."""
    pattern = re.compile(r"https?:|www\.|[a-z0-9]\.(com|net|org|kr)\b")
    yield from ((n, {}) for n, text in written(file.plan) if pattern.search(text))


def impolite(file: LessonFile) -> Found:
    """Sentences in another register than 해요체."""
    for block in file.blocks():
        for sentence, below in sentences(block.text) if block.kind == "spoken" else ():
            if not is_polite(sentence) and not any(banned(sentence)):  # a banned ending is told by its own check
                words = " ".join(sentence.split())
                yield block.line + below, {"sentence": words if len(words) <= SHORT else f"…{words[-SHORT:]}"}


def banned_phrases(file: LessonFile) -> Found:
    """Phrases that sound like forms, translations or scolding."""
    for block in file.blocks():
        for phrase, instead, below in banned(block.text):
            yield block.line + below, {"phrase": phrase, "instead": instead}


def too_many_pictures(file: LessonFile) -> Found:
    """More than one emoji in what is read at once."""
    bubbles = list(file.bubbles())
    told = {line for bubble in bubbles for line in range(bubble.line, bubble.line + bubble.text.count("\n") + 1)}
    for block in (*bubbles, *(block for block in file.blocks() if block.line not in told)):
        if (count := pictures(block.text)) > MOST_PICTURES:
            yield block.line, {"count": count, "most": MOST_PICTURES}


def unsourced_figures(file: LessonFile) -> Found:
    """Figures of how many people or what share in a statement that names neither source nor year."""
    facts = {word for word, tag in file.about.tags.items() if tag == "fact"}
    claims = file.section("claims")
    items = [item for block in (claims.blocks if claims else ()) for item in block.inside]
    said = [*between(file.plan.opening, "hr"), *([item] for item in items)]
    for blocks in said:
        last = lines_last(blocks)
        tag = last.removeprefix(TAG) if last.startswith(TAG) else blocks[0].words if blocks else ""
        if tag.partition(" · ")[0].strip() in facts:
            continue
        for line, text in (found for block in blocks for found in lines_of(block)):
            if (figure := statistic_in(text)) and not has_year(text):
                yield line, {"figure": figure}


def lines_last(blocks: Sequence[Block]) -> str:
    """The last line of some blocks; "" where there are none."""
    return blocks[-1].text if blocks else ""


def _lines(source: str) -> Iterator[tuple[int, str]]:
    return enumerate(source.split("\n"), 1)
