"""Questions: asked, hinted at, answered, explained, and kept so that they come back in time."""

from collections.abc import Sequence
from dataclasses import replace

from fsrs import Rating

from bot.conversation import Sorry, Turn
from bot.course.model import Lesson, Part, Practice
from bot.course.quizzes import SELF_GRADED, Grade, Quiz
from bot.course.quizzes.kind import Verdict, means, told
from bot.course.quizzes.typed import AnsweredByWord, missed
from bot.korean.answer_frame import wavered
from bot.korean.hangul import is_initials
from bot.learning.day import (
    Step,
    StepKind,
    check_items,
    next_step,
    questions_left,
    step_in,
    waiting_part,
    warm_ups,
)
from bot.learning.memory import recall, review
from bot.learning.reviving import to_revive
from bot.learning.standing import Standing
from bot.learning.thoughts import met_today, once_more, rests
from bot.message import Button, Go, Message
from bot.record.facts import Answered, Scheduled
from handlers import reading_pace, steps
from handlers.no_answer import asked_about, said_aside, unclear

PASSED = "-"  # before what was said to an open question by somebody who does not know it
ASIDE = "?"  # before what is no answer, though it may name one
RIGHT_AT = {"quiz-again": "quiz-yes-again", "quiz-review": "quiz-yes-review"}  # a yes that knows of before
MOST_SOURCES = 3  # paragraphs named under an explanation; more would not fit its bubble


def ask(turn: Turn) -> Message:
    """Ask a question; typing an option's number or words works as well as a tap. What was picked of it stays picked."""
    part, quiz, _ = quiz_of(turn, turn.words)
    return steps.opened_with(_head(turn, part, quiz), so_far(turn, quiz))


def hint(turn: Turn) -> Message:
    """Ask again with one hint more; how many were given travels in the commands of the new message."""
    _, quiz, given = quiz_of(turn, turn.words)
    return _hinted(turn, quiz, given)


def answer(turn: Turn) -> Message:
    """Grade an answer, explain it, and keep it; or ask on where an answer takes several steps."""
    command, _, words = turn.words.partition(" ")
    passed, _, said = words.partition(" ")
    part, quiz, state = quiz_of(turn, command)
    if passed == ASIDE and said:  # heard already as no answer
        return said_aside(turn, quiz, said)
    given_up = passed == PASSED and bool(said)  # heard already as of somebody who does not know it
    words = said if given_up else words.strip()
    verdict = _passed(turn, quiz, words) if given_up else _verdict(turn, quiz, words, state)
    if isinstance(verdict, Message):
        return verdict
    if verdict.right and not verdict.verdict:
        verdict = replace(verdict, verdict=turn.say(RIGHT_AT.get(_occasion(turn, part, quiz)[0], "quiz-yes")))
    bubbles = told(verdict, turn.say)
    _keep(turn, quiz, words, verdict, hinted=bool(quiz.hints and state))
    if verdict.buttons:
        return Message(bubbles, verdict.buttons, verdict.expects)
    done = reading_pace.done(turn) if turn.standing.lighter else ()
    return Message((*_with_sources(turn, quiz, bubbles), *done), _onward(turn, part, quiz))


def practise(turn: Turn) -> Message:
    """퀴즈: the next question of the part at hand; else one for practice, those never asked first, then those asked
    longest ago. What 복습 would ask is not taken for it, nor what stands open: whoever says it again wants another.
    """
    standing = turn.standing
    step = next_step(turn.course, standing)
    if step.kind in {StepKind.ASK, StepKind.RETRY}:
        return turn.hand_to(ask, step.name)
    if steps.ending_waits(turn):
        return turn.go(Go("ending"))
    thoughts, asked, lessons = turn.course.thoughts, standing.answered, turn.course.lessons
    open_now = steps.open_question(turn.learner.screen)
    left = {one.name for quiz in to_revive(turn.course, turn.standing) for one in thoughts[quiz.name].questions}
    left |= {open_now.argument} if open_now else set()
    met = [quiz.name for one in lessons for quiz in one.quizzes if one.name in standing.finished or quiz.name in asked]
    awake = [name for name in met if not rests(name, standing)]
    if not awake and (begun := _left_of_the_written(turn)):
        return turn.hand_to(ask, begun[0].name)
    if not awake:
        raise _nothing_to_ask(turn)
    open_ = [name for name in awake if name not in left] or awake
    name = min(open_, key=lambda name: asked[name].seen if name in asked else 0)
    return steps.opened_with(turn.say("quiz-practice"), _asked(turn, turn.course.quizzes[name][1]))


def _left_of_the_written(turn: Turn) -> Sequence[Quiz]:
    """The questions that still wait of the part at hand, whose line is written already: they end it."""
    part = waiting_part(turn.course, turn.standing)
    written = part is not None and any(line.lesson == part.name for line in turn.record.lines())
    return questions_left(turn.course, part, turn.standing) if part and written else ()


