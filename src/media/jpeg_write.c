/* media/jpeg_write.c -- writing JPEG through libjpeg, the same bytes each time.
 */
/* SPDX-License-Identifier: MIT */

#include "media/jpeg_write.h"

#include "base/error.h"

#define QUALITY 85
#define ROOM    (64 << 10) /* bytes; grows */

#define SOI_LENGTH 2
#define APP0       0xe0

/* --- to memory --- */

static MediaJpegSink *
sink_of(j_compress_ptr out)
{
  return (MediaJpegSink *)(void *)out->dest;
}

/* The free room is always the array's end. */
static void
give_room(MediaJpegSink *sink, gsize more)
{
  guint used = sink->bytes->len;

  g_byte_array_set_size(sink->bytes, (guint)(used + more));
  sink->manager.next_output_byte = sink->bytes->data + used;
  sink->manager.free_in_buffer = more;
}

static void
on_start(j_compress_ptr out)
{
  (void)out; /* room was given with the guess */
}

static boolean
on_full(j_compress_ptr out)
{
  MediaJpegSink *sink = sink_of(out);

  give_room(sink, sink->bytes->len);
  return TRUE;
}

static void
on_end(j_compress_ptr out)
{
  MediaJpegSink *sink = sink_of(out);

  g_byte_array_set_size(
      sink->bytes, (guint)(sink->bytes->len - sink->manager.free_in_buffer));
}

struct jpeg_destination_mgr *
media_jpeg_sink_set(MediaJpegSink *sink, gsize guess)
{
  sink->manager = (struct jpeg_destination_mgr){
    .init_destination = on_start,
    .empty_output_buffer = on_full,
    .term_destination = on_end,
  };
  sink->bytes = g_byte_array_new();
  give_room(sink, guess);
  return &sink->manager;
}

void
media_jpeg_sink_clear(MediaJpegSink *sink)
{
  g_clear_pointer(&sink->bytes, g_byte_array_unref);
}

/* The profile stands after SOI and, where there is one, the JFIF header, which
 * has to come first (JFIF 1.02, page 2). */
GBytes *
media_jpeg_sink_take(MediaJpegSink *sink, const GByteArray *profile)
{
  g_autoptr(GByteArray) jpeg = g_steal_pointer(&sink->bytes);
  gsize head = SOI_LENGTH;

  if (profile == NULL || profile->len == 0)
    return g_byte_array_free_to_bytes(g_steal_pointer(&jpeg));
  if (jpeg->len > 6 && jpeg->data[3] == APP0)
    head += 2 + ((gsize)jpeg->data[4] << 8 | jpeg->data[5]);
  GByteArray *out = g_byte_array_sized_new(jpeg->len + profile->len);
  g_byte_array_append(out, jpeg->data, (guint)head);
  g_byte_array_append(out, profile->data, profile->len);
  g_byte_array_append(out, jpeg->data + head, jpeg->len - (guint)head);
  return g_byte_array_free_to_bytes(out);
}

/* --- pixels --- */

typedef struct {
  MediaJpegTrap trap;
  struct jpeg_compress_struct out;
  MediaJpegSink sink;
  const MediaPixels *pixels;
  guint8 *row;
  bool grey;
} Session;

/* R, G, B on white. */
static void
flatten(const MediaPixels *pixels, unsigned y, guint8 *out)
{
  const void *row = pixels->data + (gsize)y * pixels->stride;
  const guint32 *word = row;

  for (unsigned x = 0; x < pixels->width; x++, out += 3) {
    guint32 paper = 255 - (word[x] >> 24);

    out[0] = (guint8)((word[x] >> 16 & 0xff) + paper);
    out[1] = (guint8)((word[x] >> 8 & 0xff) + paper);
    out[2] = (guint8)((word[x] & 0xff) + paper);
  }
}

static void
set_kind(Session *session)
{
  struct jpeg_compress_struct *out = &session->out;

  out->image_width = session->pixels->width;
  out->image_height = session->pixels->height;
  out->input_components = 3;
  out->in_color_space = JCS_RGB;
  jpeg_set_defaults(out);
  jpeg_set_quality(out, QUALITY, TRUE);
  out->dct_method = JDCT_ISLOW;
  jpeg_set_colorspace(out, session->grey ? JCS_GRAYSCALE : JCS_YCbCr);
  out->comp_info[0].h_samp_factor = session->grey ? 1 : 2;
  out->comp_info[0].v_samp_factor = session->grey ? 1 : 2;
}

static void
encode(gpointer data)
{
  Session *session = data;
  struct jpeg_compress_struct *out = &session->out;

  jpeg_create_compress(out);
  out->dest = media_jpeg_sink_set(&session->sink, ROOM);
  set_kind(session);
  jpeg_start_compress(out, TRUE);
  while (out->next_scanline < out->image_height) {
    flatten(session->pixels, out->next_scanline, session->row);
    jpeg_write_scanlines(out, &session->row, 1);
  }
  jpeg_finish_compress(out);
}

GBytes *
media_jpeg_encode(const MediaPixels *pixels, bool grey,
                  const GByteArray *profile, GError **error)
{
  g_autofree Session *session = g_new0(Session, 1);
  g_autofree guint8 *row = g_malloc_n(pixels->width, 3);
  GBytes *made = NULL;

  session->pixels = pixels;
  session->row = row;
  session->grey = grey;
  session->out.err = media_jpeg_trap_set(&session->trap);
  if (media_jpeg_trap_run(&session->trap, encode, session))
    made = media_jpeg_sink_take(&session->sink, profile);
  else
    g_set_error(error, HANDBILL_ERROR, ERROR_BUG,
                "a JPEG cannot be written: %s", session->trap.text);
  jpeg_destroy_compress(&session->out);
  media_jpeg_sink_clear(&session->sink);
  return made;
}
