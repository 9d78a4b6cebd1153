"""What people say about the reminders themselves, as commands: 덜 자주, 더 자주, 왜 안 와요, 휴일에도 보내 줘.

Every pattern takes the whole saying, without its spaces and signs, so that a line about one's own work is none.
"""

import re
from collections.abc import Callable
from datetime import datetime
from typing import NamedTuple

from bot.korean import when
from bot.korean.asked_days import asked_days, days_ago
from bot.korean.hangul import from_latin_keys
from bot.korean.time import frequency
from bot.korean.time.grammar import compiled
from bot.korean.time.scan import spelled
from bot.korean.time.told import asks, tells
from bot.korean.time.words import ENDING
from bot.message import Go

LONGEST = 40  # characters
SIGNS = re.compile(r"[\W_]+|[ㅋㅎㅠㅜ]+(?=\W|$)")

_END = ENDING.pattern
_WISH = f"{_END}(?:수[있없]{_END}|로?(?:부탁|바꿔|변경|조정){_END}|으면{_END})?"
_OPEN = "(?:(?!않|안|없|아니|못|말)[가-힣]){0,10}"  # any ending that does not turn the sense round
_AGREED = "(?!.*(?:싫|지마|지말|않))"
_NAME = "(?:알림|알람|레슨|푸시|톡|카톡|텔레그램|문자|메시지|메세지|연락|봇)"
_NAMED = f"(?:{_NAME}(?:들?(?:이|가|은|는|을|를|도|으로))?)"
_BELL = "(?:(?:알림|알람|푸시|톡|카톡)(?:이|가|은|는|도)?)"  # 레슨이 많아요 may be said of its length
_SOFT = (
    "(?:좀|쫌|조금|조금만|너무|넘|지나치게|진짜|정말|더|이제|앞으로|혹시|그냥|제발|지금보다|아주|약간|생각보다"
    "|하루에|이렇게|그렇게|요즘|저한테는|저는|나는)*"
)
_COMES = "(?:보내|와|오|왔|온|올|옵|울리|울려|울립|뜨|떠|받|알려|알리)"
_OFTEN = f"{_SOFT}(?<=너무|치게)(?:자주|많이)"
_HARD = "(?:많|부담|힘들|힘드|벅차|벅찹|무리|버거|버겁|빡세|빡셉|과해|과하|지쳐|지치|싫)"
_DAILY = (
    "(?:매일매일|매일|날마다|맨날|하루에?한번)(?:(?:오|받|하|배우|공부하|보내)"
    "(?:는건|는것은|는게|는거는|는것이|기는|기엔|긴|기가|기|니까|면))?(?:은|는|도)?"
)
_VEXED = (
    f"{_NAMED}?(?:너무|진짜|정말|넘|좀|소리|소리가)*(?:시끄러|귀찮|성가|정신없|신경쓰|짜증|피곤|부담|많아|잦아)[가-힣]{{0,5}}?"
    "(?:죽겠|미치겠|돌겠|못살겠)?(?:어요?|네요?|아요?|다|서|으니까?|니까?|는데|고|습니다)[ㅠㅜㅋㅎ]*(?=.)"
)
"""What is said before a wish for fewer: 알림 시끄러워 죽겠어 좀 드문드문 보내."""
_AMOUNT = f"(?:{_NAMED}|(?:{_NAME}의?)?(?:횟수|빈도|개수)(?:를|을|도|가)?)"

