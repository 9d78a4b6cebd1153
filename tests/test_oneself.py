"""What people say of themselves, their job and their name: kept in their own words, said back, changed any time."""

import pytest

from bot.course.model import Course
from bot.korean.calling import name_of
from bot.korean.cues import cue_of, cue_said, is_act, opens_lesson, weekdays_named
from bot.korean.oneself import is_person, job_of
from bot.store import Database
from tests.conftest import Chat
from tests.records import record_at

one_database = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)  # no SQL of its own

JOBS = """
    마케터예요 = 마케터 = marketer
    마케터입니다 = 마케터 = marketer
    회사원이에요 = 회사원 = office
    그냥 회사 다녀요 = 회사 다녀요 = office
    디자이너 = 디자이너 = designer
    헤어디자이너예요 = 헤어디자이너 = shop
    저는 간호사예요! = 간호사 = care
    직업은 물리치료사입니다 = 물리치료사 = care
    병원에서 행정 일 해요 = 병원에서 행정 일 해요 = care
    자영업 = 자영업 = shop
    소상공인이에요 = 소상공인 = shop
    저는 빵집 사장이에요 = 빵집 사장 = shop
    빵집 사장님 = 빵집 사장님 = shop
    카페에서 일해요 = 카페에서 일해요 = shop
    카페 운영 = 카페 운영 = shop
    개발자 출신 카페 사장 = 개발자 출신 카페 사장 = shop
    개발자 = 개발자 = office
    개발쟈 = 개발자 = office
    프리렌서 = 프리랜서 = designer
    부산에서 간호샤 = 부산에서 간호사 = care
    개발사 = 개발사 = other
    공무원이요 = 공무원 = office
    공무원 준비 중이에요 = 공무원 준비 중 = seeker
    학생이에요 = 학생 = seeker
    요리 배우는 학생 = 요리 배우는 학생 = seeker
    애 키우는 엄마예요 = 애 키우는 엄마 = seeker
    음.. 그냥 주부 = 주부 = seeker
    취업 준비 중 = 취업 준비 중 = seeker
    마케팅 회사 다녀요 = 마케팅 회사 다녀요 = office
    프리랜서로 일해요 = 프리랜서 = designer
    영어 과외 해요 = 영어 과외 해요 = teacher
    의사소통 강사 = 의사소통 강사 = teacher
    농사 지어요 = 농사 지어요 = shop
    도슨트예요 = 도슨트 = other
"""


def table(rows: str) -> list[tuple[str, ...]]:
    """One row a line, its cells apart by " = "."""
    return [tuple(cell.strip() for cell in row.split(" = ")) for row in rows.strip().splitlines()]


@one_database
@pytest.mark.parametrize(("words", "job", "trade"), table(JOBS))
async def test_a_job_in_ones_own_words(
    chat: Chat, course: Course, database: Database, words: str, job: str, trade: str
) -> None:
    """Whatever is typed is kept as it was said; the examples are the nearest."""
    await chat.says("시작")
    told = await chat.says(words)
    learner = (await record_at(database, chat.address)).learner
    assert (learner.job, learner.trade) == (job, trade)
    trades = course.about.trades
    assert trades.get(trade, trades["office"]) in told
    assert ("꼭 맞는 예시는 아직 없어서" in told) == (trade == "other")
    assert chat.expects == "/hour"


