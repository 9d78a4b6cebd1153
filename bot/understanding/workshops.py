"""What is said in a workshop: an answer to its question, the wish for an example, a step back, or leave. Pure."""

import re

from bot.korean.mixing import mixture
from bot.korean.offers import tells_time
from bot.korean.quantities import minutes, names_amount, won
from bot.korean.tasks import tasks_in
from bot.message import Go
from bot.understanding.acts import Act, fronted
from bot.understanding.heard import Heard
from bot.understanding.names import Meaning
from bot.understanding.sayings import NO, YES
from bot.understanding.taking_back import CANCELS, UNDOES

WORKSHOPS = frozenset({"personal", "automation", "mix", "price"})
"""Commands whose open questions are those of a workshop."""
CHECKLIST = "checklist"  # is left with the same words as a workshop
BACK, STOP, EXAMPLE, LEFT_OUT, ANEW, FILE = "<", "!", "?", "-", "new", "+"
"""What is said to a workshop in place of an answer; no button's label says so."""
QUOTES = frozenset({"problem"})
"""Questions whose answer somebody else has said, be it a question or a wish."""
RESULTS = frozenset({"personal offer", "automation done"})
"""Where a result is shown."""
WHOLE_PRICE = 3  # colons between the four answers that make a price
TIMED = frozenset({"personal until"})
"""Questions that ask for a time: 나중에 is an answer there, if no good one."""
SENTENCES = frozenset({"personal offer"})
"""Where words may be a better sentence than ours."""
MAY_BE_NONE = frozenset({"personal ai", "personal hand"})
"""Questions that a refusal answers: AI는 안 쓸래요."""
ABOUT_WHAT_TO_SAY = frozenset({"stuck", "easier", "why_asked"})
"""Intents that an example answers."""
KNOWS_ITSELF = frozenset({"price"})
"""Workshops that take 몰라요 for an answer."""
LONGEST = 40  # characters; whoever leaves, goes back or asks what to write says no more

