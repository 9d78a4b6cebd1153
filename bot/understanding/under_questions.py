"""What is said under an open question and is no answer to it: it is left, asked about, or passed by. Pure."""

import re

from bot.korean.ordinals import mentioned, place_of
from bot.korean.own_words import option_meant
from bot.korean.ruled_out import ruled_out
from bot.korean.when import names_days, picked
from bot.message import Go
from bot.understanding.acts import Act
from bot.understanding.first_questions import only_a_clock
from bot.understanding.heard import Heard
from bot.understanding.names import Meaning, numbered
from bot.understanding.open_lines import LEAVES_OUT, LEFT_OUT
from bot.understanding.reading import bare, folded
from bot.understanding.sayings import ASKING, DECLINED, NO, THIS, YES

LONGEST = 40  # characters; a longer saying asks about nothing that is shown
A_SIGN = 2  # letters; 나 is a pair's sign, and 음 nothing yet
SHORT = 12  # letters of a wish to pass, and of nothing else
GIVES_UP = frozenset({Act.REFUSAL, Act.DENIAL, Act.SKIP, Act.CANCEL, Act.UNKNOWN_ANSWER})
PASSING = frozenset({Act.WISH, Act.SKIP, Act.QUESTION, Act.REFUSAL, Act.STATEMENT})
STUDY = frozenset({"answer", "write", "promise"})
PICKED_BY_PLACE = frozenset({"", "trade", "job", "hour", "intend", "cue", "remind", "rest"})
"""What may be open where a button is picked by its place; at a line 첫째 may be what it is about."""
MOST_PLACES = 5  # that have a name of their own
_BY_PLACE = re.compile(r"번[째쨰]?|째|마지막[거꺼걸것]|마지막이?요")
_TO_IT = re.compile(
    r"\s?[걸거꺼것]?(?:으)?로\s?(?:이?요|부탁\S*|해\s?[주줘]\S*|주세요|줘요?|갑시다|가죠|하죠|하겠\S*)[.!~\s]*$"
)  # 세번째걸로요
LEAVING = frozenset({"fine", "no_rest"})
"""Intents that want nothing changed."""
_FINE = re.compile("(?:아니|전|저는|그냥)?(?:괜찮아요?|괜찮습니다|괜찮네요?)")
_NUMBERED = re.compile(r"\d번")
_PASSES = re.compile(
    r"넘[겨기길긴]|(?<!숨)(?<!숨 )(?<!숨이 )넘어[가갈간]|"
    r"건너뛰|건너뛸|건너뛴|패스|스킵|제끼|제낄|포기|아무거나|알아서|못\s?(?:고르|풀|맞히|맞추|찾|적|쓰)겠"
)
_FIRST_LATER = re.compile(  # before another wish: 나중에 얘기할게요 일단 넘어가 주세요
    "(?:나중에|담에|다음에|이따가?)[가-힣]{1,6}[게께](?:요|여)?(?:일단|우선|그냥|지금은)*(?=.)"
)
_WRITES_NOT = re.compile(
    "(?:저는|전|나는|그냥|됐어요?|됐고요?|괜찮아요?|아니[요다]?|오늘은|지금은|이번엔|여기는|(?:이|그|저)런?(?:거|것|건|걸)(?:은|는|까지|까지는)?|이건)*"
    "(?:말|대답|답|쓰기|적기|약속|계기)?(?:은|는|같은건|같은거)?(?:안|못)"
    "(?:쓸|적을|할|말할|대답할|답할|정할|만들|보낼|물을|물어볼)(?:래|게|께|거|랍니다)[가-힣]{0,3}(?:오늘은|지금은|이번엔|여기는|이건|그냥)?"
)
GOES_BACK = re.compile(
    "(?:아|앗|아니|그냥|다시|일단)*(?:뒤로|이전으로|취소|닫기|나가기|돌아가기|돌아갈래요?|돌아갈게요?)(?:가기|가|갈래요?|갈게요?|가자|가줘요?|가주세요|돌아가기|할래요?|할게요?|해줘요?|해주세요|요)?"
)
_RESTS = re.compile("쉬|쉴|쉼|멈|휴식")
_LOATHES = re.compile("(?:쓰|적|말하|답하|하|대답하)기(?:는|도|가)?(?:좀|너무|진짜)?(?:싫|귀찮)")
HINT = "힌트"
_LATER = re.compile(
    r"(?:이건|이거|이문제는?|지금은)?(?:다음에|담에|이따가?|나중에|좀있다가?)(?:다시)?(?:풀|할|볼|답할)[게래께]요?"
)
_CORRECTS = re.compile(
    r"[\s,.…](?:아\s?)?(?:아니다|아니야|아니고|아니요|아니|아냐|말고|취소(?:하고|할게요|요)?)[\s,.…]+"
)
LONGEST_UNSAID = 100  # characters
_UNSAYS = re.compile(  # 융합… 아 이거 아니다, 2번 취소
    r"(?P<said>.+?)(?:[\s,.…!~]+(?:취소|무효)|(?:[,.…!~]+\s*|\s)(?:아|앗|어|엇|음)[\s,.…]+(?:이거|그거|이건|그건|이게|그게)?\s?"
    r"(?:아니|아냐|아닌|아님|취소)|[,.…!~]+\s*(?:이거|그거|이건|그건|이게|그게)?\s?(?:아니|아냐|아닌|아님))"
    r"(?:다|야|네|데|가|요|에요|할게요?|할래요?)*[\s.!~ㅋㅎㅠㅜ…]*"
)
_ONE_WORD = re.compile("(?!방금|아까|앞|전|이전|지난|이거|그거|취소|아니|앗)[가-힣]{2,8}")
FEWEST_OPTIONS = 2  # a typed question has one button, for who does not know
WHETHER = "?"  # before words of which it is asked whether they are the answer
_WORDS = re.compile("[가-힣]{2}")
_IS_NOT = re.compile(r"아니(?!면)|아닌")  # 개인화도 아닌 거 같고 is no answer
_DONE = re.compile("[았었했였왔갔됐봤](?:어|습|는데|네|지|음)|고 ?있|는 ?중")  # 시켜서 왔어요, 애 재우고 있어요
_UNCLEAR = re.compile(
    r"(?:문제|질문|지문|물음)[가이은는을를도]?\s?\S{0,6}\s?(?:이해|무슨\s?(?:말|뜻|소리))|(?:무슨|뭔|먼)\s?(?:말|뜻|소리|소린|얘기)(?:인지|을\s?하는|하는|지)"
    r"|(?:문제|질문|지문|물음|이게|이거)\s?(?:뜻|의미|의도|말)[을를이가은는도]?\s?(?:\S{1,4}\s)?(?:모르|몰라|모름)"
    r"|^(?:이게\s|이건\s|이거\s|잘\s|도무지\s|아\s|음\s)*이해(?:가|를|도)?\s?(?:잘\s|도무지\s|하나도\s)?(?:안|못)"
)  # 문제가 이해가 안 돼요, 무슨 말인지 모르겠어요: the answer is not asked for yet
_SEVERAL = re.compile(
    r"(?:셋|둘|세\s?개|두\s?개|세\s?가지|전부|모두|보기가|답이)\s?(?:다|전부|모두)?\s?(?:다\s)?(?:맞|정답|비슷|똑같|답\s?같|그게\s?그거)"
)  # 셋 다 맞는 거 같은데, 보기가 다 비슷한데요
_OPTION = re.compile(r"^\d\. (.+)$", re.MULTILINE)  # as a choice lists them
_FIRST_SENTENCE = re.compile(r"(?<=[요죠까])[.!?~]*\s+|[.!?~]+\s*")
_PLACE = re.compile(r"\d번(?:째)?(?:거|것|게|보기)?|[①-⑨]|보기\d번?|[첫두세네]번째(?:거|것|게|보기)?|[가나다]번?")
_HARD = re.compile(
    "(?:은|는|이|가|을|를|도)?(?:좀|잘|아예|전혀|뜻이|뜻을|뜻도|말이)*(?:모르겠|모르는|몰라|이해가?안|이해를?못|이해못|어려[워운]|헷갈)[가-힣]*"
)


