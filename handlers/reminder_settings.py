"""When lessons come: chosen by a button or typed in Korean, always read back."""

from dataclasses import replace
from datetime import timedelta

from bot.conversation import Sorry, Turn
from bot.course.quizzes.kind import means
from bot.korean import when
from bot.korean.rhythms import spoken_rhythm
from bot.korean.time import frequency
from bot.learning.day import parts_to_come
from bot.learning.habit import days_a_week, weeks_for
from bot.message import Button, Go, Message
from bot.rhythm import Invalid, Once, Repeat, Rhythm, Unclear, load, load_repeat
from bot.rhythm.changes import DaysChange, OnHolidays, Pause, Quiet, Resume, Shift, Switch, TimeChange
from bot.rhythm.days import Weekdays
from handlers import in_force, nudges, pauses, quiet_hours, steps
from handlers.hours import beside, meant, offered, on_their_days, sets_hour, unclear, which_asked
from handlers.keeping import keeping, leading_on
from handlers.menu import menu

NOTHING_SURE = ("unknown", str(Unclear()))
LEFT_OUT = "-"  # said in place of a pause
RESTS = ("pause 1d", "pause 3d", "pause 7d", "off")


def remind(turn: Turn) -> Message:
    """알림: say when lessons come and offer other times; the words after it are a wish about time."""
    if not turn.words and steps.in_first_questions(turn):
        return turn.go(Go("hour"))
    if turn.words:
        return _first_words(turn) if turn.learner.new else understood(turn, "remind", command_word="command-remind")
    if turn.learner.ended_at:
        return keeping(turn, [in_force.told(turn)])
    told = Message((in_force.told(turn),), (*quiet_hours.ways_out(turn)[:1], *offered("remind")), Go("remind"))
    return nudges.told_with(told, *nudges.offer(turn)) if turn.learner.rhythm else told


def _first_words(turn: Turn) -> Message:
    """A stranger who begins with the hour: it is kept, and they are greeted, as they are when it is no wish at all."""
    words = turn.words
    try:
        return turn.go(Go("hour", words))
    except Sorry:
        turn.words = words
    try:
        return understood(turn, "remind", command_word="command-remind")
    except Sorry:
        return turn.go(Go("start"))


def answering(turn: Turn) -> bool:
    """Whether a question is open that is not about the reminders themselves."""
    expects = turn.learner.screen.expects if turn.learner.screen else None
    return expects is not None and expects.command not in {"remind", "rest", "hour"}


def rest(turn: Turn) -> Message:
    """쉬기: offer pauses; the words after it are a pause, or that there shall be none."""
    called_off = means(turn.words, "says-cancel", turn.say)
    if turn.learner.paused_until and called_off:
        today = Button(turn.say("button-today"), Go("today"))
        return Message((_rested(turn),), (today, steps.take_back(turn)))
    if called_off or turn.words == LEFT_OUT:
        key = "rest-as-it-was" if turn.learner.paused_until else "rest-none"
        return Message((turn.say(key),), (steps.button_to(turn, steps.step_of_today(turn)),))
    if turn.learner.ended_at:
        return keeping(turn, [turn.say("rest-ended")])
    if turn.words:
        return _paused(turn)
    buttons = tuple(Button(turn.say(f"rest-{n}"), Go("rest", pause)) for n, pause in enumerate(RESTS, 1))
    lighter = (Button(turn.say("button-lighter"), Go("lighter")),) if turn.standing.cards else ()
    if steps.in_first_questions(turn):
        return keeping(turn, [turn.say("rest-ask")], buttons)
    return Message((turn.say("rest-ask"),), (*buttons, *lighter), Go("rest"))


def no_rest(turn: Turn) -> Message:
    """안 쉴래요: a pause ends; where there is none nothing changes, and a question that is open stays open."""
    until = turn.learner.paused_until
    if until is None or until <= turn.day:
        return keeping(turn, [turn.say("rest-none")])
    return keeping(turn, [_rested(turn)], [*quiet_hours.ways_out(turn), steps.take_back(turn)])


def _rested(turn: Turn) -> str:
    """The pause ends; the sentences that say so. What was switched off before it stays off."""
    over = turn.say("rest-over")
    if turn.learner.rhythm and not turn.learner.off:
        return f"{over}\n{do(turn, Switch(on=True))}"
    pauses.end(turn)
    return over


def _paused(turn: Turn) -> Message:
    """Rest as the words wish. Raises Sorry where they do not say how long."""
    if not (turn.words.isascii() or _shown(turn) or when.names_days(turn.words)):  # a button's words are in ASCII
        raise Sorry("sorry-rest")
    return understood(turn, "rest", command_word="command-rest")


def keep(turn: Turn) -> Message:
    """맞아요: what was read back stays as it is; who leaves the settings says so in more words."""
    told = turn.say("talk-fine" if turn.words else "remind-agreed")
    return Message((told,), (Button(turn.say("button-today"), Go("today")),))