SAID_BACK = """
    빵집 사장님 = 빵집 사장님이시군요 = 소상공인
    개발자 = 개발자시군요 = 직장인
    유튜버예요 = 유튜버시군요 = 프리랜서 디자이너
    취업 준비 중 = 취업 준비 중이시군요 = 구직·경력 전환
    백엔드 개발자요 = 백엔드 개발자시군요 = 직장인
    저는요 미용사요 = 미용사시군요 = 소상공인
    직장인ㅋㅋ = 직장인이시군요 = 직장인
    선생님 = 선생님이시군요 = 강사
    초등교사 = 초등교사시군요 = 강사
    영업직 = 영업직이시군요 = 직장인
    경찰 = 경찰이시군요 = 직장인
    소방관이요 = 소방관이시군요 = 직장인
    비서 = 비서시군요 = 직장인
    마케팅팀 대리 = 마케팅팀 대리시군요 = 직장인
    마케팅 담당자예요 = 마케팅 담당자시군요 = 마케터
    웹디자인하는 사람 = 웹디자인하는 분이시군요 = 프리랜서 디자이너
    간호사 12년차 = 간호사 12년차시군요 = 의료·돌봄
    물리치료사 3년차예요 = 물리치료사 3년차시군요 = 의료·돌봄
    5년차 개발자 = 5년차 개발자시군요 = 직장인
    7급 공무원 = 7급 공무원이시군요 = 직장인
    3교대 간호사예요 = 3교대 간호사시군요 = 의료·돌봄
    대학교 3학년이에요 = 대학교 3학년이시군요 = 구직·경력 전환
    공시생입니다 = 공시생이시군요 = 구직·경력 전환
    대학생 = 대학생이시군요 = 구직·경력 전환
    전업주부 = 전업주부시군요 = 구직·경력 전환
    애 둘 엄마 = 애 둘 엄마시군요 = 구직·경력 전환
    작은 공방 운영중임 = 작은 공방 운영중이시군요 = 소상공인
    휴직 = 휴직 중이시군요 = 구직·경력 전환
    육아휴직 중입니다 = 육아휴직 중이시군요 = 구직·경력 전환
    취준 = 취준 중이시군요 = 구직·경력 전환
    경력단절이에요 = 경력단절 중이시군요 = 구직·경력 전환
    꽃집 해요 = 꽃집 하시는군요 = 소상공인
    그냥 회사 다녀요 = 회사 다니시는군요 = 직장인
    병원에서 행정 일 해요 = 병원에서 행정 일 하시는군요 = 의료·돌봄
    도서관에서 일해요 = 도서관에서 일하시는군요 = 직장인
    카페에서 일해요 = 카페에서 일하시는군요 = 소상공인
    영어 과외 해요 = 영어 과외 하시는군요 = 강사
    애들 가르쳐요 = 애들 가르치시는군요 = 강사
    영어 가르칩니다 = 영어 가르치시는군요 = 강사
    보험 팔아요 = 보험 파시는군요 = 직장인
    꽃 팔아요 = 꽃 파시는군요 = 소상공인
    택배 합니다 = 택배 하시는군요 = 소상공인
    버스 몰아요 = 버스 운전하시는군요 = 소상공인
    택시 운전해요 = 택시 운전하시는군요 = 소상공인
    배달 뛰어요 = 배달 뛰시는군요 = 소상공인
    투잡 뛰어요 = 투잡 뛰시는군요 = 직장인
    투잡 = 투잡 하시는군요 = 직장인
    회사 다니면서 투잡해요 = 회사 다니면서 투잡하시는군요 = 직장인
    농사 지어요 = 농사 지으시는군요 = 소상공인
    농사짓습니다 = 농사지으시는군요 = 소상공인
    소 키워요 = 소 키우시는군요 = 소상공인
    빵 구워요 = 빵 구우시는군요 = 소상공인
    셔츠를 다려요 = 셔츠를 다리시는군요 = 소상공인
    다림질해요 = 다림질하시는군요 = 소상공인
    네일숍 해요 = 네일숍 하시는군요 = 소상공인
    커피 내려요 = 커피 내리시는군요 = 소상공인
    옷 만들어요 = 옷 만드시는군요 = 소상공인
    앱 만들어요 = 앱 만드시는군요 = 직장인
    글 써요 = 글 쓰시는군요 = 프리랜서 디자이너
    그림 그려요 = 그림 그리시는군요 = 프리랜서 디자이너
    사진 찍어요 = 사진 찍으시는군요 = 프리랜서 디자이너
    애 봐요 = 애 보시는군요 = 구직·경력 전환
    애기 키우고 있어요 = 애기 키우고 계시는군요 = 구직·경력 전환
    어르신들 돌봐요 = 어르신들 돌보시는군요 = 의료·돌봄
    작은 식당 하나 하고 있습니다 = 작은 식당 하나 하고 계시는군요 = 소상공인
    취업 준비하고 있어요 = 취업 준비하고 계시는군요 = 구직·경력 전환
    편의점 알바해요 = 편의점 알바하시는군요 = 구직·경력 전환
    알바 = 알바하시는군요 = 구직·경력 전환
    장사 = 장사하시는군요 = 소상공인
    온라인 쇼핑몰 운영 = 온라인 쇼핑몰 운영하시는군요 = 소상공인
    청소일 = 청소일 하시는군요 = 소상공인
    개발해요 = 개발하시는군요 = 직장인
    은퇴 = 은퇴하셨군요 = 구직·경력 전환
    은퇴했어요 = 은퇴하셨군요 = 구직·경력 전환
    네일샵 차렸어요 = 네일샵 차리셨군요 = 소상공인
    보험설계사 20년 했어요 = 보험설계사 20년 하셨군요 = 직장인
    병원 = 병원에서 일하시는군요 = 의료·돌봄
    회계팀 = 회계팀에서 일하시는군요 = 직장인
    IT 회사 = IT 회사에서 일하시는군요 = 직장인
    물류센터요 = 물류센터에서 일하시는군요 = 직장인
    개발 = 개발 일을 하시는군요 = 직장인
    번역 = 번역 일을 하시는군요 = 프리랜서 디자이너
    it쪽 = IT 쪽 일을 하시는군요 = 직장인
    백수 = 지금은 쉬고 계시는군요 = 구직·경력 전환
    놀아요 = 지금은 쉬고 계시는군요 = 구직·경력 전환
    집에서 쉬어요 = 지금은 쉬고 계시는군요 = 구직·경력 전환
    일 안 해요 = 지금은 쉬고 계시는군요 = 구직·경력 전환
    그만뒀어요 = 지금은 쉬고 계시는군요 = 구직·경력 전환
    nurse = ‘nurse’, 그렇게 적어 둘게요 = 의료·돌봄
    I'm a developer = ‘developer’, 그렇게 적어 둘게요 = 직장인
    도슨트예요 = ‘도슨트’, 그렇게 적어 둘게요 = 직장인
"""


