/* tests/unit/media_svg.c -- the door lets drawings in and attacks not. */
/* SPDX-License-Identifier: MIT */

#include "base/error.h"
#include "media/svg.h"

#include <string.h>

#define IMAGES SOURCE_DIR "/../shared/corpora/rust-book/articles/img"

#define HEAD                                                                   \
  "<svg xmlns='http://www.w3.org/2000/svg' "                                   \
  "xmlns:xlink='http://www.w3.org/1999/xlink' viewBox='0 0 40 20'>"

static GBytes *
drawing(const char *content)
{
  char *text = g_strconcat(HEAD, content, "</svg>", NULL);

  return g_bytes_new_take(text, strlen(text));
}

/* The clean document as text. */
static char *
pass(GBytes *bytes)
{
  g_autoptr(GError) error = NULL;
  unsigned width = 0;
  unsigned height = 0;
  g_autoptr(GBytes) clean = media_svg_clean(bytes, &width, &height, &error);

  g_assert_no_error(error);
  gsize length = 0;
  const char *text = g_bytes_get_data(clean, &length);
  return g_strndup(text, length);
}

static void
assert_kept(const char *content)
{
  g_autoptr(GBytes) bytes = drawing(content);
  g_autofree char *text = pass(bytes);

  if (strstr(text, content) == NULL)
    g_error("%s is not in %s", content, text);
}

static void
assert_left_out(const char *content, const char *gone, const char *note)
{
  g_autoptr(GBytes) bytes = drawing(content);
  g_autofree char *text = pass(bytes);
  g_autoptr(GPtrArray) notes = media_svg_notes(bytes);

  if (strstr(text, gone) != NULL)
    g_error("%s is still in %s", gone, text);
  g_assert_cmpuint(notes->len, ==, 1);
  g_assert_cmpstr(g_ptr_array_index(notes, 0), ==, note);
}

static void
assert_refused_bytes(GBytes *bytes, int code, const char *word)
{
  g_autoptr(GError) error = NULL;
  unsigned size = 0;
  MediaInfo info;
  gint64 start = g_get_monotonic_time();

  g_assert_null(media_svg_clean(bytes, &size, &size, &error));
  g_assert_cmpint(g_get_monotonic_time() - start, <, 3 * G_TIME_SPAN_SECOND);
  g_assert_error(error, HANDBILL_ERROR, code);
  if (strstr(error->message, word) == NULL)
    g_error("\"%s\" does not say \"%s\"", error->message, word);
  g_assert_false(media_probe("a.svg", bytes, &info, NULL));
}

static void
assert_refused(const char *content, const char *word)
{
  g_autoptr(GBytes) bytes = drawing(content);

  assert_refused_bytes(bytes, ERROR_REFUSED, word);
}

static void
assert_refused_text(const char *text, const char *word)
{
  g_autoptr(GBytes) bytes = g_bytes_new(text, strlen(text));

  assert_refused_bytes(bytes, ERROR_REFUSED, word);
}

static void
test_kept(void)
{
  assert_kept("<rect x=\"1\" width=\"50%\" height=\"2.5em\" fill=\"#1aF\"/>");
  assert_kept("<path d=\"M1,2l3-4.5e1a1 1 0 0150 5z\"/>");
  assert_kept("<g transform=\"translate(1, 2) rotate(45)\"/>");
  assert_kept("<circle style=\"fill:red;stroke:url(#a) none\"/>");
  assert_kept("<text xml:space=\"preserve\"> a &lt; <tspan>b</tspan></text>");
  assert_kept("<path fill=\"rgb(1, 2%, 3)\" stroke=\"url(#g)\"/>");
  assert_kept("<use xlink:href=\"#none\"/>");
  assert_kept("<text font-family=\"'Noto Sans', serif\">ä</text>");
  assert_kept("<filter id=\"f\"><feGaussianBlur stdDeviation=\"3 2\"/>"
              "</filter>");
}

static void
test_left_out(void)
{
  assert_left_out("<title>x</title>", "title", "line 1: <title> left out");
  assert_left_out("<g class='a'/>\n<g class='a'/>", "class",
                  "line 1: attribute class left out (2 times)");
  assert_left_out("\n<e:thing xmlns:e='urn:e'><script/></e:thing>", "thing",
                  "line 2: <thing> of another vocabulary left out");
  assert_left_out("<g style=' -x-y: 1; fill : red '/>", "-x-y",
                  "line 1: property -x-y left out");
  assert_left_out("<a xlink:href='http://x/'><rect/></a>", "http://x/",
                  "line 1: link <a> (its content stays) left out");
  assert_left_out("loose", "loose",
                  "line 1: text in <svg>, which is not drawn, left out");
  assert_left_out("<?xml-stylesheet href='a.css'?>", "stylesheet",
                  "line 1: instruction <?xml-stylesheet?> left out");
  assert_left_out("<!-- c --><g xml:base='http://x/'/>", "http://x/",
                  "line 1: attribute xml:base left out");
}

