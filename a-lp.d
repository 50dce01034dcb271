lp.o: /tmp/fk/lp.c engine/rules/compiled.h engine/facts/facts.h \
 engine/base/base.h engine/base/arena.h engine/base/buf.h \
 engine/base/date.h engine/base/diag.h engine/base/file.h \
 engine/base/limits.h engine/base/page.h engine/base/utf8.h \
 engine/rules/rules.h
engine/rules/compiled.h:
engine/facts/facts.h:
engine/base/base.h:
engine/base/arena.h:
engine/base/buf.h:
engine/base/date.h:
engine/base/diag.h:
engine/base/file.h:
engine/base/limits.h:
engine/base/page.h:
engine/base/utf8.h:
engine/rules/rules.h:
