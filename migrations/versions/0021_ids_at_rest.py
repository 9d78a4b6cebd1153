"""ids at rest: what messengers call learners is kept as a keyed hash, and encrypted; see bot.store.keyring"""

import json
from collections.abc import Callable, Mapping
from typing import Any

import sqlalchemy as sa
from alembic import context, op

revision = '0021'
down_revision = '0020'
branch_labels = None
depends_on = None

AT_ONCE = 1000  # rows
REFERRING = ('history', 'push_subscriptions', 'former_addresses')
SIGNING = ('push-private', 'push-public')


def upgrade() -> None:
    op.add_column('addresses', sa.Column('encrypted', sa.Text(), server_default='', nullable=False))
    op.add_column('push_subscriptions', sa.Column('encrypted', sa.Text(), server_default='', nullable=False))
    if keyring := _unlocked():
        _addresses(lambda channel, id_, _: (keyring.hashed('address', channel, id_), keyring.encrypted(id_)))
        _each('push_subscriptions', 'endpoint', lambda row: {
            'endpoint': keyring.hashed('endpoint', row['endpoint']),
            'encrypted': keyring.encrypted(json.dumps({name: row[name] for name in ('endpoint', 'p256dh', 'auth')})),
        })
        _each('deliveries', 'key', lambda row: {'key': keyring.hashed('delivery', row['key'])}, 'channel')
        _each('links', 'learner_id', lambda row: {'code': keyring.hashed('code', row['code'])})
        _each('house_keys', 'name', lambda row: {'value': keyring.encrypted(row['value'])}, only=SIGNING)
    with op.batch_alter_table('push_subscriptions') as batch_op:
        batch_op.drop_column('p256dh')
        batch_op.drop_column('auth')


def downgrade() -> None:
    """What came of a delivery is no more known, and a link code holds no more."""
    for name in ('p256dh', 'auth'):
        op.add_column('push_subscriptions', sa.Column(name, sa.String(100), server_default='', nullable=False))
    if keyring := _unlocked():
        _addresses(lambda channel, _, encrypted: (keyring.decrypted(encrypted), encrypted))
        _each('push_subscriptions', 'endpoint', lambda row: json.loads(keyring.decrypted(row['encrypted'])))
        _each('house_keys', 'name', lambda row: {'value': keyring.decrypted(row['value'])}, only=SIGNING)
        op.execute("DELETE FROM house_keys WHERE name = 'hash-key'")
        keyring.lock()
    op.execute('DELETE FROM deliveries')
    op.execute('DELETE FROM links')
    op.drop_column('addresses', 'encrypted')
    with op.batch_alter_table('push_subscriptions') as batch_op:
        batch_op.drop_column('encrypted')


def _unlocked() -> Any:
    """The keyring of this database; None for one that holds nothing to hash or to encrypt."""
    names = ('addresses', 'deliveries', 'links', 'house_keys')
    held = ' OR '.join(f"EXISTS (SELECT 1 FROM {name} {_NOT_THE_TIME if name == 'house_keys' else ''})" for name in names)
    if not op.get_bind().scalar(sa.text(f'SELECT {held}')):
        return None
    keyring = context.config.attributes['keyring']
    if keyring.locked:
        keyring.unlock(op.get_bind())
    return keyring


_NOT_THE_TIME = "WHERE name <> 'heartbeat'"


def _addresses(kept: Callable[[str, str, str], tuple[str, str]]) -> None:
    """Give each address another id, and what refers to it too: it is made anew, for keys may not change."""
    connection = op.get_bind()
    found = connection.execute(sa.text('SELECT channel, id, encrypted FROM addresses')).all()
    making = sa.text(
        'INSERT INTO addresses (channel, id, encrypted, learner_id, reachable, untold) '
        'SELECT channel, :kept, :encrypted, learner_id, reachable, untold FROM addresses '
        'WHERE channel = :channel AND id = :id'
    )
    for start in range(0, len(found), AT_ONCE):
        rows = [
            {'channel': channel, 'id': id_, **dict(zip(('kept', 'encrypted'), kept(channel, id_, encrypted)))}
            for channel, id_, encrypted in found[start : start + AT_ONCE]
        ]
        connection.execute(making, rows)
        for table in REFERRING:
            moving = f'UPDATE {table} SET address = :kept WHERE channel = :channel AND address = :id'
            connection.execute(sa.text(moving), rows)
        connection.execute(sa.text('DELETE FROM addresses WHERE channel = :channel AND id = :id'), rows)


def _each(table: str, key: str, values: Callable[[Any], Mapping[str, str]], *others: str, only: tuple[str, ...] = ()) -> None:
    """Give the rows of a table other values, each by what tells it from the others."""
    connection, keys = op.get_bind(), (key, *others)
    found = [dict(row) for row in connection.execute(sa.text(f'SELECT * FROM {table}')).mappings()]
    found = [row for row in found if not only or row[key] in only]
    where = ' AND '.join(f'{name} = :old_{name}' for name in keys)
    for start in range(0, len(found), AT_ONCE):
        rows = [{**values(row), **{f'old_{name}': row[name] for name in keys}} for row in found[start : start + AT_ONCE]]
        setting = ', '.join(f'{name} = :{name}' for name in rows[0] if not name.startswith('old_'))
        connection.execute(sa.text(f'UPDATE {table} SET {setting} WHERE {where}'), rows)
