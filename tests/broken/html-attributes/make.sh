# a tag with 100000 attributes
awk 'BEGIN { printf "<div"; for (i = 0; i < 100000; i++) printf " a%d=\"\"", i
             print ">\ntext\n</div>" }' >"$1/a.md"
