"""job and called: what a learner does, in their own words, and what they want to be called"""

import sqlalchemy as sa
from alembic import op

revision = '0006'
down_revision = '0005'
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table('learners', schema=None) as batch_op:
        batch_op.add_column(sa.Column('job', sa.Text(), nullable=False, server_default=''))
        batch_op.add_column(sa.Column('called', sa.Text(), nullable=False, server_default=''))


def downgrade() -> None:
    with op.batch_alter_table('learners', schema=None) as batch_op:
        batch_op.drop_column('called')
        batch_op.drop_column('job')
