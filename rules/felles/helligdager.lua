-- Dagene som ikke er virkedager når en frist regnes ut. Motoren kan bare regne med ukedager, datoer og påske;
-- hvilke dager som er fri, etter hvilken lov og fra når, står her og ingen andre steder.
--
-- Ikke fri: onsdag før skjærtorsdag, julaften og nyttårsaften. Rettsferien gjelder ikke. En helligdag som faller på
-- en lørdag eller søndag, flyttes ikke. To helligdager kan falle på samme dag (17. mai er 2. pinsedag i 2027).

helligdag "loerdag" { ukedag = 6, hjemmel = "dl.149", tekst = { nb = "lørdag", nn = "laurdag" } }
helligdag "soendag" { ukedag = 7, hjemmel = "helligdagsloven.2", tekst = { nb = "søndag", nn = "søndag" } }

helligdag "nyttaarsdag" { maaned = 1, dag = 1, hjemmel = "helligdagsloven.2",
  tekst = { nb = "1. nyttårsdag", nn = "1. nyttårsdag" } }
helligdag "skjaertorsdag" { paaske = -3, hjemmel = "helligdagsloven.2",
  tekst = { nb = "skjærtorsdag", nn = "skjærtorsdag" } }
helligdag "langfredag" { paaske = -2, hjemmel = "helligdagsloven.2", tekst = { nb = "langfredag", nn = "langfredag" } }
-- likeverdig "0 → 1": 1. påskedag er alltid en søndag, og søndager er fri uansett
helligdag "foerste_paaskedag" { paaske = 0, hjemmel = "helligdagsloven.2",
  tekst = { nb = "1. påskedag", nn = "1. påskedag" } }
helligdag "andre_paaskedag" { paaske = 1, hjemmel = "helligdagsloven.2",
  tekst = { nb = "2. påskedag", nn = "2. påskedag" } }
helligdag "kristi_himmelfartsdag" { paaske = 39, hjemmel = "helligdagsloven.2",
  tekst = { nb = "Kristi himmelfartsdag", nn = "Kristi himmelfartsdag" } }
-- likeverdig "49 → 50": 1. pinsedag er alltid en søndag, og søndager er fri uansett
helligdag "foerste_pinsedag" { paaske = 49, hjemmel = "helligdagsloven.2",
  tekst = { nb = "1. pinsedag", nn = "1. pinsedag" } }
helligdag "andre_pinsedag" { paaske = 50, hjemmel = "helligdagsloven.2",
  tekst = { nb = "2. pinsedag", nn = "2. pinsedag" } }
helligdag "foerste_juledag" { maaned = 12, dag = 25, hjemmel = "helligdagsloven.2",
  tekst = { nb = "1. juledag", nn = "1. juledag" } }
helligdag "andre_juledag" { maaned = 12, dag = 26, hjemmel = "helligdagsloven.2",
  tekst = { nb = "2. juledag", nn = "2. juledag" } }

helligdag "foerste_mai" { maaned = 5, dag = 1, fra = "1947-04-26", hjemmel = "lov1947.1",
  tekst = { nb = "1. mai", nn = "1. mai" } }
helligdag "syttende_mai" { maaned = 5, dag = 17, fra = "1947-04-26", hjemmel = "lov1947.1",
  tekst = { nb = "17. mai", nn = "17. mai" } }
