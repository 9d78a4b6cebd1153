"""What is said in passing, under whatever question is open, as chats: it is heard, and nothing else happens by it."""

import pytest

from bot.store import Database
from tests.conftest import Chat
from tests.records import record_at
from tests.test_first_minutes import finish_lesson

one_database = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)  # no SQL of its own
OPEN = {"choice": "/ask strategy-map", "typed": "/ask word-expertise", "line": "/line 01-three-strategies"}


@one_database
@pytest.mark.parametrize("state", OPEN)
@pytest.mark.parametrize(
    "said",
    ["저 한국 왔어요. 시간대 서울", "도쿄로 이사했어요. 시간대 도쿄로 바꿔 주세요", "시간대를 뉴욕으로 바꿔줘요"],
)
async def test_a_zone_named_last(learner: Chat, database: Database, state: str, said: str) -> None:
    """It is set, whatever is told before it, and the question stays open."""
    await learner.says(OPEN[state])
    asked = learner.expects
    assert "그곳 시간으로 맞췄어요" in await learner.types(said)
    assert learner.expects == asked
    assert (await record_at(database, learner.address)).written == []


@one_database
async def test_a_place_that_is_told_is_offered_first(learner: Chat, database: Database) -> None:
    """Nothing is set by telling it, and the two hours are no reminder."""
    await finish_lesson(learner)
    await learner.types("저는 지금 시드니에 살아요 두시간인가 차이나요")
    assert learner.labels[0] == "시드니"
    assert (await record_at(database, learner.address)).learner.zone == "Asia/Seoul"


HOLIDAYS = {
    "12월 3일부터 5일까지 휴가예요": "12월 3일(목)부터 12월 5일(토)까지 쉬는 걸까요?",
    "12월 3일부터 5일까지 여행 가요": "12월 3일(목)부터 12월 5일(토)까지 쉬는 걸까요?",
    "내일부터 모레까지 휴가입니다": "까지 쉬는 걸까요?",
    "12월 10일 휴가예요": "12월 10일(목) 쉬는 걸까요?",
    "다음 주 화요일 출장이에요": "쉬는 걸까요?",
}


@one_database
@pytest.mark.parametrize("said", HOLIDAYS)
async def test_days_of_a_holiday_are_offered_as_a_rest(learner: Chat, database: Database, said: str) -> None:
    """It is no wish: nothing is set before it is agreed to."""
    await finish_lesson(learner)
    assert HOLIDAYS[said] in await learner.types(said)
    assert (await record_at(database, learner.address)).learner.paused_until is None
    await learner.types("맞아요")
    assert (await record_at(database, learner.address)).learner.paused_until is not None


@one_database
@pytest.mark.parametrize("state", ["choice", "typed"])
async def test_a_rest_that_begins_later_leaves_the_question_open(learner: Chat, state: str) -> None:
    """내일 is no reason to leave today's question."""
    await learner.says(OPEN[state])
    asked = learner.expects
    assert "하루 쉬고" in await learner.types("내일은 알림 보내지 말아줘")
    assert learner.expects == asked


@one_database
@pytest.mark.parametrize(
    "said", ["823914", "아까 카톡에서 받은 번호 604417", "연결번호 338201 이요", "인증 코드 482913이요"]
)
@pytest.mark.parametrize(
    "opens", [(), ("시작",), ("시작", "/trade teacher", "/hour weekdays 08:00", "/intend 1", OPEN["line"])]
)
async def test_a_code_that_holds_not(chat: Chat, database: Database, opens: tuple[str, ...], said: str) -> None:
    """It is told how to get one, and kept as nothing."""
    for words in opens:
        await chat.says(words)
    assert "새 번호를 받아 주세요" in await chat.types(said)
    record = await record_at(database, chat.address)
    assert (record.learner.job, record.written) == ("", [])


@one_database
@pytest.mark.parametrize(
    "line", ["상품 코드 123456 스캔해서 재고 맞추기", "시간대별 예약 현황판", "메뉴를 이렇게 바꿔 봤어요: 국수 한 가지"]
)
async def test_a_line_that_sounds_like_it(learner: Chat, database: Database, line: str) -> None:
    """Is filed as it is."""
    await learner.says(OPEN["line"])
    await learner.types(line)
    assert [one.text for one in (await record_at(database, learner.address)).written] == [line]


@one_database
@pytest.mark.parametrize("wish", ["아까 적은 거 말고 이걸로 바꿔줘", "이렇게 적어 주세요", "이걸로 써줘요"])
async def test_what_stands_behind_a_wish_to_write_is_the_line(learner: Chat, database: Database, wish: str) -> None:
    """And not the wish."""
    await learner.says(OPEN["line"])
    await learner.types(f"{wish}: 하루 두 팀만 받는 사진 촬영")
    assert [one.text for one in (await record_at(database, learner.address)).written] == ["하루 두 팀만 받는 사진 촬영"]


