"""네 and 아니요 to what was asked about a draft: an answer, a line, or what waits to be kept. Pure."""

import re

from bot.korean.decided import decided
from bot.message import Go
from bot.understanding.acts import Act
from bot.understanding.heard import Heard
from bot.understanding.names import Meaning
from bot.understanding.sayings import DECLINED, NO, YES

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


def about_an_answer(heard: Heard) -> Meaning | None:
    """네 and 아니요 to ‘융합’을 답으로 할까요?; O and X are answers of their own."""
    expects, draft = heard.expects, heard.screen.draft if heard.screen else ""
    if expects is None or expects.command != "answer" or not draft or heard.bare.isascii():
        return None
    if heard.bare in YES or FILE.fullmatch(heard.bare):
        return Meaning(expects.saying(draft))
    return Meaning(Go("ask", expects.argument.partition(":")[0])) if heard.bare in NO | DECLINED else None


def about_a_draft(heard: Heard) -> Meaning | None:
    """네 and 아니요 to 이 말을 설계서에 적을까요?, to whether another line shall give way, and whether a decision was
    meant.
    """
    asked = heard.expects.command if heard.expects else ""
    if heard.screen is None or not heard.screen.draft or not heard.screen.buttons or asked == "answer":
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
