"""one read: an index that holds all a turn reads of answers; one link code a learner"""

import sqlalchemy as sa
from alembic import op

revision = '0003'
down_revision = '0002'
branch_labels = None
depends_on = None

ANSWERS = ['learner_id', 'id', 'quiz', 'day', 'right']


def upgrade() -> None:
    with op.batch_alter_table('answers', schema=None) as batch_op:
        batch_op.drop_index('ix_answers_learner_id_quiz')
        batch_op.create_index('ix_answers_learner_id', ANSWERS, unique=False)
    # a code holds for ten minutes, and the newest alone
    codes = op.get_bind().execute(sa.text("SELECT learner_id, code, expires FROM links ORDER BY expires")).all()
    op.drop_table('links')
    op.create_table('links',
    sa.Column('learner_id', sa.Integer(), nullable=False),
    sa.Column('code', sa.String(length=64), nullable=False),
    sa.Column('expires', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['learner_id'], ['learners.id'], name=op.f('fk_links_learner_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('learner_id', name=op.f('pk_links')),
    sa.UniqueConstraint('code', name=op.f('uq_links_code'))
    )
    newest = {row.learner_id: row for row in codes}
    insert = sa.text("INSERT INTO links (learner_id, code, expires) VALUES (:learner_id, :code, :expires)")
    for row in newest.values():
        op.get_bind().execute(insert, row._asdict())


def downgrade() -> None:
    op.drop_table('links')
    op.create_table('links',
    sa.Column('code', sa.String(length=64), nullable=False),
    sa.Column('learner_id', sa.Integer(), nullable=False),
    sa.Column('expires', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['learner_id'], ['learners.id'], name=op.f('fk_links_learner_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('code', name=op.f('pk_links'))
    )
    with op.batch_alter_table('links', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_links_learner_id'), ['learner_id'], unique=False)
    with op.batch_alter_table('answers', schema=None) as batch_op:
        batch_op.drop_index('ix_answers_learner_id')
        batch_op.create_index('ix_answers_learner_id_quiz', ['learner_id', 'quiz'], unique=False)
