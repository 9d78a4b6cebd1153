"""What strict readers found misheard on a blind sheet, each as a kind: as people may say it, and what is near to it."""

import pytest

from bot.korean.answers import same
from bot.korean.oneself import job_of
from bot.korean.ordinals import place_of
from bot.korean.own_words import option_meant
from bot.korean.ruled_out import ruled_out
from bot.store import Database
from tests.conftest import Chat
from tests.records import record_at
from tests.test_said_at_questions import split, untouched

one_database = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)  # no SQL of its own
CHOICE, WORD, SCENE, TRUTH = "/ask strategy-map", "/ask word-expertise", "/ask one-harsh-word", "/ask map-not-order"
LINE = "/line 01-three-strategies"
WAYS = ("1인 × 자동화", "개인화", "융합")
STEPS = ("이번 시험은 그만두기", "계속하며 그 말 적어 두기", "심심한 대목 하나 바꾸기")
PLAYFUL = {
    3: split("""삼번이여|삼번이염|3번이여|삼번이요용|삼번여|셋째여|3번이에용|삼번요용|음 삼번이여|3이여|삼번이구여
        |3번인뎁쇼"""),
    2: split("이번이욥|2번임돠|두번째염|2번이염!|두번째꺼여|2번입니당|2번이지여|이번할게염"),
    1: split("일번임돠|일번이여ㅋㅋ|일번으로 갈게여|첫번째여|1번이욤|일번요욥"),
}


@pytest.mark.parametrize(("said", "place"), [(said, place) for place, some in PLAYFUL.items() for said in some])
def test_a_place_with_a_playful_ending(said: str, place: int) -> None:
    """It is the place that 삼번이요 is."""
    assert place_of(said, 3) == place


@pytest.mark.parametrize(
    "said",
    split("""전문성이여|전문성임돠|전문성이염|전문성요용|전문성이욥|전문성여
    |전문성입니당"""),
)
def test_a_word_with_a_playful_ending(said: str) -> None:
    """It is the word."""
    assert same(said, "전문성")


@pytest.mark.parametrize(
    ("said", "word"),
    [("피부염", "피부"), ("가정용", "가정"), ("데이터 이용", "데이터"), ("참여", "참"), ("오염", "오"), ("사용", "사")],
)
def test_a_noun_of_its_own_is_no_playful_ending(said: str, word: str) -> None:
    """It is another word."""
    assert not same(said, word)


@one_database
async def test_a_playful_o_and_x(learner: Chat) -> None:
    """오여 is O, 엑스염 is X."""
    for said, sign in {"오여": "O", "엑스염": "X", "오임돠": "O", "틀려욥": "X", "맞아염": "O"}.items():
        await learner.says(TRUTH)
        assert f"{sign} (내 답)" in await learner.types(said)


TWO_OUT = split("""자동화는 확실히 아니고 개인화도 아닌 거 같고..|자동화도 아니고 개인화도 아닌데요
    |자동화랑 개인화는 아니에요
    |자동화는 절대 아니고 개인화는 더더욱 아니고|개인화 빼고 자동화도 빼고요|개인화나 자동화는 아닌데
    |1번은 아니고 2번도 아닌 것 같아요
    |1번 2번은 아니고|1번이랑 2번은 아닌 듯|자동화는 아닐 거고 개인화도 아닐 거고|개인화는 아니다 자동화도 아니다
    |1인 자동화는 빼고 개인화도 빼면|일번은 아니고 2번도 아니고""")
ONE_OUT = split("""개인화는 아닌 것 같아요|개인화는 일단 제외|개인화는 아니겠죠|개인화일 리가 없잖아요|2번은 아니에요
    |개인화만 빼고 다 맞는 거 같은데|개인화는 아닌 거 같은데 나머지는 모르겠어요|두 번째는 아니에요""")
NONE_OUT = split("""개인화 말고 융합|개인화가 아니에요?|개인화는 왜 아니에요|개인화가 아닌가요
    |틀린 건 개인화예요|1번 아니면 3번
    |개인화가 아니지 않나요|개인화는 아닌가|2번 아니고 3번|융합이요""")


