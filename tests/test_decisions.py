"""What is decided about a hypothesis: a list with days, added to, changed and taken back, any time, in any words."""

import pytest

from bot.desk import Desk
from bot.desk.documents import Documents
from bot.korean.decided import Decision, decided, names_stop
from bot.korean.labels import unlabelled
from bot.plan.documents import Document, Sheet
from bot.record import Asked, Reads
from bot.store import Database
from handlers import documents
from tests.conftest import Chat, Clock
from tests.records import record_at

HYPOTHESIS, LESSON = "20-stop-line", "29-go-on-change-stop"
GUESS = "12월 20일까지 다섯 분께 알리면 두 분은 예약할 거예요. 없으면 이 값은 접어요."
KINDS = {
    Decision.STOP: """
        그만하기로 했어요|이건 안 되겠어요|접기로 했습니다|그만둘게요. 세 분 다 필요 없대요|계속하지 않기로 했어요
        두 분께 보여 드렸는데 둘 다 필요 없대서 접기로 했어요|여기까지만 할래요|이건 아닌 것 같아요|그만 접으려고요
        못 하겠어요|그만|그만이에요
        그만이에요. 일곱 분 가운데 여섯 분은 겪은 적이 없었어요. 이제 다른 이야기를 들을래요.
    """,
    Decision.GO_ON: """
        계속 갈래요|계속할게요 두 분이 신청하셨어요|그만두지 않을래요|계속|한 번 더 해 볼래요|이대로 밀고 나갈래요
        계속: 세 명 신청|쭉 가 볼게요|유지할게요|더 해 볼게요
    """,
    Decision.CHANGE: """
        바꿔 볼래요|바꿈이에요. 요일만 수요일로 바꾸고 30일에 다시 볼게요.|값만 바꿔 보려고요|요일을 바꾸기로 했어요
        바꿈|소개 첫 줄만 고쳐서 다시 해 보려고요|값은 그대로 두고 요일만 바꿀게요|방향을 틀어 볼래요
    """,
    None: """
        아직 두 분이에요. 20일에 기록을 다시 펴 볼게요.|손님마다 설명이 달라요.|아직 못 해 봤어요
        예약 손님이 계속 늘어요|계속할 것은 예약 안내, 바꿀 것은 요일, 그만둘 것은 문자예요
        손님이 집에 가서 바꾸고 싶대요
        여섯 분 중 둘은 산다. 금요일까지. 아니면 값 말고 약속을 바꿈|12월 20일까지 세 명, 없으면 접어요
        한 분이라도 사면 계속, 아니면 그만|두 명 안 사면 접기로 했어요
    """,
}


def table(text: str) -> list[str]:
    return [one.strip() for line in text.strip().splitlines() for one in line.split("|")]


@pytest.mark.parametrize("kind", KINDS)
def test_what_a_text_decides(kind: Decision | None) -> None:
    """By its first sentence that decides one thing; what others want decides nothing."""
    assert [said for said in table(KINDS[kind]) if decided(said) is not kind] == []


def test_when_to_stop() -> None:
    """What follows if it does not come true, in whatever words."""
    for said in (
        GUESS,
        "두 명이 안 되면 대본은 접어요",
        "못 미치면 내년에는 안 해요",
        "6월까지 두 명. 실패하면 관둠",
        "두 명 안 사면 접음",
        "2명, 그 밑이면 중단",
    ):
        assert names_stop(said)
    for said in ("12월 20일까지 세 명", "20일까지 다섯 분께 물으면 두 분은 신청할 거예요"):
        assert not names_stop(said)


@pytest.fixture
async def guessing(learner: Chat) -> Chat:
    """Somebody who has written a hypothesis."""
    await learner.says(f"/write {HYPOTHESIS} {GUESS}")
    await learner.says("진도")
    return learner


async def decisions(chat: Chat, database: Database) -> list[str]:
    lines = (await record_at(database, chat.address)).lines()
    return [line.text for line in lines if line.lesson.startswith(LESSON)]


