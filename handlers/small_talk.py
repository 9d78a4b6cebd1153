"""Answers to what is said to the bot itself, one line an intent. The open question stays open, and each leads on."""

from collections.abc import Callable, Mapping
from functools import partial

from bot.conversation import Sorry, Turn
from bot.korean.asked_days import next_week
from bot.korean.oneself import may_be_job
from bot.korean.spoken import clock as spoken_clock
from bot.korean.spoken import dated
from bot.korean.spoken import day as spoken_day
from bot.korean.talk import only_today
from bot.learning.day import StepKind
from bot.message import LONGEST_COMMAND, Go, Message
from handlers import (
    about_lessons,
    about_questions,
    courses,
    cue,
    helping,
    hours,
    law,
    lines_by_words,
    linking,
    oneself,
    price,
    progress,
    returning,
    rights,
    steps,
    welcome_ways,
    why,
    workshops,
)
from handlers.frank import FRANK
from handlers.keeping import briefly, hands_to, keeping, said
from handlers.reading_pace import NEXT_WEEK
from handlers.undo import LATELY

Answer = Callable[[Turn], Message]


def talk(turn: Turn) -> Message:
    """Answer an intent; the turn's words are its name and what was said: `price 이거 무료예요?`."""
    intent, _, turn.words = turn.words.partition(" ")
    answer = welcome_ways.answer_to(intent, turn) or ANSWERS.get(intent)
    if answer is None:
        raise Sorry("sorry-old-button")
    return answer(turn)


def says(intent: str, **leads: Go) -> Answer:
    """An answer that is always the same. A label's key is written with _ for -: button_less."""
    return partial(said, intent=intent, leads={label.replace("_", "-"): go for label, go in leads.items()})


def hello(turn: Turn) -> Message:
    """A stranger is welcomed, and so is a return; anybody else hears whether something waits today."""
    if turn.learner.new or steps.ending_waits(turn) or returning.comes(turn):
        return back(turn)
    done = steps.step_of_today(turn).kind in {StepKind.DONE, StepKind.END}
    return keeping(turn, [turn.say("talk-hello-done" if done else "talk-hello")])


def what_next(turn: Turn) -> Message:
    """What comes next is the day's step; within the welcome, what this is, and the open question."""
    return helping.within_welcome(turn) if steps.in_first_questions(turn) else turn.go(Go("today"))


def back(turn: Turn) -> Message:
    """A return is greeted; a stranger is welcomed, and the end is told to whoever has not heard it."""
    if turn.learner.new:
        return turn.go(Go("start"))
    return turn.go(Go("ending")) if steps.ending_waits(turn) else returning.back(turn)


def who_are_you(turn: Turn) -> Message:
    """An automatic program; within the welcome what this is comes first, for 이게 뭐예요 asks for both."""
    answer = said(turn, intent="who_are_you", leads={"command-help": Go("help")})
    return steps.opened_with(courses.hello(turn), answer) if steps.in_first_questions(turn) else answer


def undo_asked(turn: Turn) -> Message:
    """Whether to take back what was done last: at a question the answer before it. Where nothing was done lately it is
    told what can be mended, and how.
    """
    if turn.learner.undo is None or turn.now - turn.learner.undo.at > LATELY:
        return said(turn, intent="mend_answers", leads={"command-plan": Go("plan")})
    screen = turn.learner.screen
    at_quiz = screen is not None and screen.expects is not None and screen.expects.command == "answer"
    return said(turn, intent="undo_asked", leads={"button-take-back": Go("undo", "answered" if at_quiz else "lately")})


def only_reviews(turn: Turn) -> Message:
    """복습만 할래요: today, or a week of it, is theirs to say, and nothing is changed by it."""
    if turn.learner.lighter(turn.day) or not turn.standing.cards:
        return ANSWERS["review"](turn)
    leads = {"button-reviews-today": Go("review"), "button-lighter": Go("lighter")}
    return said(turn, intent="only_reviews", leads=leads)


def what_day(turn: Turn) -> Message:
    """The day and the clock where the learner lives."""
    local = turn.learner.local(turn.now)
    return said(turn, intent="what_day", day=dated(local.date()), clock=spoken_clock(local.time()))


def later_today(turn: Turn, *, intent: str) -> Message:
    """A rest, a little later, or the least there is. Who cannot be called first is not offered to be, and after the end
    there is nothing to rest from.
    """
    if turn.learner.ended_at:
        return said(turn, intent=intent, leads={"button-one-question": Go("quiz")})
    snooze = {"button-snooze": Go("remind", "once +30m")} if turn.pushed else {}
    rest = {"button-rest-a-day": Go("rest", "pause 1d"), "button-one-question": Go("quiz")}
    rest |= {"button-lighter": Go("lighter")} if turn.standing.cards else {}
    return said(turn, intent=intent, leads={**rest, **snooze})


