#ifndef PACKETWALK_NCURSES_SHIM_H
#define PACKETWALK_NCURSES_SHIM_H
#define NCURSES_WIDECHAR 1
#include <ncursesw/curses.h>
#endif
