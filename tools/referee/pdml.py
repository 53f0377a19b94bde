"""tshark as a referee: what it says about every field of a capture, with all checksums verified.

Always the same answer on every machine: no name resolution, UTC, the C locale, no personal preferences.
"""

import os
import re
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from dataclasses import dataclass

CHECKSUMS = [part for name in ("ip", "tcp", "udp") for part in ("-o", f"{name}.check_checksum:TRUE")]
CHECKSUMS += ["-o", "eth.check_fcs:TRUE"]
ENVIRONMENT = {**os.environ, "LC_ALL": "C", "TZ": "UTC", "WIRESHARK_CONFIG_DIR": "/nonexistent", "HOME": "/nonexistent"}


@dataclass
class Field:
    """One field, or one protocol (`show` is then its title). `position` and `size` are in bytes, from the start of
    the frame or, in reassembled data, from the start of that."""

    name: str
    position: int
    size: int
    show: str
    title: str
    hidden: bool
    protocol: bool
    remark: bool  # tshark's opinion (an expert's `tcp.connection.rst`), not a field of the frame


def tshark(*arguments):
    """What tshark prints, as bytes. Ends the program with tshark's own words when it fails."""
    result = subprocess.run(["tshark", "-n", *arguments], capture_output=True, env=ENVIRONMENT)
    if result.returncode != 0:
        sys.exit(f"tshark {' '.join(arguments)}: {result.stderr.decode()}")
    return result.stdout


def frames(capture, checksums=True):
    """For every frame of the capture, all its fields in tshark's order, `geninfo` and nameless groups left out."""
    text = tshark("-r", str(capture), "-T", "pdml", *(CHECKSUMS if checksums else []))
    # tshark leaves line breaks inside attributes as they are, where XML would turn them into blanks.
    text = re.sub(rb'="[^"]*"', lambda value: value[0].replace(b"\r", b"&#13;").replace(b"\n", b"&#10;"), text)
    return [list(flatten(packet)) for packet in ElementTree.fromstring(text).iter("packet")]


def flatten(element):
    for child in element:
        name = child.get("name")
        if name == "geninfo":
            continue
        protocol = child.tag == "proto"
        if name:
            title = child.get("showname", "")
            yield Field(
                name, int(child.get("pos", 0)), int(child.get("size", 0)),
                title if protocol else child.get("show", ""), title, child.get("hide") == "yes", protocol,
                element.get("name") == "_ws.expert")
        yield from flatten(child)
