"""broadcasts: what an operator tells everybody once, and which message brought it to each"""

import sqlalchemy as sa
from alembic import op

revision = '0018'
down_revision = '0017'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        'broadcasts',
        sa.Column('id', sa.Integer(), nullable=False),
        sa.Column('digest', sa.String(length=64), nullable=False),
        sa.Column('text', sa.Text(), nullable=False),
        sa.Column('at', sa.DateTime(timezone=True), nullable=False),
        sa.Column('until', sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint('id', name=op.f('pk_broadcasts')),
        sa.UniqueConstraint('digest', name=op.f('uq_broadcasts_digest')),
    )
    op.add_column('sent', sa.Column('news', sa.Integer(), server_default='0', nullable=False))


def downgrade() -> None:
    op.drop_column('sent', 'news')
    op.drop_table('broadcasts')
