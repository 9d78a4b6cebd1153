"""What is told of one of the ten people: 셔츠 손님한테 보냈어요, 답 왔어요: 좋대요, 3번은 빼 줘. Pure.

The sayings are those of `[people]` in locales/ko/sayings/intents.toml; before them stands whom they are about, behind
them what else was said. Whether anybody in the ledger is meant, its handler knows.
"""

import re
from collections.abc import Iterator

from bot.korean.conjugation import parts_of
from bot.korean.list_of_people import is_somebody, people_in
from bot.korean.meant import is_time
from bot.message import Go
from bot.understanding.heard import Heard
from bot.understanding.names import Meaning
from bot.understanding.reading import reading_of
from bot.understanding.workshops import WORKSHOPS

SHOWN = frozenset({"person", "people", "add-person"})
"""Commands of buttons that tell that the ten people are on the screen."""
LONGEST = 300  # characters, of which an answer may be most
MOST_WORDS = 10  # of what names somebody and tells of them
MOST_TELLING = 6  # of those words that tell something; the 에 of a day is one more
BEHIND = frozenset({"sent", "answer", "refused", "why"})
"""What may be followed by more: 답 왔어요: 좋대요, 2번 이유는 손님이 많아서요."""
NAMING = frozenset({"next", "drop", "drop_all", "show", "add", "why", "silent"})
"""What says too little without a name before it, unless the ten people are on the screen."""
ALONE = BEHIND | {"drop", "silent", "next"}
"""What may be told of who is on the screen, without naming them."""
LISTS = frozenset({"sent_to", "unsent", "waiting", "answered", "due"})
"""Questions after some of the ten, and no report: 누구한테 아직 안 보냈지?"""
_COLON = re.compile(r"\s*[:：]\s*|\s*\n\s*|(?<=[요다음함임됨]),?\s+[“\"‘']")
_LISTED = re.compile(r"\S\s+[-–—]\s+\S|\S\s*[,:：]\s*\S")
_ROW = re.compile(r"\S\s+[-–—]\s|\S\s*[:：]\s")  # 학생 손님 - 돈이 없대요 is no answer
_TOPIC = ("은", "는", "면", "냐")  # 이유는 …, and no 이유를 물어봤어요
_HAPPENED = re.compile(r"(?<!기로 )(?<!기로)(?:만났|뵀|뵈었|봤|통화했|전화했|연락했|찾아갔)")
_WHEN = re.compile(r"/person \d+ next")
_PROMISE = re.compile(r"(?P<when>\S.*?(?:에|날|일|,)?)\s(?P<what>\S.{0,60}?)기로\s?(?:했|하셨|약속)\S{1,6}[.!~]*")
PLACE = re.compile(r"\d{1,2}\s?번(?:째)?(?:\s?(?:님|분))?")
_RENAMED = re.compile(  # 7번 이름 은행 과장님으로 바꿔 줘, 3번을 약사님으로 고쳐 줘
    rf"(?:(?P<place>{PLACE.pattern})(?!\s?(?:칸|줄|레슨|문제|보기))(?:의|\s?(?:이름|가림\s?말|별명|호칭))?|(?P<name>\S.{{0,30}}?)(?:의)?\s?(?:가림\s?말|별명|이름))"
    r"(?:은|는|을|를)?\s(?P<alias>\S.{0,40}?)\s?(?:으로|로|이라고|라고)\s?"
    r"(?:(?:바꿔|고쳐|수정해|변경해|적어)(?:\s?(?:줘요?|주세요|줄래요?)|요)?|(?:바꿀|고칠|적을|수정할)(?:래|게)요?)[.!~]*"
)
_BOX = re.compile(r"번(?:째)?\s?칸")  # of the plan
_THEN = re.compile(r"^(?:그리고|그다음에?|다음은|또|그럼|아\s?참|참|아|아\s?맞다)[,\s]+")
_EVEN = re.compile(r"(?<=[가-힣]{2})(?:까지도|까지|[도을를])$")
_BARE = re.compile(r"(?:추가|더하기|넣기|적기)$")  # 손님 추가 할인 is no wish
_HELPS = re.compile(r"주[세시실십]|줘|줄[래게까]|[둬놔뒀놨]|[둘놓]")
_SIGNED = re.compile(r"[-–—:：,(]")
_OF_ORDER = r"(?:\s?(?:줄|분|사람))?"
_SWAPPED = re.compile(  # 2번이랑 3번 순서 바꿔 줘
    rf"(?P<one>\d{{1,2}})\s?번(?:째)?{_OF_ORDER}\s?(?:이랑|랑|하고|과|와|,|·|↔)\s?(?P<other>\d{{1,2}})\s?번(?:째)?{_OF_ORDER}(?:을|를|은|의|이랑|랑)?"
    r"\s?(?:(?:순서|자리|위치|차례)(?:를|을)?\s?)?(?:서로\s?)?(?:맞?바꿔|맞?바꾸|교환)\S*(?:\s?(?:줘요?|주세요|줄래요?))?[.!~]*"
)
_MOVED = re.compile(  # 1번을 3번 뒤로 옮겨 줘, 5번을 맨 위로 올려 줘
    rf"(?P<one>\d{{1,2}})\s?번(?:째)?{_OF_ORDER}(?:을|를|은|는|만)?\s"
    rf"(?:(?P<other>\d{{1,2}})\s?번(?:째)?{_OF_ORDER}\s?(?P<side>뒤|다음|앞|위|아래|밑|자리)?|(?:맨|제일|가장)\s?(?P<end>위|앞|처음|뒤|아래|밑|끝|마지막))"
    r"(?:쪽)?(?:으?로|에)\s?(?:옮겨|옮기|이동|올려|올리|내려|내리|보내\s?줘|놔|둬)\S*(?:\s?(?:줘요?|주세요|줄래요?))?[.!~]*"
)
_BEFORE_IT, _AT_THE_TOP = ("앞", "위"), ("위", "앞", "처음")
_NUMBERED_ROW = re.compile(  # 4번 부동산 실장님, 공실이 세 개래요
    r"\d{1,2}\s?(?:번|[.)])\s+(?P<whom>\S[^,，]{0,38}?)\s?[,，]\s?(?P<why>\S.*)"
)
_ALONE = re.compile(r"(\d{1,2})\s?번(?:째)?(?:이?요)?[.!~]*")
_RUN_ON = re.compile(
    r"(?:(?<=[가-힣])(?:한테|에게|님께)|(?<!\d)\d{1,2}번(?:한테|에게|께|은|을|이)?)(?=[가-힣]{2})(?!째)"
)  # 2번한테보냈어요
_QUOTED = re.compile(  # 관장님이 좋대요
    r"(?P<whom>\S.{0,40}?(?:이|가|은|는|께서|께서는|(?<=[가-힣]님)))\s"
    r"(?P<said>(?![-–—]\s).*(?:[대래재]요?|[다라자]고 (?:하|말씀하)(?:셨|세|십|시네)\S{1,3}))[.!~]*"
)
_SIGN = r"\s*(?:[:：;]|[-=]>|→|—|–|\s-\s|\n|\s(?=[“\"‘']){})\s*(?P<said>\S.*)"
_HEADED = re.compile(  # 5번 답: 전화해 달래요, 김사장님 답 왔어요: …; no 정답: 융합
    r"(?P<whom>(?:\S.{0,40}?)?)(?:^|\s|(?<=[번님의이가은는]))(?:답|답장|답변|대답|회신|답신|답톡)(?:[은는이]|내용[은는]?)?"
    r"\s?(?:옴|왔음|왔어요|왔습니다|왔네요|받음|받았어요|받았습니다|하셨어요|했어요|하심)?" + _SIGN.format(""),
    re.DOTALL,
)
_OF_ONE = re.compile(rf"(?P<whom>{PLACE.pattern})(?:\s?[이가은는])?" + _SIGN.format(r"|\s답(?=\s)"), re.DOTALL)
_DROPS_LAST = re.compile(
    r"(?:(?:아니[요다]?|아|앗|저|참|근데|음|어)[\s,.]+)*(?:방금\s?)?"
    r"(?:(?:그|이|저)\s?(?:분|사람|사장님?|손님|거|건|줄|양반)|방금\s?(?:적은|넣은|쓴)?\s?(?:분|사람|거)|걔|그\s?집)(?:은|는|을|를|도|만)?"
    r"\s?(?:다시\s|그냥\s|도로\s|좀\s)?(?:빼|뺄|지워|지울|지우|삭제|없애|제외)\S*(?:\s?(?:줘요?|주세요|줄래요?))?(?:[\s.,!~ㅠㅜ]+\S.{0,40})?"
)
HEARSAY = re.compile(  # 오래요, 싫다고 하셨어요: 5번: 전화해 달래요
    r"(?:[대래재냬]요?|[다라자냐]고(?:요|\s?(?:함|하심|하[셨세네]\S{1,4}|했\S{1,3}))|[달답랍]니다)[.!~ㅋㅎㅠ]*$"
)
ELSEWHERE = frozenset({"promise", "intend", "trade", "hour", "job", "cue", "call", "reported", "recalled"}) | WORKSHOPS
"""Open questions that take such words themselves."""
_QUOTES = " '\"‘’“”"
_DENIED = re.compile(r"(?:^|\s)(?:안|못|아직)(?:\s|$)")
_IN_LIST = re.compile(
    r"^(?:(?:첫\s?)?(?:고객\s)?(?:열\s?(?:사람|명|분)|10\s?명)|명단|목록|리스트|표|10번\s?칸)(?:에다가?|에도?)\s+(?=\S)"
)
_START = re.compile(r"\S+?(?:(?=에는?\s)|(?=엔\s)|(?=\s|$))|에는?|엔")