@one_database
@pytest.mark.parametrize(("words", "back", "trade"), table(SAID_BACK))
async def test_it_is_said_back_as_one_would(chat: Chat, words: str, back: str, trade: str) -> None:
    """…이시군요 to what somebody is, …시는군요 to what they do, …에서 일하시는군요 of a place; with examples close
    to it. Who has no work now is not named after that.
    """
    await chat.says("시작")
    assert (await chat.says(words)).startswith(f"{back}.\n")
    assert f"{trade} 쪽으로" in chat.text
    assert chat.expects == "/hour"


@one_database
@pytest.mark.parametrize("words", ["하는일", "하는 일 바꿀래", "직업 바꿔 주세요", "저 이직했어요", "직업 변경"])
async def test_it_can_be_changed_any_time(learner: Chat, database: Database, words: str) -> None:
    """Whoever wants to change what they do is asked, and may take it back."""
    assert "‘강사’로 알고 있어요" in await learner.says(words)
    assert "수의사시군요" in await learner.says("수의사예요")
    assert "하는 일: 강사" in await learner.says("되돌려 줘")
    assert (await record_at(database, learner.address)).learner.trade == "teacher"


@one_database
@pytest.mark.parametrize(
    "line",
    [
        "하는 일: 곰팡이 벽 한 면 도배. 안 하는 일: 누수 공사. 끝: 사흘",
        "하는 일은 산책 한 시간, 안 하는 일은 목욕",
        "하는일: 자막 10분",
        "하는 일: 초벌 번역\n하지 않는 일: 감수\n끝나는 때: 금요일 저녁",
    ],
)
async def test_what_an_offer_does_is_no_job_of_mine(learner: Chat, database: Database, line: str) -> None:
    """Labelled as the question asks for it, it is the line."""
    await learner.says("/line 17-smallest-offer")
    await learner.types(line)
    after = await record_at(database, learner.address)
    assert [one.text for one in after.written] == [line]
    assert after.learner.job == ""


