/* media/jpeg_scan.c -- steps over the codes of a plain JPEG. */
/* SPDX-License-Identifier: MIT */

#include "media/jpeg_scan.h"

#include "media/jpeg_segment.h"

#include <string.h>

/* T.81, table B.1. */
enum {
  MARKER_SOF0 = 0xc0,
  MARKER_DHT = 0xc4,
  MARKER_RST0 = 0xd0,
  MARKER_EOI = 0xd9,
  MARKER_SOS = 0xda,
  MARKER_DQT = 0xdb,
  MARKER_DRI = 0xdd,
  MARKER_APP0 = 0xe0,
  MARKER_APP14 = 0xee,
  MARKER_APP15 = 0xef,
  MARKER_COM = 0xfe
};

enum {
  LOOK = 11,    /* bits that are looked up at once */
  LONGEST = 16, /* bits of a code */
  TABLES = 4,
  COLORS = 3,
  COEFFICIENTS = 64,
  RUN = 16,                    /* coefficients that a code can stand for */
  JOINED = COEFFICIENTS - RUN, /* from one before it, a run ends no block */
  BITS = 63,                   /* of a Step: see there */
  STEPS = 6,
  DC_SIZE_MAX = 11, /* bits behind a code: F.1.2.1 */
  AC_SIZE_MAX = 10,
  ZERO_RUN = 0xf0,
  END_OF_BLOCK = 2 * COEFFICIENTS,
  NO_CODE = 4 * COEFFICIENTS,
  SLACK = 2048 /* bytes: more than an MCU can take */
};

/* What codes stand for: in the low 6 bits, the bits of the codes and of the
 * values behind them; above, how many coefficients.  0: no such code. */
typedef guint16 Step;

typedef struct {
  bool known;
  Step look[1 << LOOK];
  Step runs[1 << LOOK];     /* of several codes, where they can be seen */
  guint8 codes[1 << LOOK];  /* bits of the code alone */
  Step steps[256];          /* by rank */
  gint32 end[LONGEST + 1];  /* the first code that is too large, by length */
  gint32 rank[LONGEST + 1]; /* of a code, less the code */
} Table;

typedef struct {
  guint8 id;
  unsigned blocks; /* in an MCU */
  const Table *dc;
  const Table *ac;
} Color;

typedef struct {
  Table tables[2][TABLES]; /* DC, AC */
  bool quantised[TABLES];
  Color colors[COLORS];
  unsigned count;
  gsize units;    /* MCUs */
  gsize interval; /* MCUs between restarts, or 0 */
} Plain;

/* Bits from the left. */
typedef struct {
  const guint8 *at;
  guint64 bits;
  unsigned count;
} Bits;

/* --- tables --- */

static Step
step_of(bool ac, guint8 symbol, unsigned length)
{
  unsigned size = ac ? symbol & 15 : symbol;
  unsigned steps = ac ? (symbol >> 4) + 1 : 1;

  if (size > (ac ? AC_SIZE_MAX : DC_SIZE_MAX))
    return 0;
  if (ac && size == 0 && symbol != ZERO_RUN)
    steps = END_OF_BLOCK;
  return (Step)(steps << STEPS | (length + size));
}

/* Codes of `length` bits, from `code` on (annex C). */
static void
fill_look(Table *table, unsigned length, unsigned code, Step step)
{
  unsigned width = 1u << (LOOK - length);

  for (unsigned i = 0; i < width; i++) {
    table->look[code * width + i] = step;
    table->codes[code * width + i] = (guint8)length;
  }
}

/* Several codes for one look: of the last one only the value may be out of
 * sight, and it begins at most RUN coefficients behind the first. */
static Step
join(const Table *table, unsigned seen)
{
  const unsigned all = (1u << LOOK) - 1;
  Step sum = table->look[seen], more = sum;

  while (more != 0 && (sum & BITS) < LOOK && sum >> STEPS <= RUN) {
    unsigned left = LOOK - (sum & BITS), next = seen << (sum & BITS) & all;
    more = table->codes[next] <= left ? table->look[next] : 0;
    sum += more;
  }
  return sum;
}

/* `counts` by length, from 1 on; false if they make no code. */
static bool
fill_table(Table *table, bool ac, const guint8 *counts, const guint8 *symbols)
{
  unsigned code = 0, rank = 0;

  *table = (Table){ .known = true };
  for (unsigned length = 1; length <= LONGEST; length++, code <<= 1) {
    table->rank[length] = (gint32)rank - (gint32)code;
    for (unsigned i = 0; i < counts[length - 1]; i++, code++, rank++) {
      Step step = step_of(ac, symbols[rank], length);
      table->steps[rank] = step;
      if (step == 0 || code >= (1u << length) - 1)
        return false; /* a code of ones alone is none */
      if (length <= LOOK)
        fill_look(table, length, code, step);
    }
    table->end[length] = (gint32)code;
  }
  for (unsigned seen = 0; ac && seen < 1u << LOOK; seen++)
    table->runs[seen] = join(table, seen);
  return true;
}

