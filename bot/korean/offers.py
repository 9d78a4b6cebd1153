"""The sentence that offers somebody something, put together from answers as people give them. Pure.

아래층 미용실 원장님 + 사흘 + 예약 답장 문구 만들기 → 아래층 미용실 원장님께, 사흘 안에, 예약 답장 문구를 만들어 드려요.
"""

import re

from bot.korean.conjugation import conjugated, parts_of
from bot.korean.hangul import josa
from bot.korean.keyboard import syllable

_AROUND = ' \t\n.,;:·-–—"‘’“”~!'
_COPULA = re.compile(
    r"(?:이에요|예요|에요|입니다|이요|(?<![세아어여해워와봐네데까죠래겠])요|이야|이고요|인데요|이라고\s?해요|일\s?것\s?같아요|인\s?것\s?같아요|정도(?:요|예요|면\s?돼요)?|쯤(?:이요|요|이면\s?돼요)?"
    r"|이?면\s?(?:될\s?것\s?같아요|될\s?거\s?같아요|돼요|되겠어요|될\s?듯해요|충분해요|가능해요)|으?로\s?(?:할게요|할래요|하고\s?싶어요|정할게요|생각해요)|[을를]\s?(?:생각했어요|골랐어요|고를래요|할래요|정했어요))$"
)
_TO = re.compile(r"(?:한테|에게|께)(?:요|서)?$")
_HONOURED = re.compile(
    r"(?:님|분|어르신|할머니|할아버지|아버지|어머니|부모님?|선생|선배|교수|스승|여사|씨)$|(?:님|분)들$|(?:사장|원장|대표|점장|팀장|과장|부장|관장|이사|회장|소장|실장|박사|손님|고객)$"
)
_NAMED_LAST = re.compile(r"(.+?[님씨분]|.+?\S)\s+(?:[ㄱ-ㅎ]|[A-Z]|\S?○+)$")
_CLAUSE = re.compile(
    r"^(?P<who>\S.{1,30}?)(?:이?신데요?|인데요?|이?시고요?|이고요?|이에요|예요|이?세요)[,.]?\s+(?P<rest>\S.*)$",
    re.DOTALL,
)
_TOLD = re.compile(r"(?:[세아어여해워와봐네데대래]요|니다|[가-힣]대|는데|거든요?|[했었았]음)$")
_MANY = re.compile(
    r"(?:사람|분|여성|남성|엄마|아빠|직장인|학생|고객|손님|사장님?|원장님?|회원|청년|어르신|대표님?|부모님?|[가-힣]+(?<!아))들(?:[은이의께]|에게|한테)?$|모두|누구나|여러분|불특정|다수|전체|모든\s|[2-6]0대\s?(?:[여남]|직장|초반|중반|후반|$)|고객층|소비자$|아무나"
)

_UNTIL = re.compile(
    r"(?:까지(?:는|만)?|안에|안으로|이내에?|내에|내로|중에|중으로|전에|전까지|뒤에|후에|만에|사이에|동안|[날때]에?|면|당일|바로|곧|즉시|마다|에)$"
)
_WHOLE = re.compile(r"(.{1,30}?(?:까지|안에|이내에?|전에|뒤에|후에))(?:는|은)?\s+\S")  # 일요일까지 줄게요
_SPAN = re.compile(
    r"(?:하루|이틀|사흘|나흘|닷새|엿새|이레|열흘|보름|한나절|반나절|[일이삼사오육칠팔구십\d]+\s?(?:분|시간|일|주일?|달|개월|년)|[한두세네다섯여섯]+\s?(?:시간|주|달|해)|일주일|이번\s?주|다음\s?주|이번\s?달|다음\s?달|올해|주말)$"
)
_DAY = re.compile(r"(?:\d{1,2}월\s?\d{1,2}일|\d{1,2}[./]\d{1,2}|말일|월말|연말|주말)$")
_NAMED_DAY = re.compile(
    r"(?:\d|요일|오늘|내일|모레|글피|아침|점심|저녁|밤|오전|오후|새벽|주말|명절|설|추석|크리스마스|생일|생신|기일|제사|결혼식|잔치|모임|회의|발표|시험|면접|퇴원|입원|이사|입학|졸업|개업|예약일|방학|개학|개강|행사|마감|[날일]|[월화수목금토]|봄|여름|가을|겨울|하순|중순|초|말|즉석|그\s?자리)(?:에|엔|이면|쯤|즈음|경)?$"
)
_UNSET = re.compile(r"(?:최대한\s?)?(?:빨리|빠르게|빠른\s?시일|나중|언젠가|상황\s?봐서|천천히|그때그때|되는\s?대로)")

