"""What is said of when lessons come, in free words: how often, what is set, which days or hours do not fit, one day
that is left out, and that nothing shall be set after all. Pure.

Heard where nothing is asked, or an hour is; every pattern takes words without their spaces and signs.
"""

import re
from collections.abc import Callable

from bot.korean.time.likely import around, barred
from bot.korean.time.scan import spelled
from bot.message import Go
from bot.understanding.about_reminders import SIGNS
from bot.understanding.first_questions import CLEAR
from bot.understanding.heard import Heard
from bot.understanding.names import Meaning
from bot.understanding.open_lines import LEFT_OUT

LONGEST = 60  # characters; who writes more tells of something
PLACES = frozenset({"", "hour", "remind", "rest"})
"""What may be open: nothing, or a question about the reminders."""
OF_HOURS = frozenset({"hour", "remind"})
_SENTENCE = re.compile(r"(?<=[.!?~…])\s+|(?<=[요죠다까])\s+(?=[가-힣])")

_HOW_OFTEN = re.compile(
    "(?:하루|한번|일주일|한주|주)?에?몇(?:번|개|통)(?:씩|이나|정도|쯤)?(?:와|오|보내|울려|울리|받|옵|정도|쯤)|얼마나자주|얼마나많이|몇(?:번|개|통)(?:이나|씩)?날아"
    "|(?:자주|많이|귀찮게|여러번)(?:은|는)?(?:안|막)(?:오|보내|울리|하)(?:죠|지요?|나요|는거|는건)"
    "|(?:자주|많이|여러번|수시로|시도때도없이|막|계속|몇번씩)[가-힣]{0,8}?(?:오|보내|울리|알림|톡)[가-힣]{0,10}(?:아니|않|없|나요|건가|거예요|거죠|건지)"
    "|(?:톡|카톡|알림|문자|메시지|메세지)(?:폭탄|도배|테러|지옥)[가-힣]{0,8}(?:아니|않|없)"
    "|(?:귀찮|성가시|시끄럽|피곤하)게[가-힣]{0,8}(?:아니|않)"
    "|(?:한번|하루한번|한개|하나|한통)만(?:오|와|보내)[가-힣]{0,6}(?:맞|죠|나요|거예요|건가|지요)"
    "|(?:안읽|안보|무시하|답안하|씹으)[가-힣]{0,2}면[가-힣]{0,2}(?:계속|또|자꾸|매번)[가-힣]{0,2}(?:와|오|보내|울)"
)
_OTHER_HOURS = re.compile(
    "(?:혹시|아니|음)*(?:다른|딴|또다른)(?:시간|시각|때|시간대)(?:은|는|도|엔|에는)?(?:없|안되|안돼|되나|돼요|있|가능|고를|할수)[가-힣]{0,6}"
)
_A_WEEK = re.compile("일주일|한주|(?<!매)주에|오게|지금")
_ASKS = re.compile(r"\?|(?:죠|지요|나요?|까요?|가요|지|냐|니|는지|데요?|예요|에요|[와돼내려]요|여)[\s.!~ㅋㅎㅠㅜ]*$")
_ASKED = re.compile("몇|얼마나")
_SET = (
    "(?:(?:돼|되어|맞춰져?|맞추어져|설정돼|설정되어|설정해|정해져?|예약돼|예약해|잡아|잡혀|해|골라)(?:있|놨|놓|뒀|두었|둔)"
    "|골랐|설정했|정했|맞췄|했었|해놨|해뒀)"
)
_HOLDS = re.compile(
    f"(?:몇시|언제|무슨요일|며칠|뭐|뭘|어느시간|어떤시간)(?:로|으로)[가-힣]{{0,4}}?{_SET}"
    "|(?:몇시|언제|무슨요일)(?:에|로)?(?:오|가|보내|받)(?:게|기로|는걸로)(?:돼|되어|해|했|설정)[가-힣]{0,8}"
    "|(?:몇시|언제|무슨요일)(?:에|로)?(?:오더라|온다고(?:했|하셨)|보낸다고(?:했|하셨)|준다고(?:했|하셨))"
    "|(?:원래|(?:지금|현재)제?(?:알림|설정|시간)[은이]?)몇시(?:였|이었|예요|에요|인가|인지|지|로돼)"
    "|(?:지금|현재)몇시(?:예요|에요|이에요|인가요|임)(?:알림|레슨)"
    "|(?:지금|현재|제|내)(?:제|내)?(?:설정|상태|알림설정|설정상태)(?:이|은|가|는)?(?:좀|이|뭐|어떻게|어때|보여|알려|확인|궁금)"
    "|(?:매일|평일|주말)(?:이에요|예요|인가요|이야|임)(?:아니면)?(?:매일|평일|주말)(?:이에요|예요|인가요|이야|임|이죠)"
)
_OF_SETTINGS = re.compile("몇시|언제(?!든|라도|나(?!오))|무슨요일|어떤요일|어느요일|설정|고른|골라둔|정한|정해둔|맞춘")
_ADVICE = re.compile(
    "좋|추천|나을|적당|괜찮|끝|마치|졸업|완주|걸려|걸리|쉬|바꾸|바꿀|바꿔|고치|만들|시작|[가-힣]면되|[가-힣]면돼"
)
_DAYS = "(?:매일매일|매일|날마다|맨날|허구한날|주말|평일|주중|[월화수목금토일]요일|[월화수목금토일]욜)"
_DENIED = re.compile(
    rf"(?:아니|아뇨|음|근데|그래도|저는|전|이건|이거|아|알림은?|레슨은?)*(?P<days>{_DAYS})(?:(?:받|오|보내|하|보|배우)(?:는|기))?(?:건|거는|것은|게|거|까지는?|까진)?(?:은|는|도|만|에는|엔)?"
    "(?:좀|너무|진짜|아무래도|저한테는?|저한텐|제가|아직|굳이|조금|도저히)*"
    "(?:말고|말구|빼고|빼구|아니|아닌|싫|별로|안[돼되됩]|부담|무리|힘[들드]|필요없|원하지않|곤란|자신|벅[차찼]|버거|버겁|어[려렵]|과해|그래요?$|그렇네|그런데|(?<=좀)$)"
    "[가-힣]{0,9}"
)
_EVERY_DAY = re.compile("매일|날마다|맨날|허구한날")
_AT_TIMES = re.compile("가끔|드문|띄엄|이따금|뜸|덜|줄[이여]|번|회")
_SETS_ASIDE = re.compile(rf"^[가-힣]{{0,3}}(?:{_EVERY_DAY.pattern})(?:은|는)?(?:말고|말구|아니)")
_LEAVES = re.compile(
    "(?:아|아니|이제|그럼|일단|그냥|걍|뭐|네|음|됐어요?|됐고요?|됐다|됐습니다|됐네요?|안바꿀래요?|안바꿀게요?|안할래요?|괜찮아요?"
    "|취소하고|여기서|설정은?|알림설정은?|이거|이?화면|이?창|메뉴|시간은?|볼일|볼거|필요없어요?|그만|더)*"
    "(?:나갈|나가기?|나감|빠져나갈|닫아|닫을|닫기|닫자|꺼줘|끄고나갈|그만볼|그만봐|그만보|안할|안바꿀|안고칠|안건드릴|그만할|그만하|뒤로"
    "|돌아갈|다봤|다됐|바꿀거없|바꿀것없|바꿀게없|바꿀건없|할거없|확인만|구경만|구경한|보기만|보려고|끝났|끝이|다봄|필요없|아무것도"
    "|안해|둘래|놔둘|다른거|딴거|어떻게닫|어떻게나가|취소할)"
    "(?:기|갈|고|하려|했|할|한|하|보려|해|안할|볼|닫|나가|봄)*"
    "(?:래|게|께|줘|주세요|요|어|거예|거에|거야|거였|건데|었|습니다|다|음|자|죠|려고|던|싶|네|겠|임)*"
)
_OFF_WORDS = re.compile("알림(?:을|은|이)?(?:꺼|끄|그만)|레슨|탈퇴")
_OFTEN = (
    "(?P<often>(?:이틀|사흘|나흘|닷새|[2-6]일|이일|삼일|사일|오일)에(?:한|1|하나|한두)(?:번|개|통|회)?"
    "|이삼일에(?:한|하나)(?:번|개)?|격일(?:제)?|하루걸러(?:하루|한번)?|하루씩(?:건너|띄워|띄어|걸러)서?|하루(?:건너|띄워|띄어)(?:하루|한번)?서?"
    "|(?:일주일|한주|주)에(?:한|두|세|네|[1-5])(?:번|개|통|회)|주[1-5](?:회|번)|주(?:한|두|세|네)번)"
)
_SOFT_WISH = re.compile(
    "(?:매일(?:은|오는건|받는건)?(?:너무|좀)?(?:많고|많으니까?|많아서|부담스럽고|부담돼서|힘들고|힘드니까?|말고)|그냥|좀|음|저는|전|알림은?|레슨은?|톡은?|차라리|한|이제|앞으로|혹시|그럼)*"
    rf"{_OFTEN}(?:만|씩|꼴|정도|쯤)*(?:으로|로|이|가|은|는|도)?(?:만|씩)?(?P<tail>[가-힣]{{0,16}})"
)
_SOFT_TAIL = re.compile(
    "될|돼|되|됩|괜찮|충분|좋|나을|낫|듯|같|싶|어떨|어때|어떤|왔으면|오면|보내|받을|받으면|이면|^면|적당|딱|원해|부탁|^요?$|^만요?$"
)
_NO_SOFT = re.compile("싫|부족|적어|적네|모자|아니|못|안와|안오|안됐|왔[어네는던더]|받았|보냈|오더|오던")
_PAST = re.compile(
    "(?:지난|저번|지지난|엊그제|엊그저께|어제|어저께|그저께|그제|(?:오늘)?(?:아침|점심|저녁|새벽)(?=[에엔])|(?:[월화수목금토일]요일|[월화수목금토일]욜|주말))"
    "(?:주|번)?(?:[월화수목금토일]요일|[월화수목금토일]욜|주말)?(?:날)?(?:엔|에|은|는|날|꺼|거|건|것|게)*"
    "(?:레슨|알림|수업|톡|문자|푸시|강의)?(?:이|은|는|을|가|도)?(?:왜|어째서|한번도|하나도|아예|갑자기)*"
    "(?:레슨|알림|수업|톡|문자|푸시|강의)?(?:이|은|는|을|가|도)?(?:왜|한번도|하나도|아예)*"
    "(?:안(?:왔|온|보냈|보내[줬주]|보내신|받아졌|울렸|떴|뜬)|조용했|못(?:받|왔)|빼먹|빠졌|빠뜨|걸렀|건너뛰었|거르셨)"
)
_DAY = re.compile(
    r"(?P<near>낼\s?모레|내일\s?모레|오늘|내일|낼|모레|글피)"
    r"|(?P<named>(?:이번|다음|담|오는|돌아오는|다다음)\s?(?:주\s?)?[월화수목금토일](?:요일|욜))"
    r"|(?P<week>[월화수목금토일](?:요일|욜))|(?P<date>\d{1,2}월\s?\d{1,2}일)|(?<!\d)(?P<number>\d{1,2})일(?=은|엔|에는|날|\s?하루)"
)
_SKIPS = re.compile(
    "(?:건너뛰|건너뛸|건너뛴|패스|스킵|빼줘|빼주|빼면|뺄게|뺄래|빼달|쉬|쉴|넘어갈|넘어가|넘길|넘기|거를|거르|안보내[셔주줘도]|보내지[마말]|안받을)"
    "(?!까지)[가-힣]{0,12}$"
)
_NO_SKIP = re.compile(
    "동안|부터|까지|이틀|사흘|나흘|주일|다음에|나중|[었았했쉰]어|[었았했]네|쉬네|쉬는[날데]|안(?:쉬|쉴|건너|패스|빼|뺄|넘)|(?<!보내)지(?:는|도|를)?(?:않|마|말|못)"
    "|이만|여기까지|문제|퀴즈|질문|마다|매주|왜|어떻게|면(?:뭐|무슨|밀|다음|어|기록|진도)"
)
_MAY_I = re.compile("(?:도|면)(?:안)?(?:되|돼|될|괜찮|좋)")
_ONE_DAY = re.compile("그날|하루|이번|[이여해가]라서?|[아어해]서|느라|는데|인데|이에요|예요|있어요")
_NOT_OFF = re.compile(
    "(?:끊|끄|꺼|그만두|그만할|그만둘|그만받|그만하|관두|탈퇴|해지|구독취소|안받|안올|아예없|아예안|중단)[가-힣]{0,6}?"
    "(?:싶진|싶지는?|건아[니닌닙녜]|게아[니닌닙녜]|것은?아[니닌닙녜]|단게아[니닌닙녜]|단건아[니닌닙녜]|까진아[니닌닙녜]|까지는?아[니닌닙녜]|건싫|[긴기]는?싫|[긴기]는?아[까깝]|진말|지는?말|진않|지는?않|생각은?없|생각은?아[니닌닙녜]|마음은?없|맘은?없|겠단게아[니닌닙녜]|겠다는게?아[니닌닙녜])"
    "[가-힣]{0,6}?(?P<rest>.*)"
)
_FEWER = re.compile("덜|줄[이여일였]|뜸|가끔|드문|띄엄|많아|많네|많은|자주|횟수|적게|잦")
_EVEN_THEN = re.compile(
    "(?:아니|근데|음|저는|전|굳이)*(?P<days>주말|휴일|공휴일|빨간날|연휴|명절|밤|새벽|저녁|아침|토요일|일요일|금요일|목요일|수요일|화요일|월요일|다음주|이번주)까지?(?:는|진|은|도)?"
    "(?:받|오|보내|공부하|배우|하|보|안받|안왔)?(?:고|는건|는거|기|긴|기는|게|으면)?(?:는|은)?(?:좀|너무|굳이)*"
    "(?:싶지는?않|싶진않|싫|부담|별로|안[와오받보]|해요?$|싶어|원하지않|그래요?$|(?<=좀)$)[가-힣]{0,8}"
)
_A_DATE = re.compile("[월화수목금]요일|다음주|이번주")