static bool
read_tables(Plain *plain, const MediaJpegSegment *segment)
{
  const guint8 *at = segment->data, *end = at + segment->length;

  while (at < end) {
    unsigned sum = 0;
    bool ac = *at >> 4;
    if (end - at < 1 + LONGEST || *at >> 4 > 1 || (*at & 15) >= TABLES)
      return false;
    for (unsigned i = 1; i <= LONGEST; i++)
      sum += at[i];
    if (sum > 256 || (gsize)(end - at) < 1 + LONGEST + sum ||
        !fill_table(&plain->tables[ac][*at & 15], ac, at + 1, at + 1 + LONGEST))
      return false;
    at += 1 + LONGEST + sum;
  }
  return true;
}

static bool
read_quantisation(Plain *plain, const MediaJpegSegment *segment)
{
  const guint8 *at = segment->data, *end = at + segment->length;

  while (at < end) {
    if (*at >= TABLES || end - at < 1 + COEFFICIENTS)
      return false;
    plain->quantised[*at] = true;
    at += 1 + COEFFICIENTS;
  }
  return true;
}

static bool
read_interval(Plain *plain, const MediaJpegSegment *segment)
{
  if (segment->length != 2)
    return false;
  plain->interval = (gsize)segment->data[0] << 8 | segment->data[1];
  return true;
}

/* --- frame and scan --- */

static gsize
units_of(unsigned pixels, unsigned factor)
{
  return (pixels + 8 * factor - 1) / (8 * factor);
}

/* One colour alone is stored block by block, whatever its factors (A.2.2), but
 * they have to be some (B.2.2). */
static bool
read_frame(Plain *plain, const MediaJpegSegment *segment)
{
  const guint8 *data = segment->data;
  unsigned height = (unsigned)data[1] << 8 | data[2];
  unsigned width = (unsigned)data[3] << 8 | data[4];
  unsigned across = data[7] >> 4, down = data[7] & 15;

  plain->count = data[5];
  if (across - 1 > 3 || down - 1 > 3)
    return false;
  if (plain->count == 1)
    across = down = 1;
  if (plain->count > COLORS || across - 1 > 1 || down - 1 > 1)
    return false;
  for (unsigned i = 0; i < plain->count; i++) {
    const guint8 *color = data + 6 + (gsize)3 * i;
    if (color[2] >= TABLES || !plain->quantised[color[2]] ||
        (i > 0 && color[1] != 0x11))
      return false;
    plain->colors[i].id = color[0];
    plain->colors[i].blocks = i == 0 ? across * down : 1;
  }
  plain->units = units_of(width, across) * units_of(height, down);
  return true;
}

/* All colours, in the order of the frame; all coefficients. */
static bool
read_scan(Plain *plain, const MediaJpegSegment *segment)
{
  const guint8 *data = segment->data;
  const guint8 *end = data + 1 + 2 * plain->count;

  if (plain->count == 0 || segment->length != 4 + 2 * (gsize)plain->count ||
      data[0] != plain->count || end[0] != 0 || end[1] != COEFFICIENTS - 1 ||
      end[2] != 0)
    return false;
  for (unsigned i = 0; i < plain->count; i++) {
    Color *color = &plain->colors[i];
    const guint8 *said = data + 1 + (gsize)2 * i;
    if (said[0] != color->id || said[1] >> 4 >= TABLES ||
        (said[1] & 15) >= TABLES)
      return false;
    color->dc = &plain->tables[0][said[1] >> 4];
    color->ac = &plain->tables[1][said[1] & 15];
    if (!color->dc->known || !color->ac->known)
      return false;
  }
  return true;
}

/* --- codes --- */

/* The bytes up to the next marker, without the zeros behind 0xFF (B.1.1.5), and
 * slack.  Returns where the marker is. */
static const guint8 *
unstuff(GByteArray *out, const guint8 *at, const guint8 *end)
{
  static const guint8 slack[SLACK] = { 0 };
  bool more = true;

  g_byte_array_set_size(out, 0);
  while (more) {
    const guint8 *stop = memchr(at, 0xff, (gsize)(end - at));
    more = stop != NULL && end - stop >= 2 && stop[1] == 0;
    const guint8 *to = stop == NULL ? end : stop + more;
    g_byte_array_append(out, at, (guint)(to - at));
    at = to + more;
  }
  g_byte_array_append(out, slack, SLACK);
  return at;
}

/* At least 56 bits; the longest step has 27. */
static inline void
refill(Bits *bits)
{
  guint64 word;

  memcpy(&word, bits->at, sizeof word);
  bits->bits |= GUINT64_FROM_BE(word) >> bits->count;
  bits->at += (63 - bits->count) >> 3;
  bits->count |= 56;
}

