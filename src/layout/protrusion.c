/* layout/protrusion.c -- how far characters may hang into the margin. */
/* SPDX-License-Identifier: MIT */

#include "layout/protrusion.h"

typedef struct {
  short left; /* thousandths of the glyph's width */
  short right;
} Share;

static const Share ascii[0x80] = {
  ['!'] = { 0, 100 },   ['%'] = { 50, 50 },   ['('] = { 100, 0 },
  [')'] = { 0, 200 },   ['*'] = { 200, 200 }, ['+'] = { 250, 250 },
  [','] = { 0, 500 },   ['-'] = { 500, 500 }, ['.'] = { 0, 700 },
  ['/'] = { 100, 200 }, ['1'] = { 50, 50 },   ['4'] = { 50, 50 },
  ['7'] = { 50, 50 },   [':'] = { 0, 500 },   [';'] = { 0, 300 },
  ['?'] = { 0, 100 },   ['A'] = { 50, 50 },   ['F'] = { 0, 50 },
  ['J'] = { 50, 0 },    ['K'] = { 0, 50 },    ['L'] = { 0, 50 },
  ['T'] = { 50, 50 },   ['V'] = { 50, 50 },   ['W'] = { 50, 50 },
  ['X'] = { 50, 50 },   ['Y'] = { 50, 50 },   ['_'] = { 100, 100 },
  ['k'] = { 0, 50 },    ['r'] = { 0, 50 },    ['v'] = { 50, 50 },
  ['w'] = { 50, 50 },   ['x'] = { 50, 50 },   ['y'] = { 50, 50 },
};

/* Others, in order. */
static const struct {
  gunichar character;
  Share share;
} others[] = {
  { 0xAB, { 200, 200 } },   { 0xAD, { 0, 500 } },     { 0xBB, { 200, 200 } },
  { 0x2010, { 500, 500 } }, { 0x2013, { 200, 200 } }, { 0x2014, { 150, 150 } },
  { 0x2018, { 300, 400 } }, { 0x2019, { 400, 400 } }, { 0x201A, { 400, 400 } },
  { 0x201C, { 300, 300 } }, { 0x201D, { 300, 300 } }, { 0x201E, { 400, 400 } },
};

static Share
find(gunichar character)
{
  if (character < G_N_ELEMENTS(ascii))
    return ascii[character];
  for (size_t i = 0; i < G_N_ELEMENTS(others); i++)
    if (others[i].character >= character)
      return others[i].character == character ? others[i].share : (Share){ 0 };
  return (Share){ 0 };
}

double
protrusion_left(gunichar character)
{
  return find(character).left / 1000.0;
}

double
protrusion_right(gunichar character)
{
  return find(character).right / 1000.0;
}
