"""The kinds of question: what they hear, what they say, what authors see of them, what is refused in files. Pure."""

import re
import tomllib
from collections.abc import Iterable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.authoring.replies import state_of
from bot.course.faults import Faulty
from bot.course.markdown import outline
from bot.course.quizzes import KINDS, Grade, Quiz
from bot.course.quizzes.kind import LONGEST_NAME, Mark, means, told
from bot.message import LONGEST_BUBBLE, Message, plain
from bot.texts import LOCALES, Texts

ROOT = Path(__file__).parent.parent
SAMPLES = {
    "choice": """누구에게 팔까요?

- [ ] 모두
  > 모두라고 하면 아무에게도 말을 걸기 어려워요.
- [x] 한 사람
  > 한 사람의 말이 들려요.
- [ ] 나
  > 나를 위한 물건일 수도 있어요.
""",
    "ox": """순서대로 모두 해야 해요. 맞을까요?

- [ ] O
  > 번호가 순서처럼 읽히죠.
- [x] X
  > 하나만 골라도 돼요.
""",
    "cloze": """값은 ____가 정해요.

- [x] 소비자
  > 사는 쪽이 고개를 끄덕여야 값이에요.
- [x] 사는 사람
- [ ] 생산자
  > 만든 쪽은 값을 부를 수 있어요.
""",
    "initials": """도움을 받는 사람을 부르는 말이에요.

- [x] 고객
  > 우리는 그 가운데 한 사람부터 골라요.
- [ ] 가격
  > 첫소리가 같지만 사람은 아니에요.
""",
    "match": """알맞은 이름표와 짝지어 볼까요?

- 본 것 = 가격표를 봤어요
  > 누구나 같은 장면을 봤을 거예요.
- 들은 것 = 비싸다고 했어요
  > 손님의 말이 그대로 남아 있어요.
- 내 해석 = 부담스러운 것 같아요
  > 내 짐작이에요.
""",
    "order": """차례대로 놓아 볼까요?

1. 물음 적기
2. 기준 정하기 / 도구 고르기
3. 해 보기

> 물음이 있어야 나머지가 정해져요.
""",
    "scenario": """손님이 값을 물어요.
어떻게 할까요?

- [-] 나중에 알려 주기
  > 값을 아직 모를 땐 이쪽이 나아요.
- [ ] 못 들은 척하기
  > 손님이 기다려요.
- [x] 바로 말하기
  > 물어볼 때가 말할 때예요.
""",
    "essay": """누구를 도울지 한두 문장으로 적어 볼까요?

- [ ] 사람이 있어요
- [ ] 문제가 있어요
- [ ] 때가 있어요

> 아침마다 도시락을 못 싸는 이웃을 도와요.
""",
}


def quiz(kind: str, text: str = "", name: str = "q", *, review: bool = False) -> Quiz:
    """A quiz read from a file as authors write it."""
    section = outline(f"+++\n+++\n\n## x · {name}\n\n{text or SAMPLES[kind]}").sections[0]
    return KINDS[kind](section, name, (), review=review)


def shown(kind: str, say: Texts, seed: str = "7:2026-11-23") -> tuple[Quiz, Message]:
    found = quiz(kind)
    return found, found.ask(seed, say)


def hears(found: Quiz, command: str, say: Texts) -> Grade | Message | None:
    """What becomes of a command, as the handler takes it apart."""
    head, _, words = command.removeprefix("/answer ").partition(" ")
    return found.hear(words.strip(), head.partition(":")[2], say)


def shown_of(found: Quiz, words: str, say: Texts, state: str = "") -> str:
    """What an answer is told, as one text."""
    grade = found.hear(words, state, say)
    assert isinstance(grade, Grade)
    return plain("\n\n".join(told(grade, say)))


def right(heard: Grade | Message | None) -> bool | None:
    """Whether an answer is right; None for one that is not graded, or asked about."""
    return heard.right if isinstance(heard, Grade) else None


CLAIMS = {
    "choice": ("2번 갈게요|3번으로 하겠습니다|보기 2|한 사람이요", "사람|2과|2번 레슨|2번 말고요|다음에 봐요"),
    "ox": ("맞는 말이에요|그런 것 같아요|아니죠|ㅇ|안돼요", "안녕하세요|이게 맞는 말인지 모르겠어요"),
    "cloze": ("소비자|소비자가 정해요|사는 사람이요", "생산자|이웃|소비자는 아니에요|안녕하세요"),
    "initials": ("고객|고객님", "가격이요|손님|고객 말고요"),
    "match": (
        "가다나|가, 다, 나|다 가 나|다가나|1-가 2-나 3-다|본 것은 다, 들은 것은 가, 내 해석은 나",
        "가|가나|나가요|가다나 말고",
    ),
    "order": ("4213|순서는 4213|사이일삼이요", "42|4|4213 아니에요|이사"),
    "scenario": ("2번 할래요|바로 말하기요", "나중에 할게요|바로|2번 레슨이요"),
    "essay": (
        "아침마다 도시락을 못 싸는 이웃을 도와요",
        "2번 갈게요|이웃을 도와요|나중에 할게요, 지금 손님이 와서 못 해요",
    ),
}


