"""What people say at an open question: an answer in many words, chat, a wish to stop, a slip of the thumb."""

import pytest

from bot.store import Database
from tests.conftest import Chat, Clock
from tests.records import record_at

one_database = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)  # no SQL of its own
CHOICE, WORD = "/ask strategy-map", "/ask word-expertise"


async def untouched(chat: Chat, database: Database) -> bool:
    """Whether nothing was graded, and the question is open."""
    record = await record_at(database, chat.address)
    asked = record.learner.screen.expects if record.learner.screen else None
    return not record.histories and asked is not None and asked.command == "answer"


def split(table: str) -> list[str]:
    return [words.strip() for words in table.replace("\n", "|").split("|") if words.strip()]


@one_database
@pytest.mark.parametrize(
    "said",
    split("""전문성ㅋㅋ 이건 알지|전문성 이거 맞죠|제 기억으론 전문성|맞다 전문성!! 아까 왜 생각이 안 났지
    전문성 그거요 그 왜 지난주에 나온 거|처음엔 딴 건 줄 알았는데 생각해보니까 전문성이네요
    전문성, 그리고 저 오늘은 이것만 하고 갈게요|전문성 때문에 미치고 팔짝 뛰겠네ㅋㅋ 이게 답이죠"""),
)
async def test_a_right_word_in_a_natural_frame(learner: Chat, said: str) -> None:
    """It is right, whatever small talk stands beside it."""
    await learner.says(WORD)
    assert "✓ 전문성 (내 답)" in await learner.types(said)


@one_database
@pytest.mark.parametrize(
    "said",
    [
        "전문성일 리 없고",
        "전문성만 아니면 돼요",
        "설마 전문성",
        "전문성 아닙니다",
        "전문성은 절대 아니고",
        "전문성… 아 이거 아니다",
    ],
)
async def test_a_denied_word_is_neither_taken_nor_confirmed(learner: Chat, database: Database, said: str) -> None:
    """No try is spent, and nothing says whether it was near."""
    await learner.says(WORD)
    text = await learner.types(said)
    assert "가까워요" not in text
    assert "맞" not in text
    assert await untouched(learner, database)


@one_database
@pytest.mark.parametrize("said", ["우리 전문성", "전문성 비슷한 거", "좋은 전문성이요"])
async def test_a_word_in_an_unknown_frame_is_asked_about(learner: Chat, database: Database, said: str) -> None:
    """With a button that gives it."""
    await learner.says(WORD)
    text = await learner.types(said)
    assert "‘전문성’을 답으로 할까요?" in text
    assert "따로 있" not in text
    assert await untouched(learner, database)
    assert "✓ 전문성 (내 답)" in await learner.taps("전문성")


@one_database
@pytest.mark.parametrize(
    ("said", "place"),
    [
        ("마지막 보기로 가겠슴다", 3),
        ("3초 만에 풀었다 답은 가운데", 2),
        ("1에 한 표 던집니다", 1),
        ("{2} 쪽이 끌리네 확신은 없음", 2),
        ("아까는 {1} 골랐다가 틀렸으니까 이번엔 {3}", 3),
        ("2번 취소 1번", 1),
        ("답 2번이고요", 2),
        ("3번이 더 끌려요", 3),
        ("둘째 방법이요", 2),
        ("첫 번째 길로 갈게요", 1),
        ("세번째 방향이요", 3),
        ("마지막 선택이요", 3),
        ("제가볼땐 둘째요", 2),
        ("밑에서 첫 번째 거", 3),
        ("끝에서 두 번째요", 2),
        ("아무리 봐도 셋째", 3),
    ],
)
async def test_a_pick_in_words(learner: Chat, said: str, place: int) -> None:
    """The last pick counts."""
    await learner.says(CHOICE)
    options = [button.label for button in learner.message.buttons]
    for number, option in enumerate(options, 1):
        said = said.replace(f"{{{number}}}", option)
    assert f"{options[place - 1]} (내 답" in await learner.types(said)


