/* tests/unit/pdf_content.c -- cuts become marked content, or nothing does. */
/* SPDX-License-Identifier: MIT */

#include "base/error.h"
#include "pdf/content.h"

#include <string.h>

#define COLOR  "0.125 0.25 0.625 rg "
#define CUT(n) COLOR n " 0 0.5 0.25 re f\n"
#define TEXT   "0 g BT /f-0-0 1 Tf (a(b\\))) Tj ET\n"

/* Two segments of leaves 5 and 7, then one artifact. */
static GArray *
make_segments(void)
{
  static const PdfSegment segments[] = {
    { 5, "P", NULL, 0, 1 },
    { 7, "H1", NULL, 1, 1 },
    { -1, "Artifact", "/Type/Layout", 2, 1 },
  };
  GArray *array = g_array_new(FALSE, FALSE, sizeof(PdfSegment));

  g_array_append_vals(array, segments, G_N_ELEMENTS(segments));
  return array;
}

static void
expect(const char *in, const char *wanted, int mcids)
{
  g_autoptr(GArray) segments = make_segments();
  g_autoptr(GArray) owners = g_array_new(FALSE, FALSE, sizeof(int));
  g_autoptr(GString) out = g_string_new(NULL);
  GError *error = NULL;

  pdf_content_rewrite(in, strlen(in), segments, out, owners, &error);
  g_assert_no_error(error);
  if (strstr(out->str, wanted) == NULL)
    g_test_message("%s", out->str);
  g_assert_nonnull(strstr(out->str, wanted));
  g_assert_null(strstr(out->str, "0.125"));
  g_assert_cmpint((int)owners->len, ==, mcids);
}

static void
refuse(const char *in, const char *words)
{
  g_autoptr(GArray) segments = make_segments();
  g_autoptr(GArray) owners = g_array_new(FALSE, FALSE, sizeof(int));
  g_autoptr(GString) out = g_string_new(NULL);
  GError *error = NULL;

  g_assert_false(
      pdf_content_rewrite(in, strlen(in), segments, out, owners, &error));
  g_assert_error(error, HANDBILL_ERROR, ERROR_BUG);
  if (strstr(error->message, words) == NULL)
    g_test_message("%s", error->message);
  g_assert_nonnull(strstr(error->message, words));
  g_clear_error(&error);
}

static void
test_marks(void)
{
  expect("q " CUT("0") TEXT CUT("1") TEXT CUT("2") "0 0 m 1 1 l S Q",
         "/H1 <</MCID 1>> BDC\nBT", 2);
  expect("q " CUT("0") TEXT CUT("1") TEXT CUT("2") "0 0 m 1 1 l S Q",
         "/Artifact <</Type/Layout>> BDC\n0 0 m 1 1 l S", 2);
  expect(CUT("0") "q 1 0 0 1 5 5 cm /x5 Do Q 0 0 m 1 1 l S " CUT("1") CUT("2"),
         "/P <</MCID 1>> BDC\n0 0 m 1 1 l S", 2);
  expect(CUT("0") CUT("1") TEXT CUT("2"), "/H1 <</MCID 0>> BDC\nBT", 1);
}

#define GROUND COLOR "1 1 593 840 re f\n"

static void
test_ground(void)
{
  expect("q " GROUND CUT("0") CUT("1") TEXT CUT("2") "Q",
         "q   \n \n0 g /H1 <</MCID 0>> BDC", 1);
  refuse(GROUND GROUND CUT("0"), "before the first cut");
  refuse(CUT("0") GROUND CUT("1") CUT("2"), "colour of the cuts");
  refuse("BT " GROUND "ET " CUT("0") CUT("1") CUT("2"), "inside a text");
  refuse(COLOR "BT 1 1 593 840 re f ET", "the ground is inside a text");
  refuse(COLOR "1 1 593 840 re S", "not filled");
  refuse(COLOR "1 1 593 840 re 1 f", "not filled");
  refuse(COLOR "1 1 593 840 re 2 2 3 3 re f", "not filled");
  refuse(GROUND, "cuts are missing");
}

static void
test_spans(void)
{
  expect(CUT("0")
             TEXT CUT("1") "0 g BT (a)Tj /Span << /ActualText <feff0041> >> "
                           "BDC (b)Tj EMC (c)Tj ET " CUT("2"),
         "/Span <</MCID 2/ActualText<feff0041>>> BDC", 4);
  expect(CUT("0") "0 g BT /Span << /ActualText <fefffb01> >> BDC (b)Tj EMC "
                  "ET " CUT("1") CUT("2"),
         "/Span <</MCID 0/ActualText<feff00660069>>> BDC", 1);
}

