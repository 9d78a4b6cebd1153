"""One turn: what a learner is known by and what they said go in, a message and the facts come out. Pure."""

import itertools
from collections.abc import Callable, Collection, Container, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from functools import partial
from typing import Any, Generic, TypeVar

from bot.course.model import Course
from bot.learning.minutes import timed
from bot.learning.standing import Standing
from bot.learning.wording import Opening
from bot.message import LONGEST_BUBBLE, Address, Button, Go, Message, Said, Sorry, go_of
from bot.record import Found, Reads, Record, link_codes, pause_ended, undoing
from bot.record.facts import Changed, Fact, WhyNotSent
from bot.record.learner import ALL_LESSONS, Learner, digest
from bot.record.links import Told
from bot.texts import Texts
from bot.understanding import Care, Language, Meaning, claims_nothing, load_language, meanings, named_by
from bot.understanding.pictures import as_picture, pictured
from bot.understanding.reading import legible, spells_korean, too_long

__all__ = ["Language", "Sorry", "load_language"]  # with what stands here, for whoever wires it and for handlers
T = TypeVar("T")
Reply = tuple[Message, str]  # with the name of the command that the message came from
WITHOUT_COURSE = ("course", "forget", "link")  # what is heard of who has to choose another course first
VAGUE = ("sorry-unknown", "sorry-which-option", "sorry-quiz-")  # refusals that only say they did not understand
TYPED = Reads.STUDY | Reads.PLAN | Reads.RECENT  # typed words may mean any command that a learner can say


@dataclass(slots=True)
class Turn:
    """All a handler may know, and what it did: `words` followed the command, `record` is what is known of the learner
    after all that has happened in it so far. A turn that is refused is thrown away, facts and all."""

    record: Record
    address: Address
    words: str
    now: datetime
    course: Course
    say: Texts
    commands: "Mapping[str, Command]"
    holidays: Container[date]
    pushing: Collection[str]  # the channels that can speak first
    fileless: Collection[str] = ()  # the channels that can hand no file over
    public_url: str = ""  # where the page is reached from outside, without a slash at its end
    offered: Mapping[str, Course] = field(default_factory=dict)  # the courses to choose from, by name
    staffed: bool = False  # whether a person can be asked
    code_owner: Record | None = None  # whose link code the words hold
    opening: Opening = field(default_factory=Opening)  # what a reminder opens, and how it begins
    rested: bool = False  # whether a pause of theirs ends with this turn, in which they did nothing
    facts: list[tuple[int, Fact]] = field(default_factory=list)  # each with the id of the learner it is about
    day: date = field(init=False)  # the learner's study day; it stays the same when a turn moves them to another zone
    _stood: tuple[Record | None, Standing] = field(init=False)

    def __post_init__(self) -> None:
        self.day = self.learner.day(self.now)
        self._stood = None, Standing(self.day)
        self.say = self.say.worded(partial(self.record.wording, self.day))  # no cycle keeps the record alive

    @property
    def learner(self) -> Learner:
        """The learner as they are now."""
        return self.record.learner

    @property
    def standing(self) -> Standing:
        """Where the learner stands today; reckoned once for a record, since a turn asks for it often."""
        if self._stood[0] is not self.record:
            self._stood = self.record, self.record.standing(self.day)
        return self._stood[1]

    @property
    def pushed(self) -> bool:
        """Whether the channel they speak on can speak first."""
        return self.address.channel in self.pushing

    @property
    def seed(self) -> str:
        """What shuffles a question: the same all day, another order on another day and for another learner."""
        return f"{self.learner.id}:{self.day}"

    def happened(self, fact: Fact) -> None:
        """Something is true from now on."""
        self.facts.append((self.learner.id, fact))
        self.record = self.record.after(fact)

    def change(self, **values: Any) -> None:
        """Give the learner new values."""
        self.happened(Changed(values))

    def schedule(self) -> None:
        """What comes next by what was changed; what was switched off stays off."""
        learner = self.learner.scheduled(self.now, self.holidays)
        self.change(next_lesson_at=learner.next_lesson_at, next_kind=learner.next_kind)

    def hand_to(self, handler: "Handler", words: str = "") -> Message:
        """Let another handler go on in the same turn."""
        self.words = words
        return handler(self)

    def go(self, go: Go) -> Message:
        """Let another command go on in the same turn."""
        return self.hand_to(self.commands[go.command].handler, go.argument)


Handler = Callable[[Turn], Message]


@dataclass(frozen=True, slots=True)
class Command:
    """A handler, and what of the record it, or whom it hands to, may read. `open`: its Korean name may be followed by
    words. `inner`: only buttons and open questions say it, and whoever types its name is not heard as saying it."""

    handler: Handler
    open: bool = False
    inner: bool = False
    reads: Reads = Reads.STUDY