@pytest.mark.parametrize("kind", KINDS)
def test_a_question_claims_what_can_only_be_its_answer(say: Texts, kind: str) -> None:
    """Right and wrong alike; never what may as well be small talk, nor what denies."""
    found, message = shown(kind, say)
    state = message.expects.argument.partition(":")[2] if message.expects else ""
    claimed, left = CLAIMS[kind]
    assert [words for words in claimed.split("|") if words and not found.claims(words, state, say)] == []
    assert [words for words in left.split("|") if found.claims(words, state, say)] == []


@pytest.mark.parametrize("kind", KINDS)
def test_what_a_question_claims_it_hears(say: Texts, kind: str) -> None:
    """Nothing is claimed and then refused."""
    found, message = shown(kind, say)
    state = message.expects.argument.partition(":")[2] if message.expects else ""
    words = {one for claimed, left in CLAIMS.values() for one in f"{claimed}|{left}".split("|")}
    assert [one for one in words if found.claims(one, state, say) and not found.hear(one, state, say)] == []


# -- how each kind hears ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        *(
            (form, False)
            for form in "O o 0 ㅇ ㅇㅇ 오 오요 동그라미 동그라미예요 네 맞아요 맞습니다. 그래요! ㅐ dh akwdkdy".split()
        ),
        *((form, True) for form in "X x ㅌ 엑스 엑스요 X요 가위표 아니요 아니오 아뇨 ㄴㄴ 틀려요 안맞아요".split()),
        ("아니요ㅋㅋ", True),
        ("안 맞아요", True),
        ("dksldy", True),  # 아니요 in the wrong layout
        *((form, False) for form in "○ 〇 ⭕ ✅ 그렇죠 맞죠 응 참 true 옳아요 당연하죠 맞다고생각해요 1번".split()),
        *(
            (form, True)
            for form in "× ✕ ❌ 틀렸어요 아니죠 아니에요 아닌것같아요 땡 땡이요 거짓 false 2번 X인듯".split()
        ),
        ("네, 맞는 것 같아요", False),
        ("음... O 같아요", False),
        ("X 말고 O", False),
        ("O가 아니라 X예요", True),
        ("아니요, 틀린 것 같아요ㅎㅎ", True),
        ("X 아닌가요?", True),
        ("답은 2", True),
        ("파란 코끼리", None),
        ("글", None),
        ("", None),
        ("OX", None),
        *((form, None) for form in ("O X", "네 아니요", "아니 맞아요", "X 아니에요", "O는 아니에요", "틀리지 않아요")),
        *((form, False) for form in ("그런 것 같아요", "그런 거 같네요", "그런 듯해요", "맞는 말이에요", "그렇죠 뭐")),
        *((form, True) for form in ("그렇지 않아요", "아닌 것 같은데요", "그럴 리가요", "안 그런 것 같아요")),
        *((form, True) for form in ("안돼요", "안 돼요", "안 됩니다", "안되죠")),
        *((form, None) for form in ("그런데요", "그런가요?")),
        *((form, None) for form in ("안 틀려요", "네?", "아닌가요?", "맞지 않나요?", "안녕하세요", "고마워요", "ㅋㅋ")),
    ],
)
def test_ox_in_all_its_spellings(say: Texts, words: str, *, expected: bool | None) -> None:
    """O and X may be typed as letters, names, signs, or a yes and a no."""
    assert right(quiz("ox").hear(words, "", say)) is expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("소비자", True),
        ("소비자가", True),
        ("소비자 예요", True),
        (" 소 비 자 ", True),
        ("소비쟈", True),  # one slip
        ("thqlwk", True),  # the wrong layout
        ("사는사람", True),  # a synonym
        ("‘소비자’", True),
        ("소비자?", True),  # a hesitant answer is one
        ("값은 소비자가 정해요", True),  # with the sentence around the blank
        ("소비자가 정해요", True),
        ("생산자 말고 소비자", True),
        ("생산자", False),
        ("생산자요", False),
        ("생산자가 정해요", False),
        ("소비자 말고 생산자", False),
        ("이웃", False),
        ("이웃인 것 같아요", False),
        ("소비재", False),
        ("ㅅㅂㅈ", None),
        ("ㅋㅋ", None),
        *(
            (form, None)
            for form in ("소비자가 아니에요", "안 소비자", "소비자 말고", "소비자랑 생산자", "소비자, 생산자")
        ),
        *(
            (form, None)
            for form in ("안녕하세요", "감사합니다!", "ㅠㅠ", "하하하", "너무 어려워요", "왜요", "나중에 할게요")
        ),
        *(
            (form, None)
            for form in ("기억 안 나요", "문제가 이상해요", "오늘은 바빠요", "굿모닝", "좋아요", "헐", "네")
        ),
        ("뭐예요?", None),
        ("…", None),
        ("", None),
    ],
)
def test_a_blank_forgives_how_it_is_typed(say: Texts, words: str, *, expected: bool | None) -> None:
    """Particles, spacing, layout and one slip do not count; a question back or bare consonants are no answer."""
    assert right(quiz("cloze").hear(words, "", say)) is expected


