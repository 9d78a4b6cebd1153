"""What an open question has to be told, asked for with an example before words that tell nothing of it are kept."""

from bot.conversation import Sorry, Turn
from bot.course.holds import Holds, PlanSlot, names_any
from bot.korean.cues import promises
from bot.korean.hangul import within_quotes
from bot.korean.quantities import is_figure
from bot.korean.stems import is_sentence
from bot.message import Button, Go, Message
from bot.plan import FIRST_WEEK, LONGEST_LINE, longest
from bot.record.elsewhere import of_line as in_course
from bot.record.learner import FOLLOW_UPS
from handlers import decisions, parts
from handlers.ledger import noting
from handlers.masking import mask

LEFT_OUT = "-"  # in place of a line: there will be none now
AFTER_THE_END = {FIRST_WEEK, *FOLLOW_UPS}  # lines that no part of the course asks for, of another course as well
FEWEST_WORDS = 3  # of a sentence without a predicate
FEWEST_SAID = 4  # words of what is said to somebody else; fewer may be a question to us


def after_the_end(name: str) -> bool:
    """Whether no part of the course asks for a line."""
    return in_course(name)[0] in AFTER_THE_END


def of_line(turn: Turn, slot: PlanSlot, name: str, text: str) -> Message | None:
    """개인화 where an amount is asked for; None where the words tell something of it, are a sentence, which may be
    completed later, or were asked about before.
    """
    today = turn.learner.local(turn.now).date()
    if not _is_name(turn, text) or names_any(slot.holds, decisions.labelled(turn, name, text), today):
        return None
    leave = Button(turn.say("button-skip"), Go("skip", name))
    return _asked(turn, Go("write", name), f"form-{slot.holds}", text, leave, slot=slot.name)


def of_promise(turn: Turn, go: Go, text: str, leave: Button) -> Message | None:
    """개인화 as next week's promise, which names neither a moment nor an act; `go` is what the words complete."""
    return None if promises(text) else _asked(turn, go, "form-promise", text, leave)


def _is_name(turn: Turn, text: str) -> bool:
    """Whether it is no more than a word, or a name for something: 손님, 더 열심히, 고객 한 사람."""
    said = text.strip(" .!~")
    names = {*turn.course.terms, *turn.course.about.boxes.values(), *(slot.name for slot in turn.course.slots)}
    return said in names or (len(said.split()) < FEWEST_WORDS and not is_sentence(said)) or " " not in said


def _asked(turn: Turn, go: Go, form: str, text: str, leave: Button, **values: object) -> Message | None:
    text, note = mask(turn, text)  # the draft is kept as well
    screen = turn.learner.screen
    if screen and screen.draft == text:  # who says it once more, or agrees to it, means it
        return None
    key = f"{'line' if go.command == 'write' else go.command}-as-it-is"
    ask = turn.say(key, form=turn.say(form, **values), text=within_quotes(text))
    keep = Button(turn.say("button-file"), Go("keep-line", go.argument))
    return noting(Message((ask,), (keep, leave), go, draft=text), note)


def ask_to_file(turn: Turn) -> Message:
    """What does not sound like a line is asked about before it is kept: 이 말을 설계서에 적을까요?"""
    name, text = written(turn)
    if _is_asked_for(turn, name, text):
        return turn.go(Go("write", f"{name} {text}"))
    text, note = mask(turn, text)  # the draft is kept as well
    if turn.learner.screen and turn.learner.screen.draft == text:  # who says it once more means it
        return turn.go(Go("write", f"{name} {text}"))
    slot = turn.course.slot(name)
    if slot and (asked := of_line(turn, slot, name, text)):
        return asked
    ask = "\n\n".join(filter(None, (turn.say("line-sure", text=within_quotes(text)), note)))
    keep, skip_ = (
        Button(turn.say("button-file"), Go("keep-line", name)),
        Button(turn.say("button-skip"), Go("skip", name)),
    )
    return Message((ask,), (keep, skip_), Go("write", name), draft=text)


def _is_asked_for(turn: Turn, name: str, text: str) -> bool:
    """Whether it is what the open line asks for: a figure where an amount is, or something said to somebody else, which
    may well be a question.
    """
    slot, screen = turn.course.slot(name), turn.learner.screen
    if slot is None or screen is None or screen.expects != Go("write", name):
        return False
    figure = slot.holds is Holds.AMOUNT and is_figure(text)
    return figure or (slot.holds is Holds.SAID and len(text.split()) >= FEWEST_SAID)


def leave_line(turn: Turn) -> Message:
    """The words that were asked about are no line, or no promise; another may be written."""
    if not after_the_end(turn.words):
        parts.part_of(turn)
    skip_ = Button(turn.say("button-skip"), Go("skip", turn.words))
    return Message((turn.say("line-left"),), (skip_,), Go(_asked_by(turn), turn.words))


def _asked_by(turn: Turn) -> str:
    """The command of the open question: a line, or the promise behind it."""
    screen = turn.learner.screen
    return screen.expects.command if screen and screen.expects else "write"


def keep_line(turn: Turn) -> Message:
    """Keep the words that were asked about."""
    draft = turn.learner.screen.draft if turn.learner.screen else ""
    if not draft:
        raise Sorry("sorry-old-button")
    return turn.go(Go(_asked_by(turn), f"{turn.words} {draft}"))


def written(turn: Turn, most: int = 0) -> tuple[str, str]:
    """What the learner writes for, by name, and the words. Raises Sorry for none, or for more than the slot takes."""
    turn.words, _, text = turn.words.partition(" ")
    if not after_the_end(turn.words):
        parts.part_of(turn)
    slot = turn.course.slot(turn.words)
    most = most or (longest(slot.holds) if slot else LONGEST_LINE)
    if not any(map(str.isalnum, text)) and text != LEFT_OUT:
        raise Sorry("sorry-no-words")
    if len(text) > most:
        raise Sorry("sorry-too-long", most=most)
    return turn.words, text.strip()