static Step
find_long(const Table *table, guint64 bits)
{
  for (unsigned length = LOOK + 1; length <= LONGEST; length++) {
    gint32 code = (gint32)(bits >> (64 - length));
    if (code < table->end[length])
      return table->steps[table->rank[length] + code];
  }
  return NO_CODE << STEPS;
}

static inline unsigned
take_steps(Bits *bits, const Table *table, const Step *look)
{
  Step step = look[bits->bits >> (64 - LOOK)];

  if (G_UNLIKELY(step == 0))
    step = find_long(table, bits->bits);
  bits->bits <<= step & BITS;
  bits->count -= step & BITS;
  return step >> STEPS;
}

/* Two steps for a refill.  What is no code is more than a block can hold, and
 * ends the loops as the end of the block does. */
static bool
skip_block(Bits *bits, const Color *color)
{
  const Table *ac = color->ac;
  Bits local = *bits;

  refill(&local);
  unsigned done = take_steps(&local, color->dc, color->dc->look);
  while (done < JOINED) {
    done += take_steps(&local, ac, ac->runs);
    refill(&local);
    if (done < JOINED)
      done += take_steps(&local, ac, ac->runs);
  }
  while (done < COEFFICIENTS) {
    refill(&local);
    done += take_steps(&local, ac, ac->look);
  }
  *bits = local;
  return done == COEFFICIENTS || (done >= END_OF_BLOCK && done < NO_CODE);
}

static bool
skip_unit(Bits *bits, const Plain *plain)
{
  for (unsigned i = 0; i < plain->count; i++)
    for (unsigned block = 0; block < plain->colors[i].blocks; block++)
      if (!skip_block(bits, &plain->colors[i]))
        return false;
  return true;
}

/* True if `units` end with the last byte of `codes`. */
static bool
skip_units(const Plain *plain, const GByteArray *codes, gsize units)
{
  const guint8 *end = codes->data + codes->len - SLACK;
  Bits bits = { .at = codes->data };

  for (gsize i = 0; i < units; i++)
    if (bits.at > end + sizeof(guint64) || !skip_unit(&bits, plain))
      return false;
  gssize left = (end - bits.at) * 8 + bits.count;
  return left >= 0 && left < 8;
}

/* Stretches of as many MCUs as the interval says, and a restart marker, which
 * are numbered, between each two (E.1.4). */
static bool
skip_codes(const Plain *plain, const guint8 *at, const guint8 *end)
{
  g_autoptr(GByteArray) codes =
      g_byte_array_sized_new((guint)(end - at) + SLACK);
  gsize left = plain->units;

  for (unsigned i = 0; left > 0; i++) {
    gsize units = plain->interval > 0 ? MIN(plain->interval, left) : left;
    at = unstuff(codes, at, end);
    if (!skip_units(plain, codes, units))
      return false;
    left -= units;
    if (left > 0 && (end - at < 2 || at[1] != MARKER_RST0 + i % 8))
      return false;
    at += left > 0 ? 2 : 0;
  }
  return at == end;
}

/* --- segments --- */

/* What libjpeg warns of: a JFIF other than 1, colours turned in a way that it
 * does not know. */
static bool
is_odd(const MediaJpegSegment *segment)
{
  const guint8 *data = segment->data;

  if (segment->marker == MARKER_APP0 && segment->length >= 14)
    return memcmp(data, "JFIF", 5) == 0 && data[5] != 1;
  return segment->marker == MARKER_APP14 && segment->length >= 12 &&
         memcmp(data, "Adobe", 5) == 0 && data[11] > 1;
}

static bool
read_segment(Plain *plain, const MediaJpegSegment *segment)
{
  if (segment->marker == MARKER_DHT)
    return read_tables(plain, segment);
  if (segment->marker == MARKER_DQT)
    return read_quantisation(plain, segment);
  if (segment->marker == MARKER_DRI)
    return read_interval(plain, segment);
  if (segment->marker == MARKER_SOF0)
    return read_frame(plain, segment);
  if (segment->marker >= MARKER_APP0 && segment->marker <= MARKER_APP15)
    return !is_odd(segment);
  return segment->marker == MARKER_COM;
}

/* The scan comes last. */
static bool
check_scan(Plain *plain, const MediaJpegSegment *scan, const guint8 *at,
           const guint8 *end)
{
  return end - at == 2 && at[0] == 0xff && at[1] == MARKER_EOI &&
         read_scan(plain, scan) &&
         skip_codes(plain, scan->data + scan->length, at);
}

bool
media_jpeg_scan_is_whole(const guint8 *data, gsize length)
{
  g_autofree Plain *plain = g_new0(Plain, 1);
  const guint8 *at = data + 2, *end = data + length;
  MediaJpegSegment segment = { 0 };

  while (media_jpeg_segment_next(&at, end, &segment, NULL)) {
    if (segment.marker == MARKER_SOS)
      return check_scan(plain, &segment, at, end);
    if (!read_segment(plain, &segment))
      return false;
  }
  return false;
}