@one_database
@pytest.mark.parametrize("said", ["{1}만 빼고 다 맞는 거 같은데", "{1}일 리가 없잖아요"])
async def test_an_option_that_is_set_aside_is_no_pick(learner: Chat, database: Database, said: str) -> None:
    """It is asked which of the others is meant."""
    await learner.says(CHOICE)
    option = learner.message.buttons[0].label
    assert f"‘{option}’" in await learner.types(said.replace("{1}", option))
    assert "빼고" in learner.text
    assert await untouched(learner, database)


SCENE = "/ask one-harsh-word"
AGAIN, SHORTER, BOTH = "그대로 한 번 더 열기", "뒤쪽만 짧게 줄이기", "뒤쪽과 값을 함께 고치기"


@one_database
@pytest.mark.parametrize(
    ("said", "option"),
    [
        ("저라면 뒤쪽을 줄일거같은데", SHORTER),
        ("뒤쪽은 짧게 줄여야 할 듯해요", SHORTER),
        ("뒤쪽만 줄여요", SHORTER),
        ("뒤쪽과 값을 같이 고쳐야죠", BOTH),
    ],
)
async def test_an_option_in_ones_own_words_is_asked_about(
    learner: Chat, database: Database, said: str, option: str
) -> None:
    """Never graded on a guess; a yes gives it."""
    await learner.says(SCENE)
    assert f"‘{option}’" in await learner.types(said)
    assert "답으로 할까요" in learner.text
    assert await untouched(learner, database)
    assert f"{option} (내 답" in await learner.types("네")


@one_database
@pytest.mark.parametrize(
    "said",
    [
        *("뒤쪽은 줄이면 안 되죠", "줄이는 건 아닌 것 같아요", "뒤쪽이 길어요"),
        *("줄이는게 왜 오답이에요?", "오늘은 그만할래요", "말이 안 통하네"),
    ],
)
async def test_what_turns_an_option_or_says_more_names_none(learner: Chat, database: Database, said: str) -> None:
    """A denial, a question, a wish to stop, and what holds a word of no option."""
    await learner.says(SCENE)
    assert "답으로 할까요" not in await learner.types(said)
    assert await untouched(learner, database)


@one_database
@pytest.mark.parametrize(("said", "option"), [("그대로 더 열 것 같아요", AGAIN), ("값을 고칠래요", BOTH)])
async def test_an_option_that_is_only_bent_is_the_answer(learner: Chat, said: str, option: str) -> None:
    """As before: a part that no other option has, in its own words."""
    await learner.says(SCENE)
    assert f"{option} (내 답" in await learner.types(said)


@one_database
@pytest.mark.parametrize("said", ["1 아님 3", "1번 아니면 3번", "1이냐 3이냐", "1 또는 3인데"])
async def test_of_two_places_one_is_asked_for(learner: Chat, database: Database, said: str) -> None:
    """Both are named."""
    await learner.says(CHOICE)
    assert "‘1번’과 ‘3번’ 가운데 하나만" in await learner.types(said)
    assert await untouched(learner, database)


@one_database
@pytest.mark.parametrize("said", ["음 {n}번 {word} 맞죠?", "{n}번 {word}", "{n}번 {word}인가요"])
async def test_a_place_and_a_word_at_odds_are_asked_about(learner: Chat, database: Database, said: str) -> None:
    """What stands at the place and where the word is are told; where both agree it is the answer."""
    await learner.says(CHOICE)
    first, second = (button.label for button in learner.message.buttons[:2])
    text = await learner.types(said.format(n=1, word=second))
    assert f"1번은 ‘{first}’" in text
    assert "2번이에요. 어느 쪽인가요?" in text
    assert await untouched(learner, database)
    assert f"{second} (내 답)" in await learner.types(said.format(n=2, word=second))


CHAT = {
    "웃겨서 숨넘어가겠네 이 보기|빵 터졌다|이거 왤케 웃기네|배꼽 빠지겠네|보기가 웃겨 죽겠네": "웃으며",
    "회사 때문에 돌아버리겠다 진짜|아 열받네|부장 때문에 속 터져|환장하겠네|빡친다 진짜": "속상한 일",
    "ㅈㅅ|앗 죄송해요|자꾸 틀려서 미안해요": "미안해하지",
    "귀여워 죽어 이모티콘ㅋㅋ|아 너무 귀엽네|신나 죽겠다": "마음에 드셨나",
    "배고파 디지겠다|배고파서 쓰러지겠네": "출출",
}


