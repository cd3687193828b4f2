# references whose targets would add up to 2.5 GB
awk 'BEGIN { printf "[a]: "; for (i = 0; i < 50000; i++) printf "x"; print "\n"
             for (i = 0; i < 50000; i++) printf "[a] "; print "" }' >"$1/a.md"
