"""A small course of an author's own: everything in it is well made, so that one edit makes one fault."""

from pathlib import Path
from shutil import copy, copytree

from bot.texts import LOCALES

TABLE = """\
title = "동네 배움"
article = "지어낸 글"
unverified = ["마을연구소"]
[units]
1 = "첫걸음"
2 = "다음 걸음"

[trades]
office = "직장인"
shop = "소상공인"

[paragraphs]
P1 = "첫 문단"
P2 = "둘째 문단"

[boxes]
1 = "왜 이 일인가"
2 = "한도"
"""

LESSON = """\
+++
title = "작게 해 보기"
unit = 1
box = 1
slot = "물음"
recall = "작게 해 보기 전에 적어 둘 것은 무엇이었나요?"
+++

글쓴이는 큰 계획보다
작게 해 보는 쪽이 낫다고 봐요.

실험: 짧게 해 보고 배우는 일

— 의견 · P1

***

해 보기 전에 물음 하나를 적어요.
‘이번에 무엇을 알고 싶은가?’

물음이 있으면 결과가 나빠도 배운 것이 남아요.

— 보충

## 예시

### 직장인

회의록을 쓰는 직장인이라면 이번 주 회의 하나만 골라 봐요.
끝나고 10분 안에 세 줄로 줄여 보내요.
답장이 몇 통 오는지 세어 보면 돼요.

### 소상공인

빵집 사장님이라면 오늘 남은 빵 가운데 한 가지만 묶음으로 놓아 봐요.
두 시간 동안 몇 묶음이 나가는지 적어요.

## 근거

- 의견 · P1 · 작게 해 보자는 말은 글쓴이의 생각이에요.
- 사실 · 통계청, 2024 · 가게를 여닫은 수는 해마다 발표돼요.
- 보충 · 물음을 먼저 적자는 말은 글에 없어요.

## 용어

- 실험 · 짧게 해 보고 배우는 일
- 물음 · 알고 싶은 것을 적은 한 문장

## 객관식 · small-first · 복습 · P1

떡집 주인이 새 떡을 팔아 보려고 해요.
작게 해 보는 것에 가장 가까운 것은 무엇일까요?

- [ ] 새 간판부터 달기
  > 마음을 다잡는 데는 좋아요. 다만 떡이 팔릴지는 아직 알 수 없어요.
- [x] 하루 열 개만 놓기
  > 적은 수로 하루 만에 알 수 있어요. 글의 첫 문단이 말하는 모습이에요.
- [ ] 설문지 백 장 돌리기
  > 많이 들을 수 있어 든든하죠. 그런데 사겠다는 말과 사는 일은 달라요.

## OX · question-before · 복습 · P1

해 보고 나서 물음을 적어도
배우는 것은 똑같아요.

맞을까요?

- [ ] O
  > 해 보면 무엇이든 남을 것 같죠. 물음이 없으면 결과를 보고 싶은 대로 읽기 쉬워요.
- [x] X
  > 먼저 적은 물음이 있어야 나온 것과 견줄 수 있어요. 이 말은 글에 없어서 여기서 더했어요.

## 빈칸 · written-first · question-before · P1

해 보기 전에 적는 한 문장이 ____이에요.

- [x] 물음
  > 알고 싶은 것이 있어야 결과를 읽을 수 있어요.
- [ ] 소감
  > 소감은 해 본 다음에 적어요.

## 초성 · try-small · small-first · P1

짧게 해 보고 배우는 일을 부르는 말이에요.

- [x] 실험
  > 작게 해 보는 일이 바로 이거예요.
- [ ] 시험
  > 시험은 남이 내는 문제를 푸는 일이에요.

## 짝짓기 · pairs-of-three · small-first · P2

저마다 알맞은 것과 이어 볼까요?

- 물음 = 몇 개 팔릴까
  > 알고 싶은 것이에요.
- 기준 = 열 개 넘기
  > 그만둘지 정하는 선이에요.
- 기록 = 여덟 개
  > 해 보고 나온 것이에요.

## 순서 · four-steps · small-first · P2

무엇부터 할까요?

1. 물음 적기
2. 기준 적기
3. 해 보기
4. 나온 것 적기

> 먼저 적고 나중에 해 봐야 견줄 것이 생겨요.

## 상황 · nobody-came · small-first · P2

꽃집이 작은 꽃다발을 내놨어요.
이틀 동안 한 개가 나갔어요.

어떻게 할까요?

- [x] 까닭 하나 묻기
  > 사 간 분께 물으면 다음에 바꿀 것이 보여요.
- [-] 하루 더 두기
  > 비가 와서 손님이 적었을 땐 기다리는 쪽이 나아요. 지금은 날씨가 좋았어요.
- [ ] 바로 접기
  > 재료가 상할 땐 접는 쪽이 나아요. 꽃은 아직 싱싱해요.

## 서술형 · own-question · question-before · P2

내 일에서 알고 싶은 것 하나를
한 문장으로 적어 볼까요?

- [ ] 무엇을 해 볼지 적었어요
- [ ] 언제 해 볼지 적었어요
- [ ] 무엇을 셀지 적었어요

> 이번 주 수요일에 안내문을 한 장 붙이고, 묻는 분이 몇 분인지 세어 볼게요.

## 내 일에 한 줄

이번 주에 작게 해 볼 것 하나를 적어 볼까요?

> 금요일에 묶음 빵 열 개. 몇 개 남는지 세기.
>
> 회의록을 세 줄로 줄여 볼게요.

## 끝

작게 해 보기 전에 물음을 적는 법을 봤어요. 주말에는 하나를 골라 해 봐요.
"""

