# a PNG that says it is 60000 by 60000
{
  printf '\211PNG\r\n\032\n\000\000\000\015IHDR\000\000\352\140\000\000\352\140'
  printf '\010\002\000\000\000\017\260\342\025'
  printf '\000\000\000\000IEND\256\102\140\202'
} >"$1/big.png"
printf '# Title\n\n![big](big.png)\n' >"$1/a.md"
