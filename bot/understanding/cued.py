"""What a part of the words tells while a question is open, or none is: 찍어도 손해 없죠? under a quiz. Pure."""

import re
from collections.abc import Mapping
from dataclasses import replace

from bot.korean import when
from bot.korean.ordinals import denied, mentioned
from bot.message import Go
from bot.understanding.about_reminders import why_not
from bot.understanding.acts import Act
from bot.understanding.heard import Heard
from bot.understanding.names import Meaning
from bot.understanding.open_lines import LEAVES_OUT, LEFT_OUT, is_audience
from bot.understanding.sorts import ASKED, NAMES_A_TASK

LONGEST = 60  # characters; who writes more tells of something
OPTIONS = 2  # buttons of a quiz that is answered by a tap; a typed one has at most one, for who does not know
LINE_AFTER_ALL = 0.9  # how like a line of a plan words have to be, to be one whatever cue stands in them
PLACES: Mapping[str, str] = {
    "answer": "quiz",
    "write": "line",
    "hour": "hour",
    "remind": "remind",
    "intend": "intend",
    "trade": "trade",
    **dict.fromkeys(("add-person", "person"), "people"),
    "": "idle",
}
"""Tables of cues by the command that the open question's answer completes."""
GOES: Mapping[str, Go] = {
    "resend": Go("today"),
    "rest_later": Go("rest"),
    "undo_last": Go("undo", "answered"),
    "less": Go("less"),
    "remind_screen": Go("remind"),
}
"""What is done about a meaning that has a command of its own."""
ABOUT_PICKING = frozenset({"when_wrong"})
"""Meanings that a place does not turn into a pick: 3번 고르면 기록 깎여요?"""
OF_THE_QUESTION = frozenset({"stuck", "explain"})
"""Meanings that are commands about what is open."""
PASSED = frozenset({"pass", "skip"})
"""Meanings that leave the open question out."""

