"""What is said of one's own lines: which of them is looked for or rewritten, and what was decided. Pure.

The sayings are those of `[lines]` and `[decisions]` in locales/ko/sayings/intents.toml.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from bot.korean.decided import decided
from bot.korean.meant import is_time
from bot.korean.quantities import names_amount
from bot.message import Go
from bot.understanding.acts import Act
from bot.understanding.heard import Heard
from bot.understanding.names import Meaning, timely

LONGEST = 60  # characters of a saying that looks for a line
MOST_WORDS = 10  # of it
MOST_WANTED = 2  # words that are looked for
LOOKS = re.compile(
    r"^내\s?글|찾|검색|어디|어딨|뭐라|보여|보고\s?싶|볼래|적었|썼|적은|들어간|들어\s?있|나오는|중에|에서"
)
TO_WRITE = re.compile(r"(?:써|적어)야|(?:쓰|적으)면|(?:쓸|적을)지")  # 뭐라고 써야 될지 모르겠어요 looks for no line
NOBODY = re.compile(
    r"(?:나|내|제|저|내가|제가|글|거|것|걸|줄|말|다|좀|전에|지금까지|여태까지?|이제까지|그동안|설계서|계획|계획서|기록|메모|노트|여기|어디|오늘|지금)[은는이가을를도에]?"
)
MOST_NAMING = 4  # words that name a slot
PEN = "고칠래"  # what a slot is named with, to be rewritten
FIND, SHOW, DATED = "find", "show_line", "later"  # what looks for a line, shows one, follows the day of a decision
NAMING = frozenset({"edit_line", "change_promise"})
"""Intents of who names a slot to be rewritten; 약속 is one of them, and may be more than the slot."""
BOX = re.compile(r"\d\s?번(?:째)?\s?칸")
QUOTES = " '\"‘’“”「」"
_TO_US = r"(?:줘요?|주세요|주라|줄래요?|놔\s?줘요?|둬\s?줘요?)"
_WISH = (
    rf"(?:다시\s?)?(?:(?:바꿔|고쳐|수정해|변경해|적어|써|올려|내려|낮춰|높여|줄여|늘려)\s?{_TO_US}|(?:바꿔|고쳐|수정해|변경해)(?:요|라)?"
    r"|(?:바꾸|고치|수정하|변경하)(?:자|기)|(?:바꿀|고칠|적을|쓸|수정할|변경할|올릴|내릴|낮출|높일|줄일|늘릴)(?:래|게)요?)"
)
_ANEW = re.compile(  # …으로 바꿔 줘, …라고 고칠게요; …으로 할게요
    rf"(?P<line>\S+\s.*?\S)\s?(?:으로|로|이라고|라고)\s?(?:(?P<wish>{_WISH})|(?:할|정할|갈)(?:래|게)요?|(?:정했|했)어요?)[.!~]*"
    r"(?:\s(?P<more>(?:부가세|세금|배송비|재료비|출장비)\s?(?:는\s)?(?:별도|포함|빼고)\S{0,3}))?"
)
_ANEW_ALONE = re.compile(r"(?P<line>\S+\s.*?\S)\s?(?:으로|로)[.!~]*")  # 가격 7만 원으로, which names an amount
_FORMER = re.compile(
    r"^(?:적은|쓴|적어\s?둔|써\s?둔|있는)\s?(?:거|것|걸|값|가격)(?:을|를|은)?\s+|^.*?(?:이?라고)\s?(?:했|썼|적었|적혀|돼|되어)\S*(?:는데|지만|던\s?(?:거|걸|것을?))\s+"
)
"""What stands there so far, told before what it shall be: 3만원이라고 했는데 2만 5천원."""
_NOW = re.compile(  # 가격: 6만 원, 가격은 이제 6만 원이에요
    r"(?P<name>[^:=]{1,20}?)\s?(?:(?P<sign>[:=])|[은는]\s(?:이제\s|그냥\s)?)\s?(?P<line>\S.*?)(?:이에요|예요|입니다)?[.!~]*"
)
_LAST = (
    r"(?:아니(?:요|야)?[,.]?\s|아\s|앗\s)?(?:방금|아까|금방|좀\s?전에|조금\s?전에)(?:에)?\s?(?:제가\s|내가\s)?"
    r"(?:쓴|적은|보낸|한|썼던|적었던|보냈던)?\s?(?:거|것|건|걸|줄|글|말|문장)"
)
_NOT_THE_LAST = re.compile(  # 방금 거 말고 …로 바꿔 줘, 방금 적은 줄 …로 고칠래
    rf"{_LAST}(?:은|는|을|를)?(?:\s?(?:말고|대신(?:에)?))?[,.]?\s(?P<line>\S.*?)"
    rf"\s?(?:으로|로|이라고|라고)\s?(?:{_WISH}|해\s?{_TO_US}|할(?:래|게)요?)[.!~]*",
    re.DOTALL,
)
_EARLIER = re.compile(  # before the name of a slot: 아까 적은 가격 15만 원으로
    r"(?:아\s|앗\s)?(?:방금|아까|금방|전에|저번에|지난번에|어제|그제)\s?(?:제가\s|내가\s)?(?:적은|쓴|적었던|썼던|정한)\s"
)
_THE_LAST = re.compile(rf"{_LAST}(?:은|는|을|를|도|만)?\s?(?:좀\s|다시\s)?(?:{_WISH}|다시\s?(?:쓸|적을)래요?)[.!~]*")
_AMENDED = re.compile(  # 약속에서 이틀을 사흘로 바꿔 줘, 이틀 말고 사흘로 고쳐 줘
    rf"(?:아\s|앗\s|거기서?\s)?(?:(?P<where>\S{{1,12}}(?:\s\S{{1,8}})?)에서\s)?"
    rf"(?P<old>\S(?:.{{0,58}}?\S)?)(?:(?:을|를|은|는|\s?말고|\s?대신)\s|\s?(?:→|->)\s?)(?P<new>\S(?:.{{0,58}}?\S)?)\s?(?:으로|로)\s?{_WISH}[.!~]*"
)
_OF_REMINDERS = re.compile(r"알림|알람|레슨|(?:\d|[한두세네섯곱덟홉열])\s?시(?![간험])")
_NAMES_REMINDERS = re.compile(r"알림|알람|레슨")
_QUOTED = re.compile(r"“([^”]*)”")
_FRAMED = re.compile(  # 아까 적은 거 말고 이걸로 바꿔 줘: …
    rf"(?:[^:\n]{{0,30}}\s)?(?:(?:새로|다시)\s?(?:쓸|적을|보낼|할)(?:게|께|래)요?|(?:이걸|이거|요걸|이|요|아래|다음)(?:으?로|렇게|처럼)\s?(?:좀\s)?{_WISH})\s*(?:[:：]|\n|\.\s)\s*(?P<line>\S.*)",
    re.DOTALL,
)
FEWEST_TOLD = 3  # words of one that tells a decision with its reason: 가겨 고칠래 is none
LONGEST_TOLD = 300  # characters of one that tells a decision: a line takes as many
ABOUT_TIMES = frozenset({"remind", "rest"})
"""Open questions that no wish about a line answers."""
TOLD = frozenset({Act.STATEMENT, Act.NONE, Act.REFUSAL})
"""Acts that may tell a decision."""
ABOUT_CHOICES = frozenset({"write"})
"""Open questions under which a decision may be told; a quiz may be about one."""


SHOWN_SO = frozenset({"short_lines", "whole_text"})
"""What is wished of how things are shown."""

ALL_OF_IT = re.compile(
    "(?:전부|전체|통째|다|싹|모두|죄다|몽땅|쭉|쫙|좀|다시|한번|한눈에|보여[주줘]|보고|열어[주줘])+(?:로|를|을|요|세요|싶은데|싶어요|싶다)?"
)
"""설계서 통째로 보고 싶은데, 기록 보여 줘: no word that a line could hold."""


def looks_for_a_line(heard: Heard) -> Meaning | None:
    """내가 쓴 글에서 가격 찾아 줘, 예약이라고 적은 거 어디 있지: the lines that hold the word."""
    words = heard.words.strip(" .?!~")
    if len(words) > LONGEST or not LOOKS.search(words) or heard.intent or TO_WRITE.search(words):
        return None
    if heard.likeness.best() in SHOWN_SO:
        return None  # 글을 좀 잘게 쪼개서 보여주실래요
    found = (wanted for wanted, rest in _cuts(words) if heard.language.lines.of(rest) == FIND)
    wanted = min(found, key=len, default="")
    return Meaning(Go("find", wanted)) if wanted and not ALL_OF_IT.fullmatch(wanted.replace(" ", "")) else None


def decides(heard: Heard) -> Meaning | None:
    """그만하기로 했어요, 계속 갈래요: its handler knows whether a decision can be meant."""
    if heard.expects and heard.expects.command not in ABOUT_CHOICES:
        return None
    kind = DATED if _names_its_day(heard) else heard.language.decisions.of_saying(heard.saying)
    told = kind in heard.language.decisions.order and (kind != DATED or _names_its_day(heard))
    return Meaning(Go("decided", f"{kind} {heard.typed}")) if told else None


def completes(heard: Heard) -> Meaning | None:
    """삼만 원, 12월 20일까지 세 명, 없으면 접어요: perhaps what a line on the screen lacks; its handler knows."""
    shown = heard.screen is not None and any(button.go.command == "line" for button in heard.screen.buttons)
    if heard.expects or not shown or heard.reading.asks or len(heard.typed) > LONGEST_TOLD:
        return None
    tells = heard.reading.act in TOLD or names_amount(heard.typed)
    return Meaning(Go("complete", heard.typed)) if tells else None


def rewrites_the_last(heard: Heard) -> Meaning | None:
    """방금 거 고칠래, 방금 거 말고 …로 바꿔 줘: the line that the screen has just told of."""
    if heard.screen is None or heard.expects or len(heard.typed) > LONGEST_TOLD:
        return None
    shown = [button.go.argument for button in heard.screen.buttons if button.go.command == "line"]
    if len(shown) != 1:
        return None
    if found := _NOT_THE_LAST.fullmatch(heard.typed):
        return Meaning(Go("write", f"{shown[0]} {found['line'].strip(QUOTES)}"))
    return Meaning(Go("line", shown[0])) if _THE_LAST.fullmatch(heard.typed) else None


def amends(heard: Heard) -> Meaning | None:
    """이틀을 사흘로 바꿔 줘: words of a line in place of others; whether it holds them its handler knows."""
    found = _AMENDED.fullmatch(heard.typed) if not heard.expects and len(heard.typed) <= LONGEST_TOLD else None
    if found is None or heard.screen is None:
        return None
    named = heard.language.intents.of(f"{found['old']} {PEN}") in NAMING  # 가격을 6만 원으로: all of the line
    told_now = any(found["old"] in line for bubble in heard.screen.bubbles for line in _QUOTED.findall(bubble))
    of_reminders = _NAMES_REMINDERS if told_now else _OF_REMINDERS  # 6시를 5시로, right after a line with its 6시
    if not found["where"] and (named or of_reminders.search(f"{found['old']} {found['new']}")):
        return None
    return Meaning(Go("amend", "\n".join((found["where"] or "", found["old"], found["new"]))))


def _names_its_day(heard: Heard) -> bool:
    """12월 20일에 정할래요: nothing but a day, and that it will be decided then."""
    if len(heard.words) > LONGEST or heard.reading.asks:
        return False
    cuts = [found.start() for found in re.finditer(r"(?<=\s)\S", heard.words)]
    return any(
        heard.language.decisions.of(heard.words[cut:]) == DATED and is_time(heard.words[:cut].rstrip()) for cut in cuts
    )


def tells_a_decision(heard: Heard) -> Meaning | None:
    """두 분 다 필요 없대서 접기로 했어요, where no question is open."""
    words = heard.words
    if heard.expects or len(words.split()) < FEWEST_TOLD or len(words) > LONGEST_TOLD or "\n" in words:
        return None
    kind = decided(words) if heard.reading.act in TOLD else None
    return Meaning(Go("decided", f"{kind} {heard.typed}")) if kind else None


def rewrites(heard: Heard) -> Meaning | None:
    """가격을 12만 원으로 바꿔 줘: the slot, and what shall stand in it; what is only told is asked about. 가격 적기
    names a slot alone.
    """
    line = heard.expects if heard.expects and heard.expects.command == "write" else None
    aside = heard.expects is None or heard.expects.command in ABOUT_TIMES
    if not (line or aside) or len(heard.typed) > LONGEST_TOLD:
        return None
    if line and (framed := _FRAMED.fullmatch(heard.typed)):
        return Meaning(Go("write", f"{line.argument} {framed['line'].strip(QUOTES)}"))
    if line and (instead := _NOT_THE_LAST.fullmatch(heard.typed)):
        return Meaning(Go("file", f"{line.argument} {instead['line'].strip(QUOTES)}"))
    earlier = _EARLIER.match(heard.typed)
    if line and earlier and (anew := _anew(heard.typed[earlier.end() :], heard)):
        return anew
    wish = heard.language.lines.of_saying(heard.saying)
    if wish == SHOW or (wish in heard.language.lines.order and wish != FIND and not heard.reading.asks):
        may_be_line = line and not BOX.search(heard.words)
        return Meaning(
            Go("file", f"{line.argument} {heard.typed}")
            if line and may_be_line
            else Go("talk", f"{wish} {heard.words}")
        )
    if line or heard.reading.asks:
        return None
    return _anew(heard.typed[earlier.end() :] if earlier else heard.typed, heard) or _stands_now(heard)


def _stands_now(heard: Heard) -> Meaning | None:
    """가격: 6만 원, 가격은 이제 6만 원이에요: the slot and what it holds, which is only told."""
    found = _NOW.fullmatch(heard.typed)
    if found is None or not (found["sign"] or names_amount(found["line"])):
        return None
    named = heard.language.intents.of(f"{found['name']} {PEN}") == "edit_line"
    return Meaning(Go("rewrite", f"ask {found['name']}\n{found['line']}")) if named else None


def _anew(typed: str, heard: Heard) -> Meaning | None:
    """가격을 12만 원으로 바꿔 줘: by the longest name of a slot at its head."""
    found = _ANEW.fullmatch(typed) or _ANEW_ALONE.fullmatch(typed)
    if found is None or (found.re is _ANEW_ALONE and not names_amount(typed)):
        return None
    told = found.groupdict()
    tokens = list(re.finditer(r"\S+", found["line"]))[: MOST_NAMING + 1]
    for last, value in reversed([*pairwise(tokens)]):
        name, text = found["line"][: last.end()], _FORMER.sub("", found["line"][value.start() :]).strip(QUOTES)
        text = f"{text}, {told['more']}" if told.get("more") else text
        intent = heard.language.intents.of(f"{name} {PEN}")
        if text and intent in NAMING and (intent != "change_promise" or not timely(text, heard.now)):
            return Meaning(Go("rewrite", f"{'sure' if told.get('wish') else 'ask'} {name}\n{text}"))
    return None


def _cuts(words: str) -> Iterator[tuple[str, str]]:
    """What may be looked for, and the words around it, in every way in which they may be cut."""
    tokens = list(re.finditer(r"\S+", words))
    if not 1 < len(tokens) <= MOST_WORDS:
        return
    for first, token in enumerate(tokens):
        for last in tokens[first : first + MOST_WANTED]:
            for end in range(last.start() + 1, last.end() + 1):
                wanted = words[token.start() : end]
                if not all(map(NOBODY.fullmatch, wanted.split())):
                    yield wanted, f"{words[: token.start()]} {words[end:]}"


_DICTATES = re.compile(
    r"(?:아|음|그럼|저기)?\s?(?:이거|이걸|이대로|그대로|아래|다음)?\s?(?:그대로\s?)?(?:좀\s)?(?:적어|써|저장해|넣어|담아)\s?"
    r"(?:주세요|줘요?|주실래요|둬요?|두세요)\s?[:：]\s*(?P<line>\S.*)",
    re.DOTALL,
)


def dictated(heard: Heard) -> Meaning | None:
    """이대로 적어 주세요: 쉬는 날엔 답 안 해요, where a line is open: what stands behind the colon."""
    found = _DICTATES.match(heard.typed) if heard.expects and heard.expects.command == "write" else None
    return Meaning(heard.expects.saying(found["line"])) if found and heard.expects else None
