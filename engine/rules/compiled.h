/* The compiled rule base as decision/ and author/ see it: immutable after load, in one arena.
 *
 * Every named thing is an hj_entry with one or more dated editions; references between things are
 * resolved to entries at load, and to the edition in force when a case is decided. */
#ifndef HJ_RULES_COMPILED_H
#define HJ_RULES_COMPILED_H

#include "facts/facts.h"
#include "rules/rules.h"

typedef struct hj_maal { /* a text in both maalformer; both NULL when absent */
    const char *nb, *nn;
} hj_maal;

typedef enum {
    HJ_LOV, HJ_HJEMMEL, HJ_FAKTUM, HJ_REGEL, HJ_SATS, HJ_FRIST, HJ_HELLIGDAG, HJ_OPPSLAG,
    HJ_SJEKKLISTE, HJ_TEKST, HJ_DOKUMENT, HJ_TABELL, HJ_TRAPP, HJ_UTREGNING, HJ_ROLLE,
    HJ_PROSESS, HJ_KIND_COUNT
} hj_kind;

/* First member of every edition. Valid [from, to); HJ_DATE_NONE is open. */
typedef struct hj_edition {
    const char *name;
    hj_place place;
    hj_date from, to;
    int pack; /* index into pakker; -1: made by the engine */
    const char *overstyrer; /* the pack whose edition this one replaces, or NULL */
    hj_maal grunn; /* why */
} hj_edition;

typedef struct hj_entry {
    const char *name;
    hj_kind kind;
    int id; /* 0 … in sorted order of names within the kind */
    int n;
    hj_edition **editions; /* by from */
    bool used; /* something other than a test refers to it */
    const bool *active; /* by pack: does it hold for the case being decided? */
} hj_entry;

typedef struct hj_cite { /* one hjemmel cited */
    const char *name, *role;
    const hj_entry *entry;
} hj_cite;

typedef struct hj_cites {
    int n;
    hj_cite *items;
} hj_cites;

typedef struct hj_lov {
    hj_edition e;
    hj_maal navn;
    const char *id;
    bool lokal; /* a municipality's own criteria: they guide, and refuse nobody alone */
    hj_maal advarsel; /* what is said when they do */
} hj_lov;

typedef struct hj_hjemmel {
    hj_edition e;
    bool never; /* no fra: not in force on any date */
    const char *lov_name;
    const hj_entry *lov;
    const char *paragraf, *ledd, *nr, *bokstav;
    hj_maal vis, tekst;
    const char *kilde, *status;
} hj_hjemmel;

/* ---- Conditions ---------------------------------------------------------------------------- */

typedef enum {
    HJ_ALLE, HJ_NOEN, HJ_IKKE, HJ_VILKAAR, HJ_ER, HJ_MINST, HJ_HOYST, HJ_OVER, HJ_UNDER,
    HJ_FRA_TIL, HJ_LIK, HJ_ULIK, HJ_FINNES, HJ_IKKE_RELEVANT, HJ_FOER, HJ_ETTER, HJ_ELDRE_ENN,
    HJ_YNGRE_ENN, HJ_LENGDE, HJ_INNEHOLDER, HJ_EGNE_ORD, HJ_FUNKSJON, HJ_REGEL_GIR,
    HJ_INNSTILLING, HJ_AVVIK, HJ_EGENSKAP, HJ_HAR_REGEL, HJ_I_TILSTAND, HJ_COND_COUNT
} hj_cond_kind;

typedef struct hj_span { /* added in this order: years, months, weeks, days */
    int aar, maaneder, uker, dager;
} hj_span;

typedef struct hj_operand {
    enum { HJ_OP_NONE, HJ_OP_NUMBER, HJ_OP_TEXT, HJ_OP_DATE, HJ_OP_FAKTUM, HJ_OP_SATS,
           HJ_OP_FRIST } kind;
    double number;
    const char *text; /* the text, or the name referred to */
    hj_date date;
    const hj_entry *entry;
} hj_operand;

typedef struct hj_function {
    int id; /* 0 … */
    int ref; /* in the Lua registry */
    hj_place place;
    int first_line, last_line;
    int n_reads; /* the facts it is seen to read, as far as the source tells */
    const char **reads;
} hj_function;

