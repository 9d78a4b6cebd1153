"""The answers of the whole course, each in every frame that people put around one: right is right, wrong never is."""

import re
from collections.abc import Iterator

import pytest

from bot.authoring.replies import state_of
from bot.course.model import Course
from bot.course.quizzes import Grade, Quiz
from bot.course.quizzes.choice import Choice
from bot.course.quizzes.kind import Mark
from bot.course.quizzes.ox import Ox
from bot.course.quizzes.scenario import Scenario
from bot.course.quizzes.typed import AnsweredByWord
from bot.korean.answers import plain, same
from bot.korean.hangul import josa
from bot.texts import LOCALES, Texts

SEED = "7:2026-11-23"
AT_LEAST = 0.97  # of the right answers in natural frames
FRAMES = """
    {}|{}요|{}이요|{:이에요/예요}|{}입니다|{}인가요?|{}인 것 같아요|{}인거 같아요|{} 같아요|{} 같은데요
    {}이죠|{} 맞죠?|{}일 듯|{}일 듯해요|{}이겠죠|{}!|{}~|{}...|{}ㅋㅋ|{}ㅎㅎ|{} ㅠㅠ|{}😊|{}요~ㅎㅎ|‘{}’
    “{}”이요|정답: {}|정답은 {}|답은 {:이에요/예요}|답: {}|음 {}|음... {}요|어 {}이요|아마 {}일 거예요
    아마도 {}|제 생각엔 {}|제 생각에는 {}인 것 같아요|저는 {} 같아요|그건 {}이죠|혹시 {}?
    저는 {}(이)라고 생각해요|{} 아닌가요?|{} 아닐까요?|{:으로/로} 할게요|{:이/가} 맞는 것 같아요
    {:을/를} 고를게요|{}이네요|{}인 듯요|답은 {} 같네요|{}일까요?|{:이/가} 정답이에요
"""
DENIALS = """
    {} 아니에요|{:이/가} 아니에요|{:은/는} 아닙니다|안 {}|{} 말고|{} 말고요|{} 말고 다른 거|{} 아님
    {:이/가} 아닌 것 같아요|{} 빼고|{:은/는} 아닌 듯|{:이/가} 아니라고 생각해요|{:은/는} 절대 아니죠
    {} 아니야|{} 아니야?|{}일 리가 없어요|{} 같지 않아요|{}인지 모르겠어요|{:이/가} 뭐예요
    {:이/가} 아닌가요?
"""


class Word(str):
    """A word whose particle is asked for as the format: {:은/는}."""

    __slots__ = ()

    def __format__(self, pair: str) -> str:
        return josa(self, pair) if pair else str(self)


def framed(word: str, table: str) -> Iterator[str]:
    for line in table.strip().splitlines():
        yield from (frame.replace("(이)", "이").format(Word(word)) for frame in line.strip().split("|"))


def answers(quiz: Quiz) -> tuple[list[str], list[str]]:
    """The texts that are right and those that are not; none of quizzes that are answered otherwise."""
    if not isinstance(quiz, Choice | Ox | Scenario | AnsweredByWord):
        return [], []
    key = quiz.answer_key
    fair = {Mark.BEST, Mark.FAIR} if isinstance(quiz, Scenario) else {Mark.BEST}
    return [one.text for one in key if one.mark in fair], [one.text for one in key if one.mark not in fair]


def verdict(quiz: Quiz, words: str, say: Texts) -> bool | None:
    heard = quiz.hear(words, state_of(quiz.ask(SEED, say)), say)
    return heard.right if isinstance(heard, Grade) else None


@pytest.fixture(scope="module")
def quizzes(course: Course) -> list[Quiz]:
    return [quiz for _, quiz in course.quizzes.values()]


def test_right_answers_in_natural_korean_are_right(quizzes: list[Quiz], say: Texts) -> None:
    """Of every question, every right answer, in every frame."""
    heard = {
        (quiz.name, words): verdict(quiz, words, say)
        for quiz in quizzes
        for right in answers(quiz)[0]
        for words in framed(right, FRAMES)
    }
    missed = [said for said, right in heard.items() if not right]
    assert len(heard) > 10_000
    assert len(missed) <= len(heard) * (1 - AT_LEAST), missed[:20]


def test_every_question_hears_its_right_answers(quizzes: list[Quiz], say: Texts) -> None:
    """None hides behind the average: of each question as many are heard."""
    for quiz in quizzes:
        rights, _ = answers(quiz)
        heard = [verdict(quiz, words, say) is True for right in rights for words in framed(right, FRAMES)]
        assert sum(heard) >= len(heard) * AT_LEAST, quiz.name


