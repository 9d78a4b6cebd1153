"""The workshops as chats: answers kept until they are filed, left half-way and taken up again, mistaken and mended."""

import pytest

from bot.course.model import Course
from bot.desk import Desk
from bot.plan.drafts import load_drafts, with_draft
from bot.store import Database
from tests.channels.kakao_learner import kakao
from tests.conftest import Chat, Clock
from tests.records import has_read, record_at

ONE_PERSON = (
    "아래층 미용실 원장님이요",
    "예약 전화를 자꾸 놓쳐요",
    "예약 답장 문구 만들기",
    "사흘이면 돼요",
    "초안 쓰기",
    "값 확인하기",
)
OFFER = "아래층 미용실 원장님께, 사흘 안에, 예약 답장 문구를 만들어 드려요."
TASKS = "청구서 쓰기 주 3번 20분 위험 낮음\n예약 답장 매일 30분 낮음\n환불 처리 한 달에 두 번 20분 위험 높음"
OPENED = {"개인화 해볼래": "personal", "자동화 설계": "automation", "융합 조합기": "mix", "값 정하기": "price"}


async def lines(database: Database, chat: Chat) -> dict[str, str]:
    """What stands in the plan, by part."""
    return {line.lesson: line.text for line in (await record_at(database, chat.address)).lines()}


async def say_all(chat: Chat, *words: str) -> str:
    for one in words:
        await chat.types(one)
    return chat.text


async def test_one_person_becomes_an_offer(learner: Chat, database: Database) -> None:
    """Six answers, one sentence; a line is written only by its button, and can be taken back."""
    assert "개인화 1/6" in await learner.types("맞춤 서비스 만들어 볼래")
    assert OFFER in await say_all(learner, *ONE_PERSON)
    assert await lines(database, learner) == {}
    assert "‘약속’에 적어 두었어요" in await learner.taps("약속 적기")
    await learner.taps("만날 한 사람 적기")
    await learner.taps("문제 한 문장 적기")
    await learner.taps("범위와 기간 적기")
    assert await lines(database, learner) == {
        "07-one-customer": "아래층 미용실 원장님. ‘예약 전화를 자꾸 놓쳐요’라고 하셨어요.",
        "08-problem-as-fact": "‘예약 전화를 자꾸 놓쳐요’ 아래층 미용실 원장님께 들은 말이에요.",
        "16-one-line-promise": OFFER,
        "17-smallest-offer": (
            "예약 답장 문구를 만들어 드려요. AI에 맡길 일: 초안 쓰기. 손으로 할 일: 값 확인하기. 사흘 안에 끝내요."
        ),
    }
    await learner.types("아니")
    assert "17-smallest-offer" not in await lines(database, learner)


async def test_who_is_told_with_their_trouble_is_not_asked_for_it(learner: Chat) -> None:
    """Two sentences answer two questions."""
    await learner.types("개인화 해볼래")
    assert "개인화 3/6" in await learner.types("카페 사장님 한 분. 인스타 올릴 사진이 늘 어둡대요.")


async def test_a_result_is_filed_by_words(learner: Chat, database: Database) -> None:
    """By the name of its slot, or simply the next one; what is no offer is none, and once filed nothing is asked."""
    await learner.types("개인화 해볼래")
    await say_all(learner, *ONE_PERSON)
    assert "한 문장으로 적어 주세요" in await learner.types("오늘 손님이 많았어요")
    await learner.types("문제 한 문장 적어줘")
    assert list(await lines(database, learner)) == ["08-problem-as-fact"]
    await learner.types("적어 줘")
    said = await learner.types("오늘 손님이 많았어요")
    assert [word for word in ("앞의 질문", "한 문장으로") if word in said] == []
    assert set(await lines(database, learner)) == {"08-problem-as-fact", "16-one-line-promise"}
    await learner.types("범위도 적어줘")
    assert "17-smallest-offer" in await lines(database, learner)
    await learner.types("나머지도 적어줘")
    assert "07-one-customer" in await lines(database, learner)


