# SPDX-License-Identifier: GPL-3.0-or-later
# make help lists the targets. Variants: make CC=clang, make VARIANT=debug|asan|tsan.
CC      := gcc
VARIANT ?= release
BUILD   ?= build/$(CC)-$(VARIANT)
PREFIX  ?= /usr/local
VERSION := 0.1.0

# The layers, lowest first: a folder may include itself and what stands before it. core knows nothing.
LAYERS := sim/core sim/random sim/stats sim/engine sim/scenario models/theory models sim/experiment \
          sim/planner plots sim/cli

# Counts are int and sizes size_t: -Wsign-conversion would ask for a cast at each index. Tables leave out what is 0.
WARN     := -Wall -Wextra -Wconversion -Wshadow -Wstrict-prototypes -Wno-sign-conversion \
            -Wno-missing-field-initializers -Werror
HARDEN   := -fstack-protector-strong -fPIE
CPPFLAGS += -D_GNU_SOURCE -DSAMOVAR_VERSION='"$(VERSION)"' -Isim -I.
FLAGS.release := -O3 -g -D_FORTIFY_SOURCE=2 -DNDEBUG
FLAGS.debug   := -O1 -g
FLAGS.asan    := -O1 -g -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer
FLAGS.tsan    := -O1 -g -fsanitize=thread
FLAGS.fuzz    := $(FLAGS.asan) -fsanitize=fuzzer-no-link
CFLAGS  := -std=c17 $(WARN) $(HARDEN) -fopenmp -ffp-contract=off -fno-math-errno $(FLAGS.$(VARIANT))
LDFLAGS := -pie -Wl,-z,relro,-z,now -fopenmp $(filter -fsanitize%,$(FLAGS.$(VARIANT)))
LDLIBS  := -lyaml -ljansson -lglpk -lgsl -lgslcblas -lunistring -lm

libof    = $(BUILD)/$(subst /,-,$(1)).a
sources  = $(sort $(wildcard $(1)/*.c))
objects  = $(patsubst %.c,$(BUILD)/%.o,$(1))
reverse  = $(if $(1),$(call reverse,$(wordlist 2,$(words $(1)),$(1))) $(firstword $(1)))
# a test of folder X links X and the layers below it: the linker checks the layers as well
below    = $(if $(filter $(1),$(firstword $(2))),$(1),$(firstword $(2)) $(call below,$(1),$(wordlist 2,$(words $(2)),$(2))))

MAIN      := sim/cli/main.c
LIBS      := $(foreach l,$(LAYERS),$(call libof,$(l)))
TESTS     := $(sort $(wildcard tests/*/test_*.c))
TESTBINS  := $(patsubst %.c,$(BUILD)/%,$(TESTS))
CATALOGUE := $(BUILD)/locale/zh/LC_MESSAGES/samovar.mo

.PHONY: all demo test check check-deps fuzz fuzzers bench scaling layers deps install uninstall clean help
all: deps $(BUILD)/samovar $(CATALOGUE)

help:
	@echo "samovar $(VERSION): simulator and capacity planner for hot-drink stations"
	@echo
	@echo "  make            build build/$(CC)-$(VARIANT)/samovar (VARIANT=release|debug|asan|tsan, CC=gcc|clang)"
	@echo "  make demo       simulate the riverside estate; table, charts and report under out/"
	@echo "  make test       build and run every test; ends with 'N passed, N failed'"
	@echo "  make check      test, layers, both compilers, sanitizers, thread invariance, faults, lint, browser, fuzz for a bounded time"
	@echo "  make fuzz       look for inputs that break the readers, FUZZ_SECONDS=$(FUZZ_SECONDS) long"
	@echo "  make bench      speed as ratios, measured side by side; JSON in out/bench.json"
	@echo "  make scaling    how speed and memory grow with threads, residents, stations, days; chart in out/scaling"
	@echo "  make browser    open reports in headless Chromium: nothing fetched, no row cut on paper, valid HTML"
	@echo "  make layers     no folder includes one above it"
	@echo "  make deps       install what is missing (Debian, as root), or name it"
	@echo "  make install    PREFIX=$(PREFIX) DESTDIR="
	@echo "  make uninstall  the same PREFIX and DESTDIR"
	@echo "  make clean      remove build/"
	@echo "  make help       this"

# --- parts: Debian packages, each with the file that shows it's there -------------------------------
PARTS := gnuplot-nox:/usr/bin/gnuplot libgsl-dev:/usr/include/gsl/gsl_math.h \
         libcmocka-dev:/usr/include/cmocka.h libyaml-dev:/usr/include/yaml.h \
         libjansson-dev:/usr/include/jansson.h libglpk-dev:/usr/include/glpk.h \
         librandom123-dev:/usr/include/Random123/philox.h libunistring-dev:/usr/include/unistr.h \
         gettext:/usr/bin/msgfmt fonts-noto-cjk:/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc \
         python3-jsonschema:/usr/lib/python3/dist-packages/jsonschema/__init__.py
