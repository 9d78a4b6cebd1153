"""What is asked about the lessons: which, how many are left, once more, easier, harder, why, from which article."""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import islice

from bot.conversation import Sorry, Turn
from bot.course.model import CHECKED, Check, Lesson, Practice
from bot.course.quizzes.typed import AnsweredByWord
from bot.korean.spoken import dated
from bot.learning.day import minutes_asked, open_parts, parts_to_come, waiting_lesson, waiting_part
from bot.message import LONGEST_LABEL, Button, Go, Message
from handlers import parts, steps
from handlers.keeping import asked_again, keeping, said
from handlers.ledger import in_bubbles

HOW_TO_SAY = {"trade": "sorry-job", "job": "sorry-job", "hour": "sorry-hour"}
HOW_TO_SAY |= dict.fromkeys(("intend", "cue", "promise"), "sorry-cue")
"""What tells how a question about the learner is answered."""
MOST_TERMS = 2  # of a lesson, offered to be explained


def how_long(turn: Turn) -> Message:
    """Lessons left, and about when the last part comes at the learner's rhythm."""
    planned, finished = len(turn.course.lessons), turn.standing.finished
    left = sum(lesson.name not in finished for lesson in turn.course.lessons)
    leads = [Button(turn.say("command-progress"), Go("progress"))]
    to_come = sum(1 for _ in parts_to_come(turn.course, turn.standing))
    if not to_come:
        return keeping(turn, [turn.say("talk-how_long-ended", planned=planned)], leads)
    told = turn.say("talk-how_long", planned=planned, done=len(turn.course.lessons) - left, left=left)
    day = next(islice(_days_to_come(turn), to_come - 1, None), None)
    return keeping(turn, [told, *([turn.say("talk-how_long-then", day=dated(day))] if day else [])], leads)


def today_minutes(turn: Turn) -> Message:
    """How long today takes, what is left of it once begun, and that it is done."""
    minutes = minutes_asked(turn.course, turn.standing)
    left = turn.say("talk-today_minutes-left", minutes=minutes) if minutes else turn.say("talk-today_minutes-done")
    return keeping(turn, [steps.minutes_of_day(turn) or left])


def _days_to_come(turn: Turn) -> Iterator[date]:
    """The days on which the rhythm beats from now on, each once."""
    beat, last = turn.now, None
    while (found := None if turn.learner.off else turn.learner.next_hour(beat, turn.holidays)) is not None:
        beat, day = found, turn.learner.day(found)
        if day != last:
            yield day
        last = day


def repeat(turn: Turn) -> Message:
    """The open question once more, else the lesson at hand."""
    again = [button.go for button in asked_again(turn)]
    return turn.go(again[0] if again else Go("lesson", at_hand(turn).name))


def lesson_first(turn: Turn) -> Message:
    """The lesson of the question that is open, else the day's; its button leads back to the question."""
    return turn.go(Go("lesson", at_hand(turn).name))


def at_hand(turn: Turn) -> Lesson:
    """The lesson of the question on the screen, else the day's."""
    found = turn.course.quizzes.get(quiz_on_screen(turn))
    return found[0] if found and isinstance(found[0], Lesson) else parts.at_hand(turn)


def quiz_on_screen(turn: Turn) -> str:
    """The question that is open, or whose explanation is shown; "" for none."""
    screen = turn.learner.screen
    open_, buttons = steps.open_question(screen), screen.buttons if screen else ()
    reported = (button.go.argument for button in buttons if button.go.command == "report")
    return open_.argument if open_ else next(reported, "")


def which_lesson(turn: Turn) -> Message:
    """The unit, lesson or other part that was named, by its number, its title or the day; else the list of all. None
    ahead of its turn.
    """
    if unit := _unit(turn):
        return turn.go(Go("contents", unit))
    if part := _titled(turn):
        return _opened(turn, part)
    waiting = waiting_lesson(turn.course, turn.standing)
    next_up = waiting is waiting_part(turn.course, turn.standing)
    reached = turn.course.lessons[: turn.course.number(waiting) - (not next_up)] if waiting else turn.course.lessons
    number = _number(turn, len(reached))
    if number is None:
        return _of_the_question(turn) or turn.go(Go("contents"))
    if not 1 <= number <= len(turn.course.lessons):
        return keeping(turn, [turn.say("talk-no-such-lesson", planned=len(turn.course.lessons))])
    if number > len(reached):
        return keeping(turn, [turn.say("talk-lesson-later", asked=number, number=len(reached))], _again(turn, reached))
    return turn.go(Go("lesson", turn.course.lessons[number - 1].name))


