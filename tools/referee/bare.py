"""A terminal that is nothing but a pipe: shows every byte a program writes and when it came, and answers only what it is told to."""

import fcntl
import os
import pty
import re
import select
import signal
import struct
import termios
import time

from runs import variables

PATIENCE = 5.0  # seconds until something expected is missing
QUIET = 0.3  # seconds without a byte after which a screen is complete
PLACE = b"\x1b[6n"  # asks where the cursor is
ESCAPES = re.compile(rb"\x1b(?:\[[0-9;:?<=>]*[A-Za-z]|[()][0-9A-Z]|[=>78M])")


class BareTerminal:
    """One program with exactly the environment that is given. `answers`: as terminals do when they are asked for the place of
    the cursor behind a line of one column: it is in the second."""

    def __init__(self, command, width=80, height=24, environment=None, answers=False):
        self.answers = answers
        everything = variables(environment)
        go_read, go_write = os.pipe()
        self.process, self.descriptor = pty.fork()
        if self.process == 0:
            os.read(go_read, 1)  # until the size is set
            os.execve(command[0], command, everything)
        os.close(go_read)
        fcntl.ioctl(self.descriptor, termios.TIOCSWINSZ, struct.pack("4H", height, width, 0, 0))
        time.sleep(0.02)
        self.started = time.perf_counter()
        os.write(go_write, b"!")
        os.close(go_write)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        try:
            os.kill(self.process, signal.SIGKILL)
        except ProcessLookupError:
            pass
        os.waitpid(self.process, 0)
        os.close(self.descriptor)

    def type(self, text, gap=0.0):
        """As if typed; with a gap, byte by byte."""
        data = text if isinstance(text, bytes) else text.encode()
        for piece in [data] if gap == 0 else [bytes([byte]) for byte in data]:
            os.write(self.descriptor, piece)
            time.sleep(gap)

    def burst(self, quiet=QUIET, patience=PATIENCE, until=None):
        """What is written until it is quiet, and when its last byte came (None: nothing was). `patience`: until the first
        byte, or until that text was among the letters."""
        written, last = b"", None
        end = time.perf_counter() + patience
        latest = end + PATIENCE
        while (now := time.perf_counter()) < latest:
            complete = written and (until is None or until in ESCAPES.sub(b"", written))
            if not select.select([self.descriptor], [], [], quiet if complete else max(0, end - now))[0]:
                break
            try:
                received = os.read(self.descriptor, 1 << 16)
            except OSError:  # the program has ended
                break
            if not received:
                break
            written, last = written + received, time.perf_counter()
            if self.answers and PLACE in received:
                self.type(b"\x1b[1;2R")
        return written, last

    def written(self, until=None):
        """The same as text; nothing when it stays quiet."""
        found, _ = self.burst(patience=PATIENCE if until else QUIET, until=until and until.encode())
        return found.decode(errors="replace")
