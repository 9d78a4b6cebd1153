"""Everything a learner can say, one line each. Korean names and help lines stand in locales/ko/messages.ftl."""

from collections.abc import Mapping

from bot.conversation import Command
from handlers import account, missed, often, parts, precheck, progress, quiz, reminders, ring, study, welcome

COMMANDS: Mapping[str, Command] = {
    # said by learners
    "start": Command(welcome.start),
    "today": Command(study.today),
    "next": Command(study.go_on),
    "quiz": Command(quiz.practise),
    "review": Command(quiz.revive),
    "progress": Command(progress.progress),
    "plan": Command(progress.plan),
    "remind": Command(reminders.remind, open=True),
    "rest": Command(reminders.rest, open=True),
    "zone": Command(reminders.zone, open=True),
    "source": Command(parts.source),
    "help": Command(welcome.help_),
    "link": Command(account.link, open=True),
    "mine": Command(account.mine),
    "forget": Command(account.forget),
    # said by buttons, open questions, the clock, and the page
    "ring": Command(ring.ring),
    "again": Command(welcome.again),
    "trade": Command(welcome.trade),
    "hour": Command(welcome.hour),
    "kept": Command(reminders.kept),
    "loud": Command(reminders.loud),
    "less": Command(often.less),
    "more": Command(often.more),
    "bother": Command(often.bother),
    "missed": Command(missed.missed),
    "term": Command(parts.term),
    "intend": Command(welcome.intend),
    "lesson": Command(parts.lesson),
    "practice": Command(parts.practice),
    "check": Command(parts.check),
    "line": Command(parts.line),
    "write": Command(study.write),
    "promise": Command(study.promise),
    "skip": Command(study.skip),
    "later": Command(study.later),
    "ask": Command(quiz.ask),
    "answer": Command(quiz.answer),
    "report": Command(quiz.report),
    "reported": Command(quiz.reported),
    "precheck": Command(precheck.begin),
    "prechecked": Command(precheck.answer),
    "hint": Command(quiz.hint),
}
