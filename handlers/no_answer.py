"""What is said to words that are no answer to the open question: which option or word is meant, or how to answer."""

from bot.conversation import Sorry, Turn
from bot.course.quizzes import Quiz
from bot.course.quizzes.options import AnsweredByOption
from bot.course.quizzes.typed import AnsweredByWord
from bot.korean.answer_frame import named, wavered
from bot.korean.answers import plain
from bot.korean.ordinals import denied as rules_out
from bot.korean.ordinals import mentioned
from bot.korean.slips import nearly
from bot.korean.talk import tells
from bot.korean.word_in_frame import Stand, stand_of
from bot.message import Go, Message
from handlers.keeping import keeping


def said_aside(turn: Turn, quiz: Quiz, words: str) -> Message:
    """What is surely no answer: a word that is named in it is asked about, what is told is heard, the rest is told how
    to answer.
    """
    if asked := asked_about(turn, quiz, words):
        return asked
    return turn.go(Go("talk", f"remark {words}") if tells(words) else Go("explain", quiz.name))


def asked_about(turn: Turn, quiz: Quiz, words: str, *, denied: bool = True) -> Message | None:
    """Whether the word that is named among others is the answer; of one that is denied nothing is said either way, and
    of an option that is, which of the others it is.
    """
    if isinstance(quiz, AnsweredByOption):
        without = _set_aside(turn, quiz, words) if denied else ""
        return keeping(turn, [without]) if without else None
    word, stand = quiz.stands(words) if isinstance(quiz, AnsweredByWord) else ("", Stand.ABSENT)
    if stand is Stand.DENIED:
        return keeping(turn, [turn.say("sorry-not-that-word", word=word)]) if denied else None
    return turn.go(Go("talk", f"this_word {word}")) if stand else None


def unclear(quiz: Quiz, words: str) -> Sorry:
    """How to answer; where options are named and none of them chosen, which one is asked."""
    places = mentioned(words) if isinstance(quiz, AnsweredByOption) else ()
    most = len(quiz.options) if isinstance(quiz, AnsweredByOption) else 0
    if any(place > most for place in places):
        return Sorry("sorry-no-such-option", most=most)
    if word := wavered(words) or _nearly_named(quiz, words):
        return Sorry("sorry-this-word", word=word)
    if not places and (told := _named_whole(quiz, words)):
        return told
    if places:
        return Sorry("sorry-one-option" if len(places) > 1 else "sorry-this-option", n=places[0])
    return Sorry("sorry-told") if tells(words) else Sorry(quiz.how, most=quiz.longest)


def _set_aside(turn: Turn, quiz: AnsweredByOption, words: str) -> str:
    """What is said where one option is named only to be ruled out, by its place or by its words; "" for none."""
    places = mentioned(words)
    if len(places) == 1 and rules_out(words) and places[0] <= len(quiz.options):
        return turn.say("sorry-not-that-option", n=places[0])
    found = [(option.text, stand) for option in quiz.options if (stand := stand_of(words, option.text))]
    alone = not places and len(found) == 1 and found[0][1] is Stand.DENIED
    return turn.say("sorry-not-that-word", word=found[0][0]) if alone else ""


def _named_whole(quiz: Quiz, words: str) -> Sorry | None:
    """What is asked where the words of an option stand whole among others; which one, where several do."""
    texts = [option.text for option in quiz.options] if isinstance(quiz, AnsweredByOption) else []
    found = [text for text in texts if stand_of(words, text)]
    if not found:
        return None
    return Sorry("sorry-one-option") if len(found) > 1 else Sorry("sorry-this-word", word=found[0])


def _nearly_named(quiz: Quiz, words: str) -> str:
    """The one option that the words are a slip of: 융햡; "" for none, and for several."""
    if not isinstance(quiz, AnsweredByOption):
        return ""
    said = plain(words)
    found = [option.text for option in quiz.options if nearly(named(said) or said, plain(option.text))]
    return found[0] if len(found) == 1 else ""
