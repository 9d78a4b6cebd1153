"""What takes something back: a change that is shown, or one of lately. Pure."""

import re
from collections.abc import Iterator

from bot.korean import when
from bot.korean.ordinals import mentioned
from bot.message import Go
from bot.understanding.acts import Act, Sentence, act_of
from bot.understanding.heard import Heard
from bot.understanding.names import Meaning, timely
from bot.understanding.reading import bare, folded, reading_of
from bot.understanding.sayings import NO

LATELY = "lately"
ANSWERED = "answered"  # an answer, and no setting of a minute ago
MISTAPPED = "mistapped"  # what was done just now; what was done before that is asked about
WISHES_BACK = re.compile("되돌|돌려|취소|무르|무를|물러|원래")
TAPPED_BY_MISTAKE = re.compile("눌렀|누른|골랐|고른|고를|찍었")
WRITTEN, NEWEST = "written", "newest"  # a line, and neither a setting nor an answer; the line written last
STAYS_SO = re.compile(
    "(?:아니|아뇨|요|음|아|그냥|지금|원래|일단|이건|이거|은)*(?:그대로|이대로|놔둬|놔둘|놔두|냅둬|냅둘|냅두|그냥둬|그냥둘|그냥두)"
    "(?:가|갈|로|면|두|둘|둬|놔|있|할|해|하|좋|됐|돼|되|이|예|에|요|게|래|겠|어|은|는|걸|거|자|네|줘|주|세|다|습|니|으|을|고|싶|도|시|기)*"
)
"""그대로, 그냥 그대로 둘래요: where a button leaves everything as it is, nothing else is meant."""
LONGEST_STAY = 20  # letters of it
MISTYPED = re.compile("오타|엔터|전송|잘못(?:썼|쳤|적었|보냈|요?$)")
"""What speaks of words, and so of the open question: no setting of a minute ago is taken back by it."""
UNWRITES = re.compile(
    r"^(?:아\s|앗\s|저\s)?(?:방금|아까|금방|좀\s?전에|위에|앞에|조금\s?전에)\s?(?:제가\s|내가\s)?(?:쓴|적은|올린|보낸|입력한|말한)\s?"
    r"(?:거|것|건|걸|줄|글|말|문장|답)(?:은|을|도|만)?\s?(?:좀\s|다시\s)?(?:지우|지워|지울|없애|없앨|빼|뺄|삭제|취소|무르|물러|무를)"
)
"""아까 적은 줄 지우고 다시 쓸래"""
OF_LINES = re.compile("줄|글|문장")
WHICH_ONE = re.compile(
    "(?:아|앗|아니|저)*(?:이거|그거|이것|그것|이건|그건|방금거|방금쓴거|그줄|이줄)?(?:은|을|를)?(?:좀|다시)?(?:지워|삭제해|지우고|삭제하고)(?:줘|줘요|주세요|요|라|줄래요?)?"
    "(?:(?:다시|새로)(?:쓸|적을|써|적어|쓰|적)(?:래|게|께|볼|보|야겠|겠|고싶)[가-힣]{0,5})?"
    "|(?:아|앗|아니|음|저)*(?:이거|그거|이건|그건|방금거|방금쓴거|저거)?(?:말고|취소하고|지우고|빼고|대신)(?:다른|딴)(?:거|것|걸|말|내용|글|줄|문장)?(?:로|으로|를|을)?(?:다시|새로)?"
    "(?:쓸|적을|써|적어|쓰|적)(?:래|게|께|볼|보|야겠|겠|고싶)[가-힣]{0,4}(?:취소)*"
    "|(?:설계서|계획|계획서)에서(?:이거|그거|이것|그것|방금거|이건|그건)?(?:은|을)?(?:다시|도로|좀)?(?:빼|지워|없애|삭제해)(?:줘|줘요|주세요|요|라)?"
)
"""지워, where it is not said what: the last change, and never all there is."""
NAMES_WHAT = frozenset({"no_rest", "no_name", "lessons_again", "calendar_stop"})
"""Intents that say themselves what is to be as it was: 쉬는 거 취소."""
CANCELS = re.compile(
    "(?:아|앗|아니|그냥)*(?:취소|실수)(?:요|할래요?|할게요?|해줘요?|해주세요|합니다|하고싶어요?|하자|예요|였어요?|했어요?|네요)?"
)
"""취소, alone."""
NOT_SO = re.compile(
    "(?:아니|아뇨|아|엥|어)*(?:그게|이게|그건|이건|그런게|이런게|그말이|그뜻이|그런뜻이|내말은그게|제말은그게)"
    "(?:아니고요?|아니라요?|아니라고요?|아니구요?|아닌데요?|아니에요|아냐|아니야|아니지|아녜요|아님)"
)
"""아니 그게 아니고: said of what is at hand, with nothing behind it."""
UNDOES = re.compile(
    "(?:(?:아|앗|아니|아니요)*(?:방금|아까|금방|좀전에|지금|마지막|바로전)(?:에)?(?:제가|내가)?"
    "(?:쓴|적은|한|보낸|말한|답한|올린|입력한)?(?:거|것|건|걸|줄|답|말|글)?(?:은|는|을|를|도|만|좀|다시)*"
    "(?:취소|지우|지워|지울|무르|물러|무를|되돌려|되돌릴|삭제|없애|없앨|빼|뺄)"
    "|(?:다시)?(?:무를|무르|물러|되돌려|되돌리|되돌릴|원래대로|지워|지울))"
    "(?:해|하|할|고|돌려)?(?:기|줘요?|주세요|주라|줄래요?|싶어요?|래요?|게요?|자|요)?"
)
"""방금 거 지워 줘, with nothing else: at a question, its last answer is meant."""
LONGEST_UNSAID = 100  # characters
_UNSAID = re.compile(
    r"(?!방금|아까|앞에)\S*.{2,40}?[\s,.…]+(?:아\s|음\s|아,\s)?(?:아니다|아니야|아냐|아니에요|아니예요|아닙니다|아니요)[\s,.!…]+(?:그냥\s|걍\s)?"
    r"(?:그대로\s?|이대로\s?)?(?:두|둬|놔|냅|됐|있)[가-힣\s]{0,8}[.!~]*"
)
_ENDED = re.compile(r"(?<=[요다네지까어아야])[.!?~ㅠㅜ…]*\s+(?!마|말)")
RESTORES = re.compile(
    "(?:아|앗|어|아니|아뇨|아니요|아니다|잠깐만?|저기|그|그냥)*(?:방금|아까|금방)?(?:내가|제가)?"
    "(?:(?:지운|지웠던|없앤|뺀|삭제한|쓴|썼던|적은|적었던|그|원래)?(?:거|것|건|걸|줄|글|말))?(?:은|는|을|를|도)?"
    "(?:(?:다시|도로|좀|그냥|그대로)*(?:살려|살릴|되살려|되살릴|살리고|되살리고|복구|복원|돌려|되돌려|되돌릴|넣어|넣을|(?:적어|써)(?=[줘주놔둬])"
    "|(?:놔)?(?:둬|둘|두자|두세요)|놔(?=요?$))"
    "|(?:지우|없애|빼|삭제하)(?:지는?(?:마|말)|면안)|(?:으?로)(?:그냥)?(?:갈|할)(?=[게래]))"
    "(?:해|하|할|놔|둬|고)?(?:줘|줄래|줄|주|싶|수|래|게|자|걸|세|셔|되|돼|요|라|아|있|나|까|은데|는데|어|을|시|죠|지)*"
)
"""지우지 마, 지운 거 다시 살려 줘: right after something was erased."""
AGAIN = "again"  # what was taken back holds again
REDOES = re.compile(
    "(?:아|앗|어|아니|아니다|아뇨|잠깐만?)*(?:방금|아까|좀전에|금방)?(?:내가|제가)?"
    "(?:(?:되돌린|되돌렸던|취소한|취소했던|무른|물린)(?:거|것|건|걸)?(?:을|를|은|는|도)?(?:다시|도로)*(?:(?:취소|살려|살릴|되살려|되살릴|되돌려|되돌릴|적용|해|하|할|넣어|무르|물러)[가-힣]{0,6})?"
    "|(?:되돌리기|되돌린거)(?:를|을)?(?:취소|철회)[가-힣]{0,6}|(?:다시|도로)(?:되돌려|되돌릴|되돌리|살려|살릴|되살려|되살릴|물러)[가-힣]{0,6}|redo)"
)
"""다시 되돌려 줘, 아까 되돌린 거 다시: after something was taken back."""
NAMES_UNDONE = re.compile("되돌린|되돌렸던|취소한|취소했던|무른|물린")
"""Who speaks of what was taken back takes nothing else back."""
LONGEST = 40  # characters of a correction
TAKES_BACK = re.compile(
    "취소|아니|아냐|아뇨|말고|잘못|실수|오타|되돌|돌려|무르|물러|미끄러|원래대로|[르하]려(?:던|고|다|했)"
)
"""What every saying holds that takes something back: a quick look, before words are cut."""
SLIPPED = re.compile("잘못|실수|오타|미끄러")
"""What tells of a slip behind what was meant; 9시 취소 takes back the nine itself."""
TOLD_WHOLE = re.compile(r"(?:[요다야]|인데|였는데|이었는데|건데)[.,!~\s]*$")
SAID = re.compile(r"(?:이?라고|이?라니까)(?:요|\s?(?:했|한|하려|말|쓰려|적으려|누르려)[가-힣\s]*)?[.!~]*$")
"""9시라고요, 9시라고 하려 했어요: how a correction is stressed."""
INTENDED = re.compile(
    r"(?:^|[.…~!,])\s*(?:(?:아|앗|어|엇|헉|아이고|아이쿠|에고|저|아니|손가락[이은]?|손이)[\s,.…]+)*"
    r"(?P<what>[^\s.…~!,][^.…~!,]{0,30}?)(?:을|를|으?로)?\s?(?:누르|고르|하)려(?:던|고\s?(?:했|한|하다)|다가?\s|했)"
    r"(?![가-힣\s]{0,12}(?:참|말았|포기|그만|않|안\s))"
)
"""앗 손가락이.. 2번 누르려던 건데: what was meant to be tapped."""
NO_WISH = frozenset({Act.QUESTION, Act.DENIAL, Act.REFUSAL, Act.CANCEL, Act.SKIP, Act.THANKS, Act.BYE, Act.INSULT})
HOURS_ASKED = frozenset({"", "hour", "remind", "rest", "intend"})
"""What may be open where a correction is about the reminders; where an hour is asked, one is the answer."""