@pytest.mark.parametrize(("said", "out"), [*((said, {0, 1}) for said in TWO_OUT), *((said, {1}) for said in ONE_OUT)])
def test_which_options_are_ruled_out(said: str, out: set[int]) -> None:
    """Each that is named before a denial."""
    assert {*ruled_out(said, WAYS)} == out


@pytest.mark.parametrize("said", NONE_OUT)
def test_what_chooses_asks_or_turns_it_rules_nothing_out(said: str) -> None:
    """It is left to what grades and to what asks."""
    assert not ruled_out(said, WAYS)


@one_database
async def test_the_one_that_is_left_is_asked_about(learner: Chat, database: Database) -> None:
    """With it as the button, under the number it had; another number still means another option."""
    for said in TWO_OUT[:2]:
        await learner.says(CHOICE)
        places = {label: at for at, label in enumerate(learner.labels, 1)}
        assert "‘융합’이 남아요. 이것을 답으로 할까요?" in await learner.types(said)
        assert learner.labels[0] == f"{places['융합']}. 융합"
        assert await untouched(learner, database)
    assert "개인화 (내 답)" in await learner.types(f"{places['개인화']}번")
    await learner.says(CHOICE)
    await learner.types(TWO_OUT[0])
    assert "융합 (내 답)" in await learner.types("네")


@one_database
async def test_of_one_that_is_ruled_out_the_others_are_shown(learner: Chat, database: Database) -> None:
    """A typed number means what it meant on the question's own screen."""
    await learner.says(CHOICE)
    first, second, third = learner.labels
    assert f"‘{first}’" in await learner.types("1번은 아니에요")
    assert "빼고, 남은 것에서 골라 주세요" in learner.text
    assert learner.labels[:2] == [f"2. {second}", f"3. {third}"]
    assert await untouched(learner, database)
    assert f"{third} (내 답" in await learner.types("3번")


GIVEN = split("""전문성 이라고 적으면 되나여|전문성이라고 쓰면 돼요?|전문성 라고 하면 되나|전문성이라고 적을게요
    |전문성이라고 적어요
    |전문성 적으면 되나요|전문성이라고 답하면 돼요?|전문성이라 쓸게요|전문성으로 적으면 될까요|전문성이라고 쓸게여
    |전문성이라고 하면 되는 거예요?|전문성이라고 치면 되나염|전문성이라고 입력하면 될까요|전문성이라고 써도 되나요
    |전문성이라 하면 되려나|전문성이라고 쓰면 되겠죠|전문성 하고 적으면 되는 건가요""")


@pytest.mark.parametrize("said", GIVEN)
def test_a_word_given_with_a_question_of_form(said: str) -> None:
    """Whether it may be written so is no doubt."""
    assert same(said, "전문성")


@pytest.mark.parametrize(
    "said",
    split("""전문성이라고 쓰면 안 되죠|전문성이라고 쓰면 틀리나요|전문성이라고는 안 쓸게요
    |전문성이라고 쓰면 안 되나요"""),
)
def test_a_doubt_gives_nothing(said: str) -> None:
    """It is asked about."""
    assert not same(said, "전문성")


@one_database
async def test_what_is_no_word_is_not_given(learner: Chat, database: Database) -> None:
    """How an answer is written is told, and nothing is graded."""
    for said in split("영어로 적으면 되나요|뭐라고 쓰면 되나요|모르겠다고 하면 되나요|아무거나 적으면 되나요"):
        await learner.says(WORD)
        await learner.types(said)
        assert await untouched(learner, database), said