def revive(turn: Turn) -> Message:
    """복습: what is due; else what is most forgotten. It never opens a new lesson, and comes after the ending."""
    if steps.ending_waits(turn):
        return turn.go(Go("ending"))
    found = to_revive(turn.course, turn.standing)
    if not found:
        raise _nothing_to_ask(turn)
    return steps.opened_with(turn.say("quiz-review"), so_far(turn, found[0]))


def _nothing_to_ask(turn: Turn) -> Sorry:
    """Why there is no question: nothing was taught yet, or all of it was asked often of late."""
    if not turn.standing.finished:
        return Sorry("sorry-no-quiz")
    over = waiting_part(turn.course, turn.standing) is None
    return Sorry("sorry-all-asked-over" if over else "sorry-all-asked")


def _verdict(turn: Turn, quiz: Quiz, words: str, state: str) -> Grade | Message:
    """What the words mean to the quiz. Raises Sorry with how to answer when they mean nothing to it."""
    said = not words.isdecimal()  # a button's number says nothing else
    if said and wavered(words):
        return unclear(turn, quiz, words)
    if said and quiz.hints and means(words, "quiz-says-hint", turn.say):
        return _hinted(turn, quiz, state)
    verdict: Verdict = _given_up(turn, quiz, words) if said else None
    if verdict is None and said and (again := _once_more(turn, quiz, words, state)):
        return again
    if verdict is None and (len(words) <= quiz.longest or _given_at_length(turn, quiz, words, state)):
        verdict = quiz.hear(words, state, turn.say)
    if verdict or (verdict := asked_about(turn, quiz, words)):
        return verdict
    if quiz.hints and is_initials(words):  # refused, the consonants would be guessed to be a command
        again = _hinted(turn, quiz, state) if state else _asked(turn, quiz)
        return steps.opened_with(turn.say(quiz.how, most=quiz.longest), again)
    return unclear(turn, quiz, words)


def _given_at_length(turn: Turn, quiz: Quiz, words: str, state: str) -> bool:
    """Whether a word is given among more words than a word has."""
    return isinstance(quiz, AnsweredByWord) and quiz.claims(words, state, turn.say)


def _once_more(turn: Turn, quiz: Quiz, words: str, state: str) -> Message | None:
    """One more try, with all hints, for a word that comes close; who has had them all is graded."""
    all_hints = str(len(quiz.hints))
    if not isinstance(quiz, AnsweredByWord) or not quiz.hints or state == all_hints or len(words) > quiz.longest:
        return None
    if not quiz.near(words, turn.say):
        return None
    miss = missed(words, quiz.misses, quiz.question)
    told = turn.say("quiz-near-because", because=miss.because) if miss else turn.say("quiz-near")
    return steps.opened_with(told, _hinted(turn, quiz, all_hints))


def _asked(turn: Turn, quiz: Quiz, hints: int = 0) -> Message:
    """The question, with a button for the next hint; the same all day, another order on another day."""
    message = quiz.ask(turn.seed, turn.say)
    if hints >= len(quiz.hints):
        return message
    label = turn.say("button-hint-more") if hints else turn.say("button-hint")
    return replace(message, buttons=(Button(label, Go("hint", f"{quiz.name}:{hints + 1}")), *message.buttons))


def so_far(turn: Turn, quiz: Quiz) -> Message:
    """The question as far as it is answered or hinted at on the screen."""
    screen = turn.learner.screen
    expects = screen.expects if screen else None
    name, _, state = expects.argument.partition(":") if expects and expects.command == "answer" else ("", "", "")
    if name != quiz.name or not state:
        return _asked(turn, quiz)
    if quiz.hints:
        return _hinted(turn, quiz, state)
    picked = quiz.hear("", state, turn.say)
    return picked if isinstance(picked, Message) else _asked(turn, quiz)


def _hinted(turn: Turn, quiz: Quiz, state: str) -> Message:
    """The question with its first hints; `state` says which: a number, or none for one typed without it."""
    hints = min(int(state) if state.isdecimal() and len(state) == 1 else 1, len(quiz.hints))
    if not hints:
        raise Sorry("sorry-old-button")
    message = _asked(turn, quiz, hints)
    given = "\n".join(turn.say(key, value=value) for key, value in quiz.hints[:hints])
    text = turn.say("quiz-hinted", question=message.bubbles[0], hints=given)
    return replace(message, bubbles=(text,), expects=Go("answer", f"{quiz.name}:{hints}"))


def _given_up(turn: Turn, quiz: Quiz, words: str) -> Grade | None:
    """The answer shown kindly to somebody who does not know it."""
    return _shown(turn, quiz) if means(words, "quiz-says-unknown", turn.say) else None


def _passed(turn: Turn, quiz: Quiz, words: str) -> Grade | Message:
    """The same for who wants to go on, who is told that it comes again; a word that is named is asked about first."""
    if asked := asked_about(turn, quiz, words, denied=False):
        return asked
    passes = any(sign in words for sign in turn.say("quiz-says-passed").split())
    return replace(_shown(turn, quiz), verdict=turn.say("quiz-passed")) if passes else _shown(turn, quiz)


