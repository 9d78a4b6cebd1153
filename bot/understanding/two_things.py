"""Two things in one message, each of which is asked or wished for: 이거 얼마예요? 그리고 하루에 몇 분 걸려요? Pure."""

import re
from collections.abc import Iterator
from dataclasses import replace

from bot.korean.conjugation import conjugated
from bot.korean.job_clause import job_clause
from bot.korean.oneself import is_person, job_of
from bot.message import Go
from bot.understanding.acts import Act
from bot.understanding.first_questions import asks_job, is_moment, only_a_clock
from bot.understanding.guesses import GUESSES
from bot.understanding.heard import Heard
from bot.understanding.likely import plainly
from bot.understanding.names import Meaning, literal
from bot.understanding.otherwise import SURELY
from bot.understanding.remarks import MINOR

LONGEST = 120  # characters of a message that is looked at
LONGEST_WITH_LINE = 360  # of one that holds a line of the plan
MOST_BREAKS = 4
MOST_ASIDE = 5  # words told behind a question
ASIDE = frozenset({Act.STATEMENT, Act.NONE, Act.SMALL_TALK, Act.UNKNOWN_ANSWER})
ERASES = "forget"  # 기록 싹 지우고 나갈래요 is one wish
CUT = 0.95  # how probable the meaning of the whole has to be, to be no two things
BOTH = "\n"  # between the two commands
LEAVES = frozenset({Act.BYE, Act.THANKS, Act.SKIP, Act.LAUGHTER})
"""What is said behind an answer, and wants nothing."""
POLITE = frozenset({Act.GREETING, Act.THANKS})
ANSWERS = frozenset("talk how-set term explain contents plan progress mine help source why-not-sent".split())
CHANGES = frozenset("remind rest call lighter lessons-again short-lines whole-text less more no-rest".split())
UNSURE = frozenset({"told-of"})  # refused where it names nobody of the ten
ASKED_FOR = frozenset(
    """주 보여주 알려주 가르쳐주 설명하 설명해주 바꾸 바꿔주 보내주 열 열어주 켜 켜주 지우 지워주 적어주 추가하 추가해주
    읽어주 미루 미뤄주 당기 당겨주 줄이 줄여주""".split()
)
"""What is asked for before another thing: 보여주고 …. 금요일 말고 and 가족하고 ask for nothing."""
TOLD_FIRST = frozenset({"trade", "job-told"})
LITTLE = frozenset(
    """fine thanks hello bye praise wait told feels tears what_question back insult laughter no_answer tired busy_today
    sad bored success failure not_a_promise""".split()
)
"""What is said by the way: beside it only the other thing is meant."""
_AND = r"(?:아\s?참\s|아\s)?(?:그리고|그리구|글구|근데|그런데|그럼|또|참)[\s,]+"
_BREAK = re.compile(rf"(?P<sign>[?!.~…]+)\s*(?:{_AND})?(?=[가-힣A-Za-z\d])|\s+{_AND}|(?<=[요까죠나])\s+(?!봐|싶)(?=\S)")
_COMPARES = re.compile("차이|다르|달라|다른|구분|구별")
_CLAUSE = re.compile(r"(?:[요다네죠음임지]|서|니까|거든|데)[.!~…ㅋㅎㅠㅜ\s]*$")  # one by itself, and no 다 맞히면
_PUTS_OFF = re.compile(
    "(?:담|다음|나중|이따|천천히)(?:번)?(?:에|가)?(?:요|여|할게요?|정할게요?|하죠|하자|정하죠|해요|생각할게요?|볼게요?|할래요?)?$"
)
_OF_WRITING = re.compile("적으면|적은|쓰면|쓴 거|고칠|고쳐|바꿀 수|지울 수|설계서|누가 봐|보이나|보여지")
_NAMES_REMINDERS = re.compile(r"(?:알림|알람|푸시)(?!톡|장|판|벨)")
_QUOTES = re.compile("물어|물으|묻|여쭤|라고|말해|말하|문의|질문|톡|전화|문자")
_LINE_IS = re.compile(r"^(?:내|제|저의|나의)\s?(?:일에\s?)?한\s?줄은\s")
FEWEST_LETTERS = 4
TWO = 2
_AND_DO = re.compile(r"(?P<before>.*?)(?P<verb>[가-힣]+)고\s+(?P<rest>.+)")