@one_database
@pytest.mark.parametrize(
    ("said", "word"),
    [
        ("전문성은 아닌데.. 신뢰성?", "신뢰성"),
        ("전문성은 아니고 신뢰성이요", "신뢰성"),
        ("전문성은 아닌 것 같고 신뢰성인가", "신뢰성"),
        ("신뢰성? 전문성은 아닌데", "신뢰성"),
        ("전문성은 아니고.. 자격증?", "자격증"),
        ("전문성 아닌데 그럼 잠재력?", "잠재력"),
        ("자신감은 아닌데.. 전문성?", "전문성"),
    ],
)
async def test_a_word_behind_one_that_is_denied(learner: Chat, database: Database, said: str, word: str) -> None:
    """It is asked about, whether it is the right one or not."""
    await learner.says(WORD)
    assert f"‘{word}’을 답으로 할까요" in await learner.types(said)
    assert await untouched(learner, database)


@one_database
async def test_a_word_of_the_screen_is_explained(learner: Chat, database: Database) -> None:
    """Wherever it is asked; nothing is counted, no hint is given, and the question stays open."""
    for said in split("""초성이 뭔 말이에요|초성이 뭐예요|초성이 무슨 뜻이에요|초성이 머에요|초성이란 게 뭐죠
    |초성 뜻이 뭐예요
            |초성이라는 말이 뭔가요|초성이 뭔지 모르겠어요"""):
        await learner.says(WORD)
        assert "맨 앞에 오는 소리" in await learner.types(said), said
        assert "첫 글자는" not in learner.text
        assert await untouched(learner, database)
    asked = {
        "힌트가 뭐예요?": "힌트는",
        "레슨이 뭐예요": "레슨은",
        "보기가 뭔 말이에요": "보기는",
        "점검이 뭐예요": "점검은",
    }
    asked |= {"되살리기가 뭐예요": "잊을 만할 때", "만들기가 뭔가요": "만들기는", "칸이 뭐예요": "칸이에요"}
    for said, told in asked.items():
        await learner.says(CHOICE)
        assert told in await learner.types(said), said
        assert await untouched(learner, database)
    await learner.says(LINE)
    assert "적은 줄은 설계서에" in await learner.types("한 줄이 뭐예요")
    assert not (await record_at(database, learner.address)).written


@one_database
async def test_the_thing_itself_is_no_word(learner: Chat) -> None:
    """진도 알려 줘 wants to see it."""
    await learner.says("진도")
    for said in split("진도 알려 줘|복습 알려 줘|힌트 주세요|약속이 뭐였죠"):
        await learner.types(said)
        assert not any(told in learner.text for told in split("진도는|되살리기는|힌트는 답을|약속은 무엇을")), said


TOLD = {
    STEPS[0]: split("이번 시험은 여기서 접을 것 같아요|이번 건 관둘 것 같은데요|멈추는 게 나을 것 같아요"),
    STEPS[
        1
    ]: split("""그 말은 메모해 두고 그냥 계속할래요|계속 진행하면서 메모만 해 둘 것 같아요|일단 적어놓고 이어갈래요
        |저라면 그 말을 기록해 두고 계속 갈 것 같아요|그분 말씀 기록만 하고 그대로 진행"""),
    STEPS[2]: split("""저라면 심심했던 부분만 손볼 것 같아요|심심한 부분을 고칠 것 같아요|재미없던 대목만 바꿔 볼래요
        |지루했다는 곳만 손볼래요|심심했다는 데만 좀 손봐야죠|심심하다는 부분 하나만 교체할 듯
        |하나만 고쳐 보는 게 맞지 않을까 싶어요|그 부분만 수정하고 다시 해 볼 것 같아요"""),
}


@pytest.mark.parametrize(("said", "option"), [(said, option) for option, some in TOLD.items() for said in some])
def test_an_option_in_near_words(said: str, option: str) -> None:
    """By words that are near to its own."""
    assert option_meant(said, STEPS) == option


@pytest.mark.parametrize(
    "said", split("심심한 부분을 고치면 안 되죠|왜 손봐야 해요|오늘은 그만할래요|말이 안 통하네|심심해요")
)
def test_what_is_near_and_means_none(said: str) -> None:
    """A denial, a question, a wish to stop."""
    assert not option_meant(said, STEPS)


