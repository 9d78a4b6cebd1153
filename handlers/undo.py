"""되돌리기: the last change is taken back, be it a setting, a line or an answer tapped by mistake."""

from dataclasses import replace
from datetime import timedelta

from msgspec import structs

from bot.conversation import Sorry, Turn
from bot.course.holds import ADDED
from bot.course.model import CHECKLIST, Practice
from bot.korean import when
from bot.korean.hangul import within_quotes
from bot.message import Button, Go, Message
from bot.record.elsewhere import of_line
from bot.record.facts import (
    AnswerTakenBack,
    Finished,
    FinishTakenBack,
    LineTakenBack,
    PersonErased,
    PersonKept,
    Wrote,
)
from bot.record.learner import UNDO_HOLDS, UNDOABLE, Learner, Line, Undo
from bot.rhythm import Unclear
from handlers import calendar, in_force, ledger, linking, oneself, quiz, reminder_settings, steps, welcome, workshops

WELCOME = (("trade", welcome.ask_trade), ("rhythm", welcome.ask_hour), ("intention", welcome.ask_cue))
"""What the welcome asks for, and what asks for it."""
TAKES = {
    **dict.fromkeys(("trade", "job"), "job"), "called": "call", "zone": "zone", "paused_until": "rest",
    **dict.fromkeys(("rhythm", "quiet", "off", "on_holidays", "once_at"), "remind"),
}  # fmt: skip
"""The command that takes other words in place of those that changed a setting."""
WRITTEN, NEWEST = "written", "newest"  # what bot.understanding says behind it where only a line is meant
ANSWERED = "answered"  # where only an answer is meant
MISTAPPED = "mistapped"  # 아 잘못 눌렀다: what was done right before it; what is longer ago is asked about
AGAIN = "again"  # 다시 되돌려 줘: what was taken back holds again
WRITES = timedelta(minutes=1)  # in which a message that was sent writes its line
LATELY = timedelta(minutes=10)  # for which 잘못 눌렀어요 means it, with other screens in between


def undo(turn: Turn) -> Message:
    """Take the last change back, once. With words behind it only one of lately, and so an answer that is not shown any
    more: nobody means one of long ago. Who means what was written has no setting taken back. In a workshop, whose
    answers are in no plan yet, it is the last answer. Raises Sorry when there is none.
    """
    screen = turn.learner.screen
    if screen and screen.expects and screen.expects.command in turn.course.about.workshops and not _offered(turn):
        return turn.go(screen.expects.saying(workshops.BACK))
    if turn.words == NEWEST and (written := _written_today(turn)):
        return turn.go(Go("empty", written.lesson))
    last, late = turn.learner.undo, turn.learner.undo and turn.now - turn.learner.undo.at > LATELY
    if turn.words == AGAIN and not (last and (last.again or last.erased)):
        raise Sorry("sorry-nothing-again")
    if last and last.again and not (last.erased or last.line or turn.words == AGAIN):
        raise Sorry("sorry-nothing-to-undo")
    if last is None or turn.now - last.at > UNDO_HOLDS or (late and last.quiz and not _offered(turn)):
        raise Sorry("sorry-nothing-to-undo")
    if (late and turn.words) or (turn.words in {WRITTEN, NEWEST} and not last.line):
        raise Sorry("sorry-nothing-lately")
    if turn.words == ANSWERED and not last.quiz and not _offered(turn):
        raise Sorry("sorry-nothing-lately")
    if turn.words == MISTAPPED and last.at != turn.learner.heard_at:
        return turn.go(Go("talk", "undo_asked"))
    turn.change(undo=None)
    return _taken_back(turn, last)


def _taken_back(turn: Turn, last: Undo) -> Message:
    """What was before the last change, and where that leads."""
    if last.joined or last.course:
        return turn.go(Go("link", linking.APART) if last.joined else Go("course", last.course))
    changed = changed_settings(turn, last.before)
    settings = _settings(turn, last.before, changed) if last.before else ""
    if last.people:
        return _people(turn, last)
    if last.line:
        return _line(turn, last.line)
    if last.erased:
        return _line_again(turn, last)
    if last.quiz:
        return steps.opened_with(turn.say("undone-answer"), _unanswered(turn, last))
    for name, ask in () if turn.standing.finished else WELCOME:
        if name in changed and not getattr(turn.learner, name):  # nothing was there before: the question comes again
            question = ask(turn)
            return replace(question, bubbles=(settings, question.bubbles[-1]))
    return Message((settings,), (*_again(turn, last), steps.button_to(turn, steps.step_of_today(turn))))