_BACK = re.compile(
    "(?:다시)?(?:(?:한칸|하나|한단계)?(?:뒤로|앞으로돌아)(?:가기|가|갈래요?|가줘요?|가주세요|가자|갈게요?|돌아가줘)?"
    "|(?:아|앗|어)*잘못(?:눌렀|적었|썼|보냈)[가-힣]{1,4}"
    "|이전(?:질문|단계|으로|거)?(?:으로)?(?:가줘|갈래요?|보여줘)?|(?:바로)?앞(?:의)?(?:질문|단계|칸)(?:으로|다시)?(?:가줘|갈래요?|보여줘)?)"
)
_STOP = re.compile(
    "(?:여기서|이제|지금은|오늘은|일단|이거|융합|조합|조합기|개인화|자동화|값정하기)?(?:그만(?:할래요?|할게요?|하자|둘래요?|둘게요?|하고싶어요?|요)?|나갈래요?|나가기|나중에(?:할래요?|할게요?|하자|이어서할게요?)?"
    "|닫기|닫아줘|안할래요?|그만하기|멈춰줘?|멈출래요?|멈출게요?)"
)
_ANEW = re.compile(
    "(?:(?:여기|적은거|적은것|일|목록)?(?:다|모두|전부|싹|몽땅)(?:지워|비워|없애|삭제|초기화)[가-힣]{0,5}"
    "|처음부터(?:다시)?(?:할래요?|할게요?|하자|시작할래요?|해줘|하고싶어요?|요)?|(?:새로|다시)(?:시작)?(?:할래요?|할게요?|하자|하기))"
)
_EXAMPLE = re.compile(
    "(?:예를들(?:면|어(?:줘|주세요|서|볼래요?|봐|요)?)|예시|보기|샘플)(?:요|가|는|좀|하나|하나만|를|을|도)?(?:있어요?|있나요?|줘요?|주세요|보여줘요?|보여주세요|들어줘요?|들어주세요|알려줘요?|알려주세요)?"
    "|(?:여기(?:에|다|에다)?|이거|이건|그냥)?(?:뭐라고|뭘|뭐를|무엇을|무슨말을|어떻게)(?:쓰|적|써|답|대답|말|하|해)[가-힣]{0,8}"
    "|(?:무슨|뭔)(?:뜻|말|소리)(?:이에요|예요|이야|야|인가요|인지|이죠|임)?[가-힣]{0,6}|이해가안(?:가요?|돼요?|되네요)|어려워요?|어렵네요|도와줘요?|도와주세요"
)
_FILES = re.compile(
    "(?:.{0,20}?(?:적어|저장해|넣어|기록해|담아)(?:줘요?|주세요|주라|주실래요?|줄래요?|놔줘?|두자|둬요?|요)?|.{0,20}?적(?:을래요?|을게요?|자|기)"
    "|(?:네|응|아주|이대로|그대로|이걸로|이값으로|이렇게)*(?:좋아요?|좋네요?|좋습니다|괜찮아요?|괜찮네요?|마음에들어요?|맘에들어요?|딱이에요|할게요?|할래요?))"
)
"""What agrees to file a result, or names the one to file: 약속 적어 줘."""
_LABEL = re.compile(r"[가-힣]{2,}?(?=[와과]?(?:\s|$))")
"""The words of a button that files a result: 범위, 기간 and 적기 of 범위와 기간 적기."""
_ADDS = re.compile(
    "(?:(?:나머지|다른것|다른거|이것|그것|하나더|마저)[도는은]?)?(?:더)?(?:적어|저장해|넣어|기록해|담아)(?:줘요?|주세요|줄래요?|요)?|적을래요?|적기"
)
_REMINDERS = re.compile("알림|알람|푸시|레슨|수업은?\\s?그만|꺼|끄|(?:그만|안)\\s?보내|쉴|쉬")
"""Without one of these, a wish about a time is an answer: 일요일 저녁까지 줄게요."""
_KNOWS_NOT = re.compile("몰|모르|글쎄|떠오|떠올|생각|감이|막막|ㅁㄹ")  # 빨리 and 그대로 alone are no 몰라요
EDIT_LINE = "edit_line"  # the intent of who names a line to write
_TIMES = re.compile(r"\d\s?(?:회|번|시간|분|개|명|건|장|만|천)")
_ALONE = {"업무자동화": "automation", "일자동화": "automation"}
"""Words that open a workshop where no question is open. 개인화 and 자동화 are terms, whose meaning offers it."""


def in_workshop(heard: Heard) -> Meaning | None:
    """What words mean under a workshop's question. Small talk, and a wish about reminders, are left to the others."""
    expects = heard.expects
    if expects and expects.command == CHECKLIST and (_STOP.fullmatch(heard.bare) or CANCELS.fullmatch(heard.bare)):
        return Meaning(expects.saying(STOP))
    if expects is None:
        return _files_more(heard)
    if expects.command not in WORKSHOPS or not heard.words:
        return None
    if _is_result(expects) and _names_another_line(heard):
        return Meaning(Go("talk", f"{EDIT_LINE} {heard.words}"))
    if sign := _sign(heard, expects):
        return Meaning(expects.saying(sign))
    if _is_said_to_us(heard):
        return None
    return Meaning(expects.saying(heard.words))


def lists_tasks(heard: Heard) -> Meaning | None:
    """알림 문자 보내기 매일 10분 위험 낮음, where tasks are asked for: no command, although it begins like one."""
    expects = heard.expects
    if expects is None or expects.command != "automation":
        return None
    told = any(task.minutes and (task.a_week or task.risk) for task in tasks_in(heard.words))
    return Meaning(expects.saying(heard.words)) if told else None


def opens_workshop(heard: Heard) -> Meaning | None:
    """미용이랑 사진 섞어 줘, 업무 자동화: where nothing else is asked."""
    if heard.screen is None or (heard.expects and heard.expects.command not in WORKSHOPS):
        return None
    if name := _ALONE.get(heard.bare):
        return Meaning(Go(name))
    two = mixture(heard.words) if len(heard.words) <= 2 * LONGEST else None
    if not two or not two.mine or _TIMES.search(heard.words) or names_amount(heard.words):
        return None  # 가격 7만 x 3회
    return Meaning(Go("mix", heard.words))


