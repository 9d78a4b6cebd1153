"""document links: what a link to somebody's plan leads to, once and for ten minutes"""

import sqlalchemy as sa
from alembic import op

revision = '0011'
down_revision = '0010'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        'document_links',
        sa.Column('learner_id', sa.Integer(), nullable=False),
        sa.Column('digest', sa.String(length=64), nullable=False),
        sa.Column('name', sa.String(length=64), nullable=False),
        sa.Column('expires', sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(['learner_id'], ['learners.id'], name=op.f('fk_document_links_learner_id'), ondelete='CASCADE'),
        sa.PrimaryKeyConstraint('learner_id', name=op.f('pk_document_links')),
        sa.UniqueConstraint('digest', name=op.f('uq_document_links_digest')),
    )


def downgrade() -> None:
    op.drop_table('document_links')
