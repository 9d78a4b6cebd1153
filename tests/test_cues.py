"""What a part of the words tells, as chats: answered, nothing graded or filed, and the question left open."""

import re
from pathlib import Path

import pytest

from bot.store import Database
from bot.understanding.cues import load_cues
from handlers.small_talk import ANSWERS
from handlers.welcome import ANSWERED_FIRST
from handlers.welcome_ways import IN_WELCOME
from tests.conftest import Chat
from tests.language import LANGUAGE
from tests.records import record_at
from tests.test_first_minutes import finish_lesson

one_database = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)  # no SQL of its own
CHOICE, TYPED, LINE = "/ask strategy-map", "/ask word-expertise", "/line 01-three-strategies"
DONE = {
    "undo_last",
    "pass",
    "skip",
    "stuck",
    "explain",
    "resend",
    "rest_later",
    "less",
    "remind_screen",
    "why_not_sent",
}
AT_A_QUIZ = {
    "지루해": "지루하셨군요",
    "아 재미없다": "지루하셨군요",
    "너무 쉬운데 더 어려운 거 없나요": "어려운 정도는",
    "더 어려운 문제 주세요": "어려운 정도는",
    "근거 있는 말이에요?": "의견인지 사실인지",
    "이 말 믿어도 돼요?": "의견인지 사실인지",
    "왜 틀렸어요?": "아직 답하기 전이에요",
    "그게 왜 오답이에요": "아직 답하기 전이에요",
    "이거 내일 풀어도 되죠": "편할 때 이어서",
    "이따 저녁에 마저 풀어도 돼요?": "편할 때 이어서",
    "오 이거 죽이는데?": "그렇게 말해 주셔서",
    "무슨 말인지 모르겠어요": "레슨 「",
    "뭔 소린지 하나도 모르겠네": "레슨 「",
    "이해가 잘 안 돼요": "레슨 「",
    "구독 끊을게요": "알림을 줄일까요",
    "이번 주말에 비온대요?": "할 수 없는 일",
    "이거 다 외워야 하나요": "외우지 않아도",
    "뜻을 달달 외워야돼?": "외우지 않아도",
    "몇 분 안에 풀어야 해요": "시간제한은 없어요",
    "천천히 골라도 괜찮죠": "시간제한은 없어요",
    "건너뛰면 다음에 또 물어봐요?": "나중에 다시 물어봐요",
    "틀리면 다시 나오나요": "나중에 다시 물어봐요",
    "찍으면 감점 있어요?": "깎이는 것은 없어요",
    "아무거나 눌러도 불이익 없나": "깎이는 것은 없어요",
    "그림으로 설명해줘": "그림이나 영상은 없어요",
    "사진 같은 건 없어요?": "그림이나 영상은 없어요",
    "글씨가 너무 작아요": "글자 크기",
    "돋보기 끼고 와야겠다 잠깐 가지러 갔다 올게": "하던 곳은 그대로",
    "아 졸려": "졸리시군요",
    "하품 나온다": "졸리시군요",
    "어제도 똑같은 거 나왔는데": "같은 문제가 다시 나오기도",
    "저번 주에 푼 문제 같은데": "같은 문제가 다시 나오기도",
    "우리 실장님이 딱 이래요": "그러셨군요",
    "벌써 몇 개째 틀렸는지 속상하네": "틀린 문제는 곧 다시",
    "같은 뜻인데 왜 아니래": "이 문제 이상해요",
    "메시지 전송이 안 돼요": "잘 왔어요",
}
AT_A_CHOICE = {
    "저녁 8시에 다시 풀게요": "하던 곳은 그대로",
    "이따 저녁에 이어서 할게요": "하던 곳은 그대로",
    "세번째는 무슨뜻이에요 말이 어려워요": "그 보기는",
    "여러 개 골라도 되나": "하나만 골라",
    "두 가지 선택해도 돼요?": "하나만 골라",
    "이 중에는 제 의견이 없는데요": "가장 가까운 것",
    "보기가 다 고만고만한데": "하나만 골라",
    "저는 공감이 안 가요": "그렇게 볼 수도 있어요",
    "2번 같기도 한데 아닌가": "2번을 고르신 걸까요",
    "아 잘못 눌렀네 1번인데": "1번을 고르신 걸까요",
}
AT_A_TYPED_QUIZ = {
    "신뢰 아님?": "‘신뢰’를 답으로 할까요?",
    "음 개인화 아니에요?": "‘개인화’를 답으로 할까요?",
    "결과 아닐까요": "‘결과’를 답으로 할까요?",
    "뭐였더라 머리에서 맴도는데 안나와요": "초성",
    "머릿속에서만 맴돌아요": "초성",
    "나올 듯 말 듯 안 나오네": "초성",
    "답답해 미치겠다 생각이 안 나": "초성",
    "생각이 안 나서 짜증나": "초성",
    "이거 오답 아님?": "낱말 하나만",
    "범위인데 받침이 헷갈려요": "‘범위’를 답으로 할까요",
    "키보드 치는 거 힘든데 고르는 걸로 해줘": "한 낱말이면 되고",
    "고객? 손님? 둘 중에 뭐지": "하나만 적어 주세요",
    "이거 어느 레슨에 나왔던거에요?": "에서 나온 문제예요",
    "글자가 잘 안 보여요 돋보기 써야되나": "글자 크기",
    "감사해요 매번 잘 보고 있어요": "도움이 됐다니",
    "문장으로 써도 돼요?": "우리말 낱말 하나를 40자",
    "한자로 적어도 괜찮나": "우리말 낱말 하나를 40자",
    "받침 틀리면 틀린 거예요?": "우리말 낱말 하나를 40자",
    "주관식은 딱 질색이야": "번거로우시죠",
    "타자 치는 거 힘든데 버튼으로 해줘": "한 낱말이면 되고",
    "네모가 안 보이는데요": "비워 둔 자리가 빈칸",
    "숙련이라고 쓰면 되나요": "‘숙련’을 답으로 할까요",
    "경험? 아니다 경력": "‘경력’을 답으로 할까요",
    "그 뭐더라 일 잘하는 솜씨": "‘솜씨’를 답으로 할까요",
}
AT_A_LINE = {
    "구독 끊을게요": "알림을 줄일까요",
    "이제 구독 끊고 싶어요": "알림을 줄일까요",
    "와 이 예시 죽여주네요": "그렇게 말해 주셔서",
    "우리 엄마 김밥집인데 제가 대신 적어도 돼요?": "대신 적어도 돼요",
    "다른 업종 예시도 보여 주세요": "다른 일의 예로",
    "예시가 우리 가게랑 안 맞아요": "다른 일의 예로",
    "오늘 알림은 왜 두 번 왔어요?": "‘오늘’이라고 보내면",
    "뭘 적으라는 건지": "내 말로 바꿔",
    "뭐라고 쓰지... 손님도 없는데": "내 말로 바꿔",
    "쓸 말이 하나도 없네": "내 말로 바꿔",
    "이 줄은 왜 적는 거예요": "설계서」가 돼요",
    "이거 굳이 왜 써야 돼": "설계서」가 돼요",
    "값을 얼마로 해야 하나요": "‘값 정하기’",
    "보통 얼마쯤 받아야 돼요": "‘값 정하기’",
    "봇이 대신 적어 주면 안 되나": "대신 써 드리지는 못해요",
    "그냥 써줘": "대신 써 드리지는 못해요",
    "아까 적은 글 좀 지워 주세요": "",
    "더 길게 쓸 수는 없어요?": "300자",
    "손님 많아서 지금 못 적겠어": "",
    "친구한테 물어볼까요": "물어보고 오셔도",
}
OF_A_STRANGER = {
    "수업부터 먼저 들으면 안되나요": "건너뛰어도 돼요",
    "할머니도 따라하실 수 있나요": "나이와 상관없이",
    "직원분이 직접 답하시는 거예요 자동이에요?": "자동으로 답하는 프로그램",
    "가입 전에 묻는데 탈퇴는 쉽나요": "모두 지워 드려요",
    "톡 많이 오면 부담인데 하루에 몇 개나 와요": "많아야 하루 한 번",
    "광고 보고 왔는디요 돈 드는 거 아니지라?": "돈은 들지 않아요",
    "취직이 안돼서 미치겠다 진짜 ㅋㅋ": "1350",
    "일자리 연결해 주는 데예요?": "일자리를 소개하는 곳은 아니에요",
    "엑셀 못하는데 괜찮을까요": "전문 지식은 몰라도",
    "아직 자리 남았나요": "정원도 마감도",
    "스터디 모임은 언제 해요": "혼자 하는 과정",
    "보이스오버로 들을 수 있나요": "화면 읽기",
    "누를 게 하나도 없는데요": "글로 적어",
    "하루에 카톡 몇 번 와요": "하루 한 번",
    "누가 만들었어요 이거": "글을 바탕으로",
    "AI가 직업 다 없앤다던데": "장담하지 못해요",
    "일단 해보고 아니면 그만둘게요": "언제든 그만둬도",
}
AT_THE_FIRST_QUESTION = {
    "간호산데요": "간호사시군요",
    "주붑니다": "주부시군요",
    "공무우ㅓㄴ": "공무원이시군요",
    "딸이 대신 적는데요 어머니는 분식집 하세요": "분식집에서 일하시는군요",
    "프리랜서...라고 해야하나 번역도 하고 과외도 하고": "프리랜서시군요",
    "자영업이요!! 미용실🌷": "미용실에서 일하시는군요",
    "회사원인데 주말에 과외도 해요 뭘 적어야 하죠": "하나만 적어 주세요",
    "몇만원짜리예요?": "돈은 들지 않아요",
    "글쎄요 뭐라고 해야되나..": "한 낱말이면 돼요",
    "저를 어떻게 소개해야 할지": "한 낱말이면 돼요",
    "나중에 얘기할게요 일단 넘어가 주세요": "언제 보내 드릴까요",
    "이따 얘기할게 일단 패스해줘": "언제 보내 드릴까요",
    "사진관 하는데 뭐부터 해요": "사진관 하시는군요",
    "학원 데스크요": "학원 데스크에서 일하시는군요",
    "학원 데스크에 있어요": "학원 데스크에서 일하시는군요",
    "학교 앞에서 분식집 한 지 12년 됐심더": "분식집 하시는군요",
    "은행 다닌 지 이제 3년이에요": "은행 다니시는군요",
    "걍 회사 다녀요": "회사 다니시는군요",
    "손주 봐 주고 있어요": "손주 보시는군요",
    "작은 공방 이끌고 있어요": "이끌고 계시는군요",
    "아이 재우고 있어요": "어떤 일을 하시는지",
    "지금 아기 재우는 중이에요": "어떤 일을 하시는지",
    "적은 거 누가 봐요": "다른 학습자에게는",
    "하는 일이 두 개인데 뭘 적어요": "하나만 적어",
    "손주 보는 것도 일인가요": "그것도 일이에요",
    "몇 가지나 더 물어봐요": "세 가지만",
    "잠깐만 버스 갈아타야 돼": "그대로 있어요",
    "직업 말하기는 좀 그래요": "언제 보내 드릴까요",
    "회사원 말고 보험 설계사예요": "설계사",
    "지금은 놀아요 예전에는 경비원이었어요": "경비원",
}
WITH_NOTHING_OPEN = {
    "저번에 한거 다 까먹었네 복습 좀 시켜줘요": "어느 전략에",
    "이거 한달 하면 다 떼나요": "레슨 30개",
    "세 달이면 다 배우나요?": "레슨 30개",
    "가격칸 손좀 볼게요": "내 일에 한 줄",
    "약속 칸 좀 손보고 싶어요": "내 일에 한 줄",
    "이번 주말에 비온대요?": "할 수 없는 일",
    "내일 눈 온대요?": "할 수 없는 일",
    "예시 웃겨 죽는줄ㅋㅋㅋ 너무 우리집 얘기": "웃으며",
    "레슨 보다가 웃겨 쓰러질 뻔했어요": "웃으며",
    "오 이거 죽이는데?": "그렇게 말해 주셔서",
    "비유 끝내주네요": "그렇게 말해 주셔서",
    "한줄 쓰다가 힘들어 죽을뻔 ㅋㅋ": "애쓰셨어요",
    "세 줄 적느라 진땀 뺐네요": "애쓰셨어요",
    "못푼 문제는 낼 해도 되죠": "편할 때 이어서",
    "남은 거 나중에 풀어도 괜찮아요?": "편할 때 이어서",
    "설계서 통째로 보고싶은데": "설계서 1/12칸",
    "설계서 싹 보여줘": "설계서 1/12칸",
    "내 설계서 처음부터 끝까지 보여 주세요": "설계서 1/12칸",
    "알림 소리에 놀라 죽는 줄 알았어요": "소리와 진동",
    "구독 끊을게요": "알림을 줄일까요",
    "손님 열에 여섯은 다음 예약을 까먹는다고 하대요": "이 말을 설계서에 적을까요",
    "단골들이 주차가 불편하대요": "이 말을 설계서에 적을까요",
    "사장님들이 재고를 못 맞춘다고 해요": "이 말을 설계서에 적을까요",
    "엄마가 아프대요": "마음이 많이 쓰이시겠어요",
    "처제가 아프다네요": "마음이 많이 쓰이시겠어요",
    "평일 8시 주말 10시 이렇게 되나요": "요일마다 다른 시간",
    "일요일엔 왜 안 보내줘요": "일요일에는 안 가요",
    "9시는 너무 늦어요": "그때는 빼고요",
    "밤에 와서 다시 풀게요": "하던 곳은 그대로",
    "요즘 마음이 너무 허하네": "쉽지 않으시군요",
    "내일 첫 수업인데 긴장되네요": "떨리는 자리",
    "어제 읽은 거 기억 안 나": "레슨 1/",
    "‘오늘은 여기까지예요’ 이게 무슨 말이에요": "오늘 몫은 다 했어요",
    "가격 칸에 적은거 8만원으로 고쳐주세요 부가세 별도": "‘가격’에 적어 두었어요",
    "2번 이영희 원장님으로 고쳐줘": "열 사람은 아직",
    "학원 그만두고 이제 번역가로 일해요": "번역가시군요",
    "외워야 돼요?": "외우지 않아도",
    "버튼이 안눌려요": "글로 적어 보내도",
    "아직 아무한테도 연락 못했어요": "한 사람에게 한 줄",
    "한 명한테도 아직 말 못 걸었어요": "한 사람에게 한 줄",
    "오늘따라 배고파 죽겄네": "출출하실 때네요",
    "팀장님 때문에 스트레스 받아 미치겠어요": "쉽지 않으시군요",
    "아까 문제 정답이 좀 이상한거 같은데요 왜 2번이에요": "근거예요",
    "ㅋㅋㅋㅋㅋㅋ": "웃으셨다니 좋네요",
    "오늘 배운 내용 좋네요 ㅎㅎ": "그렇게 말해 주셔서",
    "오늘은 이만 쉴랍니다": "다음에 또 봐요",
    "알림 시간 지금 몇시로 돼있어요": "보내 드려요",
    "못하겠다 진짜로 나랑 안맞아": "어디까지 그만할까요",
    "약속 칸에 적은 거 지워 줄 수 있어?": "벌써 비어 있어요",
    "드디어 첫 예약 들어왔어요": "축하드려요",
    "앞집 가게에 권했는데 필요없대요": "안 된 것도 결과예요",
    "글 밑에 P5는 뭐예요": "문단",
    "남편이 제 글 봐도 되나요": "보여 주셔도 돼요",
    "어제 하던 게 사라졌어요": "그대로 있어요",
    "말투가 왜 이렇게 딱딱해요": "말투를 바꿔 드리지는",
    "많이 빠졌는데 야단맞나요 혼나요?": "깎이는 것은 없어요",
    "레슨이 너무 짧아요 더 길게 해주세요": "하루에 읽을 만큼만",
}
LINES = """
    손님에게 뭐라고 써야 할지 막막한 사장님
    뭘 팔아야 할지 고민하는 옷가게 주인
    대신 써 주는 숙제는 안 받기
    안내문에 뭐라고 써야 할지 몰라 미루는 사장님
    처음 온 손님이 얼마가 적당한지 물어봐요
    영어 메일 하루 세 통까지 봐 드려요
    손님이 예약을 지워 달라고 해요
"""