@one_database
@pytest.mark.parametrize("said", ["아니 그게 아니고", "아니 그 말이 아니고요", "아니 그런 뜻이 아니에요"])
async def test_what_says_nothing_is_not_filed(learner: Chat, database: Database, said: str) -> None:
    """The line is asked for once more."""
    await learner.says(OPEN["line"])
    await learner.types(said)
    assert "적을까요" not in learner.text
    assert (await record_at(database, learner.address)).written == []
    await learner.types("손님마다 설명을 다르게 하고 싶어서요")
    assert len((await record_at(database, learner.address)).written) == 1


@one_database
@pytest.mark.parametrize("said", ["1번은 확실히 아닌데", "1번은 아닌 것 같고", "1번 빼고요", "1번 틀린 거 같아요"])
async def test_an_option_that_is_ruled_out(learner: Chat, database: Database, said: str) -> None:
    """It is not offered back; the others bear the numbers they had."""
    await learner.says(OPEN["choice"])
    out, other, _ = learner.labels
    assert f"‘{out}’" in await learner.types(said)
    assert "빼고, 남은 것에서" in learner.text
    assert learner.labels[0] == f"2. {other}"
    assert not (await record_at(database, learner.address)).histories


@one_database
@pytest.mark.parametrize(
    "said",
    ["하나 둘 셋 중에 둘", "1번이랑 2번 중에 2번", "이번엔 2번에 걸어본다ㅋ", "저는 2번에 걸게요", "2번 아닌가요"],
)
async def test_an_option_that_is_chosen(learner: Chat, said: str) -> None:
    """Whatever is named before it."""
    shown = (await learner.says(OPEN["choice"])).split("2. ")[1].splitlines()[0]
    await learner.types(said)
    assert f"{shown} (내 답)" in learner.text


@one_database
@pytest.mark.parametrize(
    "said", ["이젠 그만할까봐요", "저 그만할까 해요", "저 이제 그만둘까 고민 중이에요", "그만할까 싶네요"]
)
async def test_who_wavers_is_asked_how_far(learner: Chat, said: str) -> None:
    """Of the course and nothing else: a rest is offered, and no helpline."""
    await finish_lesson(learner)
    text = await learner.types(said)
    assert "어디까지 그만할까요" in text
    assert "109" not in text


@one_database
@pytest.mark.parametrize(
    "said",
    ["이제 다 그만두고 싶어요", "사는 거 그만할까 봐요", "이제 다 그만할까 봐요", "저 그만할까 봐요 너무 지쳤어요ㅠㅠ"],
)
async def test_who_may_mean_more_hears_the_helpline(learner: Chat, said: str) -> None:
    """A word besides it is enough."""
    await finish_lesson(learner)
    assert "109" in await learner.types(said)


@one_database
@pytest.mark.parametrize(
    ("said", "alias"),
    [("열 사람에 헬스장 관장님 넣어줘", "헬스장 관장님"), ("명단에 미용실 원장님도 추가해 주세요", "미용실 원장님")],
)
async def test_whom_the_list_is_named_for(learner: Chat, database: Database, said: str, alias: str) -> None:
    """The name of the list is no part of theirs."""
    await finish_lesson(learner)
    await learner.types(said)
    assert [one.alias for one in (await record_at(database, learner.address)).people()] == [alias]


@one_database
@pytest.mark.parametrize("said", ["2번한테 어제 메시지 보냈음", "3번은 답장 왔어요"])
async def test_a_number_while_the_list_is_empty(learner: Chat, said: str) -> None:
    """It is told so."""
    await finish_lesson(learner)
    assert "아직 비어 있어요" in await learner.types(said)


@one_database
async def test_a_line_that_is_not_there_takes_back_no_answer(learner: Chat, database: Database) -> None:
    """방금 적은 줄 speaks of lines."""
    await finish_lesson(learner)
    before = (await record_at(database, learner.address)).histories
    await learner.types("방금 적은 줄 오타났는데 수정할게요")
    assert (await record_at(database, learner.address)).histories == before


@one_database
@pytest.mark.parametrize("said", ["융합형 전문가가 정확히 무슨뜻이에요", "융합적인 인재가 뭐예요"])
async def test_a_term_within_a_longer_name(learner: Chat, said: str) -> None:
    """Is explained."""
    await finish_lesson(learner)
    assert (await learner.types(said)).startswith("융합\n")