_GIVING = re.compile(
    r"\s?(?:주고\s?싶(?:어요?|습니다|다)|드리고\s?싶(?:어요?|습니다|다)|[줄드]릴?\s?(?:게요?|께요?|래요?|거예요|거에요|겁니다|생각이에요|예정이에요)|줄게요?|줄래요?|줄\s?거(?:예요|에요|야)|줍니다|드립니다|드려요?|줘요?|준다|드린다|주기|드리기|줌|드림|(?:주|드리)는\s?(?:것|거|일)(?:이에요|예요|이요|요)?|주려고\s?(?:해|하)\S*)$"
)
_MAKING = re.compile(r"(?P<stem>[가-힣]+)기(?:요|예요|이에요)?$")
_NAMED_ACT = re.compile(r"(?P<stem>[가-힣]+)는\s?(?:것|거|일)(?:이에요|예요|이요|요)?$")  # 예약을 잡는 거
_LIQUID = re.compile(r"(?:만드|다드|[여거푸드])$")  # stems that lose their ㄹ before 는
_REGULAR = re.compile(r"(?:[따치]르)$")  # 따라, 치러
_WILLING = re.compile(r"(?P<stem>[가-힣]+?)(?:고\s?싶(?:어요?|습니다|다)|려고\s?(?:해|하)\S*|겠(?:어요|습니다))$")
_FUTURE = re.compile(r"(?P<stem>[가-힣]*[가-힣])\s?(?:게요?|께요?|래요?|거예요|거에요|겁니다|거야)$")
_STATED = re.compile(
    r"[아어여해워와봐려켜내춰쳐져줘춰겨녀혀펴셔]요$|(?:[골잘발날갈올]라|[불눌]러)요$|[습ㅂ]니다$"
    r"|(?:^|\s)(?:같이|함께|따라|찾아|모시고|모시러|데리고|데리러)\s?(?:가|와)요$"
)
_DOES = re.compile(
    r"(?P<head>.*?)(?P<noun>\S*?)\s?(?:해요|합니다|한다|하는\s?(?:것|거|일)|하기|함)(?:이에요|예요|요)?$"
)
_ACTS = re.compile(
    r"(?:정리|청소|수리|수선|상담|점검|관리|촬영|편집|번역|통역|교정|교열|설계|제작|작성|분석|배달|안내|요약|보정|디자인|정산|계산|기록|포장|조사|검토|추천|개선|복원|조율|진단|설치|연결|대행|코칭|컨설팅|큐레이션|녹음|첨삭)$"
)
_HELD = re.compile(r"(?:수업|강의|레슨|특강|워크숍|모임|체험|마사지|시술)$")


_NO_OBJECT = re.compile(
    r"(?:[을를에로서게히이도만면지고며]|같이|함께|대신|다시|따로|빨리|매일|매주|모두|다|더|잘|혼자|직접|미리|먼저|바로|한번"
    r"|그냥|조금|좀|자주|계속|늘|꼭|정성껏|대충|쭉|싹|아주|정말|전부|각각|매번|오늘|내일|매달|날마다)$"
)
_INFINITIVES = {(vowel, "") for vowel in "ㅏㅓㅐㅔㅕㅘㅝㅙㅞ"}
"""How what stands before 드리다 ends, where it is a verb: 만들어, 짜, 보내."""


def is_said(text: str) -> bool:
    """Whether there is anything in a text that can be read aloud: no emoji, lone consonants or numbers alone."""
    return sum("가" <= sign <= "힣" or (sign.isascii() and sign.isalpha()) for sign in text) > 1


def is_many(who: str) -> bool:
    """Whether words name more than one person, or a kind of people: 바쁜 직장인들, 30대 여성, 모두."""
    return _MANY.search(bare(who)) is not None


def first_sentence(text: str) -> tuple[str, str]:
    """The first sentence of an answer, and what follows it."""
    if clause := _CLAUSE.match(text.strip()):  # 공방 사장님인데요 사진이 어둡대요
        return clause["who"].strip(), clause["rest"].strip()
    first, *rest = re.split(r"(?<=[가-힣)][.!])\s+|\n+", text.strip(), maxsplit=1)
    return first.strip(), rest[0].strip() if rest else ""


def person(who: str) -> str:
    """Who is named, without what closes the sentence: 아래층 미용실 원장님이에요 is 아래층 미용실 원장님."""
    return _TO.sub("", bare(who)).strip(_AROUND)


def is_told(who: str) -> bool:
    """Whether words are a sentence, and so no name for somebody: 사진을 잘 못 찍으세요."""
    return _TOLD.search(who.strip(_AROUND)) is not None


def is_offer(text: str) -> bool:
    """Whether a sentence offers something to somebody: 원장님께, 사흘 안에, 문구 한 장을 드려요."""
    said = text.strip(_AROUND)
    return bool(re.search(r"께|에게|한테", said) and re.search(r"(?:요|다)$", said))


