"""The eight kinds of question, as chats: by tapping alone, by typing alone, with hints, and with nobody blamed."""

import shutil
from datetime import date
from pathlib import Path

import pytest
from fsrs import Rating
from sqlalchemy import text

from bot.course.load import load_course
from bot.course.model import Course
from bot.learning.memory import Card, review
from bot.store import Database
from bot.texts import LOCALES, Texts
from tests.conftest import Chat
from tests.records import record_at
from tests.test_quizzes import SAMPLES

TODAY = date(2026, 11, 23)
LESSON = """+++
title = "{number}번째 이야기"
unit = 1
box = 1
recall = "무엇이었나요?"
+++

한 가지 생각이에요.

— 보충

## 예시

### 직장인

직장인이라면 이렇게 해 볼 수 있어요.

## 근거

- 보충 · 글에 없는 말은 없다고 적어요.

## 용어

- 낱말{number} · 뜻이 있는 말

{quizzes}
## 내 일에 한 줄

무엇을 해 볼까요?

> 하나만 적어 봐요.

## 끝

오늘은 여기까지 봤어요.
"""
WORDS = {
    "choice": "객관식 · a-choice · 복습 · P1",
    "ox": "OX · an-ox · 복습 · T · P2",
    "cloze": "빈칸 · a-cloze · 복습",
    "initials": "초성 · an-initials · 복습",
    "match": "짝짓기 · a-match · 복습",
    "order": "순서 · an-order · 복습",
    "scenario": "상황 · a-scenario · 복습",
    "essay": "서술형 · an-essay",
}
CHECK = """+++
title = "이번 주 점검"
unit = 1
kind = "check"
box = 1
+++

한 주를 돌아봐요.

— 보충

{quizzes}
## 내 일에 한 줄

무엇이 달라졌나요?

> 하나가 달라졌어요.

## 다음 주 약속

언제 열어 볼까요?

> 커피를 내리면, 레슨을 열어요.

## 끝

한 주가 끝났어요.
"""
PRECHECK = """+++
title = "시작 전 다섯 질문"
unit = 0
kind = "precheck"
+++

먼저 다섯 가지를 물어볼게요.

— 보충

{quizzes}
## 끝

이제 시작해요.
"""
LESSONS = (("choice", "ox"), ("cloze", "initials", "match"), ("order", "scenario", "essay"))


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> Course:
    """A course of three lessons that has every kind of question, from files as authors write them."""
    folder = tmp_path_factory.mktemp("courses") / "small"
    shutil.copytree(LOCALES / "ko" / "courses" / "own-work", folder, ignore=shutil.ignore_patterns("*.md"))
    shutil.copy(LOCALES / "ko" / "courses" / "words.toml", folder.parent)
    for number, kinds in enumerate(LESSONS, 1):
        quizzes = "".join(f"## {WORDS[kind]}\n\n{SAMPLES[kind]}\n" for kind in kinds)
        Path(folder / f"0{number}-lesson.md").write_text(
            LESSON.format(number=number, quizzes=quizzes), encoding="utf-8"
        )
    scenes = "".join(f"## 상황 · scene-{number}\n\n{SAMPLES['scenario']}\n" for number in (1, 2, 3))
    Path(folder / "week-1-check.md").write_text(CHECK.format(quizzes=scenes), encoding="utf-8")
    scenes = "".join(f"## 상황 · before-{number}\n\n{SAMPLES['scenario']}\n" for number in range(1, 6))
    Path(folder / "precheck.md").write_text(PRECHECK.format(quizzes=scenes), encoding="utf-8")
    return load_course(folder)


async def card(chat: Chat, database: Database, quiz: str) -> Card | None:
    """What the learner is taken to remember of a quiz."""
    return (await record_at(database, chat.address)).cards.get(quiz)


async def log(database: Database, quiz: str) -> list[tuple[str, bool, bool]]:
    """Every answer kept of a quiz: the answer, whether it was right, whether it counted."""
    async with database._engine.connect() as connection:  # noqa: SLF001 - only a test reads the log whole
        rows = await connection.execute(
            text('SELECT answer, "right", counted FROM answers WHERE quiz = :quiz ORDER BY id'), {"quiz": quiz}
        )
        return [(row[0], bool(row[1]), bool(row[2])) for row in rows]


