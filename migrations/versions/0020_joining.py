"""joining: two records of one person become one, and for minutes they can be parted again"""

import sqlalchemy as sa
from alembic import op

revision = '0020'
down_revision = '0019'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column('learners', sa.Column('ring_on', sa.String(length=20), server_default='', nullable=False))
    op.add_column('learners', sa.Column('code_tries', sa.Integer(), server_default='0', nullable=False))
    op.add_column('learners', sa.Column('code_tried_at', sa.DateTime(timezone=True), nullable=True))
    op.add_column('learners', sa.Column('joined', sa.Text(), nullable=True))
    op.add_column('addresses', sa.Column('untold', sa.String(length=20), server_default='', nullable=False))
    op.create_table(
        'joints',
        sa.Column('learner_id', sa.Integer(), nullable=False),
        sa.Column('owner_id', sa.Integer(), nullable=False),
        sa.Column('at', sa.DateTime(timezone=True), nullable=False),
        sa.Column('next_lesson_at', sa.DateTime(timezone=True), nullable=True),
        sa.Column('copy', sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(['learner_id'], ['learners.id'], name=op.f('fk_joints_learner_id'), ondelete='CASCADE'),
        sa.ForeignKeyConstraint(['owner_id'], ['learners.id'], name=op.f('fk_joints_owner_id'), ondelete='CASCADE'),
        sa.PrimaryKeyConstraint('learner_id', name=op.f('pk_joints')),
    )
    op.create_index(op.f('ix_joints_at'), 'joints', ['at'])
    op.create_index(op.f('ix_joints_owner_id'), 'joints', ['owner_id'])
    op.create_table(
        'former_addresses',
        sa.Column('channel', sa.String(length=20), nullable=False),
        sa.Column('address', sa.String(length=200), nullable=False),
        sa.Column('learner_id', sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ['channel', 'address'], ['addresses.channel', 'addresses.id'], name=op.f('fk_former_addresses_channel'),
            ondelete='CASCADE',
        ),
        sa.ForeignKeyConstraint(
            ['learner_id'], ['learners.id'], name=op.f('fk_former_addresses_learner_id'), ondelete='CASCADE'
        ),
        sa.PrimaryKeyConstraint('channel', 'address', name=op.f('pk_former_addresses')),
    )
    op.create_index(op.f('ix_former_addresses_learner_id'), 'former_addresses', ['learner_id'])


def downgrade() -> None:
    op.drop_table('former_addresses')
    op.drop_table('joints')
    op.drop_column('addresses', 'untold')
    for name in ('joined', 'code_tried_at', 'code_tries', 'ring_on'):
        op.drop_column('learners', name)
