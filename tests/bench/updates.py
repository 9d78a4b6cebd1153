"""What learners say in a bench, as Telegram and KakaoTalk bring it, and what is found in the reply to it."""

import itertools
import json
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote_plus

from tests.bench.bot_api import BOT
from tests.bench.http_load import Request, post
from tests.bench.process import SECRET, SKILL_KEY

FIRST = 100_000  # the Telegram id of the first learner
HOOK, SKILL = "/telegram/webhook", "/kakao/skill"
QUESTION = "요리사가 사진을 배웠어요.\n음식을 아는 눈으로 식당 메뉴 사진을 찍어 줘요.\n\n어느 전략에 가장 가까울까요?"

_numbers = itertools.count(10_000_000)  # no update's id comes twice


def holding(*any_of: str) -> re.Pattern[bytes]:
    """Finds one of the words in the body of a call, be it a form or JSON."""
    forms = (form for words in any_of for form in (quote_plus(words), words, json.dumps(words)[1:-1]))
    return re.compile(b"|".join(re.escape(form.encode()) for form in dict.fromkeys(forms)))


ASKED, GRADED = holding("answer"), holding("report")  # in the commands of the buttons under it
PROGRESS, HELP = holding("함께한 날"), holding("되돌리기", "내데이터")  # ours, and the equal work's
TYPED = (("진도", PROGRESS), ("도움말", HELP))
ANYTHING = re.compile(b"")


def _person(who: int) -> dict[str, Any]:
    return {"id": who, "is_bot": False, "first_name": "민지", "username": f"u{who}", "language_code": "ko"}


def _chat(who: int) -> dict[str, Any]:
    return {"id": who, "type": "private", "first_name": "민지", "username": f"u{who}"}


def _update(who: int, expects: re.Pattern[bytes], number: int, kind: str, content: object) -> Request:
    body = json.dumps({"update_id": number, kind: content}, ensure_ascii=False).encode()
    return Request(post(HOOK, body, X_Telegram_Bot_Api_Secret_Token=SECRET), who, expects)


def message(who: int, words: str, expects: re.Pattern[bytes] = ANYTHING) -> Request:
    """A learner typed words."""
    n = next(_numbers)
    content: dict[str, Any] = {"message_id": n, "date": 1764000000, "from": _person(who), "chat": _chat(who)}
    return _update(who, expects, n, "message", {**content, "text": words})


def tap(who: int, command: str, expects: re.Pattern[bytes] = ANYTHING) -> Request:
    """A learner tapped the second of three buttons."""
    n = next(_numbers)
    commands = zip(("개인화", "융합", "1인 × 자동화"), (f"{command}0", command, f"{command}9"), strict=True)
    keyboard = [[{"text": label, "callback_data": data}] for label, data in commands]
    asked = {"message_id": n, "date": 1764000000, "from": BOT, "chat": _chat(who), "text": QUESTION}
    content = {
        "id": str(n),
        "chat_instance": "1",
        "data": command,
        "from": _person(who),
        "message": {**asked, "reply_markup": {"inline_keyboard": keyboard}},
    }
    return _update(who, expects, n, "callback_query", content)


def skill(user: str, words: str, command: str = "", expects: re.Pattern[bytes] = ANYTHING) -> Request:
    """A learner typed words in KakaoTalk, or tapped a quick reply that carries a command."""
    block = {"id": "66f0c0ffee0000000000aaaa", "name": "폴백 블록"}
    properties = {"botUserKey": user, "bot_user_key": user, "plusfriendUserKey": "AbCd", "isFriend": True}
    request = {
        "intent": {**block, "extra": {"reason": {"code": 1, "message": "OK"}}},
        "userRequest": {
            "timezone": "Asia/Seoul",
            "params": {"surface": "Kakaotalk.plusfriend"},
            "block": block,
            "utterance": words,
            "lang": "ko",
            "user": {"id": user, "type": "botUserKey", "properties": properties},
        },
        "bot": {"id": "66f0c0ffee00000000000001", "name": "나만의 일"},
        "action": {
            "id": "66f0c0ffee0000000000bbbb",
            "name": "학습 스킬",
            "params": {},
            "detailParams": {},
            "clientExtra": {"command": command} if command else {},
        },
        "contexts": [],
        "flow": {"trigger": {"type": "QUICKREPLY_BUTTON_MESSAGE" if command else "TEXT_INPUT"}, "lastBlock": block},
    }
    body = json.dumps(request, ensure_ascii=False).encode()
    return Request(post(SKILL, body, X_Skill_Key=SKILL_KEY), 0, expects)


@dataclass(frozen=True, slots=True)
class Talk:
    """What a crowd says, learner after learner, each in turn; `echo` is for bots that only say it back.

    As long as there are quizzes, every answer of a learner is the first of its day to that quiz, and so is scheduled.
    """

    learners: int
    quizzes: Sequence[str] = ()
    echo: bool = False

    def answers(self, k: int) -> Request:
        """The k-th update where every one is a tapped answer."""
        lap, n = divmod(k, self.learners)
        half = self.quizzes[len(self.quizzes) // 2 :]
        quiz, option = half[lap % len(half)], 1 + (n + lap // len(half)) % 2
        return tap(FIRST + n, f"/answer {quiz} {option}", GRADED)

    def taps(self, k: int) -> Request:
        """The same where each learner asks for a question and answers it by turns."""
        lap, n = divmod(k, self.learners)
        half = self.quizzes[: len(self.quizzes) // 2]
        step, answers = divmod(lap + n % 2, 2)
        quiz = half[step % len(half)]
        if answers:
            return tap(FIRST + n, f"/answer {quiz} {1 + (n + step // len(half)) % 2}", GRADED)
        return tap(FIRST + n, f"/ask {quiz}", ASKED)

    def words(self, k: int) -> Request:
        """The same with typed words."""
        lap, n = divmod(k, self.learners)
        words, reply = TYPED[(n + lap) % 2]
        return message(FIRST + n, words, holding(words) if self.echo else reply)


LOADS: dict[str, Callable[[Talk, int], Request]] = {"answer": Talk.answers, "tap": Talk.taps, "words": Talk.words}
"""Every load by its name."""
