"""A picture that is sent: the fact and the day are kept where one is asked for, and the picture itself nowhere."""

import pytest

from bot.channels.kakao.skill import said_in as kakao_said
from bot.channels.telegram.inbox import converted
from bot.channels.telegram.inbox import said_in as telegram_said
from bot.course.model import Course, Practice
from bot.message import Address, Said
from bot.store import Database
from bot.understanding.pictures import picture_in
from tests.channels.kakao_requests import skill_request
from tests.conftest import Chat
from tests.records import record_at

MAKING = "week-3-practice"
TODAY = "11월 23일(월)에 사진으로 남겼어요."


async def sends(chat: Chat, caption: str = "", key: str = "") -> str:
    """A picture, with words under it."""
    chat.clock.forward(seconds=20)
    chat.message = await chat.desk.respond(Said(chat.address, caption, key, picture=True))
    return chat.text


async def kept(chat: Chat, database: Database) -> list[str]:
    return [line.text for line in (await record_at(database, chat.address)).written if line.lesson == MAKING]


@pytest.mark.parametrize("sent", ["picture", "(사진)", "http://dn-m.talk.kakao.com/talkm/oYx/i_1.jpg"])
async def test_a_making_that_invites_one_takes_it(learner: Chat, database: Database, sent: str) -> None:
    """As a picture or as what a messenger writes for one: it says what is kept, and that is all that is kept."""
    await learner.says(f"/line {MAKING}")
    assert learner.message.takes_picture
    text = await (sends(learner) if sent == "picture" else learner.types(sent))
    assert text.startswith("사진은 저장하지 않고, 올린 날만 적어 둬요.")
    assert await kept(learner, database) == [TODAY]
    await learner.says("되돌리기")
    assert await kept(learner, database) == []


async def test_a_caption_is_words(learner: Chat, database: Database) -> None:
    """Kept before the fact, masked; what follows as a second picture is added, and a command is no line."""
    await learner.says(f"/line {MAKING}")
    await sends(learner, "김민수 씨 근무표 다섯 개 가운데 세 개가 맞았어요")
    await learner.says(f"/line {MAKING}")
    await sends(learner, "다음에는 날짜를 먼저 적어요")
    first = f"김○○ 씨 근무표 다섯 개 가운데 세 개가 맞았어요\n{TODAY}"
    assert await kept(learner, database) == [first, f"{first}\n다음에는 날짜를 먼저 적어요"]
    await learner.says(f"/line {MAKING}")
    await sends(learner, "오늘")
    assert (await kept(learner, database))[-1] == f"{first}\n다음에는 날짜를 먼저 적어요"


async def test_a_picture_may_follow_the_words(learner: Chat, database: Database) -> None:
    """Right after the line was written: it is added to it."""
    await learner.says(f"/line {MAKING}")
    await learner.says("열 줄 가운데 여덟 줄이 맞았어요.")
    await learner.says(f"/line {MAKING}")
    await sends(learner)
    assert (await kept(learner, database))[-1] == f"열 줄 가운데 여덟 줄이 맞았어요.\n{TODAY}"


async def test_where_none_is_invited_the_question_stays(learner: Chat, database: Database) -> None:
    """A quiz, a line, nothing at all: a kind sentence, and the question takes its answer."""
    assert "저장하지 않았어요" in await sends(learner)
    await learner.says("/line 18-price-and-no")
    assert not learner.message.takes_picture
    assert "글로 적어 주세요" in await sends(learner)
    assert learner.expects == "/write 18-price-and-no"
    await learner.says("/ask strategy-map")
    asked = learner.expects
    assert "앞의 질문은 그대로예요" in await sends(learner)
    assert learner.expects == asked
    assert (await record_at(database, learner.address)).written == []


async def test_only_the_words_under_it_are_heard(learner: Chat) -> None:
    """오늘 under a picture opens the day; words that mean nothing are asked for anew."""
    text = await sends(learner, "오늘")
    assert "함께 적은 말만 읽었어요" in text
    assert "레슨 1/30" in text
    assert "조금 바꿔서" in await sends(learner, "파란 코끼리")


