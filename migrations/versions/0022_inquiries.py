"""inquiries: what learners ask a person, and what came back"""

import sqlalchemy as sa
from alembic import op

revision = '0022'
down_revision = '0021'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        'inquiries',
        sa.Column('code', sa.String(length=16), nullable=False),
        sa.Column('learner_id', sa.Integer(), nullable=False),
        sa.Column('at', sa.DateTime(timezone=True), nullable=False),
        sa.Column('text', sa.Text(), nullable=False),
        sa.Column('forwarded_at', sa.DateTime(timezone=True), nullable=True),
        sa.Column('answer', sa.Text(), nullable=False),
        sa.Column('answered_at', sa.DateTime(timezone=True), nullable=True),
        sa.Column('told_at', sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ['learner_id'], ['learners.id'], name=op.f('fk_inquiries_learner_id'), ondelete='CASCADE'
        ),
        sa.PrimaryKeyConstraint('code', name=op.f('pk_inquiries')),
    )
    op.create_index(op.f('ix_inquiries_learner_id'), 'inquiries', ['learner_id'])


def downgrade() -> None:
    op.drop_table('inquiries')