@pytest.mark.parametrize(
    ("words", "label"),
    [
        ("그만하기로 했어요", "그만"),
        ("이건 안 되겠어요", "그만"),
        ("계속 갈래요", "계속"),
        ("바꿔 볼래요", "바꿈"),
        ("세 분 다 필요 없대서 접기로 했어요", "그만"),
    ],
)
async def test_any_time(guessing: Chat, database: Database, words: str, label: str) -> None:
    """The hypothesis is quoted and asked about; a tap keeps the words with their day."""
    text = await guessing.says(words)
    assert GUESS in text
    assert await decisions(guessing, database) == []
    assert "오늘 날짜로 적어 두었어요" in await guessing.taps(f"{label} 적기")
    assert await decisions(guessing, database) == [words]


async def test_asked_about_it_is_agreed_to_or_not(guessing: Chat, database: Database) -> None:
    """네 keeps it as the button does; 아니요 keeps nothing."""
    await guessing.says("그만하기로 했어요")
    await guessing.says("아니요")
    assert await decisions(guessing, database) == []
    await guessing.says("그만하기로 했어요")
    await guessing.says("네")
    assert await decisions(guessing, database) == ["그만하기로 했어요"]


async def test_without_a_hypothesis_nothing_is_decided(learner: Chat, database: Database) -> None:
    """The words keep what else they mean."""
    for words in ("그만하기로 했어요", "이건 안 되겠어요", "계속 갈래요", "바꿔 볼래요"):
        await learner.says(words)
        assert "적기" not in " ".join(learner.labels)
    assert await decisions(learner, database) == []


@pytest.mark.parametrize("words", ["그만할래요", "계속", "바꿀래요", "그만하기로 했어요", "이건 안 되겠어요"])
async def test_at_the_lesson(guessing: Chat, database: Database, words: str) -> None:
    """Its line is open: they are the line."""
    await guessing.says(f"/line {LESSON}")
    assert "‘결정’에 적어 두었어요" in await guessing.says(words)
    assert await decisions(guessing, database) == [words]


async def test_in_a_making(guessing: Chat, database: Database) -> None:
    """It may be the decision or the line of the making; nothing is filed before they say so."""
    await guessing.says("/line week-6-practice")
    await guessing.says("이건 안 되겠어요")
    assert {"그만 적기", "이 줄에 적기", "질문 다시 보기"} <= {*guessing.labels}
    await guessing.taps("이 줄에 적기")
    assert await decisions(guessing, database) == []
    assert "이건 안 되겠어요" in await guessing.says("10번 칸")


async def test_at_the_question_a_month_later(guessing: Chat, database: Database) -> None:
    """It answers the question and is a decision; taken back, both are gone. A tap asks for the reason."""
    await guessing.says("/line follow-30")
    assert GUESS in guessing.text
    await guessing.says("세 분 다 필요 없대서 그만하기로 했어요")
    assert await decisions(guessing, database) == ["세 분 다 필요 없대서 그만하기로 했어요"]
    await guessing.says("되돌리기")
    assert [line.lesson for line in (await record_at(database, guessing.address)).lines()] == [HYPOTHESIS]
    await guessing.says("/line follow-30")
    await guessing.taps("바꿈")
    await guessing.says("두 분이 아침을 물으셨어요")
    lines = {line.lesson: line.text for line in (await record_at(database, guessing.address)).lines()}
    assert lines["follow-30"] == "두 분이 아침을 물으셨어요"
    assert lines[LESSON] == "바꿈: 두 분이 아침을 물으셨어요"