def rated(quiz: str, rating: Rating) -> Card:
    """The card of a first answer with that rating."""
    return review(None, quiz, rating, TODAY)


def place(chat: Chat, words: str) -> int:
    """At which number the words stand in the question."""
    line = next(line for line in chat.text.splitlines() if line.endswith(f". {words}"))
    return int(line.partition(".")[0])


# -- by tapping alone, by typing alone -------------------------------------------------------------------------------


async def test_a_choice_by_tapping(learner: Chat) -> None:
    """A tap, the reason, and the paragraph of the article it rests on."""
    await learner.says("/ask a-choice")
    text = await learner.taps("한 사람")
    assert "한 사람의 말이 들려요." in text
    assert text.endswith("〔함께 볼 곳: 글의 첫째 전략 첫 문단〕")


async def test_a_wrong_choice_ends_on_the_right_one(learner: Chat) -> None:
    """The verdict, what was chosen and what is right, the reason of the one and then of the other."""
    await learner.says("/ask a-choice")
    text = await learner.says("모두")
    assert text.startswith("아쉬워요. 답은 ‘한 사람’이에요.\n\n✗ 모두 (내 답)\n✓ 한 사람 (답)\n· 나\n\n모두라고")
    assert text.index("모두라고") < text.index("답이 ‘한 사람’인 까닭") < text.index("한 사람의 말이")


@pytest.mark.parametrize("words", ["X", "2", "아니요", "엑스", "ㅌ"])
async def test_an_ox_by_typing(learner: Chat, words: str) -> None:
    """A sign, a number, or a no; both its paragraphs are named."""
    await learner.says("/ask an-ox")
    text = await learner.says(words)
    assert "맞아요" in text
    assert text.endswith("〔함께 볼 곳: 글의 제목〕\n〔함께 볼 곳: 글의 첫째 전략 둘째 문단〕")


@pytest.mark.parametrize(("said", "answer"), [("네", "X"), ("O", "O")])
async def test_of_true_and_false_a_yes_is_to_what_was_asked(learner: Chat, said: str, answer: str) -> None:
    """네 to ‘X’를 답으로 할까요? is X, though it would be O at the question itself; a sign is an answer of its own."""
    await learner.says("/ask an-ox")
    assert "답으로 할까요?" in await learner.types("X인가 아닌가?")
    assert f"{answer} (내 답)" in await learner.types(said)


async def test_pairs_by_tapping(learner: Chat, database: Database) -> None:
    """One left side at a time; what was picked is shown, and can be taken back."""
    assert "1번 ‘본 것’의 짝" in await learner.says("/ask a-match")
    letter = learner.text.split(". 가격표를 봤어요")[0][-1]
    await learner.taps("가격표를 봤어요")
    assert "3번 ‘내 해석’의 짝" in await learner.taps("부담스러운")
    assert "2번 ‘들은 것’의 짝" in await learner.taps("되돌리기")
    assert f"지금까지: 1-{letter}\n" in learner.text
    await learner.taps("비싸다고")
    assert "맞아요" in await learner.taps("부담스러운")
    assert await log(database, "a-match") == [("123", True, True)]


async def test_pairs_by_typing(learner: Chat) -> None:
    """All at once, or one after the other by letter and by number."""
    rights = ("가격표를 봤어요", "비싸다고 했어요", "부담스러운 것 같아요")
    await learner.says("/ask a-match")
    letters = [learner.text.split(f". {right}")[0][-1] for right in rights]
    await learner.says(letters[0])
    await learner.says(str("가나다".index(letters[1]) + 1))
    assert "맞아요" in await learner.says(rights[2])
    await learner.says("/ask a-match")
    assert "맞아요" in await learner.says(" ".join(f"{n}-{letter}" for n, letter in enumerate(letters, 1)))


