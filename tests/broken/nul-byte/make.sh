# a NUL in the middle of the text
printf '# Title\n\nvisible\000hidden\n' >"$1/a.md"
