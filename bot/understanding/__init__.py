"""What a learner's words mean: a button, a command, the answer to what was asked, or a near miss. Pure."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import datetime
from pathlib import Path

from bot.korean import when
from bot.korean.keyboard import mended
from bot.korean.oneself import name_of, tells_job
from bot.message import Go, Message
from bot.understanding.about_people import SHOWN, about_people
from bot.understanding.about_reminders import about_reminders
from bot.understanding.acts import Act
from bot.understanding.forms import load_forms
from bot.understanding.heard import Heard, Language
from bot.understanding.intents import load_intents
from bot.understanding.names import (
    Meaning,
    Vocabulary,
    literal,
    slash_command,
    slashed,
    slip,
    term_alone,
    timely,
    with_flourish,
)
from bot.understanding.reading import folded, legible, too_long
from bot.understanding.safety import load_safety
from bot.understanding.sayings import YES
from bot.understanding.taking_back import about_a_draft, taken_back, takes_back_what_is_shown

NO_NAMES: Mapping[str, Iterable[str]] = {"lesson": (), "slot": (), "box": ()}
_LONGEST_GUESS = 40  # characters; a longer saying is no command


__all__ = ["Language", "Meaning", "Vocabulary", "claims_nothing", "legible", "load_language", "meanings", "too_long"]


def load_language(folder: Path, names: Mapping[str, Iterable[str]] = NO_NAMES) -> Language:
    """Read once, at the start; `names` are what the course calls things that may be asked for. Takes some 0.3 s."""
    return Language(
        load_safety(folder / "safety.toml"),
        load_forms(folder / "acts.toml"),
        load_intents(folder / "intents.toml", names),
        load_intents(folder / "intents.toml", names, "people"),
    )


def claims_nothing(_: str) -> bool:
    """Where no quiz is open."""
    return False


def meanings(
    words: str,
    screen: Message | None,
    vocabulary: Vocabulary,
    language: Language,
    now: datetime,
    claims: Callable[[str], bool] = claims_nothing,
) -> Iterator[Meaning]:
    """What the words may mean, the surest first. The next one is tried only when the one before turns out not to fit.

    `now` is aware, in the learner's zone; `claims` says whether words can only be an answer to the open quiz.
    """
    heard = Heard(mended(legible(words)), screen, vocabulary, language, now, claims)
    if takes_back_what_is_shown(heard):
        yield Meaning(Go("undo"))
        return
    if said := slashed(heard.words, screen, vocabulary) or literal(heard.words, screen, vocabulary, now):
        yield Meaning(said)
        return
    if about := about_a_draft(heard):
        yield about
        return
    if slash_command(heard.words):
        return  # a command that cannot be typed is no answer either
    for guess in GUESSES:
        if meaning := guess(heard):
            yield meaning


def _expects_time(screen: Message | None) -> bool:
    """Whether the open question is when reminders shall come."""
    return bool(screen and screen.expects and screen.expects.command == "remind")


def _said_of_reminders(heard: Heard) -> Meaning | None:
    about = about_reminders(heard.words, heard.now)
    return Meaning(about.go) if about and (about.sure or _expects_time(heard.screen)) else None


def _perhaps_of_reminders(heard: Heard) -> Meaning | None:
    about = about_reminders(heard.words, heard.now)
    return Meaning(about.go) if about and not heard.reading.asks else None


def _answer(heard: Heard) -> Meaning | None:
    """What the open question expects, unless it cannot be meant for it. 패스 and 몰라요 leave an open line empty."""
    expects = heard.expects
    if expects and expects.command in {*OPEN_LINES, "person"} and heard.reading.act in LEAVES_OUT:
        unknown = expects.command == "write" and heard.reading.act is Act.UNKNOWN_ANSWER
        return Meaning(Go("stuck", expects.argument) if unknown else expects.saying(LEFT_OUT))
    return None if _is_chat(heard) else _open_question(heard)


def _answer_after_all(heard: Heard) -> Meaning | None:
    """What turned out to be nothing else may be a line after all; it is asked about before it is kept."""
    expects = heard.expects
    if expects is None or expects.command != "write" or not heard.words or not _is_chat(heard):
        return None
    return Meaning(Go("file", f"{expects.argument} {heard.words}"))


def _open_question(heard: Heard) -> Meaning | None:
    expects = heard.expects
    return Meaning(expects.saying(heard.words)) if expects and heard.words else None


def _is_chat(heard: Heard) -> bool:
    """Whether the words are said to us, and are no line of a plan, promise or trade."""
    expects = heard.expects
    if expects is None or expects.command not in OPEN_LINES or heard.reading.act in LEAVES_OUT:
        return False
    if expects.command == "add-person" and ("\n" in heard.words or heard.reading.contact):
        return False  # a list, or a number that will be masked
    if expects.command == "call" and heard.reading.act is Act.QUESTION:
        return "?" in heard.words or " " in heard.words  # 민지요 only sounds like a question
    return not heard.reading.may_be_line or _is_bare_time(heard)


def _is_bare_time(heard: Heard) -> bool:
    """저녁 8시: it may be a line about one's work, or meant for the reminders."""
    short = len(heard.words) <= _LONGEST_GUESS and heard.reading.plain_noun
    return short and timely(heard.words, heard.now)


