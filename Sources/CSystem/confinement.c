#define _GNU_SOURCE
#include "confinement.h"

#ifdef __linux__

#include <stddef.h>
#include <stdint.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

// linux/landlock.h of the machine that builds may be older than the kernel that runs: these numbers never change.
#define CREATE_RULESET 444
#define RESTRICT_SELF 446
#define ASK_VERSION 1u

struct ruleset {
  uint64_t files, network, scopes;
};

/// The rights on files that each version of Landlock knows, one bit each, and how much of a ruleset it reads.
static const struct {
  int version, rights;
  size_t size;
} known[] = {
    {6, 16, sizeof(struct ruleset)},  // abstract sockets and signals
    {5, 16, offsetof(struct ruleset, scopes)},
    {4, 15, offsetof(struct ruleset, scopes)},  // TCP
    {3, 15, offsetof(struct ruleset, network)},
    {2, 14, offsetof(struct ruleset, network)},
    {1, 13, offsetof(struct ruleset, network)},
};

int confinement_version(void) {
  long version = syscall(CREATE_RULESET, NULL, 0, ASK_VERSION);
  return version < 1 ? 0 : (int)version;
}

int confine_to_open_files(void) {
  int version = confinement_version();
  if (version < 1 || prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0) return 0;
  size_t row = 0;
  while (known[row].version > version) row++;
  // All rights are asked for and none is granted.
  struct ruleset all = {(UINT64_C(1) << known[row].rights) - 1, 3, 3};
  int rules = (int)syscall(CREATE_RULESET, &all, known[row].size, 0);
  if (rules < 0) return 0;
  long result = syscall(RESTRICT_SELF, rules, 0);
  close(rules);
  return result == 0 ? version : 0;
}

#else

int confinement_version(void) { return 0; }

int confine_to_open_files(void) { return 0; }

#endif
