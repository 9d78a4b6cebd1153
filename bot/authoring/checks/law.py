"""What a course says of law and figures: whose they are, of what year, and when they were looked up. Pure."""

import re
from collections.abc import Collection, Iterator, Sequence
from datetime import date, timedelta

from bot.authoring.checks.lesson_file import Found, LessonFile
from bot.authoring.checks.whole import Everywhere, WholeCourse
from bot.course.laws import LawCard
from bot.course.model import About, Lesson, Practice, Statement
from bot.korean.figures import counts, has_year
from bot.korean.register import is_polite, sentences
from bot.message import LONGEST_LABEL

LAWS = "laws.toml"
FRESH = timedelta(days=183)  # six months; the law of a card may have changed after that
LONGEST_RULE = 160  # characters; more is no rule to keep in mind
TELEPHONE = re.compile(r"[\d-]{3,13}")


def figures_of_unverified(file: LessonFile) -> Found:
    """A number beside an office that the article only names: it would look as if that office had found it out."""
    for block in file.blocks():
        for sentence, below in sentences(block.text):
            name = next((name for name in file.about.unverified if name in sentence), None)
            if name and counts(sentence):
                yield block.line + below, {"office": name}


def facts_without_year(file: LessonFile) -> Found:
    """A fact whose source bears no year: nobody could look it up, or tell that it has grown old."""
    for line, statement in _statements(file):
        if file.about.tags.get(statement.tag) == "fact" and not has_year(statement.source):
            yield line, {"source": statement.source}


def unfit_cards(whole: WholeCourse) -> Everywhere:
    """Law cards that lead nowhere, fit no button, or tell a rule in another way than lessons do."""
    for name, line, why in _unfit(whole):
        yield LAWS, line, {"card": name, "why": why}


def old_cards(about: About, today: date) -> Sequence[tuple[str, date]]:
    """The cards that were looked up more than six months ago, with the day, the oldest first."""
    old = [(card.name, card.checked) for card in about.laws.values() if today - card.checked > FRESH]
    return sorted(old, key=lambda found: found[1])


def _unfit(whole: WholeCourse) -> Iterator[tuple[str, int, str]]:
    for key, card in whole.about.laws.items():
        yield from ((card.name, _line_of(whole.laws, key), why) for why in _whys(card, whole.about, whole.taught))


def _whys(card: LawCard, about: About, files: Collection[str]) -> Iterator[str]:
    """What is to be mended in a card, by the name of its row."""
    spoken = all(is_polite(sentence) for text in (card.rule, *card.lines.values()) for sentence, _ in sentences(text))
    found = {
        "name": not 0 < len(card.name) <= LONGEST_LABEL,
        "trades": not {*card.trades} <= {*about.trades},
        "lessons": not {*card.lessons, *card.lines} <= {*files},
        "since": bool(card.since) and not has_year(card.since),
        "rule": not (spoken and len(card.rule) <= LONGEST_RULE),
        "office": not (card.office and card.law and TELEPHONE.fullmatch(card.telephone)),
        "figure": counts(card.rule) and any(office in card.rule for office in about.unverified),
    }
    yield from (why for why, wrong in found.items() if wrong)


def _line_of(table: str, key: str) -> int:
    return table.count("\n", 0, max(table.find(f"[{key}]"), 0)) + 1


def _statements(file: LessonFile) -> Iterator[tuple[int, Statement]]:
    """What a part says with a tag, and where it stands; a bubble at the line that tells what it rests on."""
    part = file.part
    if part is None:
        return
    claims = part.claims if isinstance(part, Lesson) else ()
    blocks = [*file.blocks()]
    for statement in (*(() if isinstance(part, Practice) else part.ideas), *claims):
        first = statement.text.split("\n")[0]
        yield next((block.line for block in blocks if first and first in block.text), 1), statement
