"""Sorts of sayings, by the names of `locales/ko/sayings/examples`: which answer what is asked, what is done about the
others, and what may be meant by telling, refusing or denying. Tables only.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from bot.message import Go

LINES = frozenset(
    f"line_{what}" for what in "who problem offer price tasks proof rule message learned plan".split()
) | {"promise", "people_row"}
"""Sayings that are lines of a plan."""
TOLD = frozenset({"told_job", "opinion", "success", "failure"})
"""What is told of one's work: it may be a line as well."""
MENDS = frozenset({"undo", "mend_answers"})
QUIZZED = frozenset({"answer_typed", "answer_choice", "answer_ox"})
NAMED = frozenset("personal mix automation set_price first_message people what_is_plan review source".split())
"""Sayings that name what the course teaches: under a quiz they are answers."""
CHATTER = frozenset("insult praise thanks hello bye laughter noise test tears no yes fine unknown_answer wait".split())
"""What words without a predicate may be, where something is asked for."""
POLITE = frozenset({"hello", "thanks", "praise", "bye"})
"""What a line may begin with, or be about."""
FEWEST_SAID = 4  # words of what is said to somebody else; fewer may be said to us
BUSY = frozenset({"later", "skip", "busy_today", "tired", "told_day", "weather"})
OF_A_DAY = frozenset({"told_day", "weather", "noise"})
"""What may be a line or none: it is asked about."""
NAMES_A_TASK = ("기", "하는것", "하는거")
SPOKEN = frozenset("stuck how_to_write skip later busy_today tired sad bored easier lost_job".split())
"""Statements that are no line of a plan, although they may sound like one."""
TIMED = frozenset({"remind_set", "remind_denial", "rest_wish"})
"""Sayings about when reminders come."""
REMINDERS = frozenset({"remind_question", "remind_off", "remind_less", "not_rest"})
TO_US = (
    CHATTER
    | BUSY
    | SPOKEN
    | frozenset(
        "jokes why_asked odd_question when_wrong who_are_you disagree good_news trouble advice stuck_at_work".split()
    )
)
"""What is said to us, also where a line is asked for and grammar takes it for one."""
TAKES_WORDS = frozenset({"answer", "write", "promise", "intend", "trade", "job"})
"""What is asked so that many words may answer it; what else asks says best by itself what it takes."""
ASK_WHEN = frozenset({"hour", "remind", "rest"})
"""What asks for a time."""
REFUSES = ASK_WHEN | {"trade", "intend", "promise"}
"""Questions that say best by themselves what they take: what they refused may be likely something else."""
TAKES_ALL = frozenset({"recalled", "reported", "call", "inquire"})
"""What is asked so that any words answer it."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What sayings answer an open question, and which of them may answer it or not."""

    own: frozenset[str]
    either: frozenset[str]


ASKED: Mapping[str, Asked] = {
    "write": Asked(LINES, TOLD | QUIZZED | NAMED | {"job"}),
    "promise": Asked(frozenset({"promise", "line_plan"}), LINES | QUIZZED | {"job"}),
    "intend": Asked(frozenset({"promise"}), LINES | QUIZZED | TIMED | {"job"}),
    **dict.fromkeys(("trade", "job"), Asked(frozenset({"job", "told_job", "lost_job"}), LINES | QUIZZED | MENDS)),
    "answer": Asked(QUIZZED, LINES | TOLD | NAMED | {"job", "add_decision"}),
    **dict.fromkeys(("hour", "remind", "rest"), Asked(TIMED | REMINDERS, frozenset())),
    "zone": Asked(frozenset({"zone", "abroad"}), frozenset()),
}
"""By the command that the open question's answer completes."""

