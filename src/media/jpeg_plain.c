/* media/jpeg_plain.c -- a JPEG's coefficients in a baseline file. */
/* SPDX-License-Identifier: MIT */

#include "media/jpeg_plain.h"

#include "media/jpeg_turn.h"
#include "media/jpeg_write.h"

/* What Annex K's codes can say: 10 bits, and 11 for the difference of two DC
 * coefficients (T.81, F.1.2.1.1, F.1.2.2.1). */
enum {
  AC_MAX = 1023,
  DC_MIN = -1024,
  QUANTUM_MAX = 255 /* of 8 bits, as in a baseline file: B.2.4.1 */
};

typedef struct {
  MediaJpegTrap trap;
  struct jpeg_decompress_struct in;
  struct jpeg_compress_struct out;
  MediaJpegSink sink;
  const guint8 *data;
  gsize length;
  const MediaJpegTurn *turn;
  bool made;
} Session;

static bool
is_usual(const struct jpeg_decompress_struct *in)
{
  const jpeg_component_info *first = in->comp_info;
  bool colour = in->num_components == 3 && (in->jpeg_color_space == JCS_YCbCr ||
                                            in->jpeg_color_space == JCS_RGB);
  bool grey = in->num_components == 1 && in->jpeg_color_space == JCS_GRAYSCALE;

  if ((!colour && !grey) || first->h_samp_factor > 2 ||
      first->v_samp_factor > 2)
    return false;
  for (int i = 1; i < in->num_components; i++)
    if (in->comp_info[i].h_samp_factor != 1 ||
        in->comp_info[i].v_samp_factor != 1)
      return false;
  return true;
}

/* What was never sent a decoder guesses: libjpeg smooths. */
static bool
is_complete(const struct jpeg_decompress_struct *in)
{
  for (int i = 0; in->coef_bits != NULL && i < in->num_components; i++)
    for (int k = 0; k < DCTSIZE2; k++)
      if (in->coef_bits[i][k] != 0)
        return false;
  return true;
}

static bool
has_small_quanta(const struct jpeg_compress_struct *out)
{
  for (int i = 0; i < NUM_QUANT_TBLS; i++)
    for (int k = 0; out->quant_tbl_ptrs[i] != NULL && k < DCTSIZE2; k++)
      if (out->quant_tbl_ptrs[i]->quantval[k] > QUANTUM_MAX)
        return false;
  return true;
}

static bool
is_row_small(JBLOCKROW row, JDIMENSION count)
{
  unsigned large = 0;

  for (JDIMENSION i = 0; i < count; i++) {
    const JCOEF *block = row[i];
    large |= block[0] < DC_MIN || block[0] > AC_MAX;
    for (int k = 1; k < DCTSIZE2; k++)
      large |= (guint16)(block[k] + AC_MAX) > 2 * AC_MAX;
  }
  return large == 0;
}

/* libjpeg-turbo's fast coder does not look. */
static bool
has_small_coefficients(Session *session, jvirt_barray_ptr *arrays)
{
  struct jpeg_decompress_struct *in = &session->in;

  for (int i = 0; i < in->num_components; i++) {
    const jpeg_component_info *color = &in->comp_info[i];
    for (JDIMENSION y = 0; y < color->height_in_blocks; y++) {
      JBLOCKARRAY rows =
          in->mem->access_virt_barray((j_common_ptr)in, arrays[i], y, 1, FALSE);
      if (!is_row_small(rows[0], color->width_in_blocks))
        return false;
    }
  }
  return true;
}

/* One colour has no sampling to speak of; density is not ours to tell. */
static void
tidy(struct jpeg_compress_struct *out)
{
  if (out->num_components == 1)
    out->comp_info[0].h_samp_factor = out->comp_info[0].v_samp_factor = 1;
  out->JFIF_major_version = 1;
  out->JFIF_minor_version = 1;
  out->density_unit = 0;
  out->X_density = out->Y_density = 1;
}

static void
copy(gpointer data)
{
  Session *session = data;
  struct jpeg_decompress_struct *in = &session->in;
  struct jpeg_compress_struct *out = &session->out;

  jpeg_create_decompress(in);
  jpeg_create_compress(out);
  jpeg_mem_src(in, session->data, session->length);
  jpeg_read_header(in, TRUE);
  if (!is_usual(in) || !media_jpeg_turn_fits(session->turn, in))
    return;
  jvirt_barray_ptr *turned = media_jpeg_turn_request(session->turn, in);
  jvirt_barray_ptr *stored = jpeg_read_coefficients(in);
  if (!is_complete(in) || !has_small_coefficients(session, stored))
    return;
  out->dest = media_jpeg_sink_set(&session->sink, 2 * session->length);
  jpeg_copy_critical_parameters(in, out);
  tidy(out);
  media_jpeg_turn_frame(session->turn, out);
  if (!has_small_quanta(out))
    return;
  jpeg_write_coefficients(out, turned != NULL ? turned : stored);
  media_jpeg_turn_blocks(session->turn, in, stored, turned);
  jpeg_finish_compress(out);
  jpeg_finish_decompress(in);
  session->made = true;
}

GBytes *
media_jpeg_plain_new(GBytes *bytes, const MediaJpegHeader *header)
{
  g_autofree Session *session = g_new0(Session, 1);
  g_autoptr(GByteArray) profile = g_byte_array_new();
  GBytes *made = NULL;

  session->data = g_bytes_get_data(bytes, NULL);
  session->length = header->length;
  session->turn = media_jpeg_turn_find(header->orientation);
  session->in.err = session->out.err = media_jpeg_trap_set(&session->trap);
  if (media_jpeg_trap_run(&session->trap, copy, session) && session->made) {
    media_jpeg_segment_append_profile(bytes, profile);
    made = media_jpeg_sink_take(&session->sink, profile);
  }
  jpeg_destroy_compress(&session->out);
  jpeg_destroy_decompress(&session->in);
  media_jpeg_sink_clear(&session->sink);
  return made;
}