async def test_an_order_by_tapping(learner: Chat, database: Database) -> None:
    """Tap to append; the numbers stay where they are, so that a typed number means its step."""
    await learner.says("/ask an-order")
    first, tools, bar, last = (place(learner, step) for step in ("물음 적기", "도구 고르기", "기준 정하기", "해 보기"))
    await learner.taps("물음 적기")
    assert f"지금까지: {first}\n" in learner.text
    assert "✓ 물음 적기" in learner.labels
    await learner.says(f"{tools}번")
    await learner.taps("해 보기")
    assert f"지금까지: {first} → {tools}\n" in await learner.taps("되돌리기")
    await learner.says(str(bar))
    assert "맞아요" in await learner.says(str(last))
    assert await log(database, "an-order") == [("1324", True, True)]


async def test_an_order_by_typing(learner: Chat) -> None:
    """The whole row at once, with or without signs between."""
    for between in ("", "-", " ", " → "):
        await learner.says("/ask an-order")
        row = [place(learner, step) for step in ("물음 적기", "기준 정하기", "도구 고르기", "해 보기")]
        assert "맞아요" in await learner.says(between.join(map(str, row)))


async def test_a_wrong_order_is_put_right(learner: Chat) -> None:
    """Nobody is blamed; the order and its reason come last."""
    await learner.says("/ask an-order")
    text = await learner.says("1234")
    assert "2. 기준 정하기 / 도구 고르기" in text
    assert text.endswith("물음이 있어야 나머지가 정해져요.")


@pytest.mark.parametrize(("way", "rating"), [
    ("바로 말하기", Rating.Good), ("나중에 알려 주기", Rating.Hard), ("못 들은 척하기", Rating.Again)])  # fmt: skip
async def test_a_scenario(learner: Chat, database: Database, way: str, rating: Rating) -> None:
    """The best is known well, a fair one with effort; all three are explained, the chosen one first."""
    await learner.says("/ask a-scenario")
    text = await learner.taps(way)
    assert f"{way} (내 답" in text.split("\n\n")[1].splitlines()[0]
    assert all(part in text for part in ("값을 아직", "손님이 기다려요", "물어볼 때가"))
    assert "✓ 바로 말하기" in text
    assert await card(learner, database, "a-scenario") == rated("a-scenario", rating)


async def test_an_essay(learner: Chat, database: Database) -> None:
    """One's own sentence, a model answer, three checks; one grades oneself, and nothing is scheduled."""
    assert "500자까지" in await learner.says("/ask an-essay")
    text = await learner.says("아침마다 손님의 도시락을 싸요.")
    assert text.index("도시락을 못 싸는 이웃") < text.index("· 때가 있어요") < text.index("몇 가지가 담겼나요?")
    assert "셋이 다 들어 있어요" in await learner.says("3")  # the answer before it had the first wording
    assert await log(database, "an-essay") == [("아침마다 손님의 도시락을 싸요.", True, True), ("3/3", True, False)]
    assert await card(learner, database, "an-essay") is None


async def test_essays_in_a_row_are_answered_in_other_words(learner: Chat) -> None:
    """Before a making up to four come in a row, and each takes two answers."""
    told: list[tuple[str, str]] = []
    for _ in range(3):
        await learner.says("/ask an-essay")
        kept = (await learner.says("아침마다 손님의 도시락을 싸요.")).splitlines()[0]
        told.append((kept, (await learner.says("3")).splitlines()[0]))
    assert [len(set(said)) for said in zip(*told, strict=True)] == [3, 3]


@pytest.mark.parametrize("met", range(4))
def test_no_wording_of_an_essay_is_missed(say: Texts, met: int) -> None:
    """Of an even number of wordings only every second one would come, as an essay takes two answers."""
    assert len(say.wordings[f"quiz-essay-met-{met}"]) % 2 == len(say.wordings["quiz-essay-kept"]) % 2 == 1


async def test_an_essay_may_be_written_again(learner: Chat) -> None:
    """Whoever sees the model may try once more."""
    await learner.says("/ask an-essay")
    await learner.says("아침마다 손님의 도시락을 싸요.")
    assert "누구를 도울지" in await learner.taps("다시 적을래요")
    assert "몇 가지가 보이나요?" in await learner.says("아침에 바쁜 이웃의 도시락을 싸요.")
    assert "하나부터 담았어요" in await learner.taps("하나 있어요")


