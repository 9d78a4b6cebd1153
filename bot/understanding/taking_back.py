"""What takes something back: a change that is shown, one of lately, or a line that was only asked about. Pure."""

import re

from bot.korean.decided import decided
from bot.message import Go
from bot.understanding.acts import Act
from bot.understanding.heard import Heard
from bot.understanding.names import Meaning
from bot.understanding.sayings import NO, YES

LATELY = "lately"
WRITTEN = "written"  # a line, and neither a setting nor an answer
FILE = re.compile(
    "(?:네|예|응|넵|그래|좋아요?)?(?:그냥|그대로)?(?:적어|써|저장해|넣어)(?:줘|줘요|주세요|요|둬|줄래|주라)?|적을게요?|적자|적기요"
)
"""What agrees to file a line."""
REPLACES = re.compile(
    "(?:네|예|응|넵|그래|좋아요?)?(?:바꿔|바꾸|바꿀|교체해|갈아|새로적어)(?:줘요?|주세요|주라|줄래요?|요|래요?|게요?|자|기|도돼요?|놔요?|놔줘)?"
)
"""What agrees that another line gives way."""
STAYS = re.compile(
    "(?:그냥|지금|원래)?(?:그대로|이대로|놔|냅|두|둬|남겨)[가-힣]{0,6}|(?:안|바꾸지|고치지)(?:바꿔|바꿀|고칠|고쳐|마|말)[가-힣]{0,4}|바꾸기싫[가-힣]{1,3}"
)
"""What leaves a line as it is."""
AGREED = frozenset({"decide", "keep-people", "personal-keep", "automation-keep", "mix-keep", "price-keep"})
"""What the first button of a question says that plain words agree to."""
UNFILE = re.compile("아니|아뇨|아냐|아녀|안적|적지마|적지말|빼|됐|싫|노|ㄴㄴ|no")
MISTYPED = re.compile("오타|엔터|전송|잘못(?:썼|쳤|적었|보냈|요?$)")
"""What speaks of words, and so of the open question: no setting of a minute ago is taken back by it."""
UNWRITES = re.compile(
    r"^(?:아\s|앗\s|저\s)?(?:방금|아까|금방|좀\s?전에|위에|앞에|조금\s?전에)\s?(?:제가\s|내가\s)?(?:쓴|적은|올린|보낸|입력한|말한)\s?"
    r"(?:거|것|건|걸|줄|글|말|문장|답)(?:은|을|도|만)?\s?(?:좀\s|다시\s)?(?:지우|지워|지울|없애|없앨|빼|뺄|삭제|취소|무르|물러|무를)"
)
"""아까 적은 줄 지우고 다시 쓸래"""
WHICH_ONE = re.compile("(?:이거|그거|이것|그것|방금거|그줄|이줄)?(?:좀)?(?:지워|삭제해)(?:줘|줘요|주세요|요|라)?")
"""지워, where it is not said what: the last change, and never all there is."""
NAMES_WHAT = frozenset({"no_rest", "no_name", "lessons_again"})
"""Intents that say themselves what is to be as it was: 쉬는 거 취소."""
CANCELS = re.compile(
    "(?:아|앗|아니|그냥)*(?:취소|실수)(?:요|할래요?|할게요?|해줘요?|해주세요|합니다|하고싶어요?|하자|예요|였어요?|했어요?|네요)?"
)
"""취소, alone."""
UNDOES = re.compile(
    "(?:(?:아|앗|아니|아니요)*(?:방금|아까|금방|좀전에|지금|마지막|바로전)(?:에)?(?:제가|내가)?"
    "(?:쓴|적은|한|보낸|말한|답한|올린|입력한)?(?:거|것|건|걸|줄|답|말|글)?(?:은|는|을|를|도|만|좀|다시)*"
    "(?:취소|지우|지워|지울|무르|물러|무를|되돌려|되돌릴|삭제|없애|없앨|빼|뺄)"
    "|(?:다시)?(?:무를|무르|물러|되돌려|되돌리|되돌릴|원래대로|지워|지울))"
    "(?:해|하|할|고|돌려)?(?:기|줘요?|주세요|주라|줄래요?|싶어요?|래요?|게요?|자|요)?"
)
"""방금 거 지워 줘, with nothing else: at a question, its last answer is meant."""


