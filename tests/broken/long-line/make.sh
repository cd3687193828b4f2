# one line of 350 kB: more than a file of the EPUB may have
awk 'BEGIN { for (i = 0; i < 70000; i++) printf "word "; print "" }' >"$1/a.md"
