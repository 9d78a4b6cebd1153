"""thoughts: a card is of a thought, which has the name of the question whose card it was"""

from alembic import op

revision = '0008'
down_revision = '0007'
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table('cards', schema=None) as batch_op:
        batch_op.alter_column('quiz', new_column_name='thought')


def downgrade() -> None:
    with op.batch_alter_table('cards', schema=None) as batch_op:
        batch_op.alter_column('thought', new_column_name='quiz')
