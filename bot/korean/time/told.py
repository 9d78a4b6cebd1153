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
_POLITE = "(?:요|여|용)?"
_END = r"[\s.!?~]*$"

_ASKED = re.compile(
    "|".join(
        (
            rf"(?:{_COMES}|{_IS})(?:나|는가|니|냐|는지){_POLITE}{_END}",
            rf"(?:옵|쉽|보냅|받습|울립|{_IS}습)니까|(?:보내|오|쉬|받으|하)십니까",
            rf"(?:{_CAME}|{_IS}어)(?:요|여|용|죠|지요?|야|음)? ?\?",
            rf"(?:{_COMES}|{_IS})(?:죠|지요?)[\s.~]*\?",
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


def asks(text: str) -> bool:
    """Whether the text, in its one spelling, asks how things are."""
    return _ASKED.search(text) is not None or (text.rstrip(" .!~").endswith("?") and _STATED.search(text) is not None)


def tells(text: str) -> bool:
    """Whether the text, in its one spelling, asks or tells how things are."""
    return _ASKED.search(text) is not None or _STATED.search(text) is not None