@one_database
@pytest.mark.parametrize("opens", [CHOICE, TYPED])
@pytest.mark.parametrize("said", AT_A_QUIZ)
async def test_beside_a_quiz(learner: Chat, database: Database, opens: str, said: str) -> None:
    """Nothing is graded, and it stays open."""
    await learner.says(opens)
    assert AT_A_QUIZ[said] in await learner.types(said)
    await _is_open(learner, database)


@one_database
@pytest.mark.parametrize("said", AT_A_CHOICE)
async def test_beside_a_choice(learner: Chat, database: Database, said: str) -> None:
    """A place that is only weighed is asked about."""
    await learner.says(CHOICE)
    assert AT_A_CHOICE[said] in await learner.types(said)
    assert not (await record_at(database, learner.address)).histories
    assert "✓ 융합" in await learner.types("융합이요")


@one_database
@pytest.mark.parametrize("said", AT_A_TYPED_QUIZ)
async def test_beside_a_typed_quiz(learner: Chat, database: Database, said: str) -> None:
    """A word that is only proposed is asked about, right or wrong."""
    await learner.says(TYPED)
    assert AT_A_TYPED_QUIZ[said] in await learner.types(said)
    await _is_open(learner, database)


@one_database
@pytest.mark.parametrize("opens", [CHOICE, TYPED])
@pytest.mark.parametrize("said", ["본문 한 번 더 읽고 풀게요", "글 다시 보고 답할래"])
async def test_the_lesson_is_read_again(learner: Chat, database: Database, opens: str, said: str) -> None:
    """With the way back to the question, which is not answered by it."""
    await learner.says(opens)
    assert "레슨 " in await learner.types(said)
    assert not (await record_at(database, learner.address)).histories


