"""The answers to what is said to the bot itself: true, brief, in one voice; they keep the open question and lead on."""

from datetime import date, timedelta

import pytest
from msgspec.structs import replace

from bot.conversation import Sorry
from bot.course.model import CHECKED, Course
from bot.korean.register import banned, is_polite, pictures, sentences
from bot.learning.standing import History
from bot.message import Button, Go, Message
from bot.record import Record
from bot.texts import Texts
from handlers import COMMANDS
from handlers.keeping import SAYS_SO
from handlers.small_talk import ANSWERS, talk
from tests.learning.turns import at_home, seoul, somebody, turn_of

NOW = seoul("2026-11-25 08:10")  # a Wednesday
LEARNER = replace(somebody(), trade="shop", screen=Message(("…",)))
LONGEST_BUBBLE, MOST_SENTENCES = 180, 3  # of an answer written here
HANDED_OVER = {
    "call",
    "stuck",
    "job",
    "what_can_you_do",
    "what_have_i_written",
    "edit_line",
    "empty_line",
    "show_line",
    "repeat",
    "start_over",
    "which_lesson",
    "easier",
    "harder",
    "study",
    "quiz",
}
HANDED_OVER |= {"why", "why_this_answer", "forget", "mine", "link", "progress", "zone"}
HANDED_OVER |= {
    "checklist",
    "left_making",
    "left_check",
    "mix",
    "add_decision",
    "people",
    "set_price",
    "change_cue",
    "no_name",
    "how_to_answer",
    "the_answer",
}
HANDED_OVER |= {"lesson_first", "what_next"}
HANDED_OVER |= {"personal", "automation", "repeat_question"}


def after(course: Course, lessons: int, screen: Message | None = LEARNER.screen, rhythm: str = "") -> Record:
    """A learner with so many lessons behind them, and what belongs to them, a part a day until yesterday; a screen."""
    learner = replace(LEARNER, screen=screen, rhythm=rhythm or LEARNER.rhythm)
    parts = course.parts[: course.parts.index(course.lessons[lessons]) if lessons < len(course.lessons) else None]
    finished = {part.name: date(2026, 11, 24) - timedelta(days=ago) for ago, part in enumerate(reversed(parts))}
    return Record(learner, homes=at_home(learner), finished=finished, days=frozenset(finished.values()))


def answered(record: Record, course: Course, say: Texts, words: str) -> Message:
    return talk(turn_of(record, NOW, course, say, words))


def go_of(message: Message, label: str) -> Go:
    return next(button.go for button in message.buttons if label in button.label)


@pytest.fixture
def quiz_open(course: Course, say: Texts) -> Message:
    """The first question of the first lesson, asked."""
    turn = turn_of(after(course, 0), NOW, course, say)
    return turn.go(Go("ask", course.lessons[0].checks[0].name))


@pytest.fixture
def line_open(course: Course, say: Texts) -> Message:
    """The line of the first lesson, asked for."""
    return turn_of(after(course, 0), NOW, course, say).go(Go("line", course.lessons[0].name))


# -- every answer ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("lessons", [0, 11, 30])
def test_every_answer_can_be_said_and_leads_on(course: Course, say: Texts, lessons: int) -> None:
    """At the beginning, on the way and at the end; each has a button, and every button is a command there is."""
    for intent in sorted({*ANSWERS} - {"quiz"}):
        message = answered(after(course, lessons), course, say, intent)
        assert message.buttons, intent
        assert {button.go.command for button in message.buttons} <= {*COMMANDS, "talk"}, intent
        assert len({button.go for button in message.buttons}) == len(message.buttons), intent


@pytest.mark.parametrize("intent", sorted({*ANSWERS} - HANDED_OVER))
def test_an_answer_is_brief_and_in_one_voice(course: Course, say: Texts, intent: str) -> None:
    """One or two short bubbles in 해요체, without an emoji; nothing of what sounds like a form or a translation."""
    message = answered(after(course, 11), course, say, intent)
    assert len(message.bubbles) <= 2
    for bubble in message.bubbles:
        assert len(bubble) <= LONGEST_BUBBLE
        told = [sentence for sentence, _ in sentences(bubble)]
        assert len(told) <= MOST_SENTENCES
        assert [sentence for sentence in told if not is_polite(sentence) and not sentence.isascii()] == []
        assert [*banned(bubble)] == []
        assert pictures(bubble) == 0


