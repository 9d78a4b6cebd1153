"""Speech acts: what a learner does by saying something, such as wishing, asking, refusing or taking back. Pure.

Two rules carry it. A sentence that can be cut into nothing but known words (`bot.understanding.forms`) is said to the
bot, and its words tell the act. Any other may be about the learner's own work; only its ending tells then.
"""

import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from bot.understanding.forms import Forms, Kinds, cut

_PAST = re.compile("(?<!ᄋ\u1175)(?<!ᄀ\u1166)\u11bb")  # a final ㅆ, but that of 있다 and 하겠다
_DENIES = re.compile(
    r"(?:^|\s|(?<=[은는이가도를을건거림톡]))(?:안|못)\s?(?=[하할해했합함돼되될됩와오올왔옵받보볼봐갈가써쓸쓰풀배나눌먹맞좋필])"
    r"|지(?:는|도|를)?\s?(?:않|말|못|마(?=[요세시셔라]|\s|$))|싫|말고|아니|아냐|아닌|아닙|아뇨"
)
# Helping verbs are part of the ending, whether a space stands before them or not: 보고 싶어, 보내 줘, 하지 마
_AUXILIARY = re.compile(
    r"(?<=야)\s+(?=[하되할돼])|(?<=줘)\s+(?=[보봐볼])|\s+(?=싶|시[퍼프]|주|줘|줄|줬|마(?:$|[요세시셔라])|말[아라]|좋[겠을]|[있없]|수\s?[있없]|거[야예에]|될)"
)
_OBJECT = re.compile(r"(?:[을를]|으?로)\s")  # 김치 담그는 법을 알려 줘요 is told of oneself
_HOUR_LAST = re.compile(
    r"(?<=[줘요])\s+(?:(?:오전|오후|아침|점심|저녁|밤|새벽)\s?)?\S{1,3}시(?:\s?반|\s?\S{1,3}분)?에요?$"
)  # 보내줘 저녁 7시에
_PLEASE = re.compile(r"(?:좀|더|하나만|하나)요?$")
_TO = re.compile(r"(?:으로|로)(?:요|해|해요)?$")

_WONDERS = re.compile(r"지[가도는만]?\s?(?:너무|정말|좀|되게)?\s?(?:궁금|알고\s?싶)")  # 얼마나 남았는지 궁금해요
_LOATHES = re.compile(r"기\s?(?:가|는|도)?\s?싫(?:어|다|은데|네|음|습니다|구|고)\S{0,2}$")  # 말하기 싫은데
_ONLY_PLEASE = re.compile(r"\S\s좀요?$")  # 로또 번호 좀
_BEHIND = re.compile(
    r"(?<=[요까죠지나니냐어야해임네])\s(?:하루에|요즘|오늘|지금|한\s?번에|보통|대충|이거|그거|저거|이건|그건|(?:이|그)\s?(?:얘기|말|문제|글|질문))$"
)  # 언제 끝나요 이거

_SKIPS_IT = re.compile("건너[뛰뛸]|거를|걸러|거르|빼먹을")
TAKES_BACK = ("되돌려", "되돌려요", "되돌릴래요", "취소요", "취소할래요", "취소해요", "무를래요", "원래대로")
SHORT = 4  # words of a request that may also be told of oneself


class Act(StrEnum):
    """What somebody does by saying something. Only a WISH may change anything.

    CANCEL takes back what was just done; SKIP leaves out this one question; SMALL_TALK is any other remark to the bot.
    Only STATEMENT and NONE (a name, a phrase without a predicate) can be a line of the plan.
    """

    WISH = "wish"
    QUESTION = "question"
    STATEMENT = "statement"
    DENIAL = "denial"
    REFUSAL = "refusal"
    CANCEL = "cancel"
    SKIP = "skip"
    UNKNOWN_ANSWER = "unknown answer"
    THANKS = "thanks"
    GREETING = "greeting"
    BYE = "bye"
    AGREEMENT = "agreement"
    LAUGHTER = "laughter"
    INSULT = "insult"
    SMALL_TALK = "small talk"
    NONE = "none"


