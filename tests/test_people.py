"""The ten people as chats: added in any shape, moved by words, asked about where several fit, masked, promised."""

from datetime import timedelta

import pytest
from sqlalchemy import text

from bot.course.model import Course
from bot.delivery import Delivery
from bot.desk import Desk
from bot.message import LONGEST_BUBBLE, MOST_BUBBLES, Address
from bot.record.facts import Wrote
from bot.record.learner import Line
from bot.record.people import LONGEST_ENTRY, MOST_PEOPLE, Person
from bot.store import Database
from tests.conftest import MONDAY, TUESDAY_8, Chat, Clock, Post
from tests.records import happened, has_read, record_at

FOUR = """1. 미용실 원장님 - 예약 전화가 겹친대요
2. 금요일 셔츠 손님, 다림질을 물으셨어요
3. 동네 카페 사장 ㅂ: 휴무 공지
4. 동네 꽃집 손님"""
TEN = "\n".join(f"{n}. 단골 손님 {n}호 - 작년에 같은 일로 애먹었고 화요일마다 오세요" for n in range(1, 11))
TEN_NAMES = "26-ten-names"


async def ledger(chat: Chat, database: Database) -> list[Person]:
    return list((await record_at(database, chat.address)).people())


@pytest.fixture
async def four(learner: Chat) -> Chat:
    """Somebody who has listed four."""
    await learner.says("/add-person")
    assert "4명을 적었어요" in await learner.says(FOUR)
    return learner


async def test_one_by_one_by_words_and_by_a_button(learner: Chat, database: Database) -> None:
    """Named, they are added and the reason is asked for; under box 10 a button asks for the next."""
    await learner.says("10번 칸")
    assert "사람 더하기" in learner.labels
    assert "왜 이분인지" in await learner.says("미용실 원장님 추가해 줘")
    assert "이유를 적었어요" in await learner.says("예약 전화가 겹친대요")
    assert "열 사람 (1/10)" in await learner.says("10번 칸")
    await learner.taps("사람 더하기")
    assert "왜 이분인지" in await learner.says("꽃집 사장 ㄱ")
    await learner.taps("건너뛰기")
    people = [Person(1, "미용실 원장님", "예약 전화가 겹친대요"), Person(2, "꽃집 사장 ㄱ")]
    assert await ledger(learner, database) == people
    for words in ("한 명 더 추가할래요", "명단에 추가할게요", "사람 더 추가해 줘"):
        await learner.says("진도")
        assert "누구를 더할까요" in await learner.says(words)
    await learner.says("취소")
    assert "1. 미용실 원장님 · 예약 전화가 겹친대요" in await learner.says("열 사람 보여줘")


@pytest.mark.parametrize(
    "words", ["가격 추가해 줘", "퀴즈 추가해 줘", "손님이 한 명 늘었어요", "누구를 추가하면 돼요?"]
)
async def test_what_names_nobody_adds_nobody(learner: Chat, database: Database, words: str) -> None:
    """Only a wish that names somebody does."""
    await learner.says(words)
    assert await ledger(learner, database) == []


async def test_a_line_of_an_earlier_edition_becomes_rows(learner: Chat, database: Database) -> None:
    """With the first row that is added; until then it stands in its slot as it was."""
    record = await record_at(database, learner.address)
    await happened(
        database, record, Wrote(Line(10, TEN_NAMES, "총무 ㄱ, 악보가 없대요. 옛 팀장 ㅇ, 소개한대요.", MONDAY))
    )
    assert "“총무 ㄱ, 악보가 없대요." in await learner.says("10번 칸")
    assert "1명을 적었어요. 지금 3명" in await learner.says("/add-person 이웃 ㅂ - 공지")
    assert [one.alias for one in await ledger(learner, database)] == ["총무 ㄱ", "옛 팀장 ㅇ", "이웃 ㅂ"]


async def test_a_list_pasted_anywhere_is_asked_about(learner: Chat, database: Database) -> None:
    """Nobody had asked for it; kept it is only when they say so, masked already while it waits."""
    assert "‘김○○ 대표님’부터 2명이 보여요" in await learner.says("1. 김민수 대표님 - 홍보물\n2. 이웃 ㅂ - 공지")
    assert await ledger(learner, database) == []
    assert "2명을 적었어요" in await learner.says("네")
    assert [one.alias for one in await ledger(learner, database)] == ["김○○ 대표님", "이웃 ㅂ"]


PASTED = "1. 김민수 대표님 - 홍보물\n2. 이웃 ㅂ - 공지\n3. 꽃집 사장님"


@pytest.mark.parametrize(
    "aside", [("이거 누가 봐요?",), ("고마워요", "가격이 뭐예요?", "지금 몇 시예요"), ("퀴즈 줘",)]
)
@pytest.mark.parametrize("agrees", ["좋아요", "네", "적어 줘"])
async def test_a_list_waits_beside_what_else_is_said(
    learner: Chat, database: Database, aside: tuple[str, ...], agrees: str
) -> None:
    """What is said in between is answered, and the question stays."""
    await learner.says(PASTED)
    for words in aside:
        await learner.types(words)
        assert "좋아요" in learner.labels
    assert "3명을 적었어요" in await learner.types(agrees)
    assert len(await ledger(learner, database)) == 3


