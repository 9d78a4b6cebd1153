"""Where a person is to read what is written, a question of one's own or what was odd about one of ours: what is sent,
what is left unsent, and what is another wish. Pure.
"""

import re

from bot.message import Go
from bot.understanding.acts import Act
from bot.understanding.heard import Heard
from bot.understanding.names import Meaning
from bot.understanding.open_lines import LEFT_OUT
from bot.understanding.sayings import DECLINED, NO, YES
from bot.understanding.sorts import WANTS_NOTHING
from bot.understanding.under_questions import GIVES_UP, GOES_BACK, LONGEST, SHORT, leaves_out

PERSON, ODD = "inquire", "reported"  # the commands that take what is written
UNSURE = "?"  # behind a question's name: whether it is told of at all
NAMED = frozenset({"forget", "mine", "link", "study"})
"""Intents that are commands, in whatever sentence: 회원 탈퇴할게요 is no question to a person."""
_OF_A_QUESTION = re.compile(
    "문제|보기|답|해설|설명|힌트|번[은이도을]|오타|맞춤법|글자|헷갈|애매|이상|틀[려린렸]|달라|안맞|실수가"
)
_BEFORE = (
    "(?:아|앗|어|음|에이|저는?|전|제가|나는?|난|내가|그냥|그럼|굳이|역시|지금은?|오늘은?|이번엔?|이건|이거는?|그건|그거는?"
    "|아니|아니요|아니다|아뇨|아니에요|아니야|됐고요?|됐어요?"
    "|괜찮아요?|괜찮고요?|죄송(?:해요|합니다|한데)?|미안(?:해요?|한데)?"
    "|(?:생각해|다시|자세히)?보니까?)*"
)
_SEEMS = "(?:것|거)(?:같[가-힣]{1,3}|네요?|였네요?|예요|에요)|듯[가-힣]{0,3}"
_TOLD = f"(?:어요?|네요?|습니다|군요?|더라고요?|나봐요?|나보네요?|음|(?:던|는|은)(?:{_SEEMS}))"
_NO_MATTER = "(?:돼|될|되|괜찮|좋)[가-힣]{0,6}"
_VERB = "(?:보내|알리|알려|(?:신고|접수|문의)[하해]|물어[보봐]|말하|말해|적|적어|쓰|써|하|해|전하|전해|남기|남겨)"
_WHAT = "(?:신고|접수|문의|제보|글|말|의견|내용|문제|보내기|알리기|알림)?(?:은|는|을|를)?(?:따로|더)?"
_UNSENT = re.compile(
    f"{_BEFORE}{_WHAT}(?:"
    "(?:안|못)(?:보낼|알릴|할|적을|쓸|신고할|접수할|문의할|물을|물어볼|말할|전할|남길)(?:래|게|께|거|렵|란|라)[가-힣]{0,4}"
    f"|안(?:보내|알려|신고해|접수해|문의해|물어봐|해|적어|써|말해)(?:도{_NO_MATTER}|요|주세요|줘요?)?"
    f"|{_VERB}지(?:는|도)?(?:않(?:을[래게께거]|겠|고싶|으려|아도{_NO_MATTER})|말(?:아|자|까|래|라|게|고)?|마|맙시)[가-힣]{{0,4}}"
    f"|{_VERB}기(?:는|가|도)?(?:좀)?(?:싫|귀찮|그렇|그래)[가-힣]{{0,4}}"
    "|(?:취소|철회|없던(?:걸|거|일)로)(?:요|할[래게께]요?|해요|해줘요?|해주세요|하겠습니다|하고싶어요?|합니다|하죠|하자)?"
    "|(?:관둘|그만(?:둘|할)?)(?:[래게께]요?|요|두겠[가-힣]{2,3})?|(?:됐|되었)(?:어요?|습니다|네요?|고요?)"
    "|괜찮(?:아요?|습니다|네요?|을(?:것|거)같[가-힣]{1,3})|사양할[게께]요?|필요(?:는|가)?없(?:어요?|네요?|습니다|을(?:것|거)같[가-힣]{1,3})"
    "|(?:잘못|실수로)(?:눌렀|눌럿|누른|클릭했|터치했|들어왔)[가-힣]{0,5}|실수(?:였|예요|에요|네요|입니다)[가-힣]{0,4}|손(?:이|가락이)?미끄[가-힣]{1,6}"
    "|(?:아무것도|별거|별것|별건|별일|큰일|아무일도)(?:도|은|는)?아니(?:에요|예요|야|네요?|다|요|에여|었어요)?"
    ")"
)
"""안 보낼래요, 굳이 안 알려도 될 것 같아요, 신고 취소할게요, 잘못 눌렀어요: nothing is to go anywhere."""
_NOT_ODD = re.compile(
    f"{_BEFORE}(?:이문제|문제|보기|답|정답|해설|설명)?(?:은|는|이|가|를|을|에|에는)?(?:"
    f"(?:별로|하나도|전혀|그렇게)*(?:이상(?:한)?(?:건|거|데|점|것)?(?:은|는|이|가)?(?:없|하지(?:는|도)?않|안하)|안이상(?:하|해)|(?<=문제)없|(?<=문제[는가])없){_TOLD}"
    "|(?:별로|하나도|전혀)*안이상(?:해요?|하네요?|한데요?)|이상하지않(?:아요|네요?|아|은데요?)"
    "|맞(?:네요?|았네요?|는거네요?|는거였네요?)|이해(?:됐|했|가됐|가갔|갔)[가-힣]{0,4}|이제알겠[가-힣]{0,4}"
    ")"
)
"""다시 보니 안 이상해요, 문제 없네요: what was to be told of is not there after all."""
_MY_FAULT = re.compile(
    "(?:아|앗|어|음|다시보니까?|보니까?)*(?:제|내)가(?:문제|보기|답|해설|설명|그냥)?(?:를|을|만)?(?:그냥|좀|완전)?"
    f"(?:(?:잘못(?:봤|읽었|이해했|알았|생각했|눌렀)|착각했|오해했|헷갈렸|실수했){_TOLD}"
    f"|(?:잘못(?:본|읽은|이해한|안|생각한)|착각한|오해한|헷갈린|실수한)(?:{_SEEMS}))"
)
"""제가 문제를 잘못 읽었네요."""
_ONLY_TELLS = re.compile(
    f"{_BEFORE}(?:(?:쓸말|적을말|할말|말)(?:은|는)?(?:없고|없는데|없이|없지만|없어요?))?(?:그냥|걍)+(?:문제)?(?:만)?"
    "(?:보내|알려|알리|신고|신고해|접수|접수해)(?:기만|만|둘|두|드릴|드리|볼|줄|줘|주|할|하|해)?(?:만)?(?:주|줘)?(?:세요|게요?|께요?|래요?|요|라)?"
)
"""그냥 알려만 주세요: it is told of, without a word."""
_NOTHING_TO_SAY = re.compile(
    "(?:딱히|별로|그냥|음|글쎄|뭐|아|쓸말|적을말|할말|이유|특별히|따로)*(?:은|는|이)?(?:없[가-힣]{0,4}|글쎄요?|음+|그냥요?|몰라요?|딱히요?|아무것도)"
)
MOST_LETTERS = 30  # of what leaves it, or only tells; who writes more has something to say


