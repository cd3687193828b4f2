/* media/jpeg_turn.c -- turning a JPEG's blocks. */
/* SPDX-License-Identifier: MIT */

#include "media/jpeg_turn.h"

/* EXIF 2.32, 4.6.4 A. */
static const MediaJpegTurn turns[] = {
  [1] = { .swap = false },
  [2] = { .mirror = true },
  [3] = { .mirror = true, .upend = true },
  [4] = { .upend = true },
  [5] = { .swap = true },
  [6] = { .swap = true, .mirror = true },
  [7] = { .swap = true, .mirror = true, .upend = true },
  [8] = { .swap = true, .upend = true },
};

const MediaJpegTurn *
media_jpeg_turn_find(unsigned orientation)
{
  g_return_val_if_fail(orientation > 0 && orientation < G_N_ELEMENTS(turns),
                       &turns[1]);
  return &turns[orientation];
}

static bool
is_turned(const MediaJpegTurn *turn)
{
  return turn->swap || turn->mirror || turn->upend;
}

/* The sides of a stored unit (MCU) divide those that change their end. */
bool
media_jpeg_turn_fits(const MediaJpegTurn *turn,
                     const struct jpeg_decompress_struct *in)
{
  bool across = turn->swap ? turn->upend : turn->mirror;
  bool down = turn->swap ? turn->mirror : turn->upend;
  unsigned width = DCTSIZE * (unsigned)in->max_h_samp_factor;
  unsigned height = DCTSIZE * (unsigned)in->max_v_samp_factor;

  return (!across || in->image_width % width == 0) &&
         (!down || in->image_height % height == 0);
}

static JDIMENSION
round_up(JDIMENSION count, int factor)
{
  JDIMENSION step = (JDIMENSION)factor;

  return (count + step - 1) / step * step;
}

jvirt_barray_ptr *
media_jpeg_turn_request(const MediaJpegTurn *turn,
                        struct jpeg_decompress_struct *in)
{
  j_common_ptr common = (j_common_ptr)in;
  jvirt_barray_ptr *arrays;

  if (!is_turned(turn))
    return NULL;
  arrays = in->mem->alloc_small(common, JPOOL_IMAGE,
                                (size_t)in->num_components *
                                    sizeof(jvirt_barray_ptr));
  for (int i = 0; i < in->num_components; i++) {
    const jpeg_component_info *color = &in->comp_info[i];
    JDIMENSION width = round_up(color->width_in_blocks, color->h_samp_factor);
    JDIMENSION height = round_up(color->height_in_blocks, color->v_samp_factor);
    int factor = turn->swap ? color->h_samp_factor : color->v_samp_factor;

    arrays[i] = in->mem->request_virt_barray(
        common, JPOOL_IMAGE, TRUE, turn->swap ? height : width,
        turn->swap ? width : height, (JDIMENSION)factor);
  }
  return arrays;
}

static void
swap_quanta(JQUANT_TBL *table)
{
  for (int y = 0; y < DCTSIZE; y++)
    for (int x = 0; x < y; x++) {
      UINT16 quantum = table->quantval[DCTSIZE * y + x];
      table->quantval[DCTSIZE * y + x] = table->quantval[DCTSIZE * x + y];
      table->quantval[DCTSIZE * x + y] = quantum;
    }
}

void
media_jpeg_turn_frame(const MediaJpegTurn *turn,
                      struct jpeg_compress_struct *out)
{
  JDIMENSION width = out->image_width;

  if (!turn->swap)
    return;
  out->image_width = out->image_height;
  out->image_height = width;
  for (int i = 0; i < out->num_components; i++) {
    jpeg_component_info *color = &out->comp_info[i];
    int factor = color->h_samp_factor;
    color->h_samp_factor = color->v_samp_factor;
    color->v_samp_factor = factor;
  }
  for (int i = 0; i < NUM_QUANT_TBLS; i++)
    if (out->quant_tbl_ptrs[i] != NULL)
      swap_quanta(out->quant_tbl_ptrs[i]);
}

static void
turn_block(const MediaJpegTurn *turn, const JCOEF *from, JCOEF *to)
{
  for (int y = 0; y < DCTSIZE; y++)
    for (int x = 0; x < DCTSIZE; x++) {
      JCOEF value = from[turn->swap ? DCTSIZE * x + y : DCTSIZE * y + x];
      bool odd = (turn->mirror && (x & 1)) != (turn->upend && (y & 1));
      to[DCTSIZE * y + x] = odd ? (JCOEF)-value : value;
    }
}

static JBLOCKROW
open_row(struct jpeg_decompress_struct *in, jvirt_barray_ptr array,
         JDIMENSION y, boolean write)
{
  return in->mem->access_virt_barray((j_common_ptr)in, array, y, 1, write)[0];
}

/* One colour, `width` x `height` blocks when upright. */
static void
turn_color(const MediaJpegTurn *turn, struct jpeg_decompress_struct *in,
           jvirt_barray_ptr stored, jvirt_barray_ptr turned, JDIMENSION width,
           JDIMENSION height)
{
  for (JDIMENSION y = 0; y < height; y++) {
    JBLOCKROW to = open_row(in, turned, y, TRUE);
    JDIMENSION down = turn->upend ? height - 1 - y : y;
    for (JDIMENSION x = 0; x < width; x++) {
      JDIMENSION across = turn->mirror ? width - 1 - x : x;
      JBLOCKROW from = open_row(in, stored, turn->swap ? across : down, FALSE);
      turn_block(turn, from[turn->swap ? down : across], to[x]);
    }
  }
}

void
media_jpeg_turn_blocks(const MediaJpegTurn *turn,
                       struct jpeg_decompress_struct *in,
                       jvirt_barray_ptr *stored, jvirt_barray_ptr *turned)
{
  for (int i = 0; turned != NULL && i < in->num_components; i++) {
    const jpeg_component_info *color = &in->comp_info[i];
    JDIMENSION width = color->width_in_blocks;
    JDIMENSION height = color->height_in_blocks;

    turn_color(turn, in, stored[i], turned[i], turn->swap ? height : width,
               turn->swap ? width : height);
  }
}
