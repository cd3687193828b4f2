/*
 * epub/libzip.h -- libzip's functions, opened when an EPUB needs them.
 *
 * Why        base/library.h: few runs make or read an EPUB, and libzip brings
 *            OpenSSL along, for encryption that no EPUB has.
 * Shape      A member is the function of zip.h without its "zip_".
 */
#pragma once

#include <glib.h>
#include <stdbool.h>
#include <zip.h>

typedef struct {
  __typeof__(zip_close) *close;
  __typeof__(zip_discard) *discard;
  __typeof__(zip_fclose) *fclose;
  __typeof__(zip_file_add) *file_add;
  __typeof__(zip_file_set_dostime) *file_set_dostime;
  __typeof__(zip_file_set_external_attributes) *file_set_external_attributes;
  __typeof__(zip_file_strerror) *file_strerror;
  __typeof__(zip_fopen_index) *fopen_index;
  __typeof__(zip_fread) *fread;
  __typeof__(zip_get_num_entries) *get_num_entries;
  __typeof__(zip_open_from_source) *open_from_source;
  __typeof__(zip_set_file_compression) *set_file_compression;
  __typeof__(zip_source_buffer) *source_buffer;
  __typeof__(zip_source_buffer_create) *source_buffer_create;
  __typeof__(zip_source_close) *source_close;
  __typeof__(zip_source_free) *source_free;
  __typeof__(zip_source_function) *source_function;
  __typeof__(zip_source_keep) *source_keep;
  __typeof__(zip_source_open) *source_open;
  __typeof__(zip_source_read) *source_read;
  __typeof__(zip_source_stat) *source_stat;
  __typeof__(zip_stat_index) *stat_index;
  __typeof__(zip_strerror) *strerror;
} EpubLibzip;

/* ERROR_IO without libzip. */
bool epub_libzip_load(EpubLibzip *libzip, GError **error);
