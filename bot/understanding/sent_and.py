"""That somebody was written to and what came of it, in one message: 3번 보냄 답없음, 2번한테 보냈더니 좋대요. Pure."""

import re
from collections.abc import Iterator

from bot.message import Go
from bot.understanding.about_people import ELSEWHERE, HEARSAY, PLACE, SHOWN, cuts
from bot.understanding.heard import Heard
from bot.understanding.names import Meaning

LONGEST = 200  # characters
SENT = "sent"
CAME = frozenset({"silent", "answer", "refused"})
"""What may come of it."""
_PAST = "냈|냇|했|렸|겼|넣었|걸었|넸|봤|뒀"
_THEN = re.compile(  # the sending, and what follows it
    rf"(?P<sent>\S.*?(?:{_PAST}))(?P<ending>는데도?|지만|고|더니|으나|는데요|어요|습니다|음|네요|어)?[.,!~…]*\s+(?P<then>\S.*)"
    r"|(?P<noted>\S.*?(?:보냄|전송|발송|전달|연락함|문자함|톡함|카톡함|드림))(?:했는데|인데|요)?[.,!~…]*\s+(?P<came>\S.*)",
    re.DOTALL,
)
_ASIDE = re.compile(r"^(?:(?:근데|그런데|하지만|아직|아직도|여태|지금까지|바로|방금|금방)\s+)*")
_WORDS = re.compile(r"\s*[:：]\s*|(?<=[요다음함임됨]),?\s+[“\"‘']")
_STILL = re.compile(r"(?<=\S)\s*(?:아직|아직도|여태)(?:이?에?요|임|이요|이네요?)?[.!~…ㅠㅜ]*$")
_NOT_YET = "없어요"


def sent_and(heard: Heard) -> Meaning | None:
    """The row that was written to, on the day that is named, with what came of it; who is meant its handler knows."""
    asked = heard.expects.command if heard.expects else ""
    found = _THEN.fullmatch(heard.typed) if len(heard.typed) <= LONGEST and heard.screen else None
    if found is None or heard.reading.asks or asked in ELSEWHERE or asked == "answer":
        return None
    sent = f"{found['sent']}어요" if found["sent"] else found["noted"]
    whom = next((whom for whom, told, _ in cuts(sent, "") if heard.language.people.of(told) == SENT), None)
    came = next(_came(heard, found["then"] or found["came"]), None)
    if whom is None or came is None or not (PLACE.search(whom) or (whom and not asked) or _shown(heard)):
        return None
    verb, when, said = came
    return Meaning(Go("told-of", f"{SENT}+{verb} {whom}\n{when}\n{said}".rstrip()))


def _came(heard: Heard, then: str) -> Iterator[tuple[str, str, str]]:
    """What came of it: the verb, the day that is named for it, and the words."""
    then = _ASIDE.sub("", then)
    told, *behind = _WORDS.split(then, maxsplit=1)
    for form in dict.fromkeys((told, _STILL.sub(f" {_NOT_YET}", told))):
        for when, verb, rest in cuts(form, behind[0] if behind else ""):
            name = heard.language.people.of(verb)
            if name in CAME and (name != "silent" or not rest):
                yield name, when, rest.strip(" '\"‘’“”")
    if HEARSAY.search(then):
        yield "answer", "", then


def _shown(heard: Heard) -> bool:
    """Whether the ten people, or one of them, are on the screen."""
    return heard.screen is not None and any(button.go.command in SHOWN for button in heard.screen.buttons)