@pytest.mark.parametrize(
    ("who", "answer"),
    [
        ("도예 공방 사장님인데요 사진을 잘 못 찍으세요", "도예 공방 사장님께 무엇을"),
        ("사진을 잘 못 찍으세요", "어떤 분인지 먼저"),
        ("하하하", "예를 들면"),
    ],
)
async def test_who_is_a_person(learner: Chat, who: str, answer: str) -> None:
    """With what troubles them in one breath; a sentence alone names nobody."""
    await learner.types("개인화 해볼래")
    assert answer in await learner.types(who)


async def test_an_offer_is_mended(learner: Chat, database: Database) -> None:
    """A part by its name, or the whole sentence; a wish is no sentence. 적어 줘 files it."""
    await learner.types("개인화 해볼래")
    await say_all(learner, *ONE_PERSON)
    assert "무엇을 고칠까요" in await learner.types("다른 사람으로 할래")
    await learner.taps("해 드릴 것")
    assert "가격표를 새로 적어 드려요" in await learner.types("가격표를 새로 적어 주고 싶어요")
    own = "원장님께, 이번 금요일까지, 가격표 한 장을 적어 드려요."
    assert own in await learner.types(own)
    await learner.types("적어줘")
    assert (await lines(database, learner))["16-one-line-promise"] == own
    assert "앞서 적은 줄도" in await filed_anew(learner)


async def filed_anew(chat: Chat) -> str:
    """The same workshop once more, with another sentence."""
    await chat.types("개인화 해볼래")
    await chat.types("원장님께, 다음 주까지, 가격표 두 장을 적어 드려요.")
    await chat.types("적어줘")
    return await chat.types("네")


async def test_names_are_masked_before_they_are_kept(learner: Chat, database: Database) -> None:
    """A name and a number; and a number alone is no answer."""
    await learner.types("개인화 해볼래")
    assert "이름은 가려서" in await learner.types("김영희 할머니")
    assert "한두 마디" in await learner.types("010-1234-5678")
    kept = (await record_at(database, learner.address)).learner.drafts
    assert "김○○" in kept
    assert "영희" not in kept
    assert "1234" not in kept


@pytest.mark.parametrize("many", ["바쁜 직장인들", "모두", "30대 여성"])
async def test_only_one_person_is_taken(learner: Chat, many: str) -> None:
    """The question stays open."""
    await learner.types("개인화 해볼래")
    assert "한 분만 골라" in await learner.types(many)
    assert "개인화 2/6" in await learner.types("옛 팀장님")


@pytest.mark.parametrize(
    "question",
    ["뭐라고 써요?", "예를 들면?", "예시 좀 보여줘", "모르겠어요", "이게 무슨 뜻이에요?", "ㅋㅋㅋ", "왜 물어봐요?"],
)
@pytest.mark.parametrize("opened", ["개인화 해볼래", "자동화 설계", "값 정하기"])
async def test_a_question_in_the_middle_gets_an_example(learner: Chat, opened: str, question: str) -> None:
    """One of the learner's trade, and the question stays open."""
    await learner.types(opened)
    asked = learner.expects
    assert "예를 들면 ‘" in await learner.types(question)
    assert learner.expects == asked


async def test_what_others_have_asked_is_an_answer(learner: Chat) -> None:
    """The words of a customer may be a question."""
    await learner.types("개인화 해볼래")
    await learner.types("금요일 셔츠 손님")
    assert "개인화 3/6" in await learner.types("이거 왜 이렇게 비싸요?")


async def test_examples_are_of_every_trade(course: Course) -> None:
    """Each workshop has an answer to each of its questions for each of the trades."""
    for name, table in course.about.workshops.items():
        assert table.examples.keys() == course.about.trades.keys(), name
        assert len({tuple(sorted(answers)) for answers in table.examples.values()}) == 1, name
        assert all(course.slot(part) for part in table.parts.values()), name


async def test_back_and_as_it_was(learner: Chat) -> None:
    """뒤로 shows the question before with its answer; 그대로 keeps it."""
    await learner.types("개인화 해볼래")
    await say_all(learner, *ONE_PERSON[:3])
    assert "지금 적힌 것: “예약 답장 문구 만들기”" in await learner.types("뒤로 가 줘")
    assert "개인화 4/6" in await learner.types("그대로")
    assert "개인화 3/6" in await learner.types("아니")


