"""What strict readers found misheard, by its kind, as chats: what is kept, what is asked, and what stays as it was."""

import pytest

from bot.korean.answers import same
from bot.korean.when import other_half
from bot.store import Database
from bot.understanding.safety import Care
from tests.conftest import Chat
from tests.language import LANGUAGE
from tests.records import record_at
from tests.test_first_minutes import finish_lesson

one_database = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)  # no SQL of its own
WORD, CHOICE, LINE = "/ask word-expertise", "/ask strategy-map", "/line 01-three-strategies"
RIGHT = """
    결과물ㅋㅋ 이건 알지|결과물ㅎㅎ 쉽네요|결과물 이거 맞죠|결과물 그거요|결과물 이게 맞지요|제 기억으론 결과물
    제가 알기로는 결과물이에요
    결과물…였던 것 같은디|결과물일걸요|결과물인걸요|맞다 결과물!! 아까 왜 생각이 안 났지
    결과물 그거요 그 왜 지난주에 나온 거
    결과물이라고 쓰면 맞나요|답은 결과물이고요|결과물 쪽이 끌리네|결과물에 한 표 던집니다|한참 풀었다 답은 결과물
    결과물로 하겠슴다
"""
WRONG = """
    결과물일 리 없고|결과물 이거 아니죠|결과물 그거 말고|결과물 아닌 거ㅋㅋ 이건 알지|결과물은 아닌 쪽이 끌리네
    결과물이 왜 답이에요|결과물만 빼고
    결과물이라고 쓰면 안 되죠|제 기억으론 결과물 말고|결과물에 표 안 던집니다
"""
JOBS = {
    "아니 잘못 썼네 미용사요": "미용사",
    "앗 오타 났어요 강사예요": "강사",
    "간호사 아니고 간호조무사라니까": "간호조무사",
    "밤 11시까지 하는 치킨집": "치킨집",
    "새벽 5시에 여는 빵집이요": "빵집",
    "카페요 아 근데 지난달에 접고 지금은 쿠팡 나가요": "쿠팡 나가",
    "의사가 되고 싶었는데 지금은 공시 3년차": "공시 3년차",
    "학원을 했었는데 지금은 과외 선생님이요": "과외 선생님",
    "딱히 직업이라 할 건 없고 그냥 텃밭 가꾸는 할매요": "텃밭 가꾸는 할매",
    "요리산데 괜찮나": "요리사",
    "전 간호산데 저도 할 수 있나요": "간호사",
    "개발잔데 도움 되나요": "개발자",
    "학생인데 괜찮나요": "학생",
    "넘어가죠": "",
    "이건 건너뛸게요": "",
}
MOMENTS = {
    "점심 먹고 회사 옥상": "점심 먹고 회사 옥상에서",
    "점심때 편의점 앞 벤치요": "점심때 편의점 앞 벤치에서",
    "주방에서 국 끓이면서 보께예": "주방에서 국 끓이면서",
    "가게 문 열기 전에 카운터에서 커피 한 잔 하면서": "가게 문 열기 전에 카운터에서 커피 한 잔 하면서",
    "언제냐면 음 애가 낮잠 들면 거실 소파": "애가 낮잠 들면 거실 소파에서",
    "지하철… 아 요샌 차 끌고 다니지 그럼 주차장에서": "주차장에서",
    "지하철은 안 타구요 버스 기다릴 때요": "버스 기다릴 때",
    "커피는 안 마시고 차 마실 때요": "차 마실 때",
    "버스 말고 지하철에서요": "지하철에서",
    "아침은 아니고 점심 먹고 나서요": "점심 먹고 나서",
    "손님이 안 오고 조용할 때": "손님이 안 오고 조용할 때",
    "잠 못 자고 일어나면": "잠 못 자고 일어나면",
    "둘째 아이 재우고 나서요": "둘째 아이 재우고 나서",
    "세번째걸로요": "점심을 먹고 나면",
    "두 번째가 좋겠어요": "지하철에 앉으면",
    "첫번째꺼 고를게요": "커피를 내리면",
    "4번으로 부탁해요": "씻고 나면",
    "약속 같은 거 안 하는 주의라": "",
    "됐어요 이런건 안 정할래요": "",
    "그런 건 안 적을래요": "",
    "약속은 안 만들래요": "",
}
DENIED = {
    "아무 때나 괜찮은데 오전은 말고요": "오전",
    "7시는 죽어도 못 일어나요": "7시",
    "저녁은 애들 때문에 정신없어요": "오후 7시",
    "아침은 피곤해서 못 해요": "오전",
    "밤은 졸려요": "오후 9시",
    "8시는 절대 못 봐요": "8시",
    "오전은 빼고요": "오전",
    "저녁은 도저히 곤란해요": "오후 7시",
    "밤에는 절대 안돼요 애 깨요": "오후 9시",
    "아침은 정신없어요 애들 등교시키느라": "오전",
    "저녁 7시엔 수영장이라 폰을 못 봐요": "오후 7시",
    "아침 8시엔 지옥철이라 화면을 못봐요": "오전",
}
HELD = {
    "8시면 좋은데 아침은 아니에요": "daily 20:00",
    "8시는 빨라요 저녁 9시로요": "daily 21:00",
    "7시는 못 일어나요 저녁 8시로 할게요": "daily 20:00",
    "저녁 7시… 아니다 그때 밥하지 8시": "daily 20:00",
    "밤10시바": "daily 22:30",
    "저녁 8시바요": "daily 20:30",
    "아니 저녁 말고 아침 7시": "daily 07:00",
    "점심은 말고 저녁 8시요": "daily 20:00",
    "밤 10시면 괜찮을 듯해요": "daily 22:00",
    "저녁 8시가 좋을 듯": "daily 20:00",
    "두번째꺼로 할게요": "weekdays 12:30",
    "세 번째 걸로 부탁드려요": "weekdays 19:00",
    "맨 마지막 걸로요": "",
    "토일에도 오는 건가요 그럼": "",
    "주말엔 안 오는 거죠": "",
    "칼퇴하면 6시 40분이라 그 뒤로 암때나": "",
    "6시에 끝나니까 그 뒤로 언제든지요": "",
    "저녁 9시요 그리고 이거 얼마예요?": "daily 21:00",
}
STAYS = """
    알림 8시로 바꾸고 아니다 그냥 두세요|저녁 9시로 해 아니다 됐어요|주말도 보내 주세요 아 아니에요 그대로 둬요
    나 오늘 상 받았다|얼어 죽겠다 오늘 영하래요
    과제하다가 죽는 줄ㅋㅋㅋ|그만둘까 말까 고민 중이에요|탈퇴하면 다시 가입할 수 있나요?|이 페이스면 언제 졸업해요
    내일 면접인데 떨려서 잠이 안 와요 응원 좀
"""
LEFT = """
    저녁 8시로 바꾸지 않을게요|저녁 8시로 안 바꿀게요|시간은 바꾸고 싶지 않아요|시간 바꿀 생각 없어요|바꿀 필요는 없어요
    탈퇴하지 않을래요|탈퇴 안 할래요|탈퇴하진 않을래여|탈퇴할 마음은 없어요|그만두지 않을게요|그만두기 싫어요
    알림 끄지 않을래요|알림 안 끌래요|알림은 끄고 싶지 않아요|주 3회로 안 줄일래요|늦추지 않았으면 해요
    알림 안 줄여도 돼요|가격은 고치지 않을래요|설계서 수정 안 할래요|지우지 않을게요|안 지울래요
    쉬지 않을래요|오늘은 쉬고 싶지 않아요|안 쉬려고요|쉬겠다는 거 아닌데요|아직 탈퇴는 안 하려구요|탈퇴 안 한다니까요
    저녁으로 옮기지는 말아주세요|아침으로 옮기지 마세요|내 기록 지우면 안 돼요!!|제 글 지우시면 안돼요|지우지마 내꺼
    글쎄 잘 모르겠는데 내 기록은 지우면 안 돼요
    기록 없애버리면 안 됩니다|알림 끄라는 거 아니었어요|시간 바꾸라는 말은 아니에요|끄진 말구요|고치지 말아봐요 일단
"""
LEFT_THERE = """
    건너뛰지는 않을게요 생각 좀 하고요|넘어가지 마세요 아직 생각중이에요|지우지는 말아 주세요|기록은 지우면 안 돼요
    건너뛰지 않을래요|건너뛰고 싶지 않아요|안 넘길래요|탈퇴 안 할래요|알림은 끄지 않을래요|쉬지 않을래요
"""
REST = {
    "모레부터 나흘간 제주도 가요 그동안 쉴래요": ("2026-11-25", "2026-11-29"),
    "내일부터 사흘 출장 가는데 그동안 좀 쉬고 싶어요": ("2026-11-24", "2026-11-27"),
    "11월 끝나면 다시 시작할게요": ("2026-11-23", "2026-12-01"),
    "크리스마스엔 안 보내셔도 됩니다": ("2026-12-25", "2026-12-26"),
}
NO_DANGER = """
    옆집에서 먼저 날을 잡자고 하면|먼저 날짜를 잡고 손님께 알려요|상담 날을 먼저 잡아요
    어머니가 먼저 날을 잡자고 하세요|내 기록 전부 삭제하고 그만둘래요
    다 지우고 그만둘래요|계정이랑 기록 전부 없애고 그만하고 싶어요|쓴 거 몽땅 지우고 그만둘게요
    여기 남은 제 흔적 전부 없애 주세요|이 앱에 남은 내 흔적 지워줘
    어려워서 머리 터져 죽음|골 아파 죽음 진짜|속 터져서 죽음|죽지 못해 다니는 영업사원입니다 하하
    오늘 떡볶이 먹고 죽어도 여한이 없다ㅋㅋ
"""
DANGER = """
    날짜 잡았어요 먼저 갈게요|날짜 정했어 여기까지|제 흔적 지워 주세요|머리 터질 것 같아 죽고 싶어
    약 먹고 죽어도 여한이 없어|죽지 못해 살아요
    이제 아무한테도 짐이 되기 싫고, 통장도 다 정리했어요|민폐만 되기 싫고 통장도 정리했어요
    그 사람 없으니 나도 곧 따라갈 거라 의미 없어요
"""