@pytest.mark.parametrize("asks", ["열 사람 보여줘", "계획", "10번 칸", f"/line {TEN_NAMES}"])
async def test_a_list_is_offered_again_wherever_the_ten_are(
    learner: Chat, database: Database, clock: Clock, asks: str
) -> None:
    """A lesson and a day later; agreed to it is kept, and offered no more."""
    await learner.says(PASTED)
    await learner.says("오늘")
    await learner.taps("확인 문제")
    clock.forward(days=1)
    await learner.says(asks)
    assert "3명이 보여요" in await learner.taps("명단 3명 적기")
    await learner.taps("좋아요")
    assert len(await ledger(learner, database)) == 3
    await learner.says(asks)
    assert "명단 3명 적기" not in learner.labels


@pytest.mark.parametrize("words", ["이어서", "아까 붙여 넣은 명단 적어 줘", "방금 보낸 목록 저장해 주세요"])
async def test_a_list_that_waits_is_asked_for_by_words(learner: Chat, words: str) -> None:
    """Wherever one is."""
    await learner.says(PASTED)
    await learner.says("오늘")
    assert "‘김○○ 대표님’부터 3명" in await learner.types(words)


@pytest.mark.parametrize("words", ["아니요", "아니", "[아니요]", "적지 마"])
async def test_a_list_that_is_refused_is_kept_nowhere(learner: Chat, database: Database, words: str) -> None:
    """Nor among the drafts."""
    await learner.says(PASTED)
    await (learner.taps("아니요") if words.startswith("[") else learner.types(words))
    assert "남겨 두지 않았어요" in learner.text
    record = await record_at(database, learner.address)
    assert (record.people(), record.learner.drafts) == ((), "")


async def test_another_list_takes_its_place(learner: Chat, database: Database) -> None:
    """Only the last one waits."""
    await learner.says(PASTED)
    await learner.says("고마워요")
    await learner.says("1. 옆 가게 사장님\n2. 동네 빵집 사장님")
    await learner.says("네")
    assert [one.alias for one in await ledger(learner, database)] == ["옆 가게 사장님", "동네 빵집 사장님"]


async def test_the_line_of_the_lesson_lists_them(
    learner: Chat, course: Course, clock: Clock, database: Database
) -> None:
    """Each entry is a row, ten fill the slot, and all of it is seen in box 10."""
    await learner.says(f"/line {TEN_NAMES}")
    assert "열 명이 되면" in await learner.says("동네 카페 사장 ㅂ, 휴무 공지가 번거롭대요.")
    assert "지금 적힌 1명" in await learner.says(f"/line {TEN_NAMES}")
    assert "10명을 적어 두었어요. 지금 11명" in await learner.says(TEN)
    assert "열 명이 되면" not in learner.text
    assert "11. 단골 손님 10호" in await learner.says("10번 칸")
    assert "다음은 ‘첫 메시지’예요" in learner.text
    assert len(await ledger(learner, database)) == 11
    assert "3호" in await learner.says("내글 손님 3호")
    assert "4호" not in learner.text
    await learner.says("되돌리기")
    assert len(await ledger(learner, database)) == 1


async def test_a_line_that_lists_nobody_stays_a_line(learner: Chat, database: Database) -> None:
    """And shows in its slot as any other."""
    await learner.says(f"/line {TEN_NAMES}")
    await learner.says("이번 주에 시장 골목을 돌면서 찾아봐요")
    if "적을까요" in learner.text:
        await learner.taps("적기")
    assert await ledger(learner, database) == []
    assert [line.text for line in (await record_at(database, learner.address)).lines()] == [
        "이번 주에 시장 골목을 돌면서 찾아봐요"
    ]


@pytest.mark.parametrize(
    ("words", "n", "heard", "fields"),
    [
        ("금요일 셔츠 손님한테 보냈어요", 2, "보냈다고 적었어요", {"sent_on": 23}),
        ("어제 셔츠 손님께 메시지 보냈어요", 2, "11월 22일(일)", {"sent_on": 22}),
        ("2번한테보냇어요", 2, "보냈다고 적었어요", {"sent_on": 23}),
        ("1번한테 카톡 보냄", 1, "미용실 원장님", {"sent_on": 23}),
        ("셔츠 손님한테 문자 넣어 놨어요", 2, "보냈다고 적었어요", {"sent_on": 23}),
        ("미용실 원장님께 연락드렸습니다", 1, "보냈다고 적었어요", {"sent_on": 23}),
        ("원장님 답 왔어요: 다음 주에 보재요", 1, "답을 적었어요", {"answer": "다음 주에 보재요"}),
        ("카페 사장님한테 답장 받았어요 생각해 보신대요", 3, "답을 적었어요", {"answer": "생각해 보신대요"}),
        ("꽃집 손님이 좋대요", 4, "답을 적었어요", {"answer": "좋대요"}),
        ("사장님 답장 왔는데 다음 주에 보자고 하세요", 3, "적었어요", {"answer": "다음 주에 보자고 하세요"}),
        ("어제 원장님 답 왔어요: 좋대요", 1, "11월 22일(일) “좋대요”", {"answer": "좋대요", "answered_on": 22}),
        ("카페 사장님 금요일에 답 왔어요: 생각해 본대요", 3, "11월 20일(금)", {"answered_on": 20}),
        ("11월 19일에 2번 답 왔어요: 다음 주에 보재요", 2, "11월 19일(목)", {"answered_on": 19}),
        ("꽃집 손님이 어제 거절하셨어요", 4, "거절이라고 적고", {"answer": "거절", "answered_on": 22}),
        ("카페 사장님 거절하셨어요", 3, "거절이라고 적고", {"answer": "거절", "answered_on": 23}),
        ("꽃집 손님은 관심 없대요", 4, "거절이라고 적고", {"answer": "거절"}),
        ("미용실 원장님 다음 주 화요일에 다시", 1, "12월 1일(화)에 다시 연락", {}),
        ("2번은 12월 3일에 다시 연락하기로 했어요", 2, "12월 3일(목)", {}),
    ],
)
async def test_words_move_a_row(
    four: Chat, database: Database, words: str, n: int, heard: str, fields: dict[str, object]
) -> None:
    """By nickname, by a part of it or by number; and one tap takes it back."""
    before = await ledger(four, database)
    assert heard in await four.says(words)
    after = await ledger(four, database)
    moved = after[n - 1]
    assert [one for one in after if one != moved] == [one for one in before if one.number != n]
    assert moved != before[n - 1]
    for name, value in fields.items():
        kept = getattr(moved, name)
        assert (kept.day if name.endswith("_on") else kept) == value
    assert "되돌렸어요" in await four.taps("되돌리기")
    assert await ledger(four, database) == before