def instead(turn: Turn) -> Message:
    """아 취소 7시반으로, 아니 2번: the last change is taken back, and what is said behind it holds in its place; one
    undo leads to what was before both. Longer ago than LATELY it is a wish of its own. Raises Sorry where the words do
    not fit what was changed.
    """
    words, last, have = turn.words, turn.learner.undo, turn.learner.rhythm
    if last is None or turn.now - last.at > LATELY:
        return turn.go(Go("remind", words))
    if last.quiz:
        asked = _unanswered(turn, last)
        message = turn.go((asked.expects or Go("ask")).saying(words))
    elif last.before:
        message = _set_instead(turn, last.before, changed_settings(turn, last.before))
    else:
        raise Sorry("sorry-unknown")
    turn.change(undo=structs.replace(last, at=turn.now))
    if have and last.before and not last.before.rhythm and turn.learner.rhythm == have:
        return message  # it is asked about, and what was set holds until then
    told = turn.say("mended" if last.quiz or changed_settings(turn, last.before) else "mended-asks")
    return steps.opened_with(told, message)


def _set_instead(turn: Turn, before: Learner, changed: set[str]) -> Message:
    """The settings as they were, and then what the words wish; 아니 8시 on the days that were just named."""
    words, timed = turn.words, str(when.read(turn.words, turn.learner.local(turn.now)))
    command = next((command for name, command in TAKES.items() if name in changed), "")
    if command in {"job", "call", "zone"} and timed in reminder_settings.NOTHING_SURE:
        _settings(turn, before, changed)
        return turn.go(Go(command, words))
    if not command:
        raise Sorry("sorry-unknown")
    command = command if command == "rest" else "remind"
    wish = reminder_settings.wished(turn, "word-quiet" if "quiet" in changed else f"command-{command}")
    whole = reminder_settings.whole(turn, wish)
    if before.rhythm or not isinstance(whole, Unclear):  # else nothing would be set until it is answered which is meant
        _settings(turn, before, changed)
    return reminder_settings.carried_out(turn, whole, command)


def correct(turn: Turn) -> Message:
    """A message was edited: the line that it wrote is written anew. `turn.words` is the moment at which it was sent, in
    seconds, and what it says now. Where it wrote no line, or not the last change, nothing is said.
    """
    sent, _, turn.words = turn.words.partition(" ")
    last, screen = turn.learner.undo, turn.learner.screen
    line = last.line if last else None
    if screen is None or line is None or not abs(line.at.timestamp() - int(sent)) <= WRITES.total_seconds():
        return replace(screen or Message((turn.say("sorry-unknown"),)), repeated=True)
    _line(turn, line)
    return turn.go(Go("write", f"{line.lesson} {turn.words}"))


def _offered(turn: Turn) -> bool:
    """Whether the screen still offers to take it back."""
    screen = turn.learner.screen
    return screen is not None and any(button.go == Go("undo") for button in screen.buttons)


def _unanswered(turn: Turn, last: Undo) -> Message:
    """The question whose answer is taken back, once more."""
    turn.happened(AnswerTakenBack(last.quiz, last.at, last.history, last.thought or last.quiz, last.card))
    return turn.hand_to(quiz.ask, last.quiz)


def _written_today(turn: Turn) -> Line | None:
    """The newest line, where it was written today and something else was changed after it."""
    today = [line for line in turn.record.lines() if turn.learner.day(line.at) == turn.day]
    last = turn.learner.undo
    other = last is None or not (last.line or last.erased)
    return max(today, key=lambda line: line.at, default=None) if other else None


def changed_settings(turn: Turn, before: Learner | None) -> set[str]:
    """The names of the settings that are not what they were."""
    return {name for name in UNDOABLE if before and getattr(before, name) != getattr(turn.learner, name)}


def _settings(turn: Turn, before: Learner, changed: set[str]) -> str:
    """The settings as they were; the sentences that read back what has changed by it."""
    turn.change(**{name: getattr(before, name) for name in UNDOABLE})
    turn.schedule()
    return turn.say("undone", settings="\n".join(settings_told(turn, changed)))