def about_coming(heard: Heard) -> Meaning | None:
    """The first that is meant of `RULES`."""
    asked = heard.expects.command if heard.expects else ""
    return next((Meaning(go) for rule in RULES if (go := rule(heard, asked))), None) if _may_be(heard) else None


def fewer_not_off(heard: Heard) -> Meaning | None:
    """끊고 싶진 않은데 좀 덜 왔으면 해요: fewer, and what is denied is not offered."""
    found = _NOT_OFF.search(heard.letters) if _may_be(heard) else None
    return Meaning(Go("less")) if found and _FEWER.search(found["rest"]) else None


def _may_be(heard: Heard) -> bool:
    """Whether the words may be about when lessons come, where they are said."""
    asked = heard.expects.command if heard.expects else ""
    if heard.screen is None or asked not in PLACES or len(heard.words) > LONGEST or heard.words.startswith("/"):
        return False
    if heard.words in heard.vocabulary.korean:
        return False  # a command by its name
    return heard.language.forms.others.search(heard.words) is None


def _said(words: str) -> str:
    return SIGNS.sub("", words)


def _how_often(heard: Heard, asked: str) -> Go | None:
    """너무 자주 오는 거 아니죠?, where an hour is asked for: how often we write; who has one is told what is set."""
    if asked not in OF_HOURS:
        return None
    parts = [part for part in _SENTENCE.split(heard.words) if _HOW_OFTEN.search(_said(part))]
    if not parts or not any(_ASKS.search(part) or _ASKED.search(part) for part in (*parts, heard.words)):
        return None
    if asked == "remind" and _A_WEEK.search(_said(parts[0])):
        return Go("how-set")
    return Go("talk", f"{'how_many' if asked == 'hour' else 'few_messages'} {heard.words}")


