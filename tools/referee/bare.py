"""A terminal that is nothing but a pipe: shows every byte a program writes, and answers only what it is told to."""

import fcntl
import os
import pty
import select
import signal
import struct
import termios
import time

from homes import home

PATIENCE = 5.0  # seconds until something expected is missing
QUIET = 0.3  # seconds without a byte after which a screen is complete


class BareTerminal:
    """One program with exactly the environment that is given."""

    def __init__(self, command, width=80, height=24, environment=None):
        variables = {"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8", "TERM": "xterm-256color",
                     **home(), **(environment or {})}
        self.process, self.descriptor = pty.fork()
        if self.process == 0:
            time.sleep(0.05)  # until the size is set
            os.execve(command[0], command, variables)
        fcntl.ioctl(self.descriptor, termios.TIOCSWINSZ, struct.pack("HHHH", height, width, 0, 0))

    def __enter__(self):
        return self

    def __exit__(self, *_):
        try:
            os.kill(self.process, signal.SIGKILL)
        except ProcessLookupError:
            pass
        os.waitpid(self.process, 0)
        os.close(self.descriptor)

    def answer(self, text, gap=0.0):
        """As if typed; with a gap, byte by byte."""
        for byte in text.encode():
            os.write(self.descriptor, bytes([byte]))
            time.sleep(gap)

    def written(self, until=None):
        """What comes until the program is quiet; with `until`, not before that text was among it."""
        found = b""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            ready, _, _ = select.select([self.descriptor], [], [], QUIET)
            if ready:
                try:
                    found += os.read(self.descriptor, 65536)
                except OSError:
                    break
            elif until is None or until.encode() in found:
                break
        return found.decode(errors="replace")