FEWER = (
    f"{_NAMED}?{_SOFT}덜(?:자주(?:{_COMES})?|{_COMES}){_WISH}",
    f"{_NAMED}?{_OFTEN}{_COMES}{_OPEN}",
    f"{_NAMED}?{_SOFT}(?<!더)(?:자주|많이)(?:보내|오|울리)지는?(?:마|말|않){_OPEN}",
    f"{_NAMED}?{_SOFT}(?:잦|빈번){_OPEN}",
    f"{_BELL}{_SOFT}(?:많|과해|과하){_OPEN}",
    f"{_DAILY}{_BELL}?{_SOFT}(?:{_HARD}{_OPEN}|그래요?|그렇네요|못(?:하|받)[겠을]{_END})",
    f"(?:{_DAILY}|{_NAMED}?{_SOFT}(?:자주|많이))안(?:와|보내|받아|해)도(?:돼|되|될|됩|괜찮|좋){_OPEN}",
    f"{_DAILY}(?:필요없{_OPEN}|말고(?:가끔)?요?)",
    f"{_NAMED}?{_SOFT}(?:뜸하|띄엄띄엄|드문드문|뜨문뜨문|간간이){_END}(?:{_COMES}{_WISH})?",
    f"{_NAMED}?{_SOFT}(?:가끔|가끔씩|이따금)(?:만(?:{_COMES}{_WISH})?|{_COMES}{_WISH})",
    f"{_AMOUNT}{_SOFT}(?:줄여|줄이|줄일|줄었|줄였|낮춰|낮추){_WISH}",
    f"{_SOFT}(?<=더)(?:줄여|줄이|줄일){_WISH}",
    f"{_NAMED}?{_SOFT}(?:적게{_COMES}|조금만(?:보내|와)){_WISH}",
    f"(?:{_NAME}의?)?간격(?:을|이)?{_SOFT}(?:늘려|늘리|늘릴|넓혀|넓히){_END}",
)
MORE = (
    f"{_AGREED}{_NAMED}?{_SOFT}(?<=더)자주(?:{_COMES})?{_WISH}",
    f"{_AGREED}{_NAMED}?자주좀?(?:보내|와|알려)[줘주]{_END}",
    f"{_AGREED}{_AMOUNT}{_SOFT}(?:늘려|늘리|늘릴|높여|높이){_WISH}",
)
BOTHERED = (  # fewer, or none at all?
    f"왜(?:이렇게|이리|그렇게)?{_NAMED}?(?:이렇게|이리)?(?:자주|많이){_COMES}{_OPEN}",
    f"{_BELL}{_SOFT}(?:귀찮|성가|시끄|피곤|부담|불편|짜증|거슬|싫|정신없|신경쓰){_OPEN}",
    f"(?:이제|그만|저는?|이만|그냥)*구독(?:을|은|도|은그만)?(?:끊을[게래까께]|끊겠|끊고싶|끊어야겠|끊자|끊으려고|끊는다){_OPEN}",
    f"{_NAMED}?{_SOFT}(?:안|그만)(?:와|보내|보내줘|보내셔|받아|울려)도(?:돼|되|될|됩|괜찮|좋){_OPEN}",
)
_WHEN = (
    r"(?:(?:오늘|어제|그저께|아까|아침|점심|저녁|밤|요즘|요새|최근|며칠째|계속|제시간|제때|이번주|주말|휴일|약속한시간"
    r"|(?:오전|오후)?\d+시(?:\d+분|반)?)(?:에|도|은|는|에도|에는|부터|인데|거|것|거는|것은)?"
    r"|(?:시간이|\d+시가)(?:됐는데|되었는데|지났는데|넘었는데))"
)
_ASKED = (
    "(?:왜|어째서|아직|아직도|여태|하나도|전혀|도통|또|자꾸|근데|그런데|저|저는|저만|저한테|갑자기|혹시|이제|분명|아무것도"
    "|설정했는데|켰는데|켜놨는데|정했는데|신청했는데)"
)
_CAME = "(?:와|오|왔|온|옵|옴|울려|울리|울렸|울립|떠|뜨|떴|뜹|들어와|들어왔|도착)"
_NOT_COME = (  # what is wished, 안 와도 돼요 or 안 오게 해 줘, is no complaint
    f"(?:안{_CAME}(?!도|으면|면|게|셔도)|(?:못|안)받(?=았|은|는|음|아요|아$|네|고있)|받지를?못|못봤"
    "|(?:오|울리|뜨)(?:지|질|지를|지도)(?:않|못)|도착하지를?않|도착을?안|안보냈|못왔)"
)
_TELLS = f"(?:{_WHEN}|{_NAMED}|(?:문제|퀴즈|복습)[가는도이]?|{_ASKED})*"
_REST = "(?:(?!게해|게하|게끔|도돼|도되|도괜찮|으면|는(?!데|지|거|것|건|구|군))[가-힣]){0,10}"  # not 안 오는 손님
MISSED = (
    f"{_TELLS}{_NOT_COME}{_REST}",
    f"(?=.*왜){_TELLS}(?:안보내|조용){_REST}",
    f"(?=.*(?:알림|알람|푸시)){_TELLS}(?:소리[가도]?|음이?)?(?:없|끊겼|끊어|빠졌|누락|안나|안들리|안들려){_REST}",
)
HOURS = (
    f"(?:레슨|알림)?(?:안오는|쉬는|없는|노는)(?:날|요일)(?:이|은|는)?(?:언제|무슨요일|며칠)(?:예|이에|인|야|임){_END}",
    f"(?:다음|오늘|내일|그럼)?[은도]?{_NAMED}?(?:오늘은?|내일은?)?(?:언제|몇시)(?:에|쯤|쯤에)?(?:와|오|올|보내|울리|울려|예|이에|인|가|받){_END}",
)
_FREE = "(?:공휴일|휴일|빨간날|(?:설|설날|추석|명절)?연휴|명절|설날|설|추석)(?:에|때|동안|기간|기간에)?도"
HOLIDAYS = (
    f"{_AGREED}(?:이번)?{_FREE}(?:요|{_NAMED}?(?:계속|그대로|쭉)?(?:(?:보내|받|와|오|알려|할|하고|해|배우|공부){_END})?)",
)
_DAY = (
    "(?:주말|평일|휴일|공휴일|빨간날|내일|낼|모레|매일|이번주|다음주|담주|[월화수목금토일]요일|크리스마스|성탄절|설날|설|추석|명절|설연휴|추석연휴|연휴|새해"
    r"|(?:오전|오후|아침|점심|저녁|밤|새벽)?(?:\d{1,2}|[한두세네]|다섯|여섯|일곱|여덟|아홉|열|열한|열두)시(?:반|\d{1,2}분)?"
    "|아침|점심|저녁|밤|새벽)(?:에는|에도|에만|에|엔|은|는|도|만|마다)?"
)
_TAUGHT = "(?:(?:수업|강의|공부|레슨|알림|알람|톡|카톡|문자|메시지|메세지|봇)(?:이|은|는|도|을)?)"
_STAYS = "(?:보내|와|오|온|옵|울리|울려|받|알려|알리|쉬|쉽|쉰|있|하|해|되|돼)"
_SO = f"{_END}(?:는|은|진|졌)?{_END}(?:날|거|것|게|건|상태)?{_END}(?:맞{_END})?"  # 오는 거예요
_SET = "(?:꺼져?|켜져?|설정되|정해져?|예약되|신청되|끊겨|멈춰)"
_SETTING = f"(?:제|내|저의|나의)?{_NAME}[이은는의]?(?:시간|시각|설정|요일|횟수)?[이은는가]?(?:지금|현재)?"
_NAMED_SO = "(?:이?라(?:는|고하는|고)?|이?란|이면|면|이|가|은|는)?(?:게|건|것은|거는|말은)?"
HOW_IT_IS = (  # questions about what is set
    f"(?:{_DAY}){_NAMED_SO}(?:{_DAY})(?:을|를|이?라는|이?란)?(?:말하는|말씀하시는|말씀하는|뜻하는|얘기하는|인|말)?(?:거|것|건|뜻|말씀|얘기)?(?:이|인)?(?:맞)?(?:죠|지요|지|가요|나요|예요|이에요)",
    f"{_SOFT}{_TAUGHT}?{_SOFT}(?:{_DAY})+{_SOFT}{_TAUGHT}?{_SOFT}안?{_STAYS}{_SO}",
    f"(?:{_DAY})?{_NAMED}{_SOFT}(?:아직|계속|지금)?{_SET}{_SO}",
    f"{_SETTING}(?:어떻게(?:설정|맞춰)?[되돼]{_END}|몇시{_END}|몇시로?(?:설정|맞춰|맞추어|정해|예약)?(?:돼|되어|져|해)?(?:있|뒀|놨){_END}|언제{_END}|뭐[예야지였]{_END})",
    f"{_NAMED}{_SOFT}(?:계속)?[오온와옵받]{_SO}",
    f"(?:지금|현재|저는|제가)?몇시로(?:설정|맞춰|맞추어|정해|예약)?(?:돼|되어|져|해)(?:있|뒀|놨){_END}",
)
_HOW_IT_IS = "|".join(HOW_IT_IS)
_TELLER = "(?:제가|저는|전|난|나는|내가|그렇게|한번도|아직)"
_NEVER = "(?:바꾼|끈|켠|정한|설정한|신청한|멈춘|줄인|늘린|쉬겠다고한|꺼달라고한)(?:적|일)(?:이|은|도)?없"
NEVER_SET = (
    rf"(?=.*(?:시로|시간|{_NAME}))(?:{_DAY}|으?로|{_NAMED}|시간을?|{_TELLER})*{_NEVER}{_OPEN}",
)  # 8시로 바꾼 적 없어요
_MOVED = "(?:바꾸|바꿔|바꿀|변경|조정|옮기|옮겨|수정|늦추|늦춰|앞당기|앞당겨|당겨|미루|미뤄)"
_PART = "(?:아침|점심|저녁|밤|오전|오후|낮|새벽)"
SET_HOUR = (  # to another hour, without saying which
    f"(?:{_NAMED}|보내는|오는|받는|레슨)?{_SOFT}시[간각](?:을|를|만|도)?{_SOFT}{_MOVED}{_WISH}",
    f"(?:{_PART}(?:에|엔|에는|은)?(?:말고|대신에?|보다는?))?{_PART}(?:에|으로|로|쯤에?)?{_SOFT}(?:보내|받|와|바꿔|바꾸){_WISH}",
    f"{_NAME}시[간각](?:변경|수정|조정|설정|바꾸기)",
)
_QUIET = "(?:조용한시간|조용히있을시간|조용한때|방해금지(?:시간|모드)?)(?:은|는|을|를|이|도)?"
LOUD = (
    f"{_SOFT}{_QUIET}{_SOFT}(?:없애|없앨|취소|해제|풀어|풀래|풀고|꺼|끌|지워|지울|그만|끝|필요없){_OPEN}",
    f"{_AGREED}{_SOFT}(?:아무때나|아무때라도|언제든지?|밤에도|새벽에도)(?:보내|와|알려|울려)(?:도(?:돼|되|괜찮|좋)|줘|주){_OPEN}",
)

