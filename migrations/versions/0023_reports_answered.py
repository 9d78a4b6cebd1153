"""reports answered: what an operator answered to whoever called a question odd, and when that was done"""

import sqlalchemy as sa
from alembic import op

revision = '0023'
down_revision = '0022'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column('reports', sa.Column('closed_at', sa.DateTime(timezone=True), nullable=True))
    op.add_column('inquiries', sa.Column('quiz', sa.String(length=64), server_default='', nullable=False))


def downgrade() -> None:
    op.drop_column('inquiries', 'quiz')
    op.drop_column('reports', 'closed_at')