def _other_hours(heard: Heard, asked: str) -> Go | None:
    """다른 시간은 없나요, where hours are offered: any hour may be told, and the question stands."""
    asks = asked in OF_HOURS and (heard.reading.asks or _ASKS.search(heard.words))
    return Go(asked) if asks and _OTHER_HOURS.fullmatch(heard.letters) else None


def _what_holds(heard: Heard, asked: str) -> Go | None:
    """지금 몇 시로 돼 있는데요, 내가 언제로 골랐더라."""
    said = heard.letters
    asks = (
        asked == "remind" and (heard.reading.asks or _ASKS.search(heard.words)) and not heard.rhythm.startswith(CLEAR)
    )
    if _HOLDS.search(said) or (asks and _OF_SETTINGS.search(said) and not _ADVICE.search(said)):
        return Go("how-set")
    return None


def _denies_days(heard: Heard, asked: str) -> Go | None:
    """매일은 말구요: no day that is denied is offered; where nothing is asked, who finds it much wishes for fewer."""
    said = heard.letters
    found = _DENIED.fullmatch(said)
    if found is None or heard.reading.asks or asked == "rest" or _AT_TIMES.search(said):
        return None
    denied = f"{LEFT_OUT} {found['days']}"
    if asked == "hour":
        return None if heard.rhythm.startswith("days") else Go("talk", f"not_daily {found['days']}")
    if not _EVERY_DAY.search(said):
        return Go("how-set", denied) if asked and not heard.rhythm.startswith("days") else None
    return Go("how-set", denied) if asked or _SETS_ASIDE.search(said) else None


