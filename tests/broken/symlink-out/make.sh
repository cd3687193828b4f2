# an article that is a link to a file outside
ln -s /etc/passwd "$1/a.md"
printf 'Text.\n' >"$1/b.md"