def takes_back_what_is_shown(heard: Heard) -> bool:
    """아니 or 취소 right after a change, whose message offers to take it back."""
    if heard.words in heard.vocabulary.korean:
        return False  # a command by its name needs no reading
    buttons = heard.screen.buttons if heard.screen else ()
    shown = any(button.go.command == "undo" for button in buttons) and heard.reading.act is Act.CANCEL
    return shown and heard.intent not in NAMES_WHAT


def about_a_draft(heard: Heard) -> Meaning | None:
    """네 and 아니요 to 이 말을 설계서에 적을까요?, to whether another line shall give way, and whether a decision was
    meant.
    """
    if heard.screen is None or not heard.screen.draft or not heard.screen.buttons:
        return None
    said = heard.bare
    agreed = said in YES or FILE.fullmatch(said)
    if heard.expects is None or heard.expects.command == "add-person":
        return _about_what_waits(heard, agrees=bool(agreed or REPLACES.fullmatch(said)))
    part = heard.expects.argument
    if agreed:
        return Meaning(Go("keep-line", part))
    declines = (
        heard.reading.act in (Act.REFUSAL, Act.DENIAL) and decided(heard.words) is None
    )  # 그만둘래요 is a decision
    refused = heard.reading.act is Act.CANCEL or declines or UNFILE.match(said)
    return Meaning(Go("leave-line", part)) if refused else None


def _about_what_waits(heard: Heard, *, agrees: bool) -> Meaning | None:
    """The first button where it is agreed to; what is refused stays as it was."""
    first, *others = [button.go for button in heard.screen.buttons] if heard.screen else []
    if first.command not in AGREED:
        return None
    if agrees:
        return Meaning(first)
    if not (UNFILE.match(heard.bare) or STAYS.fullmatch(heard.bare)):
        return None
    stays = first.command != "decide" and others
    return Meaning(others[0] if stays else Go("talk", f"fine {heard.bare}"))


def taken_back(heard: Heard) -> Meaning | None:
    """방금 거 되돌려 줘: what was changed lately. 취소 answers no open question; 아니 takes back only what is shown."""
    if "undo" not in heard.vocabulary.latin:
        return None
    if _means_what_was_written(heard):
        return Meaning(Go("undo", WRITTEN))
    if heard.reading.act is not Act.CANCEL:
        return None
    if heard.intent in NAMES_WHAT:
        return None
    if pick := _last_pick(heard):
        return Meaning(pick)
    if CANCELS.fullmatch(heard.bare) or heard.bare in NO or (heard.expects and MISTYPED.search(heard.bare)):
        if heard.expects:
            return _unanswered(heard.expects)
        return None if heard.bare in NO else Meaning(Go("undo", LATELY))
    return Meaning(Go("undo", LATELY))


def asked_again(heard: Heard) -> Meaning | None:
    """오타요, where nothing was changed lately: the open question once more."""
    again = heard.reading.act is Act.CANCEL or _means_what_was_written(heard)
    return _unanswered(heard.expects) if heard.expects and again else None


def _means_what_was_written(heard: Heard) -> bool:
    """지워, 아까 적은 줄 지우고 다시 쓸래: no setting is meant, and never all there is."""
    asks = heard.reading.asks and heard.reading.act is not Act.WISH
    unwrites = UNWRITES.search(heard.words) is not None and not asks
    return unwrites or WHICH_ONE.fullmatch(heard.bare) is not None


def _last_pick(heard: Heard) -> Go | None:
    """The button that takes back what was picked last of a question that takes several."""
    if heard.screen is None or heard.expects is None or heard.expects.command != "answer":
        return None
    buttons = (button.go for button in heard.screen.buttons if button.go.command == "answer")
    return next((go for go in buttons if " " not in go.argument), None)


def _unanswered(expects: Go) -> Meaning | None:
    """The open question once more."""
    match expects.command:
        case "write":
            return Meaning(Go("leave-line", expects.argument))
        case "answer":
            return Meaning(Go("ask", expects.argument.partition(":")[0]))
        case "person":
            return Meaning(Go("person", expects.argument.partition(" ")[0]))
        case "add-person":
            return Meaning(Go("people"))
        case "trade" | "hour" | "intend":
            return Meaning(Go("start"))
    return None
