-- Det regelboka kan si, og dagens pakker ikke har noe av. Ingenting her er lov.
pakke { navn = "bok", versjon = "0.1.0", spraakversjon = 1 }