@pytest.mark.parametrize("intent", sorted({*ANSWERS} - HANDED_OVER - {"odd_question", "original_text"}))
def test_an_open_question_stays_open(course: Course, say: Texts, quiz_open: Message, intent: str) -> None:
    """Its buttons come first, so that their numbers hold, and the question can be shown again."""
    message = answered(after(course, 0, quiz_open), course, say, intent)
    assert message.expects == quiz_open.expects
    assert message.buttons[: len(quiz_open.buttons)] == quiz_open.buttons
    assert go_of(message, say("button-ask-again")) == Go("ask", course.lessons[0].checks[0].name)
    still = say("talk-open"), say("talk-open-briefly"), say("talk-open-waits")
    assert message.bubbles[-1].endswith(still) or intent in SAYS_SO  # who says goodbye is not asked to go on


def test_small_talk_twice_does_not_pile_up(course: Course, say: Texts, quiz_open: Message) -> None:
    """The buttons of the answer before make room."""
    screen = quiz_open
    for intent in ("price", "tired", "privacy", "busy_today", "insult"):
        screen = answered(after(course, 0, screen), course, say, intent)
    assert len(screen.buttons) <= len(quiz_open.buttons) + 4
    assert screen.expects == quiz_open.expects


def test_an_open_line_stays_open(course: Course, say: Texts, line_open: Message) -> None:
    """With its way out, and the prompt once more."""
    message = answered(after(course, 0, line_open), course, say, "thanks")
    assert message.expects == Go("write", course.lessons[0].name)
    assert [button.go.command for button in message.buttons] == ["skip", "line"]


def test_onboarding_stays_open(course: Course, say: Texts) -> None:
    """Whoever asks why they are asked can answer after that."""
    asked = turn_of(Record(somebody(), homes=at_home(somebody())), NOW, course, say).go(Go("start"))
    learner = replace(somebody(), screen=asked)
    message = answered(Record(learner, homes=at_home(learner)), course, say, "why_asked")
    assert (message.expects, message.buttons) == (asked.expects, asked.buttons)


def test_a_stranger_is_welcomed(course: Course, say: Texts) -> None:
    """By hello at once; any other answer leads to the beginning."""
    stranger = Record(somebody(), homes=at_home(somebody()))
    fresh = Record(replace(stranger.learner, rhythm="", screen=None), homes=stranger.homes)
    assert say("welcome-trade") in answered(fresh, course, say, "hello").bubbles
    assert answered(fresh, course, say, "price").buttons == (Button(say("command-start"), Go("start")),)


def test_an_intent_of_an_older_edition(course: Course, say: Texts) -> None:
    """A button of long ago is refused kindly."""
    with pytest.raises(Sorry, match="sorry-old-button"):
        answered(after(course, 0), course, say, "gone")


# -- what is true ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("intent", "told"),
    [
        (
            "who_are_you",
            ["프로그램", "사람이 아니라", "AI가 그때그때 지어내는 답도 아니에요", "사람이 미리 써 두었어요"],
        ),
        ("price", ["돈은 들지 않아요"]),
        ("privacy", ["전화번호와 메일은 받지 않아요", "지울 수 있어요", "운영하는 사람은 볼 수 있"]),
        ("certificate", ["수료증이나 자격증은 없어요", "12칸"]),
        ("worth_it", ["약속하지는 않아요"]),
        ("sad", ["1577-0199"]),
        ("lost_job", ["1350"]),
        ("original_text", ["인공지능 시대, 나만의 일자리를 만드는 3가지 전략", "의견", "근거"]),
        ("what_day", ["11월 25일(수)", "오전 8시 10분이에요"]),
        ("cannot", ["할 수 없는 일"]),
        ("name", ["‘나만의 일’이에요"]),
        ("english", ["Korean only"]),
    ],
)
def test_what_an_answer_says(course: Course, say: Texts, intent: str, told: list[str]) -> None:
    """The facts that have to be in it."""
    text = "\n".join(answered(after(course, 3), course, say, intent).bubbles)
    assert [words for words in told if words not in text] == []