static void
test_colors(void)
{
  expect(CUT("0") "0 0 0 rg " TEXT "0 0 0 RG 0 0 m 1 1 l S " CUT("1") CUT("2"),
         "0 g", 1);
  expect(CUT("0") "0 0 0 RG 0 0 m 1 1 l S " CUT("1") CUT("2"), "0 G", 1);
  /* The size of a cut, but not its colour. */
  expect(CUT("0") "1 0 0 rg 1 0 0.5 0.25 re f " CUT("1") CUT("2"),
         "/P <</MCID 0>> BDC\n1 0 0.5 0.25 re f", 1);
}

static void
test_cut_faults(void)
{
  refuse(TEXT CUT("0") CUT("1") CUT("2"), "before the first cut");
  refuse(CUT("0") CUT("1"), "cuts are missing");
  refuse(CUT("1") CUT("0") CUT("2"), "out of order");
  refuse(CUT("0") CUT("0") CUT("1") CUT("2"), "out of order");
  refuse(CUT("0") CUT("1") CUT("2") CUT("3"), "more cuts");
  refuse(COLOR "0 0 0.5 0.25 re S", "not filled");
  refuse(CUT("0") "BT (a) Tj ET " CUT("1") CUT("2"), "colour of the cuts");
  refuse(CUT("0") "0 0 9 9 re f " CUT("1") CUT("2"), "colour of the cuts");
}

static void
test_stream_faults(void)
{
  refuse(CUT("0") CUT("1") CUT("2") "BI /W 1 ID x EI", "inline image");
  refuse(CUT("0") CUT("1") CUT("2") "Q", "Q without q");
  refuse("q " CUT("0") CUT("1") CUT("2"), "q without Q");
  refuse(CUT("0") CUT("1") CUT("2") "/P <</MCID 3>> BDC", "none of ours");
  refuse(CUT("0") CUT("1") CUT("2") "EMC", "not open");
  refuse(CUT("0") CUT("1") CUT("2") "BT 0 0 0 rg (a) Tj ET", "inside a text");
  refuse(CUT("0") CUT("1") CUT("2") "0 g BT (a) Tj", "ends inside");
  refuse(CUT("0") CUT("1") CUT("2") "0 g (a) Tj", "outside a text");
}

/* A stream with as many states in each other. */
static char *
nested(int states)
{
  GString *in = g_string_new(CUT("0") CUT("1") CUT("2"));

  for (int i = 0; i < states; i++)
    g_string_append(in, "q ");
  for (int i = 0; i < states; i++)
    g_string_append(in, "Q ");
  return g_string_free(in, FALSE);
}

/* PDF/A-2, 6.1.13 */
static void
test_states(void)
{
  g_autofree char *most = nested(28);
  g_autofree char *more = nested(29);
  g_autofree char *often =
      g_strconcat(most, most + strlen(most) - 56 * 2, NULL);

  expect(most, "q q", 0);
  expect(often, "q q", 0);
  refuse(more, "28 deep");
}

static void
test_blacken(void)
{
  static const char in[] = "q 0 0 0 rg q 0 0 0 RG 1 0 0 rg Q Q";
  g_autoptr(GString) out = g_string_new(NULL);
  GError *error = NULL;
  unsigned depth;

  g_assert_true(pdf_content_blacken(in, strlen(in), out, &depth, &error));
  g_assert_cmpstr(out->str, ==, "q 0 g q 0 G 1 0 0 rg Q Q");
  g_assert_cmpuint(depth, ==, 2);
  g_assert_false(pdf_content_blacken("BI", 2, out, &depth, &error));
  g_assert_error(error, HANDBILL_ERROR, ERROR_BUG);
  g_clear_error(&error);
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/marks", test_marks);
  g_test_add_func("/ground", test_ground);
  g_test_add_func("/spans", test_spans);
  g_test_add_func("/colors", test_colors);
  g_test_add_func("/cut-faults", test_cut_faults);
  g_test_add_func("/stream-faults", test_stream_faults);
  g_test_add_func("/states", test_states);
  g_test_add_func("/blacken", test_blacken);
  return g_test_run();
}
