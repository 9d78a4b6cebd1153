"""When people mean to do something, of an if-then plan, as words that can stand before what is done then. Pure."""

import re
from datetime import date

from bot.korean.stems import stem_of

_AROUND = " \t\n.,!~…?^;ㅋㅎㅠㅜ'\"‘’“”"
MOST_WORDS = 12  # of a moment; more is a story

# -- promises: the clause that tells when, and after it what is done --

_WHEN = re.compile(
    r"\S.{0,50}?(?:(?:이?라|으)?면|때(?:마다)?|고\s?나서|(?:뒤|후|다음|전)에?|직후에?|직전에?|자마자|는\s?길에|동안에?)(?=[\s,.!]|$)"
)
_LEARNS = r"(?=[\s,.]+(?:바로\s|꼭\s|한\s번\s)*(?:레슨|강의|열|보|봐|읽|풀|배우|공부|하)|\W*$)"
_EACH = "(?:날|주|주말|요일|아침|점심|저녁|밤|새벽|출근|퇴근|쉬는 시간|시)마다"
_WHERE = re.compile(rf"\S.{{0,50}}?(?:(?<=[가-힣\d])(?:에서|에)|{_EACH}){_LEARNS}")

_LEARNING = re.compile(r"레슨|공부|배[우워]|복습|퀴즈|알림|읽|한\s?줄")
_LESSON = re.compile(
    r"레슨[을를도]?\s?(?:하나[를씩]?|한\s?개[를씩]?)?\s?(?:[열연이보봐본볼듣들하해한할]|여는|시작)|복습|퀴즈"
    r"|^(?:열|연다|여는|시작)[가-힣]{0,4}$"
)
_BARE = re.compile(
    r"(?:(?:바로|꼭|먼저|잠깐|조금|하나씩?|한\s?번|한\s?개)\s+)*(?:열|연|보|봐|본|볼|하|해|한|할|시작|풀|푼)[가-힣]{0,6}(?:\s[볼해할][가-힣]{1,4})?"
)
_WEEKDAY = re.compile("([월화수목금토일])요일|(주말|주중|평일)")
_NAMED_DAYS = {"주말": [5, 6], "주중": [0, 1, 2, 3, 4], "평일": [0, 1, 2, 3, 4]}

# -- answers to “when will you open it?”, which are nothing but a moment --

