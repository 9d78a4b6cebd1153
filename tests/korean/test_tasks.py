"""A week's tasks as people list them, and which of them may be handed over first."""

import pytest

from bot.korean.tasks import Risk, Task, completed, tasks_in, told_of_one
from bot.plan.automation import Place, often, ranked

LOW, MIDDLE, HIGH = Risk.LOW, Risk.MIDDLE, Risk.HIGH
BILLS = Task("청구서 쓰기", 3, 20, LOW)


@pytest.mark.parametrize(
    "said",
    [
        "청구서 쓰기 주 3번 20분 위험 낮음",
        "1. 청구서 쓰기 - 주 3회 - 20분 - 낮음",
        "청구서 쓰기, 주 3번, 20분, 낮음",
        "• 청구서 쓰기: 일주일에 세 번, 한 번에 20분씩, 위험은 낮아요",
        "주 3번 청구서 쓰기 이십 분 위험 하",
        "| 청구서 쓰기 | 주 3회 | 20분 | 하 |",
        "청구서 쓰기는 월수금마다 20분 걸려요. 틀려도 다시 보내면 돼요",
        "청구서 쓰기 한 주에 3번 20분쯤 위험이 거의 없어요",
        "추가: 청구서 쓰기 주3회 20분 리스크 low",
    ],
)
def test_one_task_in_many_shapes(said: str) -> None:
    """Number, bullet, table, sentence: the same name, times a week, minutes and risk."""
    assert tasks_in(said) == [BILLS]


@pytest.mark.parametrize(
    ("said", "week"),
    [
        ("매일", 5),
        ("날마다", 5),
        ("하루 두 번", 10),
        ("아침마다", 5),
        ("주말마다", 2),
        ("격주", 0.5),
        ("2주에 한 번", 0.5),
        ("매주 금요일", 1),
        ("매주 화요일과 목요일에", 2),
        ("월수금마다", 3),
        ("주 10번", 10),
        ("주마다", 1),
        ("주3", 3),
        ("월수금", 3),
        ("화·목", 2),
    ],
)
def test_how_often_in_a_week(said: str, week: float) -> None:
    """매일 is reckoned as the days that people work."""
    [task] = tasks_in(f"재고 세기 {said} 15분")
    assert (task.name, task.a_week, task.minutes) == ("재고 세기", week, 15)


@pytest.mark.parametrize(
    ("said", "a_year"), [("한 달에 두 번", 24), ("월 1회", 12), ("분기마다", 4), ("일 년에 한 번", 1)]
)
def test_how_often_in_a_year(said: str, a_year: float) -> None:
    """What is rarer than a week."""
    [task] = tasks_in(f"세금 자료 모으기 {said} 1시간 반 위험 높음")
    assert task.a_week is not None
    assert (round(task.a_week * 52), task.minutes, task.risk) == (a_year, 90, HIGH)


@pytest.mark.parametrize(
    ("said", "names"),
    [
        ("청구서 쓰기 주 3번 20분 낮음, 예약 답장 매일 30분 낮음", ["청구서 쓰기", "예약 답장"]),
        ("1) 견적서 주 2회 40분\n2) 재고 세기 매일 15분\n", ["견적서", "재고 세기"]),
        ("업무 | 횟수 | 시간\n--- | --- | ---\n| 견적서 | 주 2회 | 40분 |", ["견적서"]),
        ("상담 예약 받기 매일 20분; 원고 교정 주 1회 3시간", ["상담 예약 받기", "원고 교정"]),
        ("알림 문자 보내기 매일 아침 8시 10분", ["알림 문자 보내기"]),
        ("인스타 올리기", ["인스타 올리기"]),
        ("🎉🎉", []),
        ("ㅁㄴㅇㄹ", []),
        ("20분이요", []),
        ("위험은 낮아요", []),
        ("아침이 되면", []),
        ("", []),
    ],
)
def test_lists_of_tasks(said: str, names: list[str]) -> None:
    """Pasted in any usual way; what names no task is none."""
    assert [task.name for task in tasks_in(said)] == names


def test_what_is_told_later_completes_a_task() -> None:
    """Times, minutes and risk one after the other; the last word counts."""
    task = Task("청구서 쓰기")
    for said in ("주 3번", "40분", "중간이요", "20분", "위험 낮음"):
        task = completed(task, told_of_one(said))
    assert task == BILLS


@pytest.mark.parametrize("said", ["낮음", "낮아요", "위험 낮음", "하", "없음", "안 위험해요", "위험도 1"])
def test_a_low_risk(said: str) -> None:
    """Said alone."""
    assert told_of_one(said).risk is LOW


@pytest.mark.parametrize("said", ["높음", "위험이 커요", "상", "위험도 5", "틀리면 손님 돈이 걸려요", "매우 위험해요"])
def test_a_high_risk(said: str) -> None:
    """Said alone."""
    assert told_of_one(said).risk is HIGH


@pytest.mark.parametrize(
    ("task", "place"),
    [
        (Task("재고 세기", 5, 15, LOW), Place.FIRST),
        (Task("인스타 글", 2, 60, MIDDLE), Place.FIRST),
        (Task("환불", 5, 60, HIGH), Place.HUMAN),
        (Task("연말 카드", 1 / 52, 300, LOW), Place.SELDOM),
        (Task("월말 정산 안내", 12 / 52, 60, LOW), Place.FIRST),
    ],
)
def test_what_becomes_of_a_task(task: Task, place: Place) -> None:
    """A high risk stays with people, what is rarer than once a month is put off."""
    assert [one.place for one in ranked([task])] == [place]


def test_the_order_in_which_tasks_are_handed_over() -> None:
    """The low risk first, of two alike the one that takes longer; the others keep behind."""
    tasks = [
        Task("환불", 5, 60, HIGH),
        Task("인스타 글", 5, 60, MIDDLE),
        Task("재고 세기", 1, 15, LOW),
        Task("연말 카드", 1 / 52, 60, LOW),
        Task("예약 답장", 5, 30, LOW),
    ]
    found = ranked(tasks)
    assert [one.task.name for one in found] == ["예약 답장", "재고 세기", "인스타 글", "연말 카드", "환불"]
    assert [one.place for one in found].count(Place.FIRST) == 1
    assert (found[0].monthly, found[0].left, found[0].saved) == (645, 430, 430)
    assert ranked([]) == []


@pytest.mark.parametrize(
    ("said", "times", "per", "monthly"),
    [  # of 20 minutes a time: times × 20 × 4.3 weeks, reckoned on paper
        ("매일", 5, "week", 430),
        ("주 3번", 3, "week", 258),
        ("하루 두 번", 10, "week", 860),
        ("격주", 1, "fortnight", 43),
        ("한 달에 두 번", 2, "month", 40),
        ("월 5회", 5, "month", 100),
        ("분기마다", 1, "quarter", 6),  # 20 ÷ 3, whose end is dropped
        ("일 년에 한 번", 1, "year", 1),
    ],
)
def test_minutes_of_a_month_are_reckoned_on_paper(said: str, times: float, per: str, monthly: int) -> None:
    """As often as it was told, in the span in which that is a whole number."""
    [task] = tasks_in(f"재고 세기 {said} 20분 낮음")
    assert often(task.a_week or 0) == (times, per)
    assert ranked([task])[0].monthly == monthly