@pytest.mark.parametrize("opened", ["개인화 해볼래", "자동화 설계", "값 정하기"])
@pytest.mark.parametrize("leaves", ["취소", "그만할래", "오늘", "진도 보여줘", "고마워요"])
async def test_what_is_left_half_way_comes_back(learner: Chat, opened: str, leaves: str) -> None:
    """Whatever is said in between; 이어서 goes on where it was."""
    await learner.types(opened)
    await learner.types({"개인화 해볼래": "옛 팀장님", "자동화 설계": "청구서 쓰기", "값 정하기": "90분"}[opened])
    asked = learner.expects
    await learner.types(leaves)
    await learner.types("이어서 할래")
    assert learner.expects == asked


async def test_without_a_workshop_going_on_is_the_lesson(learner: Chat) -> None:
    """이어서 is what it was."""
    assert "레슨 1" in await learner.types("이어서")


async def test_a_week_of_tasks_becomes_a_flow(learner: Chat, database: Database) -> None:
    """What to hand over first, how, how many hours that saves, and what never; filed by buttons."""
    await learner.types("자동화 설계")
    assert "‘환불 처리’에는 돈이 걸려 있어" not in await learner.types(TASKS)
    assert "3. 환불 처리 · 한 달 2번 · 20분 · 위험 높음" in learner.text
    await learner.types("다 적었어요")
    shown = await say_all(learner, "예약 문자가 오면요", "예약장이요")
    assert "먼저 맡길 일은 ‘예약 답장’이에요" in shown
    assert "② AI" in shown
    assert "③ 사람: 예약장과 맞춰 봐요" in shown
    assert "한 달에 7시간 10분쯤 아낄 수 있어요" in shown
    assert "개인정보 보호법 제24조의2, 2026년 11월 28일 확인" in shown
    assert await lines(database, learner) == {}
    await learner.types("적어 주세요")
    await learner.taps("일의 차례 적기")
    await learner.taps("사람 확인 적기")
    await learner.taps("넣지 않을 것 적기")
    kept = await lines(database, learner)
    assert kept["22-choose-what-to-automate"] == "예약 답장: 주 5번, 한 번에 30분, 위험 낮음. AI 초안에 맡겨 볼래요."
    assert kept["21-draw-the-steps"] == "예약 답장: 예약 문자가 오면 → AI 초안 → 내가 예약장과 대조 → 내보내기"
    assert "예약장과 맞춰 봐요" in kept["23-human-check"]
    assert "주민등록번호" in kept["25-privacy-copyright-label"]


async def test_tasks_are_told_bit_by_bit(learner: Chat) -> None:
    """The name first, then how often and long, then the risk by a button."""
    await learner.types("자동화 설계")
    assert "횟수는 아직" in await learner.types("청구서 쓰기")
    assert "주 3번 · 20분 · 위험은 아직" in await learner.types("주 3번 20분")
    assert "얼마나 큰 탈이" in await learner.taps("다 적었어요")
    assert "그 일은 무엇이 오거나" in await learner.taps("다시 하면 돼요")


@pytest.mark.parametrize(
    ("said", "row"),
    [
        ("2번 빼 줘", "2. 환불"),
        ("2번은 10분", "2. 예약 답장 · 주 5번 · 10분"),
        ("2번 위험 높음", "2. 예약 답장 · 주 5번 · 30분 · 위험 높음"),
    ],
)
async def test_a_task_is_mended_by_its_number(learner: Chat, said: str, row: str) -> None:
    """Taken out, or told anew."""
    await say_all(learner, "자동화 설계", TASKS)
    assert row in await learner.types(said)


async def test_a_task_with_money_in_it_is_risky(learner: Chat) -> None:
    """It is said why, and the learner may say otherwise."""
    await learner.types("자동화 설계")
    assert "‘거래처 송금’에는 돈이 걸려 있어" in await learner.types("거래처 송금 주 1번 10분 낮음")
    assert "먼저 맡길 만한 것이 없어요" in await learner.types("끝")
    assert "그 일은 무엇이 오거나" in await learner.types("1번 위험 낮음")


