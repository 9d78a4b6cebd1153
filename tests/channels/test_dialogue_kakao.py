"""KakaoTalk from end to end: the route on a socket, the whole conversation, the real course, a real database."""

import asyncio
import re

import pytest

from bot.channels.kakao.files import with_links
from bot.conversation import Conversation
from bot.course.model import Course
from bot.delivery.holidays import korean_holidays
from bot.desk import Desk
from bot.desk.documents import Documents
from bot.operator.metrics import Metrics
from bot.store import Database
from bot.texts import Texts
from handlers import COMMANDS, files
from handlers.reminder import remind
from tests.channels.kakao_learner import KakaoLearner, kakao, kept
from tests.channels.kakao_requests import HEADERS, console_request, endpoint, shown, skill_request, tap
from tests.channels.kakao_rules import texts
from tests.conftest import Clock
from tests.language import LANGUAGE

FACE = {  # every word a learner is told of, and how its answer begins when one question has been answered
    "시작": "다시 만나 반가워요.",
    "오늘": "확인 2/2",
    "다음": "확인 2/2",
    "퀴즈": "확인 2/2",
    "복습": "아직 풀 문제가 없어요",
    "진도": "함께한 날 1일",
    "알림": "평일 오전 8시, 기억하고",
    "쉬기": "얼마나 쉬어 갈까요?",
    "계획": "나만의 일 설계서 1/3\n1. 왜 이 일인가",
    "근거": "「세 전략 지도」의 근거예요.",
    "도움말": "이렇게 말해 보세요.",
    "내데이터": "지금 적혀 있는 것은 이만큼이에요.",
    "탈퇴": "설계서와 기록을 모두 지울까요?",
}


async def welcomed(me: KakaoLearner) -> None:
    """Through the first questions to the first lesson."""
    for words in ("시작", "강사", "평일 오전 8시", "커피를 내리면", "오늘"):
        await me.says(words)


FIRST_MINUTES = (
    ("ㅎㅇ", "간호사 12년차", "들쭉날쭉해요 3교대라서", "뒤로", "저녁 8시", "나이트 끝나고 집에 가는 길"),
    ("얼마예요?", "꽃집 해요", "손님 없을 때 할게요", "오후 3시쯤", "이전", "그대로 둘게요", "시간 고칠래", "평일만요"),
    ("네 저는 미용사고 저녁 8시쯤이 좋아요", "왜 자꾸 물어봐요", "내데이터", "탈퇴", "그대로 둘게요", "출근길"),
    ("시작", "아무때나", "학생", "아무때나", "네", "처음부터 다시", "공시생입니다", "연결", "씻고 나서요"),
    ("시작", "😀", "ㅋㅋㅋ", "뒤로", "하는 일 바꿀래", "nurse", "8시", "저녁", "매일", "알림 꺼줘", "몰라요"),
    ("시작", "개인정보 어디다 써요?", "보험 팔아요", "주말에도 와요?", "주말에만 돼요", "저녁 9시", "도움말", "커피"),
)


@pytest.mark.parametrize("said", FIRST_MINUTES)
async def test_the_first_minute_as_people_talk(
    desk: Desk, database: Database, clock: Clock, said: tuple[str, ...]
) -> None:
    """Within every limit of a card, whatever is said; no message is promised that cannot be sent; and at the end the
    first lesson is one tap away.
    """
    async with kakao(desk, clock) as me:
        for words in said:
            told = await me.says(words)
            assert not re.search("보낼게요|보내 드릴게요|보내 드리기로", told), (words, told)
        await me.says("오늘")
        assert "레슨 1/30" in await me.says("오늘")


