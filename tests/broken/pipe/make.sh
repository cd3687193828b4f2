# an article that is a pipe: reading it would wait for ever
mkfifo "$1/a.md"
printf 'Text.\n' >"$1/b.md"