async def test_another_task_first_asks_for_its_own_flow(learner: Chat) -> None:
    """2번부터 맡길래: what was told of the first one is not told of it; a risky one is not handed over."""
    await say_all(learner, "자동화 설계", TASKS, "다 적었어요", "문자가 오면", "예약장")
    assert "위험이 높아서" in await learner.types("3번부터 맡길래")
    assert "그 일은 무엇이 오거나" in await learner.types("2번 먼저 할래")
    assert "‘청구서 쓰기’를 먼저 맡기기로" in await say_all(learner, "월말이 되면", "거래 장부")


async def test_a_list_that_names_reminders_is_a_list(learner: Chat) -> None:
    """알림 문자 보내기 매일 아침 8시 is no wish about our reminders; 알림 꺼 줘 is one."""
    await learner.types("자동화 설계")
    assert "1. 알림 문자 보내기 · 주 5번" in await learner.types(
        "알림 문자 보내기 매일 아침 8시 10분 위험 낮음\n송금 주1회 5분 높음"
    )
    assert "알림을 껐어요" in await learner.types("알림 꺼줘")


async def test_start_anew(learner: Chat, database: Database) -> None:
    """다 지워 줘 under a workshop empties it, and nothing else."""
    await say_all(learner, "자동화 설계", TASKS)
    await learner.types("다 지워줘")
    assert (await record_at(database, learner.address)).learner.drafts == ""
    assert learner.expects == "/automation tasks"


@pytest.mark.parametrize("opened", list(OPENED))
@pytest.mark.parametrize("words", ["가" * 10_000, "🙂🙂🙂", "ㅁㄴㅇㄹ", "\u202e\u202c", "***", "/personal", "\t\n"])
async def test_nonsense_is_asked_kindly(learner: Chat, database: Database, opened: str, words: str) -> None:
    """Nothing of it is kept, and the question stays open."""
    await learner.types(opened)
    asked = (await record_at(database, learner.address)).learner
    await learner.types(words)
    now = (await record_at(database, learner.address)).learner
    assert (now.drafts, now.screen) == (asked.drafts, asked.screen)


@pytest.mark.parametrize(
    "text",
    ["<b>표</b> 만들기", "**굵게** 적기", "=SUM(A1) 표 만들기", "[링크](http://a.b) 적기", "\u202e거꾸로\u202c 적기"],
)
async def test_markup_is_text(learner: Chat, database: Database, text: str) -> None:
    """It is read back as it was typed, without what nobody sees."""
    await learner.types("개인화 해볼래")
    await say_all(learner, *ONE_PERSON[:4], text, "없어요")
    seen = "".join(sign for sign in text if sign not in "\u202e\u202c")
    assert f"AI에 맡길 일: {seen}" in learner.text
    assert "손으로 할 일" not in learner.text


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("미용이랑 영상 편집 섞어줘", ["‘미용’과 ‘사진과 영상’을 이어", "30분 실험", "2026년 11월 28일"]),
        ("요리 × 데이터", ["‘자료와 데이터’", "식품위생법 제37조, 2026년 11월 28일 확인"]),
        ("간호사인데 사진이랑 챗지피티로 섞고 싶어요", ["도구: 챗GPT"]),
        ("우주 탐사랑 미용 합쳐 줘", ["‘우주 탐사’는 우리 표에 없어요", "지어내지 않을게요", "시·군·구청에 먼저"]),
        ("우주 탐사 × 블록체인", ["‘우주 탐사’, ‘블록체인’", "한 분께 이렇게 물어보세요"]),
        ("뜨개질에 심리상담 접목하고 싶어", ["바로 돕는 자리가 보이지 않아요"]),
        ("엑셀 × 꽃집", ["‘엑셀’은 분야가 아니라 도구로", "도구: 엑셀"]),
    ],
)
async def test_two_fields_in_a_sentence(learner: Chat, database: Database, words: str, told: list[str]) -> None:
    """Anywhere; known and unknown ones, with a tool or without; a line is kept by its button only."""
    text = await learner.types(words)
    assert [one for one in told if one not in text] == []
    assert await lines(database, learner) == {}
    await learner.taps("1번 적기")
    assert list(await lines(database, learner)) == ["12-joining-two-fields"]


