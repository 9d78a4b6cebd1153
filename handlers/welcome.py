"""The first minute: who are you, when shall it come, what will set you off."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from bot.conversation import Handler, Sorry, Turn
from bot.course.quizzes.kind import means
from bot.korean import when
from bot.korean.cues import cue_said, names_clock, names_days
from bot.korean.hangul import within_quotes
from bot.korean.oneself import asks, is_person, job_and_more, job_of, may_be_job
from bot.korean.time.likely import likely
from bot.message import MOST_BUTTONS, Button, Go, Message, Tone
from bot.rhythm import Invalid, Unclear, Unknown
from handlers import courses, hours, in_force, nudges, oneself, reminder_settings, returning, steps
from handlers.frank import FRANK
from handlers.study import LONGEST_INTENTION

CUES = ("1", "2", "3", "4")  # what the buttons offer
LINKED = "course-"  # what the words of a deep link begin with, before the folder name of a course
WITHOUT = "\\"  # before the label of a button that was denied
WHETHER, AGREED = "?", "!"  # before words that nothing else was made of; that they are meant as they were said
NO_OFFERS = {*hours.OFFERED, "-"}  # what buttons say where the words named no hour


def start(turn: Turn) -> Message:
    """Greet. A stranger is asked three things, and in the middle of them the open one again; behind them it begins with
    the first lesson. Whoever knows us goes on where they were. A deep link names a course.
    """
    if (course := turn.words.removeprefix(LINKED)) in turn.offered and course != turn.words:
        return turn.go(Go("course", course))
    at = steps.first_question(turn)
    if at == "ready":
        return turn.go(Go("today"))
    if at:
        return greet(turn) if at == "trade" and not turn.learner.trade else ASKED[at](turn)
    if steps.ending_waits(turn):
        return turn.go(Go("ending"))
    if turn.learner.trade or turn.learner.rhythm:
        return returning.back(turn)
    return greet(turn)


def greet(turn: Turn) -> Message:
    """What this is, and the first of the three questions."""
    if turn.words == "later":
        return Message((turn.say("welcome-later"),), (Button(turn.say("command-start"), Go("start")),))
    answer = "\n".join(filter(None, (_answered(turn, intent) for intent in turn.words.split())))
    if len(turn.offered) > 1 and not turn.learner.trade:
        return after(courses.ask(turn), answer, turn.say("welcome-several"))
    asked = ask_trade(turn)
    return replace(asked, bubbles=(*filter(None, (answer,)), courses.hello(turn), *asked.bubbles))


def _answered(turn: Turn, intent: str) -> str:
    """What a stranger hears before the greeting, by what they asked; "" for nothing."""
    about, key = turn.course.about, ANSWERED_FIRST.get(intent, "")
    if not turn.pushed and f"{key}-alone" in turn.say.keys:
        key = f"{key}-alone"
    told = {"boxes": len(about.boxes), "article": about.article, "gist": about.gist or "none"}
    return turn.say(key, units=", ".join(about.units.values()), **told) if key else ""


# -- the three questions, each with what is kept of it --


def ask_trade(turn: Turn) -> Message:
    """What they do for a living."""
    known = bool(turn.learner.job) or turn.learner.trade in turn.course.about.trades
    ask = turn.say("job-now", job=oneself.spoken_job(turn)) if known else turn.say("welcome-trade")
    return Message((ask,), (*oneself.offered(turn, "trade"), skip(turn, "trade", kept=known)), Go("trade"))


def ask_hour(turn: Turn) -> Message:
    """When lessons shall come, or where nobody can be called first, when they mean to open them."""
    kept = bool(turn.learner.rhythm) and not turn.learner.off
    key = "welcome-hour-now" if kept else "welcome-hour"
    ask = turn.say(key if turn.pushed else f"{key}-alone", reminder=in_force.spoken(turn))
    return Message((ask,), (*hours.offered("hour"), skip(turn, "hour", kept=kept)), Go("hour"))


def ask_cue(turn: Turn) -> Message:
    """What will set them off."""
    kept = turn.learner.intention
    ask = turn.say("welcome-intend-now", cue=kept) if kept else turn.say("welcome-intend")
    cues = [Button(turn.say(f"intend-{n}"), Go("intend", n)) for n in CUES]
    fix = Button(turn.say("button-fix-hour" if turn.learner.rhythm else "button-set-hour"), Go("trade", "-"))
    return Message((ask,), (*cues, skip(turn, "intend", kept=bool(kept)), fix), Go("intend"))


def ready(turn: Turn) -> Message:
    """All is asked: the first lesson, or first the five questions, where the course has them."""
    cue = turn.learner.intention
    kept = turn.say("welcome-intended", cue=cue) if cue else turn.say("welcome-ready")
    first, help_ = (
        Button(turn.say("button-first"), Go("today"), Tone.MAIN),
        Button(turn.say("command-help"), Go("help")),
    )
    if turn.course.precheck is None:
        return Message((kept,), (first, help_))
    return Message((kept, turn.say("welcome-five")), (first, Button(turn.say("button-five"), steps.FIVE), help_))


def without(turn: Turn, asked: Message) -> Message:
    """커피는 안 마셔요: the question once more, without the button that was denied, or an example that may name it."""
    denied = turn.words.removeprefix(WITHOUT).strip()
    others = tuple(button for button in asked.buttons if button.label != denied)
    return replace(asked, bubbles=(turn.say("welcome-without"),), buttons=others)


def whether(turn: Turn, asked: Message) -> Message:
    """The question, and whether the words are its answer as they were said: nothing else was made of them."""
    words = turn.words.removeprefix(WHETHER).strip()
    if asked.expects is None or len(words) > oneself.LONGEST_JOB:
        raise Sorry("sorry-too-long", most=oneself.LONGEST_JOB)
    agreed = Button(turn.say("button-as-said"), Go(asked.expects.command, AGREED))
    text = turn.say("welcome-whether", words=within_quotes(words))
    return replace(asked, bubbles=(text,), buttons=(agreed, *asked.buttons)[:MOST_BUTTONS], draft=words)


# -- their answers --


ASIDE: Mapping[str, Callable[[Turn, Message], Message]] = {WHETHER: whether, WITHOUT: without}
"""By the sign before words that are no answer yet: how the question is asked once more."""


def trade(turn: Turn) -> Message:
    """Keep what the learner does, so that examples speak of it; ask when lessons shall come, where that was not told
    with it. Without words it is asked.
    """
    if not turn.words:
        return ask_trade(turn)
    if aside := ASIDE.get(turn.words[0]):
        return aside(turn, ask_trade(turn))
    stranger, typed, skipped = turn.learner.new, turn.words not in turn.course.about.trades, _skipped(turn)
    turn.words, told_hour = (turn.words, "") if skipped else _job_and_hour(turn)
    kept = "" if skipped else oneself.keep_as_said(turn) if turn.words == AGREED else oneself.keep_job(turn)
    if not turn.learner.trade:  # who mends the hour has the trade kept
        turn.change(trade="other")
    asked = _hour_told(turn, told_hour) if told_hour else _after_trade(turn, skipped=skipped)
    greeting = courses.hello(turn) if stranger else ""  # whose first words told what they do
    return after(asked, greeting, kept if typed else "")


def hour(turn: Turn) -> Message:
    """Keep when lessons shall come; ask for an if-then plan. Without words it is asked."""
    if not turn.words:
        return ask_hour(turn)
    if means(turn.words, "says-now", turn.say):
        return after(ask_hour(turn), turn.say("welcome-now" if turn.pushed else "welcome-now-alone"))
    skipped, stranger = _skipped(turn), turn.learner.new and not turn.learner.trade
    settled = "" if skipped else _settled(turn)
    if isinstance(settled, Message):
        return after(settled, courses.hello(turn)) if stranger else settled
    asked = ask_trade(turn) if not turn.learner.trade else ask_cue(turn)
    if turn.learner.intention and turn.learner.trade and not skipped:
        asked = ready(turn)
    told, ways = nudges.of_hour(turn) if settled else ("", ())
    return steps.with_buttons(after(asked, courses.hello(turn) if stranger else "", settled, told), *ways)


def intend(turn: Turn) -> Message:
    """Keep the if-then plan, which doubles the chance of acting on it, and open the first lesson. Without words it is
    asked, and who leaves it out keeps the one they have.
    """
    if not turn.words:
        return ask_cue(turn)
    if aside := ASIDE.get(turn.words[0]):
        return aside(turn, ask_cue(turn))
    if not _skipped(turn):
        cue = turn.say(f"intend-{turn.words}") if turn.words in CUES else cue_said(turn.words)
        cue = oneself.drafted(turn) if turn.words == AGREED else cue
        if len(turn.words) > LONGEST_INTENTION:
            raise Sorry("sorry-too-long", most=LONGEST_INTENTION)
        if not cue:
            raise Sorry("sorry-cue")
        turn.change(intention=cue)
    return ready(turn)


def _settled(turn: Turn) -> str | Message:
    """The hour kept, as it is read back; or which one it is, asked. 손님 없을 때 has none: it is the next answer."""
    read = when.read(turn.words, turn.learner.local(turn.now))
    timeless = isinstance(read, Unknown | Unclear) and not (names_days(turn.words) or names_clock(turn.words))
    timeless = timeless and not when.hours_denied(turn.words)
    cue = cue_said(turn.words) if timeless and len(turn.words) <= LONGEST_INTENTION else ""
    try:
        settled = reminder_settings.settle(turn, "hour")
    except Sorry:
        if not cue:
            raise
        settled = ask_hour(turn)
    if isinstance(settled, str) or not cue or any(b.go.argument not in NO_OFFERS for b in settled.buttons):
        return settled
    turn.change(intention=cue)
    return after(ask_hour(turn), turn.say("welcome-cue-first", cue=cue))


def _job_and_hour(turn: Turn) -> tuple[str, str]:
    """What they do and when, where both were told: 저는 미용사고 저녁 8시쯤이 좋아요. What else is told with the
    job, as in 교사라서 방학에만 시간 있어요, is no part of it.
    """
    trade_of, now, alone = turn.course.about.trade_of, turn.learner.local(turn.now), turn.words
    for job, rest in job_and_more(turn.words):
        if not trade_of(job) or trade_of(rest) or asks(rest) or not may_be_job(job, known=True):
            continue
        told = when.read(rest, now)
        if likely(rest, now).minutes or not isinstance(told, Unknown | Invalid | Unclear):
            return job, rest
        if alone == turn.words and is_person(job_of(job)) and not may_be_job(rest, known=False):
            alone = job
    return alone, ""


def _hour_told(turn: Turn, words: str) -> Message:
    """The hour that was told along with the job; where it cannot be kept, it is asked."""
    try:
        return turn.hand_to(hour, words)
    except Sorry:
        return ask_hour(turn)


def _after_trade(turn: Turn, *, skipped: bool) -> Message:
    """The next question; who only changed what they do goes on where they were."""
    if skipped or not turn.learner.rhythm:
        return ask_hour(turn)
    return ready(turn) if turn.learner.intention else ask_cue(turn)


def after(message: Message, *told: str) -> Message:
    """The message after what was told, in no more than three bubbles."""
    first, *others = (*filter(None, told), *message.bubbles)
    while len(others) > 2:
        first, *others = (f"{first}\n\n{others[0]}", *others[1:])
    return replace(message, bubbles=(first, *others))


def again(turn: Turn) -> Message:
    """What is on the screen now, for a page that was opened anew."""
    screen = turn.learner.screen
    return replace(screen, repeated=True) if screen else start(turn)


def skip(turn: Turn, command: str, *, kept: bool) -> Button:
    """Leaves a question out; what is kept of it stays."""
    return Button(turn.say("button-stay" if kept else "button-skip"), Go(command, "-"))


def _skipped(turn: Turn) -> bool:
    """Whether the question is left out, by its button or in words: 몰라요, 패스."""
    return turn.words == "-" or means(turn.words, "says-skip", turn.say)


ASKED: Mapping[str, Handler] = {"trade": ask_trade, "hour": ask_hour, "intend": ask_cue, "ready": ready}
"""The places of the welcome in their order, and what asks there."""
ANSWERED_FIRST = {
    **{name: f"talk-{name}" for name in FRANK},
    **{name: f"talk-{name}" for name in ("price", "privacy", "certificate", "lost_job", "age", "original_text")},
    **{name: f"talk-{name}" for name in ("who_are_you", "worth_it", "cannot", "tell_a_friend")},
    **dict.fromkeys(("forget", "mine", "leaving"), "talk-nothing-kept"),
    "study": "talk-may_skip",
    **{name: f"talk-{name}" for name in ("english", "other_language")},
    "sad": "talk-sad-then",
    **{
        name: f"talk-{name}" for name in ("link", "wait", "feels", "what_is_plan", "change_jobs", "no_scores", "abroad")
    },
    **{name: f"talk-{name}" for name in ("for_others", "language", "late_start", "good_news", "prize")},
    **{name: f"talk-{name}" for name in ("minor", "sign_up", "not_daily")},
    "insult": "welcome-insult",
    **dict.fromkeys(
        ("how_often", "remind_set", "remind_question", "remind_denial", "remind_less"), "welcome-which-days"
    ),
    **dict.fromkeys(("any_time", "rest_wish", "when_off"), "talk-when_off"),
    "contents": "welcome-contents",
    **dict.fromkeys(("thanks", "praise", "success"), "welcome-thanks"),
    **dict.fromkeys(("told_day", "failure", "tired", "loss", "tears"), "welcome-told"),
    **dict.fromkeys(("today_minutes", "day_minutes"), "welcome-minutes"),
}
"""What a stranger's first words may ask, and the sentence they hear before the greeting."""
