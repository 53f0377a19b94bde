"""The program in a terminal: the one way in which checks start it, feed it, wait until it is quiet, read its screen and end it."""

import os
import re
import resource
import signal
import subprocess
import sys
import termios
import time
from pathlib import Path

from tmux import Terminal

LEFT = re.compile(r"left with (\d+); (.*)\.")
WHOLE = "echo lines signals"


def child(command):
    """Runs in the terminal: the program, then one line on how it left, with the terminal's own settings."""
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    for number in (signal.SIGINT, signal.SIGQUIT, signal.SIGTERM):
        signal.signal(number, lambda *_: None)
    status = subprocess.call(command)
    status = 128 - status if status < 0 else status
    flags = termios.tcgetattr(0)[3]
    on = [name for name, flag in (("echo", termios.ECHO), ("lines", termios.ICANON), ("signals", termios.ISIG)) if flags & flag]
    print(f"\nleft with {status}; {' '.join(on)}.", flush=True)
    while True:
        time.sleep(60)


class Program:
    """The program in a terminal of its own. `environment`: what differs from an empty home in a UTF-8 terminal with colours; with
    `home()` a place outlives one program."""

    def __init__(self, binary, arguments=(), width=80, height=24, environment=None):
        self.name = " ".join(["packetwalk", *arguments])
        self.terminal = Terminal([sys.executable, "-B", __file__, binary, *arguments], width, height, environment)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.terminal.__exit__()

    # Reading

    def screen(self):
        return self.terminal.screen().rstrip()

    def joined(self):
        return self.terminal.joined()

    def shows(self, text, patience=5.0):
        """Whether a text comes in sight, also one that is broken at the edge."""
        return self.terminal.wait(lambda: text in self.joined(), patience)

    def process(self):
        """The program's process id: the innermost child in the window."""
        process = int(self.terminal.ask("pane_pid"))
        while True:
            try:
                children = Path(f"/proc/{process}/task/{process}/children").read_text().split()
            except OSError:
                return process
            if not children:
                return process
            process = int(children[0])

    def settled(self, styles=False, quiet=0.05, patience=20.0):
        """The screen, once there is one, the program waits for a key and nothing changes any more, also on a loaded machine."""
        end = time.monotonic() + patience
        self.terminal.wait(lambda: self.terminal.screen().strip(), patience)
        process = self.process()
        before = (None, None)
        while time.monotonic() < end:
            now = (waits(process), self.terminal.screen(styles=True))
            if now == before and now[0][0]:
                break
            before = now
            time.sleep(quiet)
        return self.terminal.screen(styles=styles)

    # Feeding

    def press(self, keys):
        """Keys by tmux's names, a blank between them: `Right Right w`. The screen after them."""
        for key in keys.split():
            self.terminal.press(key)
            time.sleep(0.02)
        return self.settled()

    def kill(self, number):
        os.kill(self.process(), number)

    # Ending

    @property
    def has_left(self):
        return "left with" in self.joined()

    def left(self, patience=5.0):
        """Exit status (128 + a signal's number), once it has ended; None when it does not."""
        if not self.terminal.wait(lambda: LEFT.search(self.joined()), patience):
            return None
        return int(LEFT.search(self.joined())[1])

    def quit(self):
        """q closes what covers the walk, then the program."""
        for _ in range(3):
            self.terminal.press("q")
            if self.left(1) is not None:
                return

    def damage(self):
        """What is not as it was in the terminal of a program that has left."""
        terminal, found = self.terminal, []
        settings = LEFT.search(self.joined())
        if settings and settings[2] != WHOLE:
            found.append(f"the terminal is left with only: {settings[2]}")
        if terminal.alternate:
            found.append("left in the alternate screen")
        if not terminal.cursor:
            found.append("left without cursor")
        if terminal.mouse:
            found.append("left with the mouse on")
        if terminal.asks_cursor_keys:
            found.append("left with the cursor keys of programs")
        terminal.paste("pasted")
        if not self.shows("pasted"):
            found.append("what is pasted does not show")
        if "200~" in self.joined():
            found.append("left with pastes marked")
        return found


def waits(process):
    """Whether it sleeps, and the time it has used."""
    try:
        fields = Path(f"/proc/{process}/stat").read_text().rsplit(")", 1)[1].split()
    except OSError:
        return True, 0
    return fields[0] in "SZ", int(fields[11]) + int(fields[12])


if __name__ == "__main__":
    child(sys.argv[1:])
