# hjemmel: one Makefile, nothing recursive, everything built into $(BUILD).
#
#   make demo     set up, build, make every sample document into out/
#   make test     set up, build, run all tests; ends with "N passed, N failed, N skipped"
#   make check    test + sanitizers, lint, static analysis, veraPDF
#   make bench    the benchmark (tests/bench/README.md)
#   make install  DESTDIR and prefix are honoured

BUILD  ?= build
prefix ?= /usr/local
VERSION := 0.1.0

CFLAGS ?= -O2 -g
WARN   := -Wall -Wextra -Wshadow -Wpointer-arith -Wstrict-prototypes -Wmissing-prototypes \
          -Wold-style-definition -Wwrite-strings -Wformat=2 -Wvla -Wundef
WERROR ?= -Werror

PKGS   := libxml-2.0 libxslt libexslt lua5.4 cairo freetype2 harfbuzz harfbuzz-subset libdeflate \
          libpng libjpeg libsodium
# -isystem keeps the libraries' headers out of our warnings.
PKG_CFLAGS = $(patsubst -I%,-isystem %,$(shell pkg-config --cflags $(PKGS)))
PKG_LIBS   = $(shell pkg-config --libs $(PKGS)) -lunibreak -lhyphen -lm

REQUIRED = -std=c11 -D_GNU_SOURCE -fPIC -fvisibility=hidden -fno-strict-aliasing -ffp-contract=off \
           -Iengine -I$(BUILD)/gen $(PKG_CFLAGS) \
           -DHJ_VERSION='"$(VERSION)"' -DHJ_DATADIR='"$(prefix)/share/hjemmel"'

STAGES  := base text case facts rules decision transform fo layout paint pdf author
LIB_SRC := $(foreach s,$(STAGES),$(filter-out %/po2c.c,$(wildcard engine/$(s)/*.c))) $(wildcard engine/hjemmel.c)
CLI_SRC := $(wildcard engine/cli/*.c)
LIB_OBJ := $(LIB_SRC:%.c=$(BUILD)/obj/%.o) $(BUILD)/obj/gen/messages_nb.o $(GEN_OBJ)
CLI_OBJ := $(CLI_SRC:%.c=$(BUILD)/obj/%.o)
UNIT    := $(patsubst tests/unit/%.c,$(BUILD)/tests/%,$(wildcard tests/unit/test_*.c))

LIB  := $(BUILD)/lib/libhjemmel.a
BIN  := $(BUILD)/bin/hjemmel

V ?= 0
Q = $(if $(filter 0,$(V)),@)
say = @printf '  %-7s %s\n' '$(1)' '$(2)'

.PHONY: all lib
all: $(BIN) share
lib: $(LIB)

$(BUILD)/obj/%.o: %.c
	$(if $(filter 0,$(V)),$(call say,CC,$<))
	@mkdir -p $(@D)
	$(Q)$(CC) $(REQUIRED) $(WARN) $(WERROR) $(CFLAGS) $(CPPFLAGS) -MMD -MP -c $< -o $@

$(BUILD)/obj/gen/%.o: $(BUILD)/gen/%.c
	@mkdir -p $(@D)
	$(Q)$(CC) $(REQUIRED) $(WARN) $(WERROR) $(CFLAGS) -c $< -o $@

# Messages: po/nb.po -> a sorted table (engine/base/po2c.c); no locale at run time.
$(BUILD)/gen/po2c: engine/base/po2c.c
	@mkdir -p $(@D)
	$(Q)$(CC) -std=c11 -D_GNU_SOURCE $(WARN) $(WERROR) -O1 $< -o $@
$(BUILD)/gen/messages_nb.c: engine/po/nb.po $(BUILD)/gen/po2c
	$(Q)$(BUILD)/gen/po2c hj_messages_nb < $< > $@.part && mv $@.part $@

$(LIB): $(LIB_OBJ)
	$(if $(filter 0,$(V)),$(call say,AR,$@))
	@mkdir -p $(@D)
	$(Q)rm -f $@ && $(AR) crs $@ $(LIB_OBJ)

$(BIN): $(CLI_OBJ) $(LIB)
	$(if $(filter 0,$(V)),$(call say,LINK,$@))
	@mkdir -p $(@D)
	$(Q)$(CC) $(CFLAGS) $(LDFLAGS) $(CLI_OBJ) $(LIB) $(PKG_LIBS) -o $@

$(BUILD)/tests/%: tests/unit/%.c $(LIB)
	$(if $(filter 0,$(V)),$(call say,TEST,$@))
	@mkdir -p $(@D)
	$(Q)$(CC) $(REQUIRED) $(WARN) -Wno-missing-prototypes $(WERROR) $(CFLAGS) -Itests/unit -MMD -MP $< $(LIB) $(LDFLAGS) \
	    $(PKG_LIBS) -lcmocka -o $@

.PHONY: unit
unit: $(UNIT) share
	@for t in $(UNIT); do echo "== $$t"; $$t || exit 1; done

# build/share/hjemmel looks as installed: the program finds ../share/hjemmel beside itself.
.PHONY: share
share:
	@mkdir -p $(BUILD)/share/hjemmel
	@for d in rules templates; do ln -sfn $(CURDIR)/$$d $(BUILD)/share/hjemmel/$$d; done; \
	 ln -sfn $(CURDIR)/engine/case/xsd $(BUILD)/share/hjemmel/schemas; \
	 if [ -x fonts/link ]; then fonts/link $(BUILD)/share/hjemmel/fonts; fi

.PHONY: clean
clean:
	rm -rf $(BUILD) out

-include $(LIB_OBJ:.o=.d) $(CLI_OBJ:.o=.d) $(UNIT:=.d)
