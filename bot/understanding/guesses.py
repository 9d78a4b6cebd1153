"""What words may mean that are no button's label and no command's name: guesses, the surest first. Pure."""

import re
from collections.abc import Callable

from bot.korean import when
from bot.korean.hangul import is_initials
from bot.korean.oneself import left_for, tells_job
from bot.korean.ordinals import mentioned
from bot.message import Go
from bot.understanding import first_questions as first
from bot.understanding import time_wishes as timed
from bot.understanding.about_law import law_asked
from bot.understanding.about_lines import (
    amends,
    completes,
    decides,
    dictated,
    looks_for_a_line,
    rewrites,
    tells_a_decision,
)
from bot.understanding.about_people import (
    SHOWN,
    about_people,
    by_number,
    drops_the_last,
    lists_one,
    next_row,
    renames,
    reorders,
)
from bot.understanding.acts import Act
from bot.understanding.adding_nobody import adds_nobody
from bot.understanding.calling import called, tells_name
from bot.understanding.cued import cued, cued_at_quiz
from bot.understanding.first_ways import job_corrected
from bot.understanding.heard import Heard
from bot.understanding.likely import likely, plainly
from bot.understanding.names import Meaning, slip
from bot.understanding.open_lines import LEFT_OUT, OPEN_LINES, is_chat
from bot.understanding.otherwise import said_otherwise
from bot.understanding.reading import folded
from bot.understanding.sayings import YES
from bot.understanding.screen_words import unknown_word
from bot.understanding.suggested import suggested
from bot.understanding.taking_back import asked_again, taken_back
from bot.understanding.talk import (
    behind_a_reason,
    behind_a_reason_where_asked,
    hour_with_a_reason,
    rest_meanwhile,
    said_with_flourish,
    slip_told,
    small_remark,
    small_talk,
    talk_under_a_question,
    term_by_itself,
    title_by_itself,
    told,
    wishes_of_us,
)
from bot.understanding.under_questions import (
    as_said,
    asked_about,
    claimed,
    corrected,
    in_own_words,
    is_no_pause,
    leaves_out,
    not_resting,
    passed_by,
    picks_by_place,
    picks_time,
    resting_after_all,
)
from bot.understanding.workshops import WORKSHOPS, in_workshop, opens_workshop

_LONGEST_GUESS = 40  # characters; a longer saying is no command


def answer(heard: Heard) -> Meaning | None:
    """What the open question expects, unless it cannot be meant for it. 패스 and 몰라요 leave an open line empty."""
    expects = heard.expects
    takes_none = expects is not None and expects.command in {*OPEN_LINES, "person", "hour"}
    if expects and takes_none and leaves_out(heard) and first.may_leave_out(heard):
        unknown = expects.command == "write" and heard.reading.act is Act.UNKNOWN_ANSWER
        return Meaning(Go("stuck", expects.argument) if unknown else expects.saying(LEFT_OUT))
    if expects and expects.command in WORKSHOPS:
        return None  # they have been heard already
    if expects and timed.denies_a_time(heard):
        denied = when.hours_denied(heard.words)
        return Meaning(expects.saying(heard.typed) if denied else Go(expects.command))
    if is_no_pause(heard) or _is_no_answer(heard) or is_chat(heard) or _is_command_after_all(heard):
        return None
    if expects and wishes_of_us(heard):
        return Meaning(Go("file", f"{expects.argument} {heard.typed}"))
    return _open_question(heard)


def _is_no_answer(heard: Heard) -> bool:
    """오타요, 나중에 풀게, 엥: what takes back, puts off, refuses or scolds, or is said to us, is no answer."""
    asked = heard.expects.command if heard.expects else ""
    if asked == "answer" and mentioned(heard.words) and heard.reading.act not in NO_ANSWERS:
        return False  # 5번이요: it is told which there are
    otherwise = (asked == "answer" and heard.reading.act in NO_ANSWERS) or said_otherwise(heard)
    return asked in {"answer", "trade", "job"} and otherwise and not heard.claimed