@one_database
@pytest.mark.parametrize(
    ("before", "words"),
    [
        (("진도",), "저는 마케터예요"),
        (("진도",), "제 직업은 마케터예요"),
        (("/ask strategy-map",), "저 이제 마케터예요"),
        (("/line 01-three-strategies",), "저 이제 마케터예요"),
        (("/line 01-three-strategies",), "마케터로 이직했어요"),
    ],
)
async def test_telling_a_new_job_leaves_what_is_open(
    learner: Chat, database: Database, before: tuple[str, ...], words: str
) -> None:
    """The examples change, the open question does not, and nothing is filed."""
    for said in before:
        await learner.says(said)
    expects = learner.expects
    assert "마케터시군요" in await learner.says(words)
    assert "되돌리기" in learner.labels
    after = await record_at(database, learner.address)
    assert (after.learner.trade, learner.expects, [*after.written]) == ("marketer", expects, [])


@one_database
@pytest.mark.parametrize(
    ("before", "words"),
    [
        ("진도", "저는 바보예요"),
        ("진도", "저는 마케터예요?"),
        ("진도", "제 친구는 마케터예요"),
        ("/line 01-three-strategies", "저는 마케터예요"),
        ("/line 01-three-strategies", "개인화예요. 저는 강사라 학생마다 물음이 달라요."),
    ],
)
async def test_what_tells_no_job_changes_none(learner: Chat, database: Database, before: str, words: str) -> None:
    """A question, somebody else, a word that is no job; and a line is a line."""
    await learner.says(before)
    await learner.says(words)
    assert (await record_at(database, learner.address)).learner.trade == "teacher"


@one_database
async def test_a_job_that_is_a_story_is_asked_to_be_short(chat: Chat) -> None:
    """Sixty letters are kept; what is longer is asked for in brief, and the question stays open."""
    await chat.says("시작")
    story = (
        "서울 마포구 골목 안쪽에서 작은 빵집을 팔 년째 하고 있고 요즘은 온라인 판매도 함께 준비하면서"
        " 아이 둘을 키우고 있는 사장이에요. 남편은 회사에 다녀요"
    )
    assert "60자" in await chat.says(story)
    assert "빵집 사장이시군요" in await chat.says("빵집 사장이에요")


def test_a_place_is_no_person() -> None:
    """회사 and 병원 end like persons do."""
    assert [word for word in "회사 병원 학원 공장 미술관 백수 식당".split() if is_person(word)] == []
    assert job_of("!!!") == ""


NAMES = """
    저를 민지라고 불러 주세요 = 민지
    민지라고 불러줘 = 민지
    제이라고 불러줘 = 제이
    루이라고 불러 주세요 = 루이
    앞으로 민지 님이라고 불러 주세요 = 민지
    민지로 불러주세요~ = 민지
    그냥 김 사장이라고 불러요 = 김 사장
    제 이름은 박민수예요 = 박민수
    호칭을 대표님으로 바꿔 주세요 = 대표
    이름 Minji로 바꿔줘 = Minji
    닉네임을 콩이로 해 줘 = 콩이
    저를 뭐라고 불러요 =
    손님이 저를 사장님이라고 불러서 좋아요 =
    제 이름은 010-1234-5678이에요 =
    이름이 아주아주아주아주아주긴사람이라고 불러 줘 =
"""


@pytest.mark.parametrize(
    ("words", "name"), [tuple(part.strip() for part in row.split("=")) for row in NAMES.strip().splitlines()]
)
def test_what_somebody_wants_to_be_called(words: str, name: str) -> None:
    """Told in many ways; a question, a story and a number are no names."""
    assert name_of(words) == name


@one_database
@pytest.mark.parametrize("before", ["진도", "/ask strategy-map", "/line 01-three-strategies", "알림"])
async def test_a_name_is_kept_said_back_and_used_sparingly(learner: Chat, database: Database, before: str) -> None:
    """In any state; what is open stays open, and a greeting is said by it."""
    await learner.says(before)
    expects = learner.expects
    assert "이제 ‘민지 님’이라고 부를게요." in await learner.says("저를 민지라고 불러 주세요")
    assert learner.expects == expects
    assert "호칭: 민지" in await learner.says("내데이터")
    assert (await learner.says("시작")).startswith("민지 님, 다시 만나 반가워요.")
    assert "민지 님" not in await learner.says("오늘")
    assert (await record_at(database, learner.address)).written == []


