"""KakaoTalk shows pictures by their address, and no other files: a message that has one gets a link to it, or the same
as text where there can be none.
"""

from dataclasses import replace

from bot.channels.channel import Files
from bot.channels.kakao.limits import clip
from bot.message import LONGEST_BUBBLE, MOST_BUBBLES, Address, Message, Respond, Said, Say, is_picture


def with_links(respond: Respond, say: Say, files: Files) -> Respond:
    """Answers with what a message's file becomes in KakaoTalk; where that is a picture, its `file` is the address."""

    async def answer(said: Said) -> Message:
        message = await respond(said)
        return await _linked(said.address, message, say, files) if message.file else message

    return answer


async def _linked(address: Address, message: Message, say: Say, files: Files) -> Message:
    if is_picture(message.file):
        shown = await files.picture(address, message.file)
        if shown or message.illustrated:
            return replace(message, file=shown)
    if link := await files.link(address, message.file):
        return replace(message, bubbles=(*message.bubbles[: MOST_BUBBLES - 1], say("kakao-file-link", link=link)))
    if not message.file.startswith("plan"):
        return replace(message, file="")  # it is nothing that text could stand for
    as_text = await files.file(address, "plan.txt")
    paragraphs = as_text.content.decode().strip().split("\n\n") if as_text else []
    return replace(message, bubbles=tuple(_packed([say("kakao-no-file"), *paragraphs])))


def _packed(paragraphs: list[str]) -> list[str]:
    """The paragraphs in as few bubbles as hold them; what fits no more is clipped."""
    bubbles = [""]
    for paragraph in paragraphs:
        if bubbles[-1] and len(bubbles[-1]) + 2 + len(paragraph) > LONGEST_BUBBLE and len(bubbles) < MOST_BUBBLES:
            bubbles.append("")
        bubbles[-1] = f"{bubbles[-1]}\n\n{paragraph}".strip()
    return [clip(bubble, LONGEST_BUBBLE) for bubble in bubbles]
