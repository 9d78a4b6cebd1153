"""What Korean speakers say around an answer: before it, after it, and of what it is not. Pure.

A frame is peeled by grammar and never by looking for the answer inside: what is left has to be the answer. Nothing
here denies, so that no denial (개인화가 아니에요, 안 개인화) is ever peeled to what it denies. Three tag questions ask
for a yes and so affirm: 아닐까요, (이)지 않을까요, and 아닌가요 when it follows the answer without a particle.
"""

import re
from itertools import islice

from bot.korean.sounds import Ending, ending_of

LONGEST_TAIL = 24  # characters; what follows an answer and is longer says more than the answer

# -- before the answer -----------------------------------------------------------------------------------------------

_MARKED = r"(?:[(\[]?\d{1,2}\s?[.)\]:]|[①-⑳❶-❿])(?!\s*[(\[]?[\d①-⑳❶-❿])|[-•▶☞→=>:]+(?!\s?\d)"
_PUT_IN = r"""
    (?:(?:빈칸|괄호|네모|여기|거기)(?:에|의|\s?안에)?\s?)?
    (?:들어갈|들어가는|알맞은|맞는|올|넣을)\s?(?:말|낱말|단어|답|것|건|거)(?:은|는|이|에는)?(?=\s)
"""
_GLUED = rf"""
    (?:제|내|저의|나의)?\s?(?:정답|답|생각)(?:은|에는|엔|이)(?=\s)|(?:정답|답)은|정답[:;]|답[:;]|아마도|잠깐만?요?|잠시만?요?
    |(?:(?:제가|내가|저|나|지가)\s?)?보기(?:에는|엔)|(?:제|내)\s?눈(?:에는|엔)
    |(?:아무리|암만|다시|몇\s?번을)\s?(?:봐도|보아도|생각해도|생각해\s?봐도)
    |(?:제가|내가|저는|나는|저|나|지가)\s?(?:볼|봤을|보았을|생각할|생각했을|느낄|느끼|아는|알|풀)\s?(?:때|땐|때는|때에는|적엔|적에는|바로는|바론)|(?:(?:제|내)\s?)?기억(?:으론|으로는?|에는?|엔|상)(?=\s)
    |(?:제가|내가)\s?(?:알|기억하|듣|배우|읽|보)기(?:론|로는?|에는?|엔)(?=\s)|{_PUT_IN}
"""
_SAID_BEFORE = r"""
    (?:네|넵|넹|예|옙|응)(?![\s,.~!]*(?:번|개|가지|째|아니|아뇨|안))|음+|흠+|어+|아+|오+|헐|와|아하|글쎄요?|혹시|아마|아무래도|역시|당연히|당근
    |확실히|분명히?|틀림없이|백퍼|그야|그거야|하모|하믄|암|암만|암요|아무렴|걍|그냥|그라모|그람|거시기|잠깐만요?|잠시만요?|앗|ㅎ+|ㅋ+
    |에이|쉽네요?|쉽다|쉽죠|쉬운데요?|쉬워요|쉬웠어요|어렵네요?|어렵다|헷갈리네요?|알지|알죠
    |뭐냐|내는|마|(?:그\s?)?(?:머시냐|머시기|뭐시냐|뭐시기)|있잖아요?|뭐더라|뭐였더라|뭐였지|뭐지|그러니까|긍까|그니까|내가|(?:하나만?|굳이|그나마|굳이\s하나)?\s?(?:고르|찍|뽑|꼽|말하|답하)(?:자면|라면|면)
    |(?:잘은?|정확히는?|정확하게는?|확실히는?|확실하겐|확신은|자신은?)\s?(?:모르|없|못)\S{1,4}
    |(?:확실|정확)(?:하진|하지는?|치는?|친)\s?않\S{1,4}|맞(?:는지|을지|나)(?:는|도)?\s?(?:잘\s?)?모르\S{1,4}
    |(?:생각|기억)(?:났다|났어요|나요)|맞다|맞네요?|아\s?맞다|알겠다|알겠어요|알았다|알았어요
    |이번\s?(?:건|거는|문제는|엔|에는)|일단|그럼|그러면|그렇다면|이건|그건|그거는?|이거는?|그게|이게
    |그래도|아무튼|어쨌든|결국|오타(?:예요|에요|요|네요?|났네요?|났어요|입니다)?|잘못\s?(?:썼어요|썼네요?|쳤어요|쳤네요?)|정정|다시
    |여기는|여기엔|여기서는|여기에는|빈칸(?:은|에는|엔)|저는|저라면|나라면|바로|그|전|저|나는|난|제가|내가|정답|답
"""
_OPENING = re.compile(
    rf"\s*(?:(?:{_MARKED}|{_GLUED})|(?:{_SAID_BEFORE})(?=[\s,.:;~!…·]))[\s,.:;~!…·ㅋㅎㅠㅜ]*", re.VERBOSE
)
_CONTRAST = re.compile(
    r"(?<=\S)\s?(?:말고는?|말구|대신에?|아니고|아니구|아니라|아닌\s?(?:[것거]\s?같|듯하|듯)고|아닌|아니에요|아니예요|아니죠|아니지|아닙니다|보다는?|보단|빼고)[\s,.]+(?=\S)"
)
_REASON = re.compile(r"(?:니까|니깐|[아어해]서|라서|거라|거여서|므로)[\s,]+(?=\S)")
_CHECKED = re.compile(
    r"""
    \s*[(（][\u4e00-\u9fff]{1,8}[)）]\s*$
    |\s+(?:어렵|쉽|헷갈리)(?:다|네요?|네여|습니다)[\s.!~ㅋㅎㅠㅜ]*$
    |\s*[(\[]\s*(?:맞(?:나요?|죠|지요?|을까요?|음)|아닌가요?|아닐까요?|아마도?|확실\S{0,6}|자신\s?없\S{0,4})
    [\s?!.~]*[)\]]?\s*$
    """,
    re.VERBOSE,
)  # 전문성이겠네요 어렵다 ㅎㅎ, 전문성 (맞나?)
_TOPIC_LAST = re.compile(
    r"(?<=[요다죠지네임유예듯음])[\s,.…~]+(?:이건|그건|이거|그거|이게|요건|저건|이것도|정?답은|아마도?|(?:제|내)\s?생각(?:엔|에는)"
    r"|(?:제가|내가)\s?(?:볼\s?땐|보기엔))[\s!.~ㅋㅎ]*$"
)
"""What is spoken of, behind it: 2번이죠 이건."""
_CONTRASTS = 3
_OPENINGS = 5  # one after the other: 음.. 아마 제 생각엔 답은 ①


