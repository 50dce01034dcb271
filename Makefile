# hjemmel: one Makefile, nothing recursive, everything built into $(BUILD).
#
#   make demo     set up, build, make every sample document into out/
#   make cases    every service and every way through the casework as letters, into out/laget/
#   make test     set up, build, run all tests; ends with "N passed, N failed, N skipped"
#   make check    test + sanitizers, lint, static analysis, fuzz corpus, veraPDF
#   make bench    the benchmark (tests/bench/README.md)
#   make install  DESTDIR and prefix are honoured
#   make          the program, build/bin/hjemmel, and what belongs to it
#   make deps     only the set-up that demo and test begin with

BUILD  ?= build
prefix ?= /usr/local
bindir ?= $(prefix)/bin
libdir ?= $(prefix)/lib
VERSION := 0.1.0
SOVERSION := 0

CFLAGS ?= -O2 -g
WARN   := -Wall -Wextra -Wshadow -Wpointer-arith -Wstrict-prototypes -Wmissing-prototypes \
          -Wold-style-definition -Wwrite-strings -Wformat=2 -Wvla -Wundef
WERROR ?= -Werror

PKGS   := libxml-2.0 libxslt lua5.4 freetype2 harfbuzz harfbuzz-subset libdeflate \
          libpng libjpeg libsodium
# cairo is opened when it is needed (engine/paint/libcairo.h): its headers, not its library.
# Asked once, when first needed: `make deps` must work where there is no pkg-config yet.
# -isystem keeps the libraries' headers out of our warnings.
PKG_CFLAGS = $(eval PKG_CFLAGS := $(patsubst -I%,-isystem %,$(shell pkg-config --cflags $(PKGS) cairo)))$(PKG_CFLAGS)
PKG_LIBS   = $(eval PKG_LIBS := $(shell pkg-config --libs $(PKGS)) -lunibreak -lm)$(PKG_LIBS)

REQUIRED = -std=c11 -D_GNU_SOURCE -fPIC -fvisibility=hidden -fno-strict-aliasing -ffp-contract=off \
           -Iengine -I$(BUILD)/gen $(PKG_CFLAGS) \
           -DHJ_VERSION='"$(VERSION)"' \
           -DHJ_DATADIR='"$(prefix)/share/hjemmel"'