WHOLE = frozenset(
    """counts_as_job others_not_shown what_promise two_jobs type_is_hard name_one which_days two_hours today_minutes
    who_are_you few_messages may_skip can_elder how_to_leave one_only several_fit bye""".split()
)
"""Meanings that are heard before two things are looked for."""
BREAK = re.compile(r"[.…!?~]{2,}\s*|[.!?…]\s+")
ASKS_LEAVE = re.compile("(?:볼까요?|볼까나|[어아해봐]도(?:되|돼|될)[가-힣]{0,3})$")
"""내가 뭘 잘하는지 남편한테 물어볼까요: asked of us, although it names somebody."""
_PUTS_OFF = re.compile(
    r"(?P<long>(?:\d{1,3}|한|두|세|네|반|삼십|십|이십)\s?(?:시간|분)(?:\s?반)?)만?\s?(?:더\s?)?(?:미룰|미뤄|미루|이따|있다)"
)
NO_WORDS = frozenset(
    """이거 그거 저거 이게 그게 이건 그건 이렇게 그렇게 그냥 뭐 뭐라 뭘 답 정답 다 모르겠다 이 그 아무거나 힌트 패스
    다음 그만 도움말 나중에 넘어가 어렵다 어렵네 영어 한글 한자""".split()
)
PROPOSED = tuple(
    re.compile(pattern)
    for pattern in (
        r"^(?:음|아|어|그럼)?\s?(?P<word>\S{1,12}?)\s?이?라고\s?(?:쓰|적|하|답|써|치|입력)[가-힣]*\s?(?:되|돼|될|맞|건)\S*(?:\s틀\S+|\s안\s?\S+|\s(?:거|건)\S+)?[?~.]*$",
        (  # 전문성은 아닌데.. 신뢰성?
            r"^(?:음|아|어)?\s?[가-힣A-Za-z]{2,10}\s?(?:아니(?!면)|아닌|아닐|말고)\S*(?:\s?(?:것|거|듯|테)\S*(?:\s?같\S*)?)*[\s,.…~]+"
            r"(?:(?:그럼|그러면|혹시|음+|아마|차라리|오히려)[\s,.…]+)*(?P<word>(?!같)[가-힣A-Za-z]{2,8}?)"
            r"(?:이?요|인가요?|일까요?|이?에요|예요|입니다|이?죠|인데요?|같은데요?|인\s?(?:것|거|듯)\s?\S*)?[?~.!…]*$"
        ),
        (  # 신뢰성? 전문성은 아닌데
            r"^(?:음|아|어|혹시)?\s?(?P<word>[가-힣A-Za-z]{2,8}?)(?:인가요?|일까요?)?[?.…~]+\s*"
            r"[가-힣A-Za-z]{2,10}\s?(?:아니|아닌|아닐)\S*(?:\s?(?:것|거|듯|테)\S*(?:\s?같\S*)?)*[?~.!…]*$"
        ),
        r"^(?:음|아|어|그럼)?\s?(?P<word>[가-힣A-Za-z]{2,8})\s(?:맞지|맞죠|맞나|맞아)요?[?~.,]*(?:\s.*)?$",
        (
            r"^(?P<word>[가-힣A-Za-z]{2,8}?)(?:인데|일텐데|인 것 같은데|같은데)\s?.{0,12}(?:맞춤법|철자|받침|헷갈)"
            r"\S*(?:\s\S+){0,3}$"
        ),
        r"^(?P<word>.{1,20}?)[이가]\s?(?:정답|답)\s?(?:아닌가|아닐까|아니야|아님|맞지|맞죠|인가|같은데)\S*[?~.]*$",
        r"^.{1,20}[\s?.,](?:아니다|아니|아냐)[\s,.]+(?P<word>[가-힣A-Za-z]{2,8})[.~!]*$",
        r"^(?:그|그게|아|음|어)?\s?(?:뭐냐|뭐더라|뭐지|뭐였지|뭐였더라|거시기|있잖아)[\s,.]+.{0,20}?(?P<word>[가-힣A-Za-z]{2,6})[.~!]*$",
    )
)
"""How a word is proposed and not said: 확인이라고 쓰면 되는 건가, 범위요? 아니다 한도."""
SAYS_NOTHING = re.compile(
    "안|못|돼|되|뭐|뭔|뭘|무슨|왜|어떤|어렵|어려|쉽|재밌|힌트|패스|넘[어겨길]|모르|몰라|생각|기억|가물|까먹|잊|떠오|맴도"
)
"""How what is said of one's memory begins: 뭐였더라 안 나와요 proposes no word."""


def cued_at_quiz(heard: Heard) -> Meaning | None:
    """외워야 돼요?, 글 다시 읽고 풀래: said about a quiz or beside it, and never an answer that it would take."""
    if heard.expects is None or heard.expects.command != "answer" or heard.claimed or len(heard.words) > LONGEST:
        return None
    if heard.reading.act is Act.LAUGHTER:
        return Meaning(Go("talk", f"funny {heard.words}"))
    if not _is_tapped(heard):
        return _meaning(_typed_cue(heard) or heard.language.cues.of("quiz", heard.bare), heard)
    name = heard.language.cues.of("quiz", heard.bare)
    if name in ABOUT_PICKING and heard.reading.asks:
        return _meaning(name, heard)
    if named := mentioned(heard.words):  # 잘못 눌렀네 1번인데: it is asked whether that one is meant
        mends = len(named) == 1 and (heard.reading.act is Act.CANCEL or denied(heard.words))
        return Meaning(heard.expects.saying(heard.typed)) if mends else None
    return _meaning(name, heard)


def cued_whole(heard: Heard) -> Meaning | None:
    """What holds no second thing, although it may sound so: 텃밭 가꾸는 것도 직업인가요 at the first question,
    확인이라고 쓰면 되나요 under a typed quiz.
    """
    asked = heard.expects.command if heard.expects else ""
    if len(heard.words) > LONGEST or heard.claimed:
        return None
    name = heard.language.cues.of(_place(heard), heard.bare)
    if asked == "answer" and not _is_tapped(heard) and not name:
        word = _proposed(heard.typed)
        return Meaning(Go("talk", f"this_word {word}")) if word else None
    return _meaning(name, heard) if name in WHOLE else None