def _of_the_question(turn: Turn) -> Message | None:
    """이거 어느 레슨에 나왔어요?, where a question is open: the lesson it is of, and the question stays."""
    found = turn.course.quizzes.get(quiz_on_screen(turn))
    asked = found and any(word in turn.words for word in turn.say("says-where-from").split())
    return keeping(turn, [turn.say("quiz-explain-lesson", title=found[0].head.title)]) if found and asked else None


def _unit(turn: Turn) -> str:
    """Which unit the words name, by its number or its name; "" for none."""
    words, units = "".join(turn.words.split()), turn.course.about.units
    if named := next((unit for unit, name in units.items() if "".join(name.split()) in words), ""):
        return named
    if turn.say("says-unit") not in words:
        return ""
    here = at_hand(turn).head.unit
    if turn.say("says-next") in words:
        return f"{min(here + 1, len(units))}"
    if turn.say("says-end") in words:
        return f"{len(units)}"
    before = any(words.startswith(word) for word in turn.say("says-last").split())
    return f"{_counted(turn, words) or max(1, here - before)}"


def _titled(turn: Turn) -> Practice | Check | None:
    """The making or check that the words name by its title."""
    words = "".join(turn.words.split())
    others = [part for part in turn.course.parts if not isinstance(part, Lesson)]
    return next((part for part in others if "".join(part.head.title.split()) in words), None)


def _opened(turn: Turn, part: Practice | Check) -> Message:
    """Read again where it is finished, done where its turn has come."""
    if part.name in turn.standing.finished:
        return turn.go(Go("read", part.name))
    if part is waiting_part(turn.course, turn.standing) or part in open_parts(turn.course, turn.standing):
        return turn.go(Go(part.head.kind, part.name))
    return keeping(turn, [parts.to_come(turn, part)])


def _counted(turn: Turn, words: str) -> int:
    """The number in the words: 3, 세 번째, 셋째; 0 for none."""
    if digits := re.search(r"\d{1,3}", words):
        return int(digits[0])
    counted = [turn.say("nth", word=word) for word in turn.say("says-ordinals").split()]
    both = zip(counted, turn.say("says-ordinals-short").split(), strict=True)
    return next((n for n, forms in enumerate(both, 1) if any(form in words for form in forms)), 0)


def _number(turn: Turn, reached: int) -> int | None:
    """Which lesson the words name: 레슨 3, 셋째, 어제, or a title."""
    words = "".join(turn.words.split())
    titled = [lesson for lesson in turn.course.lessons if "".join(lesson.head.title.split()) in words]
    if titled:
        return turn.course.number(titled[0])
    if re.search(r"\d", words) or _counted(turn, words):
        return _counted(turn, words)
    if any(word in words for word in turn.say("says-first").split()):
        return 1
    before = any(words.startswith(word) for word in turn.say("says-last").split())
    return _last_before_today(turn) or max(1, reached - 1) if before else None


def _last_before_today(turn: Turn) -> int:
    """The last lesson that was finished on a day before: today's own is not yesterday's; 0 for none."""
    finished = turn.standing.finished
    before = [one for one in turn.course.lessons if one.name in finished and finished[one.name] < turn.day]
    return max((turn.course.number(one) for one in before), default=0)


def _again(turn: Turn, lessons: Iterable[Lesson]) -> list[Button]:
    """The last three of some lessons."""
    numbered = [(turn.course.number(lesson), lesson) for lesson in lessons][-3:]
    return [Button(turn.say("button-see-lesson", number=n), Go("lesson", one.name)) for n, one in numbered]


def easier(turn: Turn) -> Message:
    """The idea once more in the example of another trade, every time the next; and what its terms mean."""
    lesson = at_hand(turn)
    trades = [trade for trade in lesson.examples if trade != turn.learner.trade] or [*lesson.examples]
    trade = turn.words if turn.words in trades else _next_trade(turn, trades)
    following = trades[(trades.index(trade) + 1) % len(trades)]
    text = turn.say("talk-easier", trade=turn.course.about.trades.get(trade, trade), example=lesson.examples[trade])
    terms = (term for term in lesson.terms if term not in _asked_for(turn))
    meanings = [(turn.say("button-meaning", term=term), Go("term", term)) for term in terms]
    fitting = [Button(label, go) for label, go in meanings if len(label) <= LONGEST_LABEL][:MOST_TERMS]
    more = Button(turn.say("button-other-example"), Go("talk", f"easier {following}"))
    return keeping(turn, [text], [more, *fitting])


