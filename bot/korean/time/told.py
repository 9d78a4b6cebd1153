"""Whether a saying asks or tells how things are: 와요?, 쉬었어요, 쉬고 있어요. What it names is then no wish.

A wish in the form of a question stays one: 보내 줄래요?, 될까요?, 바꿔도 돼요?
"""

import re

_PAST = "".join(chr(code) for code in range(ord("갔"), ord("힣") + 1, 28) if chr(code) not in "있겠")
_PASSES = "(?:시작|취소|중단|중지|정지|스킵|발송|전송)"
_COMES = (
    f"(?:오|쉬|보내|받|울리|뜨|꺼지|켜지|시|(?:보내|알려) ?주|되어 ?있|돼 ?있|하|가|멈추|건너뛰|거르|알리|{_PASSES}되)"
)
_CAME = (
    "(?:와|오셔|오|쉬어|쉬셔|쉬|보내|(?:보내|알려) ?줘|보내셔|받아|받으셔|울려|떠|꺼져|켜져|(?<![가-힣])(?:해|가)"
    f"|(?:공부|시작)해|예|이에|거|맞아|멈춰|건너뛰어|(?:보내|오|쉬|받으|하)세|{_PASSES}돼)"
)
_ABLE = r"(?<!수)(?<!수[\s가도는])(?<!수[가도는]\s)"  # 보내 줄 수 있나요 wishes
_FREE = r"(?<!시간)(?<!시간[\s이은도])(?<!시간[이은도]\s)(?<!여유가\s)"  # 8시에 시간 있어요 answers "when?"
_IS = rf"{_ABLE}{_FREE}(?:있|(?<!필요)(?<!필요\s)없)"
_SO = "(?:이?죠|지요?|가요|예요)"
_POLITE = "(?:요|여|용)?"
_END = r"[\s.!?~]*(?:(?:그럼|그러면|근데|혹시|이거|그거)[\s.!?~]*)?$"

_ASKED = re.compile(
    "|".join(
        (
            rf"(?:{_COMES}|{_IS})(?:나|는가|니|냐|는지){_POLITE}{_END}",
            rf"(?:옵|쉽|보냅|받습|울립|{_IS}습)니까|(?:보내|오|쉬|받으|하)십니까",
            rf"(?:{_CAME}|{_IS}어)(?:요|여|용|죠|지요?|야|음)? ?\?",
            rf"(?:{_COMES}|{_IS})(?:죠|지요?)[\s.~]*\?",
            rf"(?:(?:말|말씀|뜻|얘기)[가-힣]{{0,3}} ?(?:거|것|건)|(?:말씀|뜻|얘기)(?:이|인)?){_SO}{_END}",
            rf"인 ?(?:거|건){_SO}{_END}",
            rf"(?:인가|맞나|맞죠|맞지|맞아|맞는지|맞습니까)요?{_END}",
            r"(?<![가-힣])(?:왜|어째서)(?![가-힣])",
            rf"(?:줄|늘|바뀌|꺼지|켜지|멈추)?[{_PAST}](?:나|냐|니|는지|습니까){_POLITE}{_END}",
        )
    )
)
_STATED = re.compile(
    "|".join(
        (
            # what was, but not what has just been settled: 저녁 8시로 정했어요
            rf"(?<!결정)(?<!\s정)[{_PAST}](?:어|네|다|잖|더|던|는|나|냐|니|지|죠|습|구|군|음|거|대)[가-힣]{{0,6}}{_END}",
            rf"(?:{_COMES}|{_IS})(?:네|는군|는구나|는데|던데|더라고?|거든|잖아|는대|다던데){_POLITE}{_END}",
            rf"(?:온|쉰|보낸|받는|울린|한)(?:대|다며|다면서|다던데|다고|다는데)요?{_END}",
            rf"(?:오|쉬|보내|받|하|울리)는 ?(?:건|것인|거인|거)(?:가|예|에|이에|죠|지|야|입| ?맞)[가-힣]*{_END}",
            rf"{_IS}(?:어요?|어여|습니다|음|다|지요?|죠){_END}",  # 저녁 8시에 수업이 있어요, 쉬고 있어요
            rf"(?:수업|강의|공부)(?:해요?|합니다){_END}",
            rf"는 중(?:이에요|이예요|입니다|이야|임|이요)?{_END}",
        )
    )
)