_SOFT = (
    r"(?:아니[요다]?|아냐|아뇨"
    r"|아마|보통|주로|대체로|대개|거의|그냥|음+|아+|어+|네|넵|저는요?|전|나는|난|제가|일단|늘|항상|역시|글쎄요?|한|보통은|언제냐면|언제냐\s?하면|언제냐고\s?하면|어디냐면|그러니까)"
)
_OPENS = re.compile(rf"(?:{_SOFT}[\s,.~!]+)+")
_DONE = (
    r"(?:할|볼|열|읽을|들을|풀|배울|공부할|시작할|틀|켤|챙길|도전할|해\s?볼|열어\s?볼)(?:게|께|래|거|까|려고|까\s?해|려구|듯)[가-힣\s]{0,6}"
    r"|(?:해|봐|열어|읽어|들어|풀어|배워|공부해|시작해|켜)(?:요|야죠|야지요?|볼게요?|볼래요?|야겠[어다네]요?|야겠습니다)?"
    r"|(?:하|보|열|읽|듣|풀|배우|공부하|시작하|켜)(?:겠습니다|겠어요|려고요?|려구요|려고\s?해요|기로\s?[해할했][가-힣]*|면\s?[돼될되좋][가-힣]*(?:\s[것듯]\s?같아요)?|자|기)"
    r"|(?:합|봅|엽|읽습|듣습|풉|배웁)니다|(?:보|하|여|열)(?:께|끼|께예|께요|끼예|께유)|(?:볼|할|열)(?:끼다?|란다|랍니더|라요|게예|게유|라고예)(?:예)?"
)
_FITS = (
    r"(?:(?<!안)(?<!안\s)(?<!못)(?<!못\s)[이가은]?\s?(?:제일\s|가장\s|젤\s)?"
    r"(?:좋|괜찮|편하|편해|나을|낫|될|되|돼|가능)[가-힣]*(?:\s[것듯]\s?같아요)?)"
)
_IS = (
    r"(?:이?요|이?에요|예요|이?야|입니다|인\s?[것듯]\s?같아요|같아요|이죠|죠|쯤이요|쯤|정도|(?<=\s)\d{1,2}분(?:만|씩)?)"
)
_WITH = (
    r"(?:(?:바로|꼭|먼저|잠깐|잠시|좀|조금|그때|하루에|한\s?번|하나|한\s?개"
    r"|(?:레슨|강의|수업|공부|문제|퀴즈|이거|그거)(?:을|를|은)?(?:\s?하나|\s?한\s?개)?"
    r"|(?:핸드폰|휴대폰|폰|패드|컴퓨터|노트북)으?로)(?:씩|만)?(?:를|을)?\s*)"
)
_CLOSES = re.compile(rf"[\s,]*(?:(?<=[\s,]){_WITH}+(?:{_DONE})?|(?<=[\s,])(?:{_DONE})|{_FITS}|{_IS})$")
_CLAUSE = re.compile(
    r".*(?:면서?|때(?:마다|에)?|고|(?:고|다)\s?나서|[가-힣]서|자마자|다가|면서|대로|마다|(?:뒤|후|전|다음|직후|직전|길|사이|틈|동안|중|도중|김)에|동안|틈틈이|무렵|즈음|쯤에?|에)"
)
_NO_CLAUSE = re.compile(
    r".*(?:그리고|라고|다고|냐고|자고|말고|빼고|제외하고|아니고|아니라서|아니면|없으면\s?말고|[가-힣]+고\s싶|사고|광고|창고|최고|경고|보고서|재고|참고|피서|독서|비서|순서)"
)
_TIMES = re.compile(
    r".*(?:시간|시간대|타임|때|길|전|후|뒤|직후|직전|다음|아침|점심|저녁|밤|새벽|오전|오후|낮|주말|요일|날|사이|틈|무렵|즈음|중간|\d시|\d분|시\s?반)"
)
_PLACES = re.compile(
    r".*(?:지하철|전철|버스|기차|택시|차|차\s?안|안|위|앞|옆|침대|소파|쇼파|책상|식탁|화장실|욕조|부엌|주방|거실|방|집|회사|사무실|가게|매장|카페|도서관"
    r"|헬스장|체육관|공원|벤치|휴게실|탈의실|대기실|정류장|역|병원|학교|교실|학원|차량|KTX|ktx|옥상|벤치|계단|카운터|베란다|마당|현관|로비|복도|매대|창고|주차장|테라스|정원|강의실|탕비실|흡연실|편의점|식당"
    r"|마트|시장|바닷가|놀이터|작업실|작업대|공방|스튜디오|사우나|찜질방|화단|텃밭|밭|비닐하우스|논|트럭|엘리베이터)"
)
_DRINKS = re.compile(r".*(?:커피|차|물|맥주|술|와인|우유|음료|라떼|아메리카노)(?:\s?한\s?잔)?")
_DEEDS = re.compile(
    r".*(?:운동|샤워|목욕|산책|양치|세수|청소|설거지|빨래|다림질|출근|퇴근|출퇴근|등원|하원|등교|하교|식사|독서|명상|기도|회의|요가|조깅|러닝|스트레칭|화장|면도|운전|주차|충전|주문|마감|오픈|정산|퇴원|간식|휴식)"
)
_ALONE = re.compile("(?:육퇴|기상|취침)")
_VAGUE = re.compile(
    r"(?:그냥\s)?(?:아무\s?때|언제든지?|언제|그때|나중|다음|때|나중에|다음에|일|후|전|뒤|앞|위|안|시간|날|중)(?:나|라도|에)?"
)
_DAYS = re.compile(
    r"(?:(?:매일매일|매일|날마다|맨날|평일|주말|주중|격일|매주|오늘|내일|[월화수목금토일]요일)(?:에만|에|만|로|은)?[\s,]*)+"
)
_CORRECTED = re.compile(  # 지하철… 아 요샌 차 끌고 다니지 그럼 주차장에서
    r".{1,20}?(?:…|\.{2,}|\s아니다?|\s아냐)[\s,.]+(?:.{1,24}?(?:지|네|니까|는데|다)[\s,.]+)?(?:그럼|그러면|그냥|차라리)\s(?P<rest>\S.*)"
)
_SET_ASIDE = re.compile(  # 지하철은 안 타구요 버스 기다릴 때요, 커피 말고 차 마실 때
    r".{1,20}?(?:[은는도]\s?(?:잘\s|거의\s|요즘\s)?[안못]\s?[가-힣]{1,4}(?:고|구|지만|는데|니까|거든)요?|(?:[이가은는]|에선|에서)?\s?(?:말고는?|말구|대신에?|아니고요?|아니구요?|아니라))"
    r"[\s,.]+(?P<rest>\S.*)"
)
_DENIES = re.compile(
    r"아니(?!면)|아닌|아닙|않|없[어는다음습]|싫|(?:^|\s)[안못]\s?[돼되됐]|[었았였했갔왔됐](?:어요?|습니다|는데|던데|네요)"
)
_ASKS = re.compile(r"(?:^|\s)(?:왜|뭐|뭘|몇|어디|누구|어떻게|얼마|무슨)|나요$|까요$|\?\W*$|가요$|(?:면|때|고)요\?$")


