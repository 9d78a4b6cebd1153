"""Ten people listed as one talks: with the reason behind the wish, while something else is asked, and put in order."""

import pytest

from bot.store import Database
from tests.conftest import Chat
from tests.records import record_at

THREE = "1 빌라 3층 신혼부부 - 곰팡이\n2 빌라주인 최사장님 : 공실 세 개\n3.장판집 형님(소개 많이 해줌)"
ONE_DATABASE = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


async def rows(chat: Chat, database: Database) -> list[tuple[str, str]]:
    """Whom the ledger names, and why them."""
    return [(one.alias, one.why) for one in (await record_at(database, chat.address)).people()]


async def aliases(chat: Chat, database: Database) -> str:
    """Whom the ledger names, by the first letters."""
    return " ".join(alias[:2] for alias, _ in await rows(chat, database))


@pytest.fixture
async def three(learner: Chat) -> Chat:
    """Somebody who has listed three."""
    await learner.says("/add-person")
    await learner.says(THREE)
    return learner


@ONE_DATABASE
@pytest.mark.parametrize("before", ["/people", "진도", "/add-person", "카페 운영자 추가해줘"])
@pytest.mark.parametrize(
    ("words", "alias", "why"),
    [
        ("새댁 둘째언니네 추가해줘 - 봄 이사", "새댁 둘째언니네", "봄 이사"),
        ("지물포 사장님 추가해줘 -색상책", "지물포 사장님", "색상책"),
        ("그리고 입주청소 팀장님도 추가해줘 같은 집 자주 들어감", "입주청소 팀장님", "같은 집 자주 들어감"),
        ("동네 통장님 추가: 게시판을 맡고 계세요", "동네 통장님", "게시판을 맡고 계세요"),
        ("참, 학원 원장님도 넣어 주세요, 새 학기 전에 칠하신대요", "학원 원장님", "새 학기 전에 칠하신대요"),
    ],
)
async def test_why_them_may_stand_behind_the_wish(
    three: Chat, database: Database, before: str, words: str, alias: str, why: str
) -> None:
    """It is a row of its own, also where the reason of another one is asked for."""
    await three.says(before)
    await three.types(words)
    found = await rows(three, database)
    assert found[-1] == (alias, why)
    assert ("카페 운영자", "") in found or before != "카페 운영자 추가해줘"


@ONE_DATABASE
@pytest.mark.parametrize("words", ["손님 추가 할인 3천 원", "가격 추가해 줘 부가세", "추가 비용은 누가 내요 손님이요?"])
async def test_what_only_sounds_so_adds_nobody(three: Chat, database: Database, words: str) -> None:
    await three.says("진도")
    await three.types(words)
    assert len(await rows(three, database)) == 3


@ONE_DATABASE
@pytest.mark.parametrize("why", ["입주 청소랑 같이 물어봄", "빈 방 명단"])
@pytest.mark.parametrize("before", ["진도", "/people"])
async def test_the_next_number_goes_on_with_the_list(three: Chat, database: Database, before: str, why: str) -> None:
    """4번 and somebody, after a comma why them: it is asked, and a yes keeps it."""
    await three.says(before)
    assert "‘부동산 실장님’" in await three.types(f"4번 부동산 실장님, {why}")
    await three.types("네")
    assert (await rows(three, database))[-1] == ("부동산 실장님", why)


@ONE_DATABASE
@pytest.mark.parametrize(
    ("words", "order"),
    [
        ("2번이랑 3번 순서 바꿔줘", "빌라 장판 빌라"),
        ("1번과 3번 자리를 서로 바꿔 주세요", "장판 빌라 빌라"),
        ("3번을 맨 위로 올려 줘", "장판 빌라 빌라"),
        ("3번을 1번 앞으로 옮겨줘", "장판 빌라 빌라"),
        ("1번을 3번 뒤로 옮겨 줘", "빌라 장판 빌라"),
        ("1번을 맨 아래로 내려줘", "빌라 장판 빌라"),
    ],
)
@pytest.mark.parametrize("before", ["/people", "진도"])
async def test_rows_change_places(three: Chat, database: Database, before: str, words: str, order: str) -> None:
    """All that is known of each goes with them; it is read back, and can be taken back and done again."""
    await three.says("2번한테 어제 보냈어요")
    was = await rows(three, database)
    await three.says(before)
    assert "이제 이 순서예요" in await three.types(words)
    assert await aliases(three, database) == order
    moved = (await record_at(database, three.address)).people()
    assert [one.alias for one in moved if one.sent_on] == ["빌라주인 최사장님"]
    await three.says("되돌려줘")
    assert await rows(three, database) == was
    await three.taps("되돌리기 취소")
    assert await aliases(three, database) == order


@ONE_DATABASE
@pytest.mark.parametrize(
    "words", ["6번은 빼줘", "9번한테 보냈어요", "7번 이름을 반장님으로 바꿔줘", "2번이랑 8번 순서 바꿔줘"]
)
@pytest.mark.parametrize("before", ["/people", "진도", "엉뚱한 말이에요 그냥"])
async def test_a_number_that_nobody_has_is_told(three: Chat, database: Database, before: str, words: str) -> None:
    """And nothing else is meant by it: no hour, and no lesson."""
    was = await rows(three, database)
    await three.says(before)
    assert "그 번호에는 아직 아무도 없어요. 지금 3명이 있어요." in await three.types(words)
    assert await rows(three, database) == was


@ONE_DATABASE
async def test_a_day_is_kept_however_it_is_told(three: Chat, database: Database) -> None:
    for words in (
        "3번 12월 20일에 보내기로 함",
        "3번 12월 20일에 만나기로 했음",
        "3번은 12월 20일에 다시 연락하기로 하심",
    ):
        await three.says("진도")
        assert "12월 20일(일)" in await three.types(words)