def about_people(heard: Heard, *, by_place: bool = False) -> Meaning | None:
    """The report or wish, with whom it names and what is said behind it; `by_place`: only of those on the screen, who
    are named by their place in the list, or not at all.
    """
    if len(heard.typed) > LONGEST:
        return None
    if (some := heard.language.people.of(heard.typed)) in LISTS:
        return Meaning(Go("people", some))
    if renamed := _renamed(heard):
        return renamed
    before, *behind = _COLON.split(_RUN_ON.sub(r"\g<0> ", heard.typed), maxsplit=1)
    asks = (heard.reading if before == heard.words else reading_of(before, heard.language.forms)).asks
    if by_place and not asks and (promise := _promised(heard)):
        return promise
    for whom, told, rest in cuts(before, behind[0] if behind else ""):
        verb = heard.language.people.of(told)
        if not _tells(heard, verb, whom, told, rest, apart=bool(behind)):
            continue
        if by_place and not (PLACE.search(whom) or (not whom and verb in ALONE)):
            continue
        if verb == "add_any" and not asks:
            return Meaning(Go("told-of", f"add {whom}") if whom else Go("add-person"))
        if asks:
            return Meaning(Go("told-of", f"show {whom}")) if whom and verb != "add" else None  # how it is, is shown
        if whom or by_place or verb not in NAMING:
            if verb == "add":
                return Meaning(Go("told-of", f"add {_as_listed(whom, rest)}"))
            return Meaning(Go("told-of", f"{verb} {whom}\n{rest}".rstrip()))
    if asks:
        return None
    return _listed(heard) if by_place else _quoted(heard)