def lighter_week(turn: Turn) -> Message:
    """Whoever asks about a week of reviews is told, and can have it, or end it, by a tap."""
    if turn.learner.lighter(turn.day):
        until = spoken_day(turn.learner.lighter_until or turn.day, steps.today(turn))
        ends = {"button-lessons-again": Go("lessons-again")}
        return said(turn, intent="lighter_week_now", back=until, leads=ends)
    if turn.learner.lighter_soon(turn.day) or next_week(turn.words):
        return _lighter_next_week(turn)
    return said(turn, intent="lighter_week", leads={"button-lighter": Go("lighter")})


def _lighter_next_week(turn: Turn) -> Message:
    """The same of a week that begins next Monday."""
    learner, ends = turn.learner, {"button-lessons-again": Go("lessons-again")}
    if learner.lighter_soon(turn.day) and learner.lighter_from and learner.lighter_until:
        today = steps.today(turn)
        first, back = spoken_day(learner.lighter_from, today), spoken_day(learner.lighter_until, today)
        return said(turn, intent="lighter_week_soon", first=first, back=back, leads=ends)
    return said(turn, intent="lighter_next_week", leads={"button-lighter-next-week": Go("lighter", NEXT_WEEK)})


def shorter(turn: Turn) -> Message:
    """Texts are not cut down; they can come in short bubbles, or do already."""
    if turn.learner.short_lines:
        return said(turn, intent="short_now", leads={"button-whole": Go("whole-text")})
    return said(turn, intent="shorter", leads={"button-short": Go("short-lines")})


def enough(turn: Turn) -> Message:
    """그만할래요: for how long is theirs to say, and nothing is changed by it; 오늘은 여기까지 is a goodbye."""
    if only_today(turn.words):
        return said(turn, intent="bye")
    off = {} if turn.learner.off or not turn.learner.rhythm else {"rest-4": Go("rest", "off")}
    rests = {"button-rest-a-day": Go("rest", "pause 1d"), "button-rest-days": Go("rest")}
    return said(turn, intent="enough", leads={**rests, **off, "command-forget": Go("forget")})


def more_a_day(turn: Turn) -> Message:
    """The next part may be opened ahead of its day, as long as there is one."""
    return keeping(turn, [turn.say("talk-more_a_day")], [steps.ahead(turn)])


def told(turn: Turn) -> Message:
    """What asks for nothing was heard, a job may be kept, and a question that has no answer here is told so."""
    if turn.words == "?":
        return said(turn, intent="no_answer", leads={"command-help": Go("help")})
    if turn.course.about.trade_of(turn.words) and may_be_job(turn.words, known=True):
        kept = Go("job", turn.words)
        fits = len(str(kept).encode()) <= LONGEST_COMMAND  # a longer job is asked for once more
        return said(turn, intent="told_job", leads={"button-change-job": kept if fits else Go("job")})
    return said(turn, intent="told")


