"""Frames of a capture file as bytes, and what a reader of bytes can say of them without any dissector."""

import struct
from collections import namedtuple
from pathlib import Path

Frame = namedtuple("Frame", "time bytes")  # nanoseconds since 1970; as on the cable, without FCS

RESOLUTION_OPTION = 9
ETHERTYPE_IPV4 = b"\x08\x00"


def read(path):
    data = Path(path).read_bytes()
    return list(pcapng(data) if data[:4] == b"\x0a\x0d\x0d\x0a" else pcap(data))


def pcap(data):
    for order in "<>":
        nanoseconds = {0xA1B23C4D: 1, 0xA1B2C3D4: 1000}.get(struct.unpack_from(order + "I", data)[0])
        if nanoseconds:
            break
    at = 24
    while at < len(data):
        seconds, fraction, length, _ = struct.unpack_from(order + "4I", data, at)
        yield Frame(seconds * 10**9 + fraction * nanoseconds, data[at + 16 : at + 16 + length])
        at += 16 + length


def pcapng(data):
    order = "<" if data[8:12] == b"\x4d\x3c\x2b\x1a" else ">"
    at, nanoseconds = 0, 1000
    while at < len(data):
        kind, length = struct.unpack_from(order + "2I", data, at)
        if kind == 1:  # interface description: options after link type and snap length
            option = at + 16
            while option < at + length - 4:
                code, size = struct.unpack_from(order + "2H", data, option)
                if code == RESOLUTION_OPTION:
                    nanoseconds = 10 ** (9 - data[option + 4])
                option += 4 + (size + 3) // 4 * 4
        elif kind == 6:  # enhanced packet
            high, low, captured = struct.unpack_from(order + "3I", data, at + 12)
            yield Frame((high << 32 | low) * nanoseconds, data[at + 28 : at + 28 + captured])
        at += length


def ip_packet(frame):
    """The IPv4 packet in a frame, without padding, or none."""
    if frame.bytes[12:14] != ETHERTYPE_IPV4:
        return None
    return frame.bytes[14 : 14 + struct.unpack_from("!H", frame.bytes, 16)[0]]


def identity(packet):
    """What makes it the same packet elsewhere: addresses, protocol, identification, and the transport's first 20 octets
    (ports, sequence numbers, flags; DNS ID and flags)."""
    header = (packet[0] & 15) * 4
    return packet[9], packet[12:20], packet[4:6], packet[header : header + 20]


def without_hop_changes(packet):
    """The packet with time to live and header checksum blanked: what no router may change."""
    return packet[:8] + b"\0" + packet[9:10] + b"\0\0" + packet[12:]
