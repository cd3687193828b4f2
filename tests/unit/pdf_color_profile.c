/* tests/unit/pdf_color_profile.c -- the colour profile says sRGB, in a form
 * that is quickly turned round. */
/* SPDX-License-Identifier: MIT */

#include "pdf/object.h"

#include <lcms2.h>
#include <math.h>
#include <time.h>

/* A PDF that is nothing but its catalogue. */
static GBytes *
empty_pdf(void)
{
  static const char text[] = "%PDF-1.7\n"
                             "1 0 obj\n<</Type/Catalog>>\nendobj\n"
                             "xref\n0 2\n0000000000 65535 f \n"
                             "0000000009 00000 n \n"
                             "trailer\n<</Size 2/Root 1 0 R>>\n"
                             "startxref\n42\n%%EOF\n";

  return g_bytes_new_static(text, sizeof text - 1);
}

static GBytes *
profile_bytes(void)
{
  g_autoptr(GBytes) empty = empty_pdf();
  g_autoptr(GError) error = NULL;
  g_autoptr(PdfDraft) draft = pdf_draft_new(empty, &error);
  PdfFinish finish = { .draft = draft };
  PdfValue intent = { NULL, 0 };
  GByteArray *profile = g_byte_array_new();

  g_assert_no_error(error);
  g_assert_true(pdf_color_profile(&finish, &error));
  g_assert_no_error(error);
  g_autoptr(GBytes) written = pdf_draft_write(draft, NULL);
  g_autoptr(PdfFile) file = pdf_file_open(written, &error);
  g_assert_no_error(error);
  PdfScanner intents = pdf_value_items(
      pdf_file_key(file, pdf_file_root(file), "/OutputIntents"));
  g_assert_true(pdf_value_next(&intents, &intent));
  g_assert_true(pdf_file_unpack(
      file, pdf_file_key(file, intent, "/DestOutputProfile"), profile));
  return g_byte_array_free_to_bytes(profile);
}

static cmsHPROFILE
open_profile(GBytes *bytes)
{
  gsize length = 0;
  const void *data = g_bytes_get_data(bytes, &length);
  cmsHPROFILE profile = cmsOpenProfileFromMem(data, (cmsUInt32Number)length);

  g_assert_nonnull(profile);
  return profile;
}

static double
light(double value) /* IEC 61966-2-1 */
{
  return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4);
}

/* A curve is the formula itself: a table is turned round for each page by
 * poppler, 0.7 s a page with the 4096 entries of lcms2's own sRGB. */
static void
test_curves(void)
{
  static const cmsTagSignature tags[] = { cmsSigRedTRCTag, cmsSigGreenTRCTag,
                                          cmsSigBlueTRCTag };
  g_autoptr(GBytes) bytes = profile_bytes();
  cmsHPROFILE profile = open_profile(bytes);

  for (unsigned i = 0; i < G_N_ELEMENTS(tags); i++) {
    const cmsToneCurve *curve = cmsReadTag(profile, tags[i]);
    g_assert_nonnull(curve);
    g_assert_cmpint(cmsGetToneCurveParametricType(curve), ==, 4);
    for (unsigned value = 0; value < 256; value++)
      g_assert_cmpfloat_with_epsilon(
          cmsEvalToneCurveFloat(curve, (float)value / 255),
          light(value / 255.0), 0.0001);
  }
  cmsCloseProfile(profile);
}

static void
test_colors(void)
{
  static const double white[] = { 1, 1, 1 };
  static const double red[] = { 1, 0, 0 };
  g_autoptr(GBytes) bytes = profile_bytes();
  cmsHPROFILE profile = open_profile(bytes);
  cmsHPROFILE space = cmsCreateXYZProfile();
  cmsHTRANSFORM transform =
      cmsCreateTransform(profile, TYPE_RGB_DBL, space, TYPE_XYZ_DBL,
                         INTENT_RELATIVE_COLORIMETRIC, 0);
  cmsCIEXYZ seen;

  g_assert_cmpint(cmsGetColorSpace(profile), ==, cmsSigRgbData);
  g_assert_cmpfloat_with_epsilon(cmsGetProfileVersion(profile), 4.2, 0.01);
  cmsDoTransform(transform, white, &seen, 1);
  g_assert_cmpfloat_with_epsilon(seen.X, cmsD50_XYZ()->X, 0.001);
  g_assert_cmpfloat_with_epsilon(seen.Y, cmsD50_XYZ()->Y, 0.001);
  g_assert_cmpfloat_with_epsilon(seen.Z, cmsD50_XYZ()->Z, 0.001);
  cmsDoTransform(transform, red, &seen, 1); /* seen in the light of D50 */
  g_assert_cmpfloat_with_epsilon(seen.X, 0.4361, 0.001);
  g_assert_cmpfloat_with_epsilon(seen.Y, 0.2225, 0.001);
  cmsDeleteTransform(transform);
  cmsCloseProfile(space);
  cmsCloseProfile(profile);
}

static void
test_date(void)
{
  g_autoptr(GBytes) bytes = profile_bytes();
  cmsHPROFILE profile = open_profile(bytes);
  struct tm made;

  g_assert_true(cmsGetHeaderCreationDateTime(profile, &made));
  g_assert_cmpint(made.tm_year + 1900, ==, 2000);
  g_assert_cmpint(made.tm_hour, ==, 0);
  cmsCloseProfile(profile);
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/curves", test_curves);
  g_test_add_func("/colors", test_colors);
  g_test_add_func("/date", test_date);
  return g_test_run();
}