async def test_the_other_field_alone(learner: Chat) -> None:
    """사진이랑 섞어 줘, once one's own is known."""
    await say_all(learner, "융합 조합기", "미용")
    assert "‘미용’과 ‘사진과 영상’을" in await learner.types("사진이랑 섞어줘")
    assert "먼 분야를 하나" in await learner.types("미용이랑 헤어 섞어줘")
    assert "내 분야를 ‘영업과 매장’으로" in await say_all(learner, "융합 조합기", "회계 말고 영업")
    assert "도구: 음악" not in await learner.types("미용이랑 사진이랑 음악 섞어줘")


async def test_an_unknown_field_has_strengths(learner: Chat, database: Database) -> None:
    """What one is good at there leads on; the name of the field is kept in the line."""
    await say_all(learner, "융합 조합기", "우주 탐사")
    await learner.taps("다른 힘")
    await learner.taps("점검하기")
    await learner.taps("2번 적기")
    assert (await lines(database, learner))["12-joining-two-fields"].startswith("우주 탐사에서 기른, ")


async def test_every_pair_can_be_said_and_kept(learner: Chat, course: Course, database: Database) -> None:
    """Each field with each other one fits every messenger, and its line fits the plan."""
    table = course.about.mix
    assert table
    await learner.types("융합 조합기")
    for at, mine in enumerate(table.fields):
        other = table.fields[at - 1]
        await learner.says(f"/mix {mine.name} × {other.name}")
        assert mine.name in learner.text
        await learner.taps("1번 적기")
        [line] = (await lines(database, learner)).values()
        assert len(line) <= 300, (mine.name, other.name)


def test_fields_say_what_to_ask_before_money(course: Course) -> None:
    """A warning has its article or a desk; every need says what goes wrong in a sentence."""
    table = course.about.mix
    assert table
    for field in table.fields:
        assert bool(field.warn) == bool(field.law or field.ask), field.name
        assert set(field.gifts) <= set(field.gives), field.name
        assert all(pain.endswith("요") for pain in field.needs.values()), field.name


@pytest.mark.parametrize(
    ("told", "shown"),
    [
        (
            ("90분", "재료 5천 원, 수수료 10%", "2만 원", "몰라요"),
            ["한 번에 44,000원", "수수료 10% = 4,400원", "떼어 둘 몫 4,400원", "올린 몫 200원"],
        ),
        (
            ("1시간", "재료 3천원 포장 500원 배송 3천원", "만 원", "3~5만원"),
            ["6,500원", "30,000원~50,000원보다 낮아요"],
        ),
        (("1시간?", "없어요", "2만원쯤?", "2만원에서 3만원"), ["한 번에 23,000원", "30,000원 안에 들어요"]),
        (("수업 90분 준비 30분", "없어요", "2만 원", "몰라요"), ["내 시간 2시간 × 20,000원 = 40,000원"]),
        (("1시간", "없어요", "0원", "4만 원"), ["한 번에 0원", "한 번뿐인 시험"]),
    ],
)
async def test_a_price_takes_fees_sums_and_ranges(learner: Chat, told: tuple[str, ...], shown: list[str]) -> None:
    """What is paid for things is added up, a fee is a share of the price, others may pay from … to …."""
    await learner.types("값 정하기")
    text = await say_all(learner, *told)
    assert [one for one in shown if one not in text] == []
    assert "낮추기는 어려워요" in text


async def test_a_price_of_ones_own(learner: Chat, database: Database) -> None:
    """Said under the price, with what it leaves; below the cost it says so."""
    await learner.types("값 정하기")
    await say_all(learner, "2시간", "5천 원", "2만 원", "몰라요")
    assert "원가 45,000원보다 낮아요" in await learner.types("만 원으로 할래요")
    assert "내 손에 남는 돈 49,000원 (한 시간에 24,500원)" in await learner.types("6만 원")
    await learner.types("이 값으로 적어줘")
    assert (await lines(database, learner))["18-price-and-no"] == "한 번에 60,000원 (시험)"


async def test_the_price_is_taken_back_step_by_step(learner: Chat) -> None:
    """아니 under the price asks the last question again."""
    await learner.types("값 정하기")
    await say_all(learner, "2시간", "5천 원", "2만 원", "몰라요")
    assert "값 정하기 4/4" in await learner.types("아니")
    assert "값 정하기 3/4" in await learner.types("뒤로")


