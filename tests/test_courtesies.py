"""A greeting, thanks or a moment's thought before an answer, as chats: it is peeled, and the rest is heard."""

import pytest

from bot.store import Database
from tests.conftest import Chat
from tests.records import record_at

LINE = "01-three-strategies"
MESSAGE = "27-first-message"


async def lines(learner: Chat, database: Database) -> list[str]:
    return [line.text for line in (await record_at(database, learner.address)).written]


@pytest.mark.parametrize(
    ("said", "filed"),
    [
        ("안녕하세요 저는 개인화에 제일 가까워요", "저는 개인화에 제일 가까워요"),
        ("안녕하세요! 오늘도 왔어요. 손님 발볼에 맞춘 구두요", "손님 발볼에 맞춘 구두요"),
        ("넵 감사합니다. 아이마다 다른 책을 골라 줘요", "아이마다 다른 책을 골라 줘요"),
        ("고맙습니다~ 저는 융합이요", "저는 융합이요"),
        ("ㅎㅇ 저는 융합 쪽", "저는 융합 쪽"),
        ("굿모닝입니다 자동화로 정할게요", "자동화로 정할게요"),
        ("좋은 아침이에요. 집집마다 다른 열쇠를 깎아요", "집집마다 다른 열쇠를 깎아요"),
        ("죄송해요 좀 늦었네요 저는 개인화예요", "저는 개인화예요"),
        ("수고 많으십니다 저는 동네 어르신 스마트폰 수업이요", "저는 동네 어르신 스마트폰 수업이요"),
        ("반갑습니다, 혼자 사는 분들 반찬을 만들어요", "혼자 사는 분들 반찬을 만들어요"),
        ("잘 봤습니다. 화분마다 물 주는 날을 적어 드려요", "화분마다 물 주는 날을 적어 드려요"),
        ("음... 글쎄요 융합인 것 같아요", "융합인 것 같아요"),
        ("아 네네 저는 개인화요", "저는 개인화요"),
        ("아하 그렇군요 저는 1인 자동화요", "저는 1인 자동화요"),
        # what only sounds like a courtesy is a part of the line
        ("네 가지 향을 섞어 초를 만들어요", "네 가지 향을 섞어 초를 만들어요"),
        ("네 시에 가게를 열고 열 시에 닫아요", "네 시에 가게를 열고 열 시에 닫아요"),
    ],
)
async def test_before_a_line(learner: Chat, database: Database, said: str, filed: str) -> None:
    await learner.says(f"/line {LINE}")
    await learner.types(said)
    assert await lines(learner, database) == [filed]


@pytest.mark.parametrize(
    "said",
    [
        "안녕하세요",
        "네 감사해요",
        "안녕하세요 선생님",
        "안녕하세요 처음 뵙겠습니다 잘 부탁드려요",
        "안녕하세요 네",
        "감사합니다 나중에 쓸게요",
        "안녕하세요 뭐라고 적어야 돼요?",
        "고마워요 오늘 레슨 보여 주세요",
        "음 글쎄요",
    ],
)
async def test_nothing_is_filed_of_what_is_no_line(learner: Chat, database: Database, said: str) -> None:
    await learner.says(f"/line {LINE}")
    await learner.types(said)
    assert await lines(learner, database) == []
    assert "적을까요" not in learner.text


@pytest.mark.parametrize(
    "said",
    [
        "감사합니다 쪽지를 상자에 넣어요",
        "고마워 하는 손님이 늘었어요",
        "좋은 저녁을 파는 식당이에요",
        "손님이 안녕하세요 하면 이름으로 인사해요",
        "감사 엽서를 손으로 써서 넣어요",
    ],
)
async def test_a_line_about_greetings_is_a_line(learner: Chat, database: Database, said: str) -> None:
    """Filed at once, or asked about whole."""
    await learner.says(f"/line {LINE}")
    await learner.types(said)
    if "적을까요" in learner.text:
        assert said in learner.text
        await learner.taps("적기")
    assert await lines(learner, database) == [said]


@pytest.mark.parametrize(
    "said",
    [
        "안녕하세요 박 과장님, 지난번 번역은 잘 쓰고 계신가요?",
        "안녕하세요. 저는 골목에서 자전거를 고치는 사람이에요",
        "감사합니다 덕분에 새 수업을 열어요",
    ],
)
async def test_a_message_to_somebody_else_keeps_its_greeting(learner: Chat, database: Database, said: str) -> None:
    await learner.says(f"/line {MESSAGE}")
    await learner.types(said)
    assert await lines(learner, database) == [said]


@pytest.mark.parametrize(
    ("quiz", "said", "right"),
    [
        ("word-expertise", "안녕하세요 전문성이요", True),
        ("word-expertise", "네 감사해요 전문성 아닌가요", True),
        ("word-expertise", "좋은 아침이에요 전문성", True),
        ("word-expertise", "죄송해요 늦었네요 전문성입니다", True),
        ("word-expertise", "오늘도 왔어요! 전문성", True),
        ("word-expertise", "안녕하세요 자동화요", False),
        ("strategy-map", "하이 융합이요", True),
        ("strategy-map", "감사합니다 개인화 같아요", False),
        ("map-not-order", "반갑습니다 틀렸어요", True),
        ("map-not-order", "안녕하세요 맞아요", False),
    ],
)
async def test_before_an_answer(learner: Chat, database: Database, quiz: str, said: str, *, right: bool) -> None:
    await learner.says(f"/ask {quiz}")
    await learner.types(said)
    history = (await record_at(database, learner.address)).histories[quiz]
    assert (history.times, history.rights) == (1, int(right))


@pytest.mark.parametrize("quiz", ["word-expertise", "strategy-map", "map-not-order"])
@pytest.mark.parametrize(
    "said", ["안녕하세요", "네 감사합니다", "안녕하세요 선생님", "죄송해요 늦었네요", "오늘도 왔어요"]
)
async def test_a_courtesy_alone_is_no_answer(learner: Chat, database: Database, quiz: str, said: str) -> None:
    await learner.says(f"/ask {quiz}")
    expects = learner.expects
    await learner.types(said)
    assert learner.expects == expects
    assert (await record_at(database, learner.address)).histories == {}


@pytest.mark.parametrize("said", ["개인화로 할게요", "자동화 할래요", "저는 융합으로 갈래요"])
async def test_a_way_that_a_line_asks_for_opens_no_workshop(learner: Chat, database: Database, said: str) -> None:
    await learner.says(f"/line {LINE}")
    await learner.types(said)
    assert await lines(learner, database) == [said]