async def test_an_album_is_answered_once(learner: Chat, database: Database) -> None:
    """Each of its pictures is a delivery of the same key, also where none is invited."""
    await learner.says(f"/line {MAKING}")
    await sends(learner, key="album:9")
    await sends(learner, key="album:9")
    assert learner.message.repeated
    assert await kept(learner, database) == [TODAY]
    await sends(learner, key="album:10")
    await sends(learner, key="album:10")
    assert learner.message.repeated


async def test_a_stranger_is_greeted(chat: Chat) -> None:
    """Whatever they send first."""
    assert "「나만의 일」이에요" in await sends(chat)


def test_every_making_that_speaks_of_a_picture_takes_one(course: Course) -> None:
    """What asks for a photo or a screen says so in its head as well, and no other part does."""
    invites = {
        part.name
        for part in course.parts
        if isinstance(part, Practice)
        and any(word in part.evidence.prompt for word in ("사진도", "사진이나", "화면을 보낸"))
    }
    assert (
        invites
        == {part.name for part in course.parts if part.head.photo}
        == {
            "week-3-practice",
            "week-5-practice",
            "week-6-practice",
        }
    )


@pytest.mark.parametrize(
    ("words", "caption"),
    [
        ("(사진)", ""),
        ("(사진) 오늘 만든 표예요", "오늘 만든 표예요"),
        ("사진 3장을 보냈습니다.", ""),
        ("https://talk.kakaocdn.net/dna/a/b/i_1a2b.png?credential=zf3", ""),
        ("List(https://a.b/1.jpg, https://a.b/2.jpg)", ""),
        ("작품(사진)을 올려요", None),
        ("https://shop.example/item 이런 느낌이에요", None),
        ("https://shop.example/item", None),
        ("사진을 찍어 드려요", None),
    ],
)
def test_what_stands_for_a_picture(words: str, caption: str | None) -> None:
    """As messengers write it, and nothing that is only about pictures."""
    assert picture_in(words) == caption


def update(**content: object) -> Said | None:
    """A message in a private chat of Telegram, as it is heard."""
    message = {"message_id": 5, "chat": {"id": 7, "type": "private"}, **content}
    got = converted({"update_id": 9, "message": message})
    assert got
    return telegram_said(got)


def test_how_telegram_sends_one() -> None:
    """As a photo, as a file, in an album; a file that is no picture is none, and its caption is words."""
    me, photo = Address("telegram", "7"), [{"file_id": "x"}]
    assert update(photo=photo) == Said(me, "", "9", picture=True)
    assert update(photo=photo, caption="표") == Said(me, "표", "9", picture=True)
    assert update(document={"mime_type": "image/png"}) == Said(me, "", "9", picture=True)
    assert update(photo=photo, media_group_id="33") == Said(me, "", "album:33", picture=True)
    assert update(document={"mime_type": "application/pdf"}, caption="오늘") == Said(me, "오늘", "9")
    assert update(voice={"file_id": "x"}) == Said(me, "", "9")


def test_how_kakaotalk_sends_one() -> None:
    """Beside the address of it; the address is no word of theirs."""
    request = skill_request("https://k.kakaocdn.net/1.jpg")
    request["userRequest"]["params"]["media"] = {"type": "image", "url": "https://k.kakaocdn.net/1.jpg"}
    said = kakao_said(request)
    assert said
    assert (said.words, said.picture) == ("", True)


@pytest.mark.parametrize("words", ["(이모티콘)", "[이모티콘]", "(이모티콘) (이모티콘)", "(스티커)"])
async def test_a_sticker_says_nothing(learner: Chat, database: Database, words: str) -> None:
    """It is no line and no answer; what stays open is open, and the words beside one are heard."""
    await learner.says("/line 01-three-strategies")
    assert "글로 적은 말만 읽을 수 있어요" in await learner.says(words)
    assert (await record_at(database, learner.address)).lines() == []
    assert "적어 두었어요" in await learner.says(f"{words} 손님마다 설명을 다르게 해요.")
    assert [line.text for line in (await record_at(database, learner.address)).lines()] == [
        "손님마다 설명을 다르게 해요."
    ]