SAID_BY_THEM = (  # each is something else where nobody's answer is told
    "전화해 달래요|전화 주세요|그만 보내 달래요|알림 꺼 달래요|다음 주에 오래요|내일 3시에 보재요|얼마예요?|왜요?"
    "|안녕하세요|감사합니다|네|싫대요|탈퇴할게요|되돌려줘|취소|퀴즈|오늘|쉬고 싶대요|저녁 8시로 바꿔 달래요"
    "|나중에 할게요|5만 원이면 하겠대요|다시 연락 주세요"
).split("|")
HEADS = ["2번 답: ", "2번 답장 - ", "셔츠 손님 답 왔어요: ", "셔츠 손님 대답：", "2번분 회신\n"]


@pytest.mark.parametrize("said", SAID_BY_THEM)
@pytest.mark.parametrize(
    "head", ["2번 답: ", "2번 답장 - ", "셔츠 손님 답 왔어요: ", "셔츠 손님 대답：", "2번분 회신\n"]
)
async def test_an_answer_is_theirs_whatever_it_says(four: Chat, database: Database, head: str, said: str) -> None:
    """And nothing else is changed by it."""
    before = (await record_at(database, four.address)).learner
    assert "답을 적었어요" in await four.types(f"{head}{said}")
    assert (await ledger(four, database))[1].answer == said
    after = (await record_at(database, four.address)).learner
    assert (after.rhythm, after.off, after.quiet) == (before.rhythm, before.off, before.quiet)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("2번: 전화해 달래요", "전화해 달래요"),
        ("2번이 전화해 달래요", "전화해 달래요"),
        ("2번 답 견적 좀 보내 달래요", "견적 좀 보내 달래요"),
        ("2번 -> 다음에 하자고 하세요", "다음에 하자고 하세요"),
        ('셔츠 손님 답변: "연락 주세요"', "연락 주세요"),
    ],
)
async def test_an_answer_without_its_heading(four: Chat, database: Database, words: str, said: str) -> None:
    """What somebody is said to say is their answer."""
    await four.types(words)
    assert (await ledger(four, database))[1].answer == said


@pytest.mark.parametrize(
    ("screen", "words", "answer"),
    [
        ("/people", "12번 답: 전화해 달래요", "그 번호에는 아직 아무도 없어요"),
        ("/people", "답: 전화해 달래요", "어느 분인가요"),
        ("/ask strategy-map", "2번 답: 융합", "열 사람"),
        ("/people", "정답: 융합", "답을 적었어요"),
    ],
)
async def test_whom_an_answer_is_of_has_to_be_known(
    four: Chat, database: Database, screen: str, words: str, answer: str
) -> None:
    """Nothing is written into a row that was not named; under a quiz a number is a place."""
    before = await ledger(four, database)
    await four.says(screen)
    assert (answer in await four.types(words)) == (answer in {"그 번호에는 아직 아무도 없어요", "어느 분인가요"})
    assert await ledger(four, database) == before


async def test_one_after_the_other_without_names(four: Chat, database: Database) -> None:
    """Whose row is on the screen is meant."""
    await four.says("셔츠 손님한테 보냈어요")
    await four.says("답 왔어요: 좋대요")
    await four.says("다음 주 화요일에 다시")
    row = (await ledger(four, database))[1]
    assert (row.answer, str(row.next_on)) == ("좋대요", "2026-12-01")
    assert "“좋대요” · 다음 12월 1일(화)" in four.text


async def test_where_several_may_be_meant_it_is_asked(four: Chat, database: Database) -> None:
    """With buttons; what was said, and the day, wait until it is clear who."""
    await four.says("진도")
    assert "어느 분인가요" in await four.says("어제 손님한테 보냈어요")
    assert four.labels[:2] == ["2. 금요일 셔츠 손님", "4. 동네 꽃집 손님"]
    assert not any(one.sent_on for one in await ledger(four, database))
    assert "11월 22일(일)" in await four.says("2")
    await four.says("진도")
    await four.says("손님 답 왔어요: 금요일에 보재요")
    assert "“금요일에 보재요”" in await four.taps("2. 금요일 셔츠")


@pytest.mark.parametrize(
    "words",
    [
        "엄마한테 보냈어요",
        "날씨가 좋대요",
        "엄마가 해 보래요", "이력서를 보냈어요", "아직 안 보냈어요", "보냈나요?", "미용실 원장님한테 보냈어요?",
        "손님이 많이 왔어요", "퀴즈 빼 줘", "나중에 다시", "답이 왔나요?", "셔츠 손님이 좋아요",
    ],
)  # fmt: skip
async def test_what_is_no_report_of_a_row_moves_none(four: Chat, database: Database, words: str) -> None:
    """Somebody else, a denial, a question."""
    before = await ledger(four, database)
    await four.says("진도")
    await four.says(words)
    assert await ledger(four, database) == before


