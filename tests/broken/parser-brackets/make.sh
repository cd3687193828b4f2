# brackets that make libcmark-gfm quadratic
awk 'BEGIN { for (i = 0; i < 50000; i++) printf "![[]()"; print "" }' >"$1/a.md"
