"""KakaoTalk: the skill endpoint. A request in, within four seconds an answer out, whatever happened."""

import asyncio
import hmac
import json
import logging
import re
import unicodedata
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from aiohttp import web

from bot.channels.body import BrokenOff, TooLarge, read_body
from bot.channels.channel import Files
from bot.channels.kakao.cards import Picture, cards, simple_text, tap
from bot.channels.kakao.files import with_links
from bot.channels.kakao.limits import LONGEST_UNFOLDED, SkillAnswer, clip, faults_of, reply_faults
from bot.message import (
    LONGEST_COMMAND,
    LONGEST_LABEL,
    LONGEST_RAW,
    LONGEST_TEXT,
    MOST_BUTTONS,
    Address,
    Button,
    Go,
    Message,
    Respond,
    Said,
    Say,
    go_of,
    utf16_length,
)

PATH = "/kakao/skill"
PATIENCE = 3.5  # seconds, the time limit of a turn; KakaoTalk hangs up after five, the way there and back included
LARGEST_BODY = 256  # KiB; a real request has about two
LONGEST_USER = 128  # characters of a user id; KakaoTalk promises 70
DEV = "dev:"  # before a user id of the development channel: it is another bot, and its ids are other people
PUSHED = Go("again")  # the one command that a push of ours may carry: show what is on the screen

log = logging.getLogger(__name__)

_NOISE = re.compile(  # what is not seen but sent: controls, soft hyphens, zero widths, writing directions, half emoji
    r"[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u00ad\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ud800-\udfff]"
)
_LOOSE_JOINER = re.compile(r"(?<![^\w\s])\u200d|\u200d(?![^\w\s])")  # one that joins no two emoji
_USER = (("id",), ("properties", "botUserKey"), ("properties", "bot_user_key"))  # all of them say the same
_UNSHOWABLE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")


@asynccontextmanager
async def open_kakao(
    app: web.Application,
    secret: str,
    respond: Respond,
    say: Say,
    *,
    patience: float = PATIENCE,
    files: Files | None = None,
) -> AsyncIterator[None]:
    """Adds the endpoint to an app not set up yet; a turn may take `patience` seconds. `files` makes what messages name.
    ValueError without a secret.
    """
    if files:
        respond = with_links(respond, say, files)
    if not secret:
        raise ValueError("the skill endpoint needs a secret; set KAKAO_SKILL_SECRET")

    async def skill(request: web.Request) -> web.Response:
        try:
            payload = await _read(request, secret)
        except _Refused as refused:
            return _json({"error": say(refused.key, most=LARGEST_BODY)}, refused.status)
        return _json(await _answer(payload, respond, say, patience))

    app.router.add_post(PATH, skill)
    yield


class _Refused(Exception):
    """The request is not answered: the HTTP status, and the key of the sentence that says why."""

    def __init__(self, status: int, key: str) -> None:
        super().__init__(key)
        self.status, self.key = status, key


async def _read(request: web.Request, secret: str) -> dict[str, object]:
    """The request's JSON object; a stranger's body is never read."""
    # bytes, because compare_digest raises on text that is not ASCII
    key = request.headers.get("X-Skill-Key", "").encode("utf-8", "surrogateescape")
    if not hmac.compare_digest(key, secret.encode()):
        raise _Refused(401, "kakao-refused")
    if request.content_type != "application/json":
        raise _Refused(415, "kakao-not-json")
    try:
        return _object(await read_body(request, LARGEST_BODY * 1024))
    except TooLarge:
        raise _Refused(413, "kakao-too-large") from None
    except BrokenOff:
        raise _Refused(400, "kakao-malformed") from None


def _object(body: bytes) -> dict[str, object]:
    """Any JSON object, also one msgspec refuses: half an emoji, a number beyond every type."""
    try:
        payload = json.loads(body, parse_int=float)  # an integer of 5,000 digits would raise
    except RecursionError:  # nested beyond reason, but JSON may be: nothing of it can be read
        payload = {} if body.lstrip().startswith(b"{") else None
    except ValueError:
        raise _Refused(400, "kakao-malformed") from None
    if not isinstance(payload, dict):
        raise _Refused(400, "kakao-malformed")
    return payload


def said_in(payload: object) -> Said | None:
    """What was said and who said it; None when no usable user id came. KakaoTalk names no delivery, so no key."""
    user = next(filter(None, (_text(payload, "userRequest", "user", *path).strip() for path in _USER)), "")
    if not user or len(user) > LONGEST_USER or not user.isprintable():
        return None
    if _text(payload, "bot", "id").endswith("!"):
        user = DEV + user
    button = tapped(payload) or pushed(payload)
    if button:
        return Said(Address("kakao", user), button, tapped=True)
    words = normal(_text(payload, "userRequest", "utterance"))
    if _text(payload, "userRequest", "params", "media", "type") == "image":
        return Said(Address("kakao", user), "", picture=True)  # its address is all that is said with it
    return Said(Address("kakao", user), words)


def tapped(payload: object) -> str:
    """The command of the quick reply that was tapped; empty when the learner typed, or the command cannot be ours."""
    command = _text(payload, "action", "clientExtra", "command")
    # printable comes first: half an emoji is not, and could not be encoded
    ours = command.startswith("/") and command.isprintable() and len(command.encode()) <= LONGEST_COMMAND
    return command if ours else ""