# -- hints, and not knowing ------------------------------------------------------------------------------------------


async def test_a_right_answer_without_help_is_good(learner: Chat, database: Database) -> None:
    """Typed with a particle, rated Good."""
    await learner.says("/ask a-cloze")
    assert "맞아요" in (await learner.says("소비자예요")).splitlines()[0]
    assert "✓ 소비자 (내 답)" in learner.text
    assert await card(learner, database, "a-cloze") == rated("a-cloze", Rating.Good)


async def test_the_ladder_of_hints(learner: Chat, database: Database) -> None:
    """Consonants, then the first letter, then no more; a right answer after a hint is rated Hard."""
    await learner.says("/ask a-cloze")
    assert learner.labels == ["힌트", "모르겠어요"]
    hinted = await learner.taps("힌트")
    assert "초성은 ㅅ ㅂ ㅈ" in hinted
    assert "값은 ____가 정해요" in hinted
    assert "첫 글자는 ‘소’" in await learner.taps("힌트 하나 더")
    assert learner.labels == ["모르겠어요"]
    assert "맞아요" in await learner.says("소비자")
    assert await card(learner, database, "a-cloze") == rated("a-cloze", Rating.Hard)


async def test_a_hint_can_be_typed_politely(learner: Chat, database: Database) -> None:
    """힌트 주세요 is no wrong answer."""
    await learner.says("/ask an-initials")
    assert "첫 글자는 ‘고’" in await learner.says("힌트 주세요")
    assert await log(database, "an-initials") == []
    assert "첫 글자는 ‘고’" in await learner.says("힌트 더")
    await learner.says("고객")
    assert await card(learner, database, "an-initials") == rated("an-initials", Rating.Hard)


@pytest.mark.parametrize("words", ["ㄱㄱ", "ㄱ ㄱ", "ㅈㄷ"])
async def test_consonants_typed_back_are_no_command(learner: Chat, words: str) -> None:
    """ㄱㄱ means 'go' elsewhere, and ㅈㄷ 진도; under an open question of consonants it is asked again."""
    await learner.says("/ask an-initials")
    text = await learner.says(words)
    assert text.startswith("떠오르는 낱말 하나만")
    assert "초성: ㄱ ㄱ" in text
    assert "맞아요" in await learner.says("고객")


async def test_a_refusal_after_a_hint_forgets_no_hint(learner: Chat, database: Database) -> None:
    """The open question stays the hinted one."""
    await learner.says("/ask a-cloze")
    await learner.taps("힌트")
    assert "빈칸에 들어갈 말만" in await learner.says("그게 뭐죠??")
    await learner.says("소비자")
    assert await card(learner, database, "a-cloze") == rated("a-cloze", Rating.Hard)


@pytest.mark.parametrize("quiz", [words.split(" · ")[1] for words in WORDS.values()])
@pytest.mark.parametrize("words", ["모르겠어요", "잘 모르겠어요ㅠㅠ", "기억이 안 나요"])
async def test_not_knowing_is_fine(learner: Chat, database: Database, quiz: str, words: str) -> None:
    """Every kind shows its answer at once; what is scheduled comes back soon."""
    await learner.says(f"/ask {quiz}")
    assert "답부터 볼게요. 여기서 같이 보고 가요." in await learner.says(words)
    assert await log(database, quiz) == [(words, False, True)]
    scheduled = None if quiz == "an-essay" else rated(quiz, Rating.Again)
    assert await card(learner, database, quiz) == scheduled


async def test_a_place_that_is_said_is_the_one_on_the_screen(learner: Chat, database: Database) -> None:
    """Typed with a frame around it, whatever the order of the day."""
    await learner.says("/ask a-choice")
    number = place(learner, "한 사람")
    assert "한 사람의 말이 들려요." in await learner.says(f"정답은 {number}번인 것 같아요")
    assert await log(database, "a-choice") == [("한 사람", True, True)]