def listed(table: str) -> list[str]:
    return [words.strip() for line in table.strip().splitlines() for words in line.split("|")]


@pytest.mark.parametrize("said", listed(RIGHT))
def test_what_stands_around_an_answer(said: str) -> None:
    """A word after it, a remark in the next sentence, where it is remembered from."""
    assert same(said, "결과물", ["산출물"])


@pytest.mark.parametrize("said", listed(WRONG))
def test_what_denies_it_is_no_answer(said: str) -> None:
    """The same words around a denial."""
    assert not same(said, "결과물", ["산출물"])


@pytest.mark.parametrize("said", listed(NO_DANGER))
def test_no_helpline(said: str) -> None:
    """Days that are arranged, an account that is erased, and figures of speech."""
    assert LANGUAGE.safety.care_for(said) is None


@pytest.mark.parametrize("said", listed(DANGER))
def test_a_helpline(said: str) -> None:
    """What is close to them in words, and is not."""
    assert LANGUAGE.safety.care_for(said) is Care.DANGER


@pytest.mark.parametrize(
    ("said", "hour"),
    [
        ("8시면 좋은데 아침은 아니에요", "오후 8시"),
        ("9시요 근데 저녁은 말고", "오전 9시"),
        ("7시 반 좋아요 새벽은 싫어요", "오후 7시 반"),
        ("저녁은 아니에요", ""),
        ("7시나 8시요 아침은 아니에요", ""),
    ],
)
def test_the_half_that_is_not_denied(said: str, hour: str) -> None:
    """One hour, and a half of the day that it is not in."""
    assert other_half(said) == hour