def lists_one(words: str) -> bool:
    """꽃집 사장님 - 카드 문구: a row as one is listed, if it begins with somebody."""
    return len(words) <= LONGEST and _ROW.search(words) is not None and len(people_in(words)) == 1


def next_row(words: str) -> str:
    """4번 부동산 실장님, 공실이 세 개래요, as a row of a list; "" for what is none."""
    found = _NUMBERED_ROW.fullmatch(words)
    return f"{found['whom']} - {found['why']}" if found and is_somebody(found["whom"]) else ""


def by_number(heard: Heard) -> Meaning | None:
    """9번, where rows or boxes are on the screen with their numbers: not each of them has a button."""
    place = _ALONE.fullmatch(heard.words) if heard.screen and not heard.expects else None
    if place is None or heard.screen is None:
        return None
    shown = [button.go for button in heard.screen.buttons]
    if any(go.command == "person" for go in shown):
        return Meaning(Go("told-of", f"show {place[1]}번"))
    boxes = sum(go.command == "plan" and go.argument.isdecimal() for go in shown)
    return Meaning(Go("plan", place[1])) if boxes > 1 else None  # a list; one alone is the way on


def headed(heard: Heard) -> Meaning | None:
    """5번 답: 전화 주세요: somebody's answer, whatever the words behind the colon are. Under a quiz a number is a place
    of it, and a line may begin with a name.
    """
    asked = heard.expects.command if heard.expects else ""
    if heard.screen is None or asked in ELSEWHERE or len(heard.typed) > LONGEST:
        return None
    answer = _HEADED.fullmatch(heard.typed)
    found = answer or _OF_ONE.fullmatch(heard.typed)
    if found is None:
        return None
    whom, said = found["whom"].strip(), found["said"].strip(_QUOTES)
    numbered = PLACE.fullmatch(whom) is not None
    hearsay = HEARSAY.search(said) and not _is_own_wish(said)  # 3번 답 적을래요
    if asked == ("answer" if numbered else "write") or not ((answer and whom) or hearsay):
        return None
    return Meaning(Go("told-of", f"{'answered' if numbered else 'answer'} {whom}\n{said}"))