def _asked_for(turn: Turn) -> Sequence[str]:
    """The words that the open question asks for, which no button gives away."""
    found = turn.course.quizzes.get(quiz_on_screen(turn)) if steps.open_question(turn.learner.screen) else None
    return found[1].rights if found and isinstance(found[1], AnsweredByWord) else ()


def _next_trade(turn: Turn, trades: list[str]) -> str:
    """What the button under an example before offers, typed as 다른 예시."""
    buttons = turn.learner.screen.buttons if turn.learner.screen else ()
    offered = (button.go.argument.partition(" ")[2] for button in buttons if button.go.command == "talk")
    return next((trade for trade in offered if trade in trades), trades[0])


def stuck(turn: Turn) -> Message:
    """What to write, where a line is open, or a question about the learner; else the plan and its empty boxes."""
    expects = turn.learner.screen.expects if turn.learner.screen else None
    if expects and (key := HOW_TO_SAY.get(expects.command)):
        return keeping(turn, [turn.say(key)])
    writes = expects is not None and expects.command == "write" and turn.course.part(expects.argument)
    return turn.go(Go("stuck", expects.argument)) if expects and writes else turn.go(Go("plan"))


def harder(turn: Turn) -> Message:
    """A question of the bank: of a finished lesson, and never asked in it."""
    standing = turn.standing
    taught = [lesson for lesson in turn.course.lessons if lesson.name in standing.finished]
    bank = [quiz.name for lesson in reversed(taught) for quiz in lesson.quizzes[CHECKED:]]
    fresh = [quiz for quiz in bank if quiz not in standing.answered]
    if not bank:
        open_ = steps.open_question(turn.learner.screen)
        return keeping(turn, [turn.say("talk-harder-here" if open_ else "talk-harder-none")])
    return turn.go(Go("ask", (fresh or sorted(bank, key=lambda quiz: standing.answered[quiz].last))[0]))


def why_this_answer(turn: Turn) -> Message:
    """What the article says; before an answer, only that the reason follows it, and what the lines rest on."""
    if steps.open_question(turn.learner.screen):
        grounds = any(word in turn.words for word in turn.say("says-grounds").split())
        return keeping(turn, [turn.say("talk-why-unanswered-grounds" if grounds else "talk-why-unanswered")])
    return turn.go(Go("source", at_hand(turn).name))


def original_text(turn: Turn) -> Message:
    """The article's title, what kind of text it is, and where its paragraphs are shown; or the way to all of it."""
    about = turn.course.about
    if about.text:
        whole = Button(turn.say("button-article"), Go("article"))
        told = turn.say("talk-original_text", article=about.article, gist=about.gist or "none")
        return keeping(turn, [told], [whole])
    return said(turn, intent="original_text", leads={"command-source": Go("source", at_hand(turn).name)})


def article(turn: Turn) -> Message:
    """All of the article, where the course has its text."""
    if not turn.course.about.text:
        raise Sorry("sorry-old-button")
    return keeping(turn, in_bubbles(turn.course.about.text))


def the_end(turn: Turn) -> Message:
    """마무리: it is told where it has come; before that, what comes before it."""
    if steps.ending_waits(turn) or turn.learner.ended_at:
        return turn.go(Go("ending"))
    left = sum(lesson.name not in turn.standing.finished for lesson in turn.course.lessons)
    return said(turn, intent="the_end", left=left, leads={"command-progress": Go("progress")})


def taught_in(turn: Turn, *, intent: str, lesson: str) -> Message:
    """What a lesson teaches is told with its number, and with the way to it where it has been read; all lessons where
    the course has none of that name.
    """
    found = turn.course.lesson(lesson)
    if found is None:
        return turn.go(Go("contents"))
    number = turn.course.number(found)
    label = turn.say("button-see-lesson", number=number)
    message = said(turn, intent=intent, number=number, lesson=found.head.title)
    come = found.name in turn.standing.finished
    return steps.with_buttons(message, Button(label, Go("lesson", found.name))) if come else message
