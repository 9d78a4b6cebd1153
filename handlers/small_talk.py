"""Answers to what is said to the bot itself, one line an intent. The open question stays open, and each leads on."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from functools import partial
from itertools import islice

from bot.conversation import Sorry, Turn
from bot.course.model import CHECKED, Lesson
from bot.learning.day import StepKind, parts_to_come, waiting_lesson, waiting_part
from bot.message import LONGEST_LABEL, MOST_BUBBLES, MOST_BUTTONS, Button, Go, Message
from bot.rhythm.spoken import clock as spoken_clock
from bot.rhythm.spoken import dated
from handlers import parts, steps

Answer = Callable[[Turn], Message]

STAYING = {"skip", "later", "hint"}  # buttons beside an open question that answer it too
MOST_TERMS = 2  # of a lesson, offered to be explained


def talk(turn: Turn) -> Message:
    """Answer an intent; the turn's words are its name and what was said: `price 이거 무료예요?`."""
    intent, _, turn.words = turn.words.partition(" ")
    answer = ANSWERS.get(intent)
    if answer is None:
        raise Sorry("sorry-old-button")
    return answer(turn)


def keeping(turn: Turn, bubbles: Iterable[str], leads: Iterable[Button] = ()) -> Message:
    """The bubbles; under them the buttons of the question that is open, which stays open, else the day's next step."""
    screen = turn.learner.screen
    if screen is None or screen.expects is None:
        return Message(tuple(bubbles), _each_once(*leads, _next(turn)))
    own = [button for button in screen.buttons if button.go.command in {screen.expects.command, *STAYING}]
    told = (*bubbles, turn.say("talk-open"))[:MOST_BUBBLES]
    return Message(told, _each_once(*own, *_asked_again(turn), *leads), screen.expects)


def _each_once(*buttons: Button) -> tuple[Button, ...]:
    return tuple({button.go: button for button in buttons}.values())[:MOST_BUTTONS]


def _next(turn: Turn) -> Button:
    """On with the day; for somebody who was never asked anything, the beginning."""
    if turn.learner.new:
        return Button(turn.say("command-start"), Go("start"))
    return steps.button_to(turn, steps.step_of_today(turn))


def _asked_again(turn: Turn) -> list[Button]:
    """The question that has moved up the chat, once more."""
    screen = turn.learner.screen
    go = steps.open_question(screen)
    if screen and screen.expects and screen.expects.command == "write":
        go = Go("line", screen.expects.argument)
    return [Button(turn.say("button-ask-again"), go)] if go else []


def said(turn: Turn, *, intent: str, leads: Mapping[str, Go] | None = None, **values: object) -> Message:
    """The sentences of an intent, one bubble or two, and buttons by the keys of their labels."""
    about, keys = turn.course.about, (f"talk-{intent}", f"talk-{intent}-then")
    values |= {"title": about.title, "article": about.article, "boxes": len(about.boxes)}
    bubbles = [turn.say(key, **values) for key in keys if key in turn.say.keys]
    return keeping(turn, bubbles, [Button(turn.say(label), go) for label, go in (leads or {}).items()])


def says(intent: str, **leads: Go) -> Answer:
    """An answer that is always the same. A label's key is written with _ for -: button_less."""
    return partial(said, intent=intent, leads={label.replace("_", "-"): go for label, go in leads.items()})


def hands_to(command: str) -> Answer:
    """An answer that another command gives."""
    return lambda turn: turn.go(Go(command))


def hello(turn: Turn) -> Message:
    """A stranger is welcomed; anybody else hears whether something waits today."""
    if turn.learner.new:
        return turn.go(Go("start"))
    if steps.ending_waits(turn):
        return turn.go(Go("ending"))
    done = steps.step_of_today(turn).kind in {StepKind.DONE, StepKind.END}
    return keeping(turn, [turn.say("talk-hello-done" if done else "talk-hello")])


def help_(turn: Turn) -> Message:
    """All that can be said, and the open question with it."""
    return keeping(turn, turn.go(Go("help")).bubbles)


def what_day(turn: Turn) -> Message:
    """The day and the clock where the learner lives."""
    local = turn.learner.local(turn.now)
    return said(turn, intent="what_day", day=dated(local.date()), clock=spoken_clock(local.time()))