def drops_the_last(heard: Heard) -> Meaning | None:
    """아 그분은 빼줘요 폐업하셨대, right after somebody was added: their row is taken out, and that is no reason."""
    if heard.screen is None or not _DROPS_LAST.fullmatch(heard.typed):
        return None
    expects = heard.expects
    if expects and expects.command == "person" and expects.argument.endswith((" why", " next")):
        return Meaning(Go("person", f"{expects.argument.partition(' ')[0]} drop"))
    shown = {button.go for button in heard.screen.buttons}
    added = expects is None and Go("undo") in shown and any(go.command in SHOWN for go in shown)
    return Meaning(Go("undo")) if added else None


def renames(heard: Heard) -> Meaning | None:
    """3번 010-0000-0000 김영숙 사장님으로 바꿔: one of the ten, whom 님 tells from a line."""
    found = _RENAMED.fullmatch(heard.typed) if heard.screen and not heard.expects else None
    somebody = found is not None and found["place"] and found["alias"].endswith(("님", "씨"))
    return _renamed(heard) if somebody else None


def reorders(heard: Heard) -> Meaning | None:
    """2번이랑 3번 순서 바꿔 줘, 1번을 3번 뒤로 옮겨 줘: rows of the ten change places, where no question is open."""
    if heard.screen is None or heard.expects:
        return None
    if swapped := _SWAPPED.fullmatch(heard.typed):
        return Meaning(Go("order-people", f"swap {swapped['one']} {swapped['other']}"))
    moved = _MOVED.fullmatch(heard.typed)
    if moved is None:
        return None
    if moved["end"]:
        return Meaning(Go("order-people", f"{'top' if moved['end'] in _AT_THE_TOP else 'end'} {moved['one']}"))
    side = "before" if moved["side"] in _BEFORE_IT else "at" if moved["side"] in (None, "자리") else "behind"
    return Meaning(Go("order-people", f"{side} {moved['one']} {moved['other']}"))


def _as_listed(whom: str, why: str) -> str:
    """그리고 새댁 언니네도, with why them behind the wish, as a row of a list."""
    somebody = _EVEN.sub("", _THEN.sub("", _IN_LIST.sub("", whom)))
    return " - ".join(filter(None, (somebody, why.lstrip(" -–—:：,"))))


def _renamed(heard: Heard) -> Meaning | None:
    """7번 이름 은행 과장님으로 바꿔 줘: another nickname for a row; with a day it is when to speak again."""
    found = _RENAMED.fullmatch(heard.typed)
    if found is None or is_time(found["alias"]):
        return None
    return Meaning(Go("told-of", f"alias {found['place'] or found['name']}\n{found['alias']}"))


