"""What a learner's words mean: a button, a command, the answer to what was asked, or a near miss. Pure."""

import re
from collections.abc import Callable, Iterator
from datetime import datetime

from bot.korean.keyboard import mended, respelled
from bot.message import LONGEST_WORDS, Go, Message
from bot.understanding.about_coming import about_coming, fewer_not_off
from bot.understanding.about_data import asks_whether_sold
from bot.understanding.about_lines import rewrites_the_last
from bot.understanding.about_people import headed
from bot.understanding.codes import brings_code
from bot.understanding.courtesies import without_courtesies
from bot.understanding.cued import cued, cued_whole
from bot.understanding.drafts import about_a_draft, about_an_answer
from bot.understanding.first_questions import FIRST_QUESTIONS
from bot.understanding.first_ways import asks_the_job_again, denies_what_is_offered, hurries
from bot.understanding.for_a_person import to_a_person, unsent
from bot.understanding.guesses import GUESSES
from bot.understanding.heard import Heard, Language, load_language
from bot.understanding.left_alone import left_alone
from bot.understanding.names import Meaning, literal, slash_command, slashed
from bot.understanding.reading import legible, spells_korean, too_long
from bot.understanding.safety import Care
from bot.understanding.scenes import of_the_scene
from bot.understanding.screen_words import word_of_the_screen
from bot.understanding.sent_and import sent_and
from bot.understanding.taking_back import (
    NAMES_UNDONE,
    brings_again,
    stays,
    takes_back_what_is_shown,
    unsaid,
    wished_instead,
)
from bot.understanding.two_things import line_and_more, two_things
from bot.understanding.under_questions import claimed
from bot.understanding.vocabulary import Vocabulary, named_by
from bot.understanding.weighing import outweighed
from bot.understanding.workshops import lists_tasks

__all__ = ["Care", "Language", "Meaning", "Vocabulary"]
__all__ += ["claims_nothing", "legible", "load_language", "meanings", "named_by", "spells_korean", "too_long"]


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
    typed = respelled(mended(legible(words)))[:LONGEST_WORDS]  # nobody who typed more gets here
    heard = Heard(language.colloquial.plain(typed), typed, screen, vocabulary, language, now, claims)
    for meant, alone in () if _nothing_but_a_name(heard) else BEFORE_NAMES:
        if meaning := meant(heard):
            yield meaning
            if alone(heard):
                return
    if said := slashed(typed, screen, vocabulary) or literal(typed, screen, vocabulary, now):
        if screen is None and said.argument and heard.reading.asks and (asked := cued_whole(heard) or cued(heard)):
            yield asked  # 알림 많이 오면 싫은데 하루에 몇 번 와요
        yield Meaning(said)
        if brings_code(typed) or not (said.argument and said.command in vocabulary.open):
            return  # 알림 소리 꺼 줘 begins like a wish about time, and may be none
    if about := about_a_draft(heard):
        yield about
        return
    if slash_command(typed):
        return  # a command that cannot be typed is no answer either
    yield from _guessed(heard)


def _nothing_but_a_name(heard: Heard) -> bool:
    """진도, where nothing is asked that it might answer."""
    waits = heard.screen is not None and (heard.screen.expects is not None or bool(heard.screen.draft))
    return not waits and heard.typed in heard.vocabulary.korean


def _shown_taken_back(heard: Heard) -> Meaning | None:
    return Meaning(Go("undo")) if takes_back_what_is_shown(heard) else None


_WHAT = re.compile(
    r"(?:(?:네|예|응|엥|에|어)[?!.\s]*\?[?!.\s]*(?:뭐라(?:고|구)요?|뭐라는\s?거\S{0,4})?|뭐라(?:고|구)요?)[?!.\s]*"
)

_ASKED_AGAIN = frozenset({"remind", "rest", "zone", "call", "job"})
"""Commands that ask once more where nothing follows them."""


def _asks_back(heard: Heard) -> Meaning | None:
    """네?, 뭐라고요?, 네? 뭐라고요: what was asked comes once more; it is no yes."""
    if heard.screen is None or not _WHAT.fullmatch(heard.typed):
        return None
    asked = heard.expects.command if heard.expects else ""
    if asked in {"answer", "write", *FIRST_QUESTIONS}:
        return Meaning(Go("talk", "repeat_question"))
    return Meaning(Go(asked) if asked in _ASKED_AGAIN else Go("talk", "what_next"))


def _asked_for_a_name(heard: Heard) -> Meaning | None:
    """점검 is a command, and the word that a blank asks for."""
    return claimed(heard) if heard.typed in heard.vocabulary.korean else None


def _always(_: Heard) -> bool:
    return True


def _never(_: Heard) -> bool:
    return False


BEFORE_NAMES: tuple[tuple[Callable[[Heard], Meaning | None], Callable[[Heard], bool]], ...] = (
    (unsent, _always),  # 취소, where a person is to read what is written
    (_asks_back, _always),  # 네?
    (about_an_answer, _always),  # 네, to ‘융합’을 답으로 할까요?
    (word_of_the_screen, _always),  # 초성이 뭔 말이에요: before what looks for a hint
    (asks_whether_sold, _never),  # 제 데이터 파나요
    (of_the_scene, _never),  # 그만두는 건 좀 아니죠, 우리 동네에도 이런 산책 있으면 좋겠다: beside a scene
    (sent_and, _never),  # 3번 보냄 답없음
    (headed, _never),
    (fewer_not_off, _never),  # 끄려는 건 아니고 좀 줄이고 싶어요
    (unsaid, _always),  # 알림 8시로 바꾸고 아니다 그냥 두세요
    (stays, _always),  # 그냥 그대로 둬
    (rewrites_the_last, _never),
    (denies_what_is_offered, _always),  # 소상공인은 아닌데요, at the first question
    (asks_the_job_again, _never),  # 앗 직업 잘못 썼는데, at the questions behind it
    (hurries, _never),  # 질문 말고 바로 강의 볼래요, in the first minute
    (wished_instead, _never),
    (brings_again, lambda heard: NAMES_UNDONE.search(heard.bare) is not None),  # 다시 되돌려줘
    (_shown_taken_back, _always),
    (left_alone, _always),  # 시간은 바꾸지 않을래요
    (about_coming, _never),  # 지난 수욜은 왜 안 왔어요?, 모레는 건너뛰어 주세요
    (line_and_more, _never),  # 알림 저녁 8시로 해 주세요. 제 한 줄은 단골 예약 관리예요
    (lists_tasks, _always),
    (_asked_for_a_name, _always),
)
"""What is heard before names are, each with whether nothing else is meant by it then."""


def _guessed(heard: Heard) -> Iterator[Meaning]:
    """What the words may mean that are no name, without the courtesies before them first."""
    rest = without_courtesies(heard)
    if rest is not heard:
        said = literal(rest.typed, heard.screen, heard.vocabulary, heard.now)
        yield from filter(None, (Meaning(said) if said else None, line_and_more(rest)))
    for one in (heard,) if rest is heard else (rest, heard):
        for guess in (to_a_person, cued_whole, two_things, *GUESSES):
            if meaning := guess(one):
                if rather := outweighed(guess, meaning, one):
                    yield rather
                yield meaning
