"""What people say of what they do for a living. Pure."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from itertools import islice

from bot.korean import places
from bot.korean.answer_frame import WORDS_IN_YO, named
from bot.korean.cues import cue_of
from bot.korean.job_clause import job_clause
from bot.korean.work_verbs import worked

_NOW = (
    r"(?:이제는?|이젠|지금은?|현재는?|요즘은?|요새는?|이번에|최근에|얼마\s?전(?:부터|에)|오늘부터"
    r"|원래|그냥|걍|아직|일단)"
)
SELF = r"(?:저는요?|저도|저요|전|저|제가|나는|나도|난|나|내가)"
_LABEL = r"(?:(?:제|내|저의|나의)?\s?(?:직업|직종|직장|하는\s?일|본업|업종)\s?(?:은|이|:))"
_ALTERED = r"(?:(?:(?:제|내)\s)?일이\s)?(?:바뀌[었어]|바꿨|달라졌)\S{0,5}"  # 하는 일이 바뀌었어요, and then which it is
_BEFORE = re.compile(
    rf"(?:(?:음+|아+|어+|네+|예|넵|넹|안녕하세요|반가워요|반갑습니다|{SELF}|{_NOW}|{_ALTERED})[\s,.]+|{_LABEL}\s*)+"
)
_MENDED = re.compile(
    r"^(?:아니요?|앗|아|죄송)?[\s,.]*(?:방금|아까|위에|앞에)?\s?(?:거|건|것|거는|것은|말은|적은\s?건)?\s?"
    r"(?:오타|실수|잘못\s?(?:썼|적었|눌렀|말했|보냈))(?:이?고요?|이?구요?|예요|이에요|어요|였어요|네요|는데)?[\s,.]+(?=\S)"
)
_BECAME = re.compile(
    r"(?P<job>.*?\S)\s?(?:으로|(?<!으)로)\s?(?:일(?!하다|했다)|근무|활동|재직|이직|전직|전업|취업|취직|변경|바꾸|바꿨|바뀌|바뀐|옮기|옮겼|지내|있)\S*"
    r"(?:\s\S+)?|(?P<changed>[^\s은는이가]+)\s?(?:으로\s|로\s)?(?:바뀌었|바꿨)\S{1,5}|(?P<become>.*\S)[이가]\s?(?:됐|되었|된|돼)\S*"
)
_CHANGED = re.compile(
    r".*\S\s?(?:으로|로)\s?(?:이직|전직|전업|취업|취직)\S*|.*\S[이가]\s?(?:됐어요|되었어요|됐습니다|되었습니다)"
)
_LEFT_FOR = re.compile(
    r"\s?(?:접고|그만두고|관두고|정리하고|때려치우고|퇴사하고|은퇴하고|나와서)\s(?:이제는?|지금은?|요즘은?|이번에)\s(?P<job>[가-힣]{2,8})(?:으로|로)\s?"
    r"(?:일해요|일합니다|일하고\s?있\S+|일하는데요?|지내요|전향\S*|바꿨\S*|옮겼\S*)(?:[\s.,!].*)?$"
)
_LABEL_SAID = re.compile(_LABEL)
# 하는 일: 도배 may be what an offer holds
_OWN_LABEL = r"(?:(?:제|내|저의|나의)\s?하는\s?일|직업|직종|직장|본업|업종)\s?(?:은|이|:)"
_ANEW = re.compile(rf"이제|이젠|이번에|최근에|오늘부터|얼마\s?전|{_OWN_LABEL}")
MOST_WORDS = 5  # of a noun that answers a question
LONGEST_WITH_MORE = 120  # characters of what tells a job and something else …
MOST_JOINTS = 12  # … and of the places in it where the one may end and the other begin
_OTHERS = re.compile(
    r"(?:제|내|우리)?\s?(?:남편|아내|와이프|신랑|집사람|아빠|아버지|엄마|어머니|부모님|친구|동생|형|언니|누나|오빠|아들|딸|애인|남친|여친|동료|사장님)"
    r"(?:은|는|이|가|도|께서)\s"
)
_DENIES = re.compile(
    r"(?:기다리|먹|먹이|마시|자|재우|달래|씻|씻기|쉬|타|걷|보)는\s중|걱정|고민|생각|안[돼되됐]|(?:운전|회의|출근|퇴근|식사|이동|외출|통화)\s?중|아니(?!면)|아닌|아닙|않|없[어는다음습]|싫|(?:^|\s)[안못]\s|못\s?[하해]"
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
TELLS = re.compile(
    r"(?:[요다죠까]|니까|거든|[는은운인던]데|잖아|[군네]요?|구나|[할갈볼을]게|[가-힣]래|[하가보쉬]자|[했었았겠]어|몰라|싫어|좋아|있어|바빠|줘|[돼됐])$"
    r"|^(?:흠|음|글쎄|아무거나|잠깐)"
)
_REMARKS = re.compile(
    r"(?:왔|들어왔|가입했|신청했|눌렀|누른|들었)(?:어요?|습니다|음|지요?|죠|거든요?|는데요?)$|(?:네|잖아|군|구나|더라)요?$|^(?:이건|그건|저건|오늘은|어제는|내일은)\s"
)
_SHORTENED = re.compile(r"(?<=[가-힣])([가-힣])(?:데[요여]?|니다|디[요여]?)$")
_SHORT_FOR = {"\u11ab": "인데요", "\u11b8": "입니다"}
"""By the final that stands for the copula: 잔 of 개발잔데요, 삽 of 간호삽니다."""
AROUND = " \t\n.,!~…?^;ㅋㅎㅠㅜ'\"‘’“”"
_PERSON = re.compile(
    r"[가-힣A-Za-z\d·,\s]*(?:가|사|자|원|생|님|인|장|부|터|너|머|저|버|수|공|러|꾼|표|관|디|스트|모|엄마|아빠|할머니|할아버지|알바|랜서|중)"
)
TITLES = re.compile(
    r".*(?:경찰|비서|총무|경리|대리|직|학년|과정|주무관|점주|업주|건물주|라이더|바텐더|리더|니어|리어|소믈리에|배우|해녀|경단녀|발레리나|멘토|셰프|쉐프|모델"
    r"|캐디|아이돌|매니저|메이커|디렉터|큐레이터)"
)
_OFFICERS = re.compile(
    r".*(?:소방|경찰|교도|외교|군무|감독|보좌|비행교|연구|장학|검시|수사|사무|주무|행정|심의|시험)관"
)
_NO_PERSON = re.compile(
    ".*[가-힣][는은운던]디|회사|병원|의원|학원|공원|농원|요양원|어린이집|공장|시장|매장|농장|식당|.*[가-힣]{2}(?:관|지부|본부)|은행|공사|본사|지사|행사|환자|(?:집|가게|동네|시골)에서|혼자|여자|남자|각자|의자|상자|글자|숫자|과자|피자|모자"
    "|백수|무직|무직자|실업자|실직자|장사|농사|이사|공사|.*센터|목공|가공|시공|세공|전공|(?:노는|쉬는|없는|구하는)중"
)
_BEHIND = re.compile(
    r"[님들생인직]{0,2}(?:에서|에게|에|은|는|이|가|을|를|도|의|으?로서?|이?랑|하고|이나|나|만)?(?:$|[,./·+&()]|이?[에예]|입니|인데|이?[고구]|이?야$|이?요"
    r"|하|해|한|함|합|했|다니|다녀|다닌|다닙|다녔|일|근무|운영|준비|중|출신|겸|차|열|시작|개업|짓|지어|됐|되|그만|경력|쪽|분야|계열|계통|업계|담당|관련|\d"
    r"|몰|모는|뛰|운전|돌리|돌려|나가|받|팔|그려|그리|써|쓰|찍|가르|키우|키워|만들|고쳐|고치|봐|보고|모시|두\s?개|여러|설치|중개)"
)
_LETTERS = re.compile(r"[가-힣]|[A-Za-z]{2}")
_COUNTED = re.compile(
    r"\d+\s?(?:년|개월|인(?![가-힣]{2})|인\s?기업|명|급|학년|교대|세|살|호봉|잡|시간|군데|곳|대|번째|차|팀)"
)
PLACES = re.compile(
    r".*(?:회사|병원|의원|학원|공장|매장|식당|은행|공사|집|어린이집|유치원|학교|대학교|요양원|복지관|센터|도서관|미용실|카페|가게|약국|농장|마트|편의점|호텔|공방|서점|책방"
    r"|사무실|사무소|연구소|연구실|매점|상점|샵|숍|스튜디오|공기업|대기업|중소기업|스타트업|관공서|시청|구청|군청|주민센터|우체국|경찰서|소방서|방송국|출판사|여행사|건설사|증권사|보험사|본사|지사|현장|창고"
    r"|[가-힣]{1,4}팀|[가-힣]{1,4}부서|법원|검찰청|교회|성당|펜션|[가-힣]점|데스크|프런트|프론트|카운터|접수처|창구|계산대|안내소|원무과|(?:행정|교무|상담|접수|관리|경비|보건|조리|급식|간호사)실)"
)
AT_REST = re.compile(
    r"(?:^|\s)(?:백수|백조|무직|무직자|실업자|실직자|실직\s?(?:중|상태)|놀아요?|놉니다|놀고\s?있\S*|노는\s?중\S*|쉬어요|쉽니다|쉬는\s?중\S*|집에서\s쉬고\s?있\S*"
    r"|(?:일|하는 일|직업|직장|일자리)(?:은|이|을|도)?\s?"
    r"(?:안\s?해\S*|없[어는음다네습]\S*|안\s?합니다|안\s?하고\s?있\S*|쉬고\s?있\S*)"
    r"|(?:회사\s)?그만(?:뒀|두었)\S*|(?:회사에?서?\s)?[잘짤]렸\S*|(?:회사에?서?\s)?해고\S*)$"
)
_DECLARED = re.compile(r"(?:이?에요|예요|입니다)$")
_IN_ENGLISH = re.compile(r"(?:i'?m|i am|my job is|i work as)\s(?:an?\s)?", re.IGNORECASE)
_ENGLISH_JOB = re.compile(
    r"\b(?!(?:never|other|another|or|for|order|over|after|ever|rather|whether|either|later|better|number|answer|letter)\b)"
    r"[a-z]{2,}(?:er|or|ist|ian|eer|ant|man|woman)\b|\b(?:nurse|chef|owner|student|sales|cook|vet|pilot|barista)\b",
    re.IGNORECASE,
)
_JOINTS = re.compile(
    r"(?<=\S)(?:이?고요?|이?구요?|인데요?|이라서?|라서?|이니까|니까|이며|이에요|예요|에요|입니다|이?요)[\s,.!~]+(?=\S)"
    r"|\s*[,.!/\n]\s*(?=\S)"
    r"|\s+(?=(?:매일|평일|주말|오전|오후|아침|점심|저녁|밤|새벽|퇴근|출근|출퇴근|자기 전|\d{1,2}\s?(?:시|:)))"
)
"""What stands between a job and something else that is told with it."""


_FELT = re.compile(  # 피곤해요 and 너무 우울해요 are no work
    r"(?:(?:너무|많이|정말|진짜|좀|조금|아주|되게|매우|요즘|엄청|그냥|왠지|괜히|항상|늘|잘|못|안|다)\s)*\S+(?:해요?|합니다|함|하네요|하죠)"
    r"|.*(?:들쭉날쭉|규칙|피곤|우울|불안|심심|답답|행복|걱정|필요|중요|가능|복잡|애매|곤란|한가|조용|건강|궁금|일정|다양|비슷|힘들어)[하해합]\S*"
)
IS_AT = re.compile(rf"(?P<place>{PLACES.pattern})에\s?(?:있어요?|있습니다|있음|다님|다녀요?|다닙니다|나가요?|나갑니다)")
_THESE_DAYS = ("오늘", "내일", "어제", "이번 주", "주말")


def names_place(words: str) -> bool:
    """Whether the words name a place whose clock is known, or a country with several: 도쿄로 바꿔줘, 미국."""
    return bool(places.zone_of(words) or places.cities(words))


def job_of(words: str) -> str:
    """The job in what was said, in the speaker's own words: 저는 빵집 사장이에요 is 빵집 사장. What is told with a verb
    stays as it is: 카페에서 일해요.
    """
    said = _plainly(words)
    if clause := job_clause(said):
        said = clause.noun
    return _named(said)


def job_as_told(words: str) -> str:
    """The same as it was told: 병원 원무과 다녀요, of which only 병원 원무과 is kept."""
    said = _plainly(words)
    clause = job_clause(said)
    return _named(clause.told if clause else said)


def _plainly(words: str) -> str:
    """What was said without what stands before it: 아니 오타고요, 저는, 제 직업은."""
    said = _MENDED.sub("", words.strip(AROUND))
    before = _BEFORE.match(said)
    return _in_full(said[before.end() :].strip(AROUND) if before and before.end() < len(said) else said)


def _in_full(said: str) -> str:
    """개발잔데요, 간호삽니다: with the copula in full, where a person is left without it."""
    found = _SHORTENED.search(said)
    if found is None:
        return said
    last = unicodedata.normalize("NFD", found[1])
    whole = unicodedata.normalize("NFC", last[:-1]) if last[-1] in _SHORT_FOR else ""
    person = f"{said[: found.start()]}{whole}"
    return f"{person}{_SHORT_FOR[last[-1]]}" if whole and is_person(person) else said


def _named(said: str) -> str:
    if english := _IN_ENGLISH.match(said):
        return said[english.end() :]
    if became := _BECAME.fullmatch(said):
        return (became["job"] or became["changed"] or became["become"]).strip()
    *others, last = said.split(" ")
    plain = (_without_copula(word) if _DECLARED.search(word) else word for word in others)  # 간호사예요 프리셉터
    return " ".join((*plain, _without_copula(last)))


def _without_copula(last: str) -> str:
    """미용사예요, 미용사요 and 운영중임 without what makes them a sentence."""
    bare = last.removesuffix("요")
    if (
        bare != last
        and last not in WORDS_IN_YO
        and any((is_person(bare), TITLES.fullmatch(bare), PLACES.fullmatch(bare)))
    ):
        return bare
    return last[:-1] if last.endswith("중임") else named(last) or last


def without_yo(said: str) -> str:
    """What 요 closes, where it may be a noun: 경단녀요; "" for a predicate, and for what does not end so."""
    return said[:-1] if said.endswith("요") and not worked(said) else ""


def left_for(words: str) -> str:
    """The job that was taken up in place of another: 카페 접고 이제 보험설계사로 일해요; "" for none."""
    found = _LEFT_FOR.search(words) if " " in words else None
    return found["job"] if found and is_person(found["job"]) else ""


def tells_job(words: str, *, anew: bool = False) -> bool:
    """Whether it is told what the speaker does: 저는 개발자예요, 제 직업은 간호사; `anew` that it has changed: 저 이제
    마케터예요, 마케터로 이직했어요.
    """
    said = words.strip(AROUND)
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
    said = _MENDED.sub("", words.strip(AROUND))
    clause = job_clause(_plainly(words))
    told = clause.told if clause else said
    job = job_of(said)
    if AT_REST.search(job) and not job.startswith(_THESE_DAYS):
        return True
    if not _LETTERS.search(said) or any(sign.isdecimal() for sign in _COUNTED.sub("", told)) or _OTHERS.match(said):
        return False
    if _DENIES.search(told) or _ASKS.search(said) or _REMARKS.search(told) or _STAYS.fullmatch(said):
        return False
    if names_place(job) or job.startswith(_THESE_DAYS):
        return False  # 지금 부산이에요, 오늘 생일이에요
    if known or _WORKS.search(job):
        return True
    predicate = worked(job)
    if predicate and not predicate[1]:
        return _FELT.fullmatch(job) is None
    if IS_AT.fullmatch(job):
        return True
    if job.isascii():
        return _ENGLISH_JOB.search(job) is not None and not set(job) & set(":/.@?")
    return not cue_of(job) and len(job.split()) <= MOST_WORDS and not TELLS.search(job)


def job_and_more(words: str) -> Iterator[tuple[str, str]]:
    """The ways to cut what was said into a job and something else: 저는 미용사고 저녁 8시쯤이 좋아요. None for what is
    longer than both are ever told in: each way has to be looked at.
    """
    for joint in islice(_JOINTS.finditer(words if len(words) <= LONGEST_WITH_MORE else ""), MOST_JOINTS):
        before, after = words[: joint.start()].rsplit("요 ", 1)[-1].strip(AROUND), words[joint.end() :]
        sentence = f"{before}요"
        yield sentence if joint[0].startswith("요") and worked(job_of(sentence)) else before, after
        yield after, before


def asks(words: str) -> bool:
    """Whether it is a question, of whatever."""
    return _ASKS.search(words.strip(" \t\n.,!~…^;")) is not None


def is_person(job: str) -> bool:
    """Whether the job is what somebody is, so that “…이시군요” can be said: 빵집 사장 is, 카페에서 일해요 is none."""
    if _OFFICERS.fullmatch(job):
        return True
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