def opened(text: str) -> list[str]:
    """What is left of a text without one, two, … of its openings; none when it has none."""
    found: list[str] = []
    while len(found) < _OPENINGS and (opening := _OPENING.match(text)) and opening.end() < len(text):
        text = text[opening.end() :]
        found.append(text)
    return found


def preferred(text: str) -> list[str]:
    """What is named after each thing that is set aside: 개인화 말고 융합 names 융합; none when nothing is."""
    return [text[found.end() :] for found in islice(_CONTRAST.finditer(text), _CONTRASTS)]


def reasoned(text: str) -> list[str]:
    """What is named behind a reason: 손님마다 다르게 굽는 거니까 개인화 names 개인화; none where none is given."""
    return [text[found.end() :] for found in islice(_REASON.finditer(text), _CONTRASTS)]


def unchecked(text: str) -> str:
    """An answer without the doubt in brackets behind it: 전문성 (맞나?)."""
    return _CHECKED.sub("", text)


def without_topic(text: str) -> str:
    """A text without what it speaks of behind its end: 엑스죠 이건."""
    return _TOPIC_LAST.sub("", text)


def wavered(text: str) -> str:
    """The word about which somebody wavers: 융합인가 아닌가? names 융합; "" for none."""
    found = _WAVERS.fullmatch(text)
    return found["word"] if found else ""


def wondered(text: str) -> str:
    """The word of which somebody asks whether it is not the answer: 아마 신뢰 아님? names 신뢰; "" for none."""
    found = next(filter(None, map(_WONDERS.fullmatch, (text, *opened(text)))), None)
    return found["word"] if found and found["word"] not in _NO_WORDS else ""


