"""Reading when a learner wants to hear from us: `read` turns Korean words into a Rhythm, and never guesses.

What is ambiguous comes back as Unclear with choices, what cannot be as Invalid, what says nothing of time as Unknown.
The words are in words.py, their order in grammar.py; clocks, dates and repeats read them; changes and schedule decide.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from datetime import datetime

from bot.korean.hangul import from_latin_keys
from bot.korean.spoken import picked
from bot.korean.time import changes, offers, schedule, seasons
from bot.korean.time.left_out import wish_of
from bot.korean.time.mentions import Mentions, sorted_out
from bot.korean.time.scan import Scan, Token, mended, said_last, scan, spelled
from bot.korean.time.sums import summed
from bot.korean.time.told import tells, tells_routine
from bot.rhythm import Invalid, Repeat, Rhythm, Unclear, Unknown, load

__all__ = ["Rhythm", "load", "picked", "read"]


def read(text: str, now: datetime) -> Rhythm:
    """What the text asks for; a text too long for an answer asks nothing. `now` is aware, in the learner's zone.

    Never raises.
    """
    plain, _, sure = wish_of(summed(said_last(spelled(text))))
    whole = scan(plain)
    for attempt, cut in _attempts(text, plain, whole):
        if not cut.left:
            rhythm = decide(cut.tokens, now)
            if not isinstance(rhythm, Unknown):
                return rhythm if sure and not (tells(attempt) or tells_routine(attempt)) else _doubted(rhythm)
    if {token.kind for token in whole.tokens} <= {"number", "count", "verb", "vague", "season"}:
        return Unknown()
    return _doubted(decide(whole.tokens, now))


def names_days(text: str) -> bool:
    """Whether the text names days or how long: 3일, 금요일까지, 한 며칠; a wish to rest alone says neither.

    A number in words of another sense is none: 회사 일이 많아서.
    """
    cut = scan(spelled(text))
    kinds = {token.kind for token in cut.tokens if token.kind != "vague" or token.marks or _FEW.search(text)}
    return bool(kinds - NO_DAYS - ({"day number"} if cut.left else set()))


def tells_why(text: str) -> bool:
    """Whether the text names an hour and tells why, or which days it leaves out: 월요일은 못 해요 저녁 9시로."""
    plain, told, _ = wish_of(spelled(text))
    return told and not tells_routine(plain)


def alternatives(text: str, now: datetime) -> Unclear | None:
    """The hours that are told as alternatives, to choose from: 저녁 7시 반 아니면 8시; None for any other text."""
    return offers.either(sorted_out(scan(said_last(spelled(text))).tokens, now))


def each_of_days(text: str, now: datetime) -> tuple[Repeat, ...]:
    """The rhythms of a text that tells an hour for some days and another for others: 월수는 아침 7시 금요일은 저녁 9시;
    none of any other text.
    """
    tokens = scan(said_last(spelled(text))).tokens
    clocks = [at for at, token in enumerate(tokens) if token.kind == "clock"]
    cut = next((at for at, token in enumerate(tokens) if token.kind == "week" and clocks and at > clocks[0]), 0)
    if not cut or cut > clocks[-1] or not any(token.kind == "week" for token in tokens[: clocks[0]]):
        return ()
    told = (decide(part, now) for part in (tokens[:cut], tokens[cut:]))
    found = [one.choices[0] if isinstance(one, Unclear) and one.choices else one for one in told]
    return (
        tuple(one for one in found if isinstance(one, Repeat)) if all(isinstance(one, Repeat) for one in found) else ()
    )


def nth_week(text: str, now: datetime) -> tuple[Repeat, ...]:
    """What can be offered for a week of every month: 매달 둘째 주 화요일 저녁 7시; nothing for any other text."""
    if "째" not in text and "마지막" not in text and "첫" not in text:
        return ()
    return offers.nth_week(sorted_out(scan(said_last(spelled(text))).tokens, now))


def hours_denied(text: str) -> Collection[int]:
    """The hours that are said not to fit, where no other time is named: 아침은 바빠서 안 돼요, 8시는 너무 일러."""
    if len(text) > LONGEST_DENIAL:
        return ()
    if found := _PART_DENIED.search(text):
        return PARTS_DENIED[found["part"]]
    found = _HOUR_DENIED.match(text) if "시" in text else None
    if found is None:
        return ()
    hour = int(found["hour"]) if found["hour"].isdecimal() else _COUNTED.index(found["hour"]) + 1
    part = PARTS_DENIED.get(found["part"] or "")
    hours = [one for one in (hour, hour + 12) if one < A_DAY and (part is None or one in part)]
    if _TOO_LATE.search(found["why"]):
        return range(hours[-1] if hours else hour, A_DAY)
    return range(hours[0] + 1) if hours and _TOO_EARLY.search(found["why"]) else tuple(hours)


def taken_out(text: str, now: datetime) -> frozenset[int]:
    """The days of the week that are to give way to the others: 토요일 말고 일요일 takes out 5. None behind 만, which
    leaves nothing else.
    """
    repeats = sorted_out(scan(said_last(spelled(text))).tokens, now).repeats
    return frozenset() if "only" in repeats.marks else repeats.out


def _attempts(text: str, plain: str, whole: Scan) -> Iterator[tuple[str, Scan]]:
    """The text as it stands, typed with the keyboard in the other language, and with slips put right; each once."""
    yield plain, whole
    cuts = {plain: whole}
    if any("a" <= letter <= "z" for letter in plain):
        for typed in (text, text.lower()):
            attempt = said_last(spelled(from_latin_keys(typed)))
            if attempt not in cuts:
                cuts[attempt] = scan(attempt)
                yield attempt, cuts[attempt]
    for attempt, cut in [*cuts.items()]:
        meant = mended(attempt, cut.left)
        if meant not in cuts:
            cuts[meant] = scan(meant)
            yield meant, cuts[meant]


def _doubted(rhythm: Rhythm) -> Rhythm:
    """The same, to be confirmed first: it was no wish, or more was said than we understood."""
    return rhythm if isinstance(rhythm, Unclear | Invalid | Unknown) else Unclear((rhythm,))


def decide(tokens: Sequence[Token], now: datetime) -> Rhythm:
    said = sorted_out(tokens, now)
    return next((answer for rule in RULES if (answer := rule(said)) is not None), Unknown())


def _incomplete(said: Mentions) -> Rhythm | None:
    """Time was spoken of, but not enough of it: 월요일, 다음 주, 30분."""
    counted = [token for token in said.tokens if token.kind == "count" and len(token.numbers) == 1]
    return Unclear() if len(said.tokens) > len(counted) + len(said.verbs) else None


def other_half(text: str) -> str:
    """The hour that is named without its half of the day, with the half that is not denied:
    8시면 좋은데 아침은 아니에요 names 오후 8시; "" for none.
    """
    named, denied = _HOUR_ALONE.findall(text), _HALF_DENIED.search(text)
    if denied is None or len(named) != 1 or len(text) > LONGEST_DENIAL:
        return ""
    half = "오후" if PARTS_DENIED[denied["part"]][0] < NOON - 1 else "오전"
    return f"{half} {named[0]}"


A_DAY = 24  # hours
NOON = 12
LONGEST_DENIAL = 60  # characters
PARTS_DENIED = {
    **dict.fromkeys(("아침", "오전"), range(12)),
    "새벽": range(7),
    **dict.fromkeys(("점심", "낮"), range(11, 17)),
    "오후": range(12, 24),
    **dict.fromkeys(("저녁", "밤"), range(17, 24)),
}
_CANNOT = (
    r"(?:안\s?[돼되됩]|힘[들드]|바[쁘빠쁩]|어[렵려]|못\s?[봐보하해일자들챙]|무리|별로|싫|불가|정신\s?없|말고|빼고|제외"
    r"|피곤|졸[려리]|곤란|빡[세센]|아니[에요라고야])"
)
_PART_DENIED = re.compile(
    rf"(?P<part>{'|'.join(PARTS_DENIED)})(?:\s?시간|\s?때)?(?:(?:은|는|엔|에는)\s|(?=\s?(?:말고|빼고|제외)))(?!.*(?:{'|'.join(PARTS_DENIED)}|\d|시\b|괜찮|좋))"
    rf".{{0,25}}?{_CANNOT}[가-힣]{{0,5}}(?:[.!~ㅠㅜ,\s]+(?:(?!보내|주말|평일|요일|매일|바[꿔꾸]|[줘주]|받을|빼)[^.\n]){{1,20}})?[.!~ㅠㅜ\s]*$"
)
_COUNTED = "한 두 세 네 다섯 여섯 일곱 여덟 아홉 열 열한 열두".split()
_HOUR_DENIED = re.compile(
    rf"(?:(?:음|아|근데|저는|전|매일|평일|평일에|주말에)\s)*(?:(?P<part>{'|'.join(PARTS_DENIED)})\s?)?"
    rf"(?P<hour>1?\d|2[0-3]|{'|'.join(reversed(_COUNTED))})\s?시(?:\s?반)?(?:은|는|엔|에는|까지는)\s?"
    r"(?:(?:[가-힣]{1,6}\s){0,2}[가-힣]{1,8}(?:라서?|서|니까|느라)\s)?(?:[가-힣]{1,6}[을를이가도]\s)?"
    r"(?P<why>(?:제가\s|좀\s|너무\s|저한테\s|저한텐\s|죽어도\s|절대로?\s|도저히\s|진짜\s|아무래도\s|정말\s|도무지\s)*"
    r"(?:안\s?[돼되됩]|힘[들드든]|바[쁘빠쁩쁜]|어[렵려]|못\s?[가-힣]|무리|별로|싫|불가|곤란|정신\s?없|피곤|졸[려리]|일러|이르|일찍|빠[르른]|빨라|늦)(?:(?!\d|시\b|시[로에쯤]|말고).){0,25})$"
)
_HOUR_ALONE = re.compile(
    rf"(?<![\d가-힣])(?:1[0-2]|[1-9]|{'|'.join(reversed(_COUNTED))})\s?시(?!간)(?:\s?반|\s?\d{{1,2}}분)?"
)
_HALF_DENIED = re.compile(
    r"(?P<part>아침|오전|새벽|저녁|밤|오후)(?:\s?시간)?(?:은|는|엔|에는|이|만)?\s?(?:아니[에요라고야구]|말고|빼고|아닙니다|싫)[가-힣]{0,4}[.!~\s]*$"
)
_TOO_LATE = re.compile(r"늦|(?:전|이전)(?:이면|에는|엔|으로|이 |에 )")
_TOO_EARLY = re.compile(r"일러|이르|일찍|빠[르른]|빨라|(?:후|이후|뒤|넘어서)(?:면|이면|에는|엔|로|에 |는)")
NO_DAYS = frozenset({"verb", "number", "count", "part", "hour"})
"""Kinds of words of time that say nothing of days."""
_FEW = re.compile("며칠|몇일|당분간|한동안|얼마간|방학|휴가")
RULES = (
    changes.impossible,
    seasons.seasons,
    offers.away,
    changes.unclear,
    changes.holidays,
    changes.quiet,
    changes.shift,
    changes.pause,
    changes.resume,
    changes.switch,
    schedule.wait,
    schedule.change,
    schedule.once,
    schedule.repeat,
    _incomplete,
)
