"""Whoever asks or tells how things are changes nothing; who wishes in the form of a question is heard."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from bot.korean.time import frequency
from bot.korean.when import read
from bot.rhythm import Invalid, Rhythm, Unclear, Unknown, load_repeat

NOW = datetime(2026, 11, 23, 10, tzinfo=ZoneInfo("Asia/Seoul"))
HAVE = load_repeat("weekdays 08:00")

DAYS = """주말에도|토요일에도|공휴일에도|공휴일은|내일은|이번 주는|오늘은|설날에도|매일|다음 주에|12월 24일에
    |토요일은|주말엔|오늘도|오늘까지|평일만|내일부터|3일 동안|설 연휴에|저녁 7시에|평일 아침 8시에
    |내일 아침 8시에|매달 1일 저녁 8시에|30분 뒤에|밤 10시부터 아침 7시까지|매주 월요일 아침 9시에|알림"""
QUESTIONS = """와요?|오나요?|오나요|옵니까?|오죠?|오지요?|올까요?|와?|오니?|오냐?|오는 거죠?|오는 거예요?
    |오는 거 맞아요?|오는 건가요?|오는지요?|보내나요?|보내요?|보내시나요?|보내세요?|보내십니까?|보내죠?
    |보내는 거예요?|보내 주나요?|보내 주시나요?|받나요?|받아요?|받는 거예요?|쉬나요?|쉬나|쉬어요?
    |쉽니까?|쉬죠?|쉬는 거예요?|쉬는 거죠?|쉬는 건가요?|쉬세요?|쉬시나요?|쉬니?|쉬어?|쉬는 날이에요?
    |안 쉬나요?|안 오나요?|안 와요?|안 보내나요?|안 보내죠?|꺼지나요?|꺼져요?|꺼졌나요?|켜지나요?
    |켜져 있나요?|꺼져 있어요?|울리나요?|울려요?|울립니까?|있나요?|있어요?|있습니까?|없나요?|하나요?
    |해요?|하는 거예요?|시작하나요?|시작해요?|시작되나요?|되어 있나요?|돼 있나요?|설정돼 있어요?
    |설정했나요?|바뀌었나요?|바꿨나요?|변경됐나요?|예약됐어요?|맞나요?|맞아요?|맞죠?|인가요?|예요?
    |이에요?|알려주나요?|알려줘요?|왔나요?|왔어요?|보냈어요?|받았나요?|쉬었나요?|쉬었어요?|취소되나요?
    |취소됐나요?|멈추나요?|멈춰요?|왜 와요"""
STATEMENTS = """왔어요|왔네요|오네요|오더라고요|오던데요|안 왔어요|보냈네요|보내셨네요|보내셨어요|보내셨더라고요
    |보내더라고요|보냈잖아요|받았어요|받았습니다|받고 있어요|받는 중이에요|쉬었어요|쉬었네요|쉬었습니다
    |쉬었음|쉬었다|쉬었지|쉬었거든요|쉬었는데요|쉬네요|쉰대요|쉬고 있어요|쉬는 중이에요|쉬는 중
    |쉬더라고요|쉬던데요|쉬는데요|쉬거든요|했어요|했습니다|다 했어요|하고 있어요|울렸어요|꺼졌어요
    |껐어요|켰어요|켜졌어요|꺼져 있어요|꺼져 있네요|수업이 있어요|강의가 있어요|수업해요|공부했어요
    |시작했어요|바꿨어요|바뀌었네요|변경됐네요|등록했어요|설정했어요|설정돼 있네요|취소했어요|취소됐어요
    |멈췄어요|미뤘어요|당겼어요|늦췄어요|건너뛰었어요|패스했어요|좋았어요|있었어요|안 받았어요
    |못 받았어요|못 했어요|안 했어요|오는데요|온대요|쉰다고 했어요"""
WISHES = """에 보내 줄래요?|에 보내 주실래요?|에 보내 주시겠어요?|에 보내 줄 수 있나요?|에 보내 주실 수 있어요?
    |에 보내 주실 수 있을까요?|로 될까요?|로 돼요?|로 되나요?|로 가능할까요?|로 가능한가요?|로 가능해요?
    | 어때요?|로 괜찮을까요?| 괜찮나요?|로 좋을까요?|에 받을 수 있나요?|에 받아볼 수 있을까요?
    |로 부탁해도 될까요?|로 해도 돼요?|에 해줄래?|에 보내줄래?|로 맞춰줄래요?|에 알려주실래요?
    |로 하면 안 될까요?|에 보내주면 안 돼요?|에 보내주면 좋겠어요|에 왔으면 좋겠어요|이 좋겠네요
    |가 편해요|로 하죠|로 합시다|로 정했어요|에 시간 있어요"""
REFUSALS = """안 할래요|안 할게요|안 해요|못 하겠어요|못하겠어요|못해요|하지 마|하지 마세요|하지 말아 주세요|취소
    |취소요|취소해줘|취소할게요|중지|중단해줘|해제|해지|필요 없어요|됐어요|그만두고 싶어요
    |포기할래요|하기 싫어요|하고 싶지 않아요|이제 안 할래요|방금 거 취소|다 취소|안 볼래요|쓰지 마세요
    |오늘 거 취소|레슨 취소|퀴즈 안 할래요|공부 안 할래요|수업 취소해 주세요|문제 그만|복습 안 할래요"""
OFF = """알림 취소|취소 알림|알림 취소해 주세요|알림 꺼 줘|알림 다 꺼줘|알림 그만 보내 주세요|알림 안 할래요
    |알림 필요 없어요|알림 해지해 주세요|알림 그만 오게 해줘|알림 안 오게 해 주세요|이제 안 받을래요
    |이제 그만 받을게요|그만 보내 주세요|보내지 마|받기 싫어요|받고 싶지 않아요|구독 취소
    |구독 해지할게요|수신 거부|푸시 꺼|카톡 그만 보내세요|알람 안 울리게 해줘"""


def words(table: str) -> list[str]:
    return [said.strip("\n") for said in table.replace("\n    ", "").split("|")]


def changes(rhythm: Rhythm | None) -> bool:
    return not isinstance(rhythm, Unclear | Invalid | Unknown | None)


def test_what_is_asked_or_told_changes_nothing() -> None:
    said = [f"{day} {end}" for end in words(QUESTIONS) + words(STATEMENTS) for day in words(DAYS)]
    assert [one for one in said if changes(read(one, NOW)) or changes(frequency.fitted(one, NOW, HAVE))] == []


@pytest.mark.parametrize("end", words(WISHES))
def test_a_wish_stays_one_whatever_its_form(end: str) -> None:
    assert str(read(f"저녁 7시{end}", NOW)) == "daily 19:00"
    assert str(read(f"평일 아침 8시{end}", NOW)) == "weekdays 08:00"


@pytest.mark.parametrize("refusal", words(REFUSALS))
def test_without_a_word_for_reminders_nothing_switches_them_off(refusal: str) -> None:
    assert str(read(refusal, NOW)) != "off"


@pytest.mark.parametrize("wish", words(OFF))
def test_with_one_they_are_switched_off(wish: str) -> None:
    assert str(read(wish, NOW)) == "off"


def test_a_refusal_under_the_question_about_reminders_is_asked_back() -> None:
    assert str(read("안 할래요 알림", NOW)) == "ambiguous: ask off"
