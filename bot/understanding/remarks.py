"""Small remarks about oneself or the day, which ask for nothing: 배고프다, 비 오네 여기; and who is too young. Pure."""

import re
from collections.abc import Mapping

from bot.understanding.reading import Reading

MOST_WORDS, LONGEST = 6, 60  # words and characters
MINOR = "minor"
_AROUND = (
    r"(?:아|오|와|우와|어|음|헐|휴|에휴|아이고|근데|그런데|지금|오늘|너무|진짜|정말|좀|조금|갑자기|슬슬|벌써|막|여기|여긴|밖에|밖은|바깥"
    r"|나|난|저|저는|전|왜케|왜\s이렇게|이렇게|계속|많이|엄청|되게|ㅋ|ㅎ)"
)
_ENDING = r"[가-힣]{0,5}"
_ABOUT: Mapping[str, str] = {
    "hungry": rf"(?:배\s?(?:가|도)?\s?(?:많이|너무)?\s?고[프파픔팡픈플]|출출[하해한]|시장[하해]|꼬르륵|허기){_ENDING}",
    "weather_now": (
        rf"(?:비|눈|비바람|첫눈)(?:가|이|도)?\s?(?:많이|엄청|또|계속|막)?\s?(?:오|온|와|내리|내려|쏟아|그치|그쳤){_ENDING}"
        rf"|(?:날씨|날)(?:가|이|도)?\s?(?:너무|진짜|참|정말)?\s?(?:춥|추[워운]|덥|더[워운]|좋|흐리|흐려|쌀쌀|따뜻|꾸물|우중충){_ENDING}"
        rf"|(?:춥|추[워움]|덥|더[워움]|쌀쌀[하해])(?!면)(?:네|다|어|네요|어요|요|습니다|해요|하네요|죠|지|ㅓ)?{_ENDING}"
    ),
}
_HARD = re.compile(
    r"(?:(?:이거|이건|문제|문제가|이\s문제|아|와|헐|진짜)\s?)*(?:왤케|왜케|왜\s?이렇게|왜\s?이리|너무|개|겁나|무지)\s?(?:어려[움워운][가-힣]{0,3}|어렵[가-힣]{0,4})[.!~ㅋㅎㅠㅜ\s]*"
)
_SAID = {
    name: re.compile(rf"(?:{_AROUND}[\s,.!~]*)*(?:{core})(?:[\s,.!~]*{_AROUND})*[\s,.!~ㅋㅎㅠㅜ^;]*")
    for name, core in _ABOUT.items()
}
_YOUNG = (
    r"(?:초등|중|고등?)\s?학생|(?:초등|중|고등)\s?학교\s?\d\s?학년|초딩|중딩|고딩|(?<![가-힣\d])[중고]\s?[123일이삼](?=\s?(?:인|이|예|도|$))|미성년자?|청소년|(?<![가-힣\d])(?:십\s?대|10대)"
    r"|(?<![가-힣\d])(?:1[0-8]|열(?:한|두|세|네|다섯|여섯|일곱|여덟)?|십[일이삼사오육칠팔]?)\s?[살세](?![가-힣]{0,2}\s?때)"
)
_MINOR = re.compile(_YOUNG)
_CHILD = re.compile(
    r"(?:저는?|전|나는?|난|제가)?\s?(?:초등\s?학생|초딩|중\s?학생|중딩|중[123]|미성년자)(?:이?에요|예요|인데요?|입니다|이요|임|이야|요)?[.!~ㅋㅎ\s]*"
)
_TEACHES = re.compile(
    "가르|선생|강사|강의|과외|교사|학원|상대|대상|손님|고객|키우|키워|엄마|아빠|학부모|돌보|파는|판매|만들"
)


def remark_of(words: str, reading: Reading, *, quiz: bool) -> str:
    """What a small remark is about, by the name of its answer; "" for what is more than that. `quiz`: one is open."""
    if quiz and len(words) <= LONGEST and _HARD.fullmatch(words):
        return "easier"
    if not reading.asks and len(words) <= LONGEST and len(words.split()) <= MOST_WORDS:
        name = next((name for name, said in _SAID.items() if said.fullmatch(words)), "")
    else:
        name = ""
    return name or (MINOR if _asks_as_minor(words, reading) else "")


def _asks_as_minor(words: str, reading: Reading) -> bool:
    """중학생인데 해도 돼요?: whether somebody of school age wants to take part; 중학생 가르쳐요 is a job."""
    if not _MINOR.search(words) or _TEACHES.search(words):
        return False
    return bool(reading.asks or _CHILD.fullmatch(words))