def later_today(turn: Turn, *, intent: str) -> Message:
    """A rest, a little later, or the least there is. Who cannot be called first is not offered to be."""
    snooze = {"button-snooze": Go("remind", "once +30m")} if turn.pushed else {}
    rest = {"button-rest-a-day": Go("rest", "pause 1d"), "button-one-question": Go("quiz")}
    return said(turn, intent=intent, leads={**rest, **snooze})


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


def _days_to_come(turn: Turn) -> Iterator[date]:
    """The days on which the rhythm beats from now on, each once."""
    beat, last = turn.now, None
    while (found := None if turn.learner.off else turn.learner.next_hour(beat, turn.holidays)) is not None:
        beat, day = found, turn.learner.day(found)
        if day != last:
            yield day
        last = day


def more_a_day(turn: Turn) -> Message:
    """The next part may be opened ahead of its day, as long as there is one."""
    return keeping(turn, [turn.say("talk-more_a_day")], [steps.ahead(turn)])


def repeat(turn: Turn) -> Message:
    """The open question once more, else the lesson at hand."""
    again = [button.go for button in _asked_again(turn)]
    return turn.go(again[0] if again else Go("lesson", at_hand(turn).name))


def at_hand(turn: Turn) -> Lesson:
    """The lesson of the question on the screen, else the day's."""
    found = turn.course.quizzes.get(_quiz_on_screen(turn))
    return found[0] if found and isinstance(found[0], Lesson) else parts.at_hand(turn)


def _quiz_on_screen(turn: Turn) -> str:
    """The question that is open, or whose explanation is shown; "" for none."""
    screen = turn.learner.screen
    open_, buttons = steps.open_question(screen), screen.buttons if screen else ()
    reported = (button.go.argument for button in buttons if button.go.command == "report")
    return open_.argument if open_ else next(reported, "")


def which_lesson(turn: Turn) -> Message:
    """The lesson that was named by its number, its title or the day; else the list of all. None ahead of its turn."""
    waiting = waiting_lesson(turn.course, turn.standing)
    next_up = waiting is waiting_part(turn.course, turn.standing)
    reached = turn.course.lessons[: turn.course.number(waiting) - (not next_up)] if waiting else turn.course.lessons
    number = _number(turn, len(reached))
    if number is None:
        return _contents(turn, len(reached))
    if not 1 <= number <= len(turn.course.lessons):
        return keeping(turn, [turn.say("talk-no-such-lesson", planned=len(turn.course.lessons))])
    if number > len(reached):
        return keeping(turn, [turn.say("talk-lesson-later", asked=number, number=len(reached))], _again(turn, reached))
    return turn.go(Go("lesson", turn.course.lessons[number - 1].name))


def _number(turn: Turn, reached: int) -> int | None:
    """Which lesson the words name: 레슨 3, 셋째, 어제, or a title."""
    words = "".join(turn.words.split())
    if digits := re.search(r"\d{1,3}", words):
        return int(digits[0])
    for lesson in turn.course.lessons:
        if "".join(lesson.head.title.split()) in words:
            return turn.course.number(lesson)
    ordinals = turn.say("says-ordinals").split()
    if ordinal := next((n for n, word in enumerate(ordinals, 1) if turn.say("nth", word=word) in words), 0):
        return ordinal
    if any(word in words for word in turn.say("says-first").split()):
        return 1
    return max(1, reached - 1) if any(words.startswith(word) for word in turn.say("says-last").split()) else None


def _contents(turn: Turn, reached: int) -> Message:
    """The titles of all lessons."""
    lessons = turn.course.lessons
    titles = [turn.say("talk-contents-line", number=n, title=one.head.title) for n, one in enumerate(lessons, 1)]
    text = turn.say("talk-contents", planned=len(lessons), number=reached, titles="\n".join(titles))
    return keeping(turn, [text], _again(turn, lessons[:reached]))


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
    meanings = [(turn.say("button-meaning", term=term), Go("term", term)) for term in lesson.terms]
    fitting = [Button(label, go) for label, go in meanings if len(label) <= LONGEST_LABEL][:MOST_TERMS]
    more = Button(turn.say("button-other-example"), Go("talk", f"easier {following}"))
    return keeping(turn, [text], [more, *fitting])


