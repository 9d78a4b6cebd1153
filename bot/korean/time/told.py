"""Whether a saying asks or tells how things are: 와요?, 쉬었어요, 쉬고 있어요. What it names is then no wish.

A wish in the form of a question stays one: 보내 줄래요?, 될까요?, 바꿔도 돼요?
"""

import re

_PAST = "".join(chr(code) for code in range(ord("갔"), ord("힣") + 1, 28) if chr(code) not in "있겠")
_COMES = "(?:오|쉬|보내|받|울리|뜨|꺼지|켜지|오시|쉬시|보내시|주시|보내주|되어 ?있|돼 ?있|하|가)"
_CAME = "(?:와|오셔|오|쉬어|쉬셔|쉬|보내|보내셔|받아|받으셔|울려|떠|꺼져|켜져|해|가|예|이에|거|맞아)"
_NO_ABILITY = r"(?<!수)(?<!수[\s가도는])(?<!수[가도는]\s)"  # 보내 줄 수 있나요 wishes
_NO_LEISURE = r"(?<!시간)(?<!시간[\s이은도])(?<!시간[이은도]\s)(?<!여유가\s)"  # 8시에 시간 있어요 answers "when?"
_IS = f"{_NO_ABILITY}{_NO_LEISURE}(?:있|(?<!필요)(?<!필요\\s)없)"
_TOLD = re.compile(
    "|".join(
        (
            # what was, but not what has just been settled: 저녁 8시로 정했어요
            rf"(?<!정)[{_PAST}](?:어|네|다|잖|더|던|는|나|냐|니|지|죠|습|구|군|음|거|대)[가-힣]{{0,6}}[\s.!?~]*$",
            rf"(?:{_COMES}|{_IS})(?:나|는가|니|냐|는지|네|는군|는구나|는데|던데|더라고?|거든|잖아|는대|다던데)(?:요|여|용)?[\s.!?~]*$",
            rf"(?:옵|쉽|보냅|받습|울립|{_IS}습)니까",
            r"(?:오|쉬|보내|받|하|울리)는 ?(?:건|것인|거인|거)(?:가|예|에|이에|죠|지|야|입|맞| 맞)[가-힣]*[\s.!?~]*$",
            r"(?:인가|맞나|맞죠|맞지|맞아|맞는지|맞습니까)요?[\s.!?~]*$",
            "(?:온|쉰|보낸|받는|울린|한)(?:대|다며|다면서|다던데|다고|다는데)요?[\\s.!?~]*$",
            rf"(?:{_CAME}|{_IS}어)(?:요|여|용|죠|지요?|야|음)? ?\?",
            rf"(?:{_COMES}|{_IS})(?:죠|지요?)[\s.~]*\?",
            rf"{_IS}(?:어요?|어여|습니다|음|다|지요?|죠)[\s.!~]*$",  # 저녁 8시에 수업이 있어요, 쉬고 있어요
            r"는 중(?:이에요|이예요|입니다|이야|임|이요)?[\s.!~]*$",
            r"(?<![가-힣])(?:왜|어째서)(?![가-힣])",
        )
    )
)


def tells(text: str) -> bool:
    """Whether the text, in its one spelling, asks or tells how things are."""
    return _TOLD.search(text) is not None