def wished_instead(heard: Heard) -> Meaning | None:
    """아 취소 7시반으로, 잘못 눌렀어요 저녁 9시요: what is said behind the words that take back is what is wished. Of a
    name, a place or an answer only where the change is shown.
    """
    if len(heard.words) > LONGEST or not TAKES_BACK.search(heard.words) or "undo" not in heard.vocabulary.latin:
        return None
    shown = heard.screen is not None and any(button.go.command == "undo" for button in heard.screen.buttons)
    intended = INTENDED.search(heard.words) if shown else None
    rest = intended["what"] if intended else next(_behind(heard), "")
    reading = reading_of(rest, heard.language.forms)
    if not rest or heard.screen is None or reading.asks or reading.act in NO_WISH:
        return None
    timed = timely(rest, heard.now) or when.names_days(rest)
    if not timed and "wish" in _sentence(rest.split(), heard).known:
        return None  # 되돌려 줘
    asked = heard.expects.command if heard.expects else ""
    fits = shown or (asked in HOURS_ASKED and timed != (asked == "hour"))
    return Meaning(Go("instead", rest)) if fits else None


def slips(heard: Heard) -> bool:
    """앗 딴 거 누르려던 건데, where the change is shown: something was meant that is not named."""
    shown = heard.screen is not None and any(button.go == Go("undo") for button in heard.screen.buttons)
    found = INTENDED.search(heard.words) if shown and len(heard.words) <= LONGEST else None
    return found is not None and "르려" in found[0]  # 오늘은 그만하려고 했는데 is no slip