/* What deciding asks for comes first: a case goes through hundreds of these. */
typedef struct hj_cond {
    hj_cond_kind kind;
    int id; /* 0 … n_conds - 1 */
    int n, n_words;
    struct hj_cond **kids;
    const hj_entry *fact;
    const char **words; /* er, inneholder, innstilling, egenskap, tilstand */
    bool flag; /* er: the wanted value of a janei fact */
    hj_operand a, b;
    hj_place place;
    const char *vis; /* as the author would write it */
    const char *name; /* vilkaar, egenskap: its name; regel, tilstand: the rule's, the process's */
    hj_maal tekst;
    hj_cites hjemmel;
    const char *fact_name;
    const uint16_t *pairs; /* inneholder: two of each word, as hj_letters; NULL: not worked out */
    hj_span span;
    const char *ved_name; /* eldre_enn, yngre_enn: the other date */
    const hj_entry *ved;
    hj_path *sted; /* egenskap, har_regel: the node asked about; NULL: the rule's own */
    const char *utover; /* egne_ord: prefix of text keys */
    const hj_function *function;
    const hj_entry *regel, *prosess;
} hj_cond;

const char *hj_cond_name(hj_cond_kind kind); /* as authors write it: minst, alle … */

typedef struct hj_faktum {
    hj_edition e;
    int id; /* 0 … n_facts - 1, same as the entry's */
    bool global; /* the same for every node */
    bool by_name; /* a function of its file may read it by a name put together: f[…] */
    bool is_date; /* the built-in `dato` */
    bool is_document_date; /* the built-in `dokumentdato` */
    hj_fact_decl decl;
    hj_maal tekst;
    hj_cites hjemmel;
    hj_maal spoersmaal; /* what to ask the one who can know; NULL: nobody outside is asked */
    hj_cond *utledet; /* derived by a condition */
    const hj_function *funksjon; /* derived by a function */
    const char *tabell_name;
    const hj_entry *tabell; /* derived by a beslutningstabell */
    const hj_entry *trapp, *utregning; /* the answer of one: made by the engine, "trapp.navn" */
    const char *goes_in; /* where a value is written: the first alternative of its path */
} hj_faktum;

/* ---- Rules --------------------------------------------------------------------------------- */

typedef struct hj_property { /* free name and value; sorted by name */
    const char *name;
    hj_maal text; /* nn NULL: one value for both maalformer, in nb */
} hj_property;

typedef enum { HJ_GIR_NEI = HJ_NEI, HJ_GIR_JA = HJ_JA, HJ_GIR_UKJENT = HJ_UKJENT, HJ_GIR_DELVIS }
    hj_gir;

typedef struct hj_unntak {
    const char *name;
    hj_place place;
    hj_cond *naar;
    hj_gir gir;
    hj_maal tekst;
    hj_cites hjemmel;
} hj_unntak;

typedef struct hj_named { /* a reference by name */
    const char *name, *key; /* key: of an oppslag */
    const hj_entry *entry;
} hj_named;

typedef struct hj_regel {
    hj_edition e;
    hj_path *gjelder; /* NULL: the root element */
    hj_cites hjemmel;
    int n_egenskaper;
    hj_property *egenskaper;
    int n_oppslag, n_frister, n_satser, n_utregninger, n_fakta;
    hj_named *oppslag, *frister, *satser, *utregninger, *fakta; /* fakta: told in the record */
    hj_cond *naar, *delvis;
    int n_unntak;
    hj_unntak **unntak;
    const char *utfall[4]; /* by hj_gir; [HJ_GIR_UKJENT] is "ukjent" */
    const char *vedtak_name;
    const hj_entry *vedtak_i;
} hj_regel;

typedef struct hj_rate {
    hj_date from, to;
    double verdi;
    bool ukjent; /* said not to be known: no value is better than the one of the year before */
    const char *kilde;
} hj_rate;

typedef struct hj_sats {
    hj_edition e; /* one edition per name; rows carry the dates */
    const char *enhet;
    hj_maal tekst;
    hj_cites hjemmel;
    int n;
    hj_rate *rows;
    const struct hj_faktum *faktum; /* "sats.navn": what is missing on a day without a value */
} hj_sats;