@one_database
@pytest.mark.parametrize(("said", "job"), JOBS.items())
async def test_a_job_is_told(chat: Chat, database: Database, said: str, job: str) -> None:
    """Behind a correction, a former one, an hour, or before a doubt; and the next question comes."""
    await chat.says("시작")
    await chat.says(said)
    assert (await record_at(database, chat.address)).learner.job == job
    assert chat.expects == "/hour"


@one_database
@pytest.mark.parametrize(("said", "moment"), MOMENTS.items())
async def test_a_moment_is_told(chat: Chat, database: Database, said: str, moment: str) -> None:
    """Whole, without what only leads to it; who wants none has none, and goes on."""
    for words in ("시작", "/trade teacher", "/hour weekdays 08:00"):
        await chat.says(words)
    await chat.says(said)
    assert (await record_at(database, chat.address)).learner.intention == moment
    assert "첫 레슨을 열어 볼까요" in chat.text


@one_database
@pytest.mark.parametrize(("said", "denied"), DENIED.items())
async def test_an_hour_that_is_denied_is_not_offered(chat: Chat, database: Database, said: str, denied: str) -> None:
    """Nothing is set, and the question stays with the other hours."""
    for words in ("시작", "/trade teacher"):
        await chat.says(words)
    await chat.says(said)
    assert (await record_at(database, chat.address)).learner.rhythm == ""
    assert chat.expects == "/hour"
    assert [
        label for label in chat.labels if label.endswith(denied) or (f" {denied}" in label and denied == "오전")
    ] == []