def not_resting(heard: Heard) -> Meaning | None:
    """그냥 안 쉴래요, 건너뛸게요 under 얼마나 쉬어 갈까요: there is no pause, and the question is closed. 뒤로 and 취소
    leave the hours of the reminders as they are, too.
    """
    if heard.expects and heard.expects.command == "remind" and GOES_BACK.fullmatch(heard.bare):
        return Meaning(Go("talk", f"fine {heard.words}"))
    if heard.expects is None or heard.expects.command != "rest" or names_days(heard.words):
        return None
    if intent := heard.intent:
        return Meaning(Go("rest", LEFT_OUT)) if intent in LEAVING or GOES_BACK.fullmatch(heard.bare) else None
    given_up = heard.reading.act in GIVES_UP or heard.bare in NO | DECLINED or _FINE.fullmatch(heard.bare)
    return Meaning(Go("rest", LEFT_OUT)) if given_up else None


def picks_time(heard: Heard) -> Meaning | None:
    """오후요, 저녁 9시, where hours are offered beside a question of the course."""
    asked = heard.expects.command if heard.expects else ""
    buttons = heard.screen.buttons if heard.screen else ()
    hours = [button for button in buttons if button.go.command == "remind" and button.go.argument]
    if asked not in STUDY or not hours or heard.claimed:
        return None
    found = picked(heard.words, [button.label for button in hours])
    if len(found) == 1:
        return Meaning(hours[found[0]].go)
    alone = heard.timely and only_a_clock(heard.words)
    return Meaning(Go("remind", heard.words)) if alone else None