@one_database
async def test_a_name_is_asked_for_changed_left_out_and_taken_back(learner: Chat) -> None:
    """호칭 asks; nobody has to answer; 되돌리기 gives the former back."""
    assert "뭐라고 불러 드릴까요?" in await learner.says("호칭")
    assert "12자까지" in await learner.says("아주아주아주아주아주긴이름")
    assert "‘민지 님’" in await learner.says("민지요")
    assert "지금은 ‘민지 님’이라고 불러요" in await learner.says("호칭 바꿔 줘")
    assert "‘콩 님’" in await learner.says("콩")
    assert "호칭: 민지" in await learner.says("되돌려 줘")
    await learner.says("호칭")
    assert "따로 부르지 않을게요" in await learner.taps("부르지 않기")


NO_NAMES = """
    별로예요|별로|굳이요|안 불러도 괜찮아요|이름 없어도 돼요|그냥 아무거나요|아무렇게나 불러요|글쎄|상관없어요
    |맘대로 하세요|편하신 대로 불러 주세요|됐습니다|괜찮습니다|필요 없어요|안 정할래요|다음에 할게요|모르겠어요
    |그대로 둬요|없어요|음|아니요|노노|생각 좀 해 볼게요|뭐든 괜찮아요|익명으로 할래요
    |부르지 마세요|그런 거 없어요|부담스러워요|건너뛸래요
    |이름은 좀 그래요|호칭은 됐어요|정하기 싫어요
"""
NAMES = """
    민주 = 민주
    하루 = 하루
    노을이요 = 노을
    안나 = 안나
    우리 = 우리
    Jay = Jay
    새벽이에요 = 새벽
    음 그냥 지우요 = 지우
    아니 지우로요 = 지우
    저는 지우예요 = 지우
    내 이름은 지우야 = 지우
    지우로 해 주세요 = 지우
    지우라고 해요 = 지우
    김 대표 = 김 대표
    별이 = 별이
    돼지엄마 = 돼지엄마
"""


@one_database
@pytest.mark.parametrize("words", [word.strip() for word in NO_NAMES.split("|")])
@pytest.mark.parametrize("had", ["", "민지"])
async def test_who_wants_no_name_is_given_none(learner: Chat, database: Database, words: str, had: str) -> None:
    """What is said instead of a name is none, and a name they have is only left out where that is said."""
    if had:
        await learner.says(f"/call {had}")
    await learner.says("호칭")
    told = await learner.says(words)
    assert ("따로 부르지 않을게요" in told) or (had and "그대로 둘게요" in told), told
    assert (await record_at(database, learner.address)).learner.called in {"", had}
    assert (await record_at(database, learner.address)).learner.rhythm == "weekdays 08:00"


@one_database
async def test_a_name_is_only_taken_away_where_that_is_wished(learner: Chat, database: Database) -> None:
    """글쎄요 leaves it as it is; 안 불러도 돼요 takes it away, and can be taken back."""
    await learner.says("/call 민지")
    for words, name in (("글쎄요", "민지"), ("됐어요", "민지"), ("안 불러도 돼요", "")):
        await learner.says("호칭")
        await learner.says(words)
        assert (await record_at(database, learner.address)).learner.called == name
    await learner.taps("되돌리기")
    assert (await record_at(database, learner.address)).learner.called == "민지"


@one_database
@pytest.mark.parametrize(
    ("words", "name"), [tuple(part.strip() for part in row.split("=")) for row in NAMES.strip().splitlines()]
)
async def test_a_name_is_heard_in_whatever_it_is_said_with(
    learner: Chat, database: Database, words: str, name: str
) -> None:
    """Where it is asked for: also one that is another word elsewhere."""
    await learner.says("호칭")
    await learner.says(words)
    assert (await record_at(database, learner.address)).learner.called == name, learner.text


