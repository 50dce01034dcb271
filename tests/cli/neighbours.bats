# Cases that stand next to the scenarios (tests/cases/neighbours): each told with its paragraph, and
# taken through the record, the checklist and the letter.
load common

neighbours() { run "$TOP/tests/cases/neighbours" "$1"; [ "$status" -eq 0 ] || { echo "$output"; return 1; }; }

@test "the last day to complain: weekends, holidays, leap days, digital post on a Sunday" { neighbours frister; }
@test "BPA: 24.9, 25, 31.9 and 32 hours, two years, the 67th birthday, nights, cost" { neighbours bpa; }
@test "less help is less help, whatever the case is called; varsel, and the period promised" { neighbours mindre_hjelp; }
@test "who speaks for her, who gets the letter, who may decide and prepare" { neighbours hvem; }
@test "two weeks and a day; on the waiting list, and not in a place" { neighbours institusjon; }
@test "the regime follows the hjemmel; no frist and no law of 2025 by hand" { neighbours regimer; }
@test "the law of the day the vedtak was made" { neighbours utgaver; }
@test "one letter follows the law of one day" { neighbours dager; }
@test "each søknad has its own month" { neighbours soeknader; }
@test "a klage that does not say over what is asked, not stopped" { neighbours klagen; }
@test "strakstiltak at Easter: from the day it began, decided the day it was" { neighbours straks; }