async def test_at_an_open_line_it_stays_a_line(four: Chat, database: Database) -> None:
    """금요일 셔츠 손님한테 보냈어요 may be what was asked for."""
    before = await ledger(four, database)
    await four.says("/line 28-notes-and-next-promise")
    await four.says("금요일 셔츠 손님한테 보냈어요")
    record = await record_at(database, four.address)
    assert [line.text for line in record.lines()] == ["금요일 셔츠 손님한테 보냈어요"]
    assert list(record.people()) == before


async def test_a_row_opens_with_its_buttons(four: Chat, database: Database) -> None:
    """Sent, answer, next day, out; each asks for what it needs, and may be left."""
    await four.says("열 사람 보여줘")
    await four.taps("2. 금요일 셔츠")
    assert four.labels == ["보냈어요", "답 적기", "다음 날짜", "이유 적기", "가림말 고치기", "빼기", "열 사람 보기"]
    await four.taps("답 적기")
    await four.says("‘언제 되나요?’라고 물으셨어요")
    assert (await ledger(four, database))[1].answer == "‘언제 되나요?’라고 물으셨어요"
    await four.taps("다음 날짜")
    assert "못 찾았어요" in await four.says("조만간 뵙재요")
    assert "12월 8일(화)" in await four.says("12월 8일")
    await four.says("/person 2 next")
    assert four.labels == ["건너뛰기"]
    await four.taps("건너뛰기")
    await four.taps("빼기")
    assert [one.number for one in await ledger(four, database)] == [1, 3, 4]
    assert "지금은 쓰지 않는 버튼" in await four.says("/person 2")


@pytest.mark.parametrize("words", ["미용실 원장님한테 보냈나요?", "1번 답 왔어요?", "1번은 언제 연락하기로 했지?"])
async def test_a_question_about_a_row_shows_it(four: Chat, database: Database, words: str) -> None:
    """And changes nothing."""
    before = await ledger(four, database)
    await four.says("진도")
    assert (await four.says(words)).startswith("1. 미용실 원장님\n이유: 예약")
    assert await ledger(four, database) == before


async def test_the_day_of_an_answer_waits_for_its_words(four: Chat, database: Database, clock: Clock) -> None:
    """Told first, it is kept with the words that are asked for; an answer of another day says what it replaces."""
    assert "어떤 답이 왔나요" in await four.says("어제 미용실 원장님 답 왔어요")
    assert "11월 22일(일) “좋대요”" in await four.types("좋대요")
    clock.forward(days=3)
    assert "앞서 적은 답: “좋대요”" in await four.says("미용실 원장님 답 왔어요: 그만두신대요")
    row = (await ledger(four, database))[0]
    assert (row.answer, row.answered_on and row.answered_on.day) == ("그만두신대요", 26)


async def test_the_day_of_an_answer_waits_until_it_is_clear_whose(four: Chat, database: Database) -> None:
    """The button keeps the day, and the words wait."""
    await four.says("2번이랑 3번한테 보냈어요")
    assert "어느 분" in await four.says("어제 답 왔어요: 해 보재요")
    await four.taps("3.")
    row = (await ledger(four, database))[2]
    assert (row.answer, row.answered_on and row.answered_on.day) == ("해 보재요", 22)


async def test_what_was_said_and_a_day_that_is_none(four: Chat, database: Database) -> None:
    """보냈어요: … keeps the message too; next week alone names no day, so it is asked."""
    await four.says("1번한테 보냈어요: 안녕하세요, 예약 문자를 대신 보내 드려도 될까요?")
    assert (await ledger(four, database))[0].said == "안녕하세요, 예약 문자를 대신 보내 드려도 될까요?"
    assert "못 찾았어요" in await four.says("1번 다음 주에 다시 연락할게요")
    assert "12월 2일(수)" in await four.says("다음 주 수요일이요")
    await four.says("3번 답 적을래요")
    assert "“좋대요”" in await four.says("좋대요")


async def test_out_of_the_list_and_back(four: Chat, database: Database) -> None:
    """3번은 빼 줘; on the list 3번 지워 줘 means the row, elsewhere the box."""
    before = await ledger(four, database)
    assert "‘동네 카페 사장 ㅂ’을 뺐어요" in await four.says("3번은 빼 줘")
    await four.says("취소")
    assert await ledger(four, database) == before
    await four.says("열 사람 보여줘")
    assert "‘금요일 셔츠 손님’을 뺐어요" in await four.says("2번 지워 줘")
    await four.says("진도")
    await four.says("2번 지워 줘")
    assert len(await ledger(four, database)) == 3


async def test_a_number_is_that_of_the_row(learner: Chat) -> None:
    """5번 is the fifth of the ten, whatever button stands fifth; one without a button has a row as well."""
    await learner.says(f"/line {TEN_NAMES}")
    await learner.says(TEN)
    for words in ("5번", "9번", "5", "3번 고칠래", "3번 수정"):
        await learner.says("열 사람 보여줘")
        assert (await learner.types(words)).startswith(f"{words[0]}. "), words
        assert "이유 적기" in learner.labels
    await learner.says("열 사람 보여줘")
    assert "그 번호에는 아직 아무도 없어요" in await learner.says("12번 빼 줘")


