"""What somebody may have meant whom nobody understood: topics to choose from, beside the question that is open."""

from collections.abc import Mapping
from dataclasses import replace

from bot.conversation import Sorry, Turn
from bot.message import Button, Go, Message
from handlers.about_lessons import quiz_on_screen
from handlers.courses import has_people, has_workshop
from handlers.keeping import keeping

OPENED: Mapping[str, Go] = {
    "hours": Go("how-set"),
    "fewer": Go("fewer-or-none"),
    "today": Go("today"),
    "contents": Go("contents"),
    "review": Go("review"),
    "plan": Go("plan"),
    "print": Go("print"),
    "progress": Go("progress"),
    "forget": Go("forget"),
    "link": Go("link"),
    "job": Go("job"),
    "inquiry": Go("inquiry"),
    "law": Go("law"),
    "people": Go("people"),
    "set-price": Go("price"),
    "calendar": Go("calendar"),
    "zone": Go("zone"),
    "call": Go("call"),
    **{
        topic: Go("talk", intent)
        for topic, intent in {
            "rest": "enough", "more": "more_a_day", "easier": "easier", "hint": "hint", "why": "why_this_answer",
            "odd": "odd_question", "undo": "undo_asked", "write": "how_to_write", "how-long": "how_long",
            "cost": "price", "what": "what_can_you_do", "anybody": "anybody", "who": "who_are_you",
            "article": "original_text", "privacy": "privacy", "certificate": "certificate", "lighter": "lighter_week",
            "letters": "small_text", "promise": "change_promise",
        }.items()
    },
}  # fmt: skip
"""What each topic of bot.understanding.sorts opens; none of it changes anything by itself."""


def suggest(turn: Turn) -> Message:
    """The turn's words are topics, the likeliest first; under a quiz it is said how to answer it, too."""
    held = {"people": has_people(turn.course), "set-price": has_workshop("price")(turn.course)}
    topics = [topic for topic in turn.words.split() if topic in OPENED and held.get(topic, True)]
    if not topics:
        raise Sorry("sorry-unknown")
    leads = [Button(turn.say(f"topic-{topic}"), OPENED[topic]) for topic in topics]
    _, quiz = turn.course.quizzes.get(quiz_on_screen(turn), (None, None))
    if quiz is None:
        return keeping(turn, [turn.say("suggest")], leads)
    message = keeping(turn, [f"{turn.say(quiz.how, most=quiz.longest)}\n\n{turn.say('suggest-beside')}"], leads)
    return replace(message, bubbles=message.bubbles[:1])  # how to answer says already that it is open