@one_database
@pytest.mark.parametrize("ask", [CHOICE, WORD])
@pytest.mark.parametrize(("said", "told"), [(said, told) for table, told in CHAT.items() for said in table.split("|")])
async def test_chat_is_never_graded(learner: Chat, database: Database, ask: str, said: str, told: str) -> None:
    """One short human sentence that fits, and the question stays open."""
    await learner.says(ask)
    text = await learner.types(said)
    assert told in text
    assert len(learner.message.bubbles) == 1
    assert await untouched(learner, database)


@one_database
@pytest.mark.parametrize("ask", [CHOICE, WORD])
@pytest.mark.parametrize(
    "said",
    ["오늘은 여기까지만 하면 안 될까요", "시간 좀 주세요", "안 할래", "이따가 다시 풀게요", "생각할 시간 좀 주세요"],
)
async def test_who_may_stop_is_not_told_to_go_on(learner: Chat, database: Database, ask: str, said: str) -> None:
    """The question waits."""
    await learner.says(ask)
    text = await learner.types(said)
    assert "이어서 답해 주세요" not in text
    assert await untouched(learner, database)


@one_database
async def test_so_long_is_put_off(learner: Chat, database: Database) -> None:
    """In two hours it comes again; the usual hour stays."""
    await learner.says(CHOICE)
    before = (await record_at(database, learner.address)).learner
    await learner.types("2시간만 미룰게요 회의 들어가요")
    after = (await record_at(database, learner.address)).learner
    assert after.once_at is not None
    assert after.rhythm == before.rhythm
    assert not (await record_at(database, learner.address)).histories


@one_database
@pytest.mark.parametrize("said", ["이 문제 말고 딴 거", "다음 거요", "모르겠으니까 넘기고 나중에 또 물어봐 줘요"])
async def test_passing_says_that_it_comes_again(learner: Chat, said: str) -> None:
    """It counts as not known, and never without a word."""
    await learner.says(WORD)
    text = await learner.types(said)
    assert "넘어가요" in text
    assert "다른 날" in text


@one_database
@pytest.mark.parametrize("said", ["보기가 좀 애매한데요", "이 문제 이상해요"])
async def test_an_odd_question_stays_open(learner: Chat, database: Database, said: str) -> None:
    """It can be reported by a tap, and answered all the same."""
    await learner.says(CHOICE)
    await learner.types(said)
    assert await untouched(learner, database)
    assert "어디가 이상했는지" in await learner.taps("이 문제 이상해요")
    await learner.taps("질문 다시 보기")
    assert await untouched(learner, database)


@one_database
async def test_a_slip_of_the_thumb_on_the_question_before(learner: Chat, clock: Clock) -> None:
    """It takes back that answer; where there is none, it says so."""
    await learner.says(CHOICE)
    assert "바꾼 것이 없어요" in await learner.types("아까 문제 손이 미끄러져서 딴 거 눌렀어요")
    await learner.says(CHOICE)
    await learner.types("2번")
    clock.forward(seconds=20)
    await learner.says(WORD)
    assert "없던 일로 했어요" in await learner.types("아까 문제 손이 미끄러져서 딴 거 눌렀어요")


@one_database
async def test_what_is_named_and_taken_back_takes_nothing_else_back(learner: Chat, database: Database) -> None:
    """The answer before stays."""
    await learner.says(CHOICE)
    await learner.types("2번")
    before = (await record_at(database, learner.address)).histories
    await learner.says(WORD)
    await learner.types("경험… 아 이거 아니다")
    assert (await record_at(database, learner.address)).histories == before


@one_database
async def test_a_question_about_picking_is_no_pick(learner: Chat, database: Database) -> None:
    """It is answered."""
    await learner.says(CHOICE)
    assert "깎이는 것은 없어요" in await learner.types("3번 고르면 혹시 기록 깎여요?")
    assert await untouched(learner, database)


