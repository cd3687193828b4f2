# bytes that are not UTF-8
printf '# Title\n\nGood \303\251, bad \377\376 bytes.\n' >"$1/a.md"
