# The handbook's last part says where each demand of the law stands: every rule, point, process,
# file and test it names is there.
load common

@test "where the law stands: whatever the handbook names is there" {
    sed -n '/^# Del 4/,$p' "$TOP/rules/README.md" | grep -oE '`[^`]+`' | tr -d '`' | sort -u > navn
    [ "$(wc -l < navn)" -ge 150 ]
    while read -r name; do
        case $name in
        rules/) continue ;;
        "hjemmel "* | *\"*) continue ;;
        tests/*) [ -e "$TOP/$name" ] || echo "$name" ;;
        *.lua | *.bats | *.xsl) [ -n "$(find "$TOP/rules" "$TOP/tests" "$TOP/templates" -path "*/$name")" ] || echo "$name" ;;
        */) [ -d "$TOP/rules/$name" ] || echo "$name" ;;
        *) # a name of the rules, perhaps with more of it left out: klage_…, dagsenter_som_…
            word=${name%%…*} word=${word#regel } word=${word%% =*} word=${word##*@} word=${word%%=*} word=${word//\"/} word=${word% }
            # A point as list.point; a document kind; an attribute.
            grep -rqF --include='*.lua' -- "${word##*/}" "$TOP/rules" || grep -qF -- "${word##*/}" "$TOP"/engine/case/xsd/*.xsd "$TOP/templates/dokumenter.xml" || echo "$name" ;;
        esac
    done < navn > mangler
    [ ! -s mangler ] || { cat mangler; false; }
}
