/*
 * layout/key_table.h -- which of many 64-bit keys were seen, and where: a hash
 * table that is emptied in no time, for a search that fills it once a step.
 */
#pragma once

#include <glib.h>

typedef struct KeyTable KeyTable;

KeyTable *key_table_new(void);
void key_table_free(KeyTable *table); /* NULL is fine */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(KeyTable, key_table_free)

/* Forgets all keys. */
void key_table_clear(KeyTable *table);

/* Where the key's value stands: -1 in a new place. */
int *key_table_place(KeyTable *table, guint64 key);