STRATEGY = """글의 세 전략 가운데 ____에 가까워요. 이웃에게 물어보면 알아요.

- [x] 개인화
  > 사람마다 다르게 해요.
- [ ] 자동화
  > 사람이 빠져요.
"""


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        *((form, True) for form in ("개인화 전략이에요", "개인화 전략", "개인화에 가까워요", "개인화를 물어봐요")),
        *((form, False) for form in ("자동화 전략이요", "융합 전략이요", "자동화에 가까워요", "자동화를 물어봐요")),
        *(
            (form, None)
            for form in ("개인화 전략이 아니에요", "개인화 전략 말고요", "안 개인화 전략", "개인화에 가깝지 않아요")
        ),
        *((form, None) for form in ("개인화를 안 물어봐요", "개인화를 못물어봐요", "개인화를 물어보지 않아요")),
        *((form, True) for form in ("개인화를 물어봐야 해요", "개인화를 물어보면 돼요")),
        *((form, None) for form in ("개인화인지 잘 알게 돼요", "개인화를 물어보면 안 돼요")),
        *((form, None) for form in ("개인화 방법이요", "서비스 개인화")),  # the question speaks of no 방법
    ],
)
def test_a_noun_or_verb_of_the_question_may_follow(say: Texts, words: str, *, expected: bool | None) -> None:
    """Asked for a strategy, 개인화 전략 is 개인화; with another word beside it the one that is meant is asked for."""
    assert right(quiz("cloze", STRATEGY).hear(words, "", say)) is expected


def test_what_is_missed_is_explained_with_a_noun_behind_it(say: Texts) -> None:
    """자동화 전략 gets the reason of 자동화."""
    grade = quiz("cloze", STRATEGY).hear("자동화 전략이요", "", say)
    assert isinstance(grade, Grade)
    assert grade.because[0] == "사람이 빠져요."


def test_a_known_misunderstanding_gets_its_own_line(say: Texts) -> None:
    """What people often say has a reason of its own; both end on that of the right answer."""
    known, other = (shown_of(quiz("cloze"), words, say) for words in ("생산자", "이웃"))
    assert known == (
        "아쉬워요. 빈칸에는 ‘소비자’가 들어가요.\n\n✗ 생산자 (내 답)\n✓ 소비자 (답)\n\n"
        "만든 쪽은 값을 부를 수 있어요.\n\n사는 쪽이 고개를 끄덕여야 값이에요."
    )
    assert other.endswith("✗ 이웃 (내 답)\n✓ 소비자 (답)\n\n사는 쪽이 고개를 끄덕여야 값이에요.")


@pytest.mark.parametrize(
    ("words", "expected", "line"),
    [
        ("고객", True, "✓ 고객 (내 답)"),
        ("고객이요", True, "✓ 고객 (내 답)"),
        ("rhror", True, "✓ 고객 (내 답)"),
        ("가격", False, "첫소리가 같지만"),
        ("가게", False, "초성은 꼭 맞아요"),
        ("손님", False, "✗ 손님 (내 답)"),
        ("고객님이에요", True, "✓ 고객 (내 답)"),
        ("고객이라고 하죠", True, "✓ 고객 (내 답)"),
        ("고객이라고 불러요", True, "✓ 고객 (내 답)"),
        ("도움을 받는 사람의 가격", False, "(내 답)"),
        ("사람 고객이요", True, "✓ 고객 (내 답)"),
    ],
)
def test_the_definition_decides(say: Texts, words: str, *, expected: bool, line: str) -> None:
    """Another word with the same consonants is not the word, and is told so."""
    grade = quiz("initials").hear(words, "", say)
    assert isinstance(grade, Grade)
    assert grade.right is expected
    text = shown_of(quiz("initials"), words, say)
    assert line in text
    assert expected or text.startswith("아쉬워요. 답은 ‘고객’이에요.")


@pytest.mark.parametrize("words", ["안 고객", "다른 고객", "사람 아닌 고객", "사람 고객은 아니에요", "우리 고객"])
def test_a_word_that_may_turn_the_answer_is_asked_about(say: Texts, words: str) -> None:
    """Only a noun of the definition may stand before the word."""
    assert quiz("initials").hear(words, "", say) is None


@pytest.mark.parametrize(
    "words",
    """
    기억 안 나요|기억이 잘 안 나네요|기억 안 남|생각이 안 나요|생각 안 납니다|모르겠어요
    저는 잘 모르겠는데요ㅠㅠ|전혀 모르겠습니다|몰라|아 몰라요|글쎄요|패스|패스할게요|까먹었어요|까먹음
    잊어버렸어요|헷갈려요|떠오르지 않아요|답 알려 주세요|정답이 뭐예요?|넘어갈게요|포기|skip|ahffk
    """.strip()
    .replace("\n", "|")
    .split("|"),
)
def test_not_knowing_in_all_its_forms(say: Texts, words: str) -> None:
    """What shows the answer kindly."""
    assert means(words.strip(), "quiz-says-unknown", say)