@one_database
@pytest.mark.parametrize(
    ("said", "place"),
    [
        ("111", 1),
        ("3333", 3),
        ("정답 2222", 2),
        ("일번으로 하겠습니다 선생님^^", 1),
        ("첨거", 1),
        ("처음에 나온거", 1),
        ("맨밑에", 3),
        ("가운데꺼", 2),
    ],
)
async def test_a_place_is_taken(learner: Chat, said: str, place: int) -> None:
    """However it is said."""
    shown = re.findall(r"^\d\. (.+)$", await learner.says(CHOICE), re.MULTILINE)
    await learner.types(said)
    assert f"{shown[place - 1]} (내 답)" in learner.text


@one_database
@pytest.mark.parametrize("said", AT_A_LINE)
async def test_at_an_open_line(learner: Chat, database: Database, said: str) -> None:
    """It is neither filed nor offered for it."""
    await learner.says(LINE)
    text = await learner.types(said)
    assert AT_A_LINE[said] in text
    assert "설계서에 적을까요" not in text
    assert (await record_at(database, learner.address)).written == []


@one_database
@pytest.mark.parametrize("line", [line.strip() for line in LINES.strip().splitlines()])
async def test_a_line_is_still_a_line(learner: Chat, database: Database, line: str) -> None:
    """What is told of customers and tasks is filed."""
    await learner.says(LINE)
    await learner.types(line)
    assert [one.text for one in (await record_at(database, learner.address)).written] == [line]


