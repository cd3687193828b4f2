/* tests/unit/pdf_color_profile.c -- the colour profile says sRGB, in a form
 * that is quickly turned round. */
/* SPDX-License-Identifier: MIT */

#include "pdf/object.h"

#include <lcms2.h>
#include <math.h>
#include <stdlib.h>
#include <time.h>

static GBytes *
profile_bytes(void)
{
  PdfFinish finish = { .qpdf = qpdf_init() };
  g_autoptr(GError) error = NULL;
  unsigned char *data = NULL;
  size_t length = 0;
  QPDF_BOOL filtered = QPDF_FALSE;

  g_assert_cmpint(qpdf_empty_pdf(finish.qpdf), ==, QPDF_SUCCESS);
  g_assert_true(pdf_color_profile(&finish, &error));
  g_assert_no_error(error);
  qpdf_oh intents = qpdf_oh_get_key(finish.qpdf, qpdf_get_root(finish.qpdf),
                                    "/OutputIntents");
  qpdf_oh intent = qpdf_oh_get_array_item(finish.qpdf, intents, 0);
  qpdf_oh stream = qpdf_oh_get_key(finish.qpdf, intent, "/DestOutputProfile");
  g_assert_cmpint(qpdf_oh_get_stream_data(finish.qpdf, stream,
                                          qpdf_dl_generalized, &filtered, &data,
                                          &length),
                  ==, QPDF_SUCCESS);
  GBytes *bytes = g_bytes_new_with_free_func(data, length, free, data);
  qpdf_cleanup(&finish.qpdf);
  return bytes;
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