@dataclass(frozen=True)
class Sentence:
    """One sentence without quotes, laughter and closing signs; `marked` when a question mark closed it."""

    text: str
    marked: bool
    forms: Forms

    @cached_property
    def known(self) -> Kinds:
        """The kinds of words it is made of when all of them are known; else nothing."""
        return frozenset() if self.third else cut(self.text, self.forms.tree)

    @cached_property
    def empty(self) -> bool:
        """Whether it is made of nothing but words that change no sense: 음, 그냥."""
        return bool(self.known) and self.known <= {"soft", "particle"}

    @cached_property
    def remark(self) -> bool:
        """Whether it tells of what was or is seen in nothing but words said to the bot: 지난주에 쉬었어요."""
        told = bool(self.known) and not (self.empty or self.has("object"))
        return told and (self.past or self.ends("seen"))

    def has(self, *kinds: str) -> bool:
        """Whether it is made of known words, and some are of these kinds."""
        return not self.known.isdisjoint(kinds)

    def ends(self, *names: str) -> bool:
        """Whether it ends in one of the endings of these names."""
        return any(self._jamo.endswith(self.forms.endings[name]) for name in names)

    @cached_property
    def _jamo(self) -> str:
        return unicodedata.normalize("NFD", _AUXILIARY.sub("", _HOUR_LAST.sub("", _BEHIND.sub("", self.text))))

    @cached_property
    def request(self) -> bool:
        """Whether the bot is told to do something: 보내 줘, 부탁해요."""
        if self.ends("request"):
            return not (self.third and self.ends("told"))
        if self.third or not self.forms.given.search(self.text):
            return False
        return bool(self.known) or (_OBJECT.search(self.text) is None and len(self.text.split()) <= SHORT)

    @cached_property
    def desire(self) -> bool:
        """Whether something is wanted: 받고 싶어요, 할래요, 왔으면 좋겠어요."""
        return self.ends("desire")

    @cached_property
    def resolves(self) -> bool:
        """Whether the speaker means to do something: 가볍게 갈게요, 가자, 가야겠어요."""
        return self.ends("promise", "together", "resolve") and not (self.past or self.asks or self.denies)

    @cached_property
    def prohibits(self) -> bool:
        """Whether somebody is told not to do something: 보내지 마세요."""
        return self.ends("prohibition")

    @cached_property
    def asks(self) -> bool:
        """Whether it is a question: by its sign, its ending, or a question word that no other clause holds."""
        if (
            self.marked
            or self.wonders
            or self.text.endswith(("하려면", "하려면요", "지우려면", "바꾸려면"))
            or (self.ends("question") and not self.ends("not_question"))
        ):
            return True
        return (self.finite or self.ends("asked")) and self._asked

    @cached_property
    def wonders(self) -> bool:
        """Whether the speaker wonders: 얼마나 남았는지 궁금해요; what others wonder is told of them."""
        return _WONDERS.search(self.text) is not None and not self.third

    @cached_property
    def _asked(self) -> bool:
        text = self.forms.vague.sub(" ", self.text)
        if text == self.text and self.has("asking") and not self.forms.inside.search(self._jamo):
            return True  # 몇 and 누가 may mean some, but not where all else is said to the bot
        found = self.forms.asking.search(text)
        return found is not None and not self.forms.inside.search(unicodedata.normalize("NFD", text[found.end() :]))

    @cached_property
    def past(self) -> bool:
        """Whether it tells of something that was."""
        return _PAST.search(self._jamo) is not None

    @cached_property
    def finite(self) -> bool:
        """Whether it ends in a predicate."""
        return not self.ends("noun") and self.ends(
            "statement", "desire", "promise", "request", "question", "together", "prohibition"
        )

    @cached_property
    def third(self) -> bool:
        """Whether it speaks of somebody besides the learner and the bot."""
        return self.forms.others.search(self.forms.mine.sub("", self.text)) is not None

    @cached_property
    def denies(self) -> bool:
        """Whether something is denied, forbidden or not wanted."""
        return _DENIES.search(self.text) is not None


def fronted(words: str) -> str:
    """언제 끝나요 이거: what is named behind the sentence, before it."""
    said = words.rstrip(" .!?~")
    behind = _BEHIND.search(said)
    return f"{behind[0].strip()} {said[: behind.start()]}{words[len(said) :]}" if behind else words


def act_of(sentence: Sentence) -> Act:
    """The first act in `RULES` that holds."""
    return next((act for act, holds in RULES if holds(sentence)), Act.NONE)