def picks_by_place(heard: Heard) -> Meaning | None:
    """두번째꺼로 할게요, where it is no quiz: the button in that place, or that bears the number in a list."""
    asked = heard.expects.command if heard.expects else ""
    named = heard.screen is not None and asked in PICKED_BY_PLACE and _BY_PLACE.search(heard.bare)
    if not named or heard.screen is None or heard.reading.asks:
        return None
    buttons = heard.screen.buttons
    if heard.expects is None and any(button.go == Go("undo") for button in buttons):
        return None  # 아 손 미끄러졌다 3번이요: another answer may be meant, which is not shown any more
    place = place_of(_TO_IT.sub("", heard.words), min(len(buttons), MOST_PLACES))
    button = numbered(place, buttons, told=True) if place else None
    return Meaning(button.go) if button else None


def leaves_out(heard: Heard) -> bool:
    """패스, 몰라요, 그냥 넘어가 주세요, 쓰기 싫어요: an open line, a job or a promise is left empty."""
    if _LOATHES.match(heard.bare) and not heard.reading.asks:
        return True
    wished = _FIRST_LATER.sub("", heard.bare)
    meant = heard.reading.act is Act.WISH or wished != heard.bare
    asks_to = meant and len(wished) <= SHORT and _PASSES.search(heard.words)
    refuses = not heard.reading.asks and _WRITES_NOT.fullmatch(heard.bare)
    return heard.reading.act in LEAVES_OUT or bool(asks_to or refuses)


def is_no_pause(heard: Heard) -> bool:
    """Whether the words cannot say how long to rest, where that is asked: 오늘 레슨 주세요."""
    if heard.expects is None or heard.expects.command != "rest":
        return False
    return not names_days(heard.words) or (heard.reading.act is Act.WISH and not _RESTS.search(heard.words))


def resting_after_all(heard: Heard) -> Meaning | None:
    """What is nothing else where a pause is asked for: 네 brings the question once more, the rest how to say it."""
    if heard.expects is None or heard.expects.command != "rest":
        return None
    return Meaning(Go("rest", "" if heard.bare in YES else heard.typed))


def corrected(heard: Heard) -> Meaning | None:
    """2번 아니 1번, 2번 취소: who corrects an answer while giving it means what comes last, or is asked again."""
    if heard.expects is None or heard.expects.command != "answer":
        return None
    *before, last = _CORRECTS.split(heard.typed)
    last = last.strip(" ,.")
    if before and last and heard.claims(last):
        return Meaning(heard.expects.saying(last))
    unsaid = _UNSAYS.fullmatch(heard.typed) if len(heard.typed) <= LONGEST_UNSAID else None
    if unsaid and (heard.claims(unsaid["said"].strip()) or _ONE_WORD.fullmatch(unsaid["said"].strip())):
        return Meaning(Go("ask", heard.expects.argument.partition(":")[0]))
    return None