async def until_line(chat: Chat, clock: Clock, part: str) -> None:
    """The next day up to the line of a part."""
    clock.forward(days=1)
    await chat.says("오늘")
    for _ in range(40):
        if chat.expects == f"/write {part}":
            break
        await chat.types("모르겠어요" if chat.expects.startswith("/answer") else "다음")


@pytest.mark.parametrize(
    ("part", "opens", "told", "files"),
    [
        ("07-one-customer", "개인화 해 보기", ONE_PERSON, "만날 한 사람 적기"),
        ("12-joining-two-fields", "조합기 열기", ("미용",), "1번 적기"),
        ("18-price-and-no", "값 정하기", ("1시간", "없어요", "2만 원", "몰라요"), "이 값 적기"),
        ("21-draw-the-steps", "자동화 설계", (TASKS, "끝", "문자가 오면", "예약장"), "일의 차례 적기"),
    ],
)
async def test_a_workshop_ends_the_lesson_whose_line_it_writes(
    learner: Chat,
    course: Course,
    database: Database,
    clock: Clock,
    part: str,
    opens: str,
    told: tuple[str, ...],
    files: str,
) -> None:
    """Opened from the day's line, it brings that line, and the day is done."""
    lesson = next(one for one in course.lessons if one.name == part)
    await has_read(database, learner.address, course.parts[: course.parts.index(lesson)], clock())
    await until_line(learner, clock, part)
    await learner.taps(opens)
    await say_all(learner, *told)
    assert "오늘은 여기까지" in await learner.taps(files)
    assert part in await lines(database, learner)


MADE = {  # what is said in each workshop until a result is shown, the button that files it, and the part it is of
    "personal": ("16-one-line-promise", ("개인화 해볼래", *ONE_PERSON), "약속 적기"),
    "automation": ("22-choose-what-to-automate", ("자동화 설계", TASKS, "끝", "문자가 오면", "예약장"), "맡길 칸 적기"),
    "mix": ("12-joining-two-fields", ("융합 조합기", "미용"), "2번 적기"),
    "two": ("12-joining-two-fields", ("미용이랑 사진 섞어줘",), "1번 적기"),
    "unknown": ("12-joining-two-fields", ("융합 조합기", "우주 탐사", "글쓰기"), "1번 적기"),
    "price": ("18-price-and-no", ("값 정하기", "1시간", "없어요", "2만 원", "몰라요"), "이 값 적기"),
}
OWN = "12월 첫 주에 3만 원으로 내가 손수 적은 줄이에요."


@pytest.mark.parametrize("made", MADE)
@pytest.mark.parametrize(
    ("says", "replaces"),
    [
        *(("[바꾸기]", True), ("네", True), ("바꿔 줘", True), ("응 적어줘", True), ("바꿀게요", True)),
        *(("[그대로 둘게요]", False), ("아니요", False), ("그냥 그대로 둬요", False), ("안 바꿀래요", False)),
        *(("오늘 손님이 많았어요", False), ("이건 누가 봐요?", False)),
    ],
)
async def test_no_line_is_replaced_without_a_word(
    learner: Chat, database: Database, *, made: str, says: str, replaces: bool
) -> None:
    """What stands there is quoted and asked about; replaced, it comes back by one tap, and stays readable."""
    part, told, files = MADE[made]
    await learner.says(f"/line {part}")
    await learner.says(OWN)
    await say_all(learner, *told)
    asked = await learner.taps(files)
    assert (OWN in asked, "바꿀까요" in asked) == (True, True)
    assert (await lines(database, learner))[part] == OWN
    await (learner.taps(says.strip("[]")) if says.startswith("[") else learner.types(says))
    assert ((await lines(database, learner))[part] != OWN) is replaces
    if replaces:
        assert OWN in learner.text
        await learner.taps("되돌리기")
        assert (await lines(database, learner))[part] == OWN


@pytest.mark.parametrize("made", MADE)
async def test_what_stands_there_already_is_not_asked_about(learner: Chat, database: Database, made: str) -> None:
    """An empty slot is filled at once, and so is one that says the same."""
    part, told, files = MADE[made]
    await say_all(learner, *told)
    filing = learner.command(files)
    for _ in range(2):
        assert "바꿀까요" not in await learner.says(filing)
        assert part in await lines(database, learner)


