"""Reading a quiz's section: its question, its items, its reasons. Every fault says how to mend it. Pure."""

from collections.abc import Collection, Iterable

from bot.course.faults import Faulty
from bot.course.markdown import Block, Section
from bot.course.quizzes.kind import LONGEST_NAME, Mark, Option

# The longest texts, in characters, with which every message still fits the narrowest bubble.
MOST_IN_QUESTION = 250
MOST_IN_OPTION = 80
MOST_IN_REASON = 220


def read_question(section: Section, name: str) -> str:
    """The paragraphs of the section."""
    if len(name) > LONGEST_NAME:
        raise Faulty(section.line, "fault-quiz-name-length", most=LONGEST_NAME)
    text = "\n\n".join(block.flow for block in section.blocks if block.kind == "p")
    if not text:
        raise Faulty(section.line, "fault-no-question")
    return within(text, MOST_IN_QUESTION, section.line)


def read_items(section: Section, kind: str = "ul") -> tuple[Block, ...]:
    """The items of the section's lists."""
    return tuple(item for block in section.blocks if block.kind == kind for item in block.inside)


def read_options(section: Section, key: str = "fault-option-mark", marks: Collection[str] = " x") -> tuple[Option, ...]:
    """The marked items, each with its reason; `key` is the fault of an unknown mark."""
    options = tuple(_with_reason(item, read_option(item, key, marks)) for item in read_items(section))
    if len({option.text for option in options}) != len(options):
        raise Faulty(section.line, "fault-same-option")
    return options


def read_option(item: Block, key: str, marks: Collection[str]) -> Option:
    """One marked item; its reason may be missing."""
    text = text_of(item)
    if text[:1] != "[" or text[2:4] != "] " or text[1] not in marks:
        raise Faulty(item.line, key)
    return Option(within(text[4:].strip(), MOST_IN_OPTION, item.line), reason((item,)), Mark(text[1]))


def text_of(item: Block) -> str:
    """What an item says before its reason."""
    return item.inside[0].flow if item.inside else ""


def reason(blocks: Iterable[Block], most: int = MOST_IN_REASON) -> str:
    """Everything quoted in the blocks or inside them; empty when nothing is."""
    quotes = [quote for block in blocks for quote in _quotes(block)]
    text = "\n\n".join(quote.words for quote in quotes)
    return within(text, most, quotes[0].line) if quotes else ""


def within(text: str, most: int, line: int) -> str:
    """The text, when it has one to `most` characters."""
    if not 1 <= len(text) <= most:
        raise Faulty(line, "fault-quiz-length", most=most, count=len(text))
    return text


def _quotes(block: Block) -> list[Block]:
    if block.kind == "blockquote":
        return [block]
    return [quote for inner in block.inside for quote in _quotes(inner)]


def _with_reason(item: Block, option: Option) -> Option:
    if not option.because:
        raise Faulty(item.line, "fault-option-because", option=option.text)
    return option