_WONDERS = re.compile(
    r"\s*(?:(?:음+|아|어|혹시|그럼|이거|그거|답|정답)[\s,.…]+)?(?P<word>[가-힣A-Za-z]{2,10})(?<![이가은는])\s"
    r"(?:(?:아님|아니에요|아니예요|아니야|아녜요|아녀|아냐|아니지요?|아니죠|아닌감)\s?[?？]+"
    r"|(?:아닌가|아닐까|아닌지|아니었나|아니던가)(?:요|용|여)?[\s?？.~…ㅋㅎ]*)"
)
_NO_WORDS = frozenset(
    "이거 그거 저거 그게 이게 이것 그것 오답 정답 문제 퀴즈 장난 농담 사기 거짓말 벌써 아직 제가 내가".split()
)
_WAVERS = re.compile(
    r"\s*(?P<word>\S+?(?:\s\S+?)?)(?:인가|일까|인지|이냐)(?:요)?[,\s]*(?:아닌가|아닐까|아닌지|아니냐)요?[\s?!.~…ㅋㅎ]*"
)
_SENTENCE_ENDS = re.compile(
    r"(?:(?<!\d)[.]|[!?…~]|(?<=[가-힣][ㅋㅎㅠㅜ])[ㅋㅎㅠㅜ]*)+(?:\s+|$)|\n+|(?<=[요죠예여])\s+(?!\w?라고)|(?<=[었았했겠렸졌]다)\s+"
    r"|(?<=[리하되겠]네)\s+|(?<=[가-힣]데)\s+|(?<=지만|니까|거든|이제|이야)\s+|(?<=[가-힣]네)\s+(?=확신|자신)"
    r"|(?<=[가-힣]다)\s+(?=(?:정?답은|제\s?답|그래서|그러니까)\s)"
)
_TURNS_IT = re.compile(
    r"아니|아닌|아녜|아녀|아님|아뇨|말고|빼고|않|틀[리린렸]|다른|취소|잘못|바꾸|바꿀|바꿔|대신|보다|반대|설마|헷갈|고민|모르|몰라"
    r"|뭐|뭔|무슨|뜻|(?<!그\s)왜|어떻게|이라는|라는\s?(?:말|게|건)"
)
_HEDGES = re.compile(
    r"(?:(?:아까|이걸?|이게|그걸?|그게|진작|방금|전엔|전에는)\s)*왜\s?(?:이게|그게|이걸|그걸|진작)?\s?(?:생각이?|기억이?|떠오르지?)?\s?(?:안|못)\s?"
    r"(?:났|나|떠올|생각났|떠올렸|맞혔|맞췄|썼|적었)\S{0,3}(?:지|나|을까|네)요?"
    r"|(?:근데\s|좀\s)?(?:(?:확실|정확)(?:하진|하지는?|치는?|친)\s?않(?:아요?|네요?|음|습니다)|(?:자신|확신)(?:은|이)?\s?없(?:어요?|네요?|음|습니다|다|지만|는데요?))"
)
"""What doubts an answer and yet gives it: 전문성 같은데 확실하진 않아요, 아까 왜 생각이 안 났지."""
_SENTENCES = 4
WHICH = re.compile(r"\s*\S+\s?[?]+\s*\S+\s?[?]+\s*")


def sentences(text: str) -> list[str]:
    """The sentences of a text, each of which may be the answer while the others only talk: 전문성!! 이건 쉽네. None for
    one sentence, for many, and where one of the others turns round what is answered, doubts it or asks about it.
    """
    said = [one for one in _SENTENCE_ENDS.split(text) if one.strip()]
    if WHICH.fullmatch(text):
        return []  # 성과물? 결과물?
    if not 1 < len(said) <= _SENTENCES:
        return []
    turns = [bool(_TURNS_IT.search(one)) and not _HEDGES.fullmatch(one.strip()) for one in said]
    return [one for at, one in enumerate(said) if not any(turns[:at] + turns[at + 1 :])]


# -- after the answer ------------------------------------------------------------------------------------------------

_YO = "[요여용욥염욤]"
_LIKE = "같(?:[아애]요?|아여|아용|은[데디]요?|은데용|네요?|습니다만?|음|다)"
_SEEM = "(?:해요?|하네요?|합니다|한데요?|하다|함|싶어요?|싶네요|싶습니다|요)?"
_GUESS = f"(?:듯{_SEEM}|[것거게]{_LIKE}|[것거]로보여요|걸로보여요|모양이에요)"
_DO = "(?:해요?|하죠|하지요|합니다|함|하는데요?|했어요?|했습니다|할게요|할께요|하겠(?:습니|슴)다|할래요|됩니다|돼요"
_DO += "|드려요|드릴게요|이?들어요)"
_IS = f"""(?:(?:이거|그거|요거)?{_LIKE}
    |이?[에예]{_YO}|입니[다당]만?|임다|인뎁쇼|입죠|인가{_YO}?|인가봐요?|인가봅니다|인데{_YO}?|일까{_YO}?|일?걸{_YO}?|[이그요]거(?:{_YO}|이?[에예]{_YO}|지{_YO}?|죠|네{_YO}?|임|일걸{_YO}?|맞는데{_YO})
    |이(?:고|구)요|저거(?:{_YO}|[예에]{_YO}|네요?|죠|지)?|이?라예|이?지예|이?지유|이?지라(?:우|잉)?|[아인]인교|인교예?|이?여라|이?구만유?|이?구먼유?|이?올시다|이?드래요|이?랑께요?|이?당께요?
    |이?거든예|입니더|임더|이?데이|아입니꺼|아이가|아이니껴|이제(?:라|잉)?|이쟈|잉께
    |같은[거것](?:{_YO}|이?[에예]{_YO}|인가요?)?|일거[예에]요|일겁니다|일테죠|인거죠|인걸요|[인일]{_GUESS}|일수도있어요|{_LIKE}|인걸로요?)"""