def _is_command_after_all(heard: Heard) -> bool:
    """복슴, 아침 6시 반으로 부탁: under a quiz that does not claim it, or at a line, no answer but a slip or a wish."""
    expects = heard.expects.command if heard.expects else ""
    if expects not in {"answer", "write", "promise", "intend"} or heard.claimed:
        return expects == "person" and heard.reading.wishes and said_with_flourish(heard) is not None  # 탈퇴할게요
    wished = expects == "answer" and (heard.reading.wishes or heard.words.startswith(REMINDERS))
    named = said_with_flourish(heard)
    if " " in heard.words:
        return bool(
            (wished and timed.time_wish(heard)) or (named and expects == "answer" and not is_initials(heard.bare))
        )
    command = named and (heard.words.endswith("!") or STRAY.search(heard.words))  # 도움!, 다음ㅇ
    return bool(command or heard.bare in heard.vocabulary.latin or (not named and slip_of_the_thumb(heard)))


def answer_after_all(heard: Heard) -> Meaning | None:
    """What turned out to be nothing else may be the answer after all; a line is asked about before it is kept."""
    expects = heard.expects
    if expects and expects.command == "answer" and _is_no_answer(heard):
        named = len(mentioned(heard.words)) == 1  # 잘못 눌렀네 1번인데: it is asked whether that one is meant
        return Meaning(expects.saying(heard.typed if named else f"{ASIDE} {heard.typed}"))
    if expects is None or not heard.words or not is_chat(heard):
        return None
    if expects.command == "intend" and heard.reading.act in (Act.REFUSAL, Act.DENIAL):
        return Meaning(expects.saying(LEFT_OUT))
    if first.asked_first(heard) and heard.reading.asks:
        return Meaning(Go("talk", f"what_question {heard.words}"))  # 하는 일이 여러 갠데 어떡해요
    if expects.command in {"recalled", "call"} or first.asked_first(heard):
        return _open_question(heard)  # it is held against nothing, and not kept; or it is refused with what is asked
    if expects.command in {"promise", "cue"}:
        return Meaning(Go("talk", f"not_a_promise {heard.typed}"))
    return Meaning(Go("file", f"{expects.argument} {heard.typed}")) if expects.command == "write" else None


def _open_question(heard: Heard) -> Meaning | None:
    """What was said answers it; 7만 원 아니 9만 원 says the second."""
    expects = heard.expects
    if expects and expects.command == "write" and (mended := _AMOUNT_MENDED.sub("", heard.typed)) != heard.typed:
        return Meaning(expects.saying(mended))
    return Meaning(expects.saying(heard.typed)) if expects and heard.typed else None


def _told_of_those_shown(heard: Heard) -> Meaning | None:
    """3번은 빼 줘 where the ten people are on the screen, or why somebody is one is asked: a report is no reason."""
    if dropped := drops_the_last(heard):
        return dropped
    if heard.expects and heard.expects.command == "person" and heard.expects.argument.endswith((" why", " next")):
        added = about_people(heard)
        return added if added and added.go.argument.startswith("add ") else about_people(heard, by_place=True)
    if heard.expects and heard.expects.command == "add-person":
        added = about_people(heard)
        return added if added and added.go.argument.startswith("add ") else None
    buttons = heard.screen.buttons if heard.screen and not heard.expects else ()
    shown = any(button.go.command in SHOWN for button in buttons)
    return about_people(heard, by_place=True) if shown else None


def told_of_people(heard: Heard) -> Meaning | None:
    """셔츠 손님한테 보냈어요, where no question is open that takes it, and nothing else is meant by it."""
    told = None if heard.screen is None or first.asked_first(heard) else about_people(heard)  # a stranger has no ledger
    surely = told and (told.go.command == "people" or told.go.argument.startswith("alias ") or _WHO.search(heard.words))
    return told if surely or not small_talk(heard) else None


def _list_of_people(heard: Heard) -> Meaning | None:
    """Several lines, pasted where nobody asked for them; 꽃집 사장님 - 카드 문구 is one."""
    lines = sum(1 for line in heard.words.splitlines() if line.strip())
    listed = heard.words if lines > 1 or lists_one(heard.words) else next_row(heard.words)
    free = heard.expects is None or heard.expects.command in {"remind", "rest"}  # which it did not fit
    return Meaning(Go("offer-people", listed)) if listed and heard.screen and free else None


