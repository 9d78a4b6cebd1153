"""A new pair of VAPID keys (RFC 8292) on standard output as JSON: python -m bot.channels.web.make_keys

A process of its own: what makes them takes ten megabytes, and is needed once in the life of a house.
"""

import sys

import msgspec
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from py_vapid import Vapid02
from py_vapid.utils import b64urlencode

from bot.channels.web.push import PRIVATE, PUBLIC

if __name__ == "__main__":
    pair = Vapid02()
    pair.generate_keys()
    number = pair.private_key.private_numbers().private_value.to_bytes(32, "big")
    point = pair.public_key.public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)
    sys.stdout.write(msgspec.json.encode({PRIVATE: b64urlencode(number), PUBLIC: b64urlencode(point)}).decode())
