"""courses: what is learnt belongs to a course; until now there was one"""

import sqlalchemy as sa
from alembic import op

revision = '0017'
down_revision = '0016'
branch_labels = None
depends_on = None

TAUGHT = 'own-work'  # the one course of the editions before
KEYS = {
    'cards': ['thought'],
    'finished': ['lesson'],
    'people': ['number'],
    'prechecks': ['quiz', 'round'],
}
TABLES = [*KEYS, 'answers', 'lines', 'reports']


def upgrade() -> None:
    # plain text: for any other default SQLite would build the table anew, and lose what hangs on it
    with op.batch_alter_table('learners', schema=None) as batch_op:
        batch_op.add_column(sa.Column('course', sa.String(length=64), nullable=False, server_default=''))
        batch_op.add_column(sa.Column('elsewhere', sa.Text(), nullable=False, server_default=''))
    for table in TABLES:
        with op.batch_alter_table(table, schema=None) as batch_op:
            batch_op.add_column(sa.Column('course', sa.String(length=64), nullable=False, server_default=''))
    for table in ('learners', *TABLES):
        op.execute(sa.text(f"UPDATE {table} SET course = '{TAUGHT}'"))
    for table, keys in KEYS.items():
        _key(table, ['learner_id', 'course', *keys])
    _index(['learner_id', 'course', 'id', 'quiz', 'day', 'right'])


def downgrade() -> None:
    """Only the rows of the one course of before fit."""
    for table in TABLES:
        op.execute(sa.text(f"DELETE FROM {table} WHERE course <> '{TAUGHT}'"))
    _index(['learner_id', 'id', 'quiz', 'day', 'right'])
    for table, keys in KEYS.items():
        _key(table, ['learner_id', *keys])
    for table in TABLES:
        with op.batch_alter_table(table, schema=None) as batch_op:
            batch_op.drop_column('course')
    with op.batch_alter_table('learners', schema=None) as batch_op:
        batch_op.drop_column('elsewhere')
        batch_op.drop_column('course')


def _key(table: str, columns: list[str]) -> None:
    """Give a table another primary key; its rows stay."""
    with op.batch_alter_table(table, schema=None) as batch_op:
        batch_op.drop_constraint(f'pk_{table}', type_='primary')
        batch_op.create_primary_key(f'pk_{table}', columns)


def _index(columns: list[str]) -> None:
    """Let the index of answers hold these columns."""
    op.drop_index('ix_answers_learner_id', table_name='answers')
    op.create_index('ix_answers_learner_id', 'answers', columns)
