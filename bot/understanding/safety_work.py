"""Talk of somebody's work: whom it helps, and what it is done with, is nobody in danger. Pure.

목을 매는 넥타이 가게, 죽고 싶다는 학생을 상담하는 선생님: where a sentence ends in a trade, what only modifies others
or things in it is not heard. Who says it of themselves (죽고 싶은 사장이에요) or of somebody close (자살하려는 동생을
돕는 일) is heard. The words stand under `[work]` in locales/ko/sayings/safety.toml.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

import msgspec

_OF_ONESELF = re.compile(
    r"(?:^|\s)(?:나|내|저|나도|저도|내가|제가|우리|나만|저만)\s|싶(?:어|네|고|지만|습|은데|다\s)|싫(?:어|네|고)"
)
_OPENS = re.compile(
    r"(?:(?:저는|전|나는|난|저|네+|넵|예|음+|아|이제|지금은?|현재|원래|안녕하세요|(?:저희|우리)(?:는|\s?(?:가게|회사|집|팀|센터|병원)는?))\s)+"
)
_SHORT = re.compile(r"(?:제가|내가|저도|나도)(?:\s\S+){1,3}")  # 제가 장례지도사예요
_WORKS = re.compile(
    r"(?:^|\s)일(?:을|도)?\s?(?:이에요|입니다|해요|합니다|하고\s?있\S+|하는\s?사람\S{0,3}|이요|요|함)?$"
    r"|에서\s?(?:일해요|일합니다|일하고\s?있\S+|근무\S+|알바\S*)$|(?:에|를|을)\s?(?:다녀요|다닙니다)$"
)
_TOGETHER = re.compile(r"(?:사람|분|친구|동지|회원)\S{0,2}\s(?:구하|구해|구함|모집|모으|모아)|모이|모여|같이|함께")
_ADNOMINAL = re.compile("[가-힣](?:는|던)$")
_COPULA = "(?:이?에요|이?예요|입니다|이야|야|임|이?요|이고요?|인데요?)?"
_KEPT = (
    r"(?:을|를|도|만)?(?:\s?(?:해요?|합니다|함|하고\s?있\S+|운영\S*|열어요|엽니다|열고\S*|진행\S*|다녀요|다닙니다|시작했\S*"
    r"|준비\S*|차렸\S*))?"
)


class WorkWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The words as they are written: places and people of trades, what they do, whom they help, and who is no other."""

    places: str
    people: str
    does: str
    acts: str
    others: str
    never: str


@dataclass(frozen=True, slots=True, repr=False)
class Work:
    """Ready to be looked for. Made by `work_of`."""

    place: re.Pattern[str]
    person: re.Pattern[str]
    act: re.Pattern[str]
    wish: re.Pattern[str]
    other: re.Pattern[str]
    never: re.Pattern[str]

    def without(self, sentence: str) -> str:
        """A sentence that tells of a trade without who tells it, and without what modifies others or things in it; any
        other as it stands.
        """
        trade = self.place.search(sentence) or self.person.search(sentence)
        if _TOGETHER.search(sentence) or not (trade or _WORKS.search(sentence)):
            return sentence
        told = _OPENS.sub("", sentence, count=1) if _OPENS.match(sentence) else sentence
        if _SHORT.fullmatch(told):
            return told.partition(" ")[2]
        words = told.split() if trade else []
        for at, word in enumerate(words[:-1], 1):
            if self._modifies(word, words[at:]) and not _OF_ONESELF.search(" ".join(words[:at])):
                return " ".join(words[at:])
            if self.wish.search(word):
                break
        return told

    def _modifies(self, word: str, rest: Sequence[str]) -> bool:
        """Whether a word ends a clause that is told of what follows it, and that of a trade."""
        if self.never.match(rest[0]):
            return False
        if self.person.search(rest[-1]) and not any(map(_ADNOMINAL.search, rest[:-1])):
            return False  # 목을 매는 넥타이 사장 may be said of the speaker
        if self.wish.search(word):
            return self.other.match(rest[0]) is not None
        return self.act.search(word) is not None


def work_of(words: WorkWords) -> Work:
    """The patterns of the words."""
    place, people, does, acts, others, never = map(
        _any_of, (words.places, words.people, words.does, words.acts, words.others, words.never)
    )
    return Work(
        place=re.compile(rf"(?:(?:{place})(?:{_COPULA}|{_KEPT})|(?:{does})(?:요|\s?드려요|\s?드립니다)?)$"),
        person=re.compile(rf"(?:{people}){_COPULA}$"),
        act=re.compile(rf"(?:{acts})(?:는|던)$"),
        wish=re.compile("(?:싶다는|싫다는|겠다는|려는|싶은|싫은|말하는|하소연하는)$"),
        other=re.compile(rf"(?:{others})(?:들|님)?(?:을|를|에게|한테|의|께|과|와)?$"),
        never=re.compile(
            rf"(?:(?:{never})(?:들|님)?(?:[을를이가은는도만에의과와]|으로|에서|이라서|한테|에게|뿐인?)?"
            rf"|(?:{others})(?:들|님)?(?:[이가은는도]|이?에요|예요|입니다))$"
        ),
    )


def _any_of(words: str) -> str:
    """Any of the words, the longest first; _ stands for a space."""
    return "|".join(re.escape(word).replace("_", r"\s?") for word in sorted(words.split(), key=len, reverse=True))