@pytest.mark.parametrize("words", ["소비자가 아니에요", "너무 어려워요", "ㅠㅠ", "소비자랑 생산자"])
async def test_talk_is_no_wrong_answer(learner: Chat, database: Database, words: str) -> None:
    """Nothing is graded or kept, and the question stays open."""
    await learner.says("/ask a-cloze")
    await learner.says(words)
    assert await log(database, "a-cloze") == []


async def test_not_knowing_half_way(learner: Chat) -> None:
    """After a pick the answer can still be asked for, by button or in words."""
    for give_up in (learner.taps, learner.says):
        await learner.says("/ask an-order")
        await learner.taps("해 보기")
        assert "순서는 이래요." in await give_up("모르겠어요")


# -- what is kept ----------------------------------------------------------------------------------------------------


async def test_only_the_first_answer_of_a_day_is_scheduled(learner: Chat, database: Database) -> None:
    """A second try on the same day is kept, and moves nothing."""
    await learner.says("/ask a-cloze")
    await learner.says("생산자")
    first = await card(learner, database, "a-cloze")
    await learner.says("/ask a-cloze")
    await learner.says("소비자")
    assert await log(database, "a-cloze") == [("생산자", False, True), ("소비자", True, False)]
    assert await card(learner, database, "a-cloze") == first == rated("a-cloze", Rating.Again)


async def test_old_buttons_and_double_taps_are_harmless(learner: Chat, database: Database) -> None:
    """A button further up says what it stood beside; two taps of one thumb are one answer."""
    await learner.says("/ask an-order")
    first, last = learner.command("물음 적기"), learner.command("해 보기")
    await learner.says(last)
    assert f"지금까지: {first[-1]}\n" in await learner.says(
        first
    )  # from the first screen: the second pick is not there
    assert await learner.says(learner.command("✓")) == learner.text
    row = [place(learner, step) for step in ("물음 적기", "기준 정하기", "도구 고르기", "해 보기")]
    for number in row[1:-1]:
        await learner.says(str(number))
    tap = learner.command("해 보기")
    assert "맞아요" in await learner.says(tap)
    await learner.says_at_once(tap)
    assert learner.message.repeated
    assert len(await log(database, "an-order")) == 1


async def test_a_question_read_before_four_and_answered_after(learner: Chat) -> None:
    """The study day rolls while the question is open: the row means what was on the screen."""
    learner.clock.forward(hours=17, minutes=58)
    for turns in range(3):
        await learner.says("/ask an-order")
        row = [place(learner, step) for step in ("물음 적기", "기준 정하기", "도구 고르기", "해 보기")]
        learner.clock.forward(hours=24 if turns else 1)
        assert "맞아요" in await learner.says("".join(map(str, row)))


async def test_tampered_commands_are_refused_kindly(learner: Chat) -> None:
    """Whatever a forged or broken button carries, the answer says what to do."""
    await learner.says("/ask an-order")
    for command in ("/answer", "/answer an-order", "/answer an-order:99-1 2", "/answer an-order:1234-11 2",
                    "/hint", "/hint a-choice:1", "/answer gone:1 2"):  # fmt: skip
        said = await learner.says(command)
        assert "잠깐 문제가" not in said
        assert "버튼" in said or "누르거나" in said
    assert "첫 글자는" in await learner.says("/hint a-cloze:99") or "초성은" in learner.text


HOW_AND_RIGHT = [
    ("a-choice", "번호나 보기의 말로", "한 사람"),
    ("an-ox", "O나 X로", "X"),
    ("a-cloze", "40자 안쪽으로", "소비자"),
    ("an-initials", "낱말 하나만", "고객"),
    ("a-match", "짝을 하나씩", ""),
    ("an-order", "먼저 할 것부터", ""),
    ("a-scenario", "번호나 보기의 말로", "바로 말하기"),
    ("an-essay", "500자 안쪽으로", "가" * 500),
]


