"""reports forwarded: when what was odd about a question went to the operators"""

import sqlalchemy as sa
from alembic import op

revision = '0025'
down_revision = '0024'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column('reports', sa.Column('forwarded_at', sa.DateTime(timezone=True), nullable=True))


def downgrade() -> None:
    op.drop_column('reports', 'forwarded_at')