typedef enum hj_retning { HJ_STAAR, HJ_FRAM, HJ_TILBAKE } hj_retning;

typedef struct hj_anslag {
    const char *fra_name, *dager_name;
    const hj_entry *fra, *dager_fact;
    int dager;
    hj_retning retning; /* off a holiday, before anything is counted from it */
} hj_anslag;

typedef struct hj_frist {
    hj_edition e;
    const char *som;
    hj_maal tekst, forklaring;
    hj_cites hjemmel;
    hj_path *gjelder;
    hj_cond *naar;
    hj_span span;
    int ukedag; /* 0: none; 1 Monday … 7 */
    const char *klokkeslett; /* "12:00" or NULL */
    const char *fra_name;
    const hj_entry *fra; /* NULL: from the day the state began (regnes_fra = "tilstand") */
    hj_retning retning;
    int n_anslag;
    hj_anslag *anslag;
} hj_frist;

typedef struct hj_helligdag {
    hj_edition e;
    hj_maal tekst;
    hj_cites hjemmel;
    int ukedag, maaned, dag; /* 0 when not used */
    bool by_easter;
    int paaske;
} hj_helligdag;

typedef struct hj_oppslag_row {
    const char *key;
    hj_place place;
    hj_date from, to;
    hj_cites hjemmel;
    hj_named frist; /* name NULL: none */
    int n;
    hj_property *felt;
} hj_oppslag_row;

typedef struct hj_oppslag {
    hj_edition e;
    const char *egenskap; /* of a rule: its value is the key; NULL: rules name the key */
    int n;
    hj_oppslag_row *rows;
} hj_oppslag;

typedef struct hj_rad {
    hj_place place;
    hj_cond *naar; /* alle of its cells; a cell with hva_som_helst is not there */
    int n_cells;
    hj_cond **cells; /* by column; NULL: hva_som_helst */
    hj_value gir;
    hj_cites hjemmel;
} hj_rad;

typedef struct hj_tabell { /* beslutningstabell */
    hj_edition e;
    enum { HJ_ENTYDIG, HJ_FOERSTE, HJ_SUM, HJ_STOERST, HJ_MINST_AV, HJ_SAMLE } treff;
    hj_cites hjemmel;
    int n_innganger, n;
    hj_named *innganger; /* facts */
    hj_rad *rader;
    bool has_ellers;
    hj_value ellers; /* when no row applies */
} hj_tabell;

typedef struct hj_trinn { /* one step of a stair */
    const char *name;
    hj_place place;
    int nummer;
    hj_maal tekst, begrunnelse; /* begrunnelse: why it does not do, for letters; may be absent */
    hj_cites hjemmel;
    hj_cond *naar; /* when it covers the need */
    int n_regler; /* the services on it; `naar` is then noen of them */
    hj_named *regler;
    const char *vurdering_name; /* the tekst that holds what a person wrote of it; NULL: none */
    const hj_entry *vurdering;
} hj_trinn;

typedef struct hj_trapp { /* the answer is the lowest step that covers the need */
    hj_edition e;
    hj_path *gjelder; /* NULL: the root element */
    hj_maal tekst;
    hj_cites hjemmel;
    int n;
    hj_trinn **trinn; /* lowest first */
    const char *vedtak_name;
    const hj_entry *vedtak_i; /* the fact that says which step a person chose */
} hj_trapp;

#define HJ_INGEN "ingen" /* the answer when no step covers the need */
#define HJ_INGEN_NUMBER 1e9 /* above every step */

typedef struct hj_avrunding { /* how an amount is rounded */
    const char *name;
    int per; /* parts of a whole: 1, 2, 10, 100 */
    int way; /* -1 down, 0 nearest (halves up), 1 up */
} hj_avrunding;

/* The rounding of that name, or NULL; hj_avrundinger is all of them, name NULL last. */
extern const hj_avrunding hj_avrundinger[];
const hj_avrunding *hj_avrunding_of(const char *name);
double hj_round(const hj_avrunding *how, double x);

