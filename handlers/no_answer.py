"""What is said to words that are no answer to the open question: which option or word is meant, or how to answer."""

from collections.abc import Sequence
from dataclasses import replace

from bot.conversation import Sorry, Turn
from bot.course.quizzes import Quiz
from bot.course.quizzes.options import AnsweredByOption, chosen, on_screen
from bot.course.quizzes.typed import AnsweredByWord
from bot.korean.answer_frame import named, wavered, wondered
from bot.korean.answers import plain
from bot.korean.ordinals import mentioned, unnumbered
from bot.korean.own_words import option_meant
from bot.korean.ruled_out import ruled_out
from bot.korean.slips import nearly
from bot.korean.talk import tells
from bot.korean.word_in_frame import Stand, stand_of
from bot.message import LONGEST_LABEL, Go, Message
from handlers.keeping import keeping

EITHER = ("one", "other")  # what two are called in the question which of them is meant


def said_aside(turn: Turn, quiz: Quiz, words: str) -> Message:
    """What is surely no answer: a word that is named in it is asked about, what is told is heard, the rest is told how
    to answer.
    """
    if asked := asked_about(turn, quiz, words):
        return asked
    return turn.go(Go("talk", f"remark {words}") if tells(words) else Go("explain", quiz.name))


def asked_about(turn: Turn, quiz: Quiz, words: str, *, denied: bool = True) -> Message | None:
    """Whether the word that is named among others is the answer; of one that is denied nothing is said either way, and
    of options that are, whether the one that is left is it, or which of the others.
    """
    if isinstance(quiz, AnsweredByOption):
        return _of_those_left(turn, quiz, words) if denied else None
    word, stand = quiz.stands(words) if isinstance(quiz, AnsweredByWord) else ("", Stand.ABSENT)
    if stand is Stand.DENIED:
        return keeping(turn, [turn.say("sorry-not-that-word", word=word)]) if denied else None
    return turn.go(Go("talk", f"this_word {word}")) if stand else None


def unclear(turn: Turn, quiz: Quiz, words: str) -> Message:
    """Whether the one that is named is the answer. Raises Sorry with how to answer, where none or several are."""
    places = mentioned(words) if isinstance(quiz, AnsweredByOption) else ()
    most = len(quiz.options) if isinstance(quiz, AnsweredByOption) else 0
    if any(place > most for place in places):
        raise Sorry("sorry-no-such-option", most=most)
    if word := wavered(words) or _nearly_named(quiz, words):
        return turn.go(Go("talk", f"this_word {word}"))
    named_whole = [] if places else _named_whole(quiz, words)
    if len(places) > 1 or len(named_whole) > 1:
        raise _which_of([turn.say("quiz-number", n=place) for place in places] or named_whole)
    if places:
        at_odds = _at_odds(turn, quiz, places[0], words)
        return at_odds or turn.go(Go("talk", f"this_option {places[0]}"))
    if named_whole:
        return turn.go(Go("talk", f"this_word {named_whole[0]}"))
    if word := wondered(words) if isinstance(quiz, AnsweredByWord) else option_meant(words, _texts(quiz)):
        return turn.go(Go("talk", f"this_word {word}"))
    raise Sorry("sorry-told") if tells(words) else Sorry(quiz.how, most=quiz.longest)


def _which_of(named: Sequence[str]) -> Sorry:
    """1번 아님 3번: which of two is meant is asked, of more than two which is nearest."""
    if len(named) != len(EITHER):
        return Sorry("sorry-one-option")
    return Sorry("sorry-which-of", **dict(zip(EITHER, named, strict=True)))


def _at_odds(turn: Turn, quiz: Quiz, place: int, words: str) -> Message | None:
    """3번 융합, where another option stands third: what stands there, and where the other one is."""
    screen = turn.learner.screen
    if not isinstance(quiz, AnsweredByOption) or screen is None or screen.expects is None:
        return None
    shown = on_screen(quiz.options, screen.expects.argument.partition(":")[2])
    other = chosen(quiz.options, unnumbered(words))
    if not shown or other is None or other is shown[place - 1]:
        return None
    at = shown.index(other) + 1
    return keeping(turn, [turn.say("sorry-at-odds", n=place, shown=shown[place - 1].text, word=other.text, at=at)])


def _of_those_left(turn: Turn, quiz: AnsweredByOption, words: str) -> Message | None:
    """What is asked where options are named only to be ruled out, with the others as buttons; None where none is, and
    where all are.
    """
    screen = turn.learner.screen
    state = screen.expects.argument.partition(":")[2] if screen and screen.expects else ""
    texts = [option.text for option in on_screen(quiz.options, state) or quiz.options]
    out = ruled_out(words, texts)
    left = [at for at in range(len(texts)) if at not in out]
    if not out or not left:
        return None
    ruled = [texts[at] for at in out]
    if len(left) == 1:
        last = texts[left[0]]
        key = "quiz-one-left" if len(ruled) == 1 else "quiz-one-left-of-three"
        text = turn.say(key, one=ruled[0], other=ruled[-1], left=last)
        return replace(_without(turn, keeping(turn, [text]), out), bubbles=(text,), draft=last)
    rest = "\n".join(f"{at + 1}. {texts[at]}" for at in left)
    return _without(turn, keeping(turn, [turn.say("quiz-some-left", out=ruled[0], rest=rest)]), out)


def _without(turn: Turn, message: Message, out: Sequence[int]) -> Message:
    """The question's buttons but for some options'; each bears its number, which typed ones keep meaning."""
    options = [button for button in message.buttons if button.go.command == "answer"]
    others = [button for button in message.buttons if button.go.command != "answer"]
    labels = [f"{at}. {one.label}" for at, one in enumerate(options, 1)]
    if any(len(label) > LONGEST_LABEL for label in labels):
        labels = [turn.say("quiz-number", n=at) for at, _ in enumerate(options, 1)]
    left = [replace(one, label=labels[at]) for at, one in enumerate(options) if at not in out]
    return replace(message, buttons=(*left, *others))


def _named_whole(quiz: Quiz, words: str) -> list[str]:
    """The options whose words stand whole among others."""
    return [text for text in _texts(quiz) if stand_of(words, text)]


def _texts(quiz: Quiz) -> list[str]:
    return [option.text for option in quiz.options] if isinstance(quiz, AnsweredByOption) else []


def _nearly_named(quiz: Quiz, words: str) -> str:
    """The one option that the words are a slip of: 융햡; "" for none, and for several."""
    if not isinstance(quiz, AnsweredByOption):
        return ""
    said = plain(words)
    found = [option.text for option in quiz.options if nearly(named(said) or said, plain(option.text))]
    return found[0] if len(found) == 1 else ""