@pytest.mark.parametrize(
    "words", ["모르는 사람", "기억", "고객은 모르겠어요", "패스트푸드", "안 몰라요", "알겠어요", "", "?"]
)
def test_what_is_not_not_knowing(say: Texts, words: str) -> None:
    """Answers and other sayings that hold such a word."""
    assert not means(words, "quiz-says-unknown", say)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        *(
            ("둘째", "한 사람"),
            ("답은 2", "한 사람"),
            ("이번이요", "한 사람"),
            ("2. 한 사람", "한 사람"),
            ("②", "한 사람"),
        ),
        *(
            ("첫번째", "나"),
            ("일번", "나"),
            ("1번이 맞는 것 같아요", "나"),
            ("세 번째 거요", "모두"),
            ("모두 말고 나", "나"),
            ("3번으로 하겠습니다", "모두"),
            ("1번 갈게요", "나"),
            ("보기 1", "나"),
            ("보기2번이요", "한 사람"),
            ("첫 번째 게 맞겠네요", "나"),
            ("2번 정답!", "한 사람"),
            ("2번이 낫겠네요", "한 사람"),
            ("ㅎㅅㄹ", "한 사람"),
            ("2번 픽", "한 사람"),
            ("2번이 제일 맞는 것 같아요", "한 사람"),
        ),
        *(
            ("1. 한 사람", None),
            ("1번이랑 2번", None),
            ("2번 아니에요", None),
            ("네 번째", None),
            ("한 사람은 아니에요", None),
            ("보기 4", None),
            ("보기 2 말고요", None),
            ("2번으로 안 할게요", None),
        ),
    ],
)
def test_a_choice_by_its_place_on_the_screen(say: Texts, words: str, *, expected: str | None) -> None:
    """Shown as 나, 한 사람, 모두: a place is one of these, and never speaks against the words behind it."""
    heard = quiz("choice").hear(words, "321", say)
    assert (heard.answer if isinstance(heard, Grade) else heard) == expected


def test_the_order_on_the_screen_travels_with_the_question(say: Texts) -> None:
    """What is typed is heard with the places of its own screen; a button carries the option's own number."""
    found, message = shown("choice", say)
    for place, button in enumerate(message.buttons, 1):
        typed, tapped = hears(found, f"{message.expects} {place}번이요", say), hears(found, str(button.go), say)
        assert typed == tapped
        assert isinstance(typed, Grade)
        assert typed.answer == button.label


@pytest.mark.parametrize("words", ["ㄱㄱ", "ㄱ ㄱ", "뭔데요?", ""])
def test_the_consonants_are_no_answer(say: Texts, words: str) -> None:
    """Typing back what is shown is not held against anybody."""
    assert quiz("initials").hear(words, "", say) is None


def test_consonants_are_shown_spaced(say: Texts) -> None:
    """ㄱㄱ alone means 'go' in a chat, so there is a space between."""
    assert "초성: ㄱ ㄱ" in quiz("initials").ask("1", say).bubbles[0]


@pytest.mark.parametrize(
    ("kind", "text", "hints"),
    [
        ("cloze", SAMPLES["cloze"], ["ㅅ ㅂ ㅈ", "소"]),
        ("cloze", "첫 손님은 ____이에요.\n\n- [x] 10명\n  > 까닭이에요.\n", ["○ ○ ㅁ", "1"]),
        ("cloze", "도구는 ____예요.\n\n- [x] AI\n  > 까닭이에요.\n", ["A"]),
        ("cloze", "모자란 것은 ____이에요.\n\n- [x] 돈\n  > 까닭이에요.\n", ["ㄷ"]),
        ("initials", SAMPLES["initials"], ["고"]),
        ("choice", SAMPLES["choice"], []),
    ],
)
def test_hints_never_give_the_answer_away(kind: str, text: str, hints: list[str]) -> None:
    """First the consonants, then the first letter, and never the whole word."""
    assert [value for _, value in quiz(kind, text).hints] == hints


def picked(heard: Grade | Message | None) -> str | None:
    """The own numbers of a whole answer, or the places picked so far."""
    if isinstance(heard, Grade):
        return heard.answer
    return heard.expects.argument.partition("-")[2] if heard and heard.expects else None


def typed_match(say: Texts, words: str) -> str | None:
    """The own numbers of the right sides that typed words mean when they stand 3, 1, 2."""
    heard = quiz("match").hear(words, "312-", say)
    return picked(heard)


@pytest.mark.parametrize(
    "words",
    [
        *("1-나 2-다 3-가", "1나2다3가", "나다가", "나 다 가", "나, 다, 가", "1:나 2:다 3:가", "3-가 1-나 2-다"),
        *(
            "나-1 다-2 가-3",
            "1번 나, 2번 다, 3번 가",
            "231",
            "1-2 2-3 3-1",
            "1sk2ek3rk",
            "skekrk",
            "ㄴㄷㄱ",
        ),
        *("１－나　２－다　３－가", "1→나\n2→다\n3→가"),
        *(
            "나다가요",
            "1나 2다 3가요",
            "답은 나다가",
            "나-다-가 순서요",
            "나다가인 것 같아요",
            "1번은 나, 2번은 다, 3번은 가",
            "본 것은 나, 들은 것은 다, 내 해석은 가",
            "해석은 가, 본 것은 나, 들은 것은 다",
            "짝은 나다가",
        ),
        *("이삼일", "일나 이다 삼가", "231이요"),
    ],
)
def test_pairs_can_be_typed_in_many_ways(say: Texts, words: str) -> None:
    """Whatever stands between them, in either layout, left or right first."""
    assert typed_match(say, words) == "123"


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("나", "2"),  # one pair only: the question goes on
        ("1-다", "3"),
        ("비싸다고 했어요", "3"),
        ("나다", "23"),
        ("가가나", None),
        ("1-가 1-나 2-다", None),
        ("3-가", None),  # the pairs before it are still open
        ("1-라 2-가 3-나", None),
        ("가나다라", None),
        ("나다가 아니에요", None),
        ("나다가 말고", None),
        ("본 것은 나, 들은 것은 다, 내 해석은 가가 아니에요", None),
        ("가요", None),
        ("가나요?", None),
        ("글쎄 잘", None),
        ("999", None),
        ("!!", None),
    ],
)
def test_half_an_answer_goes_on_and_an_impossible_one_is_refused(say: Texts, words: str, expected: str | None) -> None:
    """Pairs may come one by one; a side that is used twice is no answer."""
    assert typed_match(say, words) == expected