STAGES  := base text case facts rules decision transform fo diagram layout paint pdf author
GEN_OBJ := $(BUILD)/obj/gen/srgb.o $(BUILD)/obj/gen/diagram_words.o
LIB_SRC := $(foreach s,$(STAGES),$(filter-out %/po2c.c %/mkicc.c,$(wildcard engine/$(s)/*.c))) $(wildcard engine/*.c)
CLI_SRC := $(wildcard engine/cli/*.c)
LIB_OBJ := $(LIB_SRC:%.c=$(BUILD)/obj/%.o) $(BUILD)/obj/gen/messages_nb.o $(GEN_OBJ)
CLI_OBJ := $(CLI_SRC:%.c=$(BUILD)/obj/%.o)
UNIT    := $(patsubst tests/unit/%.c,$(BUILD)/tests/%,$(wildcard tests/unit/test_*.c))

LIB    := $(BUILD)/lib/libhjemmel.a
SHARED := $(BUILD)/lib/libhjemmel.so.$(VERSION)
BIN    := $(BUILD)/bin/hjemmel
MAN    := $(BUILD)/man/hjemmel.1
COMPLETION := $(BUILD)/completion/hjemmel

V ?= 0
Q = $(if $(filter 0,$(V)),@)
say = @printf '  %-7s %s\n' '$(1)' '$(2)'
# A target that first sets the machine up goes on in a second make, on every core unless told.
again = $(MAKE) --no-print-directory $(if $(findstring j,$(firstword -$(MAKEFLAGS))),,-j$(shell nproc 2>/dev/null || echo 2))

.PHONY: all lib shared man FORCE
all: $(BIN) share
lib: $(LIB)
shared: $(SHARED)
man: $(MAN) $(COMPLETION)
FORCE:
.DELETE_ON_ERROR:

# ---- compiling ----

$(BUILD)/obj/%.o: %.c
	$(if $(filter 0,$(V)),$(call say,CC,$<))
	@mkdir -p $(@D)
	$(Q)$(CC) $(REQUIRED) $(WARN) $(WERROR) $(CFLAGS) $(CPPFLAGS) -MMD -MP -c $< -o $@

# Only this file knows where the data is installed: another prefix compiles it anew.
$(BUILD)/obj/engine/hjemmel.o: $(BUILD)/gen/prefix
$(BUILD)/gen/prefix: FORCE
	@mkdir -p $(@D)
	@echo '$(prefix)' | cmp -s - $@ || echo '$(prefix)' > $@

$(BUILD)/obj/gen/%.o: $(BUILD)/gen/%.c
	@mkdir -p $(@D)
	$(Q)$(CC) $(REQUIRED) $(WARN) $(WERROR) $(CFLAGS) -c $< -o $@

# Messages: po/nb.po -> a sorted table (engine/base/po2c.c); no locale at run time.
$(BUILD)/gen/po2c: engine/base/po2c.c
	@mkdir -p $(@D)
	$(Q)$(CC) -std=c11 -D_GNU_SOURCE $(WARN) $(WERROR) -O1 $< -o $@
$(BUILD)/gen/messages_nb.c: engine/po/nb.po $(BUILD)/gen/po2c
	$(Q)$(BUILD)/gen/po2c hj_messages_nb < $< > $@.part && mv $@.part $@

# What diagrams say, in each language: data, made into a table.
$(BUILD)/gen/diagram_words.c: engine/diagram/words.txt engine/diagram/words2c.awk
	@mkdir -p $(@D)
	$(Q)LC_ALL=C awk -f engine/diagram/words2c.awk $< > $@.part && mv $@.part $@

# The sRGB profile in every archival PDF: lcms2 is needed here and never at run time.
$(BUILD)/gen/mkicc: engine/pdf/mkicc.c
	@mkdir -p $(@D)
	$(Q)$(CC) -std=c11 $(WARN) $(WERROR) -O1 $< $(shell pkg-config --cflags --libs lcms2) -o $@
$(BUILD)/gen/srgb.c: $(BUILD)/gen/mkicc
	$(Q)$(BUILD)/gen/mkicc > $@.part && mv $@.part $@

$(LIB): $(LIB_OBJ)
	$(if $(filter 0,$(V)),$(call say,AR,$@))
	@mkdir -p $(@D)
	$(Q)rm -f $@ && $(AR) crs $@ $(LIB_OBJ)

$(SHARED): $(LIB_OBJ)
	$(if $(filter 0,$(V)),$(call say,LINK,$@))
	@mkdir -p $(@D)
	$(Q)$(CC) -shared -Wl,-soname,libhjemmel.so.$(SOVERSION) -Wl,-z,defs $(CFLAGS) $(LDFLAGS) \
	    $(LIB_OBJ) $(PKG_LIBS) -o $@

$(BIN): $(CLI_OBJ) $(LIB)
	$(if $(filter 0,$(V)),$(call say,LINK,$@))
	@mkdir -p $(@D)
	$(Q)$(CC) $(CFLAGS) $(LDFLAGS) $(CLI_OBJ) $(LIB) $(PKG_LIBS) -o $@

# The program writes its own manual from the table it parses options with.
$(MAN): $(BIN)
	@mkdir -p $(@D)
	$(Q)$(BIN) help --man > $@
$(COMPLETION): $(BIN)
	@mkdir -p $(@D)
	$(Q)$(BIN) help --completion > $@

$(BUILD)/tests/%: tests/unit/%.c $(LIB)
	$(if $(filter 0,$(V)),$(call say,TEST,$@))
	@mkdir -p $(@D)
	$(Q)$(CC) $(REQUIRED) $(WARN) -Wno-missing-prototypes $(WERROR) $(CFLAGS) -Itests/unit -MMD -MP $< $(LIB) $(LDFLAGS) \
	    $(PKG_LIBS) -lcairo -lexslt -lcmocka -o $@

# Targets that take bytes and not a document: tests/fuzz/NAME.c, replayed by tests/fuzz/replay.
$(BUILD)/fuzz/%: tests/fuzz/%.c $(LIB)
	$(if $(filter 0,$(V)),$(call say,FUZZ,$@))
	@mkdir -p $(@D)
	$(Q)$(CC) $(REQUIRED) $(WARN) $(WERROR) $(CFLAGS) $< $(LIB) $(LDFLAGS) $(PKG_LIBS) -o $@

# build/share/hjemmel looks as installed: the program finds ../share/hjemmel beside itself.
.PHONY: share
share:
	@mkdir -p $(BUILD)/share/hjemmel
	@for d in rules templates; do ln -sfn $(CURDIR)/$$d $(BUILD)/share/hjemmel/$$d; done; \
	 ln -sfn $(CURDIR)/engine/case/xsd $(BUILD)/share/hjemmel/schemas; \
	 ln -sfn $(CURDIR)/engine/text/hyphenation $(BUILD)/share/hjemmel/hyphenation; \
	 if [ -x fonts/link ]; then fonts/link $(BUILD)/share/hjemmel/fonts; fi

# ---- set-up and demonstration ----

.PHONY: deps demo demo-documents
deps:
	@.ci/deps build

demo:
	@.ci/deps build
	@$(again) demo-documents

demo-documents: all
	@.ci/demo $(BIN) out

.PHONY: cases
cases: all
	@rm -rf out/laget
	@tests/cases/draw $(BIN) out/laget

# ---- tests: every suite writes TAP into $(TAP), tests/tally adds them up ----

# Another build of the same suites (sanitizers) sets a name before each: asan-unit-base.
SUITE :=
TAP := $(BUILD)/tap
UNIT_SUITES := $(UNIT:$(BUILD)/tests/test_%=$(TAP)/$(SUITE)unit-%.tap)
CLI_SUITES  := $(patsubst tests/cli/%.bats,$(TAP)/$(SUITE)cli-%.tap,$(wildcard tests/cli/*.bats))
RULE_SUITE  := $(TAP)/$(SUITE)rules.tap
ATTACK_SUITE := $(TAP)/$(SUITE)attacks.tap
SUITES := $(UNIT_SUITES) $(CLI_SUITES) $(RULE_SUITE) $(ATTACK_SUITE)
# What the suites read to find the build they test.
export HJ_BUILD := $(abspath $(BUILD))
export HJ_CFLAGS := $(CFLAGS)

.PHONY: test unit suites
unit: $(UNIT) share
	@for t in $(UNIT); do echo "== $$t"; $$t || exit 1; done

test:
	@.ci/deps test
	@rm -rf $(TAP)
	-@$(again) -k suites
	@tests/tally $(SUITES)

suites: $(SUITES)

$(UNIT_SUITES): $(TAP)/$(SUITE)unit-%.tap: $(BUILD)/tests/test_% share FORCE
	@tests/tap $@ $<
$(CLI_SUITES): $(TAP)/$(SUITE)cli-%.tap: tests/cli/%.bats all man shared FORCE
	@tests/tap $@ bats --formatter tap $<
# What the tests of our own packs must be worth (rules/README.md says how one gets there).
RULE_SHARES := --coverage --mutate --outcomes 100 --threshold 95
$(RULE_SUITE): all FORCE
	@tests/tap $@ $(BIN) test $(RULE_SHARES) rules/

# One script in three, and under sanitizers all of them, in more time.
$(ATTACK_SUITE): all FORCE
	@TAP_TIMEOUT=1200 tests/tap $@ tests/sandbox/run $(BIN) $(if $(SUITE),10 1,2 3)

# ---- check: all of test again under sanitizers, and everything that reads the sources ----

SANITIZE := -O1 -g -fsanitize=address,undefined -fno-sanitize-recover=undefined -fno-omit-frame-pointer
CHECK_SUITES := $(addprefix $(TAP)/,$(addsuffix .tap,warnings-gcc warnings-clang lint static fuzz \
    $(patsubst tests/check/%,%,$(wildcard tests/check/*))))
ASAN_SUITES := $(subst $(TAP)/$(SUITE),build-asan/tap/asan-,$(SUITES))

.PHONY: check check-suites asan lint accept
check:
	@.ci/deps check
	@rm -rf $(TAP) build-asan/tap build-warnings-gcc build-warnings-clang
	-@$(again) -k suites
	-@$(again) -k asan
	-@$(again) -k check-suites
	@tests/tally $(SUITES) $(ASAN_SUITES) $(CHECK_SUITES)

asan:
	@ASAN_OPTIONS=exitcode=99:detect_leaks=1:allocator_may_return_null=1 UBSAN_OPTIONS=print_stacktrace=1:exitcode=99 \
	    $(MAKE) --no-print-directory BUILD=build-asan SUITE=asan- CFLAGS='$(SANITIZE)' RULE_SHARES=--coverage suites

check-suites: $(CHECK_SUITES)

# A second build from nothing with every warning an error; its objects are thrown away.
$(TAP)/warnings-%.tap: FORCE
	@tests/tap $@ tests/lint/warnings $* build-warnings-$*
$(TAP)/lint.tap: FORCE
	@tests/tap $@ tests/lint/lint .
$(TAP)/static.tap: FORCE
	@TAP_TIMEOUT=1200 tests/tap $@ tests/lint/static
$(TAP)/fuzz.tap: FORCE
	@$(MAKE) --no-print-directory BUILD=build-asan CFLAGS='$(SANITIZE)' build-asan/fuzz/text share
	@tests/tap $@ tests/fuzz/replay build-asan/bin/hjemmel
# Suites that need the whole program and outside judges (veraPDF, the referee).
$(TAP)/%.tap: tests/check/% all $(BUILD)/tests/test_words FORCE
	@TAP_TIMEOUT=1200 tests/tap $@ $<

# Fuzzing by coverage (clang's libFuzzer), for a while: make fuzz-pictures SECONDS=600. What it finds
# goes into tests/fuzz/corpus, where `make check` replays it.
FUZZ_FLAGS := -O1 -g -fsanitize=fuzzer-no-link,address,undefined -fno-sanitize-recover=undefined
SECONDS ?= 60
.PHONY: fuzz-pictures
fuzz-pictures: share
	@$(MAKE) --no-print-directory BUILD=build-fuzz CC=clang WERROR= CFLAGS='$(FUZZ_FLAGS)' build-fuzz/fuzz-pictures
	@mkdir -p build-fuzz/found
	@rm -rf build-fuzz/mutated && tests/fuzz/mutate build-fuzz/mutated 2000
	build-fuzz/fuzz-pictures -runs=0 -timeout=20 -artifact_prefix=build-fuzz/ build-fuzz/mutated
	build-fuzz/fuzz-pictures -max_total_time=$(SECONDS) -max_len=20000 -timeout=20 -rss_limit_mb=3000 \
	    -artifact_prefix=build-fuzz/ build-fuzz/found tests/fo/bilder tests/fuzz/corpus/png tests/fuzz/corpus/jpg \
	    tests/fuzz/corpus/drawing
.PHONY: fuzz-text
fuzz-text: share
	@$(MAKE) --no-print-directory BUILD=build-fuzz CC=clang WERROR= CFLAGS='$(FUZZ_FLAGS)' build-fuzz/fuzz-text
	@mkdir -p build-fuzz/found-text
	SHARE=$(BUILD)/share/hjemmel build-fuzz/fuzz-text -max_total_time=$(SECONDS) -max_len=300 -timeout=20 \
	    -rss_limit_mb=3000 -artifact_prefix=build-fuzz/ build-fuzz/found-text tests/fuzz/corpus/text
.PHONY: fuzz-fo
fuzz-fo: share
	@$(MAKE) --no-print-directory BUILD=build-fuzz CC=clang WERROR= CFLAGS='$(FUZZ_FLAGS)' build-fuzz/fuzz-fo
	@mkdir -p build-fuzz/found-fo
	build-fuzz/fuzz-fo -max_total_time=$(SECONDS) -max_len=4000 -timeout=20 -rss_limit_mb=3000 \
	    -artifact_prefix=build-fuzz/ build-fuzz/found-fo tests/fuzz/corpus/fo
.PHONY: fuzz-pdf
fuzz-pdf: share
	@$(MAKE) --no-print-directory BUILD=build-fuzz CC=clang WERROR= CFLAGS='$(FUZZ_FLAGS)' build-fuzz/fuzz-pdf
	@mkdir -p build-fuzz/found-pdf
	build-fuzz/fuzz-pdf -max_total_time=$(SECONDS) -max_len=20000 -timeout=20 -rss_limit_mb=3000 \
	    -artifact_prefix=build-fuzz/ build-fuzz/found-pdf tests/fuzz/corpus/pdf
$(BUILD)/fuzz-%: tests/fuzz/%.c $(LIB)
	$(Q)$(CC) $(REQUIRED) $(CFLAGS) -DFUZZER -fsanitize=fuzzer $< $(LIB) $(PKG_LIBS) -o $@

lint:
	@tests/lint/lint .

# ---- benchmark (tests/bench/README.md) ----

BENCH := $(BUILD)/bench
BENCH_FONTS := $(firstword $(wildcard /usr/share/fonts/truetype/liberation2 /usr/share/fonts/truetype/liberation))
$(BENCH)/limit: tests/bench/limit.c
	@mkdir -p $(@D)
	$(Q)$(CC) -std=c11 -D_GNU_SOURCE -O2 $(WARN) -Wno-vla -DBENCH_FONTS='"$(BENCH_FONTS)"' \
	    $(patsubst -I%,-isystem %,$(shell pkg-config --cflags cairo freetype2 harfbuzz)) $< \
	    $(shell pkg-config --libs cairo freetype2 harfbuzz) -o $@
$(BENCH)/ours: tests/bench/ours.c $(LIB)
	@mkdir -p $(@D)
	$(Q)$(CC) -std=c11 -D_GNU_SOURCE -O2 -Iengine $(WARN) $< $(LIB) $(PKG_LIBS) -o $@

$(BENCH)/twice: tests/bench/twice.c $(LIB)
	@mkdir -p $(@D)
	$(Q)$(CC) -std=c11 -D_GNU_SOURCE -O2 -Iengine $(WARN) $< $(LIB) $(PKG_LIBS) -o $@

$(BENCH)/rules: tests/bench/rules.c $(LIB)
	@mkdir -p $(@D)
	$(Q)$(CC) -std=c11 -D_GNU_SOURCE -O2 -Iengine $(PKG_CFLAGS) $(WARN) $< $(LIB) $(PKG_LIBS) -o $@

.PHONY: bench bench-programs
bench-programs: all $(BENCH)/limit $(BENCH)/ours $(BENCH)/twice $(BENCH)/rules
bench:
	@.ci/deps bench
	@$(again) bench-programs
	@tests/bench/peers/fetch $(BENCH)
	@tests/bench/run.py $(BUILD) $(BENCH_FLAGS)

# ---- messages ----

.PHONY: po
po:
	@engine/po/update # nb.po, and engine/CODES.md

# ---- install ----

.PHONY: install uninstall
share = $(DESTDIR)$(prefix)/share
install: all man shared
	install -d $(DESTDIR)$(bindir) $(DESTDIR)$(libdir)/pkgconfig $(DESTDIR)$(prefix)/include \
	    $(share)/hjemmel $(share)/man/man1 $(share)/bash-completion/completions $(share)/doc/hjemmel
	install -m 755 $(BIN) $(DESTDIR)$(bindir)/
	install -m 644 $(LIB) $(DESTDIR)$(libdir)/
	install -m 755 $(SHARED) $(DESTDIR)$(libdir)/
	ln -sf libhjemmel.so.$(VERSION) $(DESTDIR)$(libdir)/libhjemmel.so.$(SOVERSION)
	ln -sf libhjemmel.so.$(SOVERSION) $(DESTDIR)$(libdir)/libhjemmel.so
	install -m 644 engine/hjemmel.h $(DESTDIR)$(prefix)/include/
	sed -e 's|@prefix@|$(prefix)|' -e 's|@libdir@|$(libdir)|' -e 's|@version@|$(VERSION)|' \
	    -e 's|@pkgs@|$(PKGS)|' engine/hjemmel.pc.in > $(DESTDIR)$(libdir)/pkgconfig/hjemmel.pc
	install -m 644 $(MAN) $(share)/man/man1/
	install -m 644 $(COMPLETION) $(share)/bash-completion/completions/hjemmel
	install -m 644 LICENSE README.md CHANGELOG.md $(share)/doc/hjemmel/
	cp -RL $(BUILD)/share/hjemmel/. $(share)/hjemmel/
	chmod -R u+rwX,go+rX,go-w $(share)/hjemmel

uninstall:
	rm -rf $(share)/hjemmel $(share)/doc/hjemmel
	rm -f $(DESTDIR)$(bindir)/hjemmel $(DESTDIR)$(libdir)/libhjemmel.* $(DESTDIR)$(libdir)/pkgconfig/hjemmel.pc \
	    $(DESTDIR)$(prefix)/include/hjemmel.h $(share)/man/man1/hjemmel.1 \
	    $(share)/bash-completion/completions/hjemmel

.PHONY: clean
clean:
	rm -rf $(BUILD) build-* out

-include $(LIB_OBJ:.o=.d) $(CLI_OBJ:.o=.d) $(UNIT:=.d)