def understood(turn: Turn, command: str, *, command_word: str) -> Message:
    """Do what the words wish and read it back, or ask what they mean. Raises Sorry when they wish nothing."""
    return carried_out(turn, wished(turn, command_word), command)


def wished(turn: Turn, command_word: str) -> Rhythm:
    """What the words wish, on the days that the learner has or names."""
    return on_their_days(turn, beside(turn, _read(turn, command_word)), _shown(turn))


def whole(turn: Turn, wish: Rhythm) -> Rhythm:
    """Other days or other hours, as the whole rhythm that the present one becomes by them."""
    if isinstance(wish, DaysChange | TimeChange) and turn.learner.rhythm:
        return load_repeat(turn.learner.rhythm).changed(wish)
    return wish


def carried_out(turn: Turn, rhythm: Rhythm, command: str) -> Message:
    """What is wished is done and read back, or asked about."""
    if isinstance(rhythm, Pause) and turn.learner.ended_at:
        return keeping(turn, [turn.say("rest-ended")])
    if isinstance(rhythm, Unclear):
        return ask_back(turn, rhythm, "hour" if steps.in_first_questions(turn) else command)
    if str(rhythm) != turn.words and pauses.too_long(turn, rhythm):  # a button says the day at which it ends
        return pauses.ask_long(turn, rhythm, command)
    told = read_back(turn, do(turn, rhythm), command, fewer=bool(frequency.count(turn.words)), hour=sets_hour(rhythm))
    return leading_on(turn, told) if rhythm == Switch(on=True) else told


def read_back(turn: Turn, text: str, command: str = "remind", *, fewer: bool = False, hour: bool = True) -> Message:
    """What was understood, to be agreed to or mended, and when it is about how often, made fewer still; where it sets
    an `hour`, with what else may ring then. Within the welcome it goes on with that.
    """
    told, ways = nudges.of_hour(turn) if hour else ("", ())
    text = "\n\n".join(filter(None, (text, told)))
    at = steps.first_question(turn)
    if at in steps.FIRST_QUESTIONS:
        settled = turn.learner.rhythm or turn.learner.off
        asked = turn.go(Go("hour", "-") if at == "intend" or (at == "hour" and settled) else Go(at))
        return steps.with_buttons(replace(asked, bubbles=(text, *asked.bubbles)), *ways)
    if out := quiet_hours.ways_out(turn):
        return Message((text,), (*out, steps.take_back(turn)))
    less = (Button(turn.say("button-less-still"), Go("less")),) if fewer else ()
    fix = Button(turn.say("button-fix"), Go(command))
    return Message((text,), (Button(turn.say("button-right"), Go("keep")), *less, fix, *ways, steps.take_back(turn)))


def settle(turn: Turn, command: str) -> Message | str:
    """For the first question: keep the repeating rhythm the words mean and read it back, or ask which one."""
    rhythm = on_their_days(turn, beside(turn, meant(turn, _read(turn, "command-remind"))), _shown(turn))
    if isinstance(rhythm, Unclear):
        return ask_back(turn, rhythm, command)
    if not isinstance(rhythm, Repeat):
        raise Sorry("sorry-first-hour")
    return do(turn, rhythm)


def ask_back(turn: Turn, ask: Unclear, command: str) -> Message:
    """No guess: the times it may mean as buttons, or, where there are none, the times most people choose."""
    if not ask.choices and command == "rest":
        return turn.hand_to(rest)
    if not ask.choices:
        return unclear(turn, command)
    if not turn.pushed and all(isinstance(choice, Once) for choice in ask.choices):
        raise Sorry("sorry-cannot-remind")
    again = any(isinstance(choice, Resume) for choice in ask.choices)  # one day is one button: 3일 뒤에 다시
    meant = [choice for choice in ask.choices if not (again and isinstance(choice, Once))]
    choices = [(pauses.label(turn, choice) or spoken_rhythm(choice), Go(command, str(choice))) for choice in meant]
    if len(choices) == 1:
        (label, go), fix = choices[0], Button(turn.say("button-fix"), Go(command))
        sure = turn.say("rest-sure" if pauses.label(turn, meant[0]) else "remind-sure", meant=label)
        return Message((sure,), (Button(turn.say("button-right"), go), fix), Go(command))
    text, buttons = menu(turn, turn.say(which_asked(turn)), choices)
    return Message((text,), buttons, Go(command))


def do(turn: Turn, wish: Rhythm) -> str:
    """Carry out a clear wish; the sentences that read it back, with whatever keeps lessons from coming all the same.
    Raises Sorry before anything has changed.
    """
    told = _done(turn, wish)
    if isinstance(wish, Once) or wish == Switch(on=False):
        return told
    if isinstance(wish, Quiet) and turn.learner.off:
        return f"{told}\n{turn.say('quiet-while-off')}"
    return "\n".join(filter(None, (told, in_force.quiet_over_lesson(turn, named=isinstance(wish, Quiet)))))


