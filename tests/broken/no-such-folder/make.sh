rm -r "$1"
