"""What is said of a question's scene while it is open, and chooses nothing: 이런 산책 있으면 좋겠다. Pure."""

import re
from itertools import takewhile

from bot.korean.ordinals import mentioned
from bot.korean.ruled_out import ruled_out
from bot.message import Go
from bot.understanding.acts import Act
from bot.understanding.heard import Heard
from bot.understanding.names import Meaning
from bot.understanding.under_questions import in_own_words, options_shown

LONGEST = 60  # characters
FEWEST_WORDS = 2
FEWEST = 2  # syllables that a word has to share with the scene
STOPPING = "그만두기"
TELLS = frozenset({Act.STATEMENT, Act.NONE, Act.SMALL_TALK, Act.THANKS})  # 재밌겠다 이런 거 praises
_POINTS = re.compile(r"(?:^|\s)(?:이런|저런|그런|요런|이렇게|저렇게|그렇게|그러면)\s")
_ONESELF = re.compile(r"^(?:와\s|아\s|음\s)*(?:나|저|우리)\s?(?:같아도|라도|였어도|였으면)")
_REMARKS = re.compile(
    r"(?:좋겠|싶[다어었네은]|부럽|부러|재[밌미]|많던데|있던데|더라|더라고|네요?|구나|군요?|[겠]다|겠네|겠어|[하한]데|는데|[은인던]데|[나가]\s?봐|있[어다지죠]|있음|[였었았]는데"
    r"|대단|멋[지져있]|예[쁘뻐쁜]|신기|낭만|그[리립]|좋[죠지다아]|죠|지요?|듯|봤어|해요|하다|으려나|려나|받[나을]까)\S{0,4}$"
)
_REJECTS = re.compile(
    r"(?:는|[할둘을])\s?(?:건|거는|것은|일은|것까[진지])\s(?:\S+\s)?(?:아니|아닌|별로|싫|너무하|아깝|아까[워운]|없)"
)
"""What is said of a way to go on that is not wanted: 바꾸는 건 좀 아닌 것 같아요."""
_POINTED_LAST = re.compile(r"\s(?:이런|저런|그런)\s?(?:거|건|것)$")
_CHOOSES = re.compile(
    r"야\s?(?:죠|지|해|하|돼|되|할|겠)|[할갈둘볼줄될꿀칠]\s?(?:게|께|래)|것\s?같|거\s?같|낫|나을|정답|답[은이]|[1-9]\s?번|번째|모르|몰라|헷갈|어렵|어려|맞[는죠지아을]|틀[리린렸]"
)
_OF_US = re.compile(
    r"문제|퀴즈|질문|보기|레슨|알림|알람|버튼|화면|글[씨자이은]|힌트|설명|채점|설계서|이거|이게|여기|봇|앱|무료|오늘|내일|지금"
)
_WORD = re.compile("[가-힣]{2,}")


def of_the_scene(heard: Heard) -> Meaning | None:
    """저도 이런 데 가 보고 싶다, 그만두는 건 좀 아니죠: heard in a word, or as what is ruled out; nothing is graded."""
    shown = options_shown(heard)
    if not shown or heard.claimed or len(heard.words) > LONGEST or len(mentioned(heard.words)) > 1:
        return None
    if ruled_out(heard.typed, (STOPPING,)) or (_REJECTS.search(heard.words) and not heard.reading.asks):
        return in_own_words(heard) or Meaning(Go("talk", f"musing {heard.words}"))
    return Meaning(Go("talk", f"musing {heard.words}")) if _muses(heard, shown) else None


def _muses(heard: Heard, options: list[str]) -> bool:
    if heard.reading.asks or heard.reading.act not in TELLS:
        return False
    said = heard.words.strip(" .!~ㅋㅎㅠㅜ")
    ending = _POINTED_LAST.sub("", said)  # 재밌겠다 이런 거
    if len(said.split()) < FEWEST_WORDS or not _REMARKS.search(ending) or _CHOOSES.search(said) or _OF_US.search(said):
        return False
    if _shares(said, " ".join(options)):
        return False  # it may be meant for one of them
    scene = " ".join(heard.screen.bubbles) if heard.screen else ""
    if said in scene:
        return False  # it is read from the screen, as half of a pair may be
    return bool(_POINTS.search(f"{said} ") or _ONESELF.search(said) or _shares(said, scene))


def _shares(said: str, text: str) -> bool:
    """Whether a word of what is said begins as one of the text does: 요리 and 요리사가."""
    own = _WORD.findall(text)
    return any(_alike(word, one) >= FEWEST for word in _WORD.findall(said) for one in own)


def _alike(one: str, other: str) -> int:
    return len([*takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False))])