def two_things(heard: Heard) -> Meaning | None:
    """Both of them, where each half is understood for sure and they mean different things."""
    if len(heard.typed) > LONGEST or heard.remark == MINOR or heard.intent == ERASES or _tells_of_others(heard):
        return None
    if compared := _compared(heard):
        return compared
    for first, second in _halves(heard):
        one = _meant(first, begins=True)
        other = one and (_meant(second) or (_meant(heard) if one.command in TOLD_FIRST else None))
        if one and other is None and _by_the_way(second, one):
            return Meaning(one)  # 융합이요, 그리고 오늘은 이것만 하고 갈게요
        if one and other and not _alike(one, other):
            told = one.command in TOLD_FIRST  # what somebody does is told by grammar, however it sounds
            return None if not told and _is_one(heard, first, second) else _both(one, other)
    return _asked_with_an_aside(heard)


def _is_one(heard: Heard, *halves: Heard) -> bool:
    """Whether the whole has a plain meaning, and neither half plainly another: 레슨만 읽어도 함께한 날로 쳐 주나요."""
    if plainly(heard, CUT) is None:
        return False
    likely = ((half.likeness, half.likeness.best()) for half in halves)
    return all(name == heard.likeness.best() or like.of((name,)) < SURELY for like, name in likely)


def _alike(one: Go, other: Go) -> bool:
    """Whether two halves mean the same: 길게 써야 되나요 한 단어도 돼요?"""
    intents = [go.argument.partition(" ")[0] for go in (one, other)]
    same = one.command in CHANGES or (one.command == "talk" and intents[0] == intents[1])
    return one == other or (one.command == other.command and same)


def _asked_with_an_aside(heard: Heard) -> Meaning | None:
    """융합이 뭐였죠 까먹었네, 다른 예시도 있나요 저는 강사가 아니라서: the question, without what is told behind it."""
    if heard.expects and heard.expects.command not in {"answer", "remind"}:
        return None
    for first, second in _halves(heard):
        aside = second.reading
        told = (
            not (aside.asks or aside.wishes or second.claimed) and aside.act in ASIDE and _CLAUSE.search(second.words)
        )
        if told and first.reading.asks and len(second.words.split()) <= MOST_ASIDE and not first.claimed:
            go = _meant(first)
            return Meaning(go) if go and go.command in ANSWERS | {"start"} else None
    return None


def _compared(heard: Heard) -> Meaning | None:
    """개인화랑 융합이랑 뭐가 달라요: what both terms mean."""
    if not (_COMPARES.search(heard.words) and heard.reading.asks) or heard.claimed:
        return None
    named = [term for term in heard.vocabulary.terms if term in heard.words]
    whole = sorted(
        (one for one in named if not any(one != other and one in other for other in named)), key=heard.words.find
    )
    return _both(*(Go("term", term) for term in whole)) if len(whole) == TWO else None


def _tells_of_others(heard: Heard) -> bool:
    """Whether a line is open that may well hold questions: what is said to others, or what others asked."""
    expects = heard.expects
    if expects is None or expects.command not in {"write", "promise"}:
        return False
    return expects.argument in heard.vocabulary.messages or heard.language.forms.others.search(heard.words) is not None


def _both(one: Go, other: Go) -> Meaning:
    """A stranger's two questions are both answered before the greeting."""
    if one.command == other.command == "start":
        return Meaning(Go("start", f"{one.argument} {other.argument}"))
    changes = [go for go in (one, other) if go.command in CHANGES]
    if changes and "how-set" in (one.command, other.command):
        return Meaning(changes[0])  # 주말에도 와요? 주말은 빼줘요: how it is set then, is told with it
    if other.command == "start":  # who told a job is greeted by that
        other = Go("talk", other.argument)
    return Meaning(Go("both", f"{one}{BOTH}{other}"))


def _halves(heard: Heard) -> Iterator[tuple[Heard, Heard]]:
    """The ways to cut a message in two."""
    typed = " ".join(heard.typed.split())
    for found in [*_BREAK.finditer(typed)][:MOST_BREAKS]:
        end = found.end("sign") if found["sign"] else found.start()
        yield _part(heard, typed[:end]), _part(heard, typed[found.end() :])
    if (done := _AND_DO.fullmatch(typed)) and done["verb"] in ASKED_FOR:
        for form in _please(done["verb"]):
            yield _part(heard, f"{done['before']}{form}"), _part(heard, done["rest"])
    if (asks_job(heard) or heard.screen is None) and (clause := job_clause(typed)):
        at = typed.find(" ", typed.find(clause.noun) + len(clause.noun) + 1)
        yield _part(heard, clause.told), _part(heard, typed[at + 1 :])


