/* media/svg_scan.c -- a linear look at an SVG before a parser sees it. */
/* SPDX-License-Identifier: MIT */

#include "media/svg_scan.h"

#include "base/bytes.h"
#include "base/error.h"

#include <string.h>

#define LONGEST         ((gsize)16 << 20) /* bytes */
#define MOST_TAGS       100000u /* opening, closing, comments: 20,000 elements */
#define MOST_ATTRIBUTES 256u

typedef struct {
  const char *start;
  const char *at;
  const char *end;
  unsigned tags;
  GError **error;
} Scan;

static unsigned
line_of(const Scan *scan)
{
  unsigned line = 1;

  for (const char *at = scan->start; at < scan->at; at++)
    line += *at == '\n';
  return line;
}

static bool
refuse(const Scan *scan, ErrorCode code, const char *text)
{
  g_set_error(scan->error, HANDBILL_ERROR, code, "line %u: %s", line_of(scan),
              text);
  return false;
}

static bool
starts(const Scan *scan, const char *text)
{
  gsize length = strlen(text);

  return (gsize)(scan->end - scan->at) >= length &&
         memcmp(scan->at, text, length) == 0;
}

/* Moves behind the next `text`; if there is none, to the end: the parser will
 * say what is missing. */
static bool
skip_past(Scan *scan, const char *text)
{
  gsize length = strlen(text);
  const char *found =
      memmem(scan->at, (gsize)(scan->end - scan->at), text, length);

  scan->at = found != NULL ? found + length : scan->end;
  return true;
}

static void
skip_quoted(Scan *scan)
{
  char quote = *scan->at++;
  const char *found = memchr(scan->at, quote, (gsize)(scan->end - scan->at));

  scan->at = found != NULL ? found + 1 : scan->end;
}

static bool
scan_tag(Scan *scan)
{
  unsigned values = 0;

  while (scan->at < scan->end && *scan->at != '>') {
    if (*scan->at == '"' || *scan->at == '\'') {
      skip_quoted(scan);
      values++;
    } else {
      scan->at++;
    }
    if (values > MOST_ATTRIBUTES)
      return refuse(scan, ERROR_LIMIT,
                    "a tag has more than 256 attributes: simplify the drawing");
  }
  return true;
}

/* A document type may name a public DTD, which is never fetched; what it
 * declares itself (in square brackets) could be a bomb. */
static bool
scan_doctype(Scan *scan)
{
  while (scan->at < scan->end && *scan->at != '>' && *scan->at != '[') {
    if (*scan->at == '"' || *scan->at == '\'')
      skip_quoted(scan);
    else
      scan->at++;
  }
  if (scan->at < scan->end && *scan->at == '[')
    return refuse(scan, ERROR_REFUSED,
                  "the document type declares entities or elements: save the "
                  "drawing as plain SVG without a DOCTYPE");
  return true;
}

static bool
scan_markup(Scan *scan)
{
  if (starts(scan, "<!--"))
    return skip_past(scan, "-->");
  if (starts(scan, "<![CDATA["))
    return skip_past(scan, "]]>");
  if (starts(scan, "<?"))
    return skip_past(scan, "?>");
  if (starts(scan, "<!"))
    return scan_doctype(scan);
  return scan_tag(scan);
}

static bool
find_markup(Scan *scan)
{
  scan->at = memchr(scan->at, '<', (gsize)(scan->end - scan->at));
  return scan->at != NULL;
}

static bool
scan_all(Scan *scan)
{
  while (find_markup(scan)) {
    if (++scan->tags > MOST_TAGS)
      return refuse(scan, ERROR_LIMIT,
                    "the drawing has far more than 20,000 elements: simplify "
                    "it, or save it as PNG");
    if (!scan_markup(scan))
      return false;
  }
  return true;
}

bool
media_svg_scan(const char *text, gsize length, GError **error)
{
  Scan scan = { text, text, text + length, 0, error };
  gsize offset = 0;

  if (length > LONGEST)
    return refuse(&scan, ERROR_LIMIT,
                  "the drawing is larger than 16 MiB: save it as PNG");
  if (!bytes_is_text(text, length, &offset)) {
    scan.at = text + MIN(offset, length);
    return refuse(&scan, ERROR_REFUSED,
                  "the drawing is not UTF-8 text: save it as UTF-8");
  }
  return scan_all(&scan);
}