@pytest.mark.parametrize(
    ("lessons", "rhythm", "told"),
    [
        (0, "weekdays 08:00", ["30개 남았어요", "1월 22일(금)"]),
        (11, "weekdays 08:00", ["11개를 마쳤어요", "19개 남았어요", "1월 1일(금)"]),
        (29, "weekdays 09:00", ["1개 남았어요", "11월 27일(금)"]),
        (29, "daily 08:00", ["11월 28일(토)"]),
        (28, "weekends 08:00", ["12월 6일(일)"]),
        (30, "weekdays 08:00", ["모두 마쳤어요"]),
    ],
)
def test_how_long_it_is_still(course: Course, say: Texts, lessons: int, rhythm: str, told: list[str]) -> None:
    """Lessons left, and about when the last part comes: makings and checks take days like lessons."""
    text = "\n".join(answered(after(course, lessons, rhythm=rhythm), course, say, "how_long").bubbles)
    assert [words for words in told if words not in text] == []


def test_no_end_is_reckoned_without_a_rhythm(course: Course, say: Texts) -> None:
    """Nor where reminders are switched off."""
    record = after(course, 3)
    for changed in (replace(record.learner, rhythm=""), replace(record.learner, off=True)):
        one = Record(changed, homes=record.homes, finished=record.finished, days=record.days)
        assert len(answered(one, course, say, "how_long").bubbles) == 1


# -- lessons ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("3번 레슨", "레슨 3/30"),
        ("레슨 12 보여줘", "레슨 12/30"),
        ("세번째 레슨", "레슨 3/30"),
        ("첫 레슨 다시", "레슨 1/30"),
        ("열한 번째 레슨", "목차"),  # only ten are known by word: the list
        ("어제 레슨 다시 볼래", "레슨 11/30"),
        ("지난번에 뭐 배웠지", "레슨 11/30"),
        ("경험 재고 조사 다시 보여줘", "레슨 11/30"),
        ("13강", "레슨 13은 아직 차례가 아니에요"),
        ("약속 한 문장 보여줘", "레슨 16은 아직 차례가 아니에요"),
        ("99강", "1번부터 30번까지"),
        ("0강", "1번부터 30번까지"),
        ("목차", "1단원 찾는 사람에서 만드는 사람으로"),
        ("2단원", "6. 개인화는 ‘모두’의 반대 (마침)"),
        ("둘째 단원", "2단원 한 사람의 문제: 개인화"),
        ("이번 단원", "3단원 나의 강점 × 다른 분야 × AI 도구"),
        ("지난 단원", "2단원 한 사람의 문제: 개인화"),
        ("다음 단원", "4단원 첫 상품 한 장"),
        ("마지막 단원", "6단원 첫 고객 10명"),
        ("자동화 흐름 하나", "5단원 자동화 흐름 하나"),
        ("9단원", "1단원부터 6단원까지"),
        ("한도표 쓰기", "만들기: 한도표 쓰기\n\n시간과 돈"),
    ],
)
def test_which_lesson_was_that(course: Course, say: Texts, words: str, shown: str) -> None:
    """By number, word, day or title, among those whose turn has come; else the list of all."""
    assert shown in answered(after(course, 11), course, say, f"which_lesson {words}").bubbles[0]


def test_the_list_of_lessons(course: Course, say: Texts) -> None:
    """Every unit with its goal; in a unit every title, and those that are done to read again."""
    about = course.about
    message = answered(after(course, 11), course, say, "which_lesson")
    told = (*about.units.values(), *about.goals.values())
    assert len(about.goals) == len(about.units) == 6
    assert [name for name in told if name not in message.bubbles[0]] == []
    assert go_of(message, "3단원") == Go("contents", "3")
    unit = answered(after(course, 11), course, say, "which_lesson 3단원")
    titles = [part.head.title for part in course.parts if part.head.unit == 3]
    assert (len(titles), [title for title in titles if title not in unit.bubbles[0]]) == (7, [])
    assert go_of(unit, "레슨 11 다시") == Go("read", course.lessons[10].name)
    assert "레슨 12 다시" not in [button.label for button in unit.buttons]


@pytest.mark.parametrize(("lessons", "shown"), [(0, "레슨 1/30"), (11, "레슨 12/30"), (30, "레슨 30/30")])
def test_the_lesson_at_hand_once_more(course: Course, say: Texts, lessons: int, shown: str) -> None:
    """The one that waits, else the last."""
    assert shown in answered(after(course, lessons), course, say, "repeat").bubbles[0]


