"""The browsers that web pushes reach, and the keys they are signed with, inside one transaction. Moments are in UTC."""

from collections.abc import Mapping, Sequence
from datetime import datetime

import msgspec
from sqlalchemy import delete, select

from bot.message import Address, Subscription
from bot.store import Transaction
from bot.store.dialect import insert_missing, insert_or_replace
from bot.store.keyring import Purpose, keyring_of
from bot.store.records import number
from bot.store.tables import addresses, house_keys, push_subscriptions

MOST = 5  # browsers of one address; the newest are kept

_ALL = push_subscriptions.c


async def subscribe(connection: Transaction, address: Address, subscription: Subscription, now: datetime) -> bool:
    """Reach whoever is at an address in one more browser, which nobody else is reached in; False for a stranger."""
    if await number(connection, address) is None:
        return False
    keyring = keyring_of(connection)
    there, place = keyring.hashed(Purpose.ENDPOINT, subscription.endpoint), keyring.place(address)
    encrypted = keyring.encrypted(msgspec.json.encode(subscription).decode())
    row = {"endpoint": there, "channel": address.channel, "address": place, "encrypted": encrypted, "since": now}
    await connection.execute(insert_or_replace(connection.dialect.name, push_subscriptions), row)
    mine = _ALL.channel == address.channel, _ALL.address == place
    others = push_subscriptions.alias("others")
    newest = select(others.c.endpoint).where(others.c.channel == address.channel, others.c.address == place)
    newest = newest.order_by(others.c.since.desc(), others.c.endpoint).limit(MOST)
    await connection.execute(delete(push_subscriptions).where(*mine, _ALL.endpoint.not_in(newest)))
    return True


async def unsubscribe(connection: Transaction, endpoint: str) -> None:
    """Forget a browser: it is gone, or wants no more."""
    there = keyring_of(connection).hashed(Purpose.ENDPOINT, endpoint)
    await connection.execute(delete(push_subscriptions).where(_ALL.endpoint == there))


async def reached(connection: Transaction, address: Address) -> tuple[Sequence[str], Sequence[Subscription]]:
    """On the channel of an address, the ids of all addresses of whoever is there, and the browsers that reach them."""
    keyring = keyring_of(connection)
    there = addresses.c.channel == address.channel, addresses.c.id == keyring.place(address)
    whose = select(addresses.c.learner_id).where(*there).scalar_subquery()
    homes = addresses.alias("homes")
    mine = select(homes.c.id, homes.c.encrypted).where(homes.c.channel == address.channel, homes.c.learner_id == whose)
    pages = (await connection.execute(mine)).all()
    browsers = select(_ALL.encrypted).where(_ALL.channel == address.channel)
    rows = await connection.execute(browsers.where(_ALL.address.in_([page.id for page in pages])).order_by(_ALL.since))
    told = [msgspec.json.decode(keyring.decrypted(encrypted), type=Subscription) for encrypted in rows.scalars()]
    return sorted(keyring.decrypted(page.encrypted) for page in pages), told


async def keys(connection: Transaction, made: Mapping[str, str]) -> Mapping[str, str]:
    """The keys under those names: those made, and kept from now on, where there are none yet. Of two processes that
    start at once both get the same.
    """
    encrypted = keyring_of(connection).encrypted
    rows = [{"name": name, "value": encrypted(value)} for name, value in made.items()]
    await connection.execute(insert_missing(connection.dialect.name, house_keys), rows)
    return await kept_keys(connection, *made)


async def kept_keys(connection: Transaction, *names: str) -> Mapping[str, str]:
    """Those of the keys that there are."""
    found = select(house_keys.c.name, house_keys.c.value).where(house_keys.c.name.in_(names))
    return {row.name: keyring_of(connection).decrypted(row.value) for row in await connection.execute(found)}
