"""Whether questions can be answered, and teach by their answers. Pure."""

from bot.authoring.checks.page import Copy, Found
from bot.authoring.replies import answers, replies, state_of
from bot.course.markdown import lines_of
from bot.course.model import Lesson
from bot.course.quizzes import Grade, Quiz
from bot.course.quizzes.choice import Choice
from bot.course.quizzes.initials import Initials
from bot.course.quizzes.scenario import BEST, Scenario
from bot.korean.register import ALL_OF_THEM
from bot.message import LONGEST_BUBBLE

MOST_IN_OPTION = 40  # characters: an option is read at a glance
MOST_IN_SCENE = 6  # lines: five of the scene, and the question
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


def all_of_them(copy: Copy) -> Found:
    """Options that speak of the other options; shuffled, they point nowhere."""
    for quiz in copy.quizzes:
        texts = answers(quiz) if isinstance(quiz, Choice | Scenario) else ()
        yield from ((copy.line_of(quiz, text), {"word": text}) for text in texts if ALL_OF_THEM.search(text))


def long_options(copy: Copy) -> Found:
    """Options that take a second look."""
    for quiz in copy.quizzes:
        for text in answers(quiz):
            if len(text) > MOST_IN_OPTION and not isinstance(quiz, Initials):
                yield copy.line_of(quiz, text), {"count": len(text), "most": MOST_IN_OPTION}


def taken_answers(copy: Copy) -> Found:
    """Answers that would be heard as a command, a hint asked for, or a plain yes."""
    for quiz in copy.quizzes:
        yield from ((copy.line_of(quiz, text), {"word": text}) for text in answers(quiz) if folded(text) in copy.taken)


def taken_terms(copy: Copy) -> Found:
    """Terms that would be heard as a command."""
    section = copy.section("terms")
    for line, text in (found for block in (section.blocks if section else ()) for found in lines_of(block)):
        word = text.partition(" · ")[0]
        if folded(word) in copy.taken:
            yield line, {"word": word}


def told_initials(copy: Copy) -> Found:
    """Definitions that hold the word they define."""
    for quiz in copy.quizzes:
        if isinstance(quiz, Initials):
            line = next((line for line in quiz.question.split("\n") if quiz.word in "".join(line.split())), "")
            if line:
                yield copy.line_of(quiz, line), {"word": quiz.word}


def unconditional(copy: Copy) -> Found:
    """Ways that are not the best here, without a word on when they are."""
    then = copy.say("proof-better")
    for quiz in copy.quizzes:
        for option in quiz.options if isinstance(quiz, Scenario) else ():
            if option.mark != BEST and then not in option.because:
                yield copy.line_of(quiz, option.text), {"then": then}


def long_scenes(copy: Copy) -> Found:
    """Scenes of more lines than are kept in mind."""
    for quiz in copy.quizzes:
        count = sum(bool(line) for line in quiz.question.split("\n")) if isinstance(quiz, Scenario) else 0
        if count > MOST_IN_SCENE:
            yield quiz.line, {"count": count, "most": MOST_IN_SCENE}


def long_messages(copy: Copy) -> Found:
    """Questions or explanations that no message holds, shown and answered as learners do."""
    yield from ((quiz.line, {"most": LONGEST_BUBBLE}) for quiz in copy.quizzes if not _fits(copy, quiz))


def _fits(copy: Copy, quiz: Quiz) -> bool:
    say = copy.say
    try:
        state = state_of(quiz.ask("", say))
        heard = [quiz.hear(reply.said, reply.state, say) for reply in replies(quiz, state, say)]
    except ValueError:  # a message refuses what it cannot hold
        return False
    bubbles = [bubble for found in heard if isinstance(found, Grade) for bubble in found.bubbles]
    return max(map(len, (*bubbles, *quiz.solution(say)))) + SOURCES <= LONGEST_BUBBLE
