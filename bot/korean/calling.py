"""What somebody wants to be called: 민지라고 불러 주세요, 제 이름은 민지예요. Pure."""

import re

from bot.korean.answer_frame import named
from bot.korean.oneself import AROUND, SELF
from bot.korean.sounds import Ending, ending_of

LONGEST_NAME = 12  # characters: it stands before a sentence
_NAME = re.compile(r"[가-힣A-Za-z]+(?: [가-힣A-Za-z]+)*")
_TITLED = re.compile(r"(?:\s?[님씨])?(?:이?요|예요|이?에요|입니다)?$")
_NO_NAME = re.compile(
    "저|나|내|제|뭐|뭐라|누구|이렇게|그렇게|그냥|아무렇게나|다르게|이름|호칭|별명|닉네임|반말|존댓말|응+|네+|넵|예"
)
_TOLD = re.compile(  # of words that are told, and name nobody: 안 불러도 돼, 편하신 대로
    r"(?:^|\s)(?:안|못|좀|더|굳이|별로|딱히|그냥|아무\S*|뭐든\S*|뭐라\S*|편한|편하신|편하게|마음대|맘대|알아서)(?=\s|$)|대로|그대$"
    r"|없[어이음는네]|있[어는네]|괜찮|싫|좋[아네습]|모르|모를|몰라|글쎄|불러|부르|불리|필요|상관|지 ?마|지 ?말"
    r"|(?:^|\s)말고$|세요?$|주세|줘|돼(?!지)|됐|될|되[는네고]"
    r"|[해어아]도$|려고|니까|는데|인데|네요|네$|어요|아요|해요|습니|입니|[할볼갈쓸둘줄정]\s?[게래]|거예|거야|(?<=[가-힣]{2})나요|까요|잖아|거든"
)
_BEFORE_NAME = re.compile(
    rf"(?:(?:음+|아+|어+|흠+|네|넵|예|응|저기|아니[요다]?|아뇨|그럼|그러면|그냥|일단|{SELF}|이름은?|호칭은?)[\s,.]+)+"
)
_AS_NAME = re.compile(
    r"(?P<name>\S(?:.*?\S)??)\s?(?:이?라고|으?로)\s?(?:해|하|할|부탁|정|갈|가|불|부)\S*(?:\s\S{1,6})?|(?P<said>\S.*?)(?:이?라고요?|이?라[네니]?요)"
)
_TITLES_OF_THEIR_OWN = ("쌤", "샘", "맘", "형")
_TITLES_WITH_NIM = tuple("원장 사장 선생 대표 실장 팀장 점장 과장 부장 소장 관장 강사 기사 작가 감독 코치 교수".split())
_CALLS = (
    r"(?:불러\s?(?:요|줘|주[세시실라]|달라|봐)?\S{0,6}|부르(?:면|세요|시면|자|라)\S{0,4}(?:\s\S{1,4})?)(?<![서고니])"
)
_CALLED = re.compile(
    rf"(?:(?:\S+\s말고는?|{SELF}|저를|날|나를|절|앞으로|이제|그냥|호칭[은도을]?|이름[은도을]?)\s)*(?P<name>\S(?:.*?\S)??)\s?(?:이?라고|으?로)\s?{_CALLS}"
)
_RENAMED = re.compile(
    r"(?:(?:제|내|나의|저의)\s?)?(?:이름|호칭|별명|닉네임)(?:은|을|를|이)?\s(?P<name>\S(?:.*?\S)??)\s?(?:이?라고|으?로)"
    r"\s?(?:바꿔|바꾸|해\s?[줘주]|변경|정해|정하|할게|저장|적어|기억)\S*(?:\s\S{1,6})?"
)
_SO_CALLED = re.compile(rf"(?<=[요다야])[\s,.]+(?:그렇게|그걸로|그 이름으로)\s?{_CALLS}$")
_NAMED = re.compile(r"(?:(?:제|내|나의|저의)\s?)?(?:이름|호칭|별명|닉네임)(?:은|이)\s?")


def name_of(words: str) -> str:
    """What somebody wants to be called: 저를 민지라고 불러 주세요, 제 이름은 민지예요; "" where no name is told."""
    said = _SO_CALLED.sub("", words.strip(AROUND)).strip(AROUND)
    found = _CALLED.fullmatch(said) or _RENAMED.fullmatch(said)
    name = _whole(found) if found else ""
    if not name and (told := _NAMED.match(said)) and told.end() < len(said):
        name = named(said[told.end() :]) or re.sub("이?야$", "", said[told.end() :])
    return called(name) if len(name) <= LONGEST_NAME + len(" 님") else ""


def name_said(words: str) -> str:
    """The name in an answer to what to call somebody: 음 그냥 민지로 해 주세요; "" where none is told."""
    if name := name_of(words):
        return name
    said = words.strip(AROUND)
    if (before := _BEFORE_NAME.match(said)) and before.end() < len(said):
        said = said[before.end() :]
    found = _AS_NAME.fullmatch(said)
    return called((_whole(found) or found["said"]) if found else re.sub(r"(?<=[가-힣]{2})으?로요?$", "", said))


def _whole(found: re.Match[str]) -> str:
    """The name with the 이 that is its own: 제이라고 is 제이, for 제 is no name; 민지이라고 is 민지."""
    name = found["name"] or ""
    own = len(name) == 1 and "가" <= name <= "힣" and found.string.startswith("이라", found.end("name"))
    return f"{name}이" if own and ending_of(name) is Ending.OPEN else name


def called(name: str) -> str:
    """A name as it is kept: without 님 and signs; "" for what is no name: too long, with digits, a word for oneself, or
    told: 안 불러도 돼.
    """
    bare = _TITLED.sub("", name.strip(AROUND)).strip()
    none = len(bare) > LONGEST_NAME or not _NAME.fullmatch(bare) or _NO_NAME.fullmatch(bare)
    return "" if none or _TOLD.search(name.strip(AROUND)) or _TOLD.search(bare) else bare


def addressed(name: str) -> str:
    """The name with 님, where it has no title of its own: 민지 님, 민지쌤."""
    title = name.endswith(_TITLES_WITH_NIM)
    return name if name.endswith(_TITLES_OF_THEIR_OWN) else f"{name}{'' if title else ' '}님"
