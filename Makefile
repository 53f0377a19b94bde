# make run      build and start the program
# make test     build, unit tests, layout of the code
# make verify   outside referees: tshark, real kernel captures, a real terminal
# make bench    start-up time, key latency, memory of the release build
# make soak     long random runs
# make install  into PREFIX (/usr/local): program, lessons, manual, completions; DESTDIR goes before it
# make pictures draw the pictures of README.md, by the program itself
# make format   lay out the code
# `make run ARGUMENTS="learn tour"` passes arguments; `BUILD_FLAGS="-j 2"` limits the compiler.

BUILD_FLAGS ?=
TEST_FLAGS ?=
ARGUMENTS ?=
PREFIX ?= /usr/local
DESTDIR ?=

# Test names (a regular expression) that are too slow without optimisation; they run in a release build of their own.
OPTIMISED_TESTS ?=

STATIC = $(if $(filter Linux,$(shell uname)),--static-swift-stdlib)

# The checks of `make verify`, each a target below.
CHECKS = check-golden check-dissect check-home check-filters check-terminal check-places check-storms check-install check-schedule

SOURCES = Sources Tests Package.swift
CAPTURES = Tests/NetworkingTests/Captures
GOLDEN = $(wildcard $(CAPTURES)/*.pcap $(CAPTURES)/*.pcapng $(CAPTURES)/by-hand/*.pcap \
  $(CAPTURES)/reported/*.pcap $(CAPTURES)/reported/*.pcapng)
# Those that are read in every field as tshark reads them.
EQUAL = $(filter-out $(foreach kind,pcap pcapng,$(patsubst %.ours.tsv,%.$(kind),$(wildcard $(CAPTURES)/*/*.ours.tsv))),$(GOLDEN))
PROGRAM = .build/debug/packetwalk
# Python packages that referees come in; tools/setup verify fills it.
REFEREES = .build/referees

.PHONY: run test verify bench soak format setup program release install uninstall pictures
.PHONY: check-golden check-dissect check-home check-filters check-terminal check-places check-storms check-install check-schedule

run: setup release
	@.build/release/packetwalk $(ARGUMENTS)

test: setup
	swift build --build-tests $(BUILD_FLAGS)
	swift test --skip-build $(if $(OPTIMISED_TESTS),--skip '$(OPTIMISED_TESTS)') $(TEST_FLAGS)
ifneq ($(OPTIMISED_TESTS),)
	swift test -c release -Xswiftc -enable-testing --scratch-path .build/optimised \
	  --filter '$(OPTIMISED_TESTS)' $(BUILD_FLAGS) $(TEST_FLAGS)
endif
	swift format lint --strict -r $(SOURCES)

verify:
	@tools/setup verify
	@$(MAKE) --no-print-directory $(CHECKS)

# A long transfer on two hosts, for the way to any of its moments.
LONG = two-hosts --script "laptop: browse http://10.0.0.20/scan" --moments 10000

bench: setup release
	.build/release/packetwalk measure $(LONG)
	tools/bench-screen .build/release/packetwalk

soak: setup release
	@tools/setup verify
	tools/soak --binary .build/release/packetwalk
	GUARD_SEEDS=25 WALK_ALL=1 STORM_KEYS=10000 swift test \
	  --filter 'GuardTests|QuestionWalkTests|QuestionStormTests' $(BUILD_FLAGS)

BUILT = .build/release/packetwalk
SHARE = $(DESTDIR)$(PREFIX)/share
BASH_COMPLETION = $(SHARE)/bash-completion/completions/packetwalk
ZSH_COMPLETION = $(SHARE)/zsh/site-functions/_packetwalk
FISH_COMPLETION = $(SHARE)/fish/vendor_completions.d/packetwalk.fish
MANUAL = $(SHARE)/man/man1/packetwalk.1

install: setup release
	install -d $(DESTDIR)$(PREFIX)/bin $(SHARE)/packetwalk
	install -m 755 $(BUILT) $(DESTDIR)$(PREFIX)/bin/packetwalk
	rm -rf $(SHARE)/packetwalk/lessons
	cp -R lessons $(SHARE)/packetwalk/lessons
	install -d $(dir $(MANUAL) $(BASH_COMPLETION) $(ZSH_COMPLETION) $(FISH_COMPLETION))
	$(BUILT) manual >$(MANUAL)
	$(BUILT) --generate-completion-script bash >$(BASH_COMPLETION)
	$(BUILT) --generate-completion-script zsh >$(ZSH_COMPLETION)
	$(BUILT) --generate-completion-script fish >$(FISH_COMPLETION)

uninstall:
	rm -rf $(SHARE)/packetwalk
	rm -f $(DESTDIR)$(PREFIX)/bin/packetwalk $(MANUAL) $(BASH_COMPLETION) $(ZSH_COMPLETION) $(FISH_COMPLETION)

DRAW = $(BUILT) draw --format svg
PICTURES = docs/pictures

# The same screens a learner sees; keys lead to them.
pictures: setup release
	install -d $(PICTURES)
	$(DRAW) --lesson tour --step ask --size 120x40 >$(PICTURES)/walk.svg
	$(DRAW) --lesson tour --step ask --lang ko --keys 'w' >$(PICTURES)/why-ko.svg
	$(DRAW) --network home --keys '2 enter : 4 2 enter 3 3' --size 100x30 >$(PICTURES)/map.svg
	$(DRAW) --lesson tour --step synack --keys '5' --size 120x40 >$(PICTURES)/tcp.svg
	$(DRAW) --network home --keys '2 enter ] ] ] ] ] x v' --size 100x26 >$(PICTURES)/forks.svg

format:
	swift format -i -r $(SOURCES)

setup:
	@tools/setup

program:
	swift build --product packetwalk $(BUILD_FLAGS)

# With Swift's own libraries inside, where the system allows it: the program starts in two thirds of the time, and runs
# where there is no Swift.
release:
	swift build -c release --product packetwalk $(STATIC) $(BUILD_FLAGS)

# The committed field values are what tshark says of the kernel's captures.
check-golden:
	@tools/check-golden $(GOLDEN)

# Our reading of the kernel's captures is tshark's.
check-dissect: program
	@tools/compare-with-tshark --binary $(PROGRAM) $(GOLDEN)
	@tools/compare-columns --binary $(PROGRAM) $(EQUAL)

# Our own captures: tshark finds no fault, they agree with each other, and equal runs give equal files.
check-home: program
	@tools/check-captures --binary $(PROGRAM)

# Every filter that `y` copies finds its frame in tshark.
check-filters: program
	@tools/check-filters --binary $(PROGRAM)

# The terminal is whole again however the program ends.
check-terminal: program
	@tools/check-terminal --binary $(PROGRAM)

# It goes on where it was left, however it ended.
check-places: program
	@tools/check-places --binary $(PROGRAM)

# Random keys, clicks, pastes and resizes on several terminals.
check-storms: program
	@tools/check-storms --binary $(PROGRAM)

# Manual and completions are what their readers accept; an installed program finds its lessons.
check-install: program
	@tools/check-install --binary $(PROGRAM)

# The schedule of the quiz is what its inventors' program computes.
check-schedule: program
	@$(REFEREES)/bin/python tools/check-schedule --binary $(PROGRAM)
