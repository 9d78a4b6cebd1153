"""What was decided about a hypothesis: to go on, to change one thing, or to stop; and whether it says when to. Pure.

그만하기로 했어요, 바꿈이에요, 계속 갈래요. Who names several in one sentence, 계속할 것과 그만둘 것, decides none.
"""

import re
from enum import StrEnum


class Decision(StrEnum):
    """What was decided, in the order in which it is offered."""

    GO_ON = "go-on"
    CHANGE = "change"
    STOP = "stop"


_HEAD = r"(?<![가-힣])"
_ENDS = (
    r"(?:\s?(?:기로|려고|려구|는\s?걸로|는\s?쪽|자$|고\s?싶|고서|고\s|겠|ㅁ)|[요다죠음함임래게까네지서]|$|[.,!:：)\s])"
)
_LABEL = r"(?=\s?(?:이에요|예요|에요|이?요|입니다|임|으로|이다|이고|인\s|이네|이죠)|\s*[.,!:：(·—-]|\s*$)"
_MORE = r"(?:계속|그대로|이대로|한\s?번\s?더|조금\s?더|좀\s?더|더|쭉|꾸준히|이어서?)\s?(?:해\s?|밀고\s?|이어\s?)?"
_KINDS = {
    Decision.GO_ON: re.compile(
        rf"{_HEAD}계속{_LABEL}"
        rf"|{_MORE}(?:하|할|해|했|가|갈|갔|보|볼|봐|나가|나갈){_ENDS}"
        rf"|{_HEAD}(?:이어\s?(?:가|갈|갔)|유지하|유지할|그냥\s?(?:가|갈)){_ENDS}"
    ),
    Decision.CHANGE: re.compile(
        rf"{_HEAD}바꿈{_LABEL}"
        rf"|{_HEAD}(?:바꾸|바꿀|바꿔|바꿨|고치|고칠|고쳐|고쳤|손보|손볼|손봐|달리\s?(?:하|할|해)|방향을\s?(?:틀|돌))"
        rf"(?:\s?(?:보|볼|봐|봤|어\s?볼))?{_ENDS}"
    ),
    Decision.STOP: re.compile(
        rf"{_HEAD}그만{_LABEL}"
        rf"|{_HEAD}(?:그만\s?(?:하|할|해|했|두|둘|뒀|둬)|멈추|멈출|멈춰|멈췄|접을|접어|접었|접고|접자|관두|관둘|관뒀"
        rf"|(?:중단|포기)(?:하|할|해|했)|내려놓|여기까지만?\s?(?:하|할)){_ENDS}"
        rf"|{_HEAD}접(?:기|으려|는\s?게|겠)|{_HEAD}관둠|{_HEAD}포기{_LABEL}"
        rf"|{_HEAD}(?:안|못)\s?(?:되겠|하겠|될\s?(?:것|거)\s?같|되는\s?걸로|하기로|할래|할게|하려)"
        r"|(?:이건|이거|(?:이|제|내)\s?(?:일|가설|생각|짐작)[은는]?)\s?아(?:닌\s?(?:것|거)\s?같|니네|니었)"
    ),
}
_NOT = r"지\s?(?:는|도)?\s?(?:않|말|마)"
_NOT_GOING_ON = re.compile(rf"(?:계속|더)\s?(?:하|가){_NOT}")
_NOT_STOPPING = re.compile(rf"(?:그만두|그만하|멈추|접|포기하){_NOT}")
_TO_DO = re.compile(r"\S*(?:할|갈|꿀|칠|둘|출|을)\s?(?:것|거|만한|때|때까지|지|수)(?:은|는|이|도|를|:)?(?=[\s:,]|$)")
_OTHERS = re.compile(  # 바꾸고 싶대요
    r"(?:싶|겠|한|간|둔|춘|했|었|았|는|된|꾼|친)(?:대|다고)(?:요|는데|네요?|더라고요?|하\S*)?\s*$"
)
_SENTENCE = re.compile(r"(?:[^.!?\n]|(?<=\d)\.(?=\d))+")
_UNMET = re.compile(
    r"(?:아니|않으|없으|(?<![가-힣])안\s?[가-힣]{0,3}|밑이|아래|안\s?되|안\s?나오|안\s?오|실패하|못\s?\S{1,6}|못하|미치|모자라|부족하|미달이|넘으|적으|그렇지|이하|미만)\S{0,4}면"
    r"|(?:명|건|개|곳|분|번|원|%|팀|집)\s?(?:이하|미만|도\s?안)"
)


def decided(text: str) -> Decision | None:
    """What the first sentence that speaks of one decides; None where it names several, or none does. What follows if a
    hypothesis does not come true, 아니면 바꿈, is none.
    """
    for said in _SENTENCE.findall(text):
        unmet = _UNMET.search(said)
        if unmet and _named(said[unmet.end() :]):
            continue
        if kinds := _named(said):
            return kinds[0] if len(kinds) == 1 else None
    return None


def names_stop(text: str) -> bool:
    """Whether a hypothesis says what follows if it does not come true: 없으면 접어요, 두 명이 안 되면 바꿔요."""
    return bool(_UNMET.search(text)) or Decision.STOP in _named(text)


def _named(said: str) -> list[Decision]:
    """All that a sentence decides: of what is denied only what the denial decides."""
    if _OTHERS.search(said):
        return []
    told = _TO_DO.sub(" ", said)
    for denied, kind in ((_NOT_GOING_ON, Decision.STOP), (_NOT_STOPPING, Decision.GO_ON)):
        if denied.search(told):
            return [kind]
    return [kind for kind, pattern in _KINDS.items() if pattern.search(told)]