def unsent(heard: Heard) -> Meaning | None:
    """취소, 잘못 눌렀어요, 아니에요, where a person is to read what is written: nothing goes, and the question is
    closed. It is heard before what else these words take back.
    """
    expects = heard.expects
    if expects is None or expects.command not in {PERSON, ODD} or not 1 <= len(heard.bare) <= MOST_LETTERS:
        return None
    said, reports = heard.bare, expects.command == ODD
    if reports and _ONLY_TELLS.fullmatch(said):
        return Meaning(expects.saying(LEFT_OUT))
    asks = heard.words.rstrip().endswith("?")
    declines = said in NO | DECLINED and not _OF_A_QUESTION.search(said)  # 틀렸어요 says what is odd
    refuses = declines or GOES_BACK.fullmatch(said) or (_UNSENT.fullmatch(said) and not asks)
    none_odd = reports and not heard.reading.asks and (_NOT_ODD.fullmatch(said) or _MY_FAULT.fullmatch(said))
    return _nothing(expects) if refuses or none_odd else None


def to_a_person(heard: Heard) -> Meaning | None:
    """나중에 할게요 leaves it, 모르겠어요 is asked about; what else names no command is what they are to read."""
    expects = heard.expects
    if expects is None or expects.command not in {PERSON, ODD} or not heard.words:
        return None
    reports, act = expects.command == ODD, heard.reading.act
    at_a_loss = act is Act.UNKNOWN_ANSWER or _NOTHING_TO_SAY.fullmatch(heard.bare) or heard.bare in YES
    if reports and not heard.reading.wishes and _OF_A_QUESTION.search(heard.bare):
        return Meaning(expects.saying(heard.typed))  # 해설이랑 답이 안 맞아요: no refusal
    if reports and len(heard.bare) <= SHORT and at_a_loss:
        return Meaning(Go("report", f"{expects.argument} {UNSURE}"))
    gives_up = len(heard.bare) <= SHORT and act in GIVES_UP - {Act.DENIAL}
    if gives_up or leaves_out(heard) or heard.intent in WANTS_NOTHING:
        return _nothing(expects)
    if len(heard.words) <= LONGEST and heard.reading.wishes and heard.flourished:
        return heard.flourished
    named = heard.intent in NAMED and not heard.reading.asks
    return Meaning(Go("talk", f"{heard.intent} {heard.typed}") if named else expects.saying(heard.typed))


def _nothing(expects: Go) -> Meaning:
    """Nothing is sent."""
    return Meaning(Go(ODD) if expects.command == ODD else expects.saying(LEFT_OUT))