def _next_trade(turn: Turn, trades: list[str]) -> str:
    """What the button under an example before offers, typed as 다른 예시."""
    buttons = turn.learner.screen.buttons if turn.learner.screen else ()
    offered = (button.go.argument.partition(" ")[2] for button in buttons if button.go.command == "talk")
    return next((trade for trade in offered if trade in trades), trades[0])


def stuck(turn: Turn) -> Message:
    """What to write, where a line is open; else the plan and its empty boxes."""
    expects = turn.learner.screen.expects if turn.learner.screen else None
    writes = expects is not None and expects.command == "write" and turn.course.part(expects.argument)
    return turn.go(Go("stuck", expects.argument)) if expects and writes else turn.go(Go("plan"))


def harder(turn: Turn) -> Message:
    """A question of the bank: of a finished lesson, and never asked in it."""
    standing = turn.standing
    taught = [lesson for lesson in turn.course.lessons if lesson.name in standing.finished]
    bank = [quiz.name for lesson in reversed(taught) for quiz in lesson.quizzes[CHECKED:]]
    fresh = [quiz for quiz in bank if quiz not in standing.answered]
    if not bank:
        return keeping(turn, [turn.say("talk-harder-none")])
    return turn.go(Go("ask", (fresh or sorted(bank, key=lambda quiz: standing.answered[quiz].last))[0]))


def why_this_answer(turn: Turn) -> Message:
    """What the article says; before an answer, only that the reason follows it."""
    if steps.open_question(turn.learner.screen):
        return keeping(turn, [turn.say("talk-why-unanswered")])
    return turn.go(Go("source", at_hand(turn).name))


def odd_question(turn: Turn) -> Message:
    """The question at hand is reported; where there is none, it is a fault of ours."""
    quiz = _quiz_on_screen(turn)
    return turn.go(Go("report", quiz)) if quiz else ANSWERS["bug"](turn)


def original_text(turn: Turn) -> Message:
    """The article's title, what kind of text it is, and where its paragraphs are shown."""
    return said(turn, intent="original_text", leads={"command-source": Go("source", at_hand(turn).name)})


ANSWERS: Mapping[str, Answer] = {
    "hello": hello,
    "thanks": says("thanks"),
    "praise": says("praise"),
    "bye": says("bye"),
    "who_are_you": says("who_are_you", command_help=Go("help")),
    "name": says("name"),
    "age": says("age"),
    "price": says("price"),
    "what_can_you_do": help_,
    "why_asked": says("why_asked"),
    "privacy": says("privacy", command_mine=Go("mine")),
    "certificate": says("certificate", command_plan=Go("plan")),
    "worth_it": says("worth_it", command_plan=Go("plan")),
    "tell_a_friend": says("tell_a_friend"),
    "how_long": how_long,
    "what_have_i_written": hands_to("plan"),
    "repeat": repeat,
    "which_lesson": which_lesson,
    "easier": easier,
    "harder": harder,
    "stuck": stuck,
    "shorter": says("shorter", button_one_question=Go("quiz")),
    "small_text": says("small_text"),
    "more_a_day": more_a_day,
    "original_text": original_text,
    "why_this_answer": why_this_answer,
    "odd_question": odd_question,
    "bug": says("bug", button_today=Go("today")),
    "busy_today": partial(later_today, intent="busy_today"),
    "tired": partial(later_today, intent="tired"),
    "sad": says("sad", button_rest_a_day=Go("rest", "pause 1d")),
    "lost_job": says("lost_job"),
    "change_jobs": says("change_jobs"),
    "bored": says("bored", command_quiz=Go("quiz")),
    "jokes": says("jokes", command_quiz=Go("quiz")),
    "cannot": says("cannot", command_help=Go("help")),
    "insult": says("insult", button_less=Go("less"), command_rest=Go("rest")),
    "what_day": what_day,
    **{name: hands_to(name) for name in ("call", "forget", "job", "link", "mine", "quiz")},
    "study": hands_to("today"),
    "english": says("english", command_help=Go("help")),
    "other_language": says("other_language", command_help=Go("help")),
}
"""By the intents of locales/ko/sayings/intents.toml."""