async def test_a_list_that_grows(guessing: Chat, database: Database, clock: Clock) -> None:
    """Each with its day; one is changed, emptied and taken back by its name, and the others stay."""
    for said in ("go-on 계속이에요", "change 바꿈이에요", "stop 그만이에요"):
        await guessing.says(f"/decide {said}")
        clock.forward(days=10)
    text = await guessing.says("결정 보여 줘")
    assert [day for day in ("11월 23일(월)", "12월 3일(목)", "12월 13일(일)") if day not in text] == []
    await guessing.says("결정 2 고칠래")
    await guessing.says("바꿈이에요. 요일만요")
    await guessing.says("결정 3 지워 줘")
    assert await decisions(guessing, database) == ["계속이에요", "바꿈이에요. 요일만요"]
    await guessing.says("되돌리기")
    assert await decisions(guessing, database) == ["계속이에요", "바꿈이에요. 요일만요", "그만이에요"]
    await guessing.says("11번 칸")
    await guessing.taps("결정 더하기")
    await guessing.says("계속하기로 했어요")
    assert len(await decisions(guessing, database)) == 4
    await guessing.says("되돌리기")
    assert len(await decisions(guessing, database)) == 3


async def test_no_decision_is_worth_less(guessing: Chat) -> None:
    """At that moment, and where all is told: what came to nothing is told like what held."""
    assert "만큼 값진 결과" in await guessing.says("/decide stop 접을래요")
    for kind in ("go-on", "change"):
        assert "기록을 보고" in await guessing.says(f"/decide {kind} 두 분이 물으셨어요")


async def test_on_paper(guessing: Chat, desk: Desk, database: Database, clock: Clock) -> None:
    """With its day, and the hypothesis it was about once another stands in its place; and among what was done."""
    files: Documents[Sheet] = Documents(desk, database, clock, documents.view, documents.draw)
    await guessing.says("/decide stop 세 분 다 필요 없대요")
    clock.forward(days=1)
    await guessing.says(f"/write {HYPOTHESIS} 1월 10일까지 세 분. 없으면 접어요.")
    seen = await desk.look(Asked(guessing.address, reads=Reads.STUDY | Reads.PLAN), documents.view, "pdf")
    assert isinstance(seen, Document)
    fields = {field.name: field.text for box in seen.boxes for field in box.fields}
    assert fields["결정 · 11월 23일(월)"] == f"그만: 세 분 다 필요 없대요\n그때의 가설: {GUESS}"
    assert await files.file(guessing.address, "plan.pdf")


@pytest.mark.parametrize(
    "words", ["12월 20일에 정할래요", "20일에 결정하려고요", "한 달 뒤에 다시 볼래요", "말일에 결정할게요"]
)
async def test_put_off_to_a_day(guessing: Chat, database: Database, words: str) -> None:
    """When it will be decided is asked about, and stands where decisions do."""
    await guessing.says("진도")
    assert f"“{words}”" in await guessing.says(words)
    await guessing.taps("적기")
    kept = (await record_at(database, guessing.address)).lines()[-1]
    assert (kept.lesson, kept.text) == ("29-go-on-change-stop", words)
    assert "11. 배운 점과 바꾼 점 ✓" in await guessing.says("계획")


@pytest.mark.parametrize(
    ("text", "name", "told"),
    [
        ("가설: 네 분 가운데 한 분", "가설", "네 분 가운데 한 분"), ("가격 : 3만 원", "가격", "3만 원"),
        ("기간: 사흘", "범위와 기간", "사흘"), ("3만 원", "가격", "3만 원"), ("약속:", "약속", "약속:"),
        ("원장님: 예약이 겹친대요", "가격", "원장님: 예약이 겹친대요"), ("시각 10:30", "가격", "시각 10:30"),
    ],
)  # fmt: skip
def test_a_line_that_begins_with_its_label(text: str, name: str, told: str) -> None:
    """The name of the slot stands before it anyway."""
    assert unlabelled(text, name) == told


async def test_a_label_is_not_said_twice(guessing: Chat) -> None:
    """In the plan, and where a hypothesis is quoted."""
    await guessing.says(f"/write {HYPOTHESIS} 가설: 1월 10일까지 세 분. 없으면 접어요.")
    assert "가설: 1월" not in await guessing.says("8번 칸")
    assert "1월 10일까지 세 분" in guessing.text