@one_database
@pytest.mark.parametrize("said", OF_A_STRANGER)
async def test_a_stranger(chat: Chat, said: str) -> None:
    """Is answered, and welcomed in the same turn."""
    text = await chat.types(said)
    assert OF_A_STRANGER[said] in text
    assert "지금 어떤 일을 하세요" in text


@one_database
@pytest.mark.parametrize("said", AT_THE_FIRST_QUESTION)
async def test_at_the_first_question(chat: Chat, said: str) -> None:
    """It is answered, left out, or the job behind it is taken."""
    await chat.says("시작")
    assert AT_THE_FIRST_QUESTION[said] in await chat.types(said)


@one_database
@pytest.mark.parametrize("said", WITH_NOTHING_OPEN)
async def test_with_nothing_open(learner: Chat, database: Database, said: str) -> None:
    """It is answered, and changes nothing."""
    await finish_lesson(learner)
    before = (await record_at(database, learner.address)).learner.rhythm
    assert WITH_NOTHING_OPEN[said] in await learner.types(said)
    assert (await record_at(database, learner.address)).learner.rhythm == before


def test_every_cue_is_answered() -> None:
    """By a text or a command; a stranger by a sentence before the greeting."""
    places = LANGUAGE.cues.places
    names = {name for place, cues in places.items() if place != "stranger" for name, _ in cues}
    assert names - {*ANSWERS} - {*IN_WELCOME} - DONE == set()
    assert {name for name, _ in places["stranger"]} - {*ANSWERED_FIRST} == {"hello"}


@pytest.mark.parametrize("faulty", ['[quiz]\nwait = "("', "[quiz]\nwait = 3", "[quiz"])
def test_a_faulty_file_is_named(tmp_path: Path, faulty: str) -> None:
    """Its author has to find it."""
    path = tmp_path / "cues.toml"
    path.write_text(faulty, encoding="utf-8")
    with pytest.raises(ValueError, match=r"cues\.toml"):
        load_cues(path)


async def _is_open(learner: Chat, database: Database) -> None:
    assert learner.expects.startswith("/answer")
    assert not (await record_at(database, learner.address)).histories