PARTS.clang := clang:/usr/bin/clang libomp-14-dev:/usr/lib/llvm-14/lib/libomp.so \
         libclang-rt-14-dev:/usr/lib/llvm-14/lib/clang/14.0.6/lib/linux/libclang_rt.asan-x86_64.a
PARTS.check := $(PARTS.clang) valgrind:/usr/bin/valgrind cppcheck:/usr/bin/cppcheck clang-tidy:/usr/bin/clang-tidy
# to look at reports as a reader does; for make check alone
PARTS.browser := chromium:/usr/bin/chromium nodejs:/usr/bin/node npm:/usr/bin/npm tidy:/usr/bin/tidy \
         poppler-utils:/usr/bin/pdftotext pandoc:/usr/bin/pandoc unzip:/usr/bin/unzip
missing = $(foreach p,$(1),$(if $(wildcard $(lastword $(subst :, ,$(p)))),,$(firstword $(subst :, ,$(p)))))
MISSING := $(sort $(call missing,$(PARTS) $(if $(filter clang,$(CC)),$(PARTS.clang)) \
         $(if $(filter check check-deps fuzz,$(MAKECMDGOALS)),$(PARTS.check)) \
         $(if $(filter check check-deps browser,$(MAKECMDGOALS)),$(PARTS.browser))))

deps:
ifneq ($(strip $(MISSING)),)
	@if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
	  echo "installing: $(MISSING)"; \
	  apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $(MISSING) >/dev/null; \
	else echo "missing: as root, run: apt-get install $(MISSING)"; exit 1; fi
endif

# --- building ---------------------------------------------------------------------------------------
$(BUILD)/%.o: %.c | deps
	@mkdir -p $(@D)
	@echo "  $(CC) $<"
	@$(CC) $(CPPFLAGS) $(CFLAGS) -MMD -MP -c $< -o $@

define layer_rule
$(call libof,$(1)): $(call objects,$(filter-out $(MAIN),$(call sources,$(1)))) $(if $(filter sim/cli,$(1)),$(BUILD)/starter.o $(BUILD)/verification.o)
	@mkdir -p $$(@D)
	@rm -f $$@
	@ar crs $$@ $$^
endef
$(foreach l,$(LAYERS),$(eval $(call layer_rule,$(l))))

# what `samovar new` writes, as C strings
$(BUILD)/starter.c: scenarios/new.en.yaml scenarios/new.zh.yaml
	@mkdir -p $(@D)
	@{ echo '#include "cli/starter.h"'; for l in en zh; do echo "const char starter_$$l[] ="; \
	   sed 's/[\\"]/\\&/g; s/^/    "/; s/$$/\\n"/' scenarios/new.$$l.yaml; echo '    ;'; done; } > $@
$(BUILD)/starter.o: $(BUILD)/starter.c
	@$(CC) $(CPPFLAGS) $(CFLAGS) -c $< -o $@

# the scenarios that `samovar verify` simulates, wherever the program lies
VERIFICATION := $(sort $(wildcard scenarios/verification/*.yaml))
$(BUILD)/verification.c: $(VERIFICATION)
	@mkdir -p $(@D)
	@{ echo '#include "cli/verification.h"'; echo 'const struct verification verifications[] = {'; for f in $^; do \
	   echo "    {\"$${f##*/}\","; sed 's/[\\"]/\\&/g; s/^/     "/; s/$$/\\n"/' $$f; echo '    },'; done; \
	   echo '};'; echo 'const int n_verifications = $(words $(VERIFICATION));'; } > $@
$(BUILD)/verification.o: $(BUILD)/verification.c sim/cli/verification.h
	@$(CC) $(CPPFLAGS) $(CFLAGS) -c $< -o $@

$(BUILD)/samovar: $(call objects,$(MAIN)) $(LIBS)
	@echo "  link $@"
	@$(CC) $(LDFLAGS) $< $(call reverse,$(LIBS)) $(LDLIBS) -o $@