LEFT_TO_RULES = (
    LINES
    | NAMED
    | TOLD
    | QUIZZED
    | TIMED
    | REMINDERS
    | MENDS
    | OF_A_DAY
    | frozenset(
        """job people people_row edit_line empty_line show_line yes no laughter call no_name forget lighter_week
        lessons_again short_lines whole_text add_decision change_cue change_promise what_question success failure
        today next quiz review contents only_reviews code_here zone photo calendar calendar_stop""".split()
    )
)
"""Sayings that a rule has to read, for what stands in them or what they are said to."""
BY_THE_WHOLE = frozenset({"left_making", "left_check", "unlink", "give_certificate", "study"})
"""Intents that fit the whole of a saying more surely than a likeness does: 점검 열어 줘 is no AI 점검."""
PLAINLY = frozenset({"", "answer", "write"})
"""The open questions, or none, under which words are heard by likeness alone; what else asks has rules of its own."""
HEARD_PLAINLY: Mapping[str, frozenset[str]] = {
    **dict.fromkeys(("later", "skip", "wait", "enough", "busy_today"), frozenset({"", "answer"})),
    **dict.fromkeys(("stuck", "unknown_answer", "fine"), frozenset({""})),
    "how_to_write": frozenset({"", "write"}),  # 길게 써도 돼요?
    **dict.fromkeys(("hint", "the_answer", "how_to_answer"), frozenset({"answer"})),
    "repeat_question": frozenset({"answer", "write"}),
    "easier": frozenset(),  # 개인화 뭐야 asks for the term
    "harder": frozenset(),  # 이건 좀 어려운데 is the contrary, in the same words
}
"""The same of what leaves a question out, or asks how to answer it."""
FINER: Mapping[str, frozenset[str]] = {
    "": frozenset({"bored"}),  # 심심해서 들어와 봤어요, of a stranger
    "sleepy": frozenset({"tired", "bored"}),
    "dear": frozenset({"sad", "trouble", "tired"}),
    "comes_again": frozenset({"when_wrong", "when_reviews"}),
    "vexed": frozenset({"insult", "trouble"}),
    "wrong_again": frozenset({"when_wrong"}),
    "one_only": frozenset({"how_to_answer", "several_fit"}),
    "where_blank": frozenset({"plan"}),
    "small_text": frozenset({"only_text"}),
    "explain": frozenset({"source"}),
    "how_to_write": frozenset({"when_wrong", "how_to_answer"}),
    "lesson_first": frozenset({"repeat", "repeat_question", "which_lesson"}),
    "how_many": frozenset({"how_often"}),
    "wait": frozenset({"later", "enough", "busy_today"}),
    "dead_button": frozenset({"bug"}),
    "why_this_answer": frozenset({"odd_question", "source"}),
    "show_family": frozenset({"who_sees", "privacy"}),
    "real_names": frozenset({"how_to_write", "must_do", "privacy"}),
    "own_time": frozenset({"remind_off"}),
    "which_hour": frozenset({"usual_hour"}),
    "undo": MENDS | {"edit_line"},
    "which_lesson": frozenset({"unknown_answer", "what_have_i_written"}),
    "who_made": frozenset({"who_are_you", "original_text"}),
    **dict.fromkeys(("can_elder", "between_jobs"), frozenset({"anybody"})),
    "few_messages": frozenset({"how_often", "remind_less"}),
    "longer_lessons": frozenset({"shorter", "whole_text"}),
    "ads": frozenset({"not_signed_up", "price"}),
    "hint": frozenset({"unknown_answer", "the_answer", "stuck"}),
}
"""Meanings of cues that are finer than those of the examples, which do not speak against them."""
NOTHING = LINES | QUIZZED | {"job", "yes", "no", "laughter", "noise"}
"""Sayings that tell nothing where nobody asked for them."""
SAID: Mapping[str, Go] = {
    **{name: Go(name) for name in ("today", "next", "contents", "plan", "source")},
    **dict.fromkeys(("remind_set", "remind_question", "remind_denial"), Go("how-set")),
    **dict.fromkeys(("remind_less", "remind_off"), Go("fewer-or-none")),
    "not_rest": Go("talk", "no_rest"),
    "undo": Go("talk", "undo_asked"),  # nothing is taken back by a likeness: it asks
    "unknown_answer": Go("talk", "easier"),
    **dict.fromkeys(("skip", "later", "what_question"), Go("talk", "fine")),
    "test": Go("talk", "hello"),
    **dict.fromkeys(("told_day", "weather"), Go("told")),
}
"""What is done about sayings that a command of their own answers; any other name is an intent with an answer."""
STATED = frozenset(
    """told_day told_job job weather opinion success failure thanks praise hello bye back insult tired busy_today
    sad bored tears lost_job loss change_jobs stuck_at_work easier harder shorter small_text took_longer bug
    odd_question fine wait not_signed_up later skip forget enough rest_wish not_rest new_phone unknown_answer
    stuck how_to_write remind_denial remind_less remind_off time_limit original_text good_news trouble disagree
    several_fit type_is_hard language advice for_others repeat_question link""".split()
)
"""What may be meant by telling something; all else is asked or wished for."""
DECIDED = frozenset({"forget", "enough", "rest_wish", "not_rest", "later", "skip"})
"""What nobody means by telling that it is over: 지난주에 쉬었어요."""
WISHED = frozenset({"calendar", "calendar_stop"})
"""What is only meant by wishing or asking for it: 농사 달력 만들어 주기."""
REFUSED = frozenset(
    "skip later fine enough must_do remind_off remind_less insult bored tired not_signed_up why_asked easier".split()
)
"""What may be meant by refusing something."""
DENIED = frozenset({"fine", "ads", "insult", "remind_denial"})
"""What may be meant by a denial: nothing that it denies."""
GIVES_UP = frozenset({"skip", "unknown_answer", "the_answer", "next"})
LEAVES_EMPTY = frozenset({"skip", "later"})
LOST_FOR_WORDS = frozenset({"stuck", "unknown_answer", "what_question"})
WANTS_NOTHING = frozenset("bye skip later fine enough wait busy_today bored no remind_off".split())
WAITS = frozenset({"later", "wait", "busy_today"})
_LOST = re.compile(
    "잘[리렸려림]|짤[리렸려림]|해고|그만|실직|실업|잃|퇴사|퇴직|권고|나오|나왔|쫓겨|폐업|망[하해했]|백수|구직|일자리|관두|관뒀"
)
NEEDED: Mapping[str, re.Pattern[str]] = {
    "lost_job": _LOST,
    "several_fit": re.compile(r"둘|셋|다|두|세|모두|전부|여러|비슷|같은|똑같|헷갈|\d번.*\d번"),
}
"""What words have to hold, to mean it: 회사에서 깨졌어요 tells of no lost job."""
TOPICS: Mapping[str, frozenset[str]] = {
    name: frozenset(sorts.split())
    for name, sorts in {
        "hours": "remind_set remind_question remind_denial any_time usual_hour two_hours when_off",
        "fewer": "remind_less remind_off how_often",
        "rest": "rest_wish not_rest busy_today tired enough later tomorrow trouble",
        "today": "today next study back what_next",
        "more": "more_a_day",
        "contents": "repeat contents which_lesson lesson_first start_over",
        "review": "review only_reviews quiz when_reviews",
        "easier": "easier unknown_answer type_is_hard",
        "hint": "hint the_answer how_to_answer repeat_question",
        "why": "why_this_answer disagree several_fit one_answer",
        "odd": "odd_question",
        "undo": "undo mend_answers",
        "plan": "plan show_line what_have_i_written is_saved what_is_plan edit_line empty_line plan_as_text",
        "write": "stuck how_to_write must_do",
        "print": "print_plan share_plan",
        "progress": "progress days_together today_minutes no_scores took_longer",
        "how-long": "how_long the_end late_start",
        "cost": "price prize not_signed_up ads",
        "what": "what_can_you_do what_is_needed worth_it",
        "anybody": "anybody age",
        "who": "who_are_you unlike_ai ask_anything name alone no_calls",
        "article": "original_text source opinion not_official trust",
        "privacy": "privacy who_sees mine mine_file",
        "forget": "forget leaving",
        "link": "link new_phone code_here",
        "job": "job told_job change_jobs lost_job",
        "inquiry": "ask_person bug",
        "law": "business_law side_job",
        "people": "people people_row few_people first_message",
        "set-price": "set_price line_price",
        "certificate": "certificate",
        "lighter": "lighter_week lessons_again",
        "letters": "small_text short_lines whole_text shorter only_text",
        "calendar": "calendar calendar_stop",
        "zone": "zone abroad",
        "call": "call no_name",
        "promise": "change_cue change_promise",
    }.items()
}
"""What may be suggested to words that nobody understood, by the sayings that speak of it; what each suggestion opens,
`handlers.suggesting` knows by the same names.
"""
