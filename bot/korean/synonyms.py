"""Words that say one thing to do or one thing it is done to, where an option is told in others: 손보다, 고치다. Pure.

They are near enough to ask whether the option is meant, and never to grade.
"""

import re

_GIVES_UP = r"그만[두둘둬둔둡하할]|접(?:고|어|는|을|자|기|습|죠)|관[두둘둬둔]|멈[추춰출춘춥]|중단|중지|포기|때려"
_GROUPS = tuple(
    re.compile(pattern)
    for pattern in (
        r"고[치쳐칠친칩]|바[꾸꿔꿀꾼꿉뀌]|손[보봐볼본봅]|수정|교체|개선|변경|조정|다듬",
        r"줄[이여일인입]|짧|단축|간추|축소",
        r"적(?:고|어|은|을|기|자|는|습|혀)|메모|기록|써(?:두|둬|둘|놓|놔)|남[기겨길긴]|필기",
        r"계속|이어|진행|지속|그대로|밀고",
        _GIVES_UP,
        r"심심|지루|재미없|따분|늘어[지져진]",
        r"값|가격|금액|요금|비용|단가",
        r"함께|같이|한꺼번|동시|한번에",
        r"묻|물어|물[을은으]|여쭤|여쭙|여쭐|질문",
        r"보[내낼낸]|부[치쳐칠]|전[달송]",
        r"빼|뺄|뺀|없[애앨앤]|지[우워울운]|삭제|덜어",
        r"더[하해할한]|늘[리려릴린]|추가|보[태탤탠]|덧",
        r"기다[리려릴린]|지켜보|지켜볼|지켜봐|두고보|두고볼|두고봐",
        r"거절|사양|마다",
        r"시험|테스트|실험|시도",
        r"손님|고객",
        r"말(?:$|씀|을|은|이|도|만)|얘기|이야기|의견",
        r"다시|또|재차",
        r"미[루뤄룰룬]|늦[추춰출춘]|연기",
        r"나[누눠눌눈]|쪼[개갤갠]|분리",
        r"먼저|우선|처음",
        r"확인|점검|살[피펴필핀]|검토",
        r"맡[기겨길긴]|넘[기겨길긴]",
        r"열(?:고|어|기|자|죠)|여는|연다|엽니",
    )
)


def near(one: str, other: str) -> bool:
    """Whether two words, bent in whatever way, belong to one group."""
    return any(group.match(one) and group.match(other) for group in _GROUPS)


def both_stop(one: str, other: str) -> bool:
    """Whether both mean to give something up: who says 접는 건 아니죠 rules 그만두기 out."""
    return bool(re.match(_GIVES_UP, one) and re.match(_GIVES_UP, other))
