"""What a learner's words mean: a button, a command, the answer to what was asked, or a near miss. Pure."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from pathlib import Path

from bot.korean import when
from bot.korean.keyboard import mended
from bot.korean.oneself import name_of, tells_job
from bot.message import Go, Message
from bot.understanding.about_reminders import about_reminders
from bot.understanding.acts import Act
from bot.understanding.forms import Forms, load_forms
from bot.understanding.intents import Intents, load_intents
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
from bot.understanding.reading import Reading, bare, folded, legible, reading_of
from bot.understanding.safety import Safety, load_safety
from bot.understanding.sayings import NO, YES

_LONGEST_GUESS = 40  # characters; a longer saying is no command


__all__ = ["Language", "Meaning", "Vocabulary", "legible", "load_language", "meanings"]


@dataclass(frozen=True, slots=True)
class Language:
    """What people say, as `locales/ko/sayings` has it: who may harm themselves, forms of speech acts, intents."""

    safety: Safety
    forms: Forms
    intents: Intents


def load_language(folder: Path, lessons: Iterable[str] = ()) -> Language:
    """Read once, at the start; `lessons` are the titles of lessons, which may be asked for. Takes some 0.3 s."""
    return Language(
        load_safety(folder / "safety.toml"),
        load_forms(folder / "acts.toml"),
        load_intents(folder / "intents.toml", lessons),
    )


@dataclass(frozen=True)
class Heard:
    """Words, legible and mended, and where: the screen they were said under, what can be said, and the time on the
    learner's own clock.
    """

    words: str
    screen: Message | None
    vocabulary: Vocabulary
    language: Language
    now: datetime

    @cached_property
    def reading(self) -> Reading:
        """The words as they are read; what is a command by its name need not be."""
        return reading_of(self.words, self.language.forms)


def meanings(
    words: str, screen: Message | None, vocabulary: Vocabulary, language: Language, now: datetime
) -> Iterator[Meaning]:
    """What the words may mean, the surest first. The next one is tried only when the one before turns out not to fit.

    `now` is aware, in the learner's zone.
    """
    heard = Heard(mended(legible(words)), screen, vocabulary, language, now)
    if _takes_back_what_is_shown(heard):
        yield Meaning(Go("undo"))
        return
    if said := slashed(heard.words, screen, vocabulary) or literal(heard.words, screen, vocabulary, now):
        yield Meaning(said)
        return
    if about := _about_a_draft(heard):
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


def _takes_back_what_is_shown(heard: Heard) -> bool:
    """아니 or 취소 right after a change, whose message offers to take it back."""
    buttons = heard.screen.buttons if heard.screen else ()
    return any(button.go.command == "undo" for button in buttons) and heard.reading.act is Act.CANCEL


def _about_a_draft(heard: Heard) -> Meaning | None:
    """네 and 아니요 to 이 말을 설계서에 적을까요?"""
    if heard.screen is None or not heard.screen.draft or heard.screen.expects is None:
        return None
    part, said = heard.screen.expects.argument, bare(folded(heard.words))
    if said in YES or FILE.fullmatch(said):
        return Meaning(Go("keep-line", part))
    refused = heard.reading.act in (Act.CANCEL, Act.REFUSAL, Act.DENIAL) or UNFILE.match(said)
    return Meaning(Go("leave-line", part)) if refused else None


def _taken_back(heard: Heard) -> Meaning | None:
    """방금 거 되돌려 줘: what was changed lately. 취소 answers no open question; 아니 takes back only what is shown."""
    if heard.reading.act is not Act.CANCEL or "undo" not in heard.vocabulary.latin:
        return None
    expects, said = heard.screen.expects if heard.screen else None, bare(folded(heard.words))
    if CANCELS.fullmatch(said) or said in NO:
        if expects:
            return _unanswered(expects)
        return None if said in NO else Meaning(Go("undo", LATELY))
    return Meaning(Go("undo", LATELY))


def _unanswered(expects: Go) -> Meaning | None:
    """The open question once more."""
    match expects.command:
        case "write":
            return Meaning(Go("leave-line", expects.argument))
        case "answer":
            return Meaning(Go("ask", expects.argument.partition(":")[0]))
        case "trade" | "hour" | "intend":
            return Meaning(Go("start"))
    return None


def _said_of_reminders(heard: Heard) -> Meaning | None:
    about = about_reminders(heard.words, heard.now)
    return Meaning(about.go) if about and (about.sure or _expects_time(heard.screen)) else None


def _perhaps_of_reminders(heard: Heard) -> Meaning | None:
    about = about_reminders(heard.words, heard.now)
    return Meaning(about.go) if about and not heard.reading.asks else None


def _answer(heard: Heard) -> Meaning | None:
    """What the open question expects, unless it cannot be meant for it. 패스 and 몰라요 leave an open line empty."""
    expects = heard.screen.expects if heard.screen else None
    if expects and expects.command in OPEN_LINES and heard.reading.act in LEAVES_OUT:
        unknown = expects.command == "write" and heard.reading.act is Act.UNKNOWN_ANSWER
        return Meaning(Go("stuck", expects.argument) if unknown else expects.saying(LEFT_OUT))
    return None if _is_chat(heard) else _open_question(heard)


def _answer_after_all(heard: Heard) -> Meaning | None:
    """What turned out to be nothing else may be a line after all; it is asked about before it is kept."""
    expects = heard.screen.expects if heard.screen else None
    if expects is None or expects.command != "write" or not heard.words or not _is_chat(heard):
        return None
    return Meaning(Go("file", f"{expects.argument} {heard.words}"))


def _open_question(heard: Heard) -> Meaning | None:
    expects = heard.screen.expects if heard.screen else None
    return Meaning(expects.saying(heard.words)) if expects and heard.words else None


def _is_chat(heard: Heard) -> bool:
    """Whether the words are said to us, and are no line of a plan, promise or trade."""
    expects = heard.screen.expects if heard.screen else None
    if expects is None or expects.command not in OPEN_LINES or heard.reading.act in LEAVES_OUT:
        return False
    if expects.command == "call" and heard.reading.act is Act.QUESTION:
        return "?" in heard.words or " " in heard.words  # 민지요 only sounds like a question
    return not heard.reading.may_be_line or _is_bare_time(heard)


def _is_bare_time(heard: Heard) -> bool:
    """저녁 8시: it may be a line about one's work, or meant for the reminders."""
    short = len(heard.words) <= _LONGEST_GUESS and heard.reading.plain_noun
    return short and timely(heard.words, heard.now)


