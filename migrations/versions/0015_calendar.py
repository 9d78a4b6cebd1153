"""the calendar: the digest of the address that it is subscribed to by, and when other ways to be told were offered"""

import sqlalchemy as sa
from alembic import op

revision = '0015'
down_revision = '0014'
branch_labels = None
depends_on = None

GIVEN = sa.text("feed <> ''")


def upgrade() -> None:
    with op.batch_alter_table('learners', schema=None) as batch_op:
        batch_op.add_column(sa.Column('feed', sa.String(length=64), nullable=False, server_default=''))
        batch_op.add_column(sa.Column('feed_since', sa.DateTime(timezone=True), nullable=True))
        batch_op.add_column(sa.Column('offered_on', sa.Date(), nullable=True))
        batch_op.create_index('ix_learners_feed', ['feed'], unique=True, sqlite_where=GIVEN, postgresql_where=GIVEN)


def downgrade() -> None:
    with op.batch_alter_table('learners', schema=None) as batch_op:
        batch_op.drop_index('ix_learners_feed', sqlite_where=GIVEN, postgresql_where=GIVEN)
        batch_op.drop_column('offered_on')
        batch_op.drop_column('feed_since')
        batch_op.drop_column('feed')