def _behind(heard: Heard) -> Iterator[str]:
    """What is left of a saying without the words that take something back, which stand first, or tell of a slip last;
    the shortest rest first.
    """
    words = SAID.sub("", heard.words).split()
    for cut in range(1, len(words)):
        told, slip = " ".join(words[:cut]), _sentence(words[cut:], heard)
        if TOLD_WHOLE.search(told) and SLIPPED.search(slip.text) and _takes_back(slip):
            yield told
    for cut in range(len(words) - 1, 0, -1):
        ends = (_sentence(words[max(0, cut - size) : cut], heard) for size in (1, 2))
        if _takes_back(_sentence(words[:cut], heard)) and any(map(_takes_back_all, ends)):
            yield " ".join(words[cut:])


def _sentence(words: list[str], heard: Heard) -> Sentence:
    plain = " ".join(word.strip(".,!~…") for word in words)
    return Sentence(plain.strip(), marked=False, forms=heard.language.forms)


def _takes_back(said: Sentence) -> bool:
    """취소, 아니, 잘못 눌렀어요, 8시로 한 거 취소, and 그거 말고; but 8시 말고 says itself what is meant instead."""
    return act_of(said) is Act.CANCEL or _takes_back_all(said)


def _takes_back_all(said: Sentence) -> bool:
    """The same, where it names no time: with one behind it, it is no end of what takes back."""
    act = act_of(said)
    plain = act is Act.CANCEL or (act is Act.DENIAL and said.has("denial", "no"))
    return plain and not said.has("clock", "day", "length")


