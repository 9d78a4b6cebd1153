"""What people say of themselves: what they do for a living, what to call them, when they mean to learn. Pure."""

import re
from collections.abc import Iterable

from bot.korean.answer_frame import named
from bot.rhythm import zones

_NOW = (
    r"(?:이제는?|이젠|지금은?|현재는?|요즘은?|요새는?|이번에|최근에|얼마\s?전(?:부터|에)|오늘부터|원래|그냥|아직|일단)"
)
_SELF = r"(?:저는|저도|전|저|제가|나는|나도|난|나|내가)"
_LABEL = r"(?:(?:제|내|저의|나의)?\s?(?:직업|직종|직장|하는\s?일|본업|업종)\s?(?:은|이|:))"
_BEFORE = re.compile(rf"(?:(?:음+|아+|네|예|넵|{_SELF}|{_NOW})[\s,.]+|{_LABEL}\s*)+")
_BECAME = re.compile(
    r"(?P<job>.*\S)\s?(?:으로|로)\s?(?:일|근무|활동|재직|이직|전직|전업|취업|취직|변경|바꾸|바꿨|바뀌|바뀐|옮기|옮겼|지내|있)\S*"
    r"(?:\s\S+)?|(?P<become>.*\S)[이가]\s?(?:됐|되었|된|돼)\S*"
)
_CHANGED = re.compile(
    r".*\S\s?(?:으로|로)\s?(?:이직|전직|전업|취업|취직)\S*|.*\S[이가]\s?(?:됐어요|되었어요|됐습니다|되었습니다)"
)
_LABEL_SAID = re.compile(_LABEL)
_ANEW = re.compile(rf"이제|이젠|이번에|최근에|오늘부터|얼마\s?전|{_LABEL}")
LONGEST_NAME = 12  # characters: it stands before a sentence
_NAME = re.compile(r"[가-힣A-Za-z]+(?: [가-힣A-Za-z]+)*")
_TITLED = re.compile(r"(?:\s?[님씨])?(?:이?요|예요|이?에요|입니다)?$")
_NO_NAME = re.compile("저|나|내|제|뭐|뭐라|누구|이렇게|그렇게|그냥|아무렇게나|다르게|이름|호칭|별명|닉네임|반말|존댓말")
_CALLS = (
    r"(?:불러\s?(?:요|줘|주[세시실라]|달라|봐)?\S{0,6}|부르(?:면|세요|시면|자|라)\S{0,4}(?:\s\S{1,4})?)(?<![서고니])"
)
_CALLED = re.compile(
    rf"(?:(?:{_SELF}|저를|날|나를|절|앞으로|이제|그냥|호칭은|이름은|이름)\s)*(?P<name>\S(?:.*?\S)??)\s?(?:이?라고|으?로)\s?{_CALLS}"
)
_RENAMED = re.compile(
    r"(?:(?:제|내|나의|저의)\s?)?(?:이름|호칭|별명|닉네임)(?:은|을|를|이)?\s(?P<name>\S(?:.*?\S)??)\s?(?:이?라고|으?로)"
    r"\s?(?:바꿔|바꾸|해\s?[줘주]|변경|정해|정하|할게|저장|적어|기억)\S*(?:\s\S{1,6})?"
)
_SO_CALLED = re.compile(rf"(?<=[요다야])[\s,.]+(?:그렇게|그걸로|그 이름으로)\s?{_CALLS}$")
_NAMED = re.compile(r"(?:(?:제|내|나의|저의)\s?)?(?:이름|호칭|별명|닉네임)(?:은|이)\s?")
_CLAUSE_ENDS = r"(?=[\s,.!]|$)"
_WHEN = re.compile(
    rf"\S.{{0,50}}?(?:(?:이?라|으)?면|때(?:마다)?|고\s?나서|(?:뒤|후|다음|전)에?|직후에?|직전에?|자마자|는\s?길에|동안에?){_CLAUSE_ENDS}"
)
_LEARNS = r"(?=[\s,.]+(?:바로\s|꼭\s|한\s번\s)*(?:레슨|강의|열|보|봐|읽|풀|배우|공부|하)|\W*$)"
_EACH = "(?:날|주|주말|요일|아침|점심|저녁|밤|새벽|출근|퇴근|쉬는 시간|시)마다"
_WHERE = re.compile(rf"\S.{{0,50}}?(?:(?<=[가-힣\d])(?:에서|에)|{_EACH}){_LEARNS}")
MOST_WORDS = 5  # of a noun that answers a question
_OTHERS = re.compile(
    r"(?:제|내|우리)?\s?(?:남편|아내|와이프|신랑|집사람|아빠|아버지|엄마|어머니|부모님|친구|동생|형|언니|누나|오빠|아들|딸|애인|남친|여친|동료|사장님)"
    r"(?:은|는|이|가|도|께서)\s"
)
_DENIES = re.compile(
    r"(?:기다리|먹|마시|자|쉬|타|걷|보)는\s중|걱정|고민|생각|안[돼되됐]|(?:운전|회의|출근|퇴근|식사|이동|외출|통화)\s?중|아니(?!면)|아닌|아닙|않|없[어는다음습]|싫|(?:^|\s)[안못]\s|못\s?[하해]"
)
_ASKS = re.compile(r"(?:^|\s)(?:왜|뭐|뭘|몇|언제|어디|누구|어떻게|얼마)|나요$|까요?$|\?$")
_STAYS = re.compile(
    r"(?:지금|현재|여기는?|방금|저)\s(?:.*\s)?(?:집|밖|바깥|지하철|버스|기차|택시|차|길|병원|학교|카페|도서관|헬스장|마트|공항|역|고향|본가|여행지|침대|화장실)"
    r"(?:\s?(?:안|앞|근처|가는 길|오는 길))?(?:이?(?:에요|예요|요|야)|입니다|인데요?)"
)
_WORKS = re.compile(
    r"(?:일|근무|운영|장사|농사|사업|강의|알바|과외|배달|운전|영업|관리|연구|개발|디자인|간호|상담|공부|준비|육아|살림)\S*\s?(?:해|하|합|중)"
    r"|다녀(?!왔|오|갔)|다니|다닙|일해|일하|팔아|팔고|팝니다|만들|만드|가르쳐|가르치|키워|키우|돌봐|돌보|지어요|짓|그려|그리|찍어|찍고|도와|돕|[가-힣]+(?<![만도을를은는이가에서고])\s(?:해요|합니다|하고\s있)|고쳐|고치|차렸|열었|시작했|배워|배우|봐요$|봅니다"
)
_TELLS = re.compile(
    r"(?:[요다죠까]|니까|거든|[는은운인던]데|잖아|[군네]요?|구나|[할갈볼을]게|[하가보쉬]자|[했었았겠]어|몰라|싫어|좋아|있어|바빠|줘|[돼됐])$"
    r"|^(?:흠|음|글쎄|아무거나|잠깐)"
)
_REMARKS = re.compile(r"(?:네|잖아|군|구나|더라)요?$|^(?:이건|그건|저건|오늘은|어제는|내일은)\s")
_DAYS = re.compile(
    "(?:매일매일|매일|날마다|맨날|평일|주말|주중|격일|매주)(?:에만|에|만|로|은|이)?(?:요|이요)?"
)  # when, but not at what
_PAST = re.compile(r"[가-힣]*[었았였했갔왔됐](?:어요?|습니다|음|는데요?|던데요?|네요?)$")
_AROUND = " \t\n.,!~…?^;ㅋㅎㅠㅜ'\"‘’“”"
_PERSON = re.compile(
    r"[가-힣A-Za-z\d·,\s]*(?:가|사|자|원|생|님|인|장|부|터|너|머|저|버|수|공|러|꾼|표|관|디|스트|모|엄마|아빠|알바|랜서|중)"
)
_NO_PERSON = re.compile(
    "회사|병원|의원|학원|공원|농원|요양원|어린이집|공장|시장|매장|농장|식당|.*[가-힣]{2}(?:관|지부|본부)|은행|공사|본사|지사|행사|환자"
    "|백수|무직자|실업자|실직자|(?:노는|쉬는|없는|구하는)중"
)
_BEHIND = re.compile(
    r"[님들생인직]{0,2}(?:에서|에게|에|은|는|이|가|을|를|도|의|으?로서?|이?랑|하고|이나|나|만)?(?:$|[,./·+&()]|이?[에예]|입니|인데|이?야$|이?요"
    r"|하|해|한|합|했|다니|다녀|다닌|다닙|다녔|일|근무|운영|준비|중|출신|겸|차|열|시작|개업|짓|지어|됐|되|그만|경력)"
)


