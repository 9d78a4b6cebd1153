"""What people say about the reminders themselves, as a table; what only sounds like it is none of it."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.message import Go
from bot.understanding.about_reminders import AboutReminders, about_reminders

NOW = datetime(2026, 11, 23, 10, tzinfo=ZoneInfo("Asia/Seoul"))
SAID = {
    "/less": """
        덜 자주|덜 자주 보내줘|덜자주요|조금 덜 와도 돼|좀 덜 와도 돼요|덜 자주 왔으면 좋겠어요|ejf wkwn|덜 보내줘
        너무 자주 와요|너무 자주 오네요|알림이 너무 자주 와요|너무 자주 와서 부담스러워요|너무 자주 보내지 마세요
        덜 자주 받을 수 있나요?|덜 자주로 바꿔줘|알림 덜 보내주실 수 있나요|자주 안 와도 돼요
        알림이 하루에 너무 많이 와요|알림이 너무 많아요
        알림이 좀 많은 것 같아요|알림이 많네요|알림이 너무 잦아요|너무 잦네요|카톡이 너무 많아요
        매일은 많아요|매일은 부담스러워요|매일 받는 건 부담이에요|매일은 좀 힘들어요|매일은 무리예요|매일은 좀 그래요
        매일 오니까 부담스러워요|매일은 못 하겠어요|매일은 안 와도 돼요|매일 말고|매일은 싫어요
        좀 뜸하게|뜸하게 보내주세요|띄엄띄엄 보내줘|가끔만 보내줘|가끔씩만 와도 돼요|적게 보내주세요
        알림 줄여줘|알림을 좀 줄이고 싶어요|횟수를 줄여줘|알림 횟수 줄여줘|알림 줄일 수 있어요?
        알림 좀 줄였으면 좋겠어요|빈도를 낮춰줘|더 줄여줘|알림 간격을 늘려줘
    """,
    "/more": "더 자주|더 자주 보내줘|좀 더 자주 와 주세요|더 자주 받고 싶어요|알림 늘려줘|횟수를 늘려줘|자주 보내줘",
    "/fewer-or-none": "알림 안 와도 돼요|알림 안 보내셔도 됩니다|안 보내도 돼요|알림이 귀찮아요|알림이 부담스러워요",
    "/why-not-sent": """
        알림이 안 와요|알림이 안 왔어요|왜 안 와요|왜 안 와|레슨이 안 오네요|오늘 알림 못 받았어요|알림 안옴ㅠㅠ
        오늘 안 왔어요|알림이 왜 안 오죠|어제 알림이 안 왔어요|아침에 알림이 안 왔어요|오전 8시에 알림이 안 왔어요
        카톡이 안 와요|알림이 안 울려요|오늘은 왜 안 보내요|알림이 오지 않아요|알림을 받지 못했어요|아직 안 왔어요
        설정했는데 알림이 안 와요|dkffladl dks dhkdy|알림은 안 오나요?|오늘 거 안 왔어요
        아무것도 안 와요|왜 알림이 없죠|8시인데 안 와요|텔레그램으로 알림이 안 와요|퀴즈가 안 와요|알림 소리가 안 나요
    """,
    "/how-set": """
        알림 언제 와요|다음 알림 언제 와요|언제 와요?|알림 몇 시에 와요|언제 보내줘요
        주말에는 안 오는 거예요?|알림 꺼져 있나요?|알림 켜져 있는 거죠?|내일은 쉬는 날인가요?|내일도 와요?
        평일만 오는 거 맞나요
        내 알림 시간이 어떻게 되어 있죠?|크리스마스에도 수업 있어요?|아침 8시에 오는 거 맞죠?|주말에도 오나요
        덜 자주 보내나요?
        횟수 줄였나요?|저녁 8시로 바꾼 적 없어요|알림 끈 적 없는데요
    """,
    "/remind": """
        시간 좀 바꾸고 싶은데|알림 시간 변경|알림시간좀바꿔주세요
    """,
    "/remind off": """
        알림 보내지 마세요|알림 꺼줘|알림 안 왔으면 좋겠어요|알림 안 오게 해줘|더 이상 알림 보내지 마세요|알림꺼
        그만 좀 보내세요
        메시지 보내지 말아 주세요|이제 알림 필요 없어요|알람 꺼|톡 그만 보내라|수신거부|수신 거부할게요|알림 중지
        알림 중단해 주세요
        이제 메시지 안 받을래|알림 받기 싫어요|알림 해제해주세요|dkffla Rj
    """,
    "/remind holidays on": """
        휴일에도 보내 줘|연휴에도 보내 줘|연휴에도 받을래요|설 연휴에도 보내줘|추석에도 받고 싶어요
        연휴에도 계속 보내주세요
    """,
}
KEPT = """
    일주일에 두 번만|주 3회로 줄여줘|주 3회|일주일에 한 번이면 좋겠어요|주2회만|일주일에 두번이면 충분해요
    주에 두 번|매주 한 번만|알림 횟수를 주 2회로 바꿔줘|매일 말고 주 3회|이틀에 한 번이면 좋겠어요
    일주일에 이틀만|매일 받을래요|평일에 보내줘|격일로 보내줘|주 3회 저녁 9시
