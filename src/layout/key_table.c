/* layout/key_table.c -- which of many 64-bit keys were seen, and where. */
/* SPDX-License-Identifier: MIT */

#include "layout/key_table.h"

enum {
  FIRST_SIZE = 1024 /* a power of two */
};

typedef struct {
  guint64 key;
  guint32 round; /* in which it was put here; another: the place is free */
  int value;
} Entry;

struct KeyTable {
  Entry *entries;
  guint32 size; /* a power of two */
  guint32 used;
  guint32 round;
};

KeyTable *
key_table_new(void)
{
  KeyTable *table = g_new0(KeyTable, 1);

  table->size = FIRST_SIZE;
  table->entries = g_new0(Entry, table->size);
  table->round = 1;
  return table;
}

void
key_table_free(KeyTable *table)
{
  if (table == NULL)
    return;
  g_free(table->entries);
  g_free(table);
}

void
key_table_clear(KeyTable *table)
{
  table->round++;
  table->used = 0;
}

/* Fibonacci hashing (Knuth, The Art of Computer Programming 3, 6.4). */
static guint32
first_place(const KeyTable *table, guint64 key)
{
  return (guint32)((key * G_GUINT64_CONSTANT(0x9E3779B97F4A7C15)) >> 32) &
         (table->size - 1);
}

static Entry *
find(const KeyTable *table, guint64 key)
{
  guint32 at = first_place(table, key);

  while (table->entries[at].round == table->round &&
         table->entries[at].key != key)
    at = (at + 1) & (table->size - 1);
  return &table->entries[at];
}

static void
grow(KeyTable *table)
{
  Entry *old = table->entries;
  guint32 size = table->size;

  table->size = size * 2;
  table->entries = g_new0(Entry, table->size);
  for (guint32 i = 0; i < size; i++)
    if (old[i].round == table->round)
      *find(table, old[i].key) = old[i];
  g_free(old);
}

int *
key_table_place(KeyTable *table, guint64 key)
{
  Entry *entry;

  if (table->used * 2 >= table->size)
    grow(table);
  entry = find(table, key);
  if (entry->round != table->round) {
    *entry = (Entry){ key, table->round, -1 };
    table->used++;
  }
  return &entry->value;
}
