"""sent keeps why and for how long a claim holds; rates keeps one pace for all processes"""

import sqlalchemy as sa
from alembic import op

revision = '0002'
down_revision = '0001'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('rates',
    sa.Column('name', sa.String(length=20), nullable=False),
    sa.Column('free_at', sa.Float(), nullable=False),
    sa.Column('asked_at', sa.Float(), nullable=False),
    sa.PrimaryKeyConstraint('name', name=op.f('pk_rates'))
    )
    with op.batch_alter_table('learners', schema=None) as batch_op:
        batch_op.add_column(sa.Column('rung_on', sa.Date(), nullable=True))
        batch_op.add_column(sa.Column('rung', sa.Integer(), nullable=False, server_default='0'))
        batch_op.add_column(sa.Column('off', sa.Boolean(), nullable=False, server_default=sa.false()))
        batch_op.add_column(sa.Column('once_at', sa.DateTime(timezone=True), nullable=True))
        batch_op.add_column(sa.Column('ended_at', sa.DateTime(timezone=True), nullable=True))
    op.execute("UPDATE learners SET off = (rhythm <> '' AND next_lesson_at IS NULL)")
    op.execute("UPDATE learners SET once_at = next_lesson_at WHERE next_kind LIKE 'again%'")
    with op.batch_alter_table('sent', schema=None) as batch_op:
        batch_op.add_column(sa.Column('due_at', sa.DateTime(timezone=True)))
        batch_op.add_column(sa.Column('lease', sa.DateTime(timezone=True), nullable=True))
        for name, kind in (('why', sa.String(200)), ('note', sa.String(40)), ('opened', sa.String(20)),
                           ('wording', sa.String(20)), ('chances', sa.Text())):
            batch_op.add_column(sa.Column(name, kind, nullable=False, server_default=''))
    # when it was due was not kept before; what was claimed then may have been sent
    op.execute("UPDATE sent SET due_at = claimed_at")
    op.execute("UPDATE sent SET outcome = 'begun', lease = claimed_at WHERE outcome = 'claimed'")
    with op.batch_alter_table('sent', schema=None) as batch_op:
        batch_op.alter_column('due_at', nullable=False)
    op.create_index('ix_sent_open', 'sent', ['lease'],
                    sqlite_where=sa.text('lease IS NOT NULL'), postgresql_where=sa.text('lease IS NOT NULL'))
    op.create_index('ix_sent_paid', 'sent', ['claimed_at'],
                    sqlite_where=sa.text("channel = 'kakao'"), postgresql_where=sa.text("channel = 'kakao'"))


def downgrade() -> None:
    with op.batch_alter_table('sent', schema=None) as batch_op:
        batch_op.drop_index('ix_sent_paid', sqlite_where=sa.text("channel = 'kakao'"), postgresql_where=sa.text("channel = 'kakao'"))
        batch_op.drop_index('ix_sent_open', sqlite_where=sa.text('lease IS NOT NULL'), postgresql_where=sa.text('lease IS NOT NULL'))
        batch_op.drop_column('chances')
        batch_op.drop_column('wording')
        batch_op.drop_column('opened')
        batch_op.drop_column('note')
        batch_op.drop_column('lease')
        batch_op.drop_column('due_at')
        batch_op.drop_column('why')

    with op.batch_alter_table('learners', schema=None) as batch_op:
        batch_op.drop_column('ended_at')
        batch_op.drop_column('once_at')
        batch_op.drop_column('off')
        batch_op.drop_column('rung')
        batch_op.drop_column('rung_on')
    op.drop_table('rates')
