"""lighter_from: a week of reviews may begin on a day to come"""

import sqlalchemy as sa
from alembic import op

revision = '0019'
down_revision = '0018'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column('learners', sa.Column('lighter_from', sa.Date(), nullable=True))


def downgrade() -> None:
    op.drop_column('learners', 'lighter_from')