async def test_a_number_is_that_of_the_box(learner: Chat) -> None:
    """Where the boxes of the plan are listed; a box lists its lines before its workshops."""
    await learner.says("/line 07-one-customer")
    await learner.types("아래층 미용실 원장님. 예약 전화를 세 번 놓치셨대요.")
    await learner.says("/line 08-problem-as-fact")
    await learner.types("예약 전화를 하루 세 번 놓치세요. 들은 것.")
    await learner.says("계획")
    assert (await learner.types("4번")).startswith("4. 그 사람의 문제")
    assert learner.labels[0] == "문제 한 문장 고치기"
    assert "본 것" in await learner.types("1번")
    await learner.says("계획")
    assert (await learner.types("8번")).startswith("8. 가설과 그만둘 기준")


@pytest.mark.parametrize(
    ("words", "row"),
    [
        ("윤하늘 후배도 보냈어요", 1),
        ("이과장님한테 보냈어요", 2),
        ("과장님 거절하심", 2),
        ("이과장님한테 답이 왔는데 자긴 필요없대", 2),
    ],
)
async def test_a_row_is_meant_by_what_a_name_became(learner: Chat, database: Database, words: str, row: int) -> None:
    """By the surname and the title, or by why they are among the ten."""
    await learner.says("/add-person")
    await learner.says("윤하늘 - 간호대 후배 병동\n이정훈 과장 - 세무법인\n옆집 아저씨")
    before = await ledger(learner, database)
    await learner.says("진도")
    await learner.says(words)
    after = await ledger(learner, database)
    assert [one.number for one, other in zip(after, before, strict=True) if one != other] == [row]


async def test_names_and_numbers_never_reach_the_database(learner: Chat, database: Database) -> None:
    """Not in the rows, the lines, the screens, nor what takes them back; and it says so."""
    await learner.says("/add-person")
    said = "김민수 010-1234-5678 - 3월에 물어봄\n박지영 님, hong@naver.com\n이웃 ㅂ - 테헤란로 12"
    assert "이름, 전화번호, 메일 주소, 주소는 가려서" in await learner.says(said)
    await learner.says("김민수한테 보냈어요")
    assert "김○○" in learner.text
    await learner.says("답 왔어요: 박서준 씨랑 02-123-4567로 통화하래요")
    assert "전화번호는 가려서" in learner.text
    await learner.says("/line 28-notes-and-next-promise")
    await learner.says("최영희 씨 / 6일 / 010 9876 5432로 전화")
    assert "전화번호는 가려서" in learner.text
    await learner.says("/line 28-notes-and-next-promise")
    await learner.says("이수진 님께 보냈고 답을 기다려요")
    assert "이름은 가려서" in learner.text
    async with database._engine.connect() as connection:  # noqa: SLF001 - to look inside is the point
        kept = [
            str((await connection.execute(text(f"SELECT * FROM {table}"))).all())
            for table in ("people", "lines", "learners")
        ]
    for secret in ("민수", "지영", "서준", "영희", "수진", "1234", "9876", "4567", "hong", "테헤란"):
        assert not any(secret in table for table in kept), secret


async def test_emptied_and_erased_with_the_slot(four: Chat, database: Database) -> None:
    """Emptied can be taken back, erased cannot; leaving takes all of it."""
    before = await ledger(four, database)
    await four.says("열 사람 비워 줘")
    assert await ledger(four, database) == []
    await four.taps("되돌리기")
    assert await ledger(four, database) == before
    await four.says(f"/line {TEN_NAMES}")
    await four.taps("기록까지 지우기")
    await four.taps("모두 지우기")
    assert await ledger(four, database) == []
    assert "되돌릴 것이 없어요" in await four.says("되돌리기")


async def test_leaving_takes_them_along_and_joining_keeps_them(four: Chat, database: Database) -> None:
    """연결 brings the second phone to them; 탈퇴 leaves no row."""
    code = next(word for word in (await four.says("연결")).split() if "-" in word)
    other = Chat(four.desk, four.clock, Address("kakao", "k"))
    await other.says(f"연결 {code}")
    assert "1. 미용실 원장님" in await other.says("열 사람 보여줘")
    assert "1. 미용실 원장님" in await other.says("내데이터")
    await four.says("/forget")
    await four.says("/forget yes")
    async with database._engine.connect() as connection:  # noqa: SLF001 - the same
        assert (await connection.execute(text("SELECT count(*) FROM people"))).scalar() == 0


async def test_everybody_is_shown_in_full(learner: Chat, database: Database) -> None:
    """However long the rows are: in three bubbles at a time, the rest by a button."""
    for n in range(15):
        await learner.says("/add-person")
        await learner.says(f"손님 {chr(0x3131 + n)} - {'긴 이유 ' * 38}{n}")
        await learner.says(f"/person {n + 1} answer {'긴 답 ' * 48}{n}")
    people = await ledger(learner, database)
    assert len(people) == 15
    shown = await learner.says("열 사람 보여줘")
    while rest := next((label for label in learner.labels if "부터 보기" in label), ""):
        assert len(learner.message.bubbles) <= MOST_BUBBLES
        assert max(map(len, learner.message.bubbles)) <= LONGEST_BUBBLE
        shown += await learner.taps(rest)
    assert all(person.why in shown and person.answer in shown for person in people)
    assert "…" not in shown
    await learner.says("10번 칸")
    assert "…" not in learner.text
    assert any("부터 보기" in label for label in learner.labels)