def _tells_job(heard: Heard) -> Meaning | None:
    """저는 개발자예요: kept as what they do, where it is no line or promise; 저 이제 마케터예요 anywhere."""
    expects = heard.expects.command if heard.expects else ""
    short = len(heard.words) <= _LONGEST_GUESS and "job" in heard.vocabulary.latin
    if not short or heard.reading.asks or expects in {"trade", "job"}:
        return None
    if not expects and (job := left_for(heard.words)):
        return Meaning(Go("job-told", job))
    anew = expects in OPEN_LINES - {"intend"} or expects == "answer"
    if not tells_job(heard.words, anew=anew) or heard.intent:
        return None
    return Meaning(Go("job-told", heard.words))


def _yes(heard: Heard) -> Meaning | None:
    """On with the day; where a line or one of the first three questions is open, that question again."""
    expects = heard.expects
    laughs = expects is not None and expects.command == "write" and heard.reading.act is Act.LAUGHTER
    agrees = not YES.isdisjoint((heard.bare, folded(heard.words)))
    if heard.screen is None or not heard.screen.buttons or not (agrees or laughs):
        return None
    if expects and expects.command in (OPEN_LINES | first.FIRST_QUESTIONS) - {"recalled"}:
        again = Go("line", expects.argument) if expects.command == "write" else Go(expects.command)
        return Meaning(again) if expects.command in {"write", *first.FIRST_QUESTIONS} else None
    return Meaning(Go("next")) if "next" in heard.vocabulary.latin else None


def slip_of_the_thumb(heard: Heard) -> Meaning | None:
    return slip(heard.words, heard.vocabulary) if len(heard.words) <= _LONGEST_GUESS else None


