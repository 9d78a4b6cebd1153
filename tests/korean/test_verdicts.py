"""O and X as people say them: a verdict affirms, denies, or is asked about; no negation becomes its opposite."""

import pytest

from bot.course.model import Course
from bot.course.quizzes.kind import Grade
from bot.korean.verdicts import Stance, stance_of
from bot.texts import Texts

SIGNS = frozenset({"o", "오", "동그라미"}), frozenset({"x", "엑스", "가위표"})
AFFIRMING = (
    "맞는 말이네요|맞는 말 같아요|맞는 말인 것 같네요|맞는 얘기네요|맞는 소리네요|옳은 말씀이에요|"
    "옳은 말 같은데요|그 말이 맞아요|그 말이 맞는 것 같아요|이 말은 맞아요|이건 맞는 말이죠|그렇다고 생각해요|"
    "그렇게 생각해요|동의합니다|그런 것 같은데요|그런 거 같기도 하고요|그렇죠 뭐|그럼요 맞죠|네 맞는 말이에요|"
    "네 그렇죠|o요 o|동그라미요|오요|맞는 거 아닌가요|맞는 말 아닌가요?|그렇지 않나요|그렇지 않을까요|"
    "맞는 걸로 할게요|O 아닌가요|맞겠죠|맞을 것 같은데|맞는 거 같애|그런갑네요|맞제|맞아유|하모요|그라지라|"
    "참이네요|사실이에요|사실 같아요|딩동댕|정답이요|당연하죠|당연히 맞죠|잘 모르겠지만 맞는 것 같아요|"
    "그렇다고 볼 수 있죠|그런 말이죠|그렇습니다|그렇겠죠|그러네요|그러게요|맞다고 배웠어요|맞다고 봅니다|"
    "그렇다고 배웠어요|완전 맞죠|백퍼 맞아요|무조건 맞죠|o네요|동그라미네요|동그라미로 할게요|o로 할게요|"
    "동글뱅이요|동그라미표 같아요|공표요|동글이로 할게유|오죠 이건|암만 그렇고말고|맞구말구|맞고말고요|맞다마다요|"
    "그렇다마다|아무렴요|그라제|그라지예|그려 맞어|그려유|맞심더|맞소|맞슈|두말하면 잔소리죠"
).split("|")
DENYING = (
    "그렇진 않죠|그렇진 않아요|그렇지는 않습니다|그렇진 않은 것 같아요|그런 건 아니죠|그런 건 아닌 것 같아요|"
    "그건 아니죠|그건 아닌 것 같은데요|그건 아닌데요|그건 아니에요|X요 x|x x|엑스요 엑스|아닌 것 같은데요|"
    "아닌 거 같아요|아닌 듯해요|아닌 것 같습니다만|아닐걸요|아닐 거예요|틀린 말 같아요|틀린 말이네요|"
    "틀린 말인 듯|틀린 소리네요|틀린 이야기 같은데요|잘못된 말이에요|잘못된 설명 같아요|이건 틀렸어요|"
    "이 말은 틀려요|이 문장은 틀렸네요|맞지 않는 말 같아요|맞는 말은 아니네요|맞는 말은 아닌 것 같아요|"
    "맞는 것 같지 않아요|맞는 것 같진 않은데요|맞다고는 못 하겠어요|옳지 않은 것 같아요|옳다고 보긴 어려워요|"
    "그렇게 생각 안 해요|그렇다고 생각하지 않아요|동의 못 해요|동의하지 않아요|틀린 거 아닌가요|아니겠죠|"
    "아니라고 봐요|아니라고 생각합니다|아닌 걸로 할게요|틀린 걸로 할게요|엑스로 할게요|X 할래요|x 같아요|"
    "x인 듯요|X 아닌가요|절대 아니죠|전혀 아니에요|전혀 그렇지 않아요|꼭 그렇진 않아요|꼭 그런 건 아니에요|"
    "반드시 그런 건 아니죠|그럴 리가 없죠|그럴 리가요|말도 안 되는 소리예요|에이 아니지|아뇨 틀렸어요|"
    "아니요 그렇지 않아요|네 틀렸어요|네 X요|네 아닌 것 같아요|아니라예|아이다|아인데예|아니여|아니구만유|"
    "사실이 아니에요|사실은 아닌 것 같아요|거짓이요|거짓말이죠|가짜예요|땡이죠|당연히 아니죠|"
    "잘은 모르지만 아닌 것 같아요|순서가 아니니까 X|꼭 순서대로 안 가도 되니까 아니죠|O 말고 X|"
    "그렇다고 볼 순 없죠|맞다고 보긴 힘들어요|그건 좀 아니지|아니쥬|아닙니당|아니요오|아뇽|노노|그렇지 않음|"
    "안 그런 듯|안 그래요|안그렇죠|못 맞아요|그렇지 않다고 봐요|그런 말은 아닌 것 같아요|"
    "그렇게는 생각 안 해요|안 그렇습니다|그렇지가 않아요|그렇지도 않아요|맞지가 않죠|맞진 않죠|"
    "그렇지 않은데요|아닌데|아닌디유|아니랑께요|그건 아니랍니다|그건 아니라고 배웠어요|틀렸다고 생각해요|"
    "틀리다고 봐요|이건 땡|땡!|완전 틀렸죠|완전 아니죠|무조건은 아니죠|항상 그런 건 아니에요|"
    "다 그런 건 아니죠|누구나 그런 건 아니에요|x입니다|x입니당|X네요|X죠|X지|엑스입니다|엑스네요|가위표요|"
    "x로 갈게요|x로 하겠습니다|x 선택할게요|X인가요|x일 것 같아요|x가 맞아요|x가 맞는 것 같아요|"
    "엑스죠 이건|엑스네 이거|가위표요|곱표|꼽표입니다|곱표로 할게요|아닌디|아니구먼요|아니고말고|틀리다마다요|"
    "어림없지|택도 없는 소리|맞을 리가 없죠|맞을 리 만무하죠|천만의 말씀이에요|아이라예"
).split("|")
UNCLEAR = (
    "그건 아니지 않나요|아니지 않나요|틀리지 않았나요|틀린 건 아니지 않아요?|아니라고는 못 하겠어요|"
    "안 맞는 건 아니죠|틀리지 않았어요|틀린 말은 아니에요|틀린 건 아닌 것 같아요|아니진 않죠|안 그렇진 않아요|"
    "맞지 않나요|맞지 않을까요|아닌가요?|아닌가|아닐까요|X는 아니에요|X는 아닌 것 같아요|O는 아니죠|"
    "네 아니에요|아니요 맞아요|글쎄요|맞나?|맞을까요?|당연한 건 아니죠|아니요는 아니에요|"
    "맞기도 하고 틀리기도 해요|반은 맞고 반은 틀려요|맞지 않아요?|그렇지 않아요?|틀렸다고는 못 하겠어요|"
    "틀렸다고 보긴 어려워요|아니라고 하긴 어렵죠|다 맞는 건 아니지만 대체로 맞아요|조금 애매해요|둘 다요|O X|"
    "o 아니면 x|맞는 것도 같고 아닌 것도 같고|아니 맞아요|맞는데 아니에요|x가 아닌 것 같아요|x 아니에요|"
    "x는 아니고|o가 틀린 것 같아요|x는 틀렸어요|틀리지 않을까요|맞는 것 같기도 하고 아닌 것 같기도 하고|"
    "틀린 것도 같고 맞는 것도 같고|틀릴 리가 없죠|틀릴 리가 있나요|안 틀린 것 같은데"
).split("|")