async def test_a_newcomer_taps_from_the_greeting_to_the_end_of_the_first_lesson(
    desk: Desk, database: Database, clock: Clock
) -> None:
    async with kakao(desk, clock) as me:
        assert "「나만의 일」이에요" in await me.says("안녕하세요 ㅎㅎ")
        assert "언제 열고 싶으세요" in await me.taps("강사")
        assert "먼저 말을 걸 수 없으니" in await me.taps("평일 오전 8시")
        assert "‘커피를 내리면’" in await me.taps("커피를 내리면")
        assert "레슨 1/30" in await me.taps("첫 레슨")
        assert "확인 1/2" in await me.taps("확인 문제")
        assert "아쉬워요. 답은 ‘융합’이에요" in await me.taps("개인화")
        assert "〔의견: 글의 첫째 전략 첫 문단〕" in await me.taps("근거")
        assert "확인 2/2" in await me.taps("확인 문제")
        assert "맞아요" in await me.taps("X")
        assert "꽃집을 하는 세 사람" in await me.taps("한 번 더")  # in other words
        assert "모두 이으면" in await me.taps("모르겠어요")
        assert "내 일에 한 줄" in await me.taps("내 일에 한 줄")
        assert "1번 칸 「왜 이 일인가」" in await me.says("개인화예요. 손님마다 설명이 달라요. 👍")
        assert "오늘은 여기까지" in me.text
        assert "설계서 1/12칸" in await me.taps("진도")
        assert await kept(database, me.address, clock) == {
            "answers": {"strategy-map": 1, "map-not-order": 1, "three-florists-three-strategies": 1},
            "right": {"map-not-order": 1},
            "finished": ["01-three-strategies"], "days": 1, "trade": "teacher", "rhythm": "weekdays 08:00",
        }  # fmt: skip


async def test_typing_alone_leads_through_the_first_lesson(desk: Desk, database: Database, clock: Clock) -> None:
    async with kakao(desk, clock) as me:
        for words, answer in (
            ("뭐야", "「나만의 일」이에요"),
            ("2번", "언제 열고 싶으세요"),
            ("평일 저녁 7시 반", "평일 오후 7시 30분, 기억해 둘게요"),
            ("아이를 재우고 나면", "‘아이를 재우고 나면’"),
            ("ㄱㄱ", "레슨 1/30"),
            ("1", "확인 1/2"),
            ("융 합", "맞아요"),
            ("znlwm", "확인 2/2"),
            ("아니요", "맞아요"),
            ("다음", "내 일에 한 줄"),
            ("그림과 간호를 이어 보려고요.\n아직 해 본 적은 없어요.", "오늘은 여기까지"),
            ("ㅈㄷ", "레슨 1/30 · 설계서 1/12칸"),
        ):
            assert answer in await me.says(words), words
        there = await kept(database, me.address, clock)
        assert (there["trade"], there["rhythm"]) == ("designer", "weekdays 19:30")


async def test_an_hour_that_could_be_two_is_asked_back(desk: Desk, clock: Clock) -> None:
    async with kakao(desk, clock) as me:
        await me.says("시작")
        await me.says("마케터")
        await me.says("8시")
        assert me.labels == ["평일 오전 8시", "매일 오전 8시", "평일 오후 8시", "매일 오후 8시"]
        assert "매일 오후 8시, 기억해 둘게요" in await me.taps("매일 오후 8시")
        assert "어느 때인지" in await me.says("알림 7시")
        assert "매일 오전 7시, 기억해 둘게요" in await me.says("1")
        assert "무엇을 할 때 레슨을 열까요?" in await me.says("네")


async def test_a_double_tap_is_answered_alike_and_counts_once(desk: Desk, database: Database, clock: Clock) -> None:
    """KakaoTalk names no delivery: a second tap is a request like the first."""
    async with kakao(desk, clock) as me:
        await welcomed(me)
        await me.taps("확인 문제")
        request = me.reply("융합")
        first = await me.taps("융합")
        clock.forward(seconds=2.9)
        assert await me.asks(request) == first
        at_once = await asyncio.gather(*(me.post(request, HEADERS) for _ in range(3)))
        assert {response.status for response in at_once} == {200}
        there = await kept(database, me.address, clock)
        assert (there["answers"], there["days"]) == ({"strategy-map": 1}, 1)


