# one line of 1 MB
awk 'BEGIN { for (i = 0; i < 200000; i++) printf "word "; print "" }' >"$1/a.md"
