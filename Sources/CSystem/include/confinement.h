#ifndef PACKETWALK_CONFINEMENT_H
#define PACKETWALK_CONFINEMENT_H

/// @return Landlock's version (1 and up), or 0 where the kernel does not offer it.
int confinement_version(void);

/// Gives up, for this thread and for good, what a reader of strangers' files does not need: from here it opens no file,
/// makes and removes none, and gains no rights from a program it starts; from version 4 on it reaches nobody by TCP.
/// Files that are open stay so (Landlock, Linux 5.13 and later).
/// @return Landlock's version, or 0 where the kernel does not offer it: nothing has changed then.
int confine_to_open_files(void);

#endif