CUES = """
    커피를 내리면 = 커피를 내리면
    출근길 지하철에 앉으면, 레슨을 열어요. = 출근길 지하철에 앉으면
    아이를 재우고 나면 레슨 하나를 열게요 = 아이를 재우고 나면
    저녁 먹고 나서 바로 열어요 = 저녁 먹고 나서
    퇴근하면 씻고 레슨을 연다 = 퇴근하면
    자기 전에 침대에서 레슨 열기 = 자기 전에
    점심 먹은 뒤에 = 점심 먹은 뒤에
    지하철 탈 때마다 = 지하철 탈 때마다
    매일 아침 8시에 열게요 = 매일 아침 8시에
    점심시간에 = 점심시간에
    수요일 저녁마다 카페에서 = 수요일 저녁마다 카페에서
    손님마다 설명이 달라요 =
    손님에게 물어보겠습니다 =
    지하철에서 읽기 = 지하철에서
    꾸준히 하겠습니다 =
    화이팅 =
"""


@pytest.mark.parametrize(
    ("promise", "cue"), [tuple(part.strip() for part in row.split("=")) for row in CUES.strip().splitlines()]
)
def test_when_somebody_means_to_learn(promise: str, cue: str) -> None:
    """The clause that tells when, and nothing after it; a promise without one has no cue."""
    assert cue_of(promise) == cue


@pytest.mark.parametrize(
    ("promise", "opens"),
    [
        ("", True),
        ("커피를 내리면", True),
        ("커피를 내리면 바로 연다", True),
        ("지하철에 앉으면, 하나씩 풀어 볼래요", True),
        ("가게 문을 닫고 의자에 앉으면, 한 줄부터 적어요.", True),
        ("가게 셔터를 내리면, 버스 정류장에서 3분만 읽어요.", True),
        ("퇴근길 지하철에서 자리를 잡으면, 알림부터 눌러 볼래요.", True),
        ("수요일에 가게 문을 닫으면, 공방 주인께 전화해서 15분을 들어요.", False),
        ("목요일 저녁 수업이 끝나면, 과제 안내를 틀로 쓰고 걸린 시간을 적어요.", False),
        ("점심을 먹으면, 총무님께 전화해요", False),
        ("바빠서 그 주를 놓치면, 다음 월요일 점심에 이어서 해요.", False),
    ],
)
def test_a_promise_of_another_act_opens_no_lesson(promise: str, *, opens: bool) -> None:
    """‘가게 문을 닫으면’ 열기로 했지요 would be untrue of who promised a call."""
    assert opens_lesson(promise) is opens


@pytest.mark.parametrize(
    ("promise", "act"),
    [
        ("토요일 아침을 먹고 나면 레슨을 열게요", False),
        ("퇴근길 지하철에 앉으면, 레슨 하나를 볼래요", False),
        ("점심을 먹고 나면 시작해요", False),  # what is begun is not said
        ("주말이 되면, 복습해요", False),
        ("월요일에 출근하면", False),
        ("출근 버스에서 자리에 앉으면, 조용한 한 분께 한 번만 더 여쭤요", True),
        ("월요일에 버스를 타면, 한 분께 보내요. 거절이 세 번 이어지면, 걸린 점을 모아 읽어요.", True),
        ("수요일에 수업이 끝나면, 영어 레슨 수강생 두 분께 물어봐요", True),  # lessons that they give themselves
        ("명단을 다시 읽어요", True),
    ],
)
def test_a_promise_after_the_course_names_an_act(promise: str, *, act: bool) -> None:
    """There is no lesson left to open."""
    assert is_act(promise) is act


@pytest.mark.parametrize(
    ("promise", "days"),
    [
        ("커피를 내리면", ""),
        ("화요일 점심을 다 먹으면, 레슨을 열어요", "1"),
        ("월요일과 목요일에 버스를 타면, 읽어요", "03"),
        ("출근하면, 월요일에 갈 곳을 정해요", ""),  # the moment has no day
        ("토요일에 보낸다", "5"),
        ("주말에 쉬면, 한 줄을 적어요", "56"),
        ("평일 아침에 일어나면", "01234"),
    ],
)
def test_the_days_of_a_promise(promise: str, days: str) -> None:
    """The days of the week of its moment, 0 being Monday."""
    assert weekdays_named(promise) == {int(day) for day in days}