NOT_ON_DAYS = f"(?:{_DAY})+{_SOFT}왜{_SOFT}안(?:와|보내|오|울려)[가-힣]{{0,6}}"  # 일요일엔 왜 안 보내 줘요
TABLE = {
    Go("less"): "|".join(FEWER),
    Go("more"): "|".join(MORE),
    Go("fewer-or-none"): "|".join(BOTHERED),
    Go("why-not-sent"): "|".join((*MISSED, NOT_ON_DAYS)),
    Go("how-set"): "|".join((*HOURS, *NEVER_SET)),
    Go("remind"): "|".join(SET_HOUR),
    Go("remind", "holidays on"): "|".join(HOLIDAYS),
    Go("no-quiet"): "|".join(LOUD),
}
LESS = TABLE[Go("less")]
CHANGES = (Go("more"), Go("remind", "holidays on"), Go("no-quiet"))
SURE = re.compile(
    "^(?:이제|그만|저는?|이만|그냥)*구독|(?:쉬는|안오는|없는)(?:날|요일).{0,2}(?:언제|무슨)|조용한시간|방해금지|알림|알람|레슨|푸시|톡이?안|[덜더]자주|너무자주|왜|보내|에도받|시[간각].{0,3}(?:바꾸|바꿔|바꿀|변경|조정)|[적일]이?없"
)
SILENT = re.compile(
    "[꺼끄끌껐끔]|(?:지나고|지나면|지나서|이후에|끝나고)다시|그만|[중정]지|중단|해[지제]|취소|거부|필요|싫|안|[말마]|쉬|쉴|방해|않|부터다시"
)  # none else wishes for silence
_STATED = re.compile(
    r"(?:여행|휴가|출장|시험|병원|수술|입원|이사|김장|제사|연수|훈련|캠프|행사|결혼식|장례식|고향|해외|집안일|일|약속)"
    r"(?:에|을|를|이|가|도)?\s?(?:가|있|떠나|잡혀|다녀|나|해|봐|치러)[가-힣]{0,6}(?:요|다|어|죠|서|든요)[\s,.!~]+"
)
"""A reason that is told by the way and says nothing of time: 여행 가요."""
SENT = re.compile("(?!.*(?:연휴|보내기$)).*(?:알림|알람|푸시|톡|문자|메시지|메세지|수신|구독|보내|받|[오와올왔])")
RESTING = re.compile(
    "쉴(?:래|게|께|거)|쉬(?:고싶|고파|겠|어갈|게해|자$|기$)|까지(?:좀)?쉬(?:어요|ㅂ니다|고)|까지쉽니다|건너뛸|멈춰[줘주]|(?:부터|지나고|지나면|지나서|이후에|끝나고)다시(?:할|받|보|시작|와)|보내지(?:는)?[말마]|방해금지"
)
COMES_BACK = re.compile("(?:부터|지나고|지나면|지나서|이후에|끝나고)다시(?:할|받|보|시작|와)")
MAY_I = re.compile("쉬어도|쉬면|동안")  # 내일 쉬어도 돼요? asks for leave
OF_REMINDERS = re.compile(  # and not of a calendar that rings: 달력에서 알림 안 받을래요
    r"^(?!.*(?:달력|캘린더)).*(?:알림|알람|레슨|수업|톡|문자|메시지|메세지|푸시|보내지|그만\s?보내|안\s?받)", re.DOTALL
)
WISHES = re.compile("보내|받|알려|와줘|와주|울려|오면|왔으면|줄여|줄이|늘려|면좋|좋겠")