@one_database
@pytest.mark.parametrize(("said", "rhythm"), HELD.items())
async def test_the_hour_that_is_meant(chat: Chat, database: Database, said: str, rhythm: str) -> None:
    """Beside one that is not, and beside a question."""
    for words in ("시작", "/trade teacher"):
        await chat.says(words)
    await chat.says(said)
    assert (await record_at(database, chat.address)).learner.rhythm == rhythm


@one_database
@pytest.mark.parametrize("said", ["시간 정하기 싫어요", "알림은 됐고요 제가 생각날 때 들어올게요"])
async def test_no_hour_is_wanted(chat: Chat, database: Database, said: str) -> None:
    """None is set, and the next question comes."""
    for words in ("시작", "/trade teacher"):
        await chat.says(words)
    await chat.says(said)
    learner = (await record_at(database, chat.address)).learner
    assert (learner.rhythm, learner.intention, chat.expects) == ("", "", "/intend")


@one_database
@pytest.mark.parametrize("said", ["소상공인은 아닌데요", "저는 직장인이 아니에요", "강사 아님", "마케터는 아닙니다"])
async def test_a_job_that_is_denied_is_none(chat: Chat, database: Database, said: str) -> None:
    """The question is asked again, and nothing is kept or offered back."""
    await chat.says("시작")
    await chat.says(said)
    trade = (await record_at(database, chat.address)).learner.trade
    assert (trade, chat.expects, "네" in chat.labels) == ("", "/trade", False)
    assert not [label for label in chat.labels if label[:2] in said]
    assert chat.text.startswith("그건 뺐어요.")


@one_database
@pytest.mark.parametrize("said", ["커피는 안 마셔요", "커피 못 마셔요", "지하철은 안 타요", "점심 안 먹어요"])
async def test_a_moment_that_is_denied_is_none(chat: Chat, database: Database, said: str) -> None:
    """Nor is it kept as a promise."""
    await chat.has_said("시작", "/trade teacher", "/hour weekdays 08:00")
    await chat.says(said)
    intention = (await record_at(database, chat.address)).learner.intention
    assert (intention, chat.expects, "네" in chat.labels) == ("", "/intend", False)
    assert not [label for label in chat.labels if label[:2] in said]
    assert "처럼" not in chat.text


@one_database
@pytest.mark.parametrize("said", listed(STAYS))
async def test_nothing_is_changed(learner: Chat, database: Database, said: str) -> None:
    """What is taken back at once, told, or only asked; no line is lost by it either."""
    await finish_lesson(learner)
    before = await record_at(database, learner.address)
    await learner.says(said)
    after = await record_at(database, learner.address)
    assert (after.learner.rhythm, after.learner.off, after.written) == (before.learner.rhythm, False, before.written)
    assert "바뀐 것은 없어요" not in learner.text