@pytest.mark.parametrize(("quiz", "how", "then"), HOW_AND_RIGHT)
async def test_what_fits_no_answer_is_told_how_to_answer(
    learner: Chat, database: Database, quiz: str, how: str, then: str
) -> None:
    """The refusal says how this kind is answered, nothing is kept, and the question stays open."""
    await learner.says(f"/ask {quiz}")
    shown = learner.labels
    assert how in await learner.says("가" * 1000)
    assert learner.labels == shown
    assert await log(database, quiz) == []
    if then:
        await learner.says(then)
        assert await log(database, quiz) == [(then, True, True)]


@pytest.mark.parametrize(("quiz", "then"), [(quiz, then) for quiz, _, then in HOW_AND_RIGHT])
async def test_laughter_is_heard_and_no_answer(learner: Chat, database: Database, quiz: str, then: str) -> None:
    """At a question of any kind: nothing is kept, and the question stays open."""
    await learner.says(f"/ask {quiz}")
    assert "웃으며" in await learner.says("ㅋㅋ")
    assert await log(database, quiz) == []
    if then:
        await learner.says(then)
        assert await log(database, quiz) == [(then, True, True)]


async def test_an_empty_answer_keeps_the_question_open(learner: Chat) -> None:
    """A sticker is no wrong answer."""
    await learner.says("/ask a-cloze")
    assert "글자로 보내" in await learner.says("\u200b")
    assert "맞아요" in await learner.says("소비자")


async def test_a_whole_lesson_of_typed_questions(learner: Chat) -> None:
    """The heads count the lesson's own two; the third is practice."""
    await learner.says("오늘")
    await learner.taps("확인 문제")
    assert learner.text.startswith("확인 1/2")
    await learner.taps("한 사람")
    await learner.taps("다음 문제")
    assert learner.text.startswith("확인 2/2")
    await learner.taps("X")
    await learner.taps("내 일에 한 줄")
    await learner.says("한 사람을 정해 봐요.")
    assert (await learner.says("/ask a-match")).startswith("퀴즈")
    assert (await learner.says("복습")).startswith("되살리기")


async def test_a_sunday_check_counts_its_own_questions(learner: Chat) -> None:
    """Three scenes, one after the other, then the week's line; what was missed comes once more."""
    await learner.says("오늘")
    for button, answer in (("확인 문제", "한 사람"), ("다음 문제", "X")):
        await learner.taps(button)
        await learner.taps(answer)
    await learner.taps("내 일에 한 줄")
    await learner.says("한 사람을 정해 봐요.")
    learner.clock.forward(days=6)
    heads = []
    for scene in (1, 2, 3):
        heads.append((await learner.says(f"/ask scene-{scene}")).splitlines()[0])
        await learner.taps("바로 말하기" if scene < 3 else "못 들은 척하기")
    assert heads == ["점검 1/3", "점검 2/3", "점검 3/3"]
    assert (await learner.taps("아쉬웠던 것 한 번 더")).startswith("아쉬웠던 것 한 번 더")
    await learner.taps("바로 말하기")
    assert learner.labels == ["내 일에 한 줄", "잘못 눌렀어요", "이 문제 이상해요"]


async def test_practice_takes_what_was_seen_longest_ago(learner: Chat) -> None:
    """퀴즈 without anything waiting asks a known question; for a beginner it says where to begin."""
    assert "레슨부터" in await learner.says("퀴즈")
    await learner.says("/ask an-initials")
    await learner.says("고객")
    assert "초성에 맞는 낱말" in await learner.says("퀴즈")


async def test_once_more_from_the_start_is_the_question_and_no_farewell(learner: Chat) -> None:
    """다시 처음부터 할래요 in the middle of an order puts the question again; nothing is offered to be erased."""
    await learner.says("/ask an-order")
    await learner.says("1")
    assert "지울까요" not in await learner.says("다시 처음부터 할래요")
    assert learner.expects.startswith("/answer an-order")


async def test_what_was_picked_before_is_said_to_be(learner: Chat) -> None:
    """Its button seemed to do nothing: the same long question stood there again without a word."""
    await learner.says("/ask a-match")
    first = learner.labels[0]
    await learner.taps(first)
    again = await learner.taps("✓")
    assert "이미 고른 것이에요" in again
    assert learner.expects.startswith("/answer a-match")
