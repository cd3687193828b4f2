/* base/diag.c -- "the content is wrong": messages with file, line, column. */
/* SPDX-License-Identifier: MIT */

#include "base/diag.h"

#include "base/bytes.h"
#include "base/json.h"

typedef struct {
  DiagLevel level;
  char *file; /* or NULL */
  unsigned line;
  unsigned column;
  const char *code; /* static */
  char *text;       /* printable */
} Message;

struct Diag {
  GPtrArray *messages; /* of Message */
  bool lenient;
};

static void
message_free(gpointer data)
{
  Message *message = data;
  g_free(message->file);
  g_free(message->text);
  g_free(message);
}

Diag *
diag_new(void)
{
  Diag *diag = g_new0(Diag, 1);
  diag->messages = g_ptr_array_new_with_free_func(message_free);
  return diag;
}

void
diag_free(Diag *diag)
{
  if (!diag)
    return;
  g_ptr_array_unref(diag->messages);
  g_free(diag);
}

void
diag_set_lenient(Diag *diag, bool lenient)
{
  diag->lenient = lenient;
}

bool
diag_is_lenient(const Diag *diag)
{
  return diag->lenient;
}

void
diag_report(Diag *diag, DiagLevel level, DiagPos pos, const char *code,
            const char *format, ...)
{
  va_list arguments;
  va_start(arguments, format);
  g_autofree char *text = g_strdup_vprintf(format, arguments);
  va_end(arguments);
  if (level == DIAG_CONTENT)
    level = diag->lenient ? DIAG_WARNING : DIAG_ERROR;
  Message *message = g_new0(Message, 1);
  message->level = level;
  message->file = g_strdup(pos.file);
  message->line = pos.line;
  message->column = pos.column;
  message->code = code;
  message->text = bytes_printable(text, G_MAXSIZE);
  g_ptr_array_add(diag->messages, message);
}

unsigned
diag_count(const Diag *diag, DiagLevel level)
{
  unsigned count = 0;
  for (unsigned i = 0; i < diag->messages->len; i++) {
    const Message *message = g_ptr_array_index(diag->messages, i);
    count += message->level == level;
  }
  return count;
}

/* The words are those of SARIF 2.1.0, 3.27.10, too. */
static const char *
level_name(DiagLevel level)
{
  switch (level) {
  case DIAG_NOTE:
    return "note";
  case DIAG_WARNING:
    return "warning";
  case DIAG_ERROR:
  case DIAG_CONTENT:
    return "error";
  }
  g_return_val_if_reached("error");
}

static void
print_text(GString *out, const Message *message)
{
  g_autofree char *file =
      bytes_printable(message->file ? message->file : "handbill", G_MAXSIZE);
  g_string_append(out, file);
  if (message->line > 0)
    g_string_append_printf(out, ":%u", message->line);
  if (message->line > 0 && message->column > 0)
    g_string_append_printf(out, ":%u", message->column);
  g_string_append_printf(out, ": %s: %s [%s]\n", level_name(message->level),
                         message->text, message->code);
}

static void
print_json(GString *out, const Message *message)
{
  g_string_append(out, "{");
  json_append_field(out, "file", message->file);
  if (message->line > 0)
    json_append_count(out, "line", message->line);
  if (message->line > 0 && message->column > 0)
    json_append_count(out, "column", message->column);
  json_append_field(out, "level", level_name(message->level));
  json_append_field(out, "code", message->code);
  json_append_field(out, "text", message->text);
  g_string_append(out, "}");
}

static void
print_sarif_location(GString *out, const Message *message)
{
  g_autofree char *uri = g_uri_escape_string(message->file, "/", false);
  g_string_append(out, ", \"locations\": [{\"physicalLocation\": "
                       "{\"artifactLocation\": {");
  json_append_field(out, "uri", uri);
  g_string_append(out, "}");
  if (message->line > 0) {
    g_string_append(out, ", \"region\": {");
    json_append_count(out, "startLine", message->line);
    if (message->column > 0)
      json_append_count(out, "startColumn", message->column);
    g_string_append(out, "}");
  }
  g_string_append(out, "}}]");
}

static void
print_sarif(GString *out, const Message *message)
{
  g_string_append(out, "{");
  json_append_field(out, "ruleId", message->code);
  json_append_field(out, "level", level_name(message->level));
  g_string_append(out, ", \"message\": {");
  json_append_field(out, "text", message->text);
  g_string_append(out, "}");
  if (message->file)
    print_sarif_location(out, message);
  g_string_append(out, "}");
}

/* The objects, one a line, separated by commas. */
static void
print_list(const Diag *diag, DiagLevel minimum, GString *out,
           void (*print)(GString *out, const Message *message))
{
  bool first = true;
  for (unsigned i = 0; i < diag->messages->len; i++) {
    const Message *message = g_ptr_array_index(diag->messages, i);
    if (message->level < minimum)
      continue;
    g_string_append(out, first ? "\n" : ",\n");
    print(out, message);
    first = false;
  }
  g_string_append(out, first ? "" : "\n");
}

static int
compare_words(gconstpointer a, gconstpointer b)
{
  return g_strcmp0(*(const char *const *)a, *(const char *const *)b);
}

/* SARIF 2.1.0, 3.19.23: each rule once. */
static void
print_sarif_rules(const Diag *diag, DiagLevel minimum, GString *out)
{
  g_autoptr(GPtrArray) codes = g_ptr_array_new();
  for (unsigned i = 0; i < diag->messages->len; i++) {
    const Message *message = g_ptr_array_index(diag->messages, i);
    if (message->level >= minimum)
      g_ptr_array_add(codes, (gpointer)(guintptr)message->code);
  }
  g_ptr_array_sort(codes, compare_words);
  const char *last = NULL;
  for (unsigned i = 0; i < codes->len; i++) {
    const char *code = g_ptr_array_index(codes, i);
    if (g_strcmp0(code, last) == 0)
      continue;
    g_string_append(out, last ? ", {" : "{");
    json_append_field(out, "id", code);
    g_string_append(out, "}");
    last = code;
  }
}

static void
print_sarif_run(const Diag *diag, DiagLevel minimum, GString *out)
{
  g_string_append(out, "{\"$schema\": "
                       "\"https://json.schemastore.org/sarif-2.1.0.json\",\n"
                       "\"version\": \"2.1.0\",\n\"runs\": [{\"tool\": "
                       "{\"driver\": {\"name\": \"handbill\"");
  json_append_field(out, "version", HANDBILL_VERSION);
  g_string_append(out, ", \"rules\": [");
  print_sarif_rules(diag, minimum, out);
  g_string_append(out, "]}},\n\"results\": [");
  print_list(diag, minimum, out, print_sarif);
  g_string_append(out, "]}]}\n");
}

char *
diag_print(const Diag *diag, DiagFormat format, DiagLevel minimum)
{
  GString *out = g_string_new(NULL);
  switch (format) {
  case DIAG_FORMAT_TEXT:
    for (unsigned i = 0; i < diag->messages->len; i++) {
      const Message *message = g_ptr_array_index(diag->messages, i);
      if (message->level >= minimum)
        print_text(out, message);
    }
    break;
  case DIAG_FORMAT_JSON:
    g_string_append(out, "[");
    print_list(diag, minimum, out, print_json);
    g_string_append(out, "]\n");
    break;
  case DIAG_FORMAT_SARIF:
    print_sarif_run(diag, minimum, out);
    break;
  }
  return g_string_free(out, FALSE);
}