def name_of(words: str) -> str:
    """What somebody wants to be called: 저를 민지라고 불러 주세요, 제 이름은 민지예요; "" where no name is told."""
    said = _SO_CALLED.sub("", words.strip(_AROUND)).strip(_AROUND)
    found = _CALLED.fullmatch(said) or _RENAMED.fullmatch(said)
    name = found["name"] if found else ""
    if not name and (told := _NAMED.match(said)) and told.end() < len(said):
        name = named(said[told.end() :])
    return called(name) if len(name) <= LONGEST_NAME + len(" 님") else ""


def called(name: str) -> str:
    """A name as it is kept: without 님 and signs; "" for what is no name: too long, with digits, a word for oneself."""
    bare = _TITLED.sub("", name.strip(_AROUND)).strip()
    return bare if len(bare) <= LONGEST_NAME and _NAME.fullmatch(bare) and not _NO_NAME.fullmatch(bare) else ""


def names_place(words: str) -> bool:
    """Whether the words name a place whose clock is known, or a country with several: 도쿄로 바꿔줘, 미국."""
    return bool(zones.zone_of(words) or zones.cities(words))


def cue_of(promise: str) -> str:
    """When somebody means to do it, of an if-then plan: 지하철에 앉으면, 레슨을 열어요 has 지하철에 앉으면; "" where no
    clause tells when. What it returns can stand before “열기로 했지요”.
    """
    said = promise.strip(_AROUND)
    found = _WHEN.match(said) or _WHERE.match(said)
    return found[0].strip(_AROUND) if found else ""


