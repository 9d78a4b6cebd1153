"""개인화: one person, their problem in their words, what may be done for them: one sentence that offers it."""

from collections.abc import Mapping

from bot.conversation import Sorry, Turn
from bot.course.quizzes.kind import means
from bot.korean import offers
from bot.korean.meant import with_its_date
from bot.message import Button, Go, Message
from handlers import workshops
from handlers.ledger import noting
from handlers.workshops import BACK, EXAMPLE, FILE, LEFT_OUT, LONGEST_ANSWER

NAME = "personal"
ASKS = ("who", "problem", "what", "until", "ai", "hand")
MOST = 2 * LONGEST_ANSWER  # characters: of somebody and their problem in one
MAY_BE_NONE = ("ai", "hand")
OFFER, EDIT = "offer", "edit"  # the sentence as they wrote it anew themselves; the question what to change


def personal(turn: Turn) -> Message:
    """The question that comes next, or one by its name with an answer behind it: `what 상품 사진 다섯 장`; after the
    last one the sentence.
    """
    ask, _, words = turn.words.partition(" ")
    if workshops.ANEW in (ask, words.strip()):
        workshops.keep_draft(turn, NAME, {})
        return _next(turn)
    if not ask:
        return _next(turn)
    if ask == EDIT:
        return _what_to_edit(turn)
    if ask not in {*ASKS, OFFER}:
        raise Sorry("sorry-old-button")
    words = words.strip()
    if not words:
        return _asked(turn, ask)
    if words == workshops.STOP:
        return workshops.stop(turn)
    if words == BACK:
        return _back(turn, ask)
    if words == EXAMPLE:
        return _exemplified(turn, ask)
    return _shown(turn, words) if ask == OFFER else _answered(turn, ask, words)


def keep(turn: Turn) -> Message:
    """Write one of the results into its slot; the words name it."""
    answers = workshops.draft_of(turn, NAME)
    if not _is_whole(answers):
        raise Sorry("sorry-old-button")
    return workshops.file(turn, NAME, _results(turn, answers))


def _answered(turn: Turn, ask: str, words: str) -> Message:
    none = words == LEFT_OUT or means(words, "workshop-says-none", turn.say)
    if none and ask not in MAY_BE_NONE:
        return _exemplified(turn, ask)
    if ask != "problem" and means(words, "workshop-says-file", turn.say):
        raise Sorry("sorry-workshop-open", left=sum(one not in workshops.draft_of(turn, NAME) for one in ASKS))
    if means(words, "workshop-says-stay", turn.say) and workshops.draft_of(turn, NAME).get(ask):
        return _next(turn)
    if len(words) > MOST:
        raise Sorry("sorry-too-long", most=LONGEST_ANSWER)
    if ask == "until" and not none and (offers.no_time(words) or not offers.tells_time(words)):
        raise Sorry("sorry-until")
    timed = ask == "until" and len(words) <= LONGEST_ANSWER  # 12/5 is no word, and a day all the same
    text, note = (LEFT_OUT, "") if none else (words, "") if timed else workshops.heard(turn, words, most=MOST)
    text = with_its_date(text, turn.learner.local(turn.now).date()) if ask == "until" else text
    told = {ask: text} if none else _told(ask, text)
    if any(len(one) > LONGEST_ANSWER for one in told.values()):
        raise Sorry("sorry-too-long", most=LONGEST_ANSWER)
    answers = {key: one for key, one in workshops.draft_of(turn, NAME).items() if key not in {OFFER, workshops.FILED}}
    workshops.keep_draft(turn, NAME, {**told, **answers, ask: told[ask]} if ask == "who" else {**answers, **told})
    return noting(_next(turn), note)


def _told(ask: str, text: str) -> dict[str, str]:
    """What an answer tells: who somebody is, and with further sentences already what they are troubled by."""
    if ask != "who":
        return {ask: text}
    first, rest = offers.first_sentence(text)
    if offers.is_told(first):
        raise Sorry("sorry-who")
    if offers.is_many(first):
        raise Sorry("sorry-one-person")
    return {"who": offers.person(first)} | ({"problem": rest} if rest else {})


def _next(turn: Turn) -> Message:
    answers = workshops.draft_of(turn, NAME)
    ask = next((ask for ask in ASKS if ask not in answers), "")
    return _asked(turn, ask) if ask else _shown(turn)