$(CATALOGUE): $(sort $(wildcard po/*.zh.po)) | deps
	@mkdir -p $(@D)
	@msgcat --use-first $^ | msgfmt --check -o $@ -

SUPPORT := $(call objects,$(call sources,tests/support))
# tests/random/test_x.c -> the layer whose last folder is "random"; other folders (cli, fuzz, ...) link all
layer_of = $(or $(filter %/$(1),$(LAYERS)),$(filter $(1),$(LAYERS)),sim/cli)
define test_rule
$(BUILD)/$(1): $(BUILD)/$(1).o $(SUPPORT) $(foreach l,$(call below,$(call layer_of,$(notdir $(patsubst %/,%,$(dir $(1))))),$(LAYERS)),$(call libof,$(l)))
	@mkdir -p $$(@D)
	@$(CC) $(LDFLAGS) $$(filter %.o,$$^) $(foreach l,$(call reverse,$(call below,$(call layer_of,$(notdir $(patsubst %/,%,$(dir $(1))))),$(LAYERS))),$(call libof,$(l))) -lcmocka $(LDLIBS) -o $$@
endef
$(foreach t,$(patsubst %.c,%,$(TESTS)),$(eval $(call test_rule,$(t))))

# what a fuzzer once found, without a fuzzer; broken promises abort, in a release build too
HARNESSES := $(patsubst tests/fuzz/fuzz_%.c,%,$(sort $(wildcard tests/fuzz/fuzz_*.c)))
REPLAYS   := $(HARNESSES:%=$(BUILD)/tests/fuzz/replay_%)
$(BUILD)/tests/fuzz/%.o: CFLAGS += -UNDEBUG
$(REPLAYS): $(BUILD)/tests/fuzz/replay_%: $(BUILD)/tests/fuzz/fuzz_%.o $(BUILD)/tests/fuzz/replay.o $(LIBS)
	@$(CC) $(LDFLAGS) $(filter %.o,$^) $(call reverse,$(LIBS)) $(LDLIBS) -o $@

# preloaded into the program by tests/faults
$(BUILD)/tests/faults/shim.so: tests/faults/shim.c
	@mkdir -p $(@D)
	@$(CC) -std=c17 -D_GNU_SOURCE $(WARN) -O1 -g -fPIC -shared $< -o $@ -ldl
$(filter $(BUILD)/tests/faults/%,$(TESTBINS)): | $(BUILD)/tests/faults/shim.so

-include $(shell find $(BUILD) -name '*.d' 2>/dev/null)

# --- running ----------------------------------------------------------------------------------------
test: deps $(BUILD)/samovar $(CATALOGUE) $(TESTBINS) $(REPLAYS)
	@SAMOVAR=$(BUILD)/samovar REPLAYS=$(BUILD)/tests/fuzz tests/run tests/core/catalogue tests/fuzz/replays $(TESTBINS)

layers:
	@tests/layers $(LAYERS)

clean:
	rm -rf build

OUT := out/riverside
demo: all
	$(BUILD)/samovar check scenarios/riverside.yaml
	$(BUILD)/samovar run scenarios/riverside.yaml --out $(OUT) --force
	@echo "charts:"; ls $(OUT)/charts/*.png | sed 's/^/  /'
	@echo "figures: $(OUT)/summary.csv $(OUT)/days.csv $(OUT)/series.csv"
	@echo "report:  $(OUT)/report.html"

bench: deps $(BUILD)/tests/bench/bench
	@mkdir -p out
	$(BUILD)/tests/bench/bench out/bench.json

BENCHSRC := $(sort $(wildcard tests/bench/*.c))
$(BUILD)/tests/bench/bench: $(call objects,$(BENCHSRC)) $(LIBS)
	@echo "  link $@"
	@$(CC) $(LDFLAGS) $(call objects,$(BENCHSRC)) $(call reverse,$(LIBS)) $(LDLIBS) -o $@

# how speed and memory grow; some minutes
scaling: deps $(BUILD)/tests/scaling/scaling
	$(BUILD)/tests/scaling/scaling

$(BUILD)/tests/scaling/scaling: $(call objects,tests/scaling/scaling.c) $(LIBS)
	@echo "  link $@"
	@$(CC) $(LDFLAGS) $< $(call reverse,$(LIBS)) $(LDLIBS) -o $@

# both compilers, sanitizers, layers, thread invariance, planted faults, lint, a bounded fuzz and a browser, one after another
check: test layers
	@tests/check

# what all of that needs, installed first
check-deps: deps

FUZZ_SECONDS ?= 600
FUZZERS := $(patsubst %.c,$(BUILD)/%,$(sort $(wildcard tests/fuzz/fuzz_*.c)))
fuzzers: deps $(BUILD)/samovar $(FUZZERS)
$(FUZZERS): %: %.o $(LIBS)
	@echo "  link $@"
	@$(CC) $(LDFLAGS) -fsanitize=fuzzer $< $(call reverse,$(LIBS)) $(LDLIBS) -o $@

# reports in headless Chromium: nothing fetched, nothing cut, nothing but text; a step of make check
.PHONY: browser
browser: all
	@SAMOVAR=$(BUILD)/samovar tests/browser/run

fuzz: deps
	@$(MAKE) --no-print-directory CC=clang VARIANT=fuzz BUILD=build/clang-fuzz fuzzers
	@SAMOVAR=build/clang-fuzz/samovar tests/fuzz/run build/clang-fuzz $(FUZZ_SECONDS)

install: all
	install -D -m 755 $(BUILD)/samovar $(DESTDIR)$(PREFIX)/bin/samovar
	install -D -m 644 $(CATALOGUE) $(DESTDIR)$(PREFIX)/share/locale/zh/LC_MESSAGES/samovar.mo
	install -d $(DESTDIR)$(PREFIX)/share/samovar/scenarios
	install -m 644 scenarios/*.yaml $(DESTDIR)$(PREFIX)/share/samovar/scenarios

uninstall:
	rm -f $(DESTDIR)$(PREFIX)/bin/samovar $(DESTDIR)$(PREFIX)/share/locale/zh/LC_MESSAGES/samovar.mo
	rm -rf $(DESTDIR)$(PREFIX)/share/samovar