@one_database
@pytest.mark.parametrize("said", listed(LEFT))
async def test_what_is_not_to_be_done_is_left(learner: Chat, database: Database, said: str) -> None:
    """However it is said; nothing is offered either."""
    await finish_lesson(learner)
    before = await record_at(database, learner.address)
    assert "그대로" in await learner.says(said)
    after = await record_at(database, learner.address)
    settings = [(one.learner.rhythm, one.learner.off, one.learner.paused_from, one.written) for one in (before, after)]
    assert settings[0] == settings[1]
    assert learner.labels == [learner.labels[0]]  # the way on


@one_database
@pytest.mark.parametrize("said", listed(LEFT_THERE))
@pytest.mark.parametrize("ask", [CHOICE, WORD, LINE])
async def test_it_answers_no_question(learner: Chat, database: Database, ask: str, said: str) -> None:
    """Nothing is skipped, graded or filed, and the question stays open."""
    await learner.says(ask)
    asked = learner.expects
    assert "그대로" in await learner.says(said)
    record = await record_at(database, learner.address)
    assert (record.written, dict(record.histories), learner.expects) == ([], {}, asked)


@one_database
@pytest.mark.parametrize(
    "said", ["알림은 받지 않을래요", "주말에는 안 받을래요", "8시로 바꾸고 요일은 바꾸지 않을래요"]
)
async def test_what_is_not_to_come_is_a_wish(learner: Chat, said: str) -> None:
    """Who wants none, or begins with what is to be changed, does not hear that all stays."""
    await finish_lesson(learner)
    assert "네, 그대로 둘게요" not in await learner.says(said)


@one_database
@pytest.mark.parametrize(("said", "days"), REST.items())
async def test_days_told_before_the_wish(learner: Chat, database: Database, said: str, days: tuple[str, str]) -> None:
    """A rest in those days."""
    await finish_lesson(learner)
    await learner.says(said)
    rested = (await record_at(database, learner.address)).learner
    assert (str(rested.paused_from), str(rested.paused_until)) == days


@one_database
@pytest.mark.parametrize("said", ["융합… 아 이거 아니다", "융합 아 아니다", "융합, 아 취소"])
async def test_an_answer_that_is_unsaid(learner: Chat, database: Database, said: str) -> None:
    """It is asked again; nothing is graded, and no answer of before is taken back."""
    await learner.says(CHOICE)
    await learner.says("개인화")
    await learner.says(CHOICE)
    before = (await record_at(database, learner.address)).histories
    await learner.types(said)
    assert learner.expects.startswith("/answer strategy-map")
    assert (await record_at(database, learner.address)).histories == before


@one_database
@pytest.mark.parametrize(
    ("ask", "said", "answer"),
    [
        (CHOICE, "아까 문제 손이 미끄러져서 딴 거 눌렀어요", "바꾼 것이 없어요"),  # no answer of before was given
        (WORD, "손가락이 미끄러져서 딴 걸 눌렀어요", "되돌릴까요"),
        (LINE, "취소요 방금 그거 오타 났어요", "되돌릴까요"),
    ],
)
async def test_a_slip_that_is_told_is_heard(
    learner: Chat, database: Database, ask: str, said: str, answer: str
) -> None:
    """The question stays open, and nothing is graded or filed."""
    await learner.says(ask)
    assert answer in await learner.types(said)
    record = await record_at(database, learner.address)
    assert (record.written, dict(record.histories)) == ([], {})


@one_database
@pytest.mark.parametrize(
    "said", ["귀여워 죽어 이모티콘ㅋㅋ", "배고파 디지겠다", "시간 좀 주세요", "ㅈㅅ", "생각할 시간이 더 필요해요"]
)
async def test_chat_is_not_graded(learner: Chat, database: Database, said: str) -> None:
    """Under a typed question; 시간 is no 시간대."""
    await learner.says(WORD)
    await learner.types(said)
    assert learner.expects.startswith("/answer")
    assert not (await record_at(database, learner.address)).histories