STOPS = split("""그만두는 건 좀 아니죠|그만두는 건 아닌 것 같아요|그만두진 않을래요|그만두는 건 너무하죠
    |그만두는 건 빼고요
    |그만두기는 아니에요|접는 건 아니죠|그만두면 안 되죠|그만둘 것까진 없죠|그만두는 건 오바죠
    |그만두는 건 말도 안 돼요
    |시험을 그만두는 건 별로예요|그만둘 일은 아니죠""")


@pytest.mark.parametrize("said", STOPS)
def test_a_step_that_is_ruled_out(said: str) -> None:
    """By what is done in it."""
    assert ruled_out(said, STEPS) == (0,)


@one_database
async def test_what_is_said_of_the_scene(learner: Chat, database: Database) -> None:
    """It is heard in a word, is no wish to stop, and the question stays open."""
    for said in (
        *STOPS[:2],
        *split("""우리 동네에도 이런 산책 있으면 좋겠다|이런 산책 나도 가 보고 싶다|산책 좋죠
        |저런 손님 꼭 있어요|이런 모임 요즘 많던데
        |골목 산책이라니 낭만적이네요|이런 거 신청하는 사람이 있나 봐요|한 분이 그러면 속상하겠다
        |재밌겠다 이런 거"""),
    ):
        await learner.says(SCENE)
        assert "그런 생각이 드셨군요" in await learner.types(said), said
        assert "그대로 둘게요" not in learner.text
        assert await untouched(learner, database)


@one_database
@pytest.mark.parametrize(
    "said",
    split("""매주 월요일 아침 7시에 재고 알림 보내주는 서비스 만들고 싶어요|매일 아침 8시에 예약 알림 보내 주는 일이요
    |매주 수요일 저녁 8시 알림 오는 앱 같은 거 만들고 싶어요|주말마다 알림 주는 식단 구독 하고 싶어요
    |저녁 7시에 약 먹으라고 알림 보내주는 앱 만들래요|예약 손님에게 전날 저녁 6시 문자 알림"""),
)
async def test_a_line_about_reminders_of_ones_own(learner: Chat, database: Database, said: str) -> None:
    """It is kept, or asked about, and changes no hour."""
    before = (await record_at(database, learner.address)).learner.rhythm
    await learner.says(LINE)
    text = await learner.types(said)
    assert "적어 두었어요" in text or "이 말을 설계서에 적을까요?" in text
    assert (await record_at(database, learner.address)).learner.rhythm == before


@one_database
async def test_who_adds_nobody(learner: Chat, database: Database) -> None:
    """It is heard kindly; what another one does not want is a reason."""
    await learner.says("/add-person")
    for said in split("""그 사람은 안 넣을래요|그 사람은 빼고 싶어요|아무도 안 넣을래요|안 더할래요
    |그분은 넣지 말아 주세요|아니 그 사람은 말고요
            |지금은 안 넣을게요|한 명도 안 적을래요|넣기 싫어요|그 언니는 안 적을래요|더 안 넣어도 돼요
            |추가 안 할래요|그 친구는 안 넣으려고요
            |미용실 원장님 - 안 넣을래요|이 사람은 뺄게요"""):
        assert "아무도 더하지 않았어요" in await learner.types(said), said
        assert not (await record_at(database, learner.address)).people()
    assert "1명을 적었어요" in await learner.types("김 사장님 - 블로그를 안 쓰고 싶대요")


@one_database
async def test_whether_the_rest_has_to_be_done(learner: Chat) -> None:
    """At any screen."""
    for before in ("진도", LINE, CHOICE):
        for said in split(
            "남은 문제 안 풀면 안 되나요|이 문제 안 풀면 안 되나요|꼭 해야 하나요|레슨 안 보면 안 되나요"
        ):
            await learner.says(before)
            assert "꼭 해야 하는 것은 없어요" in await learner.types(said), (before, said)