def _told_of_those_shown(heard: Heard) -> Meaning | None:
    """3번은 빼 줘 where the ten people are on the screen."""
    buttons = heard.screen.buttons if heard.screen and not heard.expects else ()
    shown = any(button.go.command in SHOWN for button in buttons)
    return about_people(heard, by_place=True) if shown else None


def _told_of_people(heard: Heard) -> Meaning | None:
    """셔츠 손님한테 보냈어요, where no question is open that takes it, and nothing else is meant by it."""
    return None if _small_talk(heard) else about_people(heard)


def _list_of_people(heard: Heard) -> Meaning | None:
    """Several lines, pasted where nobody asked for them."""
    lines = sum(1 for line in heard.words.splitlines() if line.strip())
    return Meaning(Go("offer-people", heard.words)) if lines > 1 and not heard.expects else None


def _claimed(heard: Heard) -> Meaning | None:
    """가다나 under a quiz of pairs: it can only be an answer."""
    answers = heard.expects is not None and heard.expects.command == "answer"
    return _open_question(heard) if answers and heard.claims(heard.words) else None


def _talk_under_a_question(heard: Heard) -> Meaning | None:
    """Small talk is no answer; but a command said with an ending is a command, and not small talk."""
    if heard.expects is None or _said_with_flourish(heard):
        return None
    talk = _small_talk(heard)
    about_jobs = talk is not None and talk.go.argument.partition(" ")[0] in ABOUT_JOBS
    return None if about_jobs and heard.expects.command in {"trade", "job"} else talk


def _tells_job(heard: Heard) -> Meaning | None:
    """저는 개발자예요: kept as what they do, where it is no line or promise; 저 이제 마케터예요 anywhere."""
    expects = heard.expects.command if heard.expects else ""
    short = len(heard.words) <= _LONGEST_GUESS and "job" in heard.vocabulary.latin
    if not short or heard.reading.asks or expects in {"trade", "job"}:
        return None
    anew = expects in OPEN_LINES or expects == "answer"
    if not tells_job(heard.words, anew=anew) or heard.language.intents.of(heard.words):
        return None
    return Meaning(Go("job-told", heard.words))


def _tells_name(heard: Heard) -> Meaning | None:
    """저를 민지라고 불러 주세요: what they want to be called, whatever question is open."""
    short = len(heard.words) <= _LONGEST_GUESS and "call" in heard.vocabulary.latin
    name = "" if not short or heard.reading.asks else name_of(heard.words)
    return Meaning(Go("call", name)) if name else None


def _small_talk(heard: Heard) -> Meaning | None:
    intent = heard.language.intents.of(heard.words) if len(heard.words) <= LONGEST_TALK else ""
    if intent and heard.screen is None:
        return Meaning(Go("start", intent))  # a stranger is greeted, whatever they say first
    return Meaning(Go("talk", f"{intent} {heard.words}")) if intent else None