BRIEF = tuple(
    """thanks praise feels hungry weather_now remark musing dear sleepy grumble wait bye sorry_said funny delighted
    vexed took_pains so_close""".split()
)
"""Small remarks, each answered in one bubble."""
SAME = """
    day_minutes rejoin name age price tell_a_friend lost_job change_jobs
    minor sign_up not_daily for_others
    language late_start good_news prize advice disagree several_fit type_is_hard usual_hour
    dead_button memorise comes_again seen_before one_only none_fits not_sent wrong_again same_word ask_somebody
    questions_left others_not_shown two_jobs counts_as_job no_habit no_weekends unnamed style longer_lessons
""".split()
"""Intents with an answer that is always the same and leads nowhere else."""
ANSWERS: Mapping[str, Answer] = {
    "undo_asked": undo_asked,
    "repeat_question": about_questions.repeat_question,
    **{name: says(name) for name in (*SAME, *FRANK)},
    **{name: partial(briefly, intent=name) for name in BRIEF},
    "fine": about_questions.fine,
    "nobody_added": says("nobody_added", command_plan=Go("plan")),
    "hello": hello,
    "back": back,
    "who_are_you": who_are_you,
    "what_can_you_do": helping.within_welcome,
    "certificate": says("certificate", button_acts=Go("certificate"), command_plan=Go("plan")),
    "give_certificate": hands_to("certificate"),
    "worth_it": says("worth_it", command_plan=Go("plan")),
    "how_long": about_lessons.how_long,
    "today_minutes": about_lessons.today_minutes,
    "tomorrow": progress.tomorrow,
    "set_price": hands_to("price"),
    "left_making": hands_to("practice"),
    "left_check": hands_to("check"),
    "what_have_i_written": hands_to("plan"),
    "print_plan": hands_to("print"),
    "plan_as_text": hands_to("print", "txt"),
    "plan_as_notes": hands_to("print", "md"),
    "share_plan": hands_to("share"),
    "make_card": hands_to("card"),
    "add_decision": hands_to("add-decision"),
    "pasted_list": hands_to("offer-people"),
    "heard_of_others": lines_by_words.heard_of_others,
    **{f"{what}_line": partial(lines_by_words.by_words, what=what) for what in ("edit", "empty", "show")},
    **dict.fromkeys(("repeat", "start_over"), about_lessons.repeat),
    "which_lesson": about_lessons.which_lesson,
    "easier": about_lessons.easier,
    "harder": about_lessons.harder,
    "stuck": about_lessons.stuck,
    **dict.fromkeys(("shorter", "short_lines"), shorter),
    "small_text": says("small_text", button_short=Go("short-lines")),
    "whole_text": says("whole_text", button_whole=Go("whole-text")),
    **dict.fromkeys(("lighter_week", "lessons_again"), lighter_week),
    "only_reviews": only_reviews,
    "the_end": about_lessons.the_end,
    "no_rest": hands_to("how-set"),
    "no_name": hands_to("call"),
    "calendar": hands_to("calendar"),
    **dict.fromkeys(("calendar_stop", "calendar_stop_how"), hands_to("calendar-stop", "?")),
    "unlink": hands_to("link", linking.OFF),
    "change_promise": cue.which,
    "change_cue": hands_to("cue"),
    "hint": about_questions.hint,
    "how_to_answer": about_questions.how_to_answer,
    "why_asked": why.why_asked,
    "the_answer": about_questions.the_answer,
    "how_often": hands_to("how-set"),
    "sound": says("sound", command_remind=Go("remind")),
    "must_do": says("must_do", command_plan=Go("plan")),
    "is_saved": says("is_saved", command_mine=Go("mine")),
    "first_message": partial(about_lessons.taught_in, intent="first_message", lesson="27-first-message"),
    **{name: partial(law.talked_of, intent=name) for name in ("business_law", "side_job")},
    "when_reviews": says("when_reviews", command_review=Go("review")),
    "what_is_plan": says("what_is_plan", command_plan=Go("plan")),
    "days_together": says("days_together", command_progress=Go("progress")),
    "ads": says("ads", command_rest=Go("rest")),
    "how_to_write": about_questions.how_to_write,
    "this_word": about_questions.this_word,
    "this_option": about_questions.this_option,
    "where_blank": about_questions.where_blank,
    "write_for_me": about_questions.write_for_me,
    "what_to_erase": says("what_to_erase", command_plan=Go("plan")),
    "price_line": price.wondered,
    "about_price": says("about_price", button_price=Go("price")),
    "paragraph_sign": says("paragraph_sign", command_source=Go("source")),
    "show_family": says("show_family", button_share=Go("share")),
    "lost_place": says("lost_place", button_today=Go("today")),
    "ask_anything": says("ask_anything", command_help=Go("help")),
    "review": hands_to("review"),
    **{name: says(name) for name in ("photo", "when_wrong", "laughter")},
    "mend_answers": says("mend_answers", command_plan=Go("plan")),
    "took_longer": says("took_longer", button_one_question=Go("quiz")),
    "more_a_day": more_a_day,
    "courses": hands_to("course"),
    "take_course": courses.course,
    "unknown_word": lambda turn: said(turn, intent="unknown_word", word=turn.words),
    "original_text": about_lessons.original_text,
    "why": why.why,
    "why_this_answer": lambda turn: why.of_the_answer(turn) or about_lessons.why_this_answer(turn),
    "odd_question": about_questions.odd_question,
    "bug": says("bug", button_today=Go("today")),
    "busy_today": partial(later_today, intent="busy_today"),
    "tired": partial(later_today, intent="tired"),
    "trouble": partial(later_today, intent="trouble"),
    "sad": says("sad", button_rest_a_day=Go("rest", "pause 1d")),
    "bored": about_questions.bored,
    "jokes": says("jokes", command_quiz=Go("quiz")),
    "cannot": says("cannot", command_help=Go("help")),
    "two_hours": hours.two_hours,
    "insult": says("insult", button_less=Go("less"), command_rest=Go("rest")),
    "opinion": says("opinion", command_source=Go("source")),
    **{name: says(name, button_people=Go("people")) for name in ("success", "first_sale", "failure", "no_contact")},
    "enough": enough,
    "stays": partial(briefly, intent="fine"),
    "what_day": what_day,
    **{name: hands_to(name) for name in ("call", "checklist", "job", "mix", "link", "people", "progress", "quiz")},
    **{name: hands_to(name) for name in ("personal", "automation")},
    "study": workshops.go_on,
    "zone": oneself.zone_told,
    **rights.ANSWERS,
    "what_next": what_next,
    "lesson_first": about_lessons.lesson_first,
    "loss": says("loss", button_rest_a_day=Go("rest", "pause 1d")),
    "tears": says("tears", button_rest_a_day=Go("rest", "pause 1d")),
    "abroad": says("abroad", command_zone=Go("zone")),
    "english": says("english", command_help=Go("help")),
    "other_language": says("other_language", command_help=Go("help")),
}
"""By the intents of locales/ko/sayings/intents.toml."""