def in_own_words(heard: Heard) -> Meaning | None:
    """그 말은 적어 두고 계속 간다, where an option says so, or 그만두는 건 좀 아니죠, which rules one out: the question
    hears it, or asks about it.
    """
    shown = options_shown(heard)
    if not shown or heard.expects is None or heard.claimed:
        return None
    told = option_meant(heard.typed, shown) or ruled_out(heard.typed, shown)
    return Meaning(heard.expects.saying(heard.typed)) if told else None


def options_shown(heard: Heard) -> list[str]:
    """What the open question lists to choose from, in the order of the screen."""
    if heard.expects is None or heard.expects.command != "answer" or heard.screen is None:
        return []
    labels = [button.label for button in heard.screen.buttons if button.go.command == "answer"]
    if len(labels) < FEWEST_OPTIONS:
        return []
    return [text for bubble in heard.screen.bubbles for text in _OPTION.findall(bubble)] or labels


def as_said(heard: Heard) -> Meaning | None:
    """동네에서 커튼 달아요, 옥상 올라가서요: where a job or a moment is asked for, and nothing else was made of what is
    told: whether it is the answer, as it was said.
    """
    expects = heard.expects
    other = heard.reading.asks or _DONE.search(heard.words) or _IS_NOT.search(heard.words)
    tells = heard.reading.may_be_line and not other
    if expects is None or expects.command not in {"trade", "intend"} or not tells:
        return None
    return Meaning(Go(expects.command, f"{WHETHER} {heard.typed}")) if _WORDS.search(heard.words) else None


def claimed(heard: Heard) -> Meaning | None:
    """가다나 under a quiz of pairs, 헷갈리는데 3번 할게요: it can only be an answer."""
    if heard.expects is None or heard.expects.command != "answer":
        return None
    cores = () if heard.reading.wishes or heard.reading.asks else heard.language.colloquial.cores(heard.words)
    said = (heard.typed, *cores)
    return next((Meaning(heard.expects.saying(one)) for one in said if heard.claims(one)), None)


def asked_about(heard: Heard) -> Meaning | None:
    """3번이 뭐예요?, 이게 뭐예요?: what is shown is explained, and the question stays open."""
    expects, said = heard.expects, heard.bare
    if expects is None or expects.command not in {"answer", "write"} or len(said) > LONGEST:
        return None
    asked = _asked_of(said)
    if not asked and expects.command == "answer":  # 세 번째는 무슨 뜻이에요 말이 어려워요
        asked = _asked_of(bare(folded(_FIRST_SENTENCE.split(heard.words, maxsplit=1)[0])))
    if not asked and (place := _PLACE.match(said)) and _HARD.fullmatch(said, place.end()):
        asked = place[0]
    if expects.command == "write":
        return Meaning(Go("stuck", expects.argument)) if asked in THIS else None
    shown = "" if asked in THIS else asked
    return Meaning(Go("explain", f"{expects.argument} {shown}".rstrip())) if asked else None


def _asked_of(said: str) -> str:
    """What words, folded, ask the meaning of; "" for none."""
    return next((said[:end] for end in range(1, len(said)) if ASKING.fullmatch(said, end)), "")


def passed_by(heard: Heard) -> Meaning | None:
    """이 문제 넘기고 다음 거 줘 봐요: the answer is shown to who does not want to find it."""
    expects, act = heard.expects, heard.reading.act
    if expects is None or expects.command != "answer" or heard.claimed:
        return None
    if _SEVERAL.search(heard.words) and not heard.reading.wishes:
        return Meaning(Go("talk", f"several_fit {heard.words}"))
    empty = heard.reading.empty and len(heard.bare) > A_SIGN and not mentioned(heard.words)  # 아 그거: no answer yet
    if empty or _UNCLEAR.search(heard.words):
        return Meaning(Go("explain", expects.argument))
    if HINT in heard.words or _LATER.search(heard.bare):
        return Meaning(Go("talk", f"{'hint' if HINT in heard.words else 'wait'} {heard.words}"))  # 헷갈려요 힌트 좀
    passes = act in PASSING and _PASSES.search(heard.words)
    knows_not = (
        act is Act.UNKNOWN_ANSWER and len(heard.bare) > A_SIGN and not _NUMBERED.search(heard.words)
    ) or heard.language.intents.of_saying(heard.saying) == "the_answer"
    return Meaning(expects.saying(f"{LEFT_OUT} {heard.typed}")) if passes or knows_not else None
