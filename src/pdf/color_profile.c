/* pdf/color_profile.c -- what the numbers of a colour mean: sRGB (PDF/A-2,
 * 6.2.3). */
/* SPDX-License-Identifier: MIT */

#include "base/error.h"
#include "pdf/object.h"

#include <lcms2.h>
#include <string.h>

/* ICC.1:2004, 10.15, function 3, which lcms2 counts as its fourth: the power
 * a x + b above d, c x below. */
#define PARAMETRIC 4

enum {
  DATE_OFFSET = 24, /* ICC.1:2001, 6.1 */
  DATE_LENGTH = 12,
  HEADER_LENGTH = 128
};

/* lcms2 writes the clock's time: 2000-01-01T00:00:00 instead. */
static void
fix_date(guint8 *profile)
{
  static const guint8 date[DATE_LENGTH] = { 0x07, 0xd0, 0, 1, 0, 1 };

  memcpy(profile + DATE_OFFSET, date, DATE_LENGTH);
}

static guint8 *
save_profile(cmsHPROFILE profile, cmsUInt32Number *length)
{
  cmsSetProfileVersion(profile, 4.2); /* ISO 15076-1:2005, as PDF/A-2 says */
  if (!cmsSaveProfileToMem(profile, NULL, length) || *length < HEADER_LENGTH)
    return NULL;
  g_autofree guint8 *data = g_malloc(*length);
  if (!cmsSaveProfileToMem(profile, data, length))
    return NULL;
  fix_date(data);
  return g_steal_pointer(&data);
}

/* IEC 61966-2-1, 5.2: from the stored value to light.  As a formula, which ICC
 * has since version 4: a table of it would be looked through thousands of times
 * a page by readers that turn it round. */
static cmsToneCurve *
srgb_curve(void)
{
  static const cmsFloat64Number formula[] = { 2.4, 1 / 1.055, 0.055 / 1.055,
                                              1 / 12.92, 0.04045 };

  return cmsBuildParametricToneCurve(NULL, PARAMETRIC, formula);
}

/* IEC 61966-2-1, 4.2: white D65, the primaries of ITU-R BT.709. */
static cmsHPROFILE
new_profile(void)
{
  const cmsCIExyY white = { 0.3127, 0.3290, 1 };
  const cmsCIExyYTRIPLE primaries = { { 0.64, 0.33, 1 },
                                      { 0.30, 0.60, 1 },
                                      { 0.15, 0.06, 1 } };
  cmsToneCurve *curve = srgb_curve();

  if (curve == NULL)
    return NULL;
  cmsToneCurve *curves[] = { curve, curve, curve };
  cmsHPROFILE profile = cmsCreateRGBProfile(&white, &primaries, curves);
  cmsFreeToneCurve(curve);
  return profile;
}

static guint8 *
srgb_profile(cmsUInt32Number *length)
{
  cmsHPROFILE profile = new_profile();

  if (profile == NULL)
    return NULL;
  guint8 *data = save_profile(profile, length);
  cmsCloseProfile(profile);
  return data;
}

bool
pdf_color_profile(PdfFinish *finish, GError **error)
{
  cmsUInt32Number length = 0;
  g_autofree guint8 *data = srgb_profile(&length);

  if (data == NULL) {
    g_set_error_literal(error, HANDBILL_ERROR, ERROR_BUG,
                        "cannot make the colour profile");
    return false;
  }
  int number = pdf_draft_reserve(finish->draft);
  g_string_append(pdf_draft_begin(finish->draft, number), "<</N 3>>");
  pdf_draft_end(finish->draft);
  pdf_draft_pack(finish->draft, number, data, length);
  g_autofree char *intent = g_strdup_printf(
      "[<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB)"
      "/Info(sRGB IEC61966-2.1)/DestOutputProfile %d 0 R>>]",
      number);
  pdf_finish_set_root(finish, "/OutputIntents", intent);
  return true;
}
