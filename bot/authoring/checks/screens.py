"""What a file comes to in a chat, and whether every messenger shows all of it. Pure."""

from collections.abc import Iterator

from bot.authoring.checks.lesson_file import Found, LessonFile
from bot.authoring.replies import feedback
from bot.course.model import Check, Lesson, Practice, Prompt, Statement
from bot.course.quizzes import Grade, Quiz
from bot.course.quizzes.kind import Say, told
from bot.message import LONGEST_BUBBLE, Message, utf16_length


def long_screens(file: LessonFile) -> Found:
    """Texts that would not fit the narrowest bubble once they are dressed for the chat."""
    for line, text in _screens(file):
        if len(text) > LONGEST_BUBBLE:
            yield line, {"count": len(text), "most": LONGEST_BUBBLE}


def beyond_channels(file: LessonFile) -> Found:
    """Screens that a messenger cannot show as they are meant."""
    for line, message in _messages(file):
        for name, looks in file.channels.items():
            over = any(utf16_length(bubble) > looks.longest for bubble in message.bubbles)
            if over or [*looks.faults(message)]:
                yield line, {"channel": channel_name(name, file.say)}


def channel_name(channel: str, say: Say) -> str:
    """A channel's name in Korean; that of a new one as it stands in addresses."""
    key = f"preview-{channel}"
    return say(key) if key in getattr(say, "keys", ()) else channel


def _messages(file: LessonFile) -> Iterator[tuple[int, Message]]:
    """Every text, question and explanation of the file as a message; what no message holds is told by other checks."""
    for line, text in _screens(file):
        if len(text) <= LONGEST_BUBBLE:
            yield line, Message((text,))
    for quiz in file.quizzes:
        try:
            yield from ((quiz.line, message) for message in _of_quiz(file, quiz))
        except ValueError:
            continue


def _of_quiz(file: LessonFile, quiz: Quiz) -> list[Message]:
    question = quiz.ask("", file.say)
    answered = [*feedback(quiz, question, file.say), quiz.solution(file.say)]
    return [
        question,
        *(Message(told(one, file.say)) if isinstance(one, Grade) else one for one in answered),
    ]


def _screens(file: LessonFile) -> Iterator[tuple[int, str]]:
    """The texts of a part as they are said, with the lines of their sections."""
    for key, text in _texts(file):
        section = file.section(key)
        yield section.line if section else 1, text


def _texts(file: LessonFile) -> Iterator[tuple[str, str]]:
    part, say = file.part, file.say
    if isinstance(part, Practice):
        steps = "\n".join(f"{n}. {step}" for n, step in enumerate(part.steps, 1))
        yield "steps", say("practice-ask", steps=steps, prompt=part.evidence.prompt)
        yield "evidence", _asked(file, part.evidence)
    if isinstance(part, Lesson | Check):
        yield "line", _asked(file, part.line)
    if isinstance(part, Check):
        yield "promise", _asked(file, part.promise)
    if isinstance(part, Lesson):
        title = say("lesson-title", number=99, planned=99, title=part.head.title, minutes=9)
        yield from (("opening", f"{title}\n\n{_claimed(file, idea)}") for idea in part.ideas)
        lines = "\n\n".join(_claimed(file, claim) for claim in part.claims)
        yield "claims", say("source", title=part.head.title, lines=lines)
        yield from (("examples", say("lesson-example", text=text)) for text in part.examples.values())
    if part:
        yield "end", say("lesson-end", text=part.end, days=999)


def _asked(file: LessonFile, ask: Prompt) -> str:
    return file.say("line-ask", prompt=ask.prompt, samples="\n".join(f"“{sample}”" for sample in ask.samples))


def _claimed(file: LessonFile, claim: Statement) -> str:
    paragraph = file.about.paragraphs.get(claim.source, "")
    return f"{claim.text}\n{file.say('tag-article', tag=claim.tag, id=claim.source, paragraph=paragraph)}"
