"""Whether words affirm or deny a statement: 그렇진 않죠, 맞는 말이네요; 틀린 건 아니에요 does neither clearly. Pure.

A verdict is a word that affirms (맞, 그렇) or denies (틀리, 아니), and what negates it: before it (안 맞아요), behind
it (맞지 않아요), or as the sentence around it (맞는 말은 아니에요, 맞다고 볼 순 없어요). What is denied twice is
unclear, and so is what says both, or only asks.
"""

import re
from collections.abc import Iterator
from enum import StrEnum

from bot.korean.answer_frame import closes, in_standard, inflects, opened, without_topic
from bot.korean.answers import plain
from bot.korean.keyboard import from_latin_keys

LONGEST = 60  # characters; a longer saying tells more than a verdict
MOST_BEFORE = 4  # words before it, of what is judged or how surely


class Stance(StrEnum):
    """What words do about a statement."""

    AFFIRMS = "affirms"
    DENIES = "denies"
    UNCLEAR = "unclear"


_BEFORE = re.compile(
    r"(?:그|이|저)(?:건|거는?|것은|게|것이)|(?:이|그)?(?:말|문장|문제|내용|설명|얘기|이야기|주장|글)(?:씀)?(?:은|이|는|가|도)"
    r"|(?:제|내)(?:생각|가보기)(?:에는|엔|에)|저[는도]|나[는도]|전|난|(?:꼭|반드시|무조건|전부|다|모두)(?:은|는)?|절대로?|전혀|결코|그다지|별로|딱히|항상|언제나|늘|누구(?:에게)?나|완전히?|백퍼"
    r"|좀|조금|약간|아마도?|당연히|당근|확실히|분명히?|물론|에이|솔직히|사실은?|역시|아무래도|그냥|진짜로?|정말로?|참|뭐|그야|암만|아무렴|암요?|아+|음+|흠+|어+|오+"
)
_AFFIRMS = (
    r"(?:맞(?:는|은|을|았|아|어|겠)?|옳(?:은|을|았|아)?|올바른|그(?:렇|래|런(?!데)|럴|러|랬)|동의(?:하|해|합|한|할)?)"
)
_DENIES = (
    r"(?:틀(?:리|려|렸|린|릴|립|림)|잘못(?:되|돼|됐|된|될|됩|됨)|거짓(?:말)?|가짜|엉터리|땡+|말(?:도|이)?안(?:되|돼|된|될|됩|됨)(?:는)?"
    r"|아(?:니|닌|닐|님|닙|녀|냐|이|인)(?:었|겠|ㅂ|라)?)"
)
_OF_TRUTH = r"(?:참|사실|진실|정답)"
_NOUN = r"(?:말(?:씀)?|얘기|이야기|설명|소리|것|거|게|건|걸|답|내용|문장|주장|편|쪽)"
_PARTICLE = r"(?:이|가|은|는|도|까지는|만은)"
_NOT = r"아(?:니|닌|닐|님|닙|녀|냐|이|인)(?:었|겠)?"
_LACKS = r"(?:지(?:는|도|가|를)?|진|질)(?:않|못하|못해|못한|못합)(?:은|을|는|았|아|겠)?"
_TAG = r"(?:아닌가|아닐까)(?:요|여|용|싶(?:어요?|네요|은데요?))?"
_SEEMS = r"(?:것|거|듯)?같"
_NO_WAY = r"리(?:가|는|도|야)?(?:없|만무)"
_CLAIM = r"(?:다|이?라)고(?:는|까지는|까진)?"
_HOLDS = r"(?:생각(?:해|하|합|함)|봐|봅|보|믿어|배웠|들었|읽었|알고있|기억(?:해|하|합|나)"
_HOLDS += r"|(?:볼|말할|할)수(?:는|도)?있)"
_DOUBTS = (
    r"(?:(?:생각|동의)(?:은|는|을)?(?:안|못)(?:하|해|합|함)|(?:생각)?하(?:지(?:는|도)?|진)않|(?:생각|말)?(?:하|보|말하)(?:기는?|긴)(?:좀)?(?:어렵|어려(?:워|운|울)|힘들)"
    r"|(?:볼|말할|할)(?:수(?:는|가)?|순)없|(?:말)?못하(?:겠)?|못해|안(?:해|하|봐|보)|보(?:지(?:는)?|진)않)"
)
_FORMS: tuple[tuple[re.Pattern[str], Stance], ...] = tuple(
    (re.compile(form), stance)
    for form, stance in (
        # denied twice
        (rf"(?:안|못)(?:{_AFFIRMS}){_LACKS}", Stance.UNCLEAR),
        (rf"(?:안|못){_AFFIRMS}{_NOUN}{_PARTICLE}?{_NOT}", Stance.UNCLEAR),
        (rf"{_DENIES}{_LACKS}", Stance.UNCLEAR),
        (rf"{_DENIES}{_SEEMS}{_LACKS}", Stance.UNCLEAR),
        (rf"{_DENIES}{_CLAIM}{_DOUBTS}", Stance.UNCLEAR),
        (r"(?:안|못)틀(?:리|려|렸|린|릴)", Stance.UNCLEAR),
        (rf"{_AFFIRMS}{_NOUN}?{_PARTICLE}?아니{_LACKS}", Stance.UNCLEAR),
        # both, or only asked
        (r"둘다|반반|반은|애매|어느쪽", Stance.UNCLEAR),
        (rf"{_AFFIRMS}\S{{0,4}}(?:기도|것도|거도|듯도)하?고?\S{{0,3}}(?:{_DENIES}|안|못)", Stance.UNCLEAR),
        (rf"{_DENIES}\S{{0,4}}(?:기도|것도|거도|듯도)하?고?\S{{0,3}}{_AFFIRMS}", Stance.UNCLEAR),
        (rf"(?:틀릴|아닐|거짓일){_NO_WAY}|(?:맞을|그럴|틀릴|아닐)리(?:가|는|야)?있", Stance.UNCLEAR),
        (
            rf"(?:{_AFFIRMS}|{_DENIES})(?:는데|은데|ㄴ데|지만|기는?한데|긴한데|긴하지만)(?![요여용욥예유쥬]|$)",
            Stance.UNCLEAR,
        ),
        (rf"{_AFFIRMS}(?:나|을까|는가|은가)(?:요|여|용)?$", Stance.UNCLEAR),
        # 아닌가요 without a particle asks for a yes
        (rf"(?:{_AFFIRMS}{_NOUN}?|{_OF_TRUTH}){_TAG}$", Stance.AFFIRMS),
        (rf"{_DENIES}{_NOUN}?{_TAG}$", Stance.DENIES),
        (rf"{_DENIES}{_NOUN}{_PARTICLE}?{_NOT}", Stance.UNCLEAR),
        # denied once
        (rf"{_AFFIRMS}{_NO_WAY}|(?:어림|택|턱)도?없(?:는)?(?:{_NOUN})?", Stance.DENIES),
        (rf"{_AFFIRMS}{_LACKS}(?:{_NOUN})?", Stance.DENIES),
        (rf"{_AFFIRMS}{_SEEMS}{_LACKS}", Stance.DENIES),
        (rf"(?:{_AFFIRMS}{_NOUN}|{_OF_TRUTH}){_PARTICLE}?{_NOT}", Stance.DENIES),
        (rf"(?:안|못){_AFFIRMS}(?:{_NOUN})?", Stance.DENIES),
        (r"동의(?:는|를)?(?:안|못)(?:하|해|합|함)", Stance.DENIES),
        (rf"(?:{_AFFIRMS}|{_AFFIRMS}{_NOUN}이|{_OF_TRUTH}이){_CLAIM}{_DOUBTS}", Stance.DENIES),
        (rf"그렇게(?:는|까지는)?{_DOUBTS}", Stance.DENIES),
        (rf"{_DENIES}{_CLAIM}{_HOLDS}", Stance.DENIES),
        # affirmed, or denied by the word itself
        (rf"(?:{_AFFIRMS}|{_AFFIRMS}{_NOUN}이|{_OF_TRUTH}이){_CLAIM}{_HOLDS}", Stance.AFFIRMS),
        (rf"그렇게{_HOLDS}", Stance.AFFIRMS),
        (rf"{_AFFIRMS}(?:{_NOUN})?", Stance.AFFIRMS),
        (rf"{_OF_TRUTH}", Stance.AFFIRMS),
        (rf"{_DENIES}(?:{_NOUN})?", Stance.DENIES),
    )
)
_ENDS = re.compile(
    r"(?:[은는을]?(?:거|것|듯))?(?:같(?:기도하고요?|애요?|습니다만)|거(?:예요|에요|야|임|죠))|[은는을]?(?:거|것)(?:예요|에요|야|임|죠|겠죠|네요)"
    r"|(?:걸)?로(?:갈|할|정할|고를)(?:게|래)[요유예여]?|(?:걸)?로(?:하죠|해요|합니다|하겠습니다)|쪽(?:이요|이에요|같아요|으로할게요)"
    r"|갑네요?|가봐요|(?:아|어|여)?(?:유|예|라예|라유)|[은는]?[데디](?:예|유|요)|디|쥬|제|지라(?:우|잉)?|구[만먼](?:유|요)?|니[다당]|다고요"
    r"|(?:고|구)(?:말고|말구)(?:요|죠|지요?|예|유)?|다마다요?|다뿐(?:이겠|입니)\S+|(?:습|십)?니더|심더|심니더|슴[다더]|소|구려|슈"
    r"|기는?해요|긴(?:해요|하죠|하네요)|습니다만|기도하고요?|더라고?요|요오+|오+"
)
_ASKS = re.compile(r"[?？]\s*$")
_WOULD_TURN = re.compile("않|.아니|(?:거|것)(?:예요|에요|야)$")  # 맞지 않아요?, 맞는 거예요?: with a sign it only asks


