#ifndef PACKETWALK_NCURSES_SHIM_H
#define PACKETWALK_NCURSES_SHIM_H

#define NCURSES_WIDECHAR 1
#if __has_include(<ncursesw/curses.h>)
#include <ncursesw/curses.h>
#else
#include <curses.h>
#endif

// What Swift cannot see of ncurses: macros, and variables that Swift 6 takes for shared mutable state.

/// Attributes of a cell, instead of the A_ macros.
enum {
  CURSES_BOLD = 1,
  CURSES_DIM = 2,
  CURSES_UNDERLINE = 4,
  CURSES_REVERSE = 8,
};

/// Chooses the character set from LC_ALL, LC_CTYPE and LANG; where that locale is not installed but asks for UTF-8,
/// the C locale's UTF-8.
/// @return whether the terminal takes UTF-8.
int curses_choose_locale(void);

/// Reads the description of $TERM without touching the screen.
/// @return 0, -1 when there is none, -2 when it cannot place the cursor.
int curses_find_terminal(void);

/// newterm on standard output and input. Never ends the process. @return whether it worked.
int curses_open(void);
void curses_close(void);

WINDOW *curses_screen(void);

/// doupdate, without writing where the system has files in memory.
/// @param length bytes to write to the terminal instead.
/// @return those, until the next call; NULL when there are none.
const char *curses_update(size_t *length);

/// How many colours the terminal has by its description; negative for none.
int curses_colors(void);
/// A string of the terminal's description without its padding; NULL when it has none.
const char *curses_capability(const char *name);
/// The string that places the cursor.
const char *curses_move_to(int row, int column);

/// Puts one character and its marks at a place.
/// @param columns its width by our table; where the C library counts otherwise, `?` is drawn in its place.
void curses_put(int row, int column, const unsigned *scalars, int count, int columns, int attributes, int pair);

#endif
