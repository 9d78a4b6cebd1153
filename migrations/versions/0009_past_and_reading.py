"""past: how days were lived before the present rhythm; a week of reviews; and text in short bubbles"""

import sqlalchemy as sa
from alembic import op

revision = '0009'
down_revision = '0008'
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table('learners', schema=None) as batch_op:
        batch_op.add_column(sa.Column('past', sa.Text(), nullable=False, server_default=''))
        batch_op.add_column(sa.Column('lighter_until', sa.Date(), nullable=True))
        # plain text: for any other default SQLite would build the table anew, and lose what hangs on it
        batch_op.add_column(sa.Column('short_lines', sa.Boolean(), nullable=False, server_default='0'))


def downgrade() -> None:
    with op.batch_alter_table('learners', schema=None) as batch_op:
        batch_op.drop_column('short_lines')
        batch_op.drop_column('lighter_until')
        batch_op.drop_column('past')
