# table heads that make libcmark-gfm quadratic
awk 'BEGIN { for (i = 0; i < 50000; i++) print "a\n-|-" }' >"$1/a.md"