def _sign(heard: Heard, expects: Go) -> str:
    """What is said in place of an answer, or ""."""
    said, act = heard.bare, heard.reading.act
    if len(heard.words) > LONGEST:
        return ""
    if heard.words.strip() in {BACK, STOP, EXAMPLE, LEFT_OUT}:
        return heard.words.strip()
    at = f"{expects.command} {expects.argument.partition(' ')[0]}"
    if _is_result(expects) and (said in YES or _FILES.fullmatch(said)):
        return f"{FILE} {heard.words}"
    if CANCELS.fullmatch(said) or (_STOP.fullmatch(said) and not (at in TIMED and said.startswith("나중"))):
        return STOP
    if said in NO or _BACK.fullmatch(said) or UNDOES.fullmatch(said):
        return BACK
    if _ANEW.fullmatch(said):
        return ANEW
    if at in MAY_BE_NONE and act in (Act.REFUSAL, Act.DENIAL):
        return LEFT_OUT
    if _EXAMPLE.fullmatch(said) or act is Act.LAUGHTER or _talk(heard) in ABOUT_WHAT_TO_SAY:
        return EXAMPLE
    turns = heard.reading.wishes or act in (Act.WISH, Act.REFUSAL, Act.DENIAL)
    if at in SENTENCES and turns:
        return BACK  # 다른 사람으로 할래 is no sentence that offers something
    if expects.argument.partition(" ")[0] in QUOTES or mixture(heard.words) or _tells_number(heard.words):
        return ""
    if act is Act.SKIP and not said.startswith("그대로") and expects.command not in KNOWS_ITSELF:
        return LEFT_OUT
    unknown = act is Act.UNKNOWN_ANSWER and _KNOWS_NOT.search(said) and expects.command not in KNOWS_ITSELF
    return EXAMPLE if unknown or (heard.reading.asks and not _talk(heard)) else ""


def _is_result(expects: Go) -> bool:
    """Whether what came of a workshop is shown, and waits to be filed."""
    at = f"{expects.command} {expects.argument}"
    return at in RESULTS or (expects.command == "price" and expects.argument.count(":") >= WHOLE_PRICE)


def _names_another_line(heard: Heard) -> bool:
    """가격 적을래, where what was made may be filed as the promise: a line that none of the buttons files."""
    labels = [word for button in heard.screen.buttons for word in _LABEL.findall(button.label)] if heard.screen else []
    return _talk(heard) == EDIT_LINE and not any(word in heard.bare for word in labels)


def _files_more(heard: Heard) -> Meaning | None:
    """범위도 적어 줘, where a result was filed: the button of another that the words name, else the first."""
    screen = heard.screen
    if screen is None or screen.expects or not _FILES.fullmatch(heard.bare):
        return None
    more = [button for button in screen.buttons if button.go.command.removesuffix("-keep") in WORKSHOPS]
    named = [button for button in more if any(word in heard.bare for word in _LABEL.findall(button.label)[:-1])]
    return Meaning((named or more)[0].go) if named or (more and _ADDS.fullmatch(heard.bare)) else None


def _tells_number(words: str) -> bool:
    """2만 원쯤?, 사흘?: an answer with a question mark."""
    return won(words) is not None or minutes(words) is not None or tells_time(words)


def _is_said_to_us(heard: Heard) -> bool:
    """Whether the words are no answer: thanks, the wish for another workshop, reminders that shall be off."""
    alone = heard.reading.act is Act.WISH and len(heard.words.splitlines()) == 1 and _REMINDERS.search(heard.words)
    about = heard.about_reminders if alone else None
    return bool(_talk(heard) or (about and about.sure))


def _talk(heard: Heard) -> str:
    return heard.language.intents.of(fronted(heard.words)) if len(heard.words) <= 2 * LONGEST else ""