def _done(turn: Turn, wish: Rhythm) -> str:
    match wish:
        case Repeat():
            return _repeat(turn, wish)
        case Once():
            return _once(turn, wish)
        case DaysChange() | TimeChange() | Shift():
            return _changed(turn, wish)
        case Pause():
            return pauses.pause(turn, wish)
        case Resume(day):
            first = steps.today(turn)
            return pauses.pause(turn, Pause(first=first, back=day)) if day > first else _switch(turn, on=True)
        case OnHolidays(sent):
            turn.change(on_holidays=sent)
            turn.schedule()
            return turn.say("holidays-on" if sent else "holidays-off")
        case Quiet():
            turn.change(quiet=str(wish))
            return turn.say("quiet-kept", hours=spoken_rhythm(wish))
        case Switch(on):
            return _switch(turn, on=on)
        case Invalid():
            raise Sorry("sorry-no-such-hour")
    raise Sorry("sorry-hour")


def _read(turn: Turn, command_word: str) -> Rhythm:
    """A button's canonical words, or Korean, with the command's own word where it makes the sense: 쉬기 3일."""
    try:
        shown = [load(words) for words in _shown(turn) or [turn.words]]
        return shown[0] if len(shown) == 1 else Unclear(tuple(one for one in shown if isinstance(one, Repeat)))
    except ValueError:
        now = turn.learner.local(turn.now)
    said = [turn.words, f"{turn.words} {turn.say(command_word)}"]
    if command_word != "command-remind":
        said.reverse()
    found = [_resumed(when.read(words, now), turn, command_word) for words in said]
    nothing = NOTHING_SURE if command_word != "command-remind" else NOTHING_SURE[:1]
    rhythm = _swapped(turn, next((one for one in found if str(one) not in nothing), found[0]))
    if command_word != "command-remind" or str(rhythm) not in NOTHING_SURE:
        return rhythm
    have = load_repeat(turn.learner.rhythm) if turn.learner.rhythm else None
    return frequency.fitted(turn.words, now, have) or rhythm


def _swapped(turn: Turn, rhythm: Rhythm) -> Rhythm:
    """토요일 말고 일요일, of who has 화·목·토: one of their days for another, and the others stay."""
    have = load_repeat(turn.learner.rhythm).days if turn.learner.rhythm else None
    match have, rhythm:
        case Weekdays(had, 1), DaysChange("", Weekdays(named, 1)):
            out = when.taken_out(turn.words, turn.learner.local(turn.now))
            return DaysChange("", Weekdays(had - out | named)) if out and out < had else rhythm
    return rhythm


def _resumed(rhythm: Rhythm, turn: Turn, command_word: str) -> Rhythm:
    """3일 뒤에, where it was asked how long to rest: lessons come again on that day."""
    days = rhythm.when if command_word == "command-rest" and isinstance(rhythm, Once) else None
    return Resume(steps.today(turn) + days) if isinstance(days, timedelta) and days >= timedelta(days=1) else rhythm


def _shown(turn: Turn) -> list[str]:
    """What the buttons offer that the words pick out: 오전 under the two halves of a day."""
    buttons = turn.learner.screen.buttons if turn.learner.screen else ()
    return [buttons[at].go.argument for at in when.picked(turn.words, [button.label for button in buttons])]


def _repeat(turn: Turn, rhythm: Repeat) -> str:
    chosen = turn.learner.with_rhythm(str(rhythm), turn.day)
    turn.change(rhythm=chosen.rhythm, past=chosen.past)
    kept = in_force.kept(turn, rhythm)
    left = sum(1 for _ in parts_to_come(turn.course, turn.standing))
    weeks = weeks_for(left, days_a_week(turn.learner.expected(), turn.day))
    silent = turn.pushed and steps.all_quiet(turn)
    return f"{kept}\n{turn.say('remind-weeks', weeks=weeks)}" if left and not silent else kept


def _once(turn: Turn, wish: Once) -> str:
    if not turn.pushed:
        raise Sorry("sorry-cannot-remind")
    moment = wish.at(turn.now, turn.learner.zone)
    turn.change(once_at=moment)
    turn.schedule()
    return turn.say("once-kept", moment=steps.moment(turn, moment))


def _changed(turn: Turn, wish: DaysChange | TimeChange | Shift) -> str:
    if not turn.learner.rhythm:
        raise Sorry("sorry-no-rhythm")
    changed = load_repeat(turn.learner.rhythm).changed(wish)
    if not isinstance(changed, Repeat):
        raise Sorry("sorry-which-change")
    return _repeat(turn, changed)


def _switch(turn: Turn, *, on: bool) -> str:
    if not on:
        turn.change(off=True, once_at=None)
        turn.schedule()
        return turn.say("off-kept-ended" if turn.learner.ended_at else "off-kept" if turn.pushed else "off-kept-alone")
    if not turn.learner.rhythm:
        raise Sorry("sorry-no-rhythm")
    pauses.end(turn)
    return in_force.kept(turn, load_repeat(turn.learner.rhythm))