def stance_of(typed: str, affirming: frozenset[str], denying: frozenset[str]) -> Stance | None:
    """What words do about a statement; None for whatever is no verdict. The signs are what an O and an X are called."""
    if len(typed) > LONGEST:
        return None
    typed = without_topic(typed)
    for said in dict.fromkeys((typed, from_latin_keys(typed), *opened(typed))):
        signs = {_sign(plain(word), affirming, denying) for word in said.split()}
        if len(signs) == 1 and None not in signs:
            return signs.pop()
        for bare in _without_what_is_judged(plain(said)):
            if sign := _sign(bare, affirming, denying):
                return sign
            if found := _stance(bare):
                return Stance.UNCLEAR if found[1] and _ASKS.search(typed) else found[0]
    return None


def _sign(word: str, affirming: frozenset[str], denying: frozenset[str]) -> Stance | None:
    for signs, stance in ((affirming, Stance.AFFIRMS), (denying, Stance.DENIES)):
        if any(word == sign or _calls(word, sign) for sign in signs):
            return stance
    return None


def _without_what_is_judged(said: str) -> Iterator[str]:
    """A saying without spaces, as it stands, and without one, two, … of the words before its verdict."""
    yield said
    for _ in range(MOST_BEFORE):
        before = _BEFORE.match(said)
        if before is None or before.end() == len(said):
            return
        said = said[before.end() :]
        yield said


def _stance(said: str) -> tuple[Stance, bool] | None:
    """The stance of a bare verdict, and whether it would ask for the opposite if it were a question: 맞지 않아요?"""
    for form, stance in _FORMS:
        found = form.match(said)
        if found and (stance is Stance.UNCLEAR or _bends(found[0], said[found.end() :])):
            return stance, _WOULD_TURN.search(said) is not None
    return None


def _bends(form: str, tail: str) -> bool:
    return not tail or bool(_ENDS.fullmatch(tail)) or (not re.search("않|아닌|아닐", tail) and inflects(form, tail))


def _calls(word: str, sign: str) -> bool:
    """Whether a word is a sign with an ending: 엑스염; but 오염 is another word."""
    return word.startswith(sign) and closes(sign, in_standard(word[len(sign) :], counted=len(sign) > 1))
