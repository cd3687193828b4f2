/*
 * base/unit.h -- lengths.  All code computes in points (1/72 in, the CSS and
 * PDF point); other units exist only where they are read.
 */
#pragma once

#define UNIT_PT_PER_IN 72.0
#define UNIT_PT_PER_MM (72.0 / 25.4)

/* Two lengths closer than this are the same on paper. */
#define UNIT_EPSILON 0.001 /* pt */
