/*
 * media/jpeg_turn.h -- turning a JPEG's blocks, which loses nothing.
 *
 * Mirroring a block changes the sign of each second column of its coefficients,
 * and exchanging its sides exchanges rows and columns (T.81, A.3.3: the cosines
 * of odd order are odd).  Blocks that are not whole must stay at the right and
 * the lower edge, so not every picture can be turned.
 */
#pragma once

#include "media/jpeg_trap.h"

/* From what is stored to upright: first the sides are exchanged. */
typedef struct {
  bool swap;
  bool mirror; /* left and right */
  bool upend;  /* up and down */
} MediaJpegTurn;

/* Of an EXIF orientation, 1 to 8. */
const MediaJpegTurn *media_jpeg_turn_find(unsigned orientation);

/* True if `in`, whose header was read, can be turned. */
bool media_jpeg_turn_fits(const MediaJpegTurn *turn,
                          const struct jpeg_decompress_struct *in);

/* Room for the turned blocks, to be asked for before the coefficients are read;
 * NULL if nothing is turned.  Belongs to `in`. */
jvirt_barray_ptr *media_jpeg_turn_request(const MediaJpegTurn *turn,
                                          struct jpeg_decompress_struct *in);

/* Size, sampling and quantisers, which `out` has of the stored picture. */
void media_jpeg_turn_frame(const MediaJpegTurn *turn,
                           struct jpeg_compress_struct *out);

/* Does nothing if `turned` is NULL. */
void media_jpeg_turn_blocks(const MediaJpegTurn *turn,
                            struct jpeg_decompress_struct *in,
                            jvirt_barray_ptr *stored, jvirt_barray_ptr *turned);