def settings_told(turn: Turn, changed: set[str]) -> list[str]:
    """A line for each of these settings, as it is now."""
    learner, none = turn.learner, turn.say("mine-none")
    told = []
    if not changed.isdisjoint({"trade", "job"}):
        told.append(turn.say("undone-trade", trade=oneself.spoken_job(turn)))
    if "zone" in changed:
        told.append(turn.say("undone-zone", zone=learner.zone, clock=oneself.clock(turn)))
    if "called" in changed:
        told.append(turn.say("undone-called", name=learner.called or none))
    if "intention" in changed:
        told.append(turn.say("undone-intention", intention=learner.intention or none))
    if "feed" in changed:
        told.append(turn.say("undone-calendar", calendar=calendar.told(turn)))
    if "short_lines" in changed:
        told.append(turn.say("undone-short" if learner.short_lines else "undone-whole"))
    if changed - {"trade", "job", "called", "intention", "short_lines", "feed", "feed_since"}:
        told += [turn.say("undone-reminder", reminder=in_force.spoken(turn)), in_force.quiet_over_lesson(turn)]
    return [*filter(None, told)]


def _again(turn: Turn, last: Undo) -> tuple[Button, ...]:
    """The button that lets hold again what is taken back now; and once that was tapped, the one that takes it back."""
    return (steps.take_back(turn) if last.again else Button(turn.say("button-redo"), Go("undo", AGAIN)),)


def _people(turn: Turn, last: Undo) -> Message:
    """The rows of the ten people as they were."""
    for number, person in last.people:
        turn.happened(PersonKept(person) if person else PersonErased(number))
    text = turn.say("people-undone", count=len(turn.record.people()))
    now = [ledger.row(turn, n, one) for n, one in ledger.numbered(turn) if one.number in dict(last.people)]
    shown = ledger.in_bubbles([text, *now] if len(now) == 1 else [text])
    onward = steps.button_to(turn, steps.step_of_today(turn))
    return Message(shown, (*_again(turn, last), ledger.see_all(turn), onward))


def _line(turn: Turn, line: Line) -> Message:
    """The line is gone, and the one before it stands again; where there is none, another may be written, and a making
    is not made. The line can be brought back.
    """
    for one in [one for one in turn.record.written if one.at == line.at]:  # a decision may answer a follow-up as well
        turn.happened(LineTakenBack(one))
    if of_line(line.lesson)[1]:  # in the plan of another course, which is not read
        turn.happened(LineTakenBack(line))
    before = next((one for one in turn.record.lines() if one.lesson == line.lesson), None)
    if before:
        text = turn.say("undone-rewritten" if line.text else "undone-empty", text=within_quotes(before.text))
        return _told_of_line(turn, text, before)
    if line.lesson == CHECKLIST or ADDED in line.lesson:
        text = turn.say("undone-decision" if ADDED in line.lesson else "undone-checklist")
        return _told_of_line(turn, text, line)
    making = isinstance(turn.course.part(line.lesson), Practice)
    if making and line.lesson in turn.standing.finished:
        turn.happened(FinishTakenBack(line.lesson))
    label, command = ("button-later", "later") if making else ("button-skip", "skip")
    leave = Button(turn.say(label), Go(command, line.lesson))
    gone = turn.say("undone-line", text=within_quotes(line.text))
    return Message((gone,), (leave, steps.take_back(turn)), Go("write", line.lesson))


def _line_again(turn: Turn, last: Undo) -> Message:
    """The lines that were taken back stand in the plan once more, and a making is made again."""
    for line in last.erased:
        turn.happened(Wrote(line))
    newest = last.erased[0]
    if last.unmade:
        turn.happened(Finished(*last.unmade, newest.at))
    text = turn.say("line-back" if newest.text else "line-empty-again", text=within_quotes(newest.text))
    return _told_of_line(turn, text, newest)


def _told_of_line(turn: Turn, text: str, line: Line) -> Message:
    """The sentences, and the buttons that go on, rewrite the line where it is one of a part, and take this back."""
    rewritten = line.lesson != CHECKLIST and ADDED not in line.lesson
    again = [Button(turn.say("button-rewrite-line"), Go("line", line.lesson))] if rewritten else []
    return Message((text,), (steps.button_to(turn, steps.step_of_today(turn)), *again, steps.take_back(turn)))
