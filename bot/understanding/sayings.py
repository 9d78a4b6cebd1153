"""How people agree, refuse, ask and take their leave in a chat: tables for bot.understanding."""

import re

YES = frozenset(
    """
    네 넵 넹 넴 예 옙 응 웅 엉 어 ㅇ ㅇㅇ ㅇㅋ 오케이 오케 오키 오키도키 ok okay yes yep yeah y o 👍 👌 ⭕
    맞아 맞아요 맞습니다 맞음 좋아 좋아요 좋습니다 그래 그래요 그럼요 그럼 당연하죠 물론이죠 물론 콜
    """.split()
)
NO = frozenset(
    """
    아니 아니요 아니오 아뇨 아녀 아냐 아니야 아니에요 아닙니다 아닌데요 ㄴ ㄴㄴ 노 놉 no nope n x 👎 ❌
    틀려요 틀렸어요 달라요
    """.split()
)
DECLINED = frozenset(
    """
    싫어 싫어요 싫습니다
    안해 안해요 안할래 안할래요 취소 취소요 그대로둘게요 고칠래 고칠래요
    """.split()
)
"""A no to what is offered, but never the answer to a quiz."""
THIS = frozenset(
    """
    이거 이게 이건 이것 이것은 이문제 이질문 이퀴즈 문제 질문 여기 여기는 여긴 빈칸 빈칸에 여기에
    이말 이글 요거 요게 요건 지금이거
    지금이거는 지금이건 이문제는 이질문은 방금이거
    """.split()
)
"""The open question, named."""
GO = frozenset(["ㄱㄱ", "고고", "go", "ㄱ"])  # "let's go", never the initials of a command
# What people chat with, so neither the initials of a command nor of a term
CHAT = frozenset(
    "ㅁㅊ ㅅㄱ ㅂㅂ ㅂㅇ ㄱㅊ ㄱㅊㄱㅊ ㄱㅅ ㅈㅅ ㄷㄷ ㅇㅈ ㄱㄷ ㅎㅇ ㅊㅋ ㄱㅇㄷ ㅇㅋ ㄴㄴ ㅇㅇ ㅁㄹ".split()
)
# How a command is wished for in so many words, whatever question is open
WISHED = re.compile(
    r"""(?:(?:거|것|꺼(?!줘|주)|걸|치))?(?:을|를|이|도)?(?:좀|한번|더|하나)?(?:(?:보여|알려|열어|내)?(?:줘|줘요|주세요|주라|줄래요?|주실래요?|주시겠어요)
    |(?:시작)?(?:할|볼|풀|받을|열)(?:래|래요|랭)|(?:시작)?(?:하|보|풀|받|열)고싶(?:어|어요|다|습니다|은데요?)|ㄱㄱ?)\Z""",
    re.VERBOSE,
)
# What may follow the name of a command; 꺼줘 is no request for 거 but to switch off.
POLITE = re.compile(
    r"""(?:을|를|이|가|은|는|으로|로)?(?:좀|한번|더)?(?:(?:할|볼|배울)?(?:거|것|꺼(?!줘|주)|걸)|레슨|문제|퀴즈|강의|수업|차례|단계)?(?:을|를|좀)?
    (?:(?:보여|알려|열어|보내|내|해|시작해)?(?:줘|줘요|주세요|주라|줄래|줄래요|주실래요|주시겠어요|주십시오)
    |(?:걸로|거로|것으로)?(?:넘어)?(?:갈래|갈래요|갈게|갈게요|가요|가죠|갑시다|가줘|가줘요|가주세요)
    |(?:보여|알려|열어|보내|내|해)?(?:줘봐|줘봐요|줘보세요|줘볼래요?)
    |(?:시작)?(?:할|볼|풀|받을|열)(?:래|래요|게|게요|께요|까|까요|거야|거예요|거에요)
    |(?:시작)?(?:하|보|풀|받|열)(?:기|자|고싶어|고싶어요|고싶다|고싶습니다|겠습니다)
    |시작|시작해요?|해|해요|합니다|합시다|봅시다|보여|알려|열어|확인|부탁(?:해|해요|합니다|드려요|드립니다|드릴게요)?
    |필요해|필요해요|궁금해|궁금해요|어때|어때요|가자|고고|ㄱㄱ|이요|요)?\Z""",
    re.VERBOSE,
)
ASKING = re.compile(
    r"""(?:이|가|은|는|이란|란|의|에대해|에대해서)?(?:
    (?:무슨|뭔|먼|어떤)?(?:뜻|말|의미)(?:은|이)?(?:뭐|뭔|무엇)?|뭐|뭔|무엇|설명|(?<=[란해서])|알려(?=줘|주)
    )(?:라고?(?:했|하|그랬|배웠)[가-힣]{1,4}|(?:이?였|이었)(?:죠|지|지요|더라|나요|어요|을까요?)|더라|더라요|던가요?|좀|여|이여|야|이야|예요|에요|이예요|이에요|가요|인가요|인지|지|죠|이죠|임|데|데요|인데요|좀?(?:해|해줘|해주세요|해줘요|줘|줘요|주세요)
    |좀?알려줘|좀?알려줘요|좀?알려주세요|지?(?:몰라요?|모르겠어요?|궁금해요?))?""",
    re.VERBOSE,
)
# One slip away from a command, and words of their own all the same.
ORDINARY = frozenset(
    """
    시장 사장 식장 심장 시절 시작점 시작일 오늘날 처음 마음 다른 다름 복사 복수 복지 복권 지도 인도 진동
    목사 목자 녹차 막차 하늘 하나 하루 하는 출근 퇴근 휴식 알밤 시간 시각 호의 호감 호텔
    진로 진보 진주 진단 포도 기획 기회 연구 연극 연기 연애 연습 연필 영결 데이트 근로 근육 암기 위기 시기 알약 알림장
    """.split()
)
# Without one of these, a number in a sentence is no hour: "레슨 3", "하나 더".
CLOCK_WORDS = re.compile(
    "시|:|분|오전|오후|아침|점심|저녁|새벽|밤|낮|정오|자정|am|pm|매일|평일|주말|매주|격주|요일|마다"
    "|출근|퇴근|알림|쉬|쉴",
    re.IGNORECASE,
)
