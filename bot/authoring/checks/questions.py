"""Whether questions of any kind can be answered, and teach by their answers. Pure."""

from collections.abc import Iterator

from bot.authoring.checks.lesson_file import Found, LessonFile
from bot.authoring.replies import feedback
from bot.course.markdown import lines_of
from bot.course.model import CHECKED, Lesson
from bot.course.quizzes import SELF_GRADED, Grade, Quiz
from bot.course.quizzes.kind import Flaw, told
from bot.course.quizzes.options import AnsweredByOption
from bot.message import LONGEST_BUBBLE, MOST_BUBBLES

MOST_IN_OPTION = 40  # characters: an option is read at a glance
MUCH_LONGER, MUCH_MORE = 6, 1.5  # by so many characters and so many times the longest other option
ENOUGH = 2  # questions a thought, with which each can have a sibling
SOURCES = 60  # characters that the paragraphs named under an explanation take


def folded(words: str) -> str:
    """As words are compared when they are typed: in one case, without spaces."""
    return "".join(words.casefold().split())


def misplaced_reviews(file: LessonFile) -> Found:
    """The questions asked in a lesson come back later, and no others do."""
    checks = file.part.checks if isinstance(file.part, Lesson) else ()
    for quiz in file.quizzes:
        if (quiz in checks) and not quiz.review:
            yield quiz.line, {"quiz": quiz.name}


def stray_reviews(file: LessonFile) -> Found:
    """Questions that come back though no lesson asked them."""
    checks = file.part.checks if isinstance(file.part, Lesson) else ()
    yield from ((quiz.line, {"quiz": quiz.name}) for quiz in file.quizzes if quiz.review and quiz not in checks)


def without_thought(file: LessonFile) -> Found:
    """Questions of the bank that belong to no thought: their answers would say nothing of what is remembered."""
    if isinstance(file.part, Lesson):
        known = {*file.part.siblings, *(quiz.name for quiz in file.quizzes if quiz.review)}
        bank = file.quizzes[CHECKED:]  # those before it are told by `misplaced_reviews`
        yield from ((quiz.line, {"quiz": quiz.name}) for quiz in bank if quiz.name not in known)


def lone_thoughts(file: LessonFile) -> Found:
    """Thoughts that can only come back in the same words, in a lesson that has questions enough for all of them."""
    if not isinstance(file.part, Lesson) or len(file.quizzes) < ENOUGH * CHECKED:
        return
    for quiz, thought in ((quiz, thought) for quiz in file.part.checks for thought in file.part.thoughts):
        coming = [one for one in thought.questions if one.kind not in SELF_GRADED]
        if quiz.name == thought.name and len(coming) < ENOUGH:
            yield quiz.line, {"quiz": quiz.name}


def long_options(file: LessonFile) -> Found:
    """Options that take a second look."""
    for quiz in file.quizzes:
        for text in quiz.answer_texts:
            if len(text) > MOST_IN_OPTION:
                yield file.line_of(quiz, text), {"count": len(text), "most": MOST_IN_OPTION}


def long_rights(file: LessonFile) -> Found:
    """Right options that are much longer than all others: the length alone tells them."""
    for quiz in file.quizzes:
        if isinstance(quiz, AnsweredByOption):
            right = max((option.text for option in quiz.options if option.right), key=len, default="")
            others = max((len(option.text) for option in quiz.options if not option.right), default=0)
            if len(right) >= max(others + MUCH_LONGER, MUCH_MORE * others):
                yield file.line_of(quiz, right), {"count": len(right), "others": others}


def taken_answers(file: LessonFile) -> Found:
    """Answers that would be heard as a command, a hint asked for, or a plain yes."""
    for quiz in file.quizzes:
        for text in quiz.answer_texts:
            if folded(text) in file.taken and not _arrives(file, quiz, text):
                yield file.line_of(quiz, text), {"word": text}


def _arrives(file: LessonFile, quiz: Quiz, text: str) -> bool:
    """Whether it fills a blank although a command is called so: 점검 answers where it is right."""
    return quiz.kind == "cloze" and text == file.say("command-check") and quiz.claims(text, "", file.say)


def taken_terms(file: LessonFile) -> Found:
    """Terms that would be heard as a command."""
    section = file.section("terms")
    for line, text in (found for block in (section.blocks if section else ()) for found in lines_of(block)):
        word = text.partition(" · ")[0]
        if folded(word) in file.taken:
            yield line, {"word": word}


def flaws_of_kinds(file: LessonFile) -> Iterator[tuple[int, Flaw]]:
    """What each question's own kind finds wrong with it, and the line where it stands."""
    for quiz in file.quizzes:
        for flaw in quiz.flaws(file.say):
            yield file.line_of(quiz, flaw.text) if flaw.text else quiz.line, flaw


def long_messages(file: LessonFile) -> Found:
    """Questions or explanations that no message holds, shown and answered as learners do."""
    yield from ((quiz.line, {"most": LONGEST_BUBBLE}) for quiz in file.quizzes if not _fits(file, quiz))


def _fits(file: LessonFile, quiz: Quiz) -> bool:
    try:
        verdicts = list(feedback(quiz, quiz.ask("", file.say), file.say))
    except ValueError:  # a message refuses what it cannot hold
        return False
    grades = [*(found for found in verdicts if isinstance(found, Grade)), quiz.solution(file.say)]
    bubbles = [told(grade, file.say) for grade in grades]
    fits = max(len(text) for texts in bubbles for text in texts) + SOURCES <= LONGEST_BUBBLE
    return fits and max(map(len, bubbles)) <= MOST_BUBBLES
