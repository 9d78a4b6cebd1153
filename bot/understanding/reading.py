"""Words read once: mended, cut into tokens, and what is done by saying them. Pure.

Whoever looks for commands, times, answers or intents in what a learner said starts from one `Reading`.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.korean.hangul import from_latin_keys, to_latin_keys
from bot.korean.keyboard import MOST_TYPED, composed, mended, narrowed, respelled
from bot.message import LONGEST_RAW, LONGEST_WORDS
from bot.understanding.acts import Act, Sentence, act_of
from bot.understanding.forms import Forms

MOST_SENTENCES = 12  # of one saying that are looked at: the first and the last half of them
LONGEST_LAYOUT = 100  # characters; nobody types more before noticing the wrong layout

_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co"})  # controls, formats, halves of pairs, private signs
_KEPT = frozenset("\n\t\u200d")  # the last one joins emoji
_ACCENTED = 600  # characters; in a longer text only Hangul is composed
_LAUGHS = frozenset("ㅋㅎㅠㅜ")
_LAUGHTER = re.compile("(?<![ㄱ-ㅣ])[ㅋㅎㅠㅜ]+$")
_LAUGHING_FIRST = re.compile("^(?:ㅋ{2,}|ㅎ{2,}|ㅠ{2,}|ㅜ{2,})(?![ㄱ-ㅣ])")
_TOKEN = re.compile(r"[^\W_]+")
_LAUGHING = re.compile(
    r"(?=.*[ㅋㅎ하히호헤크키]{2}|.?[ㅋㅎ])[ㅋㅎㅠㅜ하히호헤크키\s~!.^;]{1,200}|(?:lol|haha|hehe){1,50}"
)
_TEARS = re.compile(r"[ㅠㅜ\s~!.^;]*[ㅠㅜ][ㅠㅜ\s~!.^;]*")
_QUOTED = re.compile("‘[^’]{0,400}’|“[^”]{0,400}”|'[^']{0,400}'|\"[^\"]{0,400}\"|「[^」]{0,400}」|『[^』]{0,400}』")
_SENTENCE = re.compile(r"(?:[^.?!…\n]|(?<=\d)[.](?=\d))+[.?!…]*|[?]+")
_ORDERED = re.compile(r"(?<=주세요)(?=[가-힣])(?!라|란|하|만|도|에|용|는|로)")  # 보내주세요귀찮아요
_PAST_DAY = re.compile(r"어제|그제|그저께|지난|저번|아까|작년|예전")
_HALVES = re.compile(r"(?<![a-z])[ap]\.?m\.?(?![a-z])")  # of the day: 7:30 pm is no English
_HANGUL = re.compile("[ㄱ-ㅎㅏ-ㅣ가-힣]")
_SYLLABLES = re.compile(r"[가-힣\s\d\W]+")
_CONTACT = re.compile(
    r"(?<!\d)(?:\+?82[-.\s]?|0)1[016789][-.\s]?\d{3,4}[-.\s]?\d{4}(?!\d)"  # a mobile phone
    r"|(?<![가-힣])[공영]\s?일\s?[공영일육칠팔구](?:[-\s]?[공영일이삼사오육륙칠팔구]){7,8}(?![가-힣])"  # one read aloud
    r"|(?<!\d)0\d{1,2}[-.)\s]\s?\d{3,4}[-.\s]\d{4}(?!\d)"  # the phone of a house
    r"|(?<!\d)1[568]\d{2}[-.\s]\d{4}(?!\d)"  # that of a firm
    r"|\w@[\w-]{1,64}\.\w"
    r"|https?:/|www\.\w|[\w-]\.(?:com|net|org|kr|io|me|shop|store|link|site|page|ly|gl|app|dev)(?![a-z])"
    r"|\w\.(?:jpe?g|png|gif|webp|heic|bmp|mp4|mov|pdf|hwpx?|docx?|xlsx?|pptx?|zip)(?![a-z])"
    r"|(?<!\d)\d{6}\s?-\s?[1-8]\d{6}(?!\d)"  # a resident number
    r"|(?<!\d)\d{2,6}-\d{2,6}-\d{4,8}(?:-\d{1,4})?(?!\d)"  # an account
    r"|(?<!\d)\d{4}[-\s]\d{4}[-\s]\d{4}[-\s]\d{4}(?!\d)"  # a card
    r"|(?<!\d)\d{10,16}(?!\d)",
    re.IGNORECASE,
)

# Of several sentences the one that wants most of the bot tells; then what may be a line; small talk around it does not.
WEIGHT: Sequence[Act] = (
    *(Act.WISH, Act.QUESTION, Act.REFUSAL, Act.DENIAL, Act.STATEMENT, Act.CANCEL, Act.SKIP, Act.UNKNOWN_ANSWER),
    *(Act.INSULT, Act.NONE, Act.SMALL_TALK, Act.THANKS, Act.BYE, Act.GREETING, Act.AGREEMENT, Act.LAUGHTER),
)
_WEIGHTS = {act: weight for weight, act in enumerate(WEIGHT)}


@dataclass(frozen=True, slots=True)
class Reading:
    """What was said. `words` are mended and composed; `folded` in one case, width and without spaces; `bare` besides
    without the signs and laughter around it; `tokens` the words without signs; `layouts` what the same keys write in
    the other layout, none for words nobody types at once.

    `asks`, `wishes`, `resolves`, `denies` and `past` look at any sentence of it. `plain_noun`: no predicate at all.
    `contact`: a phone number, an e-mail, an address on the web or of a file, a number of a person, an account or a
    card, which is never kept. `foreign`: "english" or "other" without Hangul in either layout, else "". `remark`: it
    tells of what was or is seen, in nothing but words that are said to the bot. `empty`: nothing but words that change
    no sense.
    """

    words: str
    folded: str
    bare: str
    tokens: tuple[str, ...]
    layouts: tuple[str, ...]
    act: Act
    asks: bool
    wishes: bool
    resolves: bool
    denies: bool
    past: bool
    plain_noun: bool
    contact: bool
    foreign: str
    remark: bool
    empty: bool

    @property
    def may_be_line(self) -> bool:
        """Whether it may be filed into the plan without asking first."""
        told = self.act in (Act.STATEMENT, Act.NONE) and any("가" <= letter <= "힣" for letter in self.words)
        return told and not (self.contact or self.remark)


def legible(words: str) -> str:
    """The words in composed form, without what nobody sees or no database keeps; line breaks and emoji stay.

    Of a text longer than anybody types, only the beginning is looked at.
    """
    words = words[:MOST_TYPED].replace("\ufe0f\u20e3", "").replace("\u20e3", "")  # a digit on a key: 2️⃣
    # NFC of thousands of stray accents takes quadratic time; Hangul alone does not
    whole = unicodedata.normalize("NFC", words) if len(words) <= _ACCENTED else composed(words)
    if whole.isprintable():  # nearly always
        return whole.strip()
    return "".join(sign for sign in whole if sign in _KEPT or unicodedata.category(sign) not in _UNSEEN).strip()


def too_long(words: str) -> bool:
    """Whether it is more than anybody types; decomposed Hangul counts as what it looks like."""
    if len(words) <= LONGEST_WORDS:
        return False
    return len(words) > LONGEST_RAW or len(legible(words)) > LONGEST_WORDS


def folded(words: str) -> str:
    """In one case, width and spacing; lone consonants stay what they are."""
    return "".join(narrowed(words).casefold().split())


def bare(said: str) -> str:
    """Folded words without the quotes, signs, emoji and laughter around them, in time linear to them."""
    start, end, peeled = 0, len(said), -1
    while start < end and not said[start].isalnum():
        start += 1
    while peeled != end:  # 퀴즈~ㅎㅎ: signs stood before the laughter
        peeled = end
        while end > start and not said[end - 1].isalnum():
            end -= 1
        laughs = end
        while laughs > start and said[laughs - 1] in _LAUGHS:
            laughs -= 1
        end = laughs if laughs == start or not "ㄱ" <= said[laughs - 1] <= "ㅣ" else end
    return said[start:end]


def read(words: str, forms: Forms) -> Reading:
    """Reads what was said, in time linear to it. Never raises."""
    return reading_of(respelled(mended(legible(words))), forms)


def reading_of(words: str, forms: Forms) -> Reading:
    """The reading of words that are legible and mended."""
    plain = narrowed(words).casefold()
    layouts = _layouts(words)
    meant = _meant(plain, layouts, forms)
    sentences = [Sentence(text, marked, forms) for text, marked in _sentences(meant)]
    acts = [act_of(sentence) for sentence in sentences]
    act = _wordless(plain) or _weighed(sentences, acts)
    contact = _CONTACT.search(plain) is not None
    foreign = _foreign(meant) if act is Act.NONE else ""
    return Reading(
        words,
        (whole := folded(words)),
        bare(whole),
        tuple(_TOKEN.findall(plain)),
        layouts,
        act,
        asks=any(sentence.asks for sentence in sentences),
        wishes=Act.WISH in acts or any(sentence.request or sentence.desire for sentence in sentences),
        resolves=any(sentence.resolves for sentence in sentences),
        denies=any(sentence.denies for sentence in sentences),
        past=any(sentence.past for sentence in sentences) or _PAST_DAY.search(meant) is not None,
        plain_noun=act is Act.NONE and bool(sentences) and not (contact or foreign or any(map(_predicated, sentences))),
        contact=contact,
        foreign=foreign,
        remark=bool(sentences) and all(sentence.remark for sentence in sentences),
        empty=bool(sentences) and all(sentence.empty for sentence in sentences),
    )


def spells_korean(words: str) -> bool:
    """Whether the words are whole syllables in the other keyboard layout, typed without capitals: 2qjsdldy."""
    typed = from_latin_keys(words)
    return words.islower() and _SYLLABLES.fullmatch(typed) is not None and len(_HANGUL.findall(typed)) > 1


def _layouts(words: str) -> tuple[str, ...]:
    """What the same keys write in the other layout; for Latin letters, with caps lock folded too."""
    if len(words) > LONGEST_LAYOUT or not any(letter.isalpha() for letter in words):
        return ()
    if words.isascii():
        return tuple(dict.fromkeys((from_latin_keys(words), from_latin_keys(words.lower()))))
    latin = to_latin_keys(words)
    return (latin,) if latin.isascii() else ()


def _meant(plain: str, layouts: Sequence[str], forms: Forms) -> str:
    """The words, or what they are in the Korean layout where that leaves whole syllables and no English is known."""
    if not plain.isascii() or Sentence(plain, marked=False, forms=forms).known:
        return plain
    whole = (typed for typed in layouts if _SYLLABLES.fullmatch(typed) and len(_HANGUL.findall(typed)) > 1)
    return next(whole, plain)


def _sentences(text: str) -> Iterator[tuple[str, bool]]:
    """The sentences outside quotes, without laughter and signs around them, and whether a question mark closed each."""
    found = [part for said in _SENTENCE.findall(_QUOTED.sub(" ", text)) for part in _ORDERED.split(said)]
    for said in (*found[: MOST_SENTENCES // 2], *found[MOST_SENTENCES // 2 :][-MOST_SENTENCES // 2 :]):
        signs = said.rstrip()
        marked = "?" in signs[len(signs.rstrip("?!~.… ")) :]
        clean = _bare(said)
        if clean or marked:
            yield clean, marked


def _bare(said: str) -> str:
    return " ".join(_TOKEN.findall(_LAUGHING_FIRST.sub("", _LAUGHTER.sub("", said.strip(" \t!?.~…^;")))))


def _weighed(sentences: Sequence[Sentence], acts: Sequence[Act]) -> Act:
    """The act of several sentences. A report of three and more is none to the bot for the one that may sound so."""
    if sentences and all(sentence.empty and not sentence.asks for sentence in sentences):
        return Act.UNKNOWN_ANSWER
    said = [act for sentence, act in zip(sentences, acts, strict=True) if not sentence.empty or sentence.asks]
    acts = said or acts  # 음... 생각 중: what says nothing weighs nothing
    told = acts.count(Act.STATEMENT) + acts.count(Act.NONE)
    if len(acts) > 2 and 2 * told > len(acts) and not any(sentence.request for sentence in sentences):
        return Act.STATEMENT
    return min(acts, key=_WEIGHTS.__getitem__, default=Act.NONE)


def _predicated(sentence: Sentence) -> bool:
    return sentence.finite or sentence.text.endswith(("기", "하기", "함"))


def _wordless(plain: str) -> Act | None:
    """What signs alone say: laughter, or tears."""
    if _LAUGHING.fullmatch(plain):
        return Act.LAUGHTER
    return Act.SMALL_TALK if _TEARS.fullmatch(plain) else None


def _foreign(meant: str) -> str:
    letters = [letter for letter in _HALVES.sub("", meant) if letter.isalpha()]
    if not letters or _HANGUL.search(meant):
        return ""
    return "english" if all(letter < "\u0250" for letter in letters) else "other"
