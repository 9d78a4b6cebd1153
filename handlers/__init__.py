"""Everything a learner can say, one line each. Korean names and help lines stand in locales/ko/messages.ftl."""

from collections.abc import Mapping

from bot.conversation import Command
from bot.record import REMINDING, Reads
from handlers import account, missed, often, parts, precheck, progress, quiz, reminders, ring, study, welcome

PLAN, RECENT = Reads.STUDY | Reads.PLAN, Reads.STUDY | Reads.RECENT  # besides how far the learner is

COMMANDS: Mapping[str, Command] = {
    # said by learners
    "start": Command(welcome.start),
    "today": Command(study.today),
    "next": Command(study.go_on, reads=PLAN),
    "quiz": Command(quiz.practise),
    "review": Command(quiz.revive),
    "progress": Command(progress.progress, reads=PLAN),
    "plan": Command(progress.plan, reads=PLAN),
    "remind": Command(reminders.remind, open=True, reads=RECENT),
    "rest": Command(reminders.rest, open=True),
    "zone": Command(reminders.zone, open=True),
    "source": Command(parts.source),
    "help": Command(welcome.help_),
    "link": Command(account.link, open=True),
    "mine": Command(account.mine, reads=PLAN | RECENT),
    "forget": Command(account.forget),
    # said by buttons, open questions, the clock, and the page
    "ring": Command(ring.ring, reads=REMINDING),
    "again": Command(welcome.again),
    "trade": Command(welcome.trade),
    "hour": Command(welcome.hour),
    "kept": Command(reminders.kept),
    "loud": Command(reminders.loud),
    "less": Command(often.less),
    "more": Command(often.more),
    "bother": Command(often.bother),
    "missed": Command(missed.missed, reads=RECENT),
    "term": Command(parts.term),
    "intend": Command(welcome.intend),
    "lesson": Command(parts.lesson),
    "practice": Command(parts.practice),
    "check": Command(parts.check),
    "line": Command(parts.line),
    "write": Command(study.write, reads=PLAN),
    "promise": Command(study.promise, reads=PLAN),
    "skip": Command(study.skip, reads=PLAN),
    "later": Command(study.later),
    "ask": Command(quiz.ask),
    "answer": Command(quiz.answer),
    "report": Command(quiz.report),
    "reported": Command(quiz.reported),
    "precheck": Command(precheck.begin),
    "prechecked": Command(precheck.answer),
    "hint": Command(quiz.hint),
}
