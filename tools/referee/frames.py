"""What packetwalk says of a capture: the JSON of `dissect --format json`, one object a line, one line a frame."""

import json
import re
import subprocess
import sys
from decimal import Decimal, InvalidOperation


def dissect(binary, capture):
    result = subprocess.run([binary, "dissect", str(capture), "--format", "json"], capture_output=True, text=True)
    if result.returncode != 0:
        sys.exit(f"{binary} dissect {capture}: exit {result.returncode}: {result.stderr}")
    return parse(result.stdout)


def parse(text):
    return [json.loads(line) for line in text.splitlines() if line]


def fields(layer):
    """Every field of a layer, sub-fields after their group."""

    def visit(siblings):
        for field in siblings:
            yield field
            yield from visit(field["fields"])

    return visit(layer["fields"])


def number(value):
    """The number that a value of ours or of tshark's stands for, or none."""
    if isinstance(value, (bool, int, float)):
        return Decimal(str(value + 0))
    if re.fullmatch(r"0x[0-9a-fA-F]+", value):
        return Decimal(int(value, 16))
    try:
        return Decimal(value) if re.fullmatch(r"-?[0-9]+(\.[0-9]+)?", value) else None
    except InvalidOperation:
        return None


def same(ours, shown):
    """Whether our JSON value is what tshark shows: numbers by value (0x0800 is 2048, a flag is 1 or 0), bytes with or
    without colons, all else as text. A group without a value of its own is an empty text."""
    if ours is None:
        return shown == ""
    if number(ours) is not None and number(shown) is not None:
        return number(ours) == number(shown)
    ours = str(ours)
    if re.fullmatch(r"[0-9a-f]{2}(:[0-9a-f]{2})*", shown) or re.fullmatch(r"[0-9a-f]{2}(:[0-9a-f]{2})*", ours):
        return ours.replace(":", "") == shown.replace(":", "")
    return ours == shown
