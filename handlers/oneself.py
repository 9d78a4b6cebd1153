"""What learners say of themselves: what they do for a living, what to call them, where they live."""

from dataclasses import replace

from bot.conversation import Sorry, Turn
from bot.course.quizzes.kind import means
from bot.korean import places
from bot.korean.calling import LONGEST_NAME, addressed, name_said
from bot.korean.hangul import within_quotes
from bot.korean.oneself import job_and_more, job_as_told, job_of, may_be_job, without_yo
from bot.korean.spoken import clock as spoken_clock
from bot.korean.told_back import told_back
from bot.korean.work_verbs import worked
from bot.message import Button, Go, Message
from handlers import steps
from handlers.keeping import keeping

NO_NAME, AS_IT_WAS = "-", "="  # said in place of a name: none from now on, or whatever it is
LONGEST_JOB = 60  # characters: it is said back in one sentence


def job(turn: Turn) -> Message:
    """하는일: ask what they do; the words after it are what they do from now on. A question that is open stays open."""
    if not turn.words and steps.in_first_questions(turn):
        return turn.go(Go("trade"))
    if not turn.words:
        known = turn.learner.job or turn.learner.trade in turn.course.about.trades
        ask = turn.say("job-now", job=spoken_job(turn)) if known else turn.say("welcome-trade")
        return Message((ask,), offered(turn, "job"), Go("job"))
    if turn.words == "-" or means(turn.words, "says-skip", turn.say):
        return Message((turn.say("as-it-was"),), (steps.button_to(turn, steps.step_of_today(turn)),))
    return _settled(turn, "job", keep_job(turn))


def job_told(turn: Turn) -> Message:
    """저 이제 마케터예요: kept where the words name a job we know, else they meant something else."""
    trade_of = turn.course.about.trade_of
    if not trade_of(turn.words) and not any(trade_of(job) for job, _ in job_and_more(turn.words)):
        raise Sorry("sorry-unknown")
    return turn.go(Go("trade", turn.words)) if turn.learner.new else job(turn)


def keep_job(turn: Turn) -> str:
    """Keep the job, whether a button named its trade or the words did; the sentence that says it back."""
    about = turn.course.about
    if turn.words in about.trades:
        turn.change(trade=turn.words, job="")
        return turn.say("job-trade", trade=about.trades[turn.words])
    said = job_of(turn.words)
    if len(said) > LONGEST_JOB:
        raise Sorry("sorry-too-long", most=LONGEST_JOB)
    if not (trade := about.trade_of(said)) and not worked(said):
        said = about.job_meant(said)
        trade = about.trade_of(said)
    if (noun := without_yo(said)) and about.trade_of(noun.split(" ")[-1]):
        said = noun
    if not may_be_job(turn.words, known=bool(trade)):
        raise Sorry("sorry-job")
    turn.change(trade=trade or "other", job=said)
    told = said if said != job_of(turn.words) else job_as_told(turn.words)
    how, words = told_back(told, known=bool(about.trade_of(told.split(" ")[-1])))
    back = turn.say(f"job-{how}", job=words or said)
    shown = about.trades[trade or next(iter(about.trades))]
    return f"{back}\n{turn.say('job-trade' if trade else 'job-no-trade', trade=shown)}"


def keep_as_said(turn: Turn) -> str:
    """Keep as the job what was asked about; the sentence that says it back. Raises Sorry where nothing waits."""
    said, about = drafted(turn), turn.course.about
    trade = about.trade_of(said)
    turn.change(trade=trade or "other", job=said)
    shown = about.trades[trade or next(iter(about.trades))]
    told = turn.say("job-trade" if trade else "job-no-trade", trade=shown)
    return f"{turn.say('job-as-said', job=within_quotes(said))}\n{told}"


def drafted(turn: Turn) -> str:
    """The words that the screen asks about. Raises Sorry where it asks about none."""
    draft = turn.learner.screen.draft if turn.learner.screen else ""
    if not draft:
        raise Sorry("sorry-old-button")
    return draft


def offered(turn: Turn, command: str) -> tuple[Button, ...]:
    """The trades that the examples are written for."""
    return tuple(Button(word, Go(command, trade)) for trade, word in turn.course.about.trades.items())


def spoken_job(turn: Turn) -> str:
    """What the learner does, in their own words where they gave some; or that nothing is kept."""
    return turn.learner.job or turn.course.about.trades.get(turn.learner.trade) or turn.say("mine-none")


def call(turn: Turn) -> Message:
    """호칭: ask what to call them; the words after it are a name, NO_NAME or AS_IT_WAS. A question that is open stays
    open.
    """
    have = turn.learner.called
    if not turn.words and steps.in_first_questions(turn):
        return keeping(turn, [turn.say("call-how")])
    if not turn.words:
        none = (Button(turn.say("button-no-name"), Go("call", "-")),) if have else ()
        onward = steps.button_to(turn, steps.step_of_today(turn))
        return Message(
            (turn.say("call-now" if have else "call-ask", name=addressed(have)),), (*none, onward), Go("call")
        )
    if turn.words == AS_IT_WAS or (turn.words == NO_NAME and not have) or means(turn.words, "says-skip", turn.say):
        told = turn.say("as-it-was" if have else "call-none")
        return Message((told,), (steps.button_to(turn, steps.step_of_today(turn)),))
    name = "" if turn.words == NO_NAME else name_said(turn.words)
    if not name and turn.words != NO_NAME:
        raise Sorry("sorry-name", most=LONGEST_NAME)
    turn.change(called=name)
    return _settled(turn, "call", turn.say("call-kept", name=addressed(name)) if name else turn.say("call-none"))


def zone(turn: Turn) -> Message:
    """시간대: where the learner lives; with a place after it, live there from now on."""
    if turn.words and (found := places.zone_of(turn.words)):
        turn.change(zone=found, day_floor=turn.day)
        turn.schedule()
        right, fix = Button(turn.say("button-right"), Go("keep")), Button(turn.say("button-fix"), Go("zone"))
        return Message((turn.say("zone-kept", clock=clock(turn)),), (right, fix, steps.take_back(turn)))
    if turn.words and not places.cities(turn.words):
        raise Sorry("sorry-zone")
    here = turn.say("zone-now", clock=clock(turn))
    offered_ = places.cities(turn.words) or places.OFFERED
    return Message((here,), tuple(Button(place, Go("zone", place)) for place in offered_), Go("zone"))


def zone_told(turn: Turn) -> Message:
    """저는 시드니에 살아요: the place that is told is offered first; where none is, those that most people live at."""
    told = places.place_told(turn.words)
    asked = turn.go(Go("zone"))
    if not places.zone_of(told):
        return turn.go(Go("zone", told)) if told else asked
    others = [button for button in asked.buttons if button.go != Go("zone", told)]
    return replace(asked, buttons=(Button(told, Go("zone", told)), *others))


def clock(turn: Turn) -> str:
    """What the learner's own clock shows, to hold against the one on their wall."""
    return spoken_clock(turn.learner.local(turn.now).time())


def by_name(turn: Turn, sentence: str) -> str:
    """The sentence, said to them by the name they chose."""
    name = turn.learner.called
    return turn.say("called", name=addressed(name), sentence=sentence) if name else sentence


def _settled(turn: Turn, command: str, kept: str) -> Message:
    """What was kept, to be taken back; a question stays open, but for the one that was answered by it."""
    expects = turn.learner.screen.expects if turn.learner.screen else None
    if expects and expects.command != command:
        return keeping(turn, [kept], [steps.take_back(turn)])
    return Message((kept,), (steps.button_to(turn, steps.step_of_today(turn)), steps.take_back(turn)))
