"""shown pictures: the addresses by which chats show a learner's pictures, for a week"""

import sqlalchemy as sa
from alembic import op

revision = '0016'
down_revision = '0015'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        'shown_pictures',
        sa.Column('digest', sa.String(length=64), nullable=False),
        sa.Column('learner_id', sa.Integer(), nullable=False),
        sa.Column('name', sa.String(length=64), nullable=False),
        sa.Column('expires', sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(['learner_id'], ['learners.id'], name=op.f('fk_shown_pictures_learner_id'), ondelete='CASCADE'),
        sa.PrimaryKeyConstraint('digest', name=op.f('pk_shown_pictures')),
    )
    op.create_index(op.f('ix_shown_pictures_learner_id'), 'shown_pictures', ['learner_id'])


def downgrade() -> None:
    op.drop_index(op.f('ix_shown_pictures_learner_id'), 'shown_pictures')
    op.drop_table('shown_pictures')