def _cancels(said: Sentence) -> bool:
    if said.has("cancel"):  # 알림 취소해 줘 is about reminders, 실수 안 했어요 about none
        wonders = said.asks and not said.text.endswith(TAKES_BACK)  # 이거 왜 눌렸지 되돌려요
        return not (wonders or said.has("reminder", "not", "refusal"))
    return said.has("no") and said.known <= {"no", "soft", "particle", "denial", "cancel"}


def _leaves_out_a_day(said: Sentence) -> bool:
    """내일만 건너뛰자 is a wish about the day, 내일 할게 leaves out this one question."""
    return said.has("day") and _SKIPS_IT.search(said.text) is not None


def _forbids(said: Sentence) -> bool:
    return said.prohibits and not said.third and not (said.has("reminder") and said.has("coming"))


def _chats(said: Sentence) -> bool:
    return said.has("small_talk", "greeting", "bye", "insult") and not said.has("asking", "thing", "reminder")


def _asks(said: Sentence) -> bool:
    return said.asks and not (_chats(said) or _knows_not(said))


def _knows_not(said: Sentence) -> bool:
    return said.has("unknown_answer") and not said.has("clock")  # 글쎄 밤 9시?


def _denies_time(said: Sentence) -> bool:
    if (
        not said.has("clock")
        or said.past
        or not (said.finite or said.text.endswith(("말고", "말고요", "빼고", "아님", "일러요")))
    ):
        return False
    return said.has("timed_denial", "refusal", "denial") or (said.has("not") and said.has("timed_wish"))


def _refuses(said: Sentence) -> bool:
    if said.past:
        return False
    if _LOATHES.search(said.text) and not said.third:
        return True
    return said.has("refusal", "not") and not said.has("coming", "reminder")  # 그만 받을래요 is about reminders


def _wishes(said: Sentence) -> bool:
    """Of what is known to the bot, more can be wished than 해 줘: 공부할래요, 내일은 쉴게요, 저녁 8시로."""
    if said.past:
        return False
    if _ONLY_PLEASE.search(said.text) and not said.third:
        return True
    if _leaves_out_a_day(said) and (said.desire or said.ends("promise", "together")):
        return True
    if said.has("wish") or (said.has("length") and said.has("later")):
        return True
    if said.has("clock") and (said.has("timed_wish") or _TO.search(said.text)):
        return not said.has("not")
    if said.has("thing") and (_PLEASE.search(said.text) or said.ends("promise")):
        return True
    if said.has("coming") and (said.has("not", "reminder") or said.prohibits):
        return said.desire or said.prohibits or said.ends("promise", "together")
    return said.has("stems", "coming", "timed_wish") and (said.desire or said.ends("promise", "together"))


def _remarks(said: Sentence) -> bool:
    return said.has("thing", "reminder") and said.has("coming") and said.finite and not said.has("object")


Rule = tuple[Act, Callable[[Sentence], bool]]

RULES: Sequence[Rule] = (
    (Act.CANCEL, _cancels),  # before the wish in 취소해 줘
    (Act.DENIAL, _forbids),  # before the wish in 끄지 말아 주세요
    (Act.WISH, lambda said: said.request),  # before the question in 보여 줄래요?
    (Act.QUESTION, _asks),  # before all that it may ask about: 쉴까요?
    (Act.DENIAL, _denies_time),  # 저녁 8시는 싫어요 refuses an hour, not the work
    (
        Act.SKIP,
        lambda said: said.has("skip") and not (said.has("length", "reminder", "clock") or _leaves_out_a_day(said)),
    ),  # before the refusal in 지금은 못 해요, 나중에
    (Act.REFUSAL, _refuses),
    (Act.UNKNOWN_ANSWER, _knows_not),
    (Act.WISH, _wishes),
    (Act.INSULT, lambda said: said.has("insult") or said.forms.scolds.search(said.text) is not None),
    (Act.THANKS, lambda said: said.has("thanks")),
    (Act.BYE, lambda said: said.has("bye")),
    (Act.SMALL_TALK, lambda said: said.has("small_talk") or _remarks(said)),
    (Act.GREETING, lambda said: said.has("greeting")),
    (Act.DENIAL, lambda said: said.has("denial") and not said.has("clock")),
    (Act.AGREEMENT, lambda said: said.has("agreement")),  # last: 네 begins many a saying
    (Act.STATEMENT, lambda said: said.finite),
)