typedef struct hj_utregning { /* an amount */
    hj_edition e;
    const char *enhet;
    hj_maal tekst;
    hj_cites hjemmel;
    const hj_avrunding *avrunding; /* NULL: the value must be whole */
    hj_cond *naar;
    const hj_function *beregn;
    hj_operand hoyst, minst;
} hj_utregning;

/* ---- Processes: what state a case is in, and what may happen next --------------------------- */

typedef struct hj_rolle {
    hj_edition e; /* one edition */
    hj_maal tekst;
    int n_i_saken;
    const char **i_saken; /* what cases call it; its own name when nothing is said */
    hj_path *kalles; /* in the kommune file: what it is called there; NULL: tekst everywhere */
} hj_rolle;

typedef struct hj_hendelse {
    const char *name;
    hj_place place;
    hj_maal tekst;
    bool uten_virkning; /* belongs to the process, but moves nothing */
} hj_hendelse;

typedef struct hj_tilstandsfrist {
    hj_named frist;
    const char *ved_brudd; /* varsles, the name of a state or that of an event */
    int til; /* the state it passes into by itself; -1: none */
    int hendelse; /* what should then be done; -1: none */
    hj_maal tekst;
} hj_tilstandsfrist;

typedef struct hj_tilstand {
    const char *name;
    hj_place place;
    hj_maal tekst, uten_frist; /* uten_frist: why nothing runs */
    hj_cites hjemmel;
    bool slutt;
    int n_ansvar, n_frister;
    hj_named *ansvar; /* roles */
    hj_tilstandsfrist *frister;
} hj_tilstand;

typedef struct hj_overgang {
    int id; /* 0 … n_overganger - 1 of the base */
    hj_place place;
    int n_fra;
    const char **fra_names;
    bool alle; /* from every state that is no end */
    bool *fra; /* by state */
    const char *hendelse_name, *til_name;
    int hendelse, til; /* -1: no such */
    hj_cond *naar; /* NULL: always */
    bool hvem_som_helst;
    int n_roller;
    hj_named *roller;
    hj_maal tekst;
    hj_cites hjemmel;
} hj_overgang;

typedef struct hj_prosess {
    hj_edition e;
    hj_maal tekst;
    hj_cites hjemmel;
    hj_path *gjelder; /* NULL: the root element */
    hj_path *sti, *slag, *dato, *rolle; /* of events; slag, dato, rolle from the event */
    bool foerste; /* of several transitions that could be taken, the one that stands first */
    const char *start_name, *startet_name;
    int start;
    const hj_entry *startet; /* a dato, or NULL */
    int n_hendelser, n_tilstander, n_overganger;
    hj_hendelse **hendelser;
    hj_tilstand **tilstander;
    hj_overgang **overganger;
} hj_prosess;

typedef struct hj_punkt {
    hj_place place;
    bool lokal; /* of the local pack that adds to the list */
    const char *nummer;
    int nivaa; /* hj_level of decision.h: 1 varsel, 2 utkast, 3 stopp */
    hj_path *gjelder, *sted;
    int places; /* the number of gjelder, at hand: every case asks every point; 0: none */
    hj_cond *naar, *krav;
    hj_maal tekst, hvor;
    hj_cites hjemmel;
} hj_punkt;

typedef struct hj_sjekkliste {
    hj_edition e;
    const char **dokument;
    int n_dokument, n;
    hj_punkt **punkter;
} hj_sjekkliste;

typedef struct hj_tekst {
    hj_edition e;
    hj_maal tekst;
} hj_tekst;

typedef struct hj_case_cites { /* where the case itself names hjemler, by id */
    hj_path *path;
    const char *role;
} hj_case_cites;

typedef struct hj_dokument {
    hj_edition e;
    int n_hjemler;
    hj_case_cites *hjemler;
    const char *navnerom;
    int n_dato, n_dokumentdato;
    hj_path **dato, **dokumentdato;
    hj_path *maalform;
    int n_navngitt; /* paths to attributes that name facts */
    hj_path **navngitt;
    const char *const *names; /* every name some fact asks for there, sorted */
    int n_names;
} hj_dokument;

typedef struct hj_bygger_paa {
    const char *navn, *versjon; /* the version, or the beginning of it */
} hj_bygger_paa;