@one_database
async def test_who_goes_on(learner: Chat) -> None:
    """What waits is opened; a later day is left."""
    for said in split("""지금 마저 풀게요|이어서 할게요|남은 거 풀래요|지금 풀게요|마저 할래요|마저 풀어 볼게요
    |이어서 풀래요|바로 풀게요
            |남은 거 마저 할게요|나머지 풀어 볼게요|문제 풀러 갈게요"""):
        await learner.says("진도")
        assert "레슨 1/30" in await learner.types(said), said
    for said in split("나중에 풀게요|내일 마저 할게요|안 풀래요"):
        await learner.says("진도")
        assert "레슨 1/30" not in await learner.types(said), said


@one_database
async def test_a_term_that_is_asked_about_as_a_word(learner: Chat) -> None:
    """라는 말, 라는 게, 란 말의 뜻."""
    asked = {
        "자동화": "자동화라는 말이 무슨 뜻인지 모르겠어|자동화가 무슨 뜻이에요|자동화란 게 뭔가요",
        "자동화 ": "1인 자동화라는 게 뭔 말이죠|1인 × 자동화가 뭐예요",
        "융합": "융합이란 말의 뜻이 뭐죠|융합이라는 단어 뜻 좀 알려 주세요|융합이 뭔지 잘 모르겠어요",
        "개인화": "개인화라는 게 뭐예요|개인화란 말이 뭔지 모르겠어요",
        "가설": "가설이라는 말은 무슨 말이에요",
    }
    for before in ("진도", LINE):
        for term, some in asked.items():
            for said in split(some):
                await learner.says(before)
                assert (await learner.types(said)).startswith(term.strip()), said
    await learner.says("진도")
    assert "‘프리랜서’는 이 과정에서" in await learner.types("프리랜서라는 게 무슨 뜻인가요")


@one_database
async def test_whether_words_are_sold(learner: Chat, database: Database) -> None:
    """It is answered first, and nobody is shown how to leave."""
    for said in split("""제가 쓴 글 어디 팔거나 하진 않죠?|제 글 팔아요?|제 정보 어디 넘기는 거 아니죠?
    |여기 쓴 거 파는 건 아니죠
            |개인정보 팔아먹는 거 아니에요?|제가 적은 거 다른 데 넘기나요|남한테 제 글 주는 거 아니에요?
            |제 데이터 파나요?
            |제가 쓴 걸로 인공지능 학습시키나요?|내 정보 팔지 마세요"""):
        await learner.says("진도")
        assert (await learner.types(said)).startswith("팔지 않아요"), said
        assert "탈퇴" not in learner.labels
    await learner.says(LINE)
    assert "팔지 않아요" not in await learner.types("제가 쓴 글을 모아서 전자책으로 팔고 싶어요")
    assert not (await record_at(database, learner.address)).written  # asked about


@pytest.mark.parametrize(
    ("said", "job"),
    [
        ("미용실에서 실장으로 일해요", "미용실에서 실장"),
        ("회사에서 팀장으로 근무해요", "회사에서 팀장"),
        ("식당에서 주방장으로 일합니다", "식당에서 주방장"),
        ("호텔에서 프런트 직원으로 일해요", "호텔에서 프런트 직원"),
        ("공장에서 반장으로 있습니다", "공장에서 반장"),
        ("디자인 회사에서 실장으로 있어요", "디자인 회사에서 실장"),
        ("미용실 실장으로 일해요", "미용실 실장"),
        ("구청에서 공무원으로 일해요", "구청에서 공무원"),
        ("카페에서 매니저로 일해요", "카페에서 매니저"),
        ("은행에서 대리로 근무 중이에요", "은행에서 대리"),
        ("저 이제 마케터로 이직했어요", "마케터"),
        ("백화점에서 판매원으로 일하다가 쉬고 있어요", "백화점에서 판매원으로 일하다가 쉬고 있어요"),
    ],
)
def test_a_job_that_is_told_with_a_place(said: str, job: str) -> None:
    """Whole, and never cut inside a word."""
    assert job_of(said) == job


@one_database
async def test_fine_where_nothing_was_asked(learner: Chat) -> None:
    """Nothing is left as it is that nobody asked about."""
    await learner.says("진도")
    assert "그대로 둘게요" not in await learner.types("괜찮아요")