_SHORT = "(?:쥬|지|네|다|야|임)"  # of one syllable: has to agree with the answer, for it may be part of another word
_LINKED = f"""(?:죠|지{_YO}|네{_YO}|잖아요?|거든요?|겠죠|겠지요?|겠네요|군요|구나|려나요?|[라란](?:고|구)요|랍니다|래요
    |지싶(?:어요?|네요?|은데요?|다|습니다)
    |라고?(?:생각{_DO}|봐요|봅니다|보는데요|믿어요|답{_DO}|적을게요|쓸게요|불러요|부르죠|부릅니다|{_DO})|라고)"""
_WAS = f"(?:어요?|죠|나요?|던가요?|습니다|네요|던{_GUESS})"
_HEARD = f"""라고(?:했|배웠|들었|봤|읽었|나왔|써있었|적혀있었|기억했)(?:{_WAS}|는데요?|음|다|지요?|을{_GUESS})
    |라고알고있(?:어요?|습니다|는데요?|음|다|었어요|었는데요?)|라고기억(?:해요|하는데요?|합니다|나요)"""
_WRITTEN = "(?:쓰|적으|하|답하|대답하|치|입력하|넣으|보내|말하)"
_MAY_I = (  # a question of form, and none of doubt; with another word than 되 it doubts: 쓰면 틀리나요
    f"(?:(?:이?라고?|으?로|[을를]|하고|에)?(?:{_WRITTEN}면|(?:써|적어|해|답해|쳐|입력해|넣어|보내|말해)도)"
    "(?:되(?:나|는건가|는거죠|는거지|는거[에예]|는건지|죠|지|려나|겠죠|겠지|는데|네)|돼|될까|될런지|맞(?:나|을까|는건가|죠|지|습니까))요?"
    "(?:틀리(?:나|죠|지)요?|틀린건?가요?)?"
    "|이?라고(?:적어요|써요|쓸래요?|적을래요?|쓰겠(?:습니|슴)다|적겠(?:습니|슴)다|써볼게요?|적어볼게요?|할게요?|해볼게요?|갈게요?)"
    "|이?라(?:쓸게요?|적을게요?|할게요?|써요|적어요))"
)
_RIGHT = f"""(?:확실(?:해요?|합니다|하네요|함)|맞(?:[아지]예|심더)
    |맞(?:아요?|죠|지{_YO}?|나요?|습니다|음|다|네요?|을까요|을걸요|겠(?:죠|지요|어요|네요|습니다)
    |는데요?|[는을]{_GUESS}|지않(?:나|을까){_YO})
    |(?:정답|답)으로보(?:여요?|입니다|이네요?|임)|(?:정답|답)(?:{_IS}|이?요|이{_LINKED}|아닌가요|아닐까요)
    |좋(?:아요|네요|습니다|겠어요|겠습니다|을{_GUESS}|은{_GUESS})|나(?:아요|을{_GUESS}|은{_GUESS})
    |(?:제일|더|좀|왠지|확)?(?:끌|땡|당)(?:려요?|리네요?|립니다|리는데요?|린다|림|겨요?|기네요?|깁니다|기는데요?|긴다|김)
    |마음이?(?:가요|가네요?|갑니다|기울어요|기우네요?)
    |낫(?:겠(?:죠|지요|어요|네요|습니다)|네요|죠|지요|습니다)
    |들어가요|들어갑니다|들어갈{_GUESS}|들어가야(?:해요|돼요|죠)|어울려요|알맞아요|적절해요|적당해요)"""