async def test_the_line_of_the_day_is_not_replaced_either(
    learner: Chat, course: Course, database: Database, clock: Clock
) -> None:
    """Written ahead of its lesson, it is asked about when its day has come; then the day is done."""
    part = "18-price-and-no"
    await learner.says(f"/line {part}")
    await learner.says(OWN)
    lesson = next(one for one in course.lessons if one.name == part)
    await has_read(database, learner.address, course.parts[: course.parts.index(lesson)], clock())
    await until_line(learner, clock, part)
    await learner.taps("값 정하기")
    await say_all(learner, "1시간", "없어요", "2만 원", "몰라요")
    assert OWN in await learner.taps("이 값 적기")
    assert "오늘은 여기까지" in await learner.taps("바꾸기")


async def test_a_line_written_ahead_ends_its_day(
    learner: Chat, course: Course, database: Database, clock: Clock
) -> None:
    """It may stand as it is: nothing has to be written anew."""
    part = "18-price-and-no"
    await learner.says(f"/line {part}")
    await learner.says(OWN)
    lesson = next(one for one in course.lessons if one.name == part)
    await has_read(database, learner.address, course.parts[: course.parts.index(lesson)], clock())
    await until_line(learner, clock, part)
    assert "오늘은 여기까지" in await learner.taps("그대로 둘게요")
    assert (await lines(database, learner))[part] == OWN


async def test_the_four_of_them_on_kakaotalk(desk: Desk, clock: Clock) -> None:
    """Every answer passes the messenger's rules, mistakes among them; typed and tapped."""
    walks = {
        "개인화 해볼래": ("뭐라고 써요?", *ONE_PERSON, "고칠래", "그대로", "적어줘", "나머지도 적어줘", "아니"),
        "자동화 설계": (
            "ㅁㄴㅇㄹ",
            TASKS,
            "2번 10분",
            "끝",
            "문자가 오면",
            "예약장",
            "2번 먼저 할래",
            "월말",
            "장부",
            "네",
        ),
        "융합 조합기": ("🙂", "미용", "사진이랑 섞어줘", "우주 탐사 × 블록체인", "꽃집 × 사진 × 캔바", "취소"),
        "값 정하기": ("몰라요", "90분", "5천원, 수수료 10%", "2만원", "3~5만원", "6만 원", "이 값 적기"),
    }
    async with kakao(desk, clock) as me:
        await me.says("시작")
        for opened, told in walks.items():
            for words in (opened, *told):
                await me.says(words)
        assert "‘가격’에 적어 두었어요" in me.text


async def test_what_is_held_is_shown(learner: Chat) -> None:
    """내데이터 reads the drafts aloud."""
    await say_all(learner, "개인화 해볼래", "옛 팀장님", "값 정하기", "90분", "자동화 설계", "재고 세기 매일 15분")
    shown = await learner.types("내데이터")
    assert "개인화에서 적은 것: 옛 팀장님" in shown
    assert "걸리는 시간 90분" in shown
    assert "재고 세기 · 주 5번 · 15분" in shown


def test_drafts_are_one_text() -> None:
    """The one touched last stands at the end; an empty one is gone."""
    kept = with_draft(with_draft("", "price", {"given": "90"}), "mix", {"mine": "미용"})
    assert list(load_drafts(with_draft(kept, "price", {"given": "90:0"}))) == ["mix", "price"]
    assert with_draft(with_draft(kept, "mix", {}), "price", {}) == ""
    assert load_drafts("") == {}


async def test_what_others_pay_may_come_late(learner: Chat) -> None:
    """Said under the price, it stands beside ours, and is not taken for it."""
    await say_all(learner, "값 정하기", "두 시간", "3천원", "1만 5천원", "몰라요")
    told = await learner.types("다른 분들은 2만원에서 3만원 받아요")
    assert "한 번에 37,000원" in told
    assert "20,000원~30,000원보다 높아요" in told
    assert "한 번에 35,000원" in await learner.types("3만5천원으로 할래요")


async def test_what_was_filed_and_erased_is_gone_from_the_draft(learner: Chat) -> None:
    """Erased is erased: nothing of it is held any more."""
    await learner.types("개인화 해볼래")
    await say_all(learner, *ONE_PERSON)
    await learner.types("적어 줘")
    line = (await learner.types("7번 칸")).split("“")[1].split("”")[0]
    await learner.says("/erase 16-one-line-promise yes")
    shown = await learner.types("내데이터")
    assert line not in shown
    assert not [answer for answer in ONE_PERSON if len(answer) > 8 and answer in shown]


