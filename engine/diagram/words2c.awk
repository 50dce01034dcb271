# words.txt -> a C table sorted by key. A row that is not whole stops the build.
BEGIN { FS = " [|] "; print "#include \"diagram/internal.h\"\nconst hj_words_row hj_diagram_words[] = {" }
/^#/ || /^$/ { next }
NF != 4 { print "words.txt:" FNR ": four columns were expected" > "/dev/stderr"; bad = 1; exit 1 }
{
    gsub(/"/, "\\\"")
    gsub(/~/, "\302\240")
    row[++n] = "    {\"" $1 "\", {\"" $2 "\", \"" $3 "\", \"" $4 "\"}},"
    key[n] = $1
}
END {
    if (bad)
        exit 1
    for (i = 2; i <= n; i++)
        for (j = i; j > 1 && key[j - 1] > key[j]; j--) {
            t = key[j]; key[j] = key[j - 1]; key[j - 1] = t
            t = row[j]; row[j] = row[j - 1]; row[j - 1] = t
        }
    for (i = 1; i <= n; i++)
        print row[i]
    print "};\nconst size_t hj_diagram_words_count = " n ";"
}