PRACTICE = """\
+++
title = "하나 해 보기"
unit = 1
kind = "practice"
box = 2
slot = "해 본 것"
minutes = 10
+++

이번 주말에는 하나만 작게 해 봐요.

— 보충

## 할 일

1. 물음 하나를 적어요. (2분)
2. 작게 해 봐요. (6분)
3. 나온 것을 적어요. (2분)

## 증거

무엇을 해 봤나요? 나온 것을 적어 주세요.

> 빵 열 개 가운데 여덟 개.

## 끝

해 본 것만으로 넉넉해요.
"""

_SCENE = """\
## 상황 · scene-{n} · P1

가게 문을 {n}시에 열었어요.
손님이 아직 없어요.

어떻게 할까요?

- [x] 까닭을 하나 묻기
  > 물으면 다음에 바꿀 것이 보여요.
- [-] 하루 더 기다리기
  > 비가 올 땐 기다리는 쪽이 나아요.
- [ ] 문을 바로 닫기
  > 몸이 아플 땐 닫는 쪽이 나아요.

"""

CHECK = """\
+++
title = "첫 주 점검"
unit = 1
kind = "check"
box = 1
slot = "배운 것"
+++

이번 주에 본 것을 세 장면으로 떠올려 봐요.

— 보충

{scenes}## 내 일에 한 줄

이번 주에 달라진 생각이 있나요?

> 물음을 먼저 적게 됐어요.

## 다음 주 약속

다음 주에는 언제 열어 볼까요?

> 지하철에 앉으면, 레슨 하나를 열어요.

## 끝

한 주를 마쳤어요.
""".format(scenes="".join(_SCENE.format(n=n) for n in (7, 8, 9)))

FILES = {
    "course.toml": TABLE,
    "01-small.md": LESSON,
    "week-1-practice.md": PRACTICE,
    "week-1-check.md": CHECK,
}


def write_course(courses: Path, name: str = "village") -> Path:
    """The course as files, beside the words all courses are written in."""
    folder = courses / name
    folder.mkdir(parents=True)
    copy(LOCALES / "ko" / "courses" / "words.toml", courses)
    copytree(LOCALES / "ko" / "courses" / "skeletons", courses / "skeletons", dirs_exist_ok=True)
    for file, text in FILES.items():
        (folder / file).write_text(text, encoding="utf-8")
    return folder
