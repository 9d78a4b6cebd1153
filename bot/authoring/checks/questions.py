"""Whether questions of any kind can be answered, and teach by their answers. Pure."""

from collections.abc import Iterator

from bot.authoring.checks.page import Copy, Found
from bot.authoring.replies import feedback
from bot.course.markdown import lines_of
from bot.course.model import Lesson
from bot.course.quizzes import Grade, Quiz
from bot.course.quizzes.kind import Flaw
from bot.message import LONGEST_BUBBLE

MOST_IN_OPTION = 40  # characters: an option is read at a glance
SOURCES = 60  # characters that the paragraphs named under an explanation take


def folded(words: str) -> str:
    """As words are compared when they are typed: in one case, without spaces."""
    return "".join(words.casefold().split())


def misplaced_reviews(copy: Copy) -> Found:
    """The questions asked in a lesson come back later, and no others do."""
    checks = copy.part.checks if isinstance(copy.part, Lesson) else ()
    for quiz in copy.quizzes:
        if (quiz in checks) and not quiz.review:
            yield quiz.line, {"quiz": quiz.name}


def stray_reviews(copy: Copy) -> Found:
    """Questions that come back though no lesson asked them."""
    checks = copy.part.checks if isinstance(copy.part, Lesson) else ()
    yield from ((quiz.line, {"quiz": quiz.name}) for quiz in copy.quizzes if quiz.review and quiz not in checks)


def long_options(copy: Copy) -> Found:
    """Options that take a second look."""
    for quiz in copy.quizzes:
        for text in quiz.answer_texts:
            if len(text) > MOST_IN_OPTION:
                yield copy.line_of(quiz, text), {"count": len(text), "most": MOST_IN_OPTION}


def taken_answers(copy: Copy) -> Found:
    """Answers that would be heard as a command, a hint asked for, or a plain yes."""
    for quiz in copy.quizzes:
        for text in quiz.answer_texts:
            if folded(text) in copy.taken:
                yield copy.line_of(quiz, text), {"word": text}


def taken_terms(copy: Copy) -> Found:
    """Terms that would be heard as a command."""
    section = copy.section("terms")
    for line, text in (found for block in (section.blocks if section else ()) for found in lines_of(block)):
        word = text.partition(" · ")[0]
        if folded(word) in copy.taken:
            yield line, {"word": word}


def flaws_of_kinds(copy: Copy) -> Iterator[tuple[int, Flaw]]:
    """What each question's own kind finds wrong with it, and the line where it stands."""
    for quiz in copy.quizzes:
        for flaw in quiz.flaws(copy.say):
            yield copy.line_of(quiz, flaw.text) if flaw.text else quiz.line, flaw


def long_messages(copy: Copy) -> Found:
    """Questions or explanations that no message holds, shown and answered as learners do."""
    yield from ((quiz.line, {"most": LONGEST_BUBBLE}) for quiz in copy.quizzes if not _fits(copy, quiz))


def _fits(copy: Copy, quiz: Quiz) -> bool:
    try:
        heard = list(feedback(quiz, quiz.ask("", copy.say), copy.say))
    except ValueError:  # a message refuses what it cannot hold
        return False
    bubbles = [bubble for found in heard if isinstance(found, Grade) for bubble in found.bubbles]
    return max(map(len, (*bubbles, *quiz.solution(copy.say)))) + SOURCES <= LONGEST_BUBBLE