class AboutReminders(NamedTuple):
    """The command that was meant; `sure` when it can be nothing else, whatever question is open."""

    go: Go
    sure: bool


def how_set(words: str) -> Go:
    """The question how reminders are set, with the words that name days: 주말에도 와요?"""
    return Go("how-set", words if asked_days(words) else "")


def why_not(words: str) -> Go:
    """The question why nothing came, with the words that name a day gone by: 어제는 왜 안 왔어요."""
    return Go("why-not-sent", words if days_ago(words) else "")


_NAMES_US = re.compile(
    r"알림|알람|레슨|수업|강의|톡|문자|메시지|메세지|푸시|보내지|그만|수신|구독|방해|받[을지]|쉬|쉴|휴|시\s?(?:에|부터|까지)|밤|새벽|주말|[월화수목금토일]요일"
)
_NO_COMPLAINT = re.compile(
    r"서\s?(?:참\s?)?좋(?:네|아|습|다|군)|지만\s.*해\s?볼|다는\s?(?:사람|분)|다고\s?하(?:는|던|시)"
)
"""너무 자주 와서 좋네요, 매일은 힘들지만 해 볼게요, 많다는 사람도 있던데: nothing is to be changed."""


def about_reminders(words: str, now: datetime, rhythm_of: Callable[[str], str] | None = None) -> AboutReminders | None:
    """What the words say about the reminders; None when they speak of anything else. `rhythm_of` says what words ask
    for about time, as `when.read` has it, where some have been read already.
    """
    rhythm_of = rhythm_of or (lambda text: str(when.read(text, now)))
    if len(words) > LONGEST or _NO_COMPLAINT.search(words):
        return None
    for reading in [words, from_latin_keys(words)] if words.isascii() else [words]:
        said = SIGNS.sub("", reading)
        go = next((go for go, pattern in TABLE.items() if compiled(pattern).fullmatch(said)), None)
        if go is None and (vexed := compiled(_VEXED).match(said)) and compiled(LESS).fullmatch(said, vexed.end()):
            go = Go("less")
        if _asks_how_it_is(reading, go, rhythm_of):
            return AboutReminders(Go("how-set"), sure=asks(spelled(reading)))
        if go == Go("why-not-sent") and (days := asked_days(reading)) and days.week and "오늘" not in said:
            return AboutReminders(how_set(words), sure=True)  # 주말엔 왜 안 와요
        if go:
            return AboutReminders(go, go == Go("how-set") or bool(SURE.search(said)))  # 오늘 몇 시에 와요
        if silence := _silence_wished(reading, said, rhythm_of):
            plain = _NAMES_US.search(reading) or COMES_BACK.search(
                said
            )  # 아니 안 보내도 돼요 names no reminder, and switches none off
            return AboutReminders(Go("remind", silence) if plain else Go("fewer-or-none"), sure=True)
        wished = WISHES.search(said) or ("주" in said and frequency.count(reading))
        if wished and frequency.fitted(reading, now, None):
            return AboutReminders(Go("remind", reading), sure=False)
    return None