def test_pairs_that_were_missed_are_explained_and_all_are_restated(say: Texts) -> None:
    """All pairs in the order of the question, under one that was missed the right one; then the reasons of those."""
    assert shown_of(quiz("match"), "나가다", say, "312-") == (
        "아쉬워요. 모두 이으면 이래요.\n\n"
        "✓ 본 것 — 가격표를 봤어요\n"
        "✗ 들은 것 — 부담스러운 것 같아요 (내 답)\n"
        "✓ 들은 것 — 비싸다고 했어요 (답)\n"
        "✗ 내 해석 — 비싸다고 했어요 (내 답)\n"
        "✓ 내 해석 — 부담스러운 것 같아요 (답)\n\n"
        "들은 것\n손님의 말이 그대로 남아 있어요.\n\n내 해석\n내 짐작이에요."
    )


def typed_order(say: Texts, words: str) -> str | None:
    """The own numbers of the steps that typed words mean when they stand 4, 1, 3, 2."""
    heard = quiz("order").hear(words, "4132-", say)
    return picked(heard)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        *(
            (form, "1234")
            for form in ("2431", "2-4-3-1", "2 4 3 1", "2, 4, 3, 1", "2→4→3→1", "2번 4번 3번 1번", "②④③①")
        ),
        *((form, "1234") for form in ("2431이요", "2-4-3-1요", "이사삼일", "이 사 삼 일이요", "2431 순서 같아요")),
        ("순서는 2431이에요", "1234"),
        ("순서는 2431이 아니에요", None),
        ("2431 아니에요", None),
        ("이사", None),  # moving house
        ("두 번째", "2"),
        ("2341", "1324"),
        ("24", "24"),
        ("해 보기", "1"),
        ("2 4 3", "243"),
        ("2244", None),
        ("24315", None),
        ("2510", None),
        ("두 번째부터요", None),
        ("", ""),
    ],
)
def test_an_order_can_be_typed_in_many_ways(say: Texts, words: str, expected: str | None) -> None:
    """All at once or bit by bit; a step that comes twice is no answer."""
    assert typed_order(say, words) == expected


@pytest.mark.parametrize(
    ("words", "expected", "line"),
    [
        ("2431", True, "맞아요"),
        ("2341", True, "맞아요"),  # the two in the middle are swappable
        (
            "2413",
            False,
            "✓ 1. 물음 적기\n· 2. 기준 정하기 / 도구 고르기 (어느 쪽이 먼저여도 괜찮아요) (내 답: 2, 4번째)",
        ),
        ("2413", False, "앞의 2단계는 그대로예요"),
        ("1234", False, "이 순서가 더 편해요"),
    ],
)
def test_swappable_steps_may_stand_either_way(say: Texts, words: str, *, expected: bool, line: str) -> None:
    """Steps declared swappable count either way round; what was placed well is named."""
    grade = quiz("order").hear(words, "4132-", say)
    assert isinstance(grade, Grade)
    assert grade.right is expected
    text = shown_of(quiz("order"), words, say, "4132-")
    assert line in text
    assert "2. 기준 정하기 / 도구 고르기 (어느 쪽이 먼저여도 괜찮아요)" in text
    assert text.endswith("물음이 있어야 나머지가 정해져요.")


@pytest.mark.parametrize(
    ("words", "expected", "parts"),
    [
        ("3", True, ["맞아요", "✓ 바로 말하기 (내 답)", "물어볼 때가", "못 들은 척하기’는", "나중에 알려 주기’도"]),
        (
            "나중에 알려 주기",
            True,
            [
                "괜찮은 답이에요. 가장 나은 답은 ‘바로 말하기’예요",
                "· 나중에 알려 주기 (내 답, 괜찮은 답)",
                "✓ 바로 말하기 (답)",
                "값을 아직",
                "못 들은 척하기’는",
                "물어볼 때가",
            ],
        ),
        (
            "2",
            False,
            [
                "아쉬워요. 가장 나은 답은 ‘바로 말하기’예요",
                "✗ 못 들은 척하기 (내 답)",
                "✓ 바로 말하기 (답)",
                "· 나중에 알려 주기 (괜찮은 답)",
                "손님이 기다려요",
                "나중에 알려 주기’도",
                "물어볼 때가",
            ],
        ),
    ],
)
def test_every_way_is_explained_and_the_best_comes_last(
    say: Texts, words: str, *, expected: bool, parts: list[str]
) -> None:
    """Best and fair count as right; the verdict, all three marked, the reason of the chosen one, the others'."""
    grade = quiz("scenario").hear(words, "", say)
    assert isinstance(grade, Grade)
    assert grade.right is expected
    text = shown_of(quiz("scenario"), words, say)
    assert [text.index(part) for part in parts] == sorted(text.index(part) for part in parts)