def job_of(words: str) -> str:
    """The job in what was said, in the speaker's own words: 저는 빵집 사장이에요 is 빵집 사장. What is told with a verb
    stays as it is: 카페에서 일해요.
    """
    said = words.strip(_AROUND)
    if (before := _BEFORE.match(said)) and before.end() < len(said):
        said = said[before.end() :].strip(_AROUND)
    if became := _BECAME.fullmatch(said):
        return became["job"] or became["become"]
    *others, last = said.split(" ")
    return " ".join((*others, named(last) or last))


def tells_job(words: str, *, anew: bool = False) -> bool:
    """Whether it is told what the speaker does: 저는 개발자예요, 제 직업은 간호사; `anew` that it has changed: 저 이제
    마케터예요, 마케터로 이직했어요.
    """
    said = words.strip(_AROUND)
    before = _BEFORE.match(said)
    became = _CHANGED.fullmatch(said) is not None
    if before is None or before.end() == len(said):
        return became
    is_so = became or _LABEL_SAID.search(before[0]) is not None or bool(named(said[before.end() :].split(" ")[-1]))
    return is_so and (not anew or became or _ANEW.search(before[0]) is not None)


def may_be_job(words: str, *, known: bool) -> bool:
    """Whether the words may be an answer to what somebody does; `known` says that they name a job of the course.

    What tells of somebody else, of a number, or denies is none; of the rest a noun is one, and what is told with a verb
    of working.
    """
    said = words.strip(_AROUND)
    if not said or any(sign.isdecimal() for sign in said.replace("1인", "")) or _OTHERS.match(said):
        return False
    if _DENIES.search(said) or _ASKS.search(said) or _REMARKS.search(said) or _STAYS.fullmatch(said):
        return False
    job = job_of(said)
    if names_place(job) or job.startswith(("오늘 ", "내일 ", "어제 ")):
        return False  # 지금 부산이에요, 오늘 생일이에요
    return known or _WORKS.search(job) is not None or (len(job.split()) <= MOST_WORDS and not _TELLS.search(job))


def may_be_cue(words: str) -> bool:
    """Whether the words may tell when somebody means to learn: 지하철에 앉으면, or a noun such as 출근길."""
    said = words.strip(_AROUND)
    if _PAST.search(said) or _DENIES.search(said) or _DAYS.fullmatch(said):
        return False
    return bool(cue_of(said)) or (0 < len(said.split()) <= MOST_WORDS and not _TELLS.search(said))


def is_person(job: str) -> bool:
    """Whether the job is what somebody is, so that “…이시군요” can be said: 빵집 사장 is, 카페에서 일해요 is none."""
    return _PERSON.fullmatch(job) is not None and _NO_PERSON.fullmatch(job.rsplit(" ", 1)[-1]) is None


def headed_by(words: str, names: Iterable[str]) -> str:
    """The name that words about a job come to, or "". Korean puts its head last: 개발자 출신 카페 사장 is a 사장.

    Of two that end together the longer one is meant: 헤어디자이너 is no 디자이너. Spaces do not count.
    """
    said = _plain(words)
    found = ((end, len(name), name) for name in names if (end := _end_of(_plain(name), said)))
    return max(found, default=(0, 0, ""))[2]


def _end_of(name: str, said: str) -> int:
    """Where the name ends in what was said, the last time it stands there as a word; 0 for never."""
    end = len(said)
    while (start := said.rfind(name, 0, end)) >= 0:
        if _BEHIND.match(said, start + len(name)):
            return start + len(name)
        end = start + len(name) - 1
    return 0


def _plain(words: str) -> str:
    return "".join(words.split()).casefold()
