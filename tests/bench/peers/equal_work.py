"""A peer that does the work ours does, as tutorials would write it: python-telegram-bot's Application as shipped,
SQLAlchemy's ORM over aiosqlite, py-fsrs, and one session a handler.

As shipped, one update is handled after the other; with SQLite and httpx more at once (`concurrent_updates`) are slower.
"""

import json
from datetime import UTC, date, datetime, timedelta
from typing import Any

from aiohttp import web
from fsrs import Card as FsrsCard
from fsrs import Rating, Scheduler, State
from sqlalchemy import func, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession
from telegram import CallbackQuery, InlineKeyboardButton, InlineKeyboardMarkup, Message, Update
from telegram.ext import Application, CallbackQueryHandler, CommandHandler, ContextTypes, MessageHandler, filters

from tests.bench.peers.equal_work_models import (
    Answer,
    Card,
    FinishedLesson,
    SeenUpdate,
    StudyDay,
    User,
    now,
    sessions,
)
from tests.bench.peers.serving import API, TOKEN, run, serve_hook

OPTIONS = ("개인화", "융합", "1인 × 자동화")
RIGHT = 2
QUESTION = (
    "되살리기예요.\n\n요리사가 사진을 배웠어요.\n음식을 아는 눈으로 식당 메뉴 사진을 찍어 줘요.\n\n"
    "어느 전략에 가장 가까울까요?\n\n1. 개인화\n2. 융합\n3. 1인 × 자동화"
)
EXPLAINED = (
    "요리와 사진, 서로 다른 두 분야가 만나 새 일이 됐어요. 글의 셋째 문단이 말하는 모습이에요.\n\n"
    "글의 셋째 문단(P3)에 있어요: 전공이나 직업 하나로는 모자란다고 봐요."
)
HELP = "이렇게 말해 보세요.\n\n" + "\n".join(
    f"{word} — {word}에 대한 말이에요"
    for word in "오늘 다음 퀴즈 복습 진도 계획 알림 쉬기 시간대 근거 도움말 연결 내데이터 탈퇴".split()
)
LESSONS = 30

engine, Session = sessions()
scheduler = Scheduler(
    desired_retention=0.85, learning_steps=(), relearning_steps=(), maximum_interval=72, enable_fuzzing=False
)
Context = ContextTypes.DEFAULT_TYPE


class Standing:
    """What a turn reads about a learner."""

    lessons: list[FinishedLesson]
    days: list[StudyDay]
    cards: list[Card]
    marks: dict[str, date]  # the last day each quiz was answered


async def claim(session: AsyncSession, update: Update) -> bool:
    """Whether the update comes for the first time."""
    session.add(SeenUpdate(update_id=update.update_id, at=now()))
    try:
        await session.flush()
    except IntegrityError:
        await session.rollback()
        return False
    return True


async def user_of(session: AsyncSession, update: Update) -> User:
    """The learner, who may be new."""
    person = update.effective_user
    assert person
    user = await session.get(User, person.id)
    if user is None:
        user = User(id=person.id, first_name=person.first_name, seen_at=now())
        session.add(user)
    return user


async def standing_of(session: AsyncSession, user: User) -> Standing:
    """All that a turn reads about a learner."""
    standing = Standing()
    standing.lessons = list(await session.scalars(select(FinishedLesson).where(FinishedLesson.user_id == user.id)))
    standing.days = list(await session.scalars(select(StudyDay).where(StudyDay.user_id == user.id)))
    standing.cards = list(await session.scalars(select(Card).where(Card.user_id == user.id).order_by(Card.due)))
    marks = await session.execute(
        select(Answer.quiz, func.max(Answer.day)).where(Answer.user_id == user.id).group_by(Answer.quiz)
    )
    standing.marks = {mark[0]: mark[1] for mark in marks}
    return standing


def schedule(card: Card | None, user: User, quiz: str, rating: Rating) -> Card:
    """The card after an answer."""
    known = FsrsCard(card_id=1)
    if card:
        known.state, known.step, known.stability, known.difficulty = State.Review, None, card.stability, card.difficulty
        known.last_review, known.due = card.last.replace(tzinfo=UTC), card.due.replace(tzinfo=UTC)
    after, _ = scheduler.review_card(known, rating, datetime.now(UTC))
    card = card or Card(user_id=user.id, quiz=quiz)
    card.due, card.last = after.due.replace(tzinfo=None), now()
    card.stability, card.difficulty = after.stability or 0.0, after.difficulty or 0.0
    return card


def onward(standing: Standing, quiz: str) -> InlineKeyboardMarkup:
    """Where it goes on, and two ways aside."""
    due = [card.quiz for card in standing.cards if card.due <= now()]
    step = ("되살릴 문제", f"/ask {due[0]}") if due else ("다음 레슨", f"/lesson lesson-{len(standing.lessons) + 1:02}")
    ways = (step, ("근거", "/source lesson-01"), ("이 문제 이상해요", f"/report {quiz}"))
    return InlineKeyboardMarkup([[InlineKeyboardButton(label, callback_data=data)] for label, data in ways])


