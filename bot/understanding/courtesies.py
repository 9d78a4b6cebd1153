"""What is only said by the way before an answer: a greeting, thanks, a moment's thought. Pure."""

import re
from dataclasses import replace

from bot.understanding.acts import Act
from bot.understanding.heard import Heard
from bot.understanding.sayings import YES

ANSWERED = frozenset({"answer", "write", "promise", "cue", "intend", "trade", "job", "hour"})
"""Open questions that are answered in one's own words."""
LINES = frozenset({"write", "promise", "cue", "intend"})
"""Of these, what is kept as it was said."""
COURTESIES = frozenset({"hello", "thanks", "back", "praise"})
MOST = 3  # courtesies, one after the other
MOST_WORDS = 6  # of one
A_NOD = 2  # letters of a yes that only goes along
LONGEST = 200  # characters of what is looked at; who writes more tells a story
_BEGINS = re.compile(
    r"(?:(?:아|앗|네+|넵|넹|예|오|와|저기요?)[\s,.!~]+)*"
    r"(?:안녕|안뇽|안냥|하이|헬로|헤이|ㅎㅇ|방가|반가|반갑|할로|굿모닝|좋은|처음\s?뵙|여보세요|저기요|고마|고맙|감사|ㄱㅅ|ㄳ|땡큐|수고|고생"
    r"|덕분|죄송|미안|늦었|늦어|오랜만|간만|오늘도|저\s?왔|저\s?또|또\s?왔|왔어요|재밌|재미있|좋네|유익|잘\s?[봤읽배들]|hi\b|hello\b|hey\b)",
    re.IGNORECASE,
)
_BREAK = re.compile(r"(?P<closed>[,.!?~…ㅋㅎㅠㅜ^]*)(?:\s+|(?<=[.!~…])(?=[가-힣]))")
_OF_IT = re.compile(  # 감사합니다 한마디를 적어 보내요, 고마워 하는 손님: what is greeted with is what is told
    r"이?라고|이?라는|이?라며|하[고며는면시]|해[하서요]|인사|한\s?마디|말[을이은로 ]|멘트|문자|카드|쪽지|스티커|문구"
    r"|메시지|메세지|톡|소리|편지|엽서|선물|쿠폰|이벤트|전화|연락|도장|간판"
)
_CALLED = re.compile(r"(?:선생|손|고객|사장|원장|강사)님|쌤|여러분|봇아?|챗봇아?|저기요?")  # whom one greets
_CALLS = re.compile(r"(?:(?:선생|강사)님|쌤|여러분|챗?봇아?)(?:[,.!~]+\s*|\s+(?=저[는도]|전\s|나는|제))")
_ENDED = re.compile(r"(?:[요다용욤염슈유네죠쥬녕이잉ㅇㄱㅅㄳ큐닝해워]|hi|hello|hey)$", re.IGNORECASE)
_COUNTED = (
    "시|명|분|개|가지|번|곳|살|달|주|사람|마리|잔|장|병|권|식구|자리|째|배|군데|과목|학년|단계|종류|평|칸|줄|쪽|걸음|팀|반"
    "|모둠"
)
_THINKS = re.compile(
    r"(?:(?:아하?|앗|어|음+|흠+|와|우와|글쎄요?|글세요?|그렇군요|알겠어요|알겠습니다|알았어요|뭐랄까|저기요?|넵|넹|응"
    rf"|(?:네+|예)(?!\s(?:{_COUNTED})))[\s,.!~…ㅋㅎㅠㅜ]+(?![를을로은는]\s))+"
)


def without_courtesies(heard: Heard) -> Heard:
    """What is heard of an answer without the greeting, the thanks or the thinking before it; nothing is peeled where
    nothing else is said, and never of what the learner writes to somebody else.
    """
    asked = heard.expects
    stranger = heard.screen is None  # 안녕하세요 처음인데 얼마예요?
    if not stranger and (asked is None or asked.command not in ANSWERED or asked.argument in heard.vocabulary.messages):
        return heard
    rest = heard.typed
    for _ in range(MOST):
        rest = _greeted(_again(heard, rest)) or rest
    if asked and asked.command in LINES and (thinks := _THINKS.match(rest)):
        rest = rest[thinks.end() :] or rest
    return heard if rest == heard.typed else _again(heard, rest)


def _greeted(heard: Heard) -> str:
    """The rest behind the courtesy that the words begin with, or ""."""
    if len(heard.typed) > LONGEST or not _BEGINS.match(heard.typed):
        return ""
    breaks = list(_BREAK.finditer(heard.typed))[:MOST_WORDS]
    cuts = ((heard.typed[: found.start()], found["closed"], heard.typed[found.end() :]) for found in breaks)
    found = next((rest for head, closed, rest in cuts if _is_courtesy(heard, head, rest, closed=bool(closed))), "")
    return _CALLS.sub("", found, count=1) if _CALLS.match(found) else found


def _is_courtesy(heard: Heard, head: str, rest: str, *, closed: bool) -> bool:
    """Whether nothing but a courtesy stands before the rest, and more than one is behind it."""
    if not (closed or (_ENDED.search(head) and not _OF_IT.match(rest))):
        return False
    said, more = _again(heard, head), _again(heard, rest)
    nods = more.bare in YES and len(more.bare) <= A_NOD  # 안녕하세요 네
    if said.bare in YES or nods or not more.bare or _CALLED.fullmatch(more.bare):
        return False
    polite = _is_polite(said) or (said.bare.startswith(("수고", "고생")) and said.reading.act is Act.BYE)
    return polite and not _is_polite(more)


def _is_polite(said: Heard) -> bool:
    """감사해요, and no 감사해요 나중에 할게요, which leaves the question out."""
    act = said.reading.act
    polite = act in (Act.GREETING, Act.THANKS)
    return polite or (said.intent in COURTESIES and act not in (Act.SKIP, Act.UNKNOWN_ANSWER))


def _again(heard: Heard, typed: str) -> Heard:
    return replace(heard, words=heard.language.colloquial.plain(typed), typed=typed)