_CHOSEN = f"""(?:할게{_YO}?|할게[유예]
    |갈래요?|가볼게요?|가볼래요?|할께요|하께[요예]?|할끼[다요예]|할란다|할랍니다|할래요?
    |하겠(?:습니|슴)다|하죠|해요|갈게요|가겠(?:습니|슴)다|고를게요|고를래요
    |고르겠(?:습니|슴)다|골라요|골랐어요|정했어요|정할게요|찍을게요|찍어요|찍을래요|찍겠습니다|적을게요|쓸게요
    |픽|바꿔요|바꿀[게래]요|바꾸면돼요|고쳐요|고칠[게래]요|채워요|채울게요|넣어요|넣을게요|가시죠|가죠|갑니다|하겠음|할게임|선택(?:{_DO}|이요|입니다)?|답{_DO})"""
_NEAREST = f"(?:더|가장|제일)?가까(?:워요|운{_GUESS}|울{_GUESS})|(?:더|가장|제일)?가깝(?:습니다|네요|죠|지요)"
_STAKED = (  # 1번에 걸어볼게요, 1번에 한 표 던집니다
    "(?:한표(?:던집니다|던져요?|던질게요?|던질래요?|던진다|던짐|던지겠습니다|줄게요?|주겠습니다|드려요|드립니다|드릴게요?"
    "|추가(?:요|합니다)?|입니다|이요)?|올인|걸(?:게|래|겠습니다|어요|어볼게|어볼래|어봅니다|어본다|어보죠))요?"
)
_ASKED = f"맞(?:나{_YO}|죠|지{_YO}|을까{_YO}|습니까)"  # 융합인 것 같은데 맞나요?
_HEARSAY = (
    "(?:이?라)?(?:고)?(?:카더라|하더라|하더라고요|카던데|하던데요?|봅니다만|합니다만|카네예?|싶네예|아닌가싶네예)"
)
_NEEDED = f"""[이가]?(?:꼭|제일|가장)?(?:필요|중요)
    (?:해요?|하죠|하지요?|합니다|하다|함|하네요|하겠죠|하잖아요|한{_GUESS}|하지않을까요)"""
_UNSURE = (
    f"(?:이|인게|인지|이게|인거)?맞(?:나|는지|을지|는가)(?:는|도)?(?:잘)?모르겠(?:네{_YO}?|어요?|는데요?|다|음|습니다)"
)
_TAG = (
    "(?:아닌가[요여용]?|아닌가싶(?:어요?|네요|습니다|은데요?)|아닐까[요여용]?|아닐까싶(?:어요?|네요|습니다|은데요?)|아닐까해요"
    "|이?지않을까(?:[요여용]?|싶(?:어요?|네요|습니다|은데요)|해요)|이?지않나[요여용])"
)

_LONG = re.compile(
    rf"""(?:{_IS}|이요|요){_ASKED}|{_IS}|이요|요|이?(?:{_LINKED}|죠|지{_YO}?|네{_YO}?)[뭐머]|이?{_LINKED}
    |이?(?:{_HEARD})|이?{_HEARSAY}|{_NEEDED}|{_UNSURE}|{_MAY_I}|[이가]?정답|이고{_YO}|에{_NEAREST}|에{_STAKED}
    |(?:였|이었|이였){_WAS}|(?:[이가은는]|[이그]거|[이그]게|요거|요게)?(?:제일|가장|더)?{_RIGHT}|(?:으?로|을|를)?{_CHOSEN}|{_TAG}
    |[이가]아닐까(?:요|싶어요|싶네요|싶습니다|해요)|쪽(?:이|에|으로)?(?:더|좀|조금)?(?:끌(?:려요?|리네요?|립니다|리는데요?)|마음이?(?:가요?|갑니다|가네요?)|기우네요?|기울어요)
    |쪽(?:{_IS}|이요|이{_LINKED}|이?{_RIGHT}|(?:으로)?{_CHOSEN})
    |에|에서|에게|까지|부터|처럼|보다|의|만|임|야""",
    re.VERBOSE,
)
_OPEN = re.compile(f"이?{_SHORT}|가|는|를|로|와|랑")
_CLOSED = re.compile(f"이{_SHORT}|이|은|을|으로|과|이랑")
_RIEUL = re.compile(f"이{_SHORT}|이|은|을|로|과|이랑")
_AGREEING = {Ending.OPEN: (_OPEN,), Ending.CLOSED: (_CLOSED,), Ending.RIEUL: (_RIEUL,), None: (_OPEN, _CLOSED)}
# One syllable and one of these may be another word: 회로, 성과, 길이, 책임.
UNSAFE_AFTER_ONE = frozenset(["이", "가", "과", "와", "로", "야", "임", "랑", "네요", "네", "다", "의", "만", "지"])
WORDS_IN_YO = frozenset(
    "수요 필요 중요 주요 소요 고요 민요 동요 강요 개요 긴요 가요 나요 사요 자요 차요 타요 해요 봐요 와요".split()
)
_COPULA = re.compile(rf"{_IS}|이요|이?{_LINKED}|이{_SHORT}|(?:였|이었){_WAS}|{_TAG}", re.VERBOSE)


