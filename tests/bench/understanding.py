"""How long it takes to understand words, ordinary and hostile. Run: python -m tests.bench.understanding"""

import random
import statistics
import time
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.message import LONGEST_WORDS, Button, Go, Message
from bot.understanding import Vocabulary, meanings, too_long
from tests.language import LANGUAGE

NOW = datetime(2026, 11, 23, 10, tzinfo=ZoneInfo("Asia/Seoul"))
KOREAN = {
    "시작": "start", "오늘": "today", "다음": "next", "퀴즈": "quiz", "복습": "review", "진도": "progress",
    "계획": "plan", "알림": "remind", "쉬기": "rest", "시간대": "zone", "근거": "source", "도움말": "help",
    "연결": "link", "내데이터": "mine", "탈퇴": "forget",
}  # fmt: skip
WORDS = Vocabulary(
    latin=frozenset(KOREAN.values()),
    korean=KOREAN,
    open=frozenset({"remind", "rest", "zone", "link"}),
    terms=frozenset({"가설", "개인화", "자기 고용", "견본", *(f"낱말{n}" for n in range(40))}),
)
SCREENS = (
    None,
    Message(("?",), (Button("융합", Go("answer", "q 1")), Button("아니요", Go("no"))), Go("answer", "q")),
)
ORDINARY = """
오늘|퀴즈|2번|네|아니요|ㅋㅈ|ㅇㅇ|복습 할래요|진도 알려 주세요|znlwm|가설 뭐야|가설|퀴쯔|고마워요|안녕하세요|
아침 8시|평일 저녁 7시 반|알림 평일 8시|개인화 서비스|고객에게 먼저 물어볼게요|모르겠어요|hello
""".replace("\n", "").split("|")
HOSTILE = (
    *("가" * n for n in (40, 200, 5000)),
    *(sign * 5000 for sign in "ㅋ1aA(/: .👍ﷺ이뭐"),
    "\u0315\u0300\u05ae\u0316" * 1250,
    "a" + "\u0315\u0300\u05ae\u0316" * 1249,
    "\u1112\u1161\u11ab" * 1666,
    "퀴즈 " * 1666,
    "알림 " + "8시 " * 1600,
    "아침 8시 " * 800,
    "30분 뒤 " * 8,
    "1," * 2500,
    "rkT" * 1666,
    "rkskek dl " * 4,
    "가설 뭐야 " * 6,
    "가설이란" + "뭐야" * 16,
    "월화수목금토일" * 28,
    "\ud800" * 5000,
    "\u200b" * 5000,
    "퀴" + "\u200d" * 4998 + "즈",
)
PIECES = "가값이뭐란퀴즈알림분월밤 8시30:,./()ㄱㅋㅏ\u1100\u1161\u11a8aZeR1🔥\u200d\ufe0f\u0301½ﷺ\u0315\u05ae\ud800"


def main() -> None:
    """Prints the median over ordinary words and the slowest of all hostile texts, in milliseconds of all that they may
    mean; of a text that is too long for the door as much is read as the door takes.
    """
    chance = random.Random(7)
    fuzz = ["".join(chance.choices(PIECES, k=chance.choice((5, 20, 40, 150, 200, 600, 5000)))) for _ in range(400)]
    for title, texts in (("ordinary", ORDINARY), ("hostile", (*HOSTILE, *fuzz))):
        heard = [text[:LONGEST_WORDS] if too_long(text) else text for text in texts]
        times = sorted((_took(text, screen), ascii(text[:20])) for text in heard for screen in SCREENS)
        median = statistics.median(took for took, _ in times)
        print(f"{title:10} median {median:6.2f} ms, slowest {times[-1][0]:6.2f} ms {times[-1][1]}")  # noqa: T201 - a bench


def _took(text: str, screen: Message | None) -> float:
    """The best of three, all meanings drawn."""
    best = float("inf")
    for _ in range(3):
        started = time.perf_counter()
        list(meanings(text, screen, WORDS, LANGUAGE, NOW))
        best = min(best, time.perf_counter() - started)
    return best * 1000


if __name__ == "__main__":
    main()