def _tells(heard: Heard, verb: str, whom: str, told: str, rest: str, *, apart: bool) -> bool:
    """Whether a cut of the words is a report at all; `apart` that a colon parts the rest from it."""
    if verb not in heard.language.people.order or verb in LISTS:
        return False
    if rest and verb not in BEHIND and not (verb == "add" and _adds_with_why(whom, told, rest, apart=apart)):
        return False
    if verb == "why" and rest and not (apart or told.endswith(_TOPIC)):
        return False
    if verb == "show" and _BOX.search(heard.words):
        return False
    timely = (verb == "next" and _HAPPENED.search(told)) or (verb == "show" and is_time(whom))
    return not (timely or _DENIED.search(whom))


def _adds_with_why(whom: str, told: str, rest: str, *, apart: bool) -> bool:
    """새댁 언니네 추가해 줘 - 봄 이사: somebody to be added, and why them behind the wish."""
    if _HELPS.match(rest):
        return False  # 넣어, and 주세요 behind it
    parted = apart or _SIGNED.match(rest) or not _BARE.search(told)
    return bool(parted) and is_somebody(_as_listed(whom, ""))


def _listed(heard: Heard) -> Meaning | None:
    """경로당 총무님 - 어르신을 많이 아세요, where the ten are shown: asked about, as a pasted list is; right after
    others were added it goes on with them.
    """
    shows = heard.reading.contact if heard.expects else _LISTED.search(heard.typed)
    is_one = shows and len(people_in(heard.typed)) == 1 and about_people(heard) is None
    goes_on = heard.screen and {Go("undo"), Go("add-person")} <= {button.go for button in heard.screen.buttons}
    return Meaning(Go("add-person" if goes_on else "offer-people", heard.typed)) if is_one else None


def _quoted(heard: Heard) -> Meaning | None:
    """관장님이 좋대요; 3번은 안 보낼래요 is what the speaker wants."""
    found = _QUOTED.fullmatch(heard.typed)
    if found is None or _is_own_wish(found["said"]) or _ROW.search(found["whom"]):
        return None
    return Meaning(Go("told-of", f"answer {found['whom']}\n{found['said']}"))


def _is_own_wish(said: str) -> bool:
    """안 보낼래요, whose 래 follows a ㄹ, unlike that of 이래요."""
    stem = re.search(r"([가-힣])래요?$", said.rstrip(".!~ "))
    return stem is not None and parts_of(stem[1])[2] == "ㄹ" and stem[1] != "달"  # 전화해 달래요


def _promised(heard: Heard) -> Meaning | None:
    """금요일, 금요일에 초안 보여 주기로 했어요: where a button asks when to speak again to somebody."""
    if PLACE.search(heard.words):
        return None  # 4번 내일 다시 is about another row
    buttons = heard.screen.buttons if heard.screen else ()
    asked = {button.go for button in buttons if _WHEN.fullmatch(str(button.go))}
    if len(asked) != 1:
        return None
    found = _PROMISE.fullmatch(heard.words)
    when, what = (found["when"], f"{found['what']}기") if found else (heard.words, "")
    when = when.strip(" .!~")
    return Meaning(asked.pop().saying(f"{when}\n{what}".rstrip())) if is_time(when) else None


def cuts(before: str, behind: str) -> Iterator[tuple[str, str, str]]:
    """Whom, what is told of them, and the rest, in every way in which the words may be cut: first those without a rest,
    then the shortest telling.

    화요일에 is cut before its 에 as well.
    """
    starts = [found.start() for found in _START.finditer(before)]
    if len(starts) > MOST_WORDS:
        return
    ends = [len(before), *([] if behind else [start for start in starts if before[start - 1 : start] == " "])]
    for end in ends:
        for start in [start for start in starts if start < end][-MOST_TELLING:]:
            yield before[:start].strip(), before[start:end].strip(" ,"), behind or before[end:].strip()