def _talk_under_a_question(heard: Heard) -> Meaning | None:
    """Small talk is no answer; but a command said with an ending is a command, and not small talk."""
    if heard.screen is None or heard.screen.expects is None or _said_with_flourish(heard):
        return None
    talk = _small_talk(heard)
    about_jobs = talk is not None and talk.go.argument.partition(" ")[0] in ABOUT_JOBS
    return None if about_jobs and heard.screen.expects.command in {"trade", "job"} else talk


def _tells_job(heard: Heard) -> Meaning | None:
    """저는 개발자예요: kept as what they do, where it is no line or promise; 저 이제 마케터예요 anywhere."""
    expects = heard.screen.expects.command if heard.screen and heard.screen.expects else ""
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
        return Meaning(Go("start"))  # a stranger is greeted, whatever they say first
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
    screen = heard.screen
    if screen is None or not screen.buttons or bare(folded(heard.words)) not in YES:
        return None
    if screen.expects and screen.expects.command in OPEN_LINES:
        again = Go("line", screen.expects.argument) if screen.expects.command == "write" else Go("start")
        return Meaning(again) if screen.expects.command in {"write", "trade", "intend"} else None
    return Meaning(Go("next")) if "next" in heard.vocabulary.latin else None


def _slip_of_the_thumb(heard: Heard) -> Meaning | None:
    return slip(heard.words, heard.vocabulary) if len(heard.words) <= _LONGEST_GUESS else None


LONGEST_TALK = 80  # characters; who writes more tells of something
NO_WISHES = frozenset({Act.STATEMENT, Act.SMALL_TALK, Act.REFUSAL, Act.CANCEL})
"""Acts that set no time: 취소 alone never switches reminders off."""
FORBIDS = ("quiet", "pause", "holidays", "days")
"""Rhythms that a denial may well wish for: 밤에는 보내지 마."""
OPEN_LINES = frozenset({"write", "promise", "intend", "trade", "job", "call", "reported"})
"""Open questions that would take any words."""
ABOUT_JOBS = frozenset({"lost_job", "change_jobs"})
"""Intents that answer what somebody does for a living."""
LATELY, LEFT_OUT = "lately", "-"
FILE = re.compile(
    "(?:네|예|응|넵|그래|좋아요?)?(?:그냥|그대로)?(?:적어|써|저장해|넣어)(?:줘|줘요|주세요|요|둬|줄래|주라)?|적을게요?|적자|적기요"
)
"""What agrees to file a line."""
UNFILE = re.compile("아니|아뇨|아냐|아녀|안적|적지마|적지말|빼|됐|싫|노|ㄴㄴ|no")
CANCELS = re.compile(
    "(?:아|앗|아니|그냥)*(?:취소|실수)(?:요|할래요?|할게요?|해줘요?|해주세요|합니다|하고싶어요?|하자|예요|였어요?|했어요?|네요)?"
)
"""취소, alone."""
LEAVES_OUT = frozenset({Act.SKIP, Act.UNKNOWN_ANSWER})
"""What every open question hears itself."""
GUESSES: tuple[Callable[[Heard], Meaning | None], ...] = (
    _taken_back,  # 아니, 취소: nothing else is meant by it, whatever question is open
    _said_of_reminders,  # 알림이 너무 많아요: it can be nothing else
    _talk_under_a_question,  # 사람이에요?: nothing that a quiz, a trade or a plan would take
    _tells_name,  # 민지라고 불러 주세요
    _tells_job,  # 저 이제 마케터예요
    _answer,  # the open question, before anything that is only likely
    _perhaps_of_reminders,  # 매일은 많아요
    _said_with_flourish,  # a command with an ending, in the other layout, or begun: 퀴즈 줘
    _small_talk,  # questions back, thanks, moods
    _term_alone,  # 가설; chat comes first, for 고마워 is said more often than any term's initials
    _time,  # 저녁 8시
    _yes,  # 네, where no button says so: on with the day
    _slip_of_the_thumb,  # after the time: 아침 is one slip away from 알림
    _answer_after_all,  # what nobody else understood is asked about
)
"""What words may mean that are no button's label and no command's name, the surest first."""