async def test_too_much_is_refused_kindly(learner: Chat, database: Database) -> None:
    """MOST_PEOPLE rows, LONGEST_ENTRY characters; nothing of it is kept then."""
    await learner.says("/add-person")
    assert "조금 줄여 주세요" in await learner.says(f"손님 ㄱ - {'가' * (LONGEST_ENTRY + 1)}")
    assert f"{MOST_PEOPLE}명까지" in await learner.says("\n".join(f"손님 {n}호" for n in range(MOST_PEOPLE + 1)))
    assert await ledger(learner, database) == []
    assert "1명을 적었어요" in await learner.says("손님 ㄱ - <b>굵게</b> =SUM(A1) 🙂")


async def test_that_days_reminder_opens_with_the_promise(
    four: Chat, course: Course, clock: Clock, database: Database, delivery: Delivery, post: Post
) -> None:
    """Instead of its usual opening, and never beside it; other days are as ever, and done it is not said."""
    clock.now = TUESDAY_8 - timedelta(hours=20)
    await four.says("미용실 원장님 내일 다시 연락하기로 했어요")
    assert "이 약속으로 시작해요" in four.text
    clock.now = TUESDAY_8
    await delivery.deliver()
    await delivery.deliver()
    [(_, first)] = post.letters
    assert first.bubbles[0].startswith("오늘 ‘미용실 원장님’께 다시 연락하기로 했지요.")
    assert "레슨 1/30" in first.bubbles[0]
    assert any(button.label.startswith("1. 미용실") for button in first.buttons)
    await four.says("미용실 원장님께 보냈어요")
    assert (await ledger(four, database))[0].next_on is None
    clock.now = TUESDAY_8 + timedelta(days=1)
    await delivery.deliver()
    assert len(post.letters) == 2
    assert "약속" not in post.letters[1][1].bubbles[0]
    assert "원장님" not in post.letters[1][1].bubbles[0]
    await four.says("꽃집 손님 토요일에 다시 연락하기로 했어요")
    assert "달력에도" in four.text  # no reminder on a Saturday


async def test_ten_rows_fill_the_slot(learner: Chat, course: Course, clock: Clock, database: Database) -> None:
    """Nine do not."""
    parts = course.parts[: [part.name for part in course.parts].index(TEN_NAMES) + 1]
    await has_read(database, learner.address, parts, clock.now)
    await learner.says("/add-person")
    await learner.says("\n".join(TEN.splitlines()[:9]))
    assert "다음은 ‘열 사람’이에요" in await learner.says("10번 칸")
    await learner.says("/add-person 꽃집 사장 ㄱ")
    assert "다음은 ‘첫 메시지’예요" in await learner.says("10번 칸")


async def test_who_is_added_next_is_no_reason(learner: Chat, database: Database) -> None:
    """Nor is a report of a row: the question why somebody is one of them does not swallow what the README promises."""
    await learner.says("미용실 원장님 추가해 줘")
    await learner.says("옆집 카페 사장님, 단골 손님 A, 피부과 실장님 추가해 줘")
    assert [one.alias for one in (await record_at(database, learner.address)).people()] == [
        "미용실 원장님", "옆집 카페 사장님", "단골 손님 A", "피부과 실장님",
    ]  # fmt: skip
    await learner.says("헬스장 관장님 추가해 줘")
    assert "보냈다고 적었어요" in await learner.says("3번한테 보냈어요")
    rows = (await record_at(database, learner.address)).people()
    assert rows[2].sent_on
    assert not any(one.why for one in rows)


async def test_two_who_are_masked_alike_are_two(learner: Chat, database: Database) -> None:
    """김철수 and 김영수: each is a row, and the reason goes to the one it is told of."""
    await learner.says("김철수 추가해 줘")
    await learner.says("피부가 약해요")
    await learner.says("김영수 추가해 줘")
    await learner.says("예약을 자주 놓치신대요")
    rows = (await record_at(database, learner.address)).people()
    assert [(one.alias, one.why) for one in rows] == [("김○○", "피부가 약해요"), ("김○○", "예약을 자주 놓치신대요")]


async def test_a_promise_is_told_after_a_missed_evening_too(
    four: Chat, clock: Clock, delivery: Delivery, post: Post
) -> None:
    """The day is theirs: what is brought after a silence waits for another one."""
    clock.now = TUESDAY_8
    await four.says("미용실 원장님 목요일에 다시 연락하기로 했어요")
    for day in (1, 2):
        clock.now = TUESDAY_8 + timedelta(days=day)
        await delivery.deliver()
    assert [message.bubbles[0].startswith("오늘 ‘미용실 원장님’께") for _, message in post.letters] == [False, True]


async def test_where_nobody_calls_first_today_tells_the_promise(desk: Desk, clock: Clock) -> None:
    """In KakaoTalk, on that day and until the day is done."""
    me = Chat(desk, clock, Address("kakao", "7"))
    for words in ("시작", "강사", "건너뛰기", "건너뛰기", "/add-person", FOUR, "미용실 원장님 내일 다시 연락할게요"):
        await me.says(words)
    assert "연락하기로 했지요" not in await me.says("오늘")
    clock.forward(days=1)
    assert (await me.says("오늘")).startswith("오늘 ‘미용실 원장님’께 다시 연락하기로 했지요.")
    assert any(label.startswith("1. 미용실") for label in me.labels)