@pytest.mark.parametrize(
    "words", ["되돌리기", "방금 거 취소", "방금 쓴 줄 지워줘", "지워줘", "원래대로 해줘", "아 잘못 썼어요"]
)
@pytest.mark.parametrize(
    ("opening", "answer"),
    [
        ("개인화 해볼래", ONE_PERSON[0]),
        ("자동화 설계", "청구서 쓰기 주 3번 20분 위험 낮음"),
        ("값 정하기", "3시간"),
        ("융합 조합기", "잘 모르겠는 일"),
    ],
)
async def test_undo_takes_back_the_last_answer_and_no_line(
    learner: Chat, database: Database, opening: str, answer: str, words: str
) -> None:
    """A line of the day stands in the plan already; what is being answered does not."""
    await learner.says("/line 01-three-strategies")
    await learner.says("손님마다 설명을 다르게 해요.")
    before = await lines(database, learner)
    await learner.types(opening)
    await learner.types(answer)
    said = await learner.types(words)
    assert await lines(database, learner) == before
    assert words not in said  # nor is it an answer


@pytest.mark.parametrize(
    ("said", "asked", "kept"),
    [
        (("2시간", "시간당 3만"), "2/4", "120:?:30000"),
        (("2시간", "재료 5천원, 시간당 3만원"), "4/4", "120:5000:30000"),
        (("2시간", "시급 2만원요", "없어요"), "4/4", "120:0:20000"),
        (("2시간 걸리고 한 시간에 3만원은 받고 싶어요",), "2/4", "120:?:30000"),
        (("시간당 3만 원",), "1/4", "?:?:30000"),
        (("시간당 3만 원", "90분"), "2/4", "90:?:30000"),
        (("2시간", "3만"), "3/4", "120:30000"),
    ],
)
async def test_what_an_hour_shall_bring_may_be_told_before_it_is_asked(
    learner: Chat, said: tuple[str, ...], asked: str, kept: str
) -> None:
    """It is no cost; the question that is open stays open, and it is not asked again."""
    await learner.types("값 정하기")
    assert f"값 정하기 {asked}" in await say_all(learner, *said)
    assert learner.expects == f"/price {kept}"
    await learner.types("뒤로")
    assert "?" not in learner.expects


async def test_a_price_after_an_hour_told_early(learner: Chat) -> None:
    """The reckoning is the same."""
    await learner.types("값 정하기")
    assert "한 번에 73,000원" in await say_all(learner, "2시간", "시간당 3만", "재료 5천", "몰라요")


@pytest.mark.parametrize(
    "words",
    [
        "가격 올릴까 고민돼요", "단가를 올려야 할까요", "가격 올려야 하나 고민 중이에요", "파마값 올려도 될까요",
        "너무 싸게 받는 것 같아요", "손님이 깎아 달래요", "비싸다고 할까 봐 걱정돼요", "제 가격이 너무 낮은가요",
        "수강료를 낮춰야 하나요", "요금 인상할까 해요",
    ],
)  # fmt: skip
async def test_who_wonders_about_a_price_is_offered_the_reckoning(learner: Chat, words: str) -> None:
    """With the price of the plan, where there is one."""
    assert "값은 느낌보다 셈으로" in await learner.types(words)
    assert "지금 이렇게" not in learner.text
    await learner.says("/write 18-price-and-no 한 번에 5만 원")
    await learner.says("진도")
    assert "한 번에 5만 원" in await learner.types(words)
    assert "값 정하기 1/4" in await learner.taps("값 정하기")


@pytest.mark.parametrize("words", ["위험은 둘 다 낮아요", "둘 다 위험 낮음", "위험은 모두 낮아요"])
async def test_what_is_told_of_all_tasks_at_once(learner: Chat, words: str) -> None:
    """It holds for each."""
    await learner.types("자동화 설계")
    text = await say_all(learner, "문구 뽑기 주2회 30분\n사진 정리 주1회 20분", words)
    assert text.count("위험 낮음") == 2
