/* layout/protrusion.c -- how far characters may hang into the margin. */
/* SPDX-License-Identifier: MIT */

#include "layout/protrusion.h"

typedef struct {
  gunichar character;
  short left; /* thousandths of the glyph's width */
  short right;
} Row;

static const Row rows[] = {
  { '!', 0, 100 },      { '%', 50, 50 },      { '(', 100, 0 },
  { ')', 0, 200 },      { '*', 200, 200 },    { '+', 250, 250 },
  { ',', 0, 500 },      { '-', 500, 500 },    { '.', 0, 700 },
  { '/', 100, 200 },    { '1', 50, 50 },      { '4', 50, 50 },
  { '7', 50, 50 },      { ':', 0, 500 },      { ';', 0, 300 },
  { '?', 0, 100 },      { 'A', 50, 50 },      { 'F', 0, 50 },
  { 'J', 50, 0 },       { 'K', 0, 50 },       { 'L', 0, 50 },
  { 'T', 50, 50 },      { 'V', 50, 50 },      { 'W', 50, 50 },
  { 'X', 50, 50 },      { 'Y', 50, 50 },      { '_', 100, 100 },
  { 'k', 0, 50 },       { 'r', 0, 50 },       { 'v', 50, 50 },
  { 'w', 50, 50 },      { 'x', 50, 50 },      { 'y', 50, 50 },
  { 0xAD, 0, 500 },     { 0xAB, 200, 200 },   { 0xBB, 200, 200 },
  { 0x2010, 500, 500 }, { 0x2013, 200, 200 }, { 0x2014, 150, 150 },
  { 0x2018, 300, 400 }, { 0x2019, 400, 400 }, { 0x201A, 400, 400 },
  { 0x201C, 300, 300 }, { 0x201D, 300, 300 }, { 0x201E, 400, 400 },
};

static const Row *
find(gunichar character)
{
  for (size_t i = 0; i < G_N_ELEMENTS(rows); i++)
    if (rows[i].character == character)
      return &rows[i];
  return NULL;
}

double
protrusion_left(gunichar character)
{
  const Row *row = find(character);

  return row != NULL ? row->left / 1000.0 : 0;
}

double
protrusion_right(gunichar character)
{
  const Row *row = find(character);

  return row != NULL ? row->right / 1000.0 : 0;
}