def test_wrong_answers_are_wrong_in_every_frame(quizzes: list[Quiz], say: Texts) -> None:
    """No frame makes a wrong answer right."""
    accepted = [
        (quiz.name, words)
        for quiz in quizzes
        for wrong in answers(quiz)[1]
        for words in framed(wrong, FRAMES)
        if verdict(quiz, words, say)
    ]
    assert accepted == []


def test_no_denial_of_a_right_answer_is_right(quizzes: list[Quiz], say: Texts) -> None:
    """Whoever says what it is not, or asks what it means, has not answered."""
    accepted = [
        (quiz.name, words)
        for quiz in quizzes
        for right in answers(quiz)[0]
        for words in framed(right, DENIALS)
        if verdict(quiz, words, say)
    ]
    assert accepted == []


def test_no_denial_of_a_wrong_answer_is_right(quizzes: list[Quiz], say: Texts) -> None:
    """With three ways there is no other that it must mean; only 아니에요 after O or X could, and is asked again."""
    accepted = [
        (quiz.name, words)
        for quiz in quizzes
        for wrong in answers(quiz)[1]
        for words in framed(wrong, DENIALS)
        if verdict(quiz, words, say)
    ]
    assert accepted == []


def test_one_thing_for_another_is_the_other(quizzes: list[Quiz], say: Texts) -> None:
    """개인화 말고 융합 is 융합; both at once are neither."""
    for quiz in quizzes:
        rights, wrongs = answers(quiz)
        for right, wrong in zip(rights, wrongs, strict=False):
            assert verdict(quiz, f"{wrong} 말고 {right}", say) is True, (quiz.name, wrong, right)
            assert not verdict(quiz, f"{right} 말고 {wrong}", say), (quiz.name, right, wrong)
            for both in (
                f"{right}, {wrong}",
                f"{wrong}, {right}",
                josa(right, "과/와") + f" {wrong}",
                f"{right} {wrong}",
            ):
                assert not verdict(quiz, both, say), (quiz.name, both)


def shown(quiz: Choice | Scenario, say: Texts) -> list[str]:
    """The texts of its options in the order of the screen."""
    return [quiz.options[int(number) - 1].text for number in state_of(quiz.ask(SEED, say))]


ORDINALS = """
    {n}|{n}번|{n}번이요|{n}번이에요|{n}번인 것 같아요|답은 {n}|정답은 {n}번!|{n}요|{sign}|{sign}번|{sino}번
    {native} 번째|{native}번째 거요|{nth}|{nth}요|{n}번 {text}|{n}. {text}|{sign} {text}요
"""


def test_a_place_is_the_one_on_the_screen(quizzes: list[Quiz], say: Texts) -> None:
    """Options are shuffled: 두 번째 stands second on the screen, and a number never speaks against words."""
    for quiz in quizzes:
        if not isinstance(quiz, Choice | Scenario):
            continue
        texts = shown(quiz, say)
        for place, text in enumerate(texts):
            values = {
                "n": place + 1,
                "sign": "①②③"[place],
                "sino": "일이삼"[place],
                "native": ("첫", "두", "세")[place],
            }
            table = ORDINALS.replace("{nth}", ("첫째", "둘째", "셋째")[place])
            for frame in table.replace("\n", "|").split("|"):
                if words := frame.strip().format(text=text, **values):
                    heard = quiz.hear(words, state_of(quiz.ask(SEED, say)), say)
                    assert isinstance(heard, Grade), (quiz.name, words)
                    assert heard.answer == text, (quiz.name, words)
            assert quiz.hear(f"{place + 1}번 {texts[place - 1]}", state_of(quiz.ask(SEED, say)), say) is None


def test_a_place_means_nothing_without_the_screen(quizzes: list[Quiz], say: Texts) -> None:
    """Where it is not known in which order they stood, 두 번째 is asked again instead of guessed."""
    for quiz in quizzes:
        if isinstance(quiz, Choice | Scenario):
            assert quiz.hear("두 번째", "", say) is None


def words_of_the_course() -> Iterator[str]:
    for file in (LOCALES / "ko" / "courses" / "own-work").glob("*.md"):
        yield from re.findall("[가-힣]{2,}", file.read_text(encoding="utf-8"))


def test_no_word_of_the_course_is_a_slip(quizzes: list[Quiz]) -> None:
    """What is taught anywhere is a word of its own, and never a right answer typed badly."""
    words = set(words_of_the_course())
    assert len(words) > 3_000
    rights = {right for quiz in quizzes if isinstance(quiz, AnsweredByWord) for right in quiz.rights if len(right) > 2}
    taken = [
        (word, right)
        for word in words
        for right in rights
        if same(word, right) and not word.startswith(plain(right))  # 고객은 is 고객
    ]
    assert taken == []