def _leaves_settings(heard: Heard, asked: str) -> Go | None:
    """됐어요 그냥 나갈래요, 그만 볼래요: the settings are left, and nothing is switched off by it."""
    said = heard.letters
    leaves = asked in {"remind", "rest"} and _LEAVES.fullmatch(said) and not _OFF_WORDS.search(said)
    return Go("keep", LEFT_OUT) if leaves else None


def _bars_hours(heard: Heard, asked: str) -> Go | None:
    """퇴근이 일곱시라 그 전엔 못 봐요: hours at which it can be."""
    if asked == "rest" or heard.reading.asks or not barred(spelled(heard.words)) or "quiet" in heard.rhythm:
        return None
    return Go("hour" if asked == "hour" else "remind", heard.words) if around(heard.words, heard.now) else None


def _softly_rarer(heard: Heard, asked: str) -> Go | None:
    """이틀에 한 번만 와도 될 것 같은데: a wish, although it leaves it to us."""
    found = _SOFT_WISH.fullmatch(heard.letters) if asked != "rest" else None
    if found is None or _NO_SOFT.search(found[0]):
        return None
    if not _SOFT_TAIL.search(found["tail"]):
        return None
    return Go("hour" if asked == "hour" else "remind", f"{_spaced(found['often'])} 보내 주세요")