_AMOUNT_MENDED = re.compile(
    r"(?<![\d,])\d[\d,]{0,15}\s?(?P<unit>만\s?원|천\s?원|원|명|분|시간|번|회|주|일|개월|달|개|곳|퍼센트|%)[\s,.…]+(?:아\s)?(?:아니다?|아니야|아냐|아니지)[\s,.…]+"
    r"(?=\d[\d,]*\s?(?P=unit))"
)
_WHO = re.compile(r"번(?:째)?\s?(?:분|사람)?(?:이|은|는|째가)?\s?누구")  # 9번이 누구였지, and no box
REMINDERS = ("알림", "알람")
ASIDE = "?"  # before what is surely no answer
NO_ANSWERS = frozenset({Act.CANCEL, Act.SKIP, Act.REFUSAL, Act.INSULT})
STRAY = re.compile("[가-힣]{2}[ㄱ-ㅊㅌㅍㅏ-ㅛㅡㅣ]$")
GUESSES: tuple[Callable[[Heard], Meaning | None], ...] = (
    timed.tells_zone,  # 저 한국 왔어요. 시간대 서울, whatever question is open
    first.job_and_hour,  # 저는 미용사고 저녁 8시쯤이 좋아요, at the first question
    first.job_and_doubt,  # 요리산데 괜찮나
    first.job_behind,  # 강사 말고 학원 데스크에요: before what takes back, for it says what is meant instead
    first.hour_mended,  # 8시 반 아니고 7시 반이요: before what takes back, for it says what is meant instead
    rest_meanwhile,  # 모레부터 나흘간 제주도 가요 그동안 쉴래요
    hour_with_a_reason,  # 월요일은 못 해요 저녁 9시로: before what denies, for it denies no hour
    first.part_mended,  # 아침 말고 밤으로
    first.half_denied,  # 8시면 좋은데 아침은 아니에요
    job_corrected,  # 아니다 인테리어가 아니고 간판집이요, right after the job: before what looks for an hour
    first.refuses,  # 시간 정하기 싫어요: before what only tells that nothing has to be set
    first.hour_first,  # 저녁 9시, at the first question
    first.said_to_them,  # 뒤로, 아무 때나, where one of the first three questions is open
    called,  # 민지요, 별로: before what takes back, for 그냥 그대로 둬 takes nothing back there
    not_resting,  # 그냥 안 쉴래요, where a pause is asked for
    in_workshop,  # 뒤로, 예를 들면?, and whatever a workshop's question is answered by
    picks_by_place,  # 두번째꺼로 할게요, where it is no quiz
    picks_time,  # 오후요, where hours are offered beside a question
    corrected,  # 2번 아니 1번, under a quiz
    in_own_words,  # 그 말은 적어 두고 계속 간다: before what is said to us, for 그만둘 것 같아요 may be an option
    cued_at_quiz,  # 외워야 돼요?: before what looks for a line, for 보기에 내 생각이 없어 looks for none
    taken_back,  # 아니, 취소: nothing else is meant by it, whatever question is open
    asked_again,  # 오타요, where nothing was changed: the question once more
    timed.waits,  # 네시간있다가
    timed.to_other_days,  # 화목토로: before what takes it for an hour that is missing
    timed.said_of_reminders,  # 알림이 너무 많아요: it can be nothing else
    reorders,  # 2번이랑 3번 순서 바꿔 줘
    _told_of_those_shown,  # 3번은 빼 줘
    adds_nobody,  # 그 사람은 안 넣을래요, where somebody is asked for
    by_number,  # 9번
    completes,  # 삼만 원, where the line on the screen names no amount yet
    decides,  # 그만하기로 했어요; where there is nothing to decide it means something else
    looks_for_a_line,  # 내가 쓴 글에서 가격 찾아 줘
    amends,  # 이틀을 사흘로 바꿔 줘
    renames,  # 3번 김 사장님으로 바꿔: before what rewrites a line
    rewrites,  # 가격을 12만 원으로 바꿔 줘
    claimed,  # 2번 갈게요, where a quiz is open
    first.job_in_english,  # nurse, where it is asked what somebody does
    cued,  # 대신 써 주시면 안 돼요?, where a line is open
    law_asked,  # 통신판매 신고 해야 돼요?: before likeness, which knows no law
    unknown_word,  # 프리랜서라는 게 무슨 뜻인가요
    small_remark,  # 배고프다, 중학생인데 해도 돼요?: before likeness, which knows less of it
    slip_told,  # 손이 미끄러져서 딴 거 눌렀어요
    dictated,  # 이대로 적어 주세요: 쉬는 날엔 답 안 해요
    plainly,  # 사람이 답해 주는 거예요?: before the rules, which know less of what is said to us
    asked_about,  # 3번이 뭐예요?
    passed_by,  # 이 문제 넘기고 다음 거 줘 봐요
    talk_under_a_question,  # 사람이에요?: nothing that a quiz, a trade or a plan would take
    tells_name,  # 민지라고 불러 주세요
    _tells_job,  # 저 이제 마케터예요
    behind_a_reason_where_asked,  # 바빠서 그런데 내일 하면 안 될까요
    answer,  # the open question, before anything that is only likely
    timed.perhaps_of_reminders,  # 매일은 많아요
    said_with_flourish,  # a command with an ending, in the other layout, or begun: 퀴즈 줘
    told_of_people,  # 셔츠 손님한테 보냈어요; whom nobody in the ledger fits leaves the words to the others
    small_talk,  # questions back, thanks, moods
    opens_workshop,  # 미용이랑 사진 섞어 줘
    term_by_itself,  # 가설; chat comes first, for 고마워 is said more often than any term's initials
    title_by_itself,  # 세 전략 지도
    timed.time_wish,  # 저녁 8시
    _yes,  # 네, where no button says so: on with the day
    slip_of_the_thumb,  # after the time: 아침 is one slip away from 알림
    _list_of_people,
    tells_a_decision,  # 세 분 다 필요 없대서 접기로 했어요
    behind_a_reason,  # ㅇㅋ 담, 레슨 말고 퀴즈만 풀래요
    timed.told_in_passing,  # 점심시간 너무 짧아요
    likely,  # 번호 수집해요?, after all that is understood by a rule
    resting_after_all,
    told,  # 저 이제 퇴근했어요, where no question is open
    first.another_moment,  # 집에 오면, right after the first three questions
    as_said,  # 동네에서 커튼 달아요, at the first question: whether it is meant as it was said
    suggested,  # 됐어요 이만하면: what nobody else understood may be about one of a few things
    answer_after_all,  # what nobody else understood is asked about
)
"""What words may mean that are no button's label and no command's name, the surest first."""
