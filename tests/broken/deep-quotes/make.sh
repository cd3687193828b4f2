# quotes 5000 deep
awk 'BEGIN { for (i = 0; i < 5000; i++) printf ">"; print " deep" }' >"$1/a.md"