_OVER = re.compile(r"[았었했였갔왔됐](?:어요?|습니다|음|는데|다)$|(?:[네군데]요|지요|죠)$")
_ACT = re.compile(
    r"[가-힣]*(?:하기|보기|읽기|쓰기|열기|걸기|묻기|찍기|풀기|적기|듣기|짓기|팔기|알리기|보내기|만나기|만들기|고치기|그리기|배우기"
    r"|하자|보자|읽자|쓰자|할[게래]요?|볼[게래]요?|쓸[게래]요?|읽을[게래]요?|합니다|하겠습니다|한다|읽는다|쓴다|본다)"
)
"""An act in one word; 이야기 and 의자 are none."""
_ACTS = re.compile(r"(?:기|자|[게래]요?|겠습니다|겠어요|려고요?|예정|합니다|니다|다)$")
_VAGUE_ACT = re.compile(
    r"(?:(?:더|꼭|정말|매우|아주|진짜|좀|한번|다시|최선을|열심히|꾸준히|부지런히|잘|그냥|계속)\s?)+(?:다?하|해|할|살|노력)?\S{0,6}"
)
"""열심히 할게요: nothing that could be done."""
_TIMED = re.compile(r"(?:아침|점심|저녁|밤|새벽|오전|오후|요일|주말|평일|매일|매주|날마다|\d\s?시|\d\s?분)")


def cue_of(promise: str) -> str:
    """When somebody means to do it, of an if-then plan: 지하철에 앉으면, 레슨을 열어요 has 지하철에 앉으면; "" where no
    clause tells when. What it returns can stand before “열기로 했지요”.
    """
    said = promise.strip(_AROUND)
    if len(said.split()) <= MOST_WORDS and _clause(said):
        return said
    found = _WHEN.match(said) or _WHERE.match(said)
    return found[0].strip(_AROUND) if found else ""


_UNDECIDED = re.compile(
    r"모르겠|잘\s?모르|정해야|정하기|바꿀\s?수|그날그날|매번\s?달|날마다\s?달|매일이?\s?달|매주\s?달|되는\s?대로|약속(?:은|을)?\s?(?:못|안|싫)"
    r"|예를\s?들|예컨대|이를테면|어떤\s?(?:거|걸|것|식)|뭐가\s?(?:있|좋)|(?:라는데|라던데)(?=[\s.,]|$)"
    r"|[같있없많좋싫렇쉽쁘렵찮겠]고\W*$"  # 개인화도 아닌 거 같고 tells how something is
)
"""What tells that there is no moment, or what somebody else says of one."""


_NO_MOMENT = re.compile(
    r"^(?:몰라|모르겠|글쎄)|안\s?(?:보내|오|와|주|줘)(?:\s?주)?(?:셔|셨어|어)?도\s?(?:돼|되|됩|괜찮)"
    r"|(?:힘들어|게을러|귀찮아|싫어|싫증\S*|어려워|바빠|못\s?[가-힣]{1,3}|없어|부족해|약해)서요?[.!~ㅠㅜ\s]*$"
)
"""몰라 그때그때 다름, 안 보내 주셔도 돼요 때 되면 들어올게요, 약속 같은 거 지키기 힘들어서요"""


def names_no_moment(words: str) -> bool:
    """Whether it is told why there is none, where a moment is asked for."""
    return _NO_MOMENT.search(words) is not None


