/* release/verify_set.c -- the files of a release by name. */
/* SPDX-License-Identifier: MIT */

#include "release/verify_set.h"

#include "base/hash.h"

#include <string.h>

enum {
  FILE_MAX = 1 << 30, /* bytes of one file */
  DEPTH = 8           /* folders; a release has one */
};

VerifySet *
verify_set_new(void)
{
  VerifySet *set = g_new0(VerifySet, 1);
  set->names = g_ptr_array_new_with_free_func(g_free);
  set->bytes = g_hash_table_new_full(g_str_hash, g_str_equal, g_free,
                                     (GDestroyNotify)g_bytes_unref);
  set->sums = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
  return set;
}

void
verify_set_free(VerifySet *set)
{
  if (!set)
    return;
  g_hash_table_unref(set->bytes);
  g_hash_table_unref(set->sums);
  g_ptr_array_unref(set->names);
  g_free(set);
}

/* Where `name` stands, or would stand, among the sorted names. */
static guint
place_of(const VerifySet *set, const char *name)
{
  guint from = 0, to = set->names->len;
  while (from < to) {
    guint middle = from + (to - from) / 2;
    if (strcmp(g_ptr_array_index(set->names, middle), name) < 0)
      from = middle + 1;
    else
      to = middle;
  }
  return from;
}

void
verify_set_add(VerifySet *set, const char *name, GBytes *bytes)
{
  g_ptr_array_insert(set->names, (gint)place_of(set, name), g_strdup(name));
  g_hash_table_insert(set->bytes, g_strdup(name), g_bytes_ref(bytes));
  g_hash_table_remove(set->sums, name);
}

void
verify_set_know(VerifySet *set, const char *name, const char *sum)
{
  g_hash_table_insert(set->sums, g_strdup(name), g_strdup(sum));
}

const char *
verify_set_sum(const VerifySet *set, const char *name)
{
  char *sum = g_hash_table_lookup(set->sums, name);
  if (!sum) {
    sum = hash_sha256(g_hash_table_lookup(set->bytes, name));
    g_hash_table_insert(set->sums, g_strdup(name), sum);
  }
  return sum;
}

VerifySet *
verify_set_read(const PathRoot *root, GError **error)
{
  g_autoptr(GPtrArray) names = path_root_list(root, "", DEPTH, error);
  if (!names)
    return NULL;
  g_autoptr(VerifySet) set = verify_set_new();
  for (unsigned i = 0; i < names->len; i++) {
    const char *name = g_ptr_array_index(names, i);
    g_autoptr(GBytes) bytes = path_root_read(root, name, FILE_MAX - 1, error);
    if (!bytes)
      return NULL;
    verify_set_add(set, name, bytes);
  }
  return g_steal_pointer(&set);
}