def line_and_more(heard: Heard) -> Meaning | None:
    """A line of the plan, and beside it a wish about the reminders, or a question about writing: both."""
    expects = heard.expects
    if expects is None or expects.command != "write" or expects.argument in heard.vocabulary.messages:
        return None
    if len(heard.typed) > LONGEST_WITH_LINE:
        return None
    for first, second in _halves(heard):
        for line, other in ((first, second), (second, first)):
            own = _part(heard, _LINE_IS.sub("", line.typed))
            told = _NAMES_REMINDERS.search(other.words) and (other.reading.wishes or other.reading.act is Act.WISH)
            asked = other is second and _asks_of_writing(other) and not _QUOTES.search(own.words)
            go = _meant(other) if (told or asked) and _is_line(own) else None
            if go and (go.command in CHANGES if told else go.command == "talk"):
                return _both(expects.saying(own.typed), go)
    return None


def _asks_of_writing(part: Heard) -> bool:
    """Whether it is asked what becomes of what is written: 이거 적으면 나중에 고칠 수 있어요?"""
    return part.reading.asks and _OF_WRITING.search(part.words) is not None


def _is_line(part: Heard) -> bool:
    """Whether half a message is told, and so may stand in the plan."""
    reading = part.reading
    wants = reading.asks or reading.wishes or reading.act not in (Act.STATEMENT, Act.NONE)
    return (
        reading.may_be_line
        and not wants
        and len(part.bare) >= FEWEST_LETTERS
        and not _NAMES_REMINDERS.search(part.words)
    )


def _answers_open(part: Heard) -> bool:
    """Whether half a message answers what is open: an option, a moment, an hour."""
    asked = part.expects.command if part.expects else ""
    if part.claimed:
        return True
    wants = part.reading.asks or part.reading.wishes or part.reading.act is Act.DENIAL
    if wants or asked not in {"intend", "hour"}:
        return False
    return only_a_clock(part.words) and part.timely if asked == "hour" else is_moment(part)


def _by_the_way(part: Heard, first: Go) -> bool:
    """Whether what stands behind an answer or a change only takes leave, or puts another question off."""
    if first.command not in CHANGES and not (part.expects and first.command == part.expects.command == "answer"):
        return False
    if part.reading.act in LEAVES or _PUTS_OFF.search(part.bare):
        return True
    go = next((meaning.go for guess in GUESSES if (meaning := guess(part))), None)
    return go is not None and go.argument.partition(" ")[0] in LITTLE - {"what_question"}


def _please(stem: str) -> Iterator[str]:
    """보여주고 asks for 보여줘, 바꾸고 for 바꿔 줘."""
    if stem.endswith("주"):
        yield f"{stem[:-1]}줘"
        return
    yield from (f"{form} 줘" for mark, form in conjugated(stem) if mark == "아")


def _part(heard: Heard, typed: str) -> Heard:
    said = typed.strip(" ,")
    return replace(heard, words=heard.language.colloquial.plain(said), typed=said)


def _meant(part: Heard, *, begins: bool = False) -> Go | None:
    """What half a message means, where it asks, wishes, or, at its beginning, answers what is open."""
    if not part.words:
        return None
    if begins and part.expects and _answers_open(part):
        return part.expects.saying(part.typed)
    if (
        begins
        and (asks_job(part) or part.screen is None)
        and not part.reading.asks
        and part.reading.act not in POLITE
        and (is_person(job_of(part.typed)) or job_clause(f"{part.typed} 지금"))
    ):
        return Go("job-told", part.typed) if part.screen is None else Go("trade", part.typed)
    if not (part.reading.asks or part.reading.wishes or part.reading.act is Act.WISH):
        return None
    go = literal(part.typed, part.screen, part.vocabulary, part.now) or next(
        (meaning.go for guess in GUESSES if (meaning := guess(part)) and meaning.go.command not in UNSURE), None
    )
    if go is None or (go.command in {"talk", "start"} and (not go.argument or go.argument.partition(" ")[0] in LITTLE)):
        return None
    return go if go.command in ANSWERS | CHANGES | {"start"} else None
