# div 300 deep; what stands behind must not be lost
awk 'BEGIN { for (i = 0; i < 300; i++) printf "<div>"; printf "deep"
             for (i = 0; i < 300; i++) printf "</div>"; print "\n\nbehind" }' \
  >"$1/a.md"
