# 100000 accents on one letter
awk 'BEGIN { printf "a"; for (i = 0; i < 100000; i++) printf "\314\201"
             print "" }' >"$1/a.md"
