"""Twenty weeks of tasks in 자동화 설계, told in any ending: its sums can be redone on paper, its sentences be read."""

import re
from fractions import Fraction

import pytest

from tests.conftest import Chat

WEEKS = [  # the tasks, when the first one begins, what its draft is checked against; then the first task and both again
    (
        "청구서를 써요 주 3번 20분 위험 낮음\n손님 문자에 답해요 매일 30분 위험 낮음",
        *("문자가 와요", "예약장과 맞춰 봐요"),
        *("손님 문자에 답하기", "문자가 오면", "예약장"),
    ),
    (
        "재고를 세고 있어요 매일 15분 낮음\n발주 넣는 거 주 2번 20분 중간",
        *("재고가 떨어지면 시작해요", "창고 실물이랑 비교합니다"),
        *("재고 세기", "재고가 떨어지면", "창고 실물"),
    ),
    (
        "인스타에 글 올리는 일 주 4번 40분 위험 낮음",
        *("월요일 아침에요", "단가표를 보면 돼요"),
        *("인스타에 글 올리기", "월요일 아침", "단가표"),
    ),
    (
        "견적서 작성합니다 주 5번 40분 위험 낮음",
        *("전화가 왔을 때 합니다", "지난 견적서에 적힌 값이랑 같은지 봐요"),
        *("견적서 작성하기", "전화가 왔을 때", "지난 견적서에 적힌 값"),
    ),
    (
        "근무표 짜기 한 달에 1번 2시간 위험 중간\n교대 인수인계 정리 매일 20분 위험 높음",
        *("매달 20일이 되면", "병동 인원표요"),
        *("근무표 짜기", "매달 20일이 되면", "병동 인원표"),
    ),
    (
        "예약 확인 전화를 걸어요 격주 50분 낮음",
        *("예약 전날", "예약장"),
        *("예약 확인 전화 걸기", "예약 전날", "예약장"),
    ),
    (
        "수강생 질문에 답변 달아요 매일 25분 낮음",
        *("질문이 올라왔을 때", "교재하고 대조해요"),
        *("수강생 질문에 답변 달기", "질문이 올라왔을 때", "교재"),
    ),
    (
        "블로그 글쓰기 주 2번 1시간 30분 위험 낮음",
        *("수요일 저녁마다", "원본 사진을 열어서 하나씩 대조해요"),
        *("블로그 글쓰기", "수요일 저녁마다", "원본 사진"),
    ),
    (
        "영수증 모아요 매일 10분 낮음",
        *("퇴근할 때", "카드 내역이랑 맞춰 보면 됩니다"),
        *("영수증 모으기", "퇴근할 때", "카드 내역"),
    ),
    (
        "택배 송장 뽑기 하루에 3번 10분 낮음",
        *("주문이 들어와요", "주문서에 적힌 주소"),
        *("택배 송장 뽑기", "주문이 들어오면", "주문서에 적힌 주소"),
    ),
    (
        "부가세 자료를 모아요 분기마다 3시간 위험 중간\n거래 명세서 보내기 주 1번 7분 낮음",
        *("세금계산서 발행이 끝나면요", "거래처 장부예요"),
        *("거래 명세서 보내기", "세금계산서 발행이 끝나면", "거래처 장부"),
    ),
    (
        "후기 답글 주 2~3번 15분 낮음, 메뉴판 고치기 한 달에 한 번 1시간 중간",
        *("새 후기가 달리면", "메뉴판이랑요"),
        *("후기 답글", "새 후기가 달리면", "메뉴판"),
    ),
    (
        "학부모 알림장 매일 20분 낮음\n시험지 채점 주 1회 2시간 위험 높음",
        *("수업이 끝나고 나서 시작해요", "수업 일지를 펴고 확인해요"),
        *("학부모 알림장", "수업이 끝나고 나서", "수업 일지"),
    ),
    (
        "주간 보고 표를 모읍니다 주1 40분 하",
        *("금요일 아침이 되면 엽니다", "지난주 보고서와 숫자를 맞춰 봅니다"),
        *("주간 보고 표 모으기", "금요일 아침이 되면", "지난주 보고서"),
    ),
    (
        "1. 견적 문의 답장 하루 4번 5분 낮음\n2. 사진 보정 주 3회 1시간 중간\n3. 계약서 쓰기 월 2회 1시간 높음",
        *("문의가 오면", "단가표(2026)"),
        *("견적 문의 답장", "문의가 오면", "단가표(2026)"),
    ),
    (
        "회의록을 씁니다 주 2회 30분 낮아요",
        *("회의가 끝나면 바로 시작합니다", "녹음 파일이랑 대조하려고 해요"),
        *("회의록 쓰기", "회의가 끝나면", "녹음 파일"),
    ),
    (
        "단골 생일 문자 보내는 일 한 달에 3번 10분 위험 낮음",
        *("생일 사흘 전", "고객 카드에 적힌 날짜요"),
        *("단골 생일 문자 보내기", "생일 사흘 전", "고객 카드에 적힌 날짜"),
    ),
    (
        "유통기한 점검해요 매일매일 12분 틀려도 다시 보면 돼요",
        *("문 열 때", "진열대 실물"),
        *("유통기한 점검하기", "문 열 때", "진열대 실물"),
    ),
    (
        "환자 안내문 만들기 주 1번 50분 중간",
        *("새 안내가 내려오면", "병원 지침서를 보고 확인합니다"),
        *("환자 안내문 만들기", "새 안내가 내려오면", "병원 지침서"),
    ),
    (
        "강의 자료 요약 월수금 35분 낮음",
        *("강의 전날 밤", "교재 원문과 비교해 봐야죠"),
        *("강의 자료 요약", "강의 전날 밤", "교재 원문"),
    ),
]
SUM = re.compile(r"지금 한 달: (\d+)번 × (\d+)분(?: × ([\d.]+)주)?(?: ÷ (\d+))? = ([\d.,]+)분(?:\((.+)\))?")
REST = re.compile(r"빼면 ([\d.,]+)분(?:\((.+)\))?")