@pytest.mark.parametrize(
    ("words", "heard"), [("이웃을 도와요.", True), ("이웃", False), ("ㅋㅋㅋㅋㅋㅋ", False), ("", False)]
)
def test_a_sentence_is_shown_what_to_hold_it_against(say: Texts, words: str, *, heard: bool) -> None:
    """The model answer and three checks; a typed number is the number of checks met."""
    grade = quiz("essay").hear(words, "", say)
    assert (grade is not None) is heard
    if isinstance(grade, Grade):
        assert "도시락을 못 싸는 이웃" in grade.rows[0]
        assert "· 문제가 있어요" in grade.because[0]
        counts = [button.go.argument.split()[-1] for button in grade.buttons[:3]]
        assert counts == ["1", "2", "3"]


@pytest.mark.parametrize(
    ("met", "expected"), [("3", True), ("2", True), ("1", False), ("0", False), ("4", None), ("x", None)]
)
def test_who_wrote_it_grades_it(say: Texts, met: str, *, expected: bool | None) -> None:
    """Two checks of three are enough."""
    assert right(quiz("essay").hear(met, "self", say)) is expected


# -- how they are shown ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", ["choice", "match", "order", "scenario"])
def test_an_order_of_ones_own(say: Texts, kind: str) -> None:
    """Shuffled by learner and study day, and the same on every retry of that day."""
    found = quiz(kind)
    orders = {found.ask(f"7:2026-11-{day}", say).buttons for day in range(10, 30)}
    assert len(orders) > 2
    assert found.ask("7:2026-11-23", say) == found.ask("7:2026-11-23", say)
    assert {found.ask(f"{learner}:2026-11-23", say).buttons for learner in range(20)} & orders


def test_o_stands_before_x(say: Texts) -> None:
    """Signs keep their order."""
    assert all([b.label for b in quiz("ox").ask(str(n), say).buttons] == ["O", "X"] for n in range(20))


@pytest.mark.parametrize(("kind", "row"), [("match", "가나다"), ("order", "1234")])
def test_the_example_of_how_to_type_is_never_the_answer(say: Texts, kind: str, row: str) -> None:
    """Whoever types the example itself learns nothing from it."""
    for seed in range(200):
        found, message = shown(kind, say, str(seed))
        assert right(hears(found, f"{message.expects} {row}", say)) is False


@given(seed=st.integers(), taps=st.lists(st.integers(0, 5), min_size=1, max_size=30))
def test_taps_and_typing_come_to_the_same(say: Texts, seed: int, taps: list[int]) -> None:
    """Whatever is tapped, undone and tapped twice: every screen fits, and the end is what the row would be if typed."""
    for kind in ("match", "order"):
        found, message = shown(kind, say, str(seed))
        start = message.expects
        for tap in taps:
            button = message.buttons[tap % (len(message.buttons) - 1)]  # the last one shows the answer
            heard = hears(found, str(button.go), say)
            if isinstance(heard, Grade):
                made = button.go.argument.split(":")[1].split("-")[1].replace(" ", "")
                assert hears(found, f"{start} {made}", say) == heard
                break
            assert isinstance(heard, Message)
            message = heard


@given(words=st.text(max_size=60), state=st.text("0123-456self", max_size=9), kind=st.sampled_from(sorted(SAMPLES)))
def test_no_words_break_a_quiz(say: Texts, words: str, state: str, kind: str) -> None:
    """Anything typed, and anything a forged button carries, is heard or refused."""
    quiz(kind).hear(words, state, say)


def longest(kind: str) -> str:
    """A quiz whose every part is as long as its reader allows."""
    ask, text, because, because_of_pair = "가" * 250, "나" * 78, "  > " + "다" * 220, "  > " + "라" * 140
    if kind == "match":
        return f"{ask}\n\n" + "".join(f"- {n}{'가' * 29} = {n}{'나' * 49}\n{because_of_pair}\n" for n in range(3))
    if kind == "order":
        steps = "".join(f"{n}. {'가' * 59}{n}\n" for n in (1, 2)) + f"3. {'나' * 60} / {'다' * 60}\n"
        return f"{ask}\n\n{steps}\n{because[2:]}\n"
    if kind == "essay":
        return f"{ask}\n\n" + "".join(f"- [ ] {text}{n}\n" for n in range(3)) + f"\n> {'마' * 300}\n"
    if kind in {"cloze", "initials"}:
        word = "가나다라마" if kind == "initials" else "가" * 40
        ask = "가" * 245 + "____" if kind == "cloze" else ask
        return f"{ask}.\n\n".replace("가.", "가") + f"- [x] {word}\n{because}\n- [ ] {'사' * 40}\n{because}\n"
    signs = ["O", "X"] if kind == "ox" else [f"{text}{n}" for n in range(3)]
    marks = "x- " if kind == "scenario" else "x  "
    return f"{ask}\n\n" + "".join(f"- [{m}] {sign}\n{because}\n" for m, sign in zip(marks, signs, strict=False))


def answers(kind: str, message: Message) -> Iterable[str]:
    """Enough to reach everything a quiz can say."""
    yield from (str(button.go) for button in message.buttons)
    yield from (
        f"{message.expects} {words}" for words in ("231", "3142", "2143", "사" * 40, "한두 문장이에요.", "이웃")
    )


@pytest.mark.parametrize("kind", KINDS)
def test_the_longest_quiz_fits(say: Texts, kind: str) -> None:
    """At every limit of the reader, what is said fits a bubble with room for a heading, a hint and three paragraphs."""
    found = quiz(kind, longest(kind), name="n" * LONGEST_NAME)
    room = LONGEST_BUBBLE - 110
    message = found.ask("1", say)
    said = [message.bubbles, told(found.solution(say), say)]
    for command in answers(kind, message):
        heard = hears(found, command, say)
        if heard:
            said.append(told(heard, say) if isinstance(heard, Grade) else heard.bubbles)
    assert len(said) > 3
    assert max(len(bubble) for bubbles in said for bubble in bubbles) <= room
    assert max(map(len, said)) <= 3


@pytest.mark.parametrize("kind", KINDS)
def test_what_a_quiz_says_is_in_the_catalogue(say: Texts, kind: str) -> None:
    """How to answer, and every hint, has a sentence."""
    found = quiz(kind)
    assert say(found.how, most=found.longest)
    assert all(say(key, value=value) for key, value in found.hints)


def test_every_kind_has_a_word_for_authors() -> None:
    """The table of words and the table of kinds name the same ones."""
    words = tomllib.loads((LOCALES / "ko" / "courses" / "words.toml").read_text(encoding="utf-8"))
    assert sorted(words["kinds"].values()) == sorted(KINDS)


def test_right_answers_are_acknowledged_with_some_variety(say: Texts) -> None:
    """In as many ways as there are, one after the other, and each says that it is right."""
    grade = quiz("choice").hear("한 사람", "", say)
    assert isinstance(grade, Grade)
    ways = [say.worded(lambda key, count, n=n: n % count) for n in range(14)]  # type: ignore[misc]
    said = [told(grade, way)[0].partition("\n")[0] for way in ways]
    assert said[:7] == said[7:]
    assert len(set(said)) == 7
    assert all("맞아요" in line for line in said)


def test_nobody_is_told_they_were_wrong() -> None:
    """Those two words are never said."""
    source = (LOCALES / "ko" / "quiz.ftl").read_text(encoding="utf-8")
    said = re.sub(r"quiz-says-\w+ =(\n    .*)+", "", source)
    assert "quiz-says-x" in source
    assert "quiz-says-x" not in said
    assert not re.search("틀렸|틀린|오답", said)


# -- what authors see of each ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", KINDS)
def test_a_quiz_knows_its_kind(kind: str) -> None:
    """By the name in KINDS, under which it is counted and exported."""
    assert quiz(kind).kind == kind


@pytest.mark.parametrize("kind", KINDS)
def test_every_reply_gets_feedback_of_its_own(say: Texts, kind: str) -> None:
    """What a preview shows is all graded, the best first, and nothing is shown twice."""
    found, message = shown(kind, say)
    graded = [found.hear(reply.said, reply.state, say) for reply in found.replies(state_of(message), say)]
    assert right(graded[0]) is True
    assert all(isinstance(grade, Grade) for grade in graded)
    assert len({told(grade, say) for grade in graded if isinstance(grade, Grade)}) == len(graded) >= 2


@pytest.mark.parametrize(
    ("kind", "typed", "key"),
    [
        ("choice", ["모두", "한 사람", "나"], [(" ", "모두"), ("x", "한 사람"), (" ", "나")]),
        ("ox", ["O", "X"], [(" ", "O"), ("x", "X")]),
        ("cloze", ["소비자", "사는 사람", "생산자"], [("x", "소비자"), ("x", "사는 사람"), (" ", "생산자")]),
        ("initials", ["고객", "가격"], [("x", "고객"), (" ", "가격")]),
        (
            "match",
            ["가격표를 봤어요", "비싸다고 했어요", "부담스러운 것 같아요"],
            [
                ("x", "본 것 = 가격표를 봤어요"),
                ("x", "들은 것 = 비싸다고 했어요"),
                ("x", "내 해석 = 부담스러운 것 같아요"),
            ],
        ),
        (
            "order",
            ["물음 적기", "기준 정하기", "도구 고르기", "해 보기"],
            [("x", "1. 물음 적기\n2. 기준 정하기 / 도구 고르기\n3. 해 보기")],
        ),
        (
            "scenario",
            ["나중에 알려 주기", "못 들은 척하기", "바로 말하기"],
            [("-", "나중에 알려 주기"), (" ", "못 들은 척하기"), ("x", "바로 말하기")],
        ),
        ("essay", [], [("x", "아침마다 도시락을 못 싸는 이웃을 도와요.")]),
    ],
)
def test_the_answer_key(kind: str, typed: list[str], key: list[tuple[str, str]]) -> None:
    """Every text one would type, and every answer as it is marked; the first right one has its reason."""
    found = quiz(kind)
    assert found.question
    assert found.question.split() == SAMPLES[kind].split()[: len(found.question.split())]
    assert list(found.answer_texts) == typed
    assert [(option.mark, option.text) for option in found.answer_key] == key
    assert next(option for option in found.answer_key if option.mark == Mark.BEST).because