def cued(heard: Heard) -> Meaning | None:
    """The same at an open line, at the first question, where nothing is asked, and of a stranger."""
    asked = heard.expects.command if heard.expects else ""
    if asked == "answer" or len(heard.words) > LONGEST or "job" not in heard.vocabulary.latin:
        return None
    if asked == "write" and heard.reading.act in LEAVES_OUT:
        return None  # 쓸 게 없어요 leaves it empty
    if asked == "write" and _is_line(heard):
        first = BREAK.split(heard.words, maxsplit=1)[0]
        begins = replace(heard, words=first, typed=first)
        told = first == heard.words or _is_line(begins)
        return None if told else _meaning(heard.language.cues.of("line", begins.bare), begins)
    return _meaning(heard.language.cues.of(_place(heard), heard.bare), heard)


def _place(heard: Heard) -> str:
    """The table of cues for what is open; "" where none is."""
    if heard.screen is None:
        return "stranger" if "job" in heard.vocabulary.latin else ""
    asked = heard.expects.command if heard.expects else ""
    return "typed" if asked == "answer" and not _is_tapped(heard) else PLACES.get(asked, "")


def _proposed(typed: str) -> str:
    """The word that is proposed as the answer; "" for none."""
    found = next(filter(None, (pattern.match(typed) for pattern in PROPOSED)), None)
    word = found["word"] if found else ""
    return "" if word in NO_WORDS or SAYS_NOTHING.match(word) else word


def _is_line(heard: Heard) -> bool:
    """Whether customers are spoken of, a task is named, or the words are like nothing but lines."""
    others = heard.language.forms.others.search(heard.words) and not ASKS_LEAVE.search(heard.bare)
    if others or heard.bare.endswith(NAMES_A_TASK) or is_audience(heard):
        return True
    return heard.likeness.of(ASKED["write"].own) > LINE_AFTER_ALL


def _days_off(heard: Heard) -> str:
    """담주 수욜부터 금욜까지 출장이라 쉬어야 될 듯: the days that are told whole, as a wish; "" for none."""
    before, until, _ = heard.words.rpartition("까지")
    wish = f"{before}{until} 쉴게요"
    return wish if until and str(when.read(wish, heard.now)).startswith("pause") else ""


def _put_off(heard: Heard) -> str:
    """2시간만 미룰게요 회의 들어가요: a wish to be called after so long, for the usual hour stays; "" for none."""
    found = _PUTS_OFF.search(heard.words)
    wish = f"{found['long']} 뒤에 알려 주세요" if found else ""
    return wish if str(when.read(wish, heard.now)).startswith("once +") else ""


def _typed_cue(heard: Heard) -> str:
    return heard.language.cues.of("typed", heard.bare)


def _is_tapped(heard: Heard) -> bool:
    """Whether the open quiz shows what may be chosen."""
    buttons = heard.screen.buttons if heard.screen else ()
    return sum(button.go.command == "answer" for button in buttons) >= OPTIONS


def _meaning(name: str, heard: Heard) -> Meaning | None:
    expects = heard.expects
    if not name:
        return None
    if name == "rest_later" and (days := _days_off(heard)):
        return Meaning(Go("rest", days))
    if heard.screen is None:
        return Meaning(Go("start", "" if name == "hello" else name))
    if name == "why_not_sent":
        return Meaning(why_not(heard.words))
    if name == "wait" and (later := _put_off(heard)):
        return Meaning(Go("remind", later))
    if expects and name in PASSED:
        return Meaning(expects.saying(LEFT_OUT if name == "skip" else f"{LEFT_OUT} {heard.typed}"))
    if expects and name in OF_THE_QUESTION:
        return Meaning(Go(name, expects.argument))
    return Meaning(GOES.get(name) or Go("talk", f"{name} {heard.words}"))
