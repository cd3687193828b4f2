# a table of 50000 columns
awk 'BEGIN { for (i = 0; i < 50000; i++) printf "|a"; print "|"
             for (i = 0; i < 50000; i++) printf "|-"; print "|" }' >"$1/a.md"
