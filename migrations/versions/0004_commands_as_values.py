"""commands as values: what screens hold; names that say what they are"""

import json
from collections.abc import Callable

import sqlalchemy as sa
from alembic import op

revision = '0004'
down_revision = '0003'
branch_labels = None
depends_on = None

COLUMNS = {'rung_on': 'reminded_on', 'rung': 'reminded'}
COMMANDS = {'kept': 'keep', 'loud': 'no-quiet', 'bother': 'fewer-or-none', 'missed': 'why-not-sent'}


def upgrade() -> None:
    for old, new in COLUMNS.items():
        op.execute(f'ALTER TABLE learners RENAME COLUMN {old} TO {new}')
    op.execute("UPDATE sent SET note = 'done' WHERE note = 'day-done'")
    _screens(_forth)


def downgrade() -> None:
    _screens(_back)
    op.execute("UPDATE sent SET note = 'day-done' WHERE note = 'done'")
    for old, new in COLUMNS.items():
        op.execute(f'ALTER TABLE learners RENAME COLUMN {new} TO {old}')


def _screens(change: Callable[[str], str]) -> None:
    """Rewrite each learner's last message."""
    connection = op.get_bind()
    rows = connection.execute(sa.text('SELECT id, screen FROM learners WHERE screen IS NOT NULL')).all()
    update = sa.text('UPDATE learners SET screen = :screen WHERE id = :id')
    for start in range(0, len(rows), 1000):
        some = [{'id': row.id, 'screen': change(row.screen)} for row in rows[start : start + 1000]]
        connection.execute(update, some)


def _forth(screen: str) -> str:
    """'/ask name' becomes ['ask', 'name']; no expected command becomes null."""
    message = json.loads(screen)
    buttons = [{'label': one['label'], 'go': _go(one['command'])} for one in message.get('buttons', ())]
    expects = _go(message['expects']) if message.get('expects') else None
    return json.dumps({**message, 'buttons': buttons, 'expects': expects}, ensure_ascii=False)


def _go(words: str) -> list[str]:
    command, _, argument = words.removeprefix('/').partition(' ')
    return [COMMANDS.get(command, command), argument]


def _back(screen: str) -> str:
    message = json.loads(screen)
    former = {new: old for old, new in COMMANDS.items()}

    def words(go: list[str]) -> str:
        return f'/{former.get(go[0], go[0])} {go[1]}'.rstrip()

    buttons = [{'label': one['label'], 'command': words(one['go'])} for one in message.get('buttons', ())]
    expects = words(message['expects']) if message.get('expects') else ''
    return json.dumps({**message, 'buttons': buttons, 'expects': expects}, ensure_ascii=False)