async def test_a_day_in_what_was_said_is_no_day_of_sending(learner: Chat, database: Database) -> None:
    """금요일 is what the message was about; 어제 before it is when it was sent. Both are kept apart."""
    await learner.says("/add-person 꽃집 사장님 - 물일")
    await learner.says("꽃집 사장님한테 보냈어요: 금요일 셔츠 이야기")
    (row,) = await ledger(learner, database)
    assert (f"{row.sent_on}", row.said) == ("2026-11-23", "금요일 셔츠 이야기")
    await learner.says("꽃집 사장님한테 어제 보냈어요: 15분만 들려주세요")
    (row,) = await ledger(learner, database)
    assert (f"{row.sent_on}", row.said) == ("2026-11-22", "15분만 들려주세요")
    assert "“15분만 들려주세요”" in await learner.says("열 사람")


async def test_words_wait_until_it_is_clear_who_is_meant(learner: Chat, database: Database) -> None:
    """What was said to one of several is not lost by the question to whom."""
    await learner.says("/add-person 꽃집 사장님 - 물일\n빵집 사장님 - 설거지")
    await learner.says("보냈어요: 15분만 들려주세요")
    await learner.taps("2. 빵집")
    assert [row.said for row in await ledger(learner, database)] == ["", "15분만 들려주세요"]


async def test_a_row_as_long_as_may_be_is_shown(learner: Chat) -> None:
    """All of its fields full: what a bubble cannot hold goes on in the next one."""
    await learner.says("/add-person 꽃집 사장님 - " + "가" * 195)
    for verb in ("answer", "sent"):
        await learner.says(f"/person 1 {verb} " + "나" * 195)
    await learner.says("/person 1 next 12월 1일")
    text = await learner.says("/person 1")
    assert text.count("나") == 2 * 195
    assert text.count("가") >= 195


@pytest.mark.parametrize(
    ("words", "rows"),
    [
        ("현우 아빠랑 서연이네 추가해 줘", ["○○ 아빠", "○○이네"]),
        ("영희 언니도 추가해 줘", ["○○ 언니"]),
        ("대학 동창 추가해 줘", ["대학 동창"]),
        ("새로 온 요양보호사 친구도 추가해 줘", ["새로 온 요양보호사 친구"]),
        ("떡집 사장님도 넣어 줘", ["떡집 사장님"]),
    ],
)
async def test_kin_and_friends_are_people_too(learner: Chat, database: Database, words: str, rows: list[str]) -> None:
    """Whom one starts with; given names are masked without a surname as well."""
    await learner.types(words)
    assert [person.alias for person in await ledger(learner, database)] == rows


@pytest.mark.parametrize("words", ["열 사람 다 지워 줘", "명단 싹 비워 줘", "열 사람 지워 줘"])
async def test_all_are_taken_out_at_once(four: Chat, database: Database, words: str) -> None:
    """Never only the last one, and the list comes back."""
    await four.types("열 사람")
    assert "비웠어요" in await four.types(words)
    assert await ledger(four, database) == []
    await four.types("되돌려 줘")
    assert len(await ledger(four, database)) == 4


@pytest.mark.parametrize("words", ["1번 내일 다시", "1번 내일 통화", "미용실 원장님 내일 다시"])
async def test_a_day_needs_no_particle(four: Chat, words: str) -> None:
    assert "11월 24일(화)에 다시" in await four.types(words)


@pytest.mark.parametrize("said", ["다음 주에 보자고 하셨어요", "다음 주에 만나재요"])
async def test_what_they_propose_is_an_answer(four: Chat, database: Database, said: str) -> None:
    await four.types(f"미용실 원장님이 {said}")
    assert (await ledger(four, database))[0].answer == said


async def test_a_masked_number_is_no_reason(learner: Chat, database: Database) -> None:
    """On paper it would stand where it is told why them."""
    await learner.types("열 사람")
    await learner.types("1. 교회 권사님 010-2222-3333\n2. 세탁소 사장님 - 다림질")
    assert [(one.alias, one.why) for one in await ledger(learner, database)] == [
        ("교회 권사님", ""),
        ("세탁소 사장님", "다림질"),
    ]


@pytest.mark.parametrize(
    "words", ["1번이랑 2번한테 보냈어요", "1번, 2번한테 보냈어요", "1번하고 2번에게 카톡 보냈어요"]
)
async def test_several_are_told_of_at_once(four: Chat, database: Database, words: str) -> None:
    """And taken back at once."""
    assert "2명의 줄에" in await four.types(words)
    assert [bool(one.sent_on) for one in await ledger(four, database)] == [True, True, False, False]
    await four.types("되돌려 줘")
    assert not any(one.sent_on for one in await ledger(four, database))


async def test_several_have_one_day(four: Chat, database: Database) -> None:
    await four.types("1번하고 3번 다음 주 화요일에 다시")
    assert [bool(one.next_on) for one in await ledger(four, database)] == [True, False, True, False]


@pytest.mark.parametrize(
    "words", ["3번 읽씹", "3번 답 없음", "동네 카페 사장 ㅂ 무소식이에요", "3번은 읽고 답이 없어요"]
)
async def test_a_silence_is_no_answer(four: Chat, database: Database, words: str) -> None:
    """The row stays as it is; when to ask once more is theirs to say."""
    await four.says("3번한테 보냈어요")
    before = await ledger(four, database)
    assert "아직 답이 없군요" in await four.says(words)
    assert await ledger(four, database) == before
    assert "다음 날짜" in four.labels


