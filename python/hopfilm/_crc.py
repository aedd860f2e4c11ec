"""The checksum of files.json: CRC-32C of RFC 3720, appendix B.4."""

from functools import cache

import numpy as np

_BLOCK = 1024


def _of_byte(value: int) -> int:
    for _ in range(8):
        value = value >> 1 ^ (0x82F63B78 if value & 1 else 0)
    return value


_TABLE = np.array([_of_byte(b) for b in range(256)], dtype=np.uint32)


@cache
def _over_block() -> list[list[int]]:
    """What a block of zeros makes of each value of each of the four bytes of a checksum."""
    crc = np.arange(256, dtype=np.uint32) << np.array([[0], [8], [16], [24]], dtype=np.uint32)
    for _ in range(_BLOCK):
        crc = _TABLE[crc & 255] ^ crc >> 8
    return crc.tolist()


def crc32c(data: bytes) -> int:
    """The checksum. It is linear in the data, so all blocks go at once."""
    whole = len(data) - len(data) % _BLOCK
    blocks = np.frombuffer(data, np.uint8, whole).reshape(-1, _BLOCK)
    sums = np.zeros(len(blocks), dtype=np.uint32)
    for column in blocks.T:
        sums = _TABLE[(sums ^ column) & 255] ^ sums >> 8
    first, second, third, fourth = _over_block()
    crc = 0xFFFFFFFF
    for part in sums.tolist():
        low = first[crc & 255] ^ second[crc >> 8 & 255]
        crc = low ^ third[crc >> 16 & 255] ^ fourth[crc >> 24] ^ part
    table = _TABLE.tolist()
    for byte in data[whole:]:
        crc = table[(crc ^ byte) & 255] ^ crc >> 8
    return crc ^ 0xFFFFFFFF