@one_database
@pytest.mark.parametrize(
    ("said", "line"),
    [
        ("이거 그대로 적어 주세요: 쉬는 날엔 답 안 해요", "쉬는 날엔 답 안 해요"),
        ("7만 원 아니 9만 원", "9만 원"),
        ("알림장 대신 써 주는 유치원 서비스", "알림장 대신 써 주는 유치원 서비스"),
        ("손님마다 물어보는 게 달라요 알림은 저녁 8시로 바꿔 주세요", "손님마다 물어보는 게 달라요"),
        ("알림 저녁 8시로 해 주세요. 제 한 줄은 단골 예약 관리예요", "단골 예약 관리예요"),
        ("블로그 글 대신 써 주기 아 근데 이거 적으면 나중에 고칠 수 있어요?", "블로그 글 대신 써 주기"),
    ],
)
async def test_what_is_filed(learner: Chat, database: Database, said: str, line: str) -> None:
    """The line alone, without what is said of it or beside it."""
    await learner.says(LINE)
    await learner.types(said)
    assert [one.text for one in (await record_at(database, learner.address)).written] == [line]


@one_database
async def test_a_wish_beside_a_line_is_done_too(learner: Chat, database: Database) -> None:
    """Neither is lost."""
    await learner.says(LINE)
    await learner.types("손님마다 물어보는 게 달라요 알림은 저녁 8시로 바꿔 주세요")
    assert (await record_at(database, learner.address)).learner.rhythm == "weekdays 20:00"


@one_database
@pytest.mark.parametrize("said", ["패쓰", "싫은데요?", "방금 왜 자꾸 물어봐", "설계서가 뭐예요"])
async def test_what_is_no_line(learner: Chat, database: Database, said: str) -> None:
    """Nothing is filed."""
    await learner.says(LINE)
    await learner.types(said)
    assert (await record_at(database, learner.address)).written == []


@one_database
@pytest.mark.parametrize(
    "said",
    [
        "안녕하세요 처음인데 얼마예요? 하루에 몇분 걸려요",
        "하이 이거 돈 내요? 하루에 몇 분 해야 해요?",
        "하루에 몇 분 걸려요? 그리고 이거 무료예요?",
    ],
)
async def test_two_questions_of_a_stranger(chat: Chat, said: str) -> None:
    """Both are answered before the greeting, whatever courtesy stands before them."""
    text = await chat.says(said)
    assert "돈은 들지 않아요" in text
    assert "하루 5분 안쪽이에요" in text


@one_database
@pytest.mark.parametrize("ask", [WORD, CHOICE, LINE, "오늘"])
async def test_two_questions_anywhere(learner: Chat, ask: str) -> None:
    """The same under every question; what a day takes is no matter of today."""
    await learner.says(ask)
    text = await learner.types("이거 얼마예요? 하루에 몇 분 걸려요?")
    assert "돈은 들지 않아요" in text
    assert "하루 5분 안쪽이에요" in text


@one_database
@pytest.mark.parametrize("said", ["시간 저녁 9시로 바꾸고 약속은 담에요", "저녁 9시로 바꿔 주고 이름은 나중에요"])
async def test_a_wish_and_what_is_put_off(learner: Chat, database: Database, said: str) -> None:
    """The wish is done."""
    await finish_lesson(learner)
    await learner.says(said)
    assert (await record_at(database, learner.address)).learner.rhythm == "weekdays 21:00"


@one_database
@pytest.mark.parametrize("said", ["월수는 오전 9시 금은 오후 3시 가능한가요", "평일은 밤 10시, 주말은 아침 10시"])
async def test_an_hour_for_some_days_each(learner: Chat, database: Database, said: str) -> None:
    """It is told that there is one hour; none is set."""
    await finish_lesson(learner)
    assert "요일마다 다른 시간" in await learner.says(said)
    assert (await record_at(database, learner.address)).learner.rhythm == "weekdays 08:00"
