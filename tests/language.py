"""What people say and what the bot says, loaded once for all tests: they are constants."""

from bot.conversation import Conversation
from bot.course.load import load_course
from bot.course.model import Course
from bot.desk.rehearsal import rehearsal
from bot.learning.minutes import timed
from bot.message import Respond
from bot.texts import LOCALES, Texts, load_texts
from bot.understanding import load_language
from handlers import COMMANDS
from handlers.reminder import remind

SAY = load_texts()
COURSE = timed(load_course(LOCALES / "ko" / "courses" / "own-work"), SAY)
LANGUAGE = load_language(LOCALES / "ko" / "sayings", COURSE.names)


def rehearse(course: Course, say: Texts) -> Respond:
    """A conversation over another course: its buttons are all that is tapped in it, and the sayings serve as well."""
    return rehearsal(Conversation(course, say, LANGUAGE, COMMANDS, remind, (), {"web", "telegram"}))