def pushed(payload: object) -> str:
    """The command of a push of ours, when KakaoTalk asks for its content; empty otherwise.

    It stands in params, which the Event API fills and no learner can; even so, only the harmless one counts.
    """
    return str(PUSHED) if _text(payload, "userRequest", "params", "command") == str(PUSHED) else ""


def normal(utterance: str) -> str:
    """The words as they look: composed Hangul, plain spaces, nothing invisible except what joins two emoji."""
    # cut where it is refused as too long anyway: to compose stray accents takes quadratic time
    seen = _LOOSE_JOINER.sub("", _NOISE.sub("", utterance))[: LONGEST_RAW + 1]
    return re.sub(r"[^\S\n]", " ", unicodedata.normalize("NFC", seen)).strip()


def _text(node: object, *path: str) -> str:
    """The text at a path; empty when the path breaks off or ends in anything else."""
    for name in path:
        node = node.get(name) if isinstance(node, dict) else None
    return node if isinstance(node, str) else ""


async def _answer(payload: dict[str, object], respond: Respond, say: Say, patience: float) -> SkillAnswer:
    said = said_in(payload)
    if said is None:
        log.warning("a skill request named no user")
        return skill_answer(Message((say("kakao-nobody"),)))
    return await _in_time(respond, said, patience) or skill_answer(_busy(payload, say))


async def _in_time(respond: Respond, said: Said, patience: float) -> SkillAnswer | None:
    """The turn's answer; None when it failed or is late. Not asyncio.timeout: that waits for a turn to give way."""

    async def answer() -> SkillAnswer:
        return skill_answer(await respond(said))

    turn = asyncio.ensure_future(answer())
    done, _ = await asyncio.wait({turn}, timeout=patience)
    if not done:
        log.warning("a turn was given up after %.1f s", patience)
        turn.cancel()
        turn.add_done_callback(lambda late: late.cancelled() or late.exception())  # asked for, so not logged again
        return None
    try:
        return turn.result()
    except (Exception, asyncio.CancelledError) as fault:  # noqa: BLE001 - unanswered, the learner sees nothing
        log.error("a turn failed: %s", type(fault).__name__)  # noqa: TRY400 - a trace would hold the words
        return None


def _busy(payload: dict[str, object], say: Say) -> Message:
    """Asks to say it again; what was a tap is one tap again, and what was pushed is one tap away."""
    command = tapped(payload)
    if not command and pushed(payload):
        return Message((say("kakao-waiting"),), (Button(say("kakao-open"), PUSHED),))
    label = _line(normal(_text(payload, "userRequest", "utterance")))
    if not 1 <= len(label) <= LONGEST_LABEL:
        label = say("kakao-again")
    return Message((say("kakao-busy"),), (Button(label, go_of(command)),) if command else ())


def skill_answer(message: Message) -> SkillAnswer:
    """The message as a skill answer, always within the limits: in cards where its words are marked or its file is the
    address of a picture, and cut anew where it would be folded; else a simpleText a bubble, a quick reply a button.
    """
    taps = [tap(_line(button.label), str(button.go)) for button in message.buttons]
    picture = Picture(message.file, not message.illustrated) if message.file.startswith("http") else None
    bubbles = [_UNSHOWABLE.sub("", bubble) for bubble in message.marked or message.bubbles]
    folded = any(utf16_length(bubble) > LONGEST_UNFOLDED for bubble in bubbles)
    for beside in (picture, None) if picture else (None,) if message.marked or folded else ():
        in_cards = _skill(*cards(bubbles, taps, beside))
        if not (faults := faults_of(in_cards)):
            return in_cards
        if beside or message.marked:  # else no cards were meant, and what is wrong is told below
            without = "its picture" if beside else "cards"
            log.error("an answer broke KakaoTalk's limits and is shown without %s: %s", without, "; ".join(faults))
    answer = _skill([simple_text(_UNSHOWABLE.sub("", bubble)) for bubble in message.bubbles], taps)
    if faults := faults_of(answer):
        log.error("an answer broke KakaoTalk's limits and was clipped: %s", "; ".join(faults))
        return _clipped(message)
    return answer


def faults_in(message: Message) -> list[str]:
    """What keeps KakaoTalk from showing a message in cards."""
    taps = [tap(_line(button.label), str(button.go)) for button in message.buttons]
    return faults_of(_skill(*cards(message.marked or message.bubbles, taps)))


def _clipped(message: Message) -> SkillAnswer:
    """What can be shown of a message beyond the limits: one bubble, and the buttons that work."""
    text = clip("\n\n".join(_UNSHOWABLE.sub("", bubble) for bubble in message.bubbles).strip(), LONGEST_TEXT)
    replies = [tap(clip(_line(button.label), LONGEST_LABEL), str(button.go)) for button in message.buttons]
    return _skill(
        [simple_text(text or "…")], [reply for reply in replies if not list(reply_faults(reply))][:MOST_BUTTONS]
    )


def _skill(outputs: list[SkillAnswer], replies: list[SkillAnswer]) -> SkillAnswer:
    template: SkillAnswer = {"outputs": outputs}
    if replies:
        template["quickReplies"] = replies
    return {"version": "2.0", "template": template}


def _line(text: str) -> str:
    """The text as a label: one line, and nothing that a button cannot show."""
    return " ".join(_UNSHOWABLE.sub(" ", text).split())


def _json(answer: SkillAnswer, status: int = 200) -> web.Response:
    body = json.dumps(answer, ensure_ascii=False).encode()
    return web.Response(body=body, status=status, content_type="application/json", charset="utf-8")