_AT = (
    r"(?>(?:\d{1,2}:\d{2}|(?:\d{1,2}|[한두세네]|다섯|여섯|일곱|여덟|아홉|열|열한|열두) ?시(?!간)"
    r"(?: ?반| ?바(?=이?요|$)| ?\d{1,2} ?분| ?[가-힣]{1,4}분)?|정오|자정)"
    r"(?: ?(?:쯤|경|정도|즈음|무렵))?(?: ?(?:아침|점심|저녁|밤|오전|오후))?)"
)
_DEED = re.compile(
    rf".*{_AT}"
    r"(?>(?:에는?|엔|부터|까지|이?면|[가이은]|(?: ?되기)? ?전(?:에는?)?| 이후에는?)?)"
    r"[\s,]*(?P<deed>[가-힣].*?)[\s.!~ㅎㅋㅠㅜ]*$"
)
_EVENT = (
    "(?:출근|퇴근|출퇴근|기상|취침|마감|오픈|개점|폐점|개장|폐장|등원|하원|등교|하교|영업|근무|수업|회의|조회|교대)"
    "(?: ?(?:시작|시간|종료))?(?:이?요|임|이야)?"
)
_DECLARED = re.compile(
    rf"^{_EVENT}$|(?:[가-힣](?:요|니다)|[는한간온난든]다|거든|는데|잖아|함|됨|닫아|열어|출근해|퇴근해|일어나|끝나|먹어|녹초|파김치|방전|기절)$"
)
_FITS = (
    r"좋|편[하해할합]|괜찮|나을|나아|낫|적당|적절|가능|무난|한가|여유|조용|딱|최고|[되돼될됩]|비어|맞[아을춰]|부탁|[원희]망?[해하합]|바[라래]"
    r"|보내|받|알려|알림|오(?!픈|후|전)|[와올옵]|울[려리]|깨워|[줘주]|정[해하했할]|바[꿔꾸]|설정|예약|시작|공부|배[워우울]|읽|풀어|들어|만나|봬|뵈"
    r"|[해하할합봐보볼봅](?![가-힣]{3})"
)
FITS = re.compile(_FITS)
"""What is said of a time that suits: 저녁이 편해요."""
_BEFORE_IT = (
    r"(?:(?:저는|제가|저한테는?|제일|가장|젤|딱|더|다|그냥|항상|보통|매일|그때|꼭|레슨|강의|하나|시간|시간[이은도]|여유[가도는]|짬[이도]"
    r"|받으면|보면|하면|해도|봐도|보내도|받아도)\s)*"
)
_ANSWERED = re.compile(
    rf"^{_BEFORE_IT}(?:{_FITS}|(?<=시간\s)[있나빈남]|(?<=시간[이은도]\s)[있나빈남]|(?<=짬이\s)나|(?<=여유가\s)[있생])"
    r"\S*(?:\s(?:것|듯|수|같|있|나|[돼될])\S*){0,2}$"
    r"|(?:[전후뒤때길]|다음)(?:에|쯤)*(?:이?요|이?[예에]요|입니다)?$"
    r"|^으?로|사이|[건인은]가요$|^(?:이?요|이?예요|이?에요|에욤?|입니다|이야|임|이고요)(?:\W|$)"
    r"|^(?:오전|오후|아침|점심|낮|저녁|밤|새벽)(?:에|으로)?(?:이?요|이?[예에]요|입니다)?$"
    r"|(?:제|내|자유|쉬는|비는|빈|남는|노는|여유) ?시간(?:이에요|이야|입니다|이요)?$"
    r"|(?:[게께래까]|려[고구]|싶\S{0,4}|[세줘]|주라|시다|하자)요?$|겠\S{0,4}$"
)
_DENIED = re.compile(
    r"(?:^|\s)[안못]\s?\S|싫|별로|힘들|어려|어렵|곤란|늦|빨라|빠르|빠른|이르|일러|아니|아닌|말고|빼|제외|없|지\s?[마말]"
)

_OVER = re.compile(f"[{_PAST}]")


def tells_routine(text: str) -> bool:
    """Whether the text, in its one spelling, tells what somebody does at an hour: 저녁 8시에 문 닫아요, 9시 출근이에요.
    What fits, is wished or is done with a lesson then is an answer: 8시가 좋아요, 저녁 8시에 할게요.
    """
    told = _DEED.fullmatch(text)
    if told is None or any(other.search(told["deed"]) for other in (_ANSWERED, _DENIED, _ASKED, _OVER)):
        return False
    return _DECLARED.search(told["deed"]) is not None


def asks(text: str) -> bool:
    """Whether the text, in its one spelling, asks how things are."""
    return _ASKED.search(text) is not None or (text.rstrip(" .!~").endswith("?") and _STATED.search(text) is not None)


def tells(text: str) -> bool:
    """Whether the text, in its one spelling, asks or tells how things are."""
    return _ASKED.search(text) is not None or _STATED.search(text) is not None
