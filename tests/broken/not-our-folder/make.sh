# a target that no build has made must not be replaced
printf 'Text.\n' >"$1/a.md"
rm -r "$1/../../out"
mkdir "$1/../../out"
echo mine >"$1/../../out/letter.txt"