async def test_a_reason_is_told_behind_its_row(four: Chat, database: Database) -> None:
    """2번 이유는 …: in one sentence, with a colon, and asked for where there is none."""
    await four.says("2번 이유는 어르신을 많이 아셔요")
    await four.says("진도")
    await four.says("3번 이유: 휴무가 잦대요")
    assert [one.why for one in (await ledger(four, database))[1:3]] == ["어르신을 많이 아셔요", "휴무가 잦대요"]
    await four.says("4번 이유 고칠래")
    assert "왜 이분인지" in four.text


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("누구한테 아직 안 보냈지", "미용실"),
        ("안 보낸 사람 누구야", "미용실"),
        ("이제 누구한테 보내야 해?", "미용실"),
        ("명단에서 안 보낸 사람만 보여줘", "미용실"),
        ("보낸 사람 보여줘", "셔츠"),
        ("답 안 온 사람 있어?", "셔츠"),
        ("아직 아무도 답이 없네", "셔츠"),
        ("누가 답했더라", "카페"),
        ("답 온 분 보여 주세요", "카페"),
        ("이번 주에 다시 연락할 사람 누구야", "꽃집"),
        ("누구 만나기로 했더라", "꽃집"),
    ],
)
async def test_who_is_asked_after(four: Chat, words: str, shown: str) -> None:
    """Some of the ten: not written to, silent, answered, promised; all the others are left out."""
    await four.says("2번이랑 3번한테 보냈어요")
    await four.says("3번 답 왔어요: 좋대요")
    await four.says("4번 금요일에 다시 연락하기로 했어요")
    await four.says("진도")
    told = await four.says(words)
    assert shown in told
    assert "열 사람 보기" in four.labels
    others = {"미용실", "셔츠", "카페", "꽃집"} - {shown}
    if shown in {"셔츠", "카페", "꽃집"} and "보낸" not in words:
        assert not [one for one in others if one in told]


async def test_who_is_asked_after_where_nobody_is(learner: Chat) -> None:
    """Without a ledger the words mean something else."""
    await learner.says("누구한테 아직 안 보냈지")
    assert "말을 걸지" not in learner.text


async def test_the_next_talk_is_told_where_it_is_asked_for(four: Chat, database: Database) -> None:
    """A bare day, or a day and what is promised, right after an answer; nothing of the reminders changes."""
    await four.says("1번 보냈어요")
    await four.says("답 왔어요: 좋대요")
    await four.says("금요일에 견본 두 장 들고 가기로 했어요")
    first = (await ledger(four, database))[0]
    assert (str(first.next_on), first.next_step) == ("2026-11-27", "견본 두 장 들고 가기")
    await four.says("2번 보냈어요")
    await four.says("20일")
    assert str((await ledger(four, database))[1].next_on) == "2026-12-20"


@pytest.mark.parametrize(
    "words",
    [
        "3번은 안 보낼래요",
        "20일에 3번 만났어요",
        "12월 20일에 보내 줘",
        "원장님이 이유를 물어봤어요",
        "1번 이유를 몰라요",
    ],
)
async def test_what_is_no_report_moves_no_row(four: Chat, database: Database, words: str) -> None:
    """What one wants oneself is no answer of theirs, and what has been is no promise."""
    before = await ledger(four, database)
    await four.says("진도")
    await four.says(words)
    assert await ledger(four, database) == before


async def test_a_title_belongs_to_the_alias(learner: Chat, database: Database) -> None:
    """A masked name keeps its title, a number before it goes, and a letter belongs to whom it tells apart."""
    await learner.says("/add-person")
    await learner.says(
        "박영희 원장님\n010-2384-7719 김순자 할머니, 투석 다니심\n손님 ㄱ 무릎 수술 예정\n"
        "김민정 010-2222-3333 - 유치원 동기"
    )
    assert [(one.alias, one.why) for one in await ledger(learner, database)] == [
        ("박○○ 원장님", ""),
        ("김○○ 할머니", "투석 다니심"),
        ("손님 ㄱ", "무릎 수술 예정"),
        ("김○○", "유치원 동기"),
    ]


async def test_one_more_is_pasted_where_the_ten_are_shown(four: Chat, database: Database) -> None:
    """Asked about first, as a list is."""
    await four.says("열 사람 보여줘")
    assert "1명이 보여요" in await four.says("경로당 총무님 - 어르신 스무 분 아심")
    await four.taps("좋아요")
    assert (await ledger(four, database))[4] == Person(5, "경로당 총무님", "어르신 스무 분 아심")


async def test_long_rows_move_together(learner: Chat, database: Database) -> None:
    """Told of several at once and taken back, however much stands in them."""
    for n in range(1, 7):
        await learner.says("/add-person")
        await learner.says(f"단골 {n}호 - {'가나다라 ' * 39}")
    for n in range(1, 7):
        await learner.says(f"/person {n} answer {'마바사아 ' * 39}")
    assert "6명의 줄에 함께" in await learner.says("1번이랑 2번 3번 4번 5번 6번한테 보냈어요")
    assert all(one.sent_on for one in await ledger(learner, database))
    await learner.says(f"/person 1 answer {'자차카타 ' * 39}")
    assert "되돌렸어요" in await learner.says("되돌리기")


async def test_a_report_is_nobody_to_add(four: Chat, database: Database) -> None:
    """Told where people are asked for, it moves its row."""
    await four.says("2번한테 보냈어요")
    await four.says("사람 더하기")
    await four.says("답 왔어요: 좋대요")
    assert [one.answer for one in await ledger(four, database)] == ["", "좋대요", "", ""]