typedef struct hj_pakke {
    const char *navn, *versjon, *dir;
    const char *sum; /* of its files: blake2b-256:… (base/sum.h) */
    hj_place place;
    hj_date from, to;
    hj_path *gjelder_naar; /* in the kommune document; NULL: holds everywhere */
    hj_bygger_paa *bygger_paa;
    int n_bygger_paa;
} hj_pakke;

/* ---- Tests: what is given and what is expected, for author/ -------------------------------- */

typedef struct hj_given {
    const char *name;
    const hj_entry *fact;
    hj_value value;
    const char *at; /* only at the node with this @id; NULL: everywhere */
} hj_given;

typedef struct hj_expect {
    enum { HJ_EXPECT_RESULT, HJ_EXPECT_MANGLER, HJ_EXPECT_VILKAAR, HJ_EXPECT_FAKTUM,
           HJ_EXPECT_FRIST, HJ_EXPECT_RAA, HJ_EXPECT_ANSLAG, HJ_EXPECT_SATS, HJ_EXPECT_TEKST,
           HJ_EXPECT_VEDTAK, HJ_EXPECT_AVVIK, HJ_EXPECT_UNNTAK, HJ_EXPECT_FUNN, HJ_EXPECT_FUNN_HAR,
           HJ_EXPECT_FUNN_IKKE, HJ_EXPECT_NIVAA, HJ_EXPECT_FEIL, HJ_EXPECT_TRAPP,
           HJ_EXPECT_TRINN, HJ_EXPECT_INNHENTES, HJ_EXPECT_UTREGNING, HJ_EXPECT_TILSTAND,
           HJ_EXPECT_SIDEN,
           HJ_EXPECT_ANSVAR, HJ_EXPECT_NESTE, HJ_EXPECT_STENGT, HJ_EXPECT_UAVKLART,
           HJ_EXPECT_PROSESSFUNN, HJ_EXPECT_PASSERT } kind;
    const char *key; /* rule or node id, "rule.vilkaar", fact, frist … */
    const char *text; /* the expected value as text */
    const char **list;
    int n;
} hj_expect;

typedef struct hj_given_event { /* what has happened, in a test without a document */
    hj_date date;
    const char *slag, *rolle; /* rolle NULL: not stated */
} hj_given_event;

typedef struct hj_test {
    const char *name;
    hj_place place;
    hj_date date; /* HJ_DATE_NONE: from the document */
    const char *dokument, *kommune; /* paths, joined with the test file's folder */
    const char **sjekklister; /* NULL-terminated or NULL */
    const char *prosess; /* or NULL */
    int n_hendelser;
    hj_given_event *hendelser;
    const char *pakke; /* the local pack it stands in, or NULL */
    int n_given, n_expect;
    hj_given *given;
    hj_expect *expect;
    const char **tenkt_regel; /* its properties, name and value by turns; NULL: not spoken of */
    int n_tenkt_regel;
    bool ingen_regel;
    bool tenkt_ved; /* the rule imagined is the one of another node */
} hj_test;

typedef struct hj_table {
    int n;
    hj_entry **entries; /* sorted by name */
} hj_table;

typedef struct hj_host hj_host; /* the Lua state with its sandbox */

typedef struct hj_source { /* a file as it was read: messages find their column in it */
    const char *path, *text;
    size_t n;
    bool unread; /* it could not be run */
} hj_source;

typedef struct hj_placed_rule { /* one edition */
    const hj_entry *entry;
    const hj_regel *regel;
} hj_placed_rule;

struct hj_rulebase {
    hj_arena *arena;
    hj_table tables[HJ_KIND_COUNT];
    int n_pakker, n_conds, n_functions, n_tests, n_overganger;
    hj_pakke *pakker;
    hj_cond **conds; /* by id */
    int n_places;
    hj_path **places; /* every gjelder of other text than the others; its number is 1 … n_places */
    int n_rules;
    hj_placed_rule *rules; /* every edition of every rule, by file and line */
    bool *active; /* by pack; set for each case before anything is found */
    hj_test **tests;
    hj_host *host;
    void *dict; /* xmlDict * shared by all records */
    int n_sources;
    hj_source *sources;
    struct hj_phrases *phrases; /* decision/words.c: made when first needed */
};