@pytest.fixture
def graded(course: Course, say: Texts) -> "dict[str, str]":
    """What an OX question makes of each of the words, whose right answer is X."""
    quiz = course.quizzes["map-not-order"][1]
    heard = {words: quiz.hear(words, "", say) for words in (*AFFIRMING, *DENYING, *UNCLEAR)}
    return {
        words: ("X" if grade.right else "O") if isinstance(grade, Grade) else "asked" for words, grade in heard.items()
    }


def test_what_affirms_is_an_o(graded: dict[str, str]) -> None:
    assert [words for words in AFFIRMING if graded[words] != "O"] == []


def test_what_denies_is_an_x(graded: dict[str, str]) -> None:
    assert [words for words in DENYING if graded[words] != "X"] == []


def test_what_is_denied_twice_or_only_asks_is_asked_about(graded: dict[str, str]) -> None:
    assert [words for words in UNCLEAR if graded[words] != "asked"] == []


@pytest.mark.parametrize(
    "words",
    [
        "그런데요", "그런 손님이 많아요", "맞춤 정장을 해요", "아니 근데 배고파요", "사실 오늘 바빴어요",
        "틀에 부어 굳혀요", "오늘 뭐 해요", "엑셀 강사예요", "오전에 할게요", "안 자요", "",
    ],
)  # fmt: skip
def test_what_is_no_verdict(words: str) -> None:
    assert stance_of(words, *SIGNS) is None


@pytest.mark.parametrize(
    "words", ["틀린 건 아니죠", "아니라고는 못 하죠", "안 맞는 건 아니에요", "틀렸다고 볼 순 없죠"]
)
def test_to_deny_a_denial_is_unclear(words: str) -> None:
    assert stance_of(words, *SIGNS) is Stance.UNCLEAR