def _asks_how_it_is(reading: str, go: Go | None, rhythm_of: Callable[[str], str]) -> bool:
    """공휴일에도 보내나요? changes nothing, and is answered by how the reminders are set."""
    text = spelled(reading)
    if MAY_I.search(text):
        return False
    if asks(text) and compiled(_HOW_IT_IS).fullmatch(SIGNS.sub("", reading)):
        return True
    if go:
        return (go in CHANGES and tells(text)) or (go == Go("less") and asks(text))
    return asks(text) and rhythm_of(reading).startswith("ambiguous: ask holidays")


def _silence_wished(reading: str, said: str, rhythm_of: Callable[[str], str]) -> str:
    """알림 꺼, 이번 주는 쉴래요: what it wishes for; "" where silence is no wish, or not of reminders."""
    read = rhythm_of(reading) if SILENT.search(said) else ""
    if read == "off":
        return read if SENT.match(said) else ""
    if read.startswith("ambiguous: ask") and (plain := _STATED.sub("", reading)) != reading:
        return _silence_wished(plain, SIGNS.sub("", plain), rhythm_of)
    wished = read.startswith(
        ("pause", "resume", "quiet", *(f"ambiguous: ask {what}" for what in ("quiet", "pause", "resume")))
    ) and RESTING.search(said)
    return reading if wished else ""
