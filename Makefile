# naskah: build, try, test, install. `make` alone lists the targets.

SWIFT ?= swift
PREFIX ?= /usr/local
DESTDIR ?=
BUILD_FLAGS ?=
FUZZ_SECONDS ?= 600
# How many comments `make bench` measures the review log with.
SCALE ?= 100000

# A generic type is made where it is first used, not looked up by its name among all that conforms
# to anything: without this a fifth of a short command.
# And what modules call of each other is made part of the caller.
FAST = -Xswiftc -Xfrontend -Xswiftc -disable-concrete-type-metadata-mangled-name-accessors \
  -Xswiftc -cross-module-optimization

# What the program mostly does, counted on the sample drafts by `make profile`: by it the compiler
# knows the paths that matter, and reading and comparing take a tenth fewer steps. The counts are
# read by the compiler that wrote them; with another version, or PROFILE= , the build does without.
PROFILE = Benchmarks/Profile/naskah.profdata
COMPILER = 6.3
LLVM = -Xswiftc -Xfrontend -Xswiftc
# Code is made anew though only the counts are new; no path of the machine that counted is part of a
# name; of code that changed since they say nothing.
NAMES = -Xswiftc -Xllvm -Xswiftc -static-func-full-module-prefix=false \
  -Xswiftc -Xllvm -Xswiftc -no-pgo-warn-mismatch
COUNTED = $(if $(and $(wildcard $(PROFILE)),$(findstring Swift version $(COMPILER),$(shell $(SWIFT) --version 2>&1))),\
  $(LLVM) -ir-profile-use=$(CURDIR)/$(PROFILE) $(LLVM) -disable-incremental-llvm-codegen $(NAMES))

RELEASE = .build/release/naskah
# On Linux the Swift runtime goes into the binary, so that it runs where Swift is not installed.
# Bound at a fixed address, with no names for others to find, it needs none of the 100,000
# corrections and table look-ups that were a third of a start: as the Go toolchain does by default.
# Heap, stack and the C library stay at random addresses.
STATIC := $(shell test "$$(uname -s)" = Linux && \
  echo --static-swift-stdlib --disable-local-rpath -Xlinker -no-pie -Xlinker --no-export-dynamic \
  -Xswiftc -Xclang-linker -Xswiftc -static-libgcc)
# And the libraries, where .ci/archives knows them; elsewhere this folder is not there.
ARCHIVES = $(CURDIR)/.build/archives

BIN = $(DESTDIR)$(PREFIX)/bin
BASH_COMPLETIONS = $(DESTDIR)$(PREFIX)/share/bash-completion/completions
ZSH_COMPLETIONS = $(DESTDIR)$(PREFIX)/share/zsh/site-functions
FISH_COMPLETIONS = $(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d
MANUAL = $(DESTDIR)$(PREFIX)/share/man/man1
MANUAL_ID = $(DESTDIR)$(PREFIX)/share/man/id/man1

.PHONY: help demo build profile test lint install uninstall bench soak fuzz clean packages test-packages

help:
	@echo 'make demo     build, then show the program at work in a new workbench'
	@echo 'make build    build the release binary: $(RELEASE)'
	@echo 'make profile  count anew what the program mostly does: $(PROFILE)'
	@echo 'make install  build and install: PREFIX=$(PREFIX), DESTDIR for packaging'
	@echo 'make test     lint, build with warnings as errors, run every test'
	@echo 'make lint     check the layout of the sources'
	@echo 'make bench    measure: parsing, references, comparing, checking, placing, start-up,'
	@echo '              the review log with SCALE=$(SCALE) comments'
	@echo 'make soak     the program killed 1,000 times, and the tests with the property tests run long'
	@echo 'make fuzz     look for texts that break a promise: FUZZ_SECONDS=$(FUZZ_SECONDS) for each target'
	@echo 'make clean    remove what was built'

packages:
	@sh .ci/packages build

test-packages:
	@sh .ci/packages test

build: packages
	@sh .ci/archives "$(ARCHIVES)"
	@if [ "$(PROFILE)" -nt $(RELEASE) ]; then rm -rf .build/*/release; fi
	PKG_CONFIG_PATH="$(ARCHIVES):$$PKG_CONFIG_PATH" $(SWIFT) build -c release --product naskah $(STATIC) $(FAST) $(COUNTED) $(BUILD_FLAGS)

profile: packages
	@sh .ci/archives "$(ARCHIVES)"
	PKG_CONFIG_PATH="$(ARCHIVES):$$PKG_CONFIG_PATH" SWIFT=$(SWIFT) sh Benchmarks/Profile/run.sh \
	  $(CURDIR)/$(PROFILE) $(STATIC) $(FAST) $(NAMES) $(BUILD_FLAGS)

demo: build
	@sh docs/demo.sh $(RELEASE)

lint:
	@sh .ci/packages swift
	$(SWIFT) format lint --strict --recursive Package.swift Sources Tests Benchmarks/Package.swift Benchmarks/Texts \
	  Benchmarks/Fuzz/Package.swift Benchmarks/Fuzz/Sources

test: test-packages lint
	$(SWIFT) build --build-tests $(BUILD_FLAGS)
	$(SWIFT) test --skip-build $(BUILD_FLAGS)

# NASKAH_SOAK=1 tries every property 20 times as often (Tests/Support/Rounds.swift), optimised, since
# 100,000 pairs of texts take minutes so and hours otherwise.
soak: test-packages build
	sh Benchmarks/crash.sh $(RELEASE) 1000
	NASKAH_SOAK=1 $(SWIFT) test -c release -Xswiftc -enable-testing $(BUILD_FLAGS)

# libFuzzer and AddressSanitizer; FUZZ_TARGETS=FuzzParser runs one alone.
fuzz: packages
	FUZZ_SECONDS=$(FUZZ_SECONDS) SWIFT=$(SWIFT) sh Benchmarks/Fuzz/run.sh $(FUZZ_TARGETS)

bench: packages build
	cd Benchmarks && $(SWIFT) package benchmark
	sh Benchmarks/startup.sh $(RELEASE)
	sh Benchmarks/diff.sh $(RELEASE)
	sh Benchmarks/texts.sh $(RELEASE)
	sh Benchmarks/anchors.sh $(RELEASE)
	sh Benchmarks/scale.sh $(RELEASE) $(SCALE)

install: build
	install -d '$(BIN)' '$(BASH_COMPLETIONS)' '$(ZSH_COMPLETIONS)' '$(FISH_COMPLETIONS)' \
	  '$(MANUAL)' '$(MANUAL_ID)'
	install -m 755 $(RELEASE) '$(BIN)/naskah'
	-strip '$(BIN)/naskah'
	$(RELEASE) --lang id --generate-completion-script bash > '$(BASH_COMPLETIONS)/naskah'
	$(RELEASE) --lang id --generate-completion-script zsh > '$(ZSH_COMPLETIONS)/_naskah'
	$(RELEASE) --lang id --generate-completion-script fish > '$(FISH_COMPLETIONS)/naskah.fish'
	$(RELEASE) --lang en manual > '$(MANUAL)/naskah.1'
	$(RELEASE) --lang id manual > '$(MANUAL_ID)/naskah.1'

uninstall:
	rm -f '$(BIN)/naskah' '$(BASH_COMPLETIONS)/naskah' '$(ZSH_COMPLETIONS)/_naskah' \
	  '$(FISH_COMPLETIONS)/naskah.fish' '$(MANUAL)/naskah.1' '$(MANUAL_ID)/naskah.1'

clean:
	rm -rf .build Benchmarks/.build Benchmarks/Fuzz/.build