def _shown(turn: Turn, quiz: Quiz) -> Grade:
    return replace(quiz.solution(turn.say), verdict=turn.say("quiz-unknown"))


def _keep(turn: Turn, quiz: Quiz, words: str, grade: Grade, *, hinted: bool) -> None:
    """Log the answer; only the first to its thought on a study day moves the card, and none that one grades oneself."""
    day, standing, thought = turn.day, turn.standing, turn.course.thoughts.get(quiz.name)
    before = standing.answered.get(quiz.name)
    counted = not met_today(thought, standing) if thought else before is None or before.last < day
    rating = (Rating.Hard if hinted or grade.fair else Rating.Good) if grade.right else Rating.Again
    known = thought if quiz.kind not in SELF_GRADED else None
    scheduled, card = int(rating) if known else 0, turn.record.cards.get(known.name) if known else None
    chance = recall(card, day) if counted and card else None
    turn.happened(Answered(quiz.name, grade.answer or words, grade.right, counted, scheduled, day, turn.now, chance))
    if counted and known:
        turn.happened(Scheduled(review(card, known.name, rating, day)))


def _with_sources(turn: Turn, quiz: Quiz, bubbles: tuple[str, ...]) -> tuple[str, ...]:
    """The explanation, and where the article speaks of it."""
    paragraphs = turn.course.about.paragraphs
    named = [source for source in quiz.sources if source in paragraphs][:MOST_SOURCES]
    lines = [turn.say("quiz-source", paragraph=paragraphs[source], id=source) for source in named]
    return (*bubbles[:-1], "\n\n".join((bubbles[-1], "\n".join(lines)))) if lines else bubbles


def _onward(turn: Turn, part: Part, quiz: Quiz) -> tuple[Button, ...]:
    """Where it goes on: inside the lesson or check the question was asked in, else with the day."""
    standing = turn.standing
    sitting, _ = _sitting(turn, standing, part, quiz)
    step = step_in(turn.course, sitting, standing) if sitting else next_step(turn.course, standing)
    source = (steps.source_button(turn, part),) if isinstance(part, Lesson) else ()
    report = Button(turn.say("button-report"), Go("report", quiz.name))
    more = (Button(turn.say("button-one-more"), Go("quiz")),) if step.kind == StepKind.DONE else ()
    return *more, steps.button_after(turn, step), *source, steps.take_back(turn, "button-mistap"), report


def _head(turn: Turn, part: Part, quiz: Quiz) -> str:
    """What stands above a question: what kind it is, and its place among those of the lesson or check at hand."""
    occasion, asked = _occasion(turn, part, quiz)
    place = {"number": asked.index(quiz) + 1, "count": len(asked)} if asked else {}
    return turn.say(occasion, **place)


def _occasion(turn: Turn, part: Part, quiz: Quiz) -> tuple[str, Sequence[Quiz]]:
    """What kind of question it is, by the key of its head: one once more, one before a making, one to revive or to
    practise, or one of those, which come along, of the lesson or check at hand.
    """
    standing = turn.standing
    if quiz in once_more(turn.course, standing):
        return "quiz-again", ()
    making = waiting_part(turn.course, standing)
    if isinstance(making, Practice) and quiz in warm_ups(turn.course, making, standing):
        due = next_step(turn.course, standing) == Step(StepKind.REVIEW, quiz.name)
        return "quiz-review" if due else "quiz-making", ()
    sitting, asked = _sitting(turn, standing, part, quiz)
    if quiz not in asked:
        due = not sitting and quiz in to_revive(turn.course, standing)
        return "quiz-review" if due else "quiz-practice", ()
    return "quiz-check" if isinstance(sitting, Lesson) else "quiz-week", asked


def _sitting(turn: Turn, standing: Standing, part: Part, quiz: Quiz) -> tuple[Part | None, Sequence[Quiz]]:
    """The unfinished lesson or check that the question is asked in, with its questions; none for a review."""
    for check in turn.course.checks.values():
        begun = any(own.name in standing.answered for own in check.quizzes)
        if check.name not in standing.finished and (begun or part is check):
            items = check_items(turn.course, check, standing)
            if quiz in items:
                return check, items
    if isinstance(part, Practice):
        return None, ()
    if isinstance(part, Lesson):
        return (part, part.checks) if part.name not in standing.finished else (None, ())
    return part, part.quizzes  # a check that is read once more


def quiz_of(turn: Turn, command: str) -> tuple[Part, Quiz, str]:
    """The quiz a command names, and what it carries after the colon."""
    name, _, state = command.partition(":")
    found = turn.course.quizzes.get(name)
    if found is None or found[0] is turn.course.precheck:  # the five of the first day have a handler of their own
        raise Sorry("sorry-old-button")
    return *found, state