def cue_said(words: str) -> str:
    """The moment in an answer to “when will you open it?”, bent to stand before “레슨을 열기로 했어요”: of 손님 없을 때
    할게요 it is 손님 없을 때, of 출근길 it is 출근길에, of 커피 it is 커피 마실 때. "" for what tells no moment.
    """
    if _ASKS.search(words.strip()) or _UNDECIDED.search(words) or names_no_moment(words):
        return ""
    said = words.replace("떄", "때").strip(_AROUND)  # the commonest slip of all
    if (opens := _OPENS.match(said)) and opens.end() < len(said):
        said = said[opens.end() :]
    if (aside := _SET_ASIDE.match(said)) and (meant := cue_said(aside["rest"])):
        return meant
    if corrected := _CORRECTED.match(said):
        said = corrected["rest"]
    for _ in range(3):  # 한잔할 때가 좋을 것 같아요
        said = said.strip(_AROUND)
        closed = _CLOSES.search(said)
        if closed is None or not closed.start():
            break
        if _clause(said) and not _clause(said[: closed.start()].strip(_AROUND)):
            break
        said = said[: closed.start()]
    first = _WHEN.match(said) if not _DENIES.search(said) else None
    return _bent(said.strip(_AROUND)) or (first[0].strip(_AROUND) if first else "")


def opens_lesson(promise: str) -> bool:
    """Whether a promise tells when a lesson is opened: after its moment comes nothing, a verb alone, or a word of
    learning. 수요일에 문을 닫으면, 공방 주인께 전화해요 tells of another act.
    """
    act = _act_of(promise)
    return not act or _LEARNING.search(act) is not None or _BARE.fullmatch(act) is not None


def is_act(promise: str) -> bool:
    """Whether a promise of the time after the course names something to do: by then there is no lesson to open."""
    act = _act_of(promise)
    return bool(act) and _LESSON.search(act) is None


def _act_of(promise: str) -> str:
    """What a promise says after its moment."""
    return promise.strip(_AROUND).removeprefix(cue_of(promise)).strip(_AROUND)


def promises(said: str) -> bool:
    """Whether words tell a moment or an act, and so may be a promise; 개인화, 세 명 and 열심히 tell neither."""
    words = said.strip(_AROUND)
    if not words or _ASKS.search(said.strip()) or _OVER.search(words):
        return False
    if cue_of(words) or (" " in words and cue_said(words)):
        return True
    if " " not in words:
        return _ACT.fullmatch(words) is not None or cue_said(words) == f"{words}에"  # 출근길, and no 커피
    last = words.rpartition(" ")[2]
    acts = _ACTS.search(last) is not None or stem_of(last) != ""
    return (acts and not _VAGUE_ACT.fullmatch(words)) or (
        _TIMED.search(words) is not None and not _DAYS.fullmatch(words)
    )


def weekdays_named(promise: str) -> frozenset[int]:
    """The days of the week, 0 being Monday, that the moment of a promise names; none where it may be any."""
    named = _WEEKDAY.findall(cue_of(promise) or promise)
    return frozenset(day for one in named for day in _NAMED_DAYS.get(one[1], ["월화수목금토일".find(one[0])]))


def quotable(promise: str, day: date) -> tuple[str, str]:
    """What of a promise is true to quote on a day: the moment at which lessons are opened, or the whole of what tells
    of another act, the other one being "". Neither on a day of the week that its moment does not name.
    """
    named = weekdays_named(promise)
    if named and day.weekday() not in named:
        return "", ""
    return (cue_of(promise), "") if opens_lesson(promise) else ("", promise)


def names_days(words: str) -> bool:
    """Whether days are named, which are about reminders and set nobody off."""
    return re.search(r"[월화수목금토일]요일|평일|주말|주중|매일|날마다|매주|격주", words) is not None


def names_clock(words: str) -> bool:
    """Whether an hour is named: 주간이면 저녁 7시 tells two, and no moment that sets somebody off."""
    return (
        re.search(r"(?:\d{1,2}|[한두세네]|다섯|여섯|일곱|여덟|아홉|열|열한|열두)\s?시(?!간)|\d:\d\d", words) is not None
    )


def _clause(said: str) -> bool:
    return _CLAUSE.fullmatch(said) is not None and _NO_CLAUSE.fullmatch(said) is None


def _bent(said: str) -> str:
    """The moment with the particle or verb that it lacks."""
    if not said or len(said.split()) > MOST_WORDS or _VAGUE.fullmatch(said) or _DAYS.fullmatch(said):
        return ""
    if _clause(said):
        return said
    if _TIMES.fullmatch(said):
        return said if said.endswith("때") else f"{said}에"
    for kind, joint in ((_ALONE, "하면"), (_DRINKS, " 마실 때"), (_PLACES, "에서"), (_DEEDS, "할 때")):
        if kind.fullmatch(said):
            return f"{said}{joint}"
    return ""
