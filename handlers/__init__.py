"""Everything a learner can say, one line each. Korean names and help lines stand in locales/ko/messages.ftl."""

from collections.abc import Mapping

from bot.conversation import Command
from handlers import progress, quiz, reminders, study, welcome

COMMANDS: Mapping[str, Command] = {
    # said by learners
    "start": Command(welcome.start),
    "today": Command(study.today),
    "next": Command(study.go_on),
    "quiz": Command(quiz.practise),
    "progress": Command(progress.progress),
    "remind": Command(reminders.remind, open=True),
    "source": Command(study.source),
    "help": Command(welcome.help_),
    # said by buttons, open questions, the clock, and the page
    "ring": Command(study.ring),
    "again": Command(welcome.again),
    "trade": Command(welcome.trade),
    "hour": Command(welcome.hour),
    "intend": Command(welcome.intend),
    "lesson": Command(study.lesson),
    "line": Command(study.line),
    "write": Command(study.write),
    "skip": Command(study.skip),
    "ask": Command(quiz.ask),
    "answer": Command(quiz.answer),
}