def closes(answer: str, tail: str) -> bool:
    """Whether `tail` is said after the answer to affirm it: a particle or an ending that agrees with it.

    Both are plain (NFC, without spaces).
    """
    if not tail or len(tail) > LONGEST_TAIL:
        return False
    tail = in_standard(tail) if len(answer) > 1 else tail
    if len(answer) == 1 and "가" <= answer <= "힣" and (tail in UNSAFE_AFTER_ONE or answer + tail in WORDS_IN_YO):
        return False
    if tail == "만" and answer[-1].isdecimal():  # 2만 is a number
        return False
    if tail[0] == "님" and len(answer) > 1:  # 고객님; but 손님 is no 손
        return tail == "님" or closes(f"{answer}님", tail[1:])
    return any(pattern.fullmatch(tail) for pattern in (_LONG, *_AGREEING[ending_of(answer)]))


def in_standard(tail: str, *, counted: bool = False) -> str:
    """A playful ending as it is written: 이여 and 이욥 as 이요, 임돠 as 임다, 요용 as 요. Behind a noun a single 염 or
    용 may be a part of it (피부염, 가정용, 데이터 이용); behind a number, which is `counted`, it is not.
    """
    if tail in _MAKE_NOUNS and not counted:
        return tail
    return _PLAYED_DOWN.sub("다", _PLAYED_UP.sub("요", tail))


_MAKE_NOUNS = frozenset(["염", "용", "이용"])
_PLAYED_UP = re.compile("요?[여용욥염욤]$")
_PLAYED_DOWN = re.compile("(?<=[임니])[돠당돵]$")


def named(plain: str) -> str:
    """A plain text without a copula after it: 이웃이에요, 이웃인 것 같아요 name 이웃; "" when it has none."""
    start = max(1, len(plain) - LONGEST_TAIL)
    return next((plain[:end] for end in range(start, len(plain)) if _COPULA.fullmatch(plain, end)), "")


# -- sayings ---------------------------------------------------------------------------------------------------------

_ADVERB = re.compile(
    "저는|저도|제가|전혀|전|나는|난|잘|하나도|도저히|진짜로?|정말로?|솔직히|도통|아직|아예|그냥|좀|너무|이건|그건|이거|그거|이것도|이문제는?|"
    "답을|답이|답은|정답을|정답은|뭔지|무엇인지|뭐인지|뭘지|무슨말인지|음+|흠+|아+|어+|에이|글쎄요?"
)
_VERBAL = re.compile(
    rf"요|여|용|욥|염|서요?|죠뭐?|지{_YO}?|네{_YO}?|는데{_YO}?|은데{_YO}?|데{_YO}?|습니[다당]|음|[다당]|{_GUESS}|걸요?|거든요?|잖아요?|겠어요?|겠죠|겠네요|을걸요?|"
    rf"[는은을]{_GUESS}|[아어]{_YO}?|게요|군요|"
    rf"(?:다|라)?고(?:생각{_DO}|봐요|봅니다)|{_CHOSEN}"
)
_ADVERBS = 3


def without_adverbs(said: str) -> tuple[str, ...]:
    """A saying without spaces, as it stands and without one, two, … of the words it may begin with."""
    found = [said]
    while len(found) <= _ADVERBS and (adverb := _ADVERB.match(found[-1])) and adverb.end() < len(found[-1]):
        found.append(found[-1][adverb.end() :])
    return tuple(found)


def inflects(form: str, tail: str) -> bool:
    """Whether `tail` bends a saying without turning it: 몰라 and 요, 모르겠 and 는데요, 엑스 and 인 것 같아요."""
    if len(tail) > LONGEST_TAIL:
        return False
    tail = in_standard(tail, counted=len(form) > 1)
    return bool(_COPULA.fullmatch(tail) or tail == "요" or (len(form) > 1 and _VERBAL.fullmatch(tail)))