MOMENTS = """
    커피 내릴 때 = 커피 내릴 때
    애들 학교 보내고 앉으면 = 애들 학교 보내고 앉으면
    손님 없을 때 할게요 = 손님 없을 때
    애들 재우고 나면 레슨 하나 할게요 = 애들 재우고 나면
    손님 안 올 때 = 손님 안 올 때
    안 바쁠 때요 = 안 바쁠 때
    한가할 때 볼게요 = 한가할 때
    퇴근하고 씻고 나서요 = 퇴근하고 씻고 나서
    점심 먹고 나서 커피 한잔할 때요 = 점심 먹고 나서 커피 한잔할 때
    점심 먹고 나서가 좋을 것 같아요 = 점심 먹고 나서
    애들 재우고 나서 할까 해요 = 애들 재우고 나서
    점심시간에 밥 먹고 나서 봐요 = 점심시간에 밥 먹고 나서
    낮에 손님 없을 때 폰으로 볼래요 = 낮에 손님 없을 때
    유튜브 보기 전에 하나 볼게요 = 유튜브 보기 전에
    넷플릭스 켜기 전에 먼저 할게요 = 넷플릭스 켜기 전에
    책상에 앉으면 바로 시작할게요 = 책상에 앉으면
    아침에 눈 뜨면 바로 = 아침에 눈 뜨면
    눈뜨자마자 = 눈뜨자마자
    밥 먹으면서 볼게요 = 밥 먹으면서
    산책하면서 들을게요 = 산책하면서
    집에 와서 씻고 = 집에 와서 씻고
    교회 다녀와서 = 교회 다녀와서
    빨래 돌려놓고 = 빨래 돌려놓고
    밥 먹고요 = 밥 먹고
    음 애들재우고 = 애들재우고
    엘리베이터 기다리는 동안 = 엘리베이터 기다리는 동안
    틈날 때마다 = 틈날 때마다
    일요일 저녁마다 = 일요일 저녁마다
    버스에서 볼게요 = 버스에서
    퇴근길 버스 안에서 = 퇴근길 버스 안에서
    브레이크 타임에 = 브레이크 타임에
    집에 가는 길에 = 집에 가는 길에
    출근길 = 출근길에
    출근길 지하철 = 출근길 지하철에서
    점심시간 = 점심시간에
    쉬는 시간 = 쉬는 시간에
    애 낮잠 시간 = 애 낮잠 시간에
    주말 아침 = 주말 아침에
    잠들기 전 = 잠들기 전에
    자기 직전 = 자기 직전에
    퇴근 후 = 퇴근 후에
    첫 손님 받기 전 = 첫 손님 받기 전에
    나이트 끝나고 집에 가는 길 = 나이트 끝나고 집에 가는 길에
    카페 = 카페에서
    소파 = 소파에서
    커피 = 커피 마실 때
    차 한 잔 = 차 한 잔 마실 때
    운동 = 운동할 때
    육퇴 = 육퇴하면
    저녁 8시에 소파에서 = 저녁 8시에 소파에서
    버스 탈때 = 버스 탈때
    담배 피우러 나가면 = 담배 피우러 나가면
    심심하면 = 심심하면
    생각나면 할게요 = 생각나면
    커피를 내리면 레슨을 열어요 = 커피를 내리면
    남편 출근하고 나면 커피 마시면서 = 남편 출근하고 나면 커피 마시면서
    휴대폰 충전기 꽂으면 = 휴대폰 충전기 꽂으면
    회의 끝나고 자리에 앉으면요 = 회의 끝나고 자리에 앉으면
    가게 문 닫고 소파에 앉으면 = 가게 문 닫고 소파에 앉으면
    커피 마실 때요~ = 커피 마실 때
"""


@pytest.mark.parametrize(("words", "moment"), table(MOMENTS))
def test_a_moment_is_bent_to_be_read_back(words: str, moment: str) -> None:
    """Whatever is said, “{moment} 레슨을 열기로 했어요” can be said of it, and the reminders quote it as it stands."""
    assert cue_said(words) == moment
    assert (cue_said(moment), cue_of(moment)) == (moment, moment)


