"""Two facts about one of the ten in one message, whoever is named by place, and what was taken back brought again."""

from datetime import date

import pytest

from bot.record.people import Person
from bot.store import Database
from tests.conftest import MONDAY, Chat
from tests.records import record_at

FOUR = """미용실 원장님 - 예약 전화가 겹친대요
금요일 셔츠 손님 - 다림질을 물으셨어요
동네 카페 사장 ㅂ - 휴무 공지
동네 꽃집 손님 - 카드 문구"""
TODAY = MONDAY.date()


async def rows(chat: Chat, database: Database) -> dict[int, Person]:
    return {one.number: one for one in (await record_at(database, chat.address)).people()}


@pytest.fixture
async def four(learner: Chat) -> Chat:
    """Somebody who has listed four, and sees something else."""
    await learner.says("/add-person")
    await learner.says(FOUR)
    await learner.says("진도")
    return learner


@pytest.mark.parametrize(
    ("words", "number", "sent", "answered", "answer"),
    [
        ("3번 보냄 답없음", 3, TODAY, None, ""),
        ("3번 보냈는데 아직 답 없어요", 3, TODAY, None, ""),
        ("1번 보냈는데 읽씹", 1, TODAY, None, ""),
        ("4번 문자 보냄. 답 아직", 4, TODAY, None, ""),
        ("원장님께 보냈는데 답이 없네요", 1, TODAY, None, ""),
        ("셔츠 손님한테 어제 보냈는데 아직 안 읽음", 2, date(2026, 11, 22), None, ""),
        ("셔츠 손님한테 카톡 보냈는데 무응답이에요", 2, TODAY, None, ""),
        ("2번한테 보냈고 답 왔어요: 좋대요", 2, TODAY, TODAY, "좋대요"),
        ("4번한테 보냈더니 관심 있대요", 4, TODAY, TODAY, "관심 있대요"),
        ("3번 이틀 전에 보냈는데 어제 답 왔음: 하재요", 3, date(2026, 11, 21), date(2026, 11, 22), "하재요"),
        ("3번 그저께 보냈는데 거절당했어요", 3, date(2026, 11, 21), TODAY, "거절"),
    ],
)  # fmt: skip
async def test_sent_and_what_came_of_it(
    four: Chat, database: Database, words: str, number: int, sent: date, answered: date | None, answer: str
) -> None:
    """Both facts are kept, each with its day; a silence is no answer."""
    await four.says(words)
    one = (await rows(four, database))[number]
    assert (one.sent_on, one.answered_on, one.answer) == (sent, answered, answer)


async def test_silence_of_who_was_written_to_before_names_no_other_day(four: Chat, database: Database) -> None:
    """The day of the message stays; one that is named is kept."""
    await four.says("3번한테 그저께 보냈어요")
    assert "아직 답이 없군요" in await four.says("3번 보냈는데 아직 답 없어요")
    assert (await rows(four, database))[3].sent_on == date(2026, 11, 21)
    await four.says("3번 어제 보냈는데 답 없음")
    assert (await rows(four, database))[3].sent_on == date(2026, 11, 22)


async def test_it_is_asked_who_is_meant(four: Chat, database: Database) -> None:
    """Where the ten are on the screen nobody has to be named; what was told waits for who it is."""
    await four.says("열 사람")
    assert "어느 분인가요" in await four.says("보냈더니 좋대요")
    await four.taps("2. 금요일")
    one = (await rows(four, database))[2]
    assert (one.sent_on, one.answer) == (TODAY, "좋대요")


@pytest.mark.parametrize("words", ["보냈는데 답이 없네요", "이모한테 보냈는데 답이 없어요", "3번 보냈는데 답 왔어요?"])
async def test_of_nobody_nothing_is_kept(four: Chat, database: Database, words: str) -> None:
    """Nobody of the ten is meant, or it is asked."""
    before = await rows(four, database)
    await four.says(words)
    assert await rows(four, database) == before


@pytest.mark.parametrize(
    ("words", "gone"),
    [
        ("둘째 사람 지워", 2), ("두 번째 분 빼 줘", 2), ("첫 번째 사람 삭제해 줘", 1), ("세번째 분은 빼 줘요", 3),
        ("마지막 사람 지워줘", 4), ("맨 끝 사람 빼줘", 4), ("셋째 분 지울래요", 3),
    ],
)  # fmt: skip
async def test_a_place_is_counted_in_words(four: Chat, database: Database, words: str, gone: int) -> None:
    """둘째 사람 is 2번, and may come back."""
    before = await rows(four, database)
    await four.says(words)
    assert set(before) - set(await rows(four, database)) == {gone}
    await four.says("방금 지운 거 살려줘")
    assert await rows(four, database) == before