async def test_a_quick_reply_of_a_lesson_far_up_still_means_what_it_said(
    desk: Desk, database: Database, clock: Clock
) -> None:
    async with kakao(desk, clock) as me:
        await welcomed(me)
        lesson, _ = me.reply("확인 문제"), await me.taps("확인 문제")
        old = me.reply("융합")
        for words in ("융합", "다음", "X", "다음", "건너뛰기"):
            await me.says(words)
        clock.forward(days=3)
        assert "맞아요" in await me.asks(old)
        assert "요리사가 사진을" in await me.asks(lesson)
        assert "지금은 쓰지 않는 버튼이에요" in await me.sends("/answer a-quiz-that-was-taken-out 1")
        there = await kept(database, me.address, clock)
        assert (there["answers"]["strategy-map"], there["finished"]) == (1, ["01-three-strategies"])
        assert "레슨 1/30" in await me.says("진도")


async def test_a_restart_in_the_middle_of_a_question_forgets_nothing(
    desk: Desk, database_url: str, database: Database, course: Course, say: Texts, clock: Clock
) -> None:
    async with kakao(desk, clock) as me:
        await welcomed(me)
        await me.taps("확인 문제")
        button = me.reply("융합")
    again = Database(database_url)
    born_anew = Desk(
        again, Conversation(course, say, LANGUAGE, COMMANDS, remind, korean_holidays([2026]), {"web"}), clock, Metrics()
    )
    async with kakao(born_anew, clock) as me:
        assert "번호나 보기의 말로" in await me.says("모자")
        assert sorted(me.labels) == ["1인 × 자동화", "개인화", "융합"]
        assert "맞아요" in await me.says("융합")
        assert "맞아요" in await me.asks(button)
    assert (await kept(database, me.address, clock))["answers"] == {"strategy-map": 2}
    await again.close()


async def test_a_stranger_with_a_wrong_secret_erases_nobody(desk: Desk, database: Database, clock: Clock) -> None:
    async with kakao(desk, clock) as me:
        await welcomed(me)
        for headers in ({}, {"X-Skill-Key": ""}, {"X-Skill-Key": "open-sesam"}, {"X-Skill-Key": "열려라"}):
            refused = await me.post(tap("모두 지울게요", "/forget yes"), headers)
            assert refused.status == 401
            assert "X-Skill-Key" in (await refused.json())["error"]
        assert (await kept(database, me.address, clock))["trade"] == "teacher"


@pytest.mark.parametrize("words", ["", " \n", "\u200b", "(이모티콘)", "👩‍🍳", "가" * 5_000, "{name} <b> **굵게** None"])
async def test_whatever_is_sent_amid_a_question_is_answered_and_the_question_stays_open(
    desk: Desk, clock: Clock, words: str
) -> None:
    async with kakao(desk, clock) as me:
        await me.says(words)
        assert "「나만의 일」이에요" in me.text or "글로 적은 말만" in me.text
        await welcomed(me)
        await me.taps("확인 문제")
        labels = me.labels
        await me.says(words)
        silent = not words.strip(" \n\u200b") or words == "(이모티콘)"
        assert ("글로 적은 말만" in me.text) == silent, me.text
        assert me.labels == labels
        assert "맞아요" in await me.taps("융합")


async def test_every_word_of_the_fixed_face_is_understood(desk: Desk, clock: Clock) -> None:
    async with kakao(desk, clock) as me:
        for word in FACE:
            await me.says(word)  # whoever says it first of all is answered too
        await me.says("모두 지울게요")
        await welcomed(me)
        await me.says("1")
        await me.says("융합")
        for word, answer in FACE.items():
            assert answer in await me.says(word), (word, me.text)


async def test_the_consoles_own_test_is_answered(desk: Desk, clock: Clock) -> None:
    async with kakao(desk, clock, "operator") as me:
        assert "「나만의 일」이에요" in await me.asks(console_request("시작"))