NO_JOBS = """
    지금 부산이에요 = 지금 집이에요 = 지금 지하철 안이에요 = 나 오늘 생일이야 = 지금 버스 기다리는 중
    취업이 안돼서 걱정이에요 = 디자이너로 바꿀까 고민 중이에요
    남편은 마케터예요 = 저는 마케터가 아니에요 = 어제는 7시에 왔던데 = 탈퇴할 생각은 없어요
    어제부터 톡이 안 와요 = 말하기 싫어요 = 나 지금 운전중 = 오늘은 쉬는 날이네요 = 자꾸 실패만 해요
    이건 글쓴이 생각이잖아요 = 베트남으로 출장 다녀왔어요 = 오늘 바빠요 = 그건 아니고요 = 흠 = 하나도 모르는데
"""


@one_database
@pytest.mark.parametrize("words", [word.strip() for row in NO_JOBS.strip().splitlines() for word in row.split(" = ")])
async def test_what_is_no_job_is_not_kept_as_one(chat: Chat, database: Database, words: str) -> None:
    """Somebody else's, a denial, what happened and a refusal are answered or asked again."""
    await chat.says("시작")
    await chat.says(words)
    learner = (await record_at(database, chat.address)).learner
    assert (learner.job, learner.trade in ("", "other")) == ("", True)
    await chat.says("용접공이에요")
    assert (await record_at(database, chat.address)).learner.job in ("용접공", "")


NO_CUES = [
    "예전에 강사였어요",
    "새벽 5시는 말도 안 돼",
    "어제는 7시에 왔던데",
    "나 지금 운전중",
    "글쎄요",
    "그건 아니고요",
    "아니 됐어요",
    "이제 알림 필요 없어요",
    "저 개발자예요",
]


@pytest.mark.parametrize("words", NO_CUES)
def test_what_tells_no_when_is_no_promise(words: str) -> None:
    """A promise tells when; what does not is asked again."""
    assert cue_said(words) == ""


CLAUSES = """
    병원 원무과 다녀요 10년 넘었어요 = 병원 원무과 = 병원 원무과 다니시는군요
    반찬가게 합니다 시장에서 = 반찬가게 = 반찬가게 하시는군요
    회사원이요 그냥 평범한 = 회사원 = 회사원이시군요
    요양보호사 일 하고 있어요 한 오년 됐나 = 요양보호사 = 요양보호사 일 하고 계시는군요
    남편이랑 치킨집 하고 있어요 = 치킨집 = 치킨집 하고 계시는군요
    학교 앞에서 문구점 20년째 하고 있습니다 = 문구점 = 문구점 하고 계시는군요
    직장인이긴 한데 곧 그만둘거에요 = 직장인 = 직장인이시군요
    저는 미용실 하는데 손님이 없어요 = 미용실 = 미용실 하시는군요
    간호사예요 3교대라 힘드네요 = 간호사 = 간호사시군요
    보험 설계사 하고 있어요 올해 5년차예요 = 보험 설계사 = 보험 설계사 하고 계시는군요
    아이 둘 키우는 전업주부입니다 가끔 알바도 해요 = 아이 둘 키우는 전업주부 = 아이 둘 키우는 전업주부시군요
    온라인으로 옷 팔아요 스마트스토어에서 = 온라인으로 옷 팔아요 = 온라인으로 옷 파시는군요
    농사짓습니다 사과 = 농사짓습니다 = 농사지으시는군요
    택시 운전 하는데 개인택시예요 = 택시 운전 = 택시 운전 하시는군요
"""


@one_database
@pytest.mark.parametrize("row", [row.strip() for row in CLAUSES.strip().splitlines()])
async def test_only_the_job_is_kept_of_a_longer_saying(chat: Chat, database: Database, row: str) -> None:
    """Since when, where, with whom and how it goes stand beside it; it is said back as it was told."""
    said, kept, back = row.split(" = ")
    await chat.says("시작")
    assert back in await chat.says(said)
    assert (await record_at(database, chat.address)).learner.job == kept


@one_database
@pytest.mark.parametrize(
    "said", ["병원 원무과 다녀요", "카페에서 일해요", "간호사예요 프리셉터", "개발자 출신 카페 사장"]
)
async def test_one_clause_is_kept_as_it_is(chat: Chat, database: Database, said: str) -> None:
    """In the speaker's own words."""
    await chat.says("시작")
    await chat.says(said)
    assert (await record_at(database, chat.address)).learner.job == job_of(said)