@one_database
async def test_an_easier_example_gives_no_answer_away(learner: Chat) -> None:
    """No button names the word that is asked for."""
    await learner.says(WORD)
    await learner.types("질문을 다른 말로 풀어서 다시 한번 해 주실 수 있을까요")
    assert not any("전문성" in button.label for button in learner.message.buttons)


@one_database
async def test_what_one_would_do_opens_no_lesson(learner: Chat, database: Database) -> None:
    """계속 gets to the day only where nothing is asked; the scenario stays open."""
    await learner.says("/ask one-harsh-word")
    await learner.types("저라면 일단 적어 두고 계속 갑니다")
    assert await untouched(learner, database)


@one_database
@pytest.mark.parametrize("said", ["④요", "⑥", "5번", "⑧번이요"])
async def test_a_place_that_is_not_there_is_told_how_many_there_are(
    learner: Chat, database: Database, said: str
) -> None:
    """However the number is drawn."""
    await learner.says(CHOICE)
    assert "보기는 3번까지" in await learner.types(said)
    assert await untouched(learner, database)


@one_database
@pytest.mark.parametrize(
    "said",
    split("모르겟어요ㅠ 걍 알려줘|감이 안 와요 그냥 보여주세요|생각 안 나네 알려주소|기권할게요|모르겟슴다 답 좀"),
)
async def test_who_gives_up_is_shown_the_answer(learner: Chat, said: str) -> None:
    """Whatever is asked for beside it."""
    await learner.says(CHOICE)
    text = await learner.types(said)
    assert "(답)" in text
    assert "내 답" not in text


@one_database
@pytest.mark.parametrize(
    ("ask", "said", "told"),
    [
        (CHOICE, "문제 뜻을 모르겟네", "에서 나온 문제예요"),
        (CHOICE, "뭘 물어보는 거야", "에서 나온 문제예요"),
        (CHOICE, "질문을 못 알아듣겠어요", "에서 나온 문제예요"),
        (CHOICE, "이해 안 됨", "에서 나온 문제예요"),
        (CHOICE, "다 맞는거 아냐?", "하나만 골라"),
        (CHOICE, "답이 둘인 것 같아요", "하나만 골라"),
        (CHOICE, "하나 골라야 돼? 두 개는 안 되나", "하나만 골라"),
        (CHOICE, "ㄱㄷ", "편할 때 이어서"),
        (CHOICE, "화장실좀", "편할 때 이어서"),
        (CHOICE, "수고하셨슴다 들어갈게요", "다음에 또 봐요"),
        (CHOICE, "아까워 죽겠다 ㅠ 다 맞을뻔", "아쉬우셨겠어요"),
        (CHOICE, "ㅡㅡ", "마음 같지 않은"),
        (CHOICE, "-_-", "마음 같지 않은"),
        (CHOICE, "소리로 읽어줄순 없나", "소리로 듣는 기능은"),
        (CHOICE, "음성으로 들려줄 수 있어요?", "소리로 듣는 기능은"),
        (WORD, "ㅇㅋ 감사", "다행이에요"),
        (WORD, "이거 몇강에서 나온 말이에요", "에서 나온 문제예요"),
        (WORD, "이 말 어느 레슨에 나왔죠", "에서 나온 문제예요"),
        (WORD, "자동화가 뭔말이고", "되풀이되는 손 가는 일"),
    ],
)
async def test_what_is_said_beside_an_answer_leaves_it_open(
    learner: Chat, database: Database, ask: str, said: str, told: str
) -> None:
    """It is answered, and nothing is graded or given away."""
    await learner.says(ask)
    assert told in await learner.types(said)
    assert "(답)" not in learner.text
    assert await untouched(learner, database)


@one_database
@pytest.mark.parametrize("said", ["아까 그 설명 다시 띄워줘", "아까 읽은 거 다시 볼 수 있나", "본문 다시 열어줘"])
async def test_the_lesson_is_shown_again_and_leads_back(learner: Chat, database: Database, said: str) -> None:
    """Nothing is graded."""
    await learner.says(CHOICE)
    assert "레슨 1/30" in await learner.types(said)
    assert not (await record_at(database, learner.address)).histories