def test_other_right_words_share_the_reason_of_the_first() -> None:
    """A reason stands once in the table."""
    assert [option.because for option in quiz("cloze").answer_key] == [
        "사는 쪽이 고개를 끄덕여야 값이에요.", "", "만든 쪽은 값을 부를 수 있어요.",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("kind", "old", "new", "key", "at"),
    [
        ("choice", "- [ ] 나\n", "- [ ] 위의 모두\n", "flaw-all-of-them", "위의 모두"),
        ("scenario", "못 들은 척하기", "모두 정답", "flaw-all-of-them", "모두 정답"),
        ("initials", "사람을 부르는", "고객을 부르는", "flaw-told-initials", "도움을 받는 고객을 부르는 말이에요."),
        ("scenario", "모를 땐 이쪽이 나아요.", "몰라요.", "flaw-unconditional", "나중에 알려 주기"),
        ("scenario", "어떻게 할까요?\n", f"{'기다려요. ' * 30}\n\n어떻게 할까요?\n", "flaw-long-scene", ""),
    ],
)
def test_each_kind_finds_its_own_flaws(say: Texts, kind: str, old: str, new: str, key: str, at: str) -> None:
    """Each edit makes one flaw more, at its text."""
    sound = SAMPLES[kind].replace("손님이 기다려요.", "바쁠 땐 이쪽이 나아요.").replace("- [ ] 모두", "- [ ] 누구나")
    assert old in sound
    assert list(quiz(kind, sound).flaws(say)) == []
    (flaw,) = quiz(kind, sound.replace(old, new)).flaws(say)
    assert (flaw.key, flaw.text) == (key, at)
    assert say(flaw.key, **flaw.values)


# -- what authors are told -------------------------------------------------------------------------------------------


def changed(kind: str, old: str, new: str) -> tuple[str, str]:
    assert old in SAMPLES[kind]
    return kind, SAMPLES[kind].replace(old, new)


@pytest.mark.parametrize(
    ("case", "key"),
    [
        (changed("choice", "누구에게 팔까요?\n", ""), "fault-no-question"),
        (changed("choice", "누구", "누구" * 130), "fault-quiz-length"),
        (changed("choice", "- [ ] 나\n", "- [ ] 모두\n"), "fault-same-option"),
        (changed("choice", "[x]", "[ ]"), "fault-one-right"),
        (changed("choice", "[x]", "[-]"), "fault-option-mark"),
        (changed("choice", "  > 한 사람의 말이 들려요.\n", ""), "fault-option-because"),
        (changed("choice", "들려요.", "들려요." * 60), "fault-quiz-length"),
        (("choice", SAMPLES["choice"] + "- [ ] 셋\n  > 넷째예요.\n"), "fault-three-options"),
        (changed("ox", "] O", "] 네"), "fault-ox"),
        (changed("cloze", "____", "빈칸"), "fault-cloze-blank"),
        (changed("cloze", "____", "____ 말고 ____"), "fault-cloze-blank"),
        (changed("cloze", "[x]", "[ ]"), "fault-typed-right"),
        (changed("cloze", "소비자", "3"), "fault-typed-number"),
        (changed("cloze", "생산자\n  > 만든 쪽은 값을 부를 수 있어요.\n", "생산자\n"), "fault-option-because"),
        (changed("cloze", "사는 사람", "소비자"), "fault-same-option"),
        (changed("cloze", "생산자", "만드는 쪽" * 9), "fault-quiz-length"),
        (changed("initials", "고객", "나"), "fault-initials-word"),
        (changed("initials", "고객", "우리 고객"), "fault-initials-word"),
        (changed("initials", "고객", "AI"), "fault-initials-word"),
        (changed("initials", "[ ]", "[x]"), "fault-initials-word"),
        (changed("match", "본 것 = ", "본 것: "), "fault-match-pair"),
        (changed("match", "비싸다고 했어요", "가격표를 봤어요"), "fault-same-option"),
        (changed("match", "  > 내 짐작이에요.\n", ""), "fault-option-because"),
        (("match", SAMPLES["match"] + "- 넷 = 넷\n  > 까닭\n"), "fault-match-pairs"),
        (changed("order", " / ", " 그리고 "), "fault-order-steps"),
        (changed("order", "해 보기", "물음 적기"), "fault-order-steps"),
        (("order", "차례는요?\n\n1. 가 / 나 / 다 / 라\n\n> 까닭\n"), "fault-order-steps"),
        (changed("order", "> 물음", "물음"), "fault-order-because"),
        (changed("scenario", "[-]", "[ ]"), "fault-scenario-marks"),
        (changed("scenario", "[-]", "[o]"), "fault-scenario-marks"),
        (changed("essay", "[ ] 문제", "[x] 문제"), "fault-essay-check"),
        (changed("essay", "- [ ] 때가 있어요\n", ""), "fault-essay-checks"),
        (changed("essay", "> 아침", "아침"), "fault-essay-model"),
    ],
)
def test_a_faulty_quiz_says_how_to_mend_it(say: Texts, case: tuple[str, str], key: str) -> None:
    """Every fault names its line, and its sentence can be said with the values it brings."""
    with pytest.raises(Faulty) as caught:
        quiz(*case)
    assert caught.value.fault.key == key
    assert caught.value.fault.line > 2
    assert say(key, **dict(caught.value.fault.values)).endswith(("요.", "요"))


def test_an_essay_is_never_scheduled_and_names_stay_short() -> None:
    """Nobody graded an essay, and every command must fit a button."""
    with pytest.raises(Faulty, match="fault-essay-review"):
        quiz("essay", review=True)
    with pytest.raises(Faulty, match="fault-quiz-name-length"):
        quiz("ox", name="n" * (LONGEST_NAME + 1))


def test_every_fault_of_a_quiz_has_a_sentence(say: Texts) -> None:
    """No author meets a bare key."""
    keys = {
        key
        for path in (ROOT / "bot" / "course" / "quizzes").glob("*.py")
        for key in re.findall(r'"(fault-[a-z-]+)"', path.read_text(encoding="utf-8"))
    }
    assert len(keys) > 15
    assert keys <= say.keys