static void
test_scripts(void)
{
  assert_refused("\n<script>1</script>", "line 2: <script>");
  assert_refused("<g onload='x()'/>", "onload");
  assert_refused("<g OnClick='x()'/>", "OnClick");
  assert_refused("<a xlink:href='a'><set attributeName='x'/></a>", "animation");
  assert_refused("<animate attributeName='x'/>", "animation");
  assert_refused("<foreignObject/>", "foreignObject");
  assert_refused("<g fill='javascript:1'/>", "fill");
  assert_refused("<style>@import 'x'</style>", "style sheets");
  assert_refused("<unheard-of/>", "unheard-of");
}

static void
test_references(void)
{
  assert_refused("<image href='file:///etc/passwd'/>", "<image>");
  assert_refused("<use href='http://x/y.svg#a'/>", "href");
  assert_refused("<use xlink:href='other.svg#a'/>", "xlink:href");
  assert_refused("<use href='data:image/svg+xml,x'/>", "href");
  assert_refused("<g fill='url(http://x/#a)'/>", "fill");
  assert_refused("<g style='fill:url( \"x.svg#a\" )'/>", "fill");
  assert_refused("<g style='fill:u\\72l(x)'/>", "fill");
  assert_refused("<g style='background:URL(http://x)'/>", "background");
  assert_refused("<g mask='url(#a) url(http://x)'/>", "mask");
  assert_refused("<g cursor='url(http://x)'/>", "cursor");
  assert_refused("<g style='fill:red;@import url(x)'/>", "style");
  assert_refused("<linearGradient xlink:href='//x/y'/>", "href");
}

static void
test_filters(void)
{
  assert_refused("<filter><feConvolveMatrix order='40'/></filter>",
                 "feConvolveMatrix");
  assert_refused("<filter><feTurbulence numOctaves='2000000000'/></filter>",
                 "feTurbulence");
  assert_refused("<filter><feImage href='x'/></filter>", "feImage");
  assert_refused("<filter><feGaussianBlur stdDeviation='101'/></filter>",
                 "stdDeviation");
  assert_refused("<filter><feGaussianBlur stdDeviation='-1'/></filter>",
                 "stdDeviation");
  assert_refused("<g filter='blur(9000px)'/>", "filter");
}

static void
test_numbers(void)
{
  assert_refused("<rect x='1e300'/>", "x=");
  assert_refused("<rect x='NaN(1)'/>", "x=");
  assert_refused("<rect x='0x10'/>", "x=");
  assert_refused("<path d='M0 9000000'/>", "d=");
  assert_refused("<path d='M0 0 B1'/>", "d=");
  assert_refused("<g transform='scale(1e99)'/>", "transform");
  assert_refused("<g transform='eval(1)'/>", "transform");
}

static void
assert_size(const char *attributes, unsigned width, unsigned height)
{
  g_autofree char *text = g_strdup_printf(
      "<svg xmlns='http://www.w3.org/2000/svg' %s/>", attributes);
  g_autoptr(GBytes) bytes = g_bytes_new(text, strlen(text));
  g_autoptr(GError) error = NULL;
  MediaInfo info;

  g_assert_true(media_probe("a.SVG", bytes, &info, &error));
  g_assert_cmpuint(info.width, ==, width);
  g_assert_cmpuint(info.height, ==, height);
}

static void
test_sizes(void)
{
  assert_size("viewBox='0 0 100.5 50'", 101, 50);
  assert_size("viewBox='0,0,100,50' width='100%'", 100, 50);
  assert_size("viewBox='0 0 100 50' width='1in'", 96, 48);
  assert_size("width='30pt' height='30mm'", 40, 114);
  assert_refused_text("<svg xmlns='http://www.w3.org/2000/svg'/>", "no size");
  assert_refused_text("<svg xmlns='http://www.w3.org/2000/svg' "
                      "viewBox='0 0 0 5'/>",
                      "viewBox");
  assert_refused_text("<svg xmlns='http://www.w3.org/2000/svg' "
                      "viewBox='0 0 inf 5'/>",
                      "viewBox");
}

