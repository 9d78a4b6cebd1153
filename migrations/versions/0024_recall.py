"""recall: the chance that the memory model gave an answer, so that it can be held against what was remembered"""

import sqlalchemy as sa
from alembic import op

revision = '0024'
down_revision = '0023'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column('answers', sa.Column('recall', sa.Float(), nullable=True))


def downgrade() -> None:
    op.drop_column('answers', 'recall')
