"""Random keys, clicks, pastes and resizes on a program in a terminal, and what must hold behind them."""

import random
import re
import time

KEYS = (
    "Up Down Left Right Enter Escape Tab BTab Space BSpace Home End PPage NPage DC S-Left S-Right . , ] [ < > / : ? - + ! "
    "0 1 2 3 4 5 6 7 9 w t h j k l g G b B x e d f z n p N y c v u m W ㅈ 자 ㅘ é 漢 C-l C-u F5"
).split()
SIZES = [(80, 24), (80, 22), (80, 23), (120, 40), (200, 60), (40, 10), (100, 30), (81, 33), (250, 50)]


def differences(before, after):
    """The lines that differ, as plain text."""
    a, b = (re.sub("\x1b\\[[0-9;:]*m", "", text).rstrip().split("\n") for text in (before, after))
    a, b = (lines + [""] * (max(len(a), len(b)) - len(lines)) for lines in (a, b))
    told = [f"  {number + 1:3} drawn: {x}\n      anew:  {y}" for number, (x, y) in enumerate(zip(a, b)) if x != y]
    return "\n".join(told[:8]) or "  only in colours or attributes"


def storm(program, seed, keys, report, resizes=True, mouse=True, batch=20):
    """Presses seeded random keys. After each batch the screen must be what a complete redraw makes of it: nothing left
    behind, nothing missing. - Returns: how many screens were compared."""
    chance = random.Random(seed)
    terminal, compared = program.terminal, 0
    width, height = 80, 24
    for start in range(0, keys, batch):
        pressed = [chance.choice(KEYS) for _ in range(min(batch, keys - start))]
        terminal.press(*pressed)
        if mouse and chance.random() < 0.5:
            terminal.click(chance.randint(1, width + 5), chance.randint(1, height - 1), chance.choice([0, 0, 64, 65]))
        if resizes and chance.random() < 0.3:
            # A storm: several sizes before the program can answer one.
            for _ in range(chance.randint(1, 6)):
                width, height = chance.choice(SIZES)
                terminal.resize(width, height)
            # tmux tells the program of the last of several sizes only a quarter of a second later.
            time.sleep(0.4)
        # The first Ctrl-L takes a passing notice away, the second draws all anew.
        terminal.press("C-l")
        drawn = program.settled(styles=True)
        terminal.press("C-l")
        anew = program.settled(styles=True)
        compared += 1
        if program.has_left:
            report(f"ended behind {start + len(pressed)} keys of seed {seed}, the last: {' '.join(pressed)}\n{terminal.joined().rstrip()}")
            return compared
        if drawn != anew:
            report(f"a complete redraw changes the screen behind {start + len(pressed)} keys of seed {seed}, the last: "
                   f"{' '.join(pressed)} at {width}x{height}:\n{differences(drawn, anew)}")
    return compared