const hj_entry *hj_rulebase_find(const hj_rulebase *base, hj_kind kind, const char *name);
/* The edition in force on date, or NULL: the local one where it holds. A hjemmel without fra is
 * never in force. */
const hj_edition *hj_edition_at(const hj_entry *entry, hj_date date);
/* What the local edition `by` stands instead of; NULL when it replaces nothing. */
const hj_edition *hj_edition_replaced(const hj_entry *entry, const hj_edition *by, hj_date date);
bool hj_holds_here(const hj_entry *entry, const hj_edition *e);
/* The local rate where it has a value on date, else the common one; NULL when neither is here. */
const hj_sats *hj_sats_at(const hj_entry *entry, hj_date date);
/* The row in force, the local one before the common; *of is the table it stands in. */
const hj_oppslag_row *hj_row_at(const hj_entry *entry, const char *key, hj_date date,
                                const hj_oppslag **of);
/* Whether no two of the active local packs have an edition of the same thing on the same day. */
bool hj_packs_agree(const hj_rulebase *base, hj_diags *diags);
/* Does some fact ask for an opplysning of this name? */
bool hj_name_asked_for(const hj_dokument *d, const char *name);
/* The row with a value on date, or NULL. */
const hj_rate *hj_rate_at(const hj_sats *sats, hj_date date);
/* The row of date, also when its value is not known. */
const hj_rate *hj_rate_row(const hj_sats *sats, hj_date date);
/* Facts have one edition. */
static inline const hj_faktum *hj_faktum_of(const hj_entry *entry)
{
    return (const hj_faktum *)entry->editions[0];
}

/* date + span; HJ_DATE_NONE when the calendar ends. */
hj_date hj_span_add(hj_date date, hj_span span);

/* One letter by code point: Latin-1 and Latin Extended-A, no locale. */
uint32_t hj_lower(uint32_t c);
uint32_t hj_upper(uint32_t c);
/* Text that XML can hold: UTF-8 without control characters. */
bool hj_text_ok(const char *s, size_t n);
/* Two bytes that follow each other, as one of HJ_PAIRS: a text without them holds no word with
 * them. */
enum { HJ_PAIRS = 4096 };
static inline unsigned hj_letters(const char *p)
{
    return ((unsigned char)p[0] * 61u + (unsigned char)p[1]) % HJ_PAIRS;
}
/* The first two of each word, and the last two; NULL when one is a single byte. */
const uint16_t *hj_letters_of(const char *const *words, int n, hj_arena *arena);
/* s for comparing without regard to case and kind of space (U+00A0, U+202F). In arena. */
char *hj_fold(const char *s, hj_arena *arena);

/* ---- Calling functions of the packs -------------------------------------------------------- */

typedef enum { HJ_READ_KNOWN, HJ_READ_UNKNOWN, HJ_READ_NO_SUCH, HJ_READ_FAILED } hj_read;

typedef struct hj_reader { /* how a function reads facts and rates */
    hj_read (*fact)(void *user, const char *name, hj_value *out);
    hj_read (*rate)(void *user, const char *name, double *out);
    void *user;
} hj_reader;

typedef struct hj_answer {
    enum { HJ_ANSWER_FLAG, HJ_ANSWER_NUMBER, HJ_ANSWER_TEXT, HJ_ANSWER_UNKNOWN,
           HJ_ANSWER_TROUBLE } kind;
    bool flag;
    double number;
    const char *text; /* in the arena given */
} hj_answer;

/* Sets budgets back; call before each case. */
void hj_functions_begin(hj_rulebase *base);
/* Runs one function. TROUBLE is reported in diags. Once the case's budget is spent, every call is
 * TROUBLE at once. */
hj_answer hj_functions_call(hj_rulebase *base, const hj_function *function,
                            const hj_reader *reader, hj_arena *arena, hj_diags *diags);
/* Finds state that leaked out of the case (a changed local), reports it and puts it back. */
bool hj_functions_end(hj_rulebase *base, hj_diags *diags);

#endif