@dataclass(frozen=True, slots=True)
class Result(Generic[T]):
    """What came of a turn. `facts` are written down with `record`'s learner as they are after them; unless it
    `leaves_trace`, nothing is kept of it, not even that it was delivered."""

    answer: T
    record: Record | None = None
    facts: tuple[tuple[int, Fact], ...] = ()
    leaves_trace: bool = True


class NotNow(Exception):
    """There is nothing to remind a learner of."""

    def __init__(self, why: WhyNotSent) -> None:
        super().__init__(why)
        self.why = why


class Conversation:
    """Answers whatever is said, on every channel alike. `first` is the course of who chooses none of the others."""

    def __init__(
        self,
        first: Course,
        say: Texts,
        language: Language,
        commands: Mapping[str, Command],
        reminder: Handler,
        holidays: Container[date],
        pushing: Collection[str],
        fileless: Collection[str] = (),
        public_url: str = "",
        others: Sequence[Course] = (),
        staffed: bool = False,  # noqa: FBT001, FBT002 - a fact of the house, as those before it
    ) -> None:
        self._offered = {course.name: timed(course, say) for course in (first, *others)}
        self.first, self.say, self._language, self._reminder = self._offered[first.name], say, language, reminder
        self._commands = commands
        self._known = (say, commands, holidays, pushing, fileless, public_url, self._offered, staffed)
        self._vocabularies = {name: named_by(commands, say, say.keys, one) for name, one in self._offered.items()}
        self._korean = self._vocabularies[first.name].korean

    def reads(self, said: Said) -> Reads:
        """What of the record a turn may need: a button's command says it itself."""
        command = self._commands.get(go_of(said.words).command) if said.tapped else None
        return command.reads if command else TYPED

    def answer(self, said: Said, found: Found, now: datetime) -> Result[Reply]:
        """The turn of what was said. Raises whatever goes wrong, and LookupError for a stranger without a record."""
        screen = found.record.learner.screen if found.record else None
        said = said if said.tapped else as_picture(said)
        if found.again:
            return Result((self._repeated(screen), "again"))
        if found.record is None:
            raise LookupError("a turn needs a record")
        plain = said.tapped or said.words in self._korean  # our own names are no danger
        if not plain and (care := self._language.safety.care_for(said.words)):
            return self._care(said, found.record, now, care)
        if not said.tapped and too_long(said.words):
            if screen:  # what was open stays open
                return self._refused(Sorry("sorry-much-too-long"), screen)
            said = replace(said, words="/start", tapped=True)
        try:
            return self._turns(said, found, found.record, now)
        except Sorry as sorry:
            return self._refused(sorry, screen)

    def remind(self, record: Record, home: Address, kind: str, at: datetime) -> tuple[Turn, Message]:
        """What the clock says for a learner at their home, for the moment at which it is due; kept as their screen.

        Raises NotNow where there is nothing to say, and Sorry for what the course no longer has.
        """
        turn = self.turn(record, home, kind, at)
        message = turn.go(Go("course")) if self._adrift(record.learner) else self._reminder(turn)
        turn.change(screen=message)
        return turn, message

    def warm_up(self, now: datetime) -> None:
        """Compile what understanding compiles when first needed, which else the first to speak would wait for."""
        for words in ("?", *self._korean):
            list(meanings(f"{words} {words}", None, self._vocabularies[self.first.name], self._language, now))

    def apology(self, sorry: str = "sorry-trouble") -> Message:
        """What is said when something of ours is broken."""
        return Message((self.say(sorry),), (Button(self.say("button-today"), Go("today")),))

    def _turns(self, said: Said, found: Found, record: Record, now: datetime) -> Result[Reply]:
        before = record.learner
        likely = self._meanings(said, before, now, code=found.owner is not None)
        first = next(likely, Meaning(Go("start")) if before.new else None)  # a stranger's first words are a greeting
        if self._adrift(before) and not (first and first.go.command in WITHOUT_COURSE):
            first, likely = Meaning(Go("course")), iter(())
        words, meant = digest(said.words), digest(str(first.go) if first else "")
        if before.said_twice(words, meant, now, known=first is not None):
            return Result((self._repeated(before.screen), "again"))
        refusal: Sorry | None = None
        for meaning in itertools.chain([first] if first else [], likely, [Meaning(Go("start"))] * before.new):
            if meaning.go.command == "suggest" and refusal and not refusal.key.startswith(VAGUE):
                break
            turn = self.turn(record, said.address, meaning.go.argument, now, found.owner)
            start = turn.record
            try:
                message = self._commands[meaning.go.command].handler(turn)
            except Sorry as sorry:  # it does not fit, and nothing of it is kept: the next meaning is free to try
                refusal = sorry if meaning is first else refusal
                continue
            undo = undoing.undo_of(start, turn.record, turn.facts, now)
            message = self._read_back(said, meaning, turn, message).open_to_pictures(turn.course.takes_picture)
            screen = (replace(message, repeated=False) if message.repeated else message).kept()
            turn.change(screen=screen, undo=undo, heard=words, meant=meant, heard_at=now)
            return Result((message, meaning.go.command), turn.record, tuple(turn.facts))
        raise refusal or Sorry("sorry-unknown" if legible(said.words) else "sorry-no-words")

    def _meanings(self, said: Said, learner: Learner, now: datetime, *, code: bool) -> Iterator[Meaning]:
        """What was said may mean; a tap means what its button carried. A link code is one whatever question is open."""
        if said.corrects:
            return iter([Meaning(Go("correct", f"{said.corrects.timestamp():.0f} {said.words}"))])
        if not said.tapped:
            linking, vocabulary = Meaning(Go("link", said.words)), self._vocabularies[self._course_of(learner).name]
            if link_codes.is_code(said.words) and not spells_korean(said.words):
                return iter([linking])  # nothing else is meant by it
            screen, claims = learner.screen, self._claims(learner)
            others = meanings(said.words, screen, vocabulary, self._language, learner.local(now), claims)
            picture = [pictured(said.words, self._language, vocabulary)] if said.picture else []
            return itertools.chain([linking] if code else picture, others)
        go = go_of(said.words)
        return iter([Meaning(go)] if go.command in self._commands else [])

    def _course_of(self, learner: Learner) -> Course:  # the first one while theirs is not offered
        return self._offered.get(learner.course, self.first)

    def _adrift(self, learner: Learner) -> bool:  # their course is offered no more: they have to choose another one
        return learner.course not in ("", *self._offered)

    def _claims(self, learner: Learner) -> Callable[[str], bool]:  # whether words can only answer the open quiz
        screen = learner.screen
        name, _, state = screen.expects.argument.partition(":") if screen and screen.expects else ("", "", "")
        found = self._course_of(learner).quizzes.get(name)
        return (lambda words: found[1].claims(words, state, self.say)) if found else claims_nothing

    def _care(self, said: Said, record: Record, now: datetime, care: Care) -> Result[Reply]:
        """Care and a helpline: nothing is graded, kept or guessed, and after danger no lesson is sent that day."""
        turn = self.turn(record, said.address, "", now)
        message = Message((self.say(care), self.say(f"{care}-lines")), private=True)
        if care is Care.WORRY:
            rest = (Button(self.say("button-rest-a-day"), Go("rest", "pause 1d")),) if turn.learner.rhythm else ()
            message = replace(message, buttons=(*(turn.learner.screen or message).buttons, *rest))
        else:
            turn.change(reminded_on=turn.day, reminded=ALL_LESSONS, once_at=None)
            turn.schedule()
        return Result((message, "sorry"), turn.record, tuple(turn.facts), leaves_trace=False)

    def _refused(self, sorry: Sorry, screen: Message | None) -> Result[Reply]:
        text = self.say(sorry.key, **sorry.values)
        said = replace(screen, bubbles=(text,), expects=None, draft="", file="") if screen else Message((text,))
        return Result((said, "sorry"), leaves_trace=False)

    def turn(self, record: Record, address: Address, words: str, now: datetime, owner: Record | None = None) -> Turn:
        """A turn of whoever a record is about; what comes of it is up to the caller."""
        turn = Turn(record, address, words, now, self._course_of(record.learner), *self._known, owner)
        for fact in pause_ended(record, turn.day):
            turn.happened(fact)
            turn.rested = max(record.days, default=date.min) <= (record.learner.paused_from or turn.day)
        return turn

    def _read_back(self, said: Said, meaning: Meaning, turn: Turn, message: Message) -> Message:
        """Say what was not said literally, that of a picture only the caption was read, and what was joined."""
        told = self.say("understood", word=meaning.taken_for) if meaning.taken_for else ""
        told = self.say("photo-unread") if said.picture and meaning.go.command != "photo" else told
        if channel := turn.record.untold(turn.address):
            turn.happened(Told(turn.address))
            told = self.say("linked-elsewhere", channel=self.say(f"channel-{channel}"))
        first, *others = message.bubbles
        fits = told and len(told) + 2 + len(first) <= LONGEST_BUBBLE
        return replace(message, bubbles=(f"{told}\n\n{first}", *others)) if fits else message

    def _repeated(self, screen: Message | None) -> Message:
        return replace(screen or Message((self.say("sorry-unknown"),)), repeated=True)
