"""Everything a learner can say, one line each. Korean names and help lines stand in locales/ko/messages.ftl."""

from collections.abc import Mapping

from bot.conversation import Command
from bot.record import Reads
from handlers import (
    account,
    documents,
    ending,
    frequency,
    oneself,
    parts,
    plan,
    precheck,
    progress,
    quiz,
    reminder_settings,
    small_talk,
    study,
    undo,
    welcome,
    why_not_sent,
)

PLAN, RECENT = Reads.STUDY | Reads.PLAN, Reads.STUDY | Reads.RECENT  # besides how far the learner is

NAMED: Mapping[str, Command] = {
    # said by learners
    "start": Command(welcome.start, reads=PLAN),
    "today": Command(study.today, reads=PLAN),
    "next": Command(study.go_on, reads=PLAN),
    "quiz": Command(quiz.practise, reads=PLAN),
    "review": Command(quiz.revive, reads=PLAN),
    "progress": Command(progress.progress, reads=PLAN),
    "plan": Command(plan.plan, open=True, reads=PLAN),
    "print": Command(documents.print_, reads=PLAN),
    "share": Command(documents.share, reads=PLAN),
    "find": Command(plan.search, open=True, reads=PLAN),
    "remind": Command(reminder_settings.remind, open=True, reads=RECENT),
    "rest": Command(reminder_settings.rest, open=True),
    "zone": Command(reminder_settings.zone, open=True),
    "job": Command(oneself.job),
    "call": Command(oneself.call),
    "source": Command(parts.source),
    "help": Command(welcome.help_),
    "link": Command(account.link, open=True),
    "mine": Command(account.mine, reads=PLAN | RECENT),
    "forget": Command(account.forget),
    "undo": Command(undo.undo, reads=PLAN),
    "practice": Command(parts.practice),
    "check": Command(parts.check),
    # said by buttons, open questions, and the page
    "again": Command(welcome.again, inner=True),
    "trade": Command(welcome.trade, inner=True),
    "hour": Command(welcome.hour, inner=True),
    "intend": Command(welcome.intend, inner=True),
    "job-told": Command(oneself.job_told, inner=True),
    "keep": Command(reminder_settings.keep, inner=True),
    "no-quiet": Command(reminder_settings.no_quiet, inner=True),
    "less": Command(frequency.less, inner=True),
    "more": Command(frequency.more, inner=True),
    "fewer-or-none": Command(frequency.fewer_or_none, inner=True),
    "why-not-sent": Command(why_not_sent.why_not_sent, inner=True, reads=RECENT),
    "talk": Command(small_talk.talk, inner=True, reads=PLAN | RECENT),
    "term": Command(parts.term, inner=True),
    "lesson": Command(parts.lesson, inner=True),
    "line": Command(parts.line, inner=True, reads=PLAN),
    "empty": Command(plan.empty, inner=True, reads=PLAN),
    "erase": Command(plan.erase, inner=True, reads=PLAN),
    "picture": Command(documents.picture, inner=True, reads=PLAN),
    "write": Command(study.write, inner=True, reads=PLAN),
    "file": Command(study.ask_to_file, inner=True, reads=PLAN),
    "leave-line": Command(study.leave_line, inner=True),
    "stuck": Command(parts.stuck, inner=True),
    "keep-line": Command(study.keep_line, inner=True, reads=PLAN),
    "promise": Command(study.promise, inner=True, reads=PLAN),
    "skip": Command(study.skip, inner=True, reads=PLAN),
    "later": Command(study.later, inner=True),
    "ask": Command(quiz.ask, inner=True),
    "answer": Command(quiz.answer, inner=True),
    "hint": Command(quiz.hint, inner=True),
    "report": Command(quiz.report, inner=True),
    "reported": Command(quiz.reported, inner=True),
    "precheck": Command(precheck.begin, inner=True, reads=PLAN),
    "prechecked": Command(precheck.answer, inner=True),
    "ending": Command(ending.ending, inner=True, reads=PLAN),
}
"""Commands by their Latin names."""

RENAMED: Mapping[str, str] = {
    "kept": "keep",
    "loud": "no-quiet",
    "bother": "fewer-or-none",
    "missed": "why-not-sent",
}
"""What buttons of earlier editions say; they stand in chats for ever."""

COMMANDS: Mapping[str, Command] = {**NAMED, **{old: NAMED[new] for old, new in RENAMED.items()}}
"""All that can be said."""