async def test_fifty_learners_at_once_keep_each_their_own(
    desk: Desk, database: Database, course: Course, clock: Clock
) -> None:
    trades = list(course.about.trades)
    async with kakao(desk, clock) as one:
        everybody = [KakaoLearner(one.post, clock, f"u{n}") for n in range(50)]

        async def first_minutes(n: int, me: KakaoLearner) -> None:
            await me.asks(skill_request("시작", user=me.user))
            await me.asks(me.reply(course.about.trades[trades[n % len(trades)]]))
            for label in ("건너뛰기", "건너뛰기", "첫 레슨", "확인 문제", "융합"):
                await me.asks(me.reply(label))

        await asyncio.gather(*(first_minutes(n, me) for n, me in enumerate(everybody)))
        for n, me in enumerate(everybody):
            there = await kept(database, me.address, clock)
            assert (there["trade"], there["right"]) == (trades[n % len(trades)], {"strategy-map": 1})


# --- what is not so yet: each is a dialogue that goes wrong, and is to lose its mark when it goes right


async def test_a_number_that_no_button_has_is_no_hour_while_a_question_is_open(
    desk: Desk, database: Database, clock: Clock
) -> None:
    async with kakao(desk, clock) as me:
        await welcomed(me)
        await me.taps("확인 문제")
        assert "번호나 보기의 말로" in await me.says("4")
        await me.says("1")
        assert (await kept(database, me.address, clock))["rhythm"] == "weekdays 08:00"


async def test_half_a_day_is_enough_to_tell_two_hours_apart(desk: Desk, clock: Clock) -> None:
    async with kakao(desk, clock) as me:
        for words in ("시작", "강사", "매일 8시"):
            await me.says(words)
        assert "매일 오전 8시, 기억해 둘게요" in await me.says("오전")


async def test_nobody_in_kakaotalk_is_promised_a_message(desk: Desk, clock: Clock) -> None:
    async with kakao(desk, clock) as me:
        await welcomed(me)
        for words in ("알림", "쉬기 3일", "쉬기 내일부터 3일", "알림 공휴일에도"):
            assert not re.search("보내 드려요|보낼게요", await me.says(words)), me.text


async def test_a_wish_that_cannot_be_granted_is_not_asked_about_first(desk: Desk, clock: Clock) -> None:
    async with kakao(desk, clock) as me:
        await welcomed(me)
        assert "먼저 알려 드릴 수 없어요" in await me.says("알림 내일 8시")


async def test_not_knowing_is_an_answer_on_the_first_day_too(desk: Desk, clock: Clock) -> None:
    async with kakao(desk, clock) as me:
        await welcomed(me)
        await me.sends("/precheck")
        assert "첫날의 다섯 문제 2/5" in await me.says("모르겠어요")


async def test_the_calendar_is_offered_and_comes_as_a_link(
    desk: Desk, database: Database, clock: Clock, say: Texts
) -> None:
    """Within KakaoTalk's rules: once a day beside the sentence that nothing comes, and by a word at any time."""
    library = Documents(desk, database, clock, files.view, files.draw, "https://work.example")
    async with endpoint(with_links(desk.respond, say, library), patience=60) as post:
        me = KakaoLearner(post, clock)
        for words in ("시작", "강사"):
            await me.says(words)
        assert "· 달력: 휴대폰 달력에" in await me.says("평일 오전 8시")
        assert "달력에 넣기" in me.labels
        assert "· 달력" not in await me.says("알림")
        for request in (skill_request("캘린더에 넣어 줘"), tap("달력에 넣기", "/calendar")):
            clock.forward(seconds=4)
            *_, link = texts(await shown(await post(request)))  # it may hold what would look unfinished anywhere else
            assert "https://work.example/plan/" in link
            assert await library.leads_to(link.rpartition("/")[2]) == "calendar"
        assert "지금은 구독한 달력이 없어요" in await me.says("달력 끊어 줘")