def test_what_was_asked_is_asked_once_more(course: Course, say: Texts, quiz_open: Message, line_open: Message) -> None:
    """다시 under a question is the question, under a line its prompt."""
    assert answered(after(course, 0, quiz_open), course, say, "repeat").expects == quiz_open.expects
    assert answered(after(course, 0, line_open), course, say, "repeat") == line_open


def test_an_example_of_another_trade_every_time(course: Course, say: Texts) -> None:
    """Until all have been shown; never the learner's own, by the button and typed alike."""
    lesson, screen, told = course.lessons[0], Message(("…",)), []
    for _ in range(len(lesson.examples) - 1):
        screen = answered(after(course, 0, screen), course, say, "easier")
        told.append(screen.bubbles[0])
        assert str(go_of(screen, say("button-other-example"))).startswith("/talk easier ")
    others = {example for trade, example in lesson.examples.items() if trade != "shop"}
    assert {example for example in others if any(example in text for text in told)} == others
    assert go_of(screen, "‘개인화’ 뜻") == Go("term", "개인화")


def test_harder_is_a_question_never_asked_in_a_lesson(course: Course, say: Texts) -> None:
    """Of the newest lesson first; what was asked makes room for what was not."""
    record = after(course, 2)
    bank = [quiz.name for lesson in (course.lessons[1], course.lessons[0]) for quiz in lesson.quizzes[CHECKED:]]
    for n, quiz in enumerate(bank):
        known = {name: History(NOW.date()) for name in bank[:n]}
        one = Record(record.learner, homes=record.homes, finished=record.finished, days=record.days, histories=known)
        expects = answered(one, course, say, "harder").expects
        assert expects is not None
        assert expects.argument.partition(":")[0] == quiz
    assert answered(after(course, 0), course, say, "harder").bubbles == (say("talk-harder-none"),)


def test_the_reason_follows_the_answer(course: Course, say: Texts, quiz_open: Message) -> None:
    """Before it, the reason would give the answer away; after it, what the article says of that lesson."""
    assert answered(after(course, 0, quiz_open), course, say, "why_this_answer").bubbles[0] == say(
        "talk-why-unanswered"
    )
    quiz = course.lessons[2].checks[0]
    explained = Message(("…",), (Button("…", Go("report", quiz.name)),))
    for intent in ("why", "why_this_answer"):
        told = answered(after(course, 5, explained), course, say, intent)
        assert next(option.because for option in quiz.answer_key if option.right) in "\n".join(told.bubbles)
        assert told.buttons == explained.buttons


def test_an_odd_question_is_reported(course: Course, say: Texts, quiz_open: Message) -> None:
    """The one that is asked or was just explained; without one there is nothing to report."""
    quiz = course.lessons[0].checks[0].name
    asked = answered(after(course, 0, quiz_open), course, say, "odd_question")
    assert (asked.expects, go_of(asked, say("button-report"))) == (quiz_open.expects, Go("report", quiz))
    explained = Message(("…",), (Button("…", Go("report", quiz)),))
    assert answered(after(course, 1, explained), course, say, "odd_question").expects == Go("reported", quiz)
    assert answered(after(course, 1), course, say, "odd_question").bubbles[0] == say("talk-bug")


def test_who_cannot_be_called_first_is_not_offered_to_be(course: Course, say: Texts) -> None:
    """In a chat that cannot speak first there is no 30분 뒤에."""
    turn = turn_of(after(course, 1), NOW, course, say, "busy_today")
    assert go_of(talk(turn), say("button-snooze")) == Go("remind", "once +30m")
    turn = turn_of(after(course, 1), NOW, course, say, "busy_today")
    turn.pushing = frozenset()
    assert say("button-snooze") not in [button.label for button in talk(turn).buttons]


def test_nothing_is_changed_by_small_talk(course: Course, say: Texts) -> None:
    """No setting, no line, no answer: only what a tap on an offered button does."""
    for intent in {*ANSWERS} - {"quiz", "link"}:  # a code that is given is kept
        turn = turn_of(after(course, 11), NOW, course, say, intent)
        talk(turn)
        assert turn.facts == [], intent