def _said_with_flourish(heard: Heard) -> Meaning | None:
    if len(heard.words) > _LONGEST_GUESS:
        return None
    return with_flourish(heard.words, heard.screen, heard.vocabulary)


def _term_alone(heard: Heard) -> Meaning | None:
    word = term_alone(heard.words, heard.vocabulary) if len(heard.words) <= _LONGEST_GUESS else None
    return Meaning(Go("term", word), word) if word else None


def _time(heard: Heard) -> Meaning | None:
    """A time: a wish is carried out and read back; a question or a denial is told how things are."""
    words, reading = heard.words, heard.reading
    short = len(words) <= _LONGEST_GUESS and not words.isdecimal()
    if not short or "remind" not in heard.vocabulary.latin or not timely(words, heard.now):
        return None
    if _is_chat(heard) and not reading.wishes:
        return None  # a time at an open line is asked about
    if reading.act is Act.DENIAL and str(when.read(words, heard.now)).startswith(FORBIDS):
        return Meaning(Go("remind", words))
    if reading.act in (Act.QUESTION, Act.DENIAL):
        return Meaning(Go("remind"))
    return None if reading.act in NO_WISHES else Meaning(Go("remind", words))


def _yes(heard: Heard) -> Meaning | None:
    """On with the day; where a line or one of the first three questions is open, that question again."""
    expects = heard.expects
    if heard.screen is None or not heard.screen.buttons or YES.isdisjoint((heard.bare, folded(heard.words))):
        return None
    if expects and expects.command in OPEN_LINES:
        again = Go("line", expects.argument) if expects.command == "write" else Go("start")
        return Meaning(again) if expects.command in {"write", "trade", "intend"} else None
    return Meaning(Go("next")) if "next" in heard.vocabulary.latin else None


def _slip_of_the_thumb(heard: Heard) -> Meaning | None:
    return slip(heard.words, heard.vocabulary) if len(heard.words) <= _LONGEST_GUESS else None


LONGEST_TALK = 80  # characters; who writes more tells of something
NO_WISHES = frozenset({Act.STATEMENT, Act.SMALL_TALK, Act.REFUSAL, Act.CANCEL})
"""Acts that set no time: 취소 alone never switches reminders off."""
FORBIDS = ("quiet", "pause", "holidays", "days")
"""Rhythms that a denial may well wish for: 밤에는 보내지 마."""
OPEN_LINES = frozenset({"write", "promise", "intend", "trade", "job", "call", "reported", "add-person"})
"""Open questions that would take any words."""
ABOUT_JOBS = frozenset({"lost_job", "change_jobs"})
"""Intents that answer what somebody does for a living."""
LEFT_OUT = "-"  # said in place of a line, a job or a promise: there will be none now
LEAVES_OUT = frozenset({Act.SKIP, Act.UNKNOWN_ANSWER})
"""What every open question hears itself."""
GUESSES: tuple[Callable[[Heard], Meaning | None], ...] = (
    taken_back,  # 아니, 취소: nothing else is meant by it, whatever question is open
    _said_of_reminders,  # 알림이 너무 많아요: it can be nothing else
    _told_of_those_shown,  # 3번은 빼 줘
    _claimed,  # 2번 갈게요, where a quiz is open
    _talk_under_a_question,  # 사람이에요?: nothing that a quiz, a trade or a plan would take
    _tells_name,  # 민지라고 불러 주세요
    _tells_job,  # 저 이제 마케터예요
    _answer,  # the open question, before anything that is only likely
    _perhaps_of_reminders,  # 매일은 많아요
    _said_with_flourish,  # a command with an ending, in the other layout, or begun: 퀴즈 줘
    _told_of_people,  # 셔츠 손님한테 보냈어요; whom nobody in the ledger fits leaves the words to the others
    _small_talk,  # questions back, thanks, moods
    _term_alone,  # 가설; chat comes first, for 고마워 is said more often than any term's initials
    _time,  # 저녁 8시
    _yes,  # 네, where no button says so: on with the day
    _slip_of_the_thumb,  # after the time: 아침 is one slip away from 알림
    _list_of_people,
    _answer_after_all,  # what nobody else understood is asked about
)
"""What words may mean that are no button's label and no command's name, the surest first."""