@pytest.mark.parametrize("words", ["다시 되돌려줘", "되돌린 거 취소", "아까 되돌린 거 다시", "다시 살려 주세요"])
async def test_what_was_taken_back_holds_again(four: Chat, database: Database, words: str) -> None:
    """Once, and that can be taken back as well; 취소 said twice brings nothing again."""
    await four.says("2번한테 보냈어요")
    sent = await rows(four, database)
    await four.says("되돌려줘")
    assert await rows(four, database) != sent
    await four.says("취소")
    assert await rows(four, database) != sent
    await four.says(words)
    assert await rows(four, database) == sent
    await four.says("되돌려줘")
    assert await rows(four, database) != sent


async def test_a_setting_holds_again(learner: Chat, database: Database) -> None:
    """By its button."""
    await learner.says("알림 매일 저녁 9시")
    await learner.says("되돌려줘")
    assert "오후 9시" in await learner.taps("되돌리기 취소")
    assert (await record_at(database, learner.address)).learner.rhythm == "daily 21:00"
    assert "평일 오전 8시" in await learner.taps("되돌리기")


async def test_with_nothing_taken_back_there_is_nothing_to_bring_again(learner: Chat) -> None:
    """It is said, and nothing changes."""
    await learner.says("진도")
    assert "취소할 되돌리기가 없어요" in await learner.says("되돌린 거 다시 살려줘")


async def test_one_after_the_other(learner: Chat, database: Database) -> None:
    """Who has added one goes on with the next in the same form; elsewhere it is asked about, and none is lost."""
    await learner.says("/add-person")
    for words in ("단골 컷 손님 - 두피가 아프대요", "학생 손님 - 돈이 없대요", "명동 실장님: 예약이 자꾸 엉킨대요"):
        assert "1명을 적었어요" in await learner.says(words)
    await learner.says("진도")
    assert "1명이 보여요" in await learner.says("꽃집 사장님 - 카드 문구")
    assert "2명이 보여요" in await learner.says("두부 가게 아주머니 - 입간판 글씨")
    await learner.says("네")
    assert [one.alias for one in (await rows(learner, database)).values()][3:] == ["꽃집 사장님", "두부 가게 아주머니"]


@pytest.mark.parametrize(
    ("words", "number", "alias"),
    [
        ("3번 이름 카페 사장 ㄱ으로 바꿔줘", 3, "카페 사장 ㄱ"),
        ("4번을 꽃집 사장님으로 고쳐줘", 4, "꽃집 사장님"),
        ("원장님 가림말은 원장 ㄱ으로 바꿀래", 1, "원장 ㄱ"),
        ("2번 이름 김민수로 바꿔 줘", 2, "김○○"),
    ],
)
async def test_a_nickname_is_changed(four: Chat, database: Database, words: str, number: int, alias: str) -> None:
    """A name is masked there as well, and what else is told of them stays."""
    before = await rows(four, database)
    await four.says(words)
    now = await rows(four, database)
    assert now[number].alias == alias
    assert now[number].why == before[number].why
    await four.says("되돌려줘")
    assert await rows(four, database) == before


async def test_a_nickname_is_asked_for(four: Chat, database: Database) -> None:
    """By its button; and who one wants to be is nobody of the ten."""
    await four.says("열 사람")
    await four.taps("2. 금요일")
    await four.taps("가림말 고치기")
    await four.says("토요일 셔츠 손님")
    assert (await rows(four, database))[2].alias == "토요일 셔츠 손님"
    assert "민지 님" in await four.says("내 이름 민지로 바꿔줘")


async def test_another_row_than_the_one_on_the_screen(four: Chat, database: Database) -> None:
    """Whoever is named by place is meant, also right after somebody else was told of."""
    await four.says("3번한테 카톡 보냈어요")
    await four.says("4번 내일 다시")
    kept = await rows(four, database)
    assert (kept[3].next_on, kept[4].next_on) == (None, date(2026, 11, 24))
    assert "4. 동네 꽃집 손님" in await four.says("4번이 누구였지")
    assert "3. 고객 한 사람" in await four.says("3번 칸 보여줘")


async def test_who_is_listed(four: Chat) -> None:
    """명단에 is no part of a nickname, and 답 온 사람 asks after those of the ten."""
    assert "‘옆 가게 사장님’을 적었어요" in await four.says("명단에 옆 가게 사장님 추가해줘")
    await four.taps("건너뛰기")
    assert "아직 없어요" in await four.says("답 온 사람")
