"""What some messengers write in place of a picture: its address on the web, (사진) or (이모티콘). Pure."""

import re
from dataclasses import replace

from bot.message import Go, Said
from bot.understanding.heard import Language
from bot.understanding.names import Meaning
from bot.understanding.reading import read
from bot.understanding.vocabulary import Vocabulary

NO_LINE = "-"  # in place of a caption that is no line of the plan
_ADDRESS = (
    r"https?://(?:\S{1,500}\.(?:jpe?g|png|gif|webp|heic|heif|bmp)(?:\?\S*)?"
    r"|(?:[\w-]{1,40}\.){0,4}(?:talk\.kakaocdn\.net|k\.kakaocdn\.net|dn-m\.talk\.kakao\.com)/\S+)"
)
_ADDRESSES = re.compile(rf"(?:List\()?{_ADDRESS}(?:,?\s*{_ADDRESS}){{0,9}}\)?", re.IGNORECASE)
_WORD = re.compile(
    r"[(\[（](?:사진|이미지|그림|스크린샷|캡처|캡쳐|photo|image)(?:\s?\d{1,2}\s?장)?[)\]）](?:\s+(?P<caption>\S.*))?"
    r"|사진을 보냈습니다\.?|사진 \d{1,2}장(?:을 보냈습니다\.?)?",
    re.IGNORECASE | re.DOTALL,
)
_STICKER = re.compile(r"[(\[（](?:이모티콘|스티커|sticker|emoticon)[)\]）]\s*", re.IGNORECASE)


def as_picture(said: Said) -> Said:
    """What was said, as a picture where typed words only stand for one. A sticker says nothing: the words beside it do,
    if there are any.
    """
    if not said.tapped and (beside := _STICKER.sub("", said.words)) != said.words:
        said = replace(said, words=beside.strip())
    caption = None if said.tapped or said.picture else picture_in(said.words)
    return said if caption is None else replace(said, words=caption, picture=True)


def pictured(caption: str, language: Language, vocabulary: Vocabulary) -> Meaning:
    """A picture answers what asks for one; its caption goes with it where it may be filed into the plan, and else
    NO_LINE, for the words mean something by themselves.
    """
    reading = read(caption, language.forms)
    line = reading.may_be_line and reading.words not in vocabulary.korean
    return Meaning(Go("photo", reading.words if line or not reading.words else NO_LINE))


def picture_in(words: str) -> str | None:
    """The caption of a picture that words stand for, "" for none; None where they stand for no picture."""
    said = words.strip()
    if _ADDRESSES.fullmatch(said):
        return ""
    found = _WORD.fullmatch(said)
    return (found["caption"] or "") if found else None