def to(who: str) -> str:
    """To whom: 원장님께, 옆 팀 막내에게."""
    named = _NAMED_LAST.fullmatch(who)
    return f"{who}{'께' if _HONOURED.search(named[1] if named else who) else '에게'}"


def no_time(until: str) -> bool:
    """Whether words leave open when: 최대한 빨리, 나중에."""
    return _UNSET.match(bare(until)) is not None


def tells_time(until: str) -> bool:
    """Whether words tell by when: a span, a day, or when something else has happened."""
    said = bare(until)
    return bool(
        _WHOLE.match(said) or _UNTIL.search(said) or _SPAN.search(said) or _DAY.search(said) or _NAMED_DAY.search(said)
    )


def by(until: str) -> str:
    """By when: 사흘 안에, 금요일까지; what is one already stays."""
    said = bare(until)
    if whole := _WHOLE.match(said):
        return whole[1]
    if _UNTIL.search(said):
        return said
    return f"{said} 안에" if _SPAN.search(said) and not _DAY.search(said) else f"{said}까지"


def given(what: str) -> str:
    """What is done or handed over, as the end of a sentence: 답장 문구 한 장을 드려요, 옷장을 정리해 드려요."""
    said = what.strip(_AROUND)
    if found := _GIVING.search(said):
        return _after(said[: found.start()].strip())
    if found := _DOES.fullmatch(said):
        return f"{found['head']}{found['noun']}{' ' if not found['noun'] else ''}해 드려요".replace("  ", " ")
    for pattern in (_MAKING, _WILLING):
        if found := pattern.search(said):
            return f"{_objects(said[: found.start()])}{_joined(found['stem'])} 드려요"
    if found := _NAMED_ACT.search(said):
        stem = found["stem"]
        if _LIQUID.search(stem):
            stem = stem[:-1] + syllable(*parts_of(stem[-1])[:2], "ㄹ")
        return f"{_objects(said[: found.start()])}{_joined(stem)} 드려요"
    if (found := _FUTURE.search(said)) and parts_of(found["stem"][-1])[2] == "ㄹ":
        return f"{_objects(said[: found.start()])}{_joined(_unwilled(found['stem']))} 드려요"
    if _STATED.search(said):
        return said
    noun = bare(said)
    done = _ACTS.search(noun) or _HELD.search(noun)
    return f"{josa(noun, '을/를')} {'해 드려요' if done else '드려요'}"


def offer(who: str, until: str, what: str) -> str:
    """The whole sentence."""
    return f"{to(who)}, {by(until)}, {given(what)}."


def bare(text: str) -> str:
    """An answer without the copula after it: 사흘이에요 is 사흘, 문자가 오면요 is 문자가 오면."""
    said = text.strip(_AROUND)
    return _COPULA.sub("", said).strip(_AROUND) or said


def _after(said: str) -> str:
    """드려요 after what it helps or takes: 만들어, 정리해, or a thing."""
    if not said:
        return "드려요"
    helps = said[-1] in "을를" or ("가" <= said[-1] <= "힣" and parts_of(said[-1])[1:] in _INFINITIVES)
    if not helps:
        return f"{josa(said, '을/를')} 드려요"
    before, space, verb = said.rpartition(" ")
    return f"{_objects(before + space)}{verb} 드려요"


def _objects(head: str) -> str:
    """What stands before a verb, as its object where it is a bare noun: 답장 문구 before 만들어 is 답장 문구를."""
    noun = head.rstrip()
    is_bare = noun and head != noun and "가" <= noun[-1] <= "힣" and not _NO_OBJECT.search(noun)
    return f"{josa(noun, '을/를')} " if is_bare else head


def _joined(stem: str) -> str:
    """A stem before 드려요: 만들어, 고쳐, 골라."""
    if len(stem) > 1 and stem[-1] == "보" and parts_of(stem[-2])[1:] in _INFINITIVES:
        return stem[:-1]  # 고쳐보기 is 고쳐
    if len(stem) > 1 and stem[-1] == "르" and not _REGULAR.search(stem) and not parts_of(stem[-2])[2]:
        lead, vowel, _ = parts_of(stem[-2])
        return f"{stem[:-2]}{syllable(lead, vowel, 'ㄹ')}{'라' if vowel in 'ㅏㅗ' else '러'}"  # 골라, 날라, 불러
    return next(form for mark, form in conjugated(stem) if mark == "아")


def _unwilled(future: str) -> str:
    """The stem of 만들, 고칠, 찍을: of whose final ㄹ only that of 만들 is its own."""
    if future.endswith("을") and len(future) > 1:
        return future[:-1]
    head, (lead, vowel, _) = future[:-1], parts_of(future[-1])
    own = future[-1] in "들걸풀열길늘팔널"
    return future if own else head + syllable(lead, vowel)