def takes_back_what_is_shown(heard: Heard) -> bool:
    """아니, 취소, or 다시 살려 줘 right after a change, whose message offers to take it back."""
    if heard.words in heard.vocabulary.korean:
        return False  # a command by its name needs no reading
    buttons = heard.screen.buttons if heard.screen else ()
    shown = any(button.go.command == "undo" and button.go.argument != AGAIN for button in buttons)
    if not shown or heard.intent in NAMES_WHAT or _names_a_line(heard):
        return False
    last = bare(folded(_ENDED.split(heard.words)[-1]))  # 왜 지웠지 다시 살려 줘
    return heard.reading.act is Act.CANCEL or RESTORES.fullmatch(last) is not None


def brings_again(heard: Heard) -> Meaning | None:
    """다시 되돌려 줘, where the screen offers it, or nothing else is asked."""
    said = bare(folded(_ENDED.split(heard.words)[-1]))
    offered = heard.screen is not None and any(button.go == Go("undo", AGAIN) for button in heard.screen.buttons)
    means = REDOES.fullmatch(said) or (offered and RESTORES.fullmatch(said))
    alone = heard.screen is not None and not heard.expects and len(heard.words) <= LONGEST
    return Meaning(Go("undo", AGAIN)) if means and alone else None


def unsaid(heard: Heard) -> Meaning | None:
    """알림 8시로 바꾸고 아니다 그냥 두세요: who takes back at the end what they began to wish wants nothing."""
    asked = heard.expects.command if heard.expects else ""
    if len(heard.words) > LONGEST_UNSAID or asked not in {"", "hour", "remind", "rest"}:
        return None
    return Meaning(Go("talk", f"stays {heard.words}")) if _UNSAID.fullmatch(heard.words) else None


def stays(heard: Heard) -> Meaning | None:
    """그냥 그대로, where a button says 그대로 둘게요: that button, and nothing is taken back by it."""
    if heard.screen is None or heard.screen.draft or not STAYS_SO.fullmatch(heard.bare[:LONGEST_STAY]):
        return None
    buttons = (button for button in heard.screen.buttons if button.go.command != "answer")
    said = (button.go for button in buttons if STAYS_SO.fullmatch(folded(button.label)))
    return Meaning(go) if (go := next(said, None)) else None


def taken_back(heard: Heard) -> Meaning | None:
    """방금 거 되돌려 줘: what was changed lately. 취소 answers no open question; 아니 takes back only what is shown."""
    if "undo" not in heard.vocabulary.latin:
        return None
    if _means_what_was_written(heard):
        return Meaning(Go("undo", NEWEST if _names_a_line(heard) else WRITTEN))
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
    if not heard.expects and OF_LINES.search(heard.words) and MISTYPED.search(heard.bare):
        return Meaning(Go("talk", "mend_answers"))  # 방금 적은 줄 오타 났는데 수정할게요, where no line is shown
    tapped = heard.expects is not None and heard.expects.command == "answer" and TAPPED_BY_MISTAKE.search(heard.words)
    slipped = not heard.expects and TAPPED_BY_MISTAKE.search(heard.words) and not WISHES_BACK.search(heard.words)
    return Meaning(Go("undo", ANSWERED if tapped else MISTAPPED if slipped else LATELY))


def asked_again(heard: Heard) -> Meaning | None:
    """오타요, where nothing was changed lately: the open question once more."""
    again = heard.reading.act is Act.CANCEL or _means_what_was_written(heard) or NOT_SO.fullmatch(heard.bare)
    if heard.expects and heard.expects.command == "answer" and len(mentioned(heard.words)) == 1:
        return Meaning(heard.expects.saying(heard.typed)) if again else None  # 잘못 눌렀다 3번인데: it is asked about
    return _unanswered(heard.expects) if heard.expects and again else None


def _means_what_was_written(heard: Heard) -> bool:
    """지워, 아까 적은 줄 지우고 다시 쓸래: no setting is meant, and never all there is."""
    asks = heard.reading.asks and heard.reading.act is not Act.WISH
    unwrites = UNWRITES.search(heard.words) is not None and not asks
    return unwrites or WHICH_ONE.fullmatch(heard.bare) is not None


def _names_a_line(heard: Heard) -> bool:
    """방금 쓴 줄 지워 줘: said once more, it brings nothing back."""
    unwrites = UNWRITES.search(heard.words)
    return unwrites is not None and OF_LINES.search(unwrites[0]) is not None


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