"""
RESTS = """
    이번 주는 쉬고 싶어요|이번 주는 쉴래요|오늘만 쉴게요|내일 모레 이틀만 쉴게요|휴가라서 다음주 수요일까지 쉬어요
    출장이라 사흘 쉬겠습니다
    새벽엔 보내지 말아주세요|방해 금지 22시~7시|밤 10시부터 아침 7시까지는 보내지 마세요|내일 하루 쉬어갈게요
"""
NONE = """
    손님이 너무 자주 와요|손님이 왜 안 와요|손님에게 덜 자주 보내기|알림 문자를 먼저 보내기
    연락이 너무 많아요|손님이 많아요|알림이 안 오는 손님이 있어요
    너무 많아요|레슨이 너무 어려워요|레슨이 너무 많아요|알림이 많지 않아요|알림이 부담스럽지 않아요|알림 너무 좋아요
    오늘 알림 안 와도 돼요|밤에는 안 와도 돼요|알림 끄지 마세요|끄지 말아줘|꺼|그만|취소|문자 그만 보내기
    손님에게 문자 그만 보내세요
    안 쉴래요|쉬고 싶다는 뜻은 아니에요|주말은 쉬어요|월요일은 쉽니다|알림을 끄면 어떻게 되나요|시간 좀 내 주세요
    시간이 없어요|바꾼 적 없어요
    연휴에도 받기 싫어요|연휴에는 보내지 마세요|더 자주 보내지 마세요|공휴일엔 안 보내도 돼요|주 2회만 쉴게요
    매일 할게요|매일|주말|월요일|덜|더|자주|가끔|가끔 해요|자주 와요|줄여줘|왜요|언제|레슨 없어요|알림
    평일 저녁 7시 반
    알림이 없었으면 좋겠어요|없어요|답장이 안 와요|매일 안 와요
    못 받을 것 같아요|레슨 3|하나 더|내일 봐요
"""


def listed(table: str) -> list[str]:
    return [words.strip() for line in table.splitlines() for words in line.split("|") if words.strip()]


def test_a_word_about_the_reminders_is_a_command() -> None:
    heard = [(words, one, about_reminders(words, NOW)) for one, table in SAID.items() for words in listed(table)]
    assert [(words, one, found) for words, one, found in heard if not found or str(found.go) != one] == []


@pytest.mark.parametrize("words", listed(KEPT))
def test_how_often_is_a_wish_about_time(words: str) -> None:
    """It is less sure than an open question: 일주일에 두 번 may be the answer to it."""
    assert about_reminders(words, NOW) == AboutReminders(Go("remind", words), sure=False)


@pytest.mark.parametrize("words", listed(RESTS))
def test_a_rest_is_meant_whatever_question_is_open(words: str) -> None:
    assert about_reminders(words, NOW) == AboutReminders(Go("remind", words), sure=True)


@pytest.mark.parametrize("words", listed(NONE))
def test_other_talk_is_left_alone(words: str) -> None:
    assert about_reminders(words, NOW) is None


@given(st.text(max_size=60) | st.text("알림이너무매일자주덜더왜안와오못받았요오늘 은도", max_size=40))
def test_no_text_breaks_it(words: str) -> None:
    about_reminders(words, NOW)