def _asked(turn: Turn, ask: str) -> Message:
    if ask == OFFER:
        return _shown(turn)
    answers = workshops.draft_of(turn, NAME)
    text = turn.say(f"personal-{ask}", to=offers.to(answers.get("who", "")))
    known = answers.get(ask, "")
    if known and known != LEFT_OUT:
        text = turn.say("workshop-now", ask=text, text=known)
    head = turn.say("personal-head") if not answers else ""
    number = turn.say(
        "workshop-number", name=turn.say("workshop-name-personal"), number=ASKS.index(ask) + 1, count=len(ASKS)
    )
    own = [Button(turn.say("button-workshop-none"), Go(NAME, f"{ask} {LEFT_OUT}"))] if ask in MAY_BE_NONE else []
    own += [Button(turn.say("button-workshop-stay"), Go(NAME))] if known else []
    asked = "\n\n".join(filter(None, (head, number, text)))
    return workshops.asking(turn, Go(NAME, ask), asked, *own, first=ask == ASKS[0])


def _back(turn: Turn, ask: str) -> Message:
    if ask == OFFER:
        return _what_to_edit(turn)
    return _asked(turn, ASKS[max(0, ASKS.index(ask) - 1)])


def _exemplified(turn: Turn, ask: str) -> Message:
    if ask == OFFER:
        return _shown(turn)
    question = _asked(turn, ask)
    return Message(
        (workshops.example(turn, NAME, ask), *(question.marked or question.bubbles)), question.buttons, question.expects
    )


def _what_to_edit(turn: Turn) -> Message:
    answers = workshops.draft_of(turn, NAME)
    buttons = [Button(turn.say(f"button-personal-{ask}"), Go(NAME, ask)) for ask in ASKS if ask in answers]
    if not buttons:
        return _next(turn)
    back = Button(turn.say("button-workshop-stay"), Go(NAME))
    return Message((turn.say("personal-edit"),), (*buttons, back), Go(NAME, OFFER))


def _shown(turn: Turn, words: str = "") -> Message:
    """The sentence with what it rests on. Words under it file it, ask for a change, or are a better sentence."""
    answers = workshops.draft_of(turn, NAME)
    if not _is_whole(answers):
        return _next(turn)
    if words.startswith(FILE):
        turn.words = workshops.named(turn, NAME, _results(turn, answers), words)
        return keep(turn) if turn.words else _shown(turn)
    if words and (words == LEFT_OUT or means(words, "workshop-says-edit", turn.say)):
        return _what_to_edit(turn)
    note = ""
    if words:
        text, note = workshops.heard(turn, words, most=MOST)
        if not offers.is_offer(text):
            raise Sorry("sorry-offer")
        answers = {key: one for key, one in answers.items() if key != workshops.FILED} | {OFFER: text}
        workshops.keep_draft(turn, NAME, answers)
    results = _results(turn, answers)
    why = "\n".join(
        turn.say(f"personal-told-{ask}", text=answers[ask])
        for ask in ("problem", *MAY_BE_NONE)
        if answers[ask] != LEFT_OUT
    )
    files = workshops.filing(turn, NAME, results)
    ask_to = turn.say("personal-file" if files else "personal-filed")
    edit = Button(turn.say("button-workshop-edit"), Go(NAME, EDIT))
    anew = Button(turn.say("button-workshop-anew"), Go(NAME, workshops.ANEW))
    shown = (turn.say("personal-offer", offer=results[OFFER]), why, ask_to)
    return noting(Message(shown, (*files, edit, anew, workshops.onward(turn)), Go(NAME, OFFER)), note)


def _is_whole(answers: Mapping[str, str]) -> bool:
    return all(ask in answers for ask in ASKS)


def _results(turn: Turn, answers: Mapping[str, str]) -> dict[str, str]:
    """The lines that come of it, by what they are."""
    who, until, what = (answers[ask] for ask in ("who", "until", "what"))
    problem = answers["problem"].rstrip(".")
    told = {ask: answers[ask] for ask in MAY_BE_NONE if answers[ask] != LEFT_OUT}
    how = " ".join(turn.say(f"personal-how-{ask}", text=text.rstrip(".")) for ask, text in told.items())
    return {
        OFFER: answers.get(OFFER) or offers.offer(who, until, what),
        "who": turn.say("personal-line-who", who=who, problem=problem),
        "problem": turn.say("personal-line-problem", to=offers.to(who), problem=problem),
        "scope": turn.say("personal-line-scope", what=offers.given(what), how=how, until=offers.by(until)),
    }
