"""What a line still lacks may be said behind it, and what leaves a line as it is never takes it away. As chats."""

from datetime import date

import pytest

from bot.course.holds import Holds, completes
from bot.store import Database
from tests.conftest import Chat
from tests.records import record_at

ON_SQLITE = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)  # no SQL of its own

PRICE, GUESS, REASON = "18-price-and-no", "20-stop-line", "03-opinion-or-fact"
LINES = {PRICE: "아직 못 정했는데 비싸지 않게", GUESS: "카드를 보면 살 것 같아요"}
COMPLETED = """
18-price-and-no|삼만원
18-price-and-no|3만 원이요
18-price-and-no|시간당 3만으로 할게요
18-price-and-no|35000
18-price-and-no|인당 칠만
20-stop-line|12월 20일까지 세 명, 없으면 접어요
20-stop-line|여섯 분 중 둘은 산다. 다담주 금요일까지. 아니면 값 말고 약속을 바꿈
20-stop-line|세 명
"""
ANYTHING_ELSE = "저녁 8시|30분 뒤에 알려줘|다음 주 월요일까지 쉴게요|고마워요|이거 얼마예요?|진도|가설 뭐야?"
SAME = (
    "그대로|그냥 그대로|그대로요|그냥 그대로 둘래요|지금 그대로 갈게요|그대로 둬도 돼요|아니요 그대로|냅둬요|그냥 둘래"
)


async def lines(chat: Chat, database: Database) -> dict[str, str]:
    """What stands in the plan, by part."""
    return {line.lesson: line.text for line in (await record_at(database, chat.address)).lines()}


async def written(chat: Chat, part: str, words: str) -> str:
    await chat.says(f"/line {part}")
    return await chat.types(words)


@pytest.mark.parametrize("row", COMPLETED.strip().splitlines())
@ON_SQLITE
async def test_what_is_lacking_is_added(learner: Chat, database: Database, row: str) -> None:
    """Right where it is said what is lacking, and nothing is decided by it."""
    part, words = row.split("|")
    assert "적어 주세요" in await written(learner, part, LINES[part])
    told = await learner.types(words)
    whole = f"{LINES[part]}. {words}"
    assert f"“{whole}”" in told
    assert ("적어 주세요" in told) is (words == "세 명")  # of which the day and what follows are told later
    assert await lines(learner, database) == {part: whole}


@ON_SQLITE
async def test_the_very_example_is_taken(learner: Chat, database: Database) -> None:
    """Whatever is given as an example of what is lacking is heard."""
    for part, line in LINES.items():
        told = await written(learner, part, line)
        example = told.rpartition("‘")[2].partition("’")[0]
        await learner.types(example)
        assert (await lines(learner, database))[part] == f"{line}. {example}"
    await learner.says("되돌리기")
    assert (await lines(learner, database))[GUESS] == LINES[GUESS]


@pytest.mark.parametrize("words", ANYTHING_ELSE.split("|"))
@ON_SQLITE
async def test_what_is_said_otherwise_adds_nothing(learner: Chat, database: Database, words: str) -> None:
    """A time, a question, a command."""
    for part, line in LINES.items():
        await written(learner, part, line)
        await learner.types(words)
    assert await lines(learner, database) == LINES


@pytest.mark.parametrize(
    ("holds", "text", "words", "does"),
    [
        (Holds.AMOUNT, "비싸지 않게", "삼만 원", True),
        (Holds.AMOUNT, "5만 원", "삼만 원", False),  # done already
        (Holds.AMOUNT, "", "삼만 원", False),  # nothing to add to
        (Holds.HYPOTHESIS, "세 명은 사요", "다음 주 금요일까지", False),  # a day alone may be said of anything
        (Holds.HYPOTHESIS, "세 명은 사요, 없으면 접어요", "다음 주 금요일까지", True),  # it is all that is missing
        (Holds.GOAL, "많이 만나요", "30분 뒤", False),
        (Holds.WORDS, "무엇이든", "삼만 원", False),
    ],
)
def test_what_completes_a_line(holds: Holds, text: str, words: str, *, does: bool) -> None:
    """By what the line lacks."""
    assert completes(holds, text, words, date(2026, 11, 23)) is does


@pytest.mark.parametrize("words", SAME.split("|"))
@ON_SQLITE
async def test_what_leaves_a_line_takes_nothing_away(learner: Chat, database: Database, words: str) -> None:
    """Under the question what shall stand there instead."""
    await written(learner, PRICE, "5만 원")
    await learner.says(f"/line {PRICE}")
    await learner.types(words)
    assert await lines(learner, database) == {PRICE: "5만 원"}
    assert learner.expects == ""


NEWER = "치료실에서 배운 것을 집에서 못 하는 분이 많아서요"


@ON_SQLITE
@pytest.mark.parametrize(
    "words", ["방금 거 말고 ‘{}’로 바꿔 줘", "방금 적은 줄 {}라고 고칠게요", "아까 쓴 거 대신 {}로 적어 주세요"]
)
async def test_the_last_line_is_rewritten_by_words(learner: Chat, database: Database, words: str) -> None:
    """With what shall stand there instead."""
    await written(learner, REASON, "환자들이 집에 가면 다 까먹어요")
    await learner.types(words.format(NEWER))
    assert await lines(learner, database) == {REASON: NEWER}


@ON_SQLITE
@pytest.mark.parametrize("words", ["방금 거 바꿀래", "방금 거 고칠래요", "아까 쓴 줄 다시 쓸래"])
async def test_the_last_line_is_opened_by_words(learner: Chat, words: str) -> None:
    """Without, it is asked for; where no line is on the screen, nothing of the kind is meant."""
    await written(learner, REASON, "환자들이 집에 가면 다 까먹어요")
    await learner.types(words)
    assert learner.expects == f"/write {REASON}"
    await learner.says("진도")
    await learner.types(words)
    assert learner.expects == ""