def minutes(spoken: str) -> int:
    """Of 9시간 30분."""
    hours, rest = re.search(r"(\d+)시간", spoken), re.search(r"(\d+)분", spoken)
    return 60 * int(hours[1] if hours else 0) + int(rest[1] if rest else 0)


def open_or_closed(word: str) -> str:
    """과 or 와, by the final consonant of the last syllable outside of brackets."""
    last = re.sub(r"\(.*\)", "", word)[-1]
    return "과" if (ord(last) - 0xAC00) % 28 else "와"


async def design(learner: Chat, tasks: str, start: str, source: str) -> str:
    for words in ("자동화 설계", tasks, "다 적었어요", start, source):
        await learner.types(words)
    return learner.text


@pytest.mark.parametrize(("tasks", "start", "source", "first", "begins", "against"), WEEKS)
async def test_a_week_of_tasks_reads_well(
    learner: Chat, tasks: str, start: str, source: str, first: str, begins: str, against: str
) -> None:
    """The names are names, nothing is said twice, the particles are right; in the lines as in the message."""
    told = await design(learner, tasks, start, source)
    assert f"먼저 맡길 일은 ‘{first}’" in told
    assert f"① 시작: {begins}\n" in told
    with_ = f"{against}{open_or_closed(against)}" if not against.endswith(")") else f"{against}와"
    assert f"③ 사람: {with_} 맞춰 봐요. 다르면" in told
    for label, line in (
        ("일의 차례 적기", f"{first}: {begins} → AI 초안 → 내가 {with_} 대조 → 내보내기"),
        ("사람 확인 적기", f"{first}: 내보내기 전에 내가 {with_} 맞춰 봐요. 다르면 내보내지 않고 고쳐요."),
    ):
        assert line in await learner.taps(label)


@pytest.mark.parametrize(("tasks", "start", "source"), [week[:3] for week in WEEKS])
async def test_its_sums_can_be_redone_on_paper(learner: Chat, tasks: str, start: str, source: str) -> None:
    """So many times, so many minutes, so many weeks; a third less; no more is promised than that."""
    told = await design(learner, tasks, start, source)
    now, rest, saved = SUM.search(told), REST.search(told), re.search(r"한 달에 (.+)쯤 아낄", told)
    assert now
    assert rest
    assert saved
    times, long, weeks, by = now[1], now[2], now[3] or "1", now[4] or "1"
    all_ = Fraction(times) * Fraction(long) * Fraction(weeks) / Fraction(by)
    assert abs(Fraction(now[5].replace(",", "")) - all_) < Fraction(1, 10)
    left = int(rest[1].replace(",", ""))
    assert 0 <= all_ * Fraction(2, 3) - left < 1
    assert [minutes(one) for one in (now[6], rest[2]) if one] == [int(n) for n in (all_, left) if n >= 60]
    assert 0 <= left - minutes(saved[1]) < 10
    spoken = re.search(r"한 달에 (\S+시간(?: \d+분)?|\d+분)(?:이에요|이 들어요|이 드는)", told)
    assert spoken
    assert minutes(spoken[1]) == int(all_)


@pytest.mark.parametrize("words", ["제가 직접 눈으로 확인해요", "꼼꼼히 살펴봐요", "그냥 확인해요", "머리로요"])
async def test_what_names_nothing_to_check_against_is_asked_again(learner: Chat, words: str) -> None:
    """The eye alone overlooks what is wrong; the question stays open."""
    assert "맞춰 볼 것의 이름" in await design(learner, WEEKS[0][0], "문자가 오면", words)
    assert "③ 사람: 예약장과 맞춰 봐요" in await learner.types("예약장과 맞춰 볼게요")


async def test_fifteen_tasks_with_long_names_are_all_shown(learner: Chat) -> None:
    """In as many bubbles as it takes; under the verdict, how many there are besides."""
    await learner.types("자동화 설계")
    names = [f"{sign}로 시작하는 이름이 아주 기다란 일거리 정리하기" for sign in "가나다라마바사아자차카타파하거"]
    for name in names:
        await learner.types(f"{name} 주 15번 1시간 반 낮음")
    assert [name for n, name in enumerate(names, 1) if f"{n}. {name} ·" not in learner.text] == []
    await learner.types("끝")
    await learner.types("문자가 오면")
    assert "그 밖의" in await learner.types("예약장")