static void
test_documents(void)
{
  assert_refused_text("<svg/>", "xmlns");
  assert_refused_text("<html xmlns='http://www.w3.org/1999/xhtml'/>", "no SVG");
  assert_refused_text(HEAD "<g></svg>", "well-formed");
  assert_refused_text(HEAD "&nbsp;</svg>", "well-formed");
  assert_refused_text(HEAD "\xff</svg>", "UTF-8");
  assert_refused_text("<!DOCTYPE svg SYSTEM 'x' [<!ENTITY a SYSTEM "
                      "'file:///etc/passwd'>]>" HEAD "<text>&a;</text></svg>",
                      "declares entities");
  assert_refused_text("<!DOCTYPE svg [ <!ENTITY a '1'><!ENTITY b '&a;&a;'>]>"
                      "<svg xmlns='http://www.w3.org/2000/svg' "
                      "width='&b;0' height='9'/>",
                      "declares entities");
}

/* `count` times `piece`. */
static GBytes *
many(const char *piece, unsigned count)
{
  g_autoptr(GString) text = g_string_new(NULL);

  for (unsigned i = 0; i < count; i++)
    g_string_append(text, piece);
  return drawing(text->str);
}

static void
test_limits(void)
{
  g_autoptr(GBytes) fits = many("<rect/>", 19999);
  g_autoptr(GBytes) elements = many("<rect/>", 20000);
  g_autoptr(GBytes) rects = many("<rect width='9' height='9'/>", 300000);
  g_autoptr(GString) deep = g_string_new(NULL);
  g_autoptr(GString) wide = g_string_new("<rect");

  g_free(pass(fits));
  assert_refused_bytes(elements, ERROR_LIMIT, "20,000");
  assert_refused_bytes(rects, ERROR_LIMIT, "20,000");
  for (unsigned i = 0; i < 200; i++)
    g_string_insert(g_string_append(deep, "</g>"), 0, "<g>");
  g_autoptr(GBytes) nested = drawing(deep->str);
  assert_refused_bytes(nested, ERROR_LIMIT, "100 deep");
  for (unsigned i = 0; i < 100000; i++)
    g_string_append_printf(wide, " a%u='1'", i);
  g_string_append(wide, "/>");
  g_autoptr(GBytes) attributes = drawing(wide->str);
  assert_refused_bytes(attributes, ERROR_LIMIT, "256 attributes");
}

static void
test_use_bomb(void)
{
  g_autoptr(GString) text = g_string_new("<g id='a0'><rect/></g>");

  for (unsigned i = 1; i < 30; i++) {
    g_string_append_printf(text, "<g id='a%u'>", i);
    for (unsigned k = 0; k < 10; k++)
      g_string_append_printf(text, "<use href='#a%u'/>", i - 1);
    g_string_append(text, "</g>");
  }
  g_autoptr(GBytes) bomb = drawing(text->str);
  assert_refused_bytes(bomb, ERROR_LIMIT, "500,000");
  assert_refused("<g id='a'><use href='#b'/></g><g id='b'>"
                 "<rect style='mask: url(\"#a\")'/></g>",
                 "circle");
}

static void
test_corpus(void)
{
  GDir *dir = g_dir_open(IMAGES, 0, NULL);
  const char *name = NULL;
  unsigned count = 0;

  if (dir == NULL) {
    g_test_skip("the rust-book corpus is not here");
    return;
  }
  while ((name = g_dir_read_name(dir)) != NULL) {
    g_autofree char *path = g_build_filename(IMAGES, name, NULL);
    g_autoptr(GError) error = NULL;
    char *data = NULL;
    gsize length = 0;
    unsigned size = 0;

    if (!g_str_has_suffix(name, ".svg"))
      continue;
    g_assert_true(g_file_get_contents(path, &data, &length, NULL));
    g_autoptr(GBytes) bytes = g_bytes_new_take(data, length);
    g_autoptr(GBytes) clean = media_svg_clean(bytes, &size, &size, &error);
    g_assert_no_error(error);
    g_assert_true(media_svg_trial(clean, &error));
    g_assert_no_error(error);
    g_autoptr(GBytes) again = media_svg_clean(clean, &size, &size, &error);
    g_assert_true(g_bytes_equal(clean, again));
    count++;
  }
  g_dir_close(dir);
  g_assert_cmpuint(count, ==, 20);
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/kept", test_kept);
  g_test_add_func("/left-out", test_left_out);
  g_test_add_func("/scripts", test_scripts);
  g_test_add_func("/references", test_references);
  g_test_add_func("/filters", test_filters);
  g_test_add_func("/numbers", test_numbers);
  g_test_add_func("/sizes", test_sizes);
  g_test_add_func("/documents", test_documents);
  g_test_add_func("/limits", test_limits);
  g_test_add_func("/use-bomb", test_use_bomb);
  g_test_add_func("/corpus", test_corpus);
  return g_test_run();
}