def remember(user: User, text: str, keyboard: InlineKeyboardMarkup) -> None:
    """Keep what is on the learner's screen."""
    user.screen, user.seen_at = json.dumps({"text": text, "keyboard": keyboard.to_dict()}, ensure_ascii=False), now()


async def acknowledge(query: CallbackQuery) -> None:
    """End the button's waiting sign and show what was chosen."""
    await query.answer()
    assert isinstance(query.message, Message)
    rows = query.message.reply_markup.inline_keyboard if query.message.reply_markup else ()
    label = next((button.text for row in rows for button in row if button.callback_data == query.data), "")
    await query.edit_message_text(f"{query.message.text}\n\n→ {label}")


async def ask(update: Update, context: Context) -> None:
    """Ask a question."""
    query = update.callback_query
    assert query
    assert query.data
    assert update.effective_chat
    _, quiz = query.data.split()
    async with Session() as session:
        if not await claim(session, update):
            return
        user = await user_of(session, update)
        standing = await standing_of(session, user)
        options = [InlineKeyboardButton(o, callback_data=f"/answer {quiz} {n}") for n, o in enumerate(OPTIONS, 1)]
        keyboard = InlineKeyboardMarkup([options])
        text = QUESTION if quiz in standing.marks else f"처음 만나는 문제예요.\n\n{QUESTION}"
        remember(user, text, keyboard)
        await session.commit()
    await acknowledge(query)
    await context.bot.send_message(update.effective_chat.id, text, reply_markup=keyboard)


async def answer(update: Update, context: Context) -> None:
    """Grade an answer, schedule its quiz, and explain it."""
    query = update.callback_query
    assert query
    assert query.data
    assert update.effective_chat
    _, quiz, option = query.data.split()
    async with Session() as session:
        if not await claim(session, update):
            return
        user = await user_of(session, update)
        standing = await standing_of(session, user)
        right, today = int(option) == RIGHT, now().date()
        rating = Rating.Good if right else Rating.Again
        if standing.marks.get(quiz, date.min) < today:
            card = next((card for card in standing.cards if card.quiz == quiz), None)
            session.add(schedule(card, user, quiz, rating))
        session.add(
            Answer(user_id=user.id, quiz=quiz, day=today, at=now(), answer=option, right=right, rating=int(rating))
        )
        if today not in {kept.day for kept in standing.days}:
            session.add(StudyDay(user_id=user.id, day=today))
        text = f"{'맞아요.' if right else '아쉬워요. 답은 융합이에요.'}\n\n{EXPLAINED}"
        keyboard = onward(standing, quiz)
        remember(user, text, keyboard)
        await session.commit()
    await acknowledge(query)
    await context.bot.send_message(update.effective_chat.id, text, reply_markup=keyboard)


async def words(update: Update, context: Context) -> None:
    """진도 and 도움말."""
    assert update.message
    async with Session() as session:
        if not await claim(session, update):
            return
        user = await user_of(session, update)
        standing = await standing_of(session, user)
        text, keyboard = HELP, onward(standing, "quiz-01")
        if update.message.text == "진도":
            text = progress(standing)
        remember(user, text, keyboard)
        await session.commit()
    await context.bot.send_message(update.message.chat.id, text, reply_markup=keyboard)


def progress(standing: Standing) -> str:
    """How far a learner is."""
    week_ago = now().date() - timedelta(days=7)
    firm = sum(card.stability > 7 for card in standing.cards)
    fresh = sum(day >= week_ago for day in standing.marks.values())
    soonest = min((card.due for card in standing.cards), default=now())
    return (
        f"함께한 날 {len(standing.days)}일\n레슨 {len(standing.lessons)}/{LESSONS}\n\n"
        f"익히는 중 {len(standing.cards) - firm} · 익힘 {firm} · 이번 주 {fresh}\n"
        f"다음 되살리기: {soonest:%m월 %d일}\n알림: 평일 아침 8시"
    )


async def start(update: Update, _: Context) -> None:
    """Greet."""
    assert update.message
    async with Session() as session:
        if await claim(session, update):
            await user_of(session, update)
            await session.commit()
            await update.message.reply_text("안녕하세요. ‘오늘’이라고 보내 주세요.")


async def main() -> None:
    """Serve the webhook; updates go into the application's queue, as its documentation shows."""
    builder = Application.builder().token(TOKEN).base_url(f"{API}/bot").updater(None)
    application = builder.build()
    application.add_handler(CommandHandler("start", start))
    application.add_handler(MessageHandler(filters.Text(["진도", "도움말"]), words))
    application.add_handler(CallbackQueryHandler(ask, pattern="^/ask "))
    application.add_handler(CallbackQueryHandler(answer, pattern="^/answer "))
    await application.initialize()
    await application.start()

    async def hook(update: Any) -> web.Response:
        await application.update_queue.put(Update.de_json(update, application.bot))
        return web.Response()

    await serve_hook(hook)


if __name__ == "__main__":
    run(main)