def _spaced(often: str) -> str:
    """How often, as the grammar of time has it."""
    if often.startswith(("격일", "하루")):
        return "이틀에 한 번"
    if often.startswith("이삼일"):
        return "3일에 한 번"
    return re.sub(r"에|(?<=주)(?=[한두세네])", lambda at: f"{at[0]} ", often)


def _of_a_day_gone(heard: Heard, _: str) -> Go | None:
    """지난 수욜은 왜 안 왔어요?"""
    return Go("why-not-sent", heard.words) if _PAST.search(heard.letters) else None


def _even_then(heard: Heard, asked: str) -> Go | None:
    """주말까지는 받고 싶지 않아요: until then, or then too; of a day to come, until then."""
    said = heard.letters
    found = _EVEN_THEN.fullmatch(said) if "까지" in said or "까진" in said else None
    if found is None or heard.reading.asks or asked == "hour":
        return None
    if _A_DATE.fullmatch(found["days"]):
        return Go("rest", f"{found['days'].replace('주', ' 주')}까지 쉴게요")
    if heard.rhythm.startswith("pause "):
        return None
    return Go("how-set", f"{LEFT_OUT} {found['days']}")


def _leaves_a_day_out(heard: Heard, asked: str) -> Go | None:
    """모레는 못 봐요 건너뛰어 주세요, 오늘은 패스할게요: that one day, and no more."""
    said = heard.letters
    days = [*_DAY.finditer(heard.words)]
    if heard.reading.asks and not _MAY_I.search(said):
        return None
    if asked == "hour" or len(days) != 1 or not _SKIPS.search(said) or _NO_SKIP.search(said) or heard.reading.past:
        return None
    day = days[0]
    if day["week"] and not _ONE_DAY.search(said):
        return None  # 수요일은 빼 줘 may be said of every week
    return Go("rest", f"{_dated(day, heard)} 하루 쉴게요")


def _dated(day: re.Match[str], heard: Heard) -> str:
    """The day as the grammar of time takes it for one: 27일 is that of this month, or of the next."""
    if day["week"]:
        return f"오는 {day[0]}"
    if not day["number"]:
        return day[0]
    month = heard.now.month + (int(day["number"]) < heard.now.day)
    return f"{(month - 1) % 12 + 1}월 {day['number']}일"


RULES: tuple[Callable[[Heard, str], Go | None], ...] = (
    _how_often,
    _other_hours,
    _what_holds,
    _leaves_settings,
    _denies_days,
    _softly_rarer,
    _of_a_day_gone,
    _even_then,
    _leaves_a_day_out,
    _bars_hours,
)
"""What may be meant, in this order: before days and hours are looked for, what is only asked or denied."""
