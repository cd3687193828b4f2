/* tests/unit/reader_spec.c -- the examples of tests/spec, and CommonMark's.
 *
 * An example is an input, a line ".", the tree's dump, and, where there are
 * messages, another "." and these.  What stands behind the word "example" says
 * how it is read:
 *
 *     after=PASS   run the passes up to this one, "all" for all; else none
 *     html         the input is a page of HTML
 *     lenient      as in a bare folder
 *     positions    print lines and columns
 *     topic        the article is a topic page
 *     lang=de      the article's language; else en
 *
 * The article is articles/a.md, "The article" with the id "a", in a book with
 * articles/b.md, "Another" with the id "b" and a heading "Why?".  Files are
 * those of tests/spec/files.
 *
 * Every pass of an example runs twice: the second time must change nothing.
 * `unit_reader_spec --update` writes what comes out into the spec files. */
/* SPDX-License-Identifier: MIT */

#include "doc/dump.h"
#include "pass/pass.h"
#include "reader/reader.h"

#include <string.h>

#define FENCE "````````````````````````````````"

typedef struct {
  char *after; /* NULL: no passes */
  char *lang;
  bool html;
  bool lenient;
  bool positions;
  bool topic;
} Options;

static Options
parse_options(const char *line)
{
  g_auto(GStrv) words = g_strsplit(line, " ", -1);
  Options options = { NULL, NULL, false, false, false, false };

  for (char **word = words; *word != NULL; word++) {
    if (g_str_has_prefix(*word, "after="))
      options.after = g_strdup(*word + 6);
    else if (g_str_has_prefix(*word, "lang="))
      options.lang = g_strdup(*word + 5);
    options.html |= strcmp(*word, "html") == 0;
    options.lenient |= strcmp(*word, "lenient") == 0;
    options.positions |= strcmp(*word, "positions") == 0;
    options.topic |= strcmp(*word, "topic") == 0;
  }
  return options;
}

static BookArticle *
add_article(Book *book, const char *id, const char *title, const char *lang)
{
  BookArticle *article = book_add_article(book);

  article->source = g_strdup_printf("articles/%s.md", id);
  article->meta->id = g_strdup(id);
  article->meta->title = g_strdup(title);
  article->meta->lang = g_strdup(lang);
  return article;
}

static void
read_article(BookArticle *article, const char *text, bool html, Diag *diag)
{
  ReaderInput input = { article->source, text, strlen(text), 1 };
  ReaderFunc read = reader_find(html ? "a.html" : "a.md");

  article->doc = read(&input, diag);
  if (article->doc != NULL)
    g_assert_true(doc_check(article->doc, NULL));
}

static Book *
make_book(const char *text, const Options *options, Diag *diag)
{
  Book *book = book_new();
  const char *lang = options->lang != NULL ? options->lang : "en";
  BookArticle *first = add_article(book, "a", "The article", lang);
  BookArticle *second = add_article(book, "b", "Another", lang);

  book->lang = g_strdup(lang);
  first->meta->kind = options->topic ? META_TOPIC : META_ARTICLE;
  second->meta->updated = g_strdup("2026-11-22");
  second->meta->summary = g_strdup("What it says.");
  read_article(first, text, options->html, diag);
  read_article(second, "## Why?\n\nText.\n", false, diag);
  return book;
}

static char *
dump_first(const Book *book, bool positions)
{
  GString *out = g_string_new(NULL);
  const Doc *doc = book_article(book, 0)->doc;

  if (doc != NULL)
    doc_dump(doc, positions, out);
  return g_string_free(out, FALSE);
}

static void
run_pass(const Pass *pass, Book *book, const PathRoot *root, Diag *diag)
{
  for (guint i = 0; i < book->articles->len; i++) {
    BookArticle *article = g_ptr_array_index(book->articles, i);
    PassContext context = { book, article, root, diag };
    if (article->doc == NULL)
      continue;
    pass->run(article->doc, &context);
    g_assert_true(doc_check(article->doc, NULL));
  }
}

static void
run_passes(Book *book, const PathRoot *root, Diag *diag, const Options *options)
{
  for (const Pass *pass = pass_table; pass->name != NULL; pass++) {
    g_autoptr(Diag) second = diag_new();
    g_autofree char *once = NULL;
    g_autofree char *twice = NULL;

    diag_set_lenient(second, options->lenient);
    run_pass(pass, book, root, diag);
    once = dump_first(book, true);
    run_pass(pass, book, root, second);
    twice = dump_first(book, true);
    g_assert_cmpstr(once, ==, twice);
    if (strcmp(pass->name, options->after) == 0)
      return;
  }
  g_assert_cmpstr(options->after, ==, "all");
}

/* What an example should print for `text`.  (transfer full) */
static char *
render(const char *text, const Options *options)
{
  g_autoptr(Diag) diag = diag_new();
  g_autoptr(PathRoot) root =
      path_root_open(SOURCE_DIR "/tests/spec/files", NULL);
  g_autoptr(Book) book = NULL;
  g_autofree char *tree = NULL;
  g_autofree char *messages = NULL;

  g_assert_nonnull(root);
  diag_set_lenient(diag, options->lenient);
  book = make_book(text, options, diag);
  if (options->after != NULL)
    run_passes(book, root, diag, options);
  tree = dump_first(book, options->positions);
  messages = diag_print(diag, DIAG_FORMAT_TEXT, DIAG_NOTE);
  return g_strconcat(tree, *messages != '\0' ? ".\n" : "", messages, NULL);
}

typedef struct {
  const char *name; /* of the file, for messages */
  unsigned line;
  bool update;
  unsigned examples;
  GString *out; /* the file as it should be */
} Spec;

/* "→" stands for a tab, as in CommonMark's own specification. */
static char *
with_tabs(const char *text)
{
  g_auto(GStrv) parts = g_strsplit(text, "→", -1);

  return g_strjoinv("\t", parts);
}

static void
run_example(Spec *spec, const char *head, const char *body, unsigned line)
{
  Options options = parse_options(head);
  const char *dot =
      g_str_has_prefix(body, ".\n") ? body : strstr(body, "\n.\n");
  g_autofree char *raw = NULL;
  g_autofree char *input = NULL;
  g_autofree char *actual = NULL;

  g_assert_nonnull(dot);
  dot += *dot == '\n';
  raw = g_strndup(body, (gsize)(dot - body));
  input = with_tabs(raw);
  actual = render(input, &options);
  spec->examples++;
  g_string_append_printf(spec->out, "%s.\n%s", raw, actual);
  if (!spec->update && strcmp(actual, dot + 2) != 0) {
    g_test_message("%s:%u: wanted:\n%s\ngot:\n%s", spec->name, line, dot + 2,
                   actual);
    g_test_fail();
  }
  g_free(options.after);
  g_free(options.lang);
}

static void
run_lines(Spec *spec, char **lines)
{
  g_autoptr(GString) body = g_string_new(NULL);
  const char *head = NULL;
  unsigned start = 0;

  for (unsigned i = 0; lines[i] != NULL; i++) {
    bool fence = g_str_has_prefix(lines[i], FENCE);

    if (head == NULL && fence) {
      head = lines[i];
      start = i + 1;
      g_string_truncate(body, 0);
    } else if (head != NULL && fence) {
      run_example(spec, head, body->str, start);
      head = NULL;
    } else if (head != NULL) {
      g_string_append_printf(body, "%s\n", lines[i]);
      continue;
    }
    g_string_append_printf(spec->out, "%s%s", lines[i],
                           lines[i + 1] != NULL ? "\n" : "");
  }
  g_assert_null(head);
}

static unsigned
run_file(const char *path, bool update)
{
  g_autofree char *text = NULL;
  g_auto(GStrv) lines = NULL;
  Spec spec = { path, 0, update, 0, g_string_new(NULL) };

  g_assert_true(g_file_get_contents(path, &text, NULL, NULL));
  lines = g_strsplit(text, "\n", -1);
  run_lines(&spec, lines);
  if (update && strcmp(text, spec.out->str) != 0)
    g_assert_true(g_file_set_contents(path, spec.out->str, -1, NULL));
  g_string_free(spec.out, TRUE);
  return spec.examples;
}

static int
by_name(const void *a, const void *b)
{
  return strcmp(*(char *const *)a, *(char *const *)b);
}

static unsigned
run_all(bool update)
{
  const char *folder = SOURCE_DIR "/tests/spec";
  GDir *dir = g_dir_open(folder, 0, NULL);
  g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func(g_free);
  unsigned examples = 0;
  const char *name;

  g_assert_nonnull(dir);
  while ((name = g_dir_read_name(dir)) != NULL)
    if (g_str_has_suffix(name, ".txt"))
      g_ptr_array_add(names, g_build_filename(folder, name, NULL));
  g_dir_close(dir);
  g_ptr_array_sort(names, by_name);
  for (guint i = 0; i < names->len; i++)
    examples += run_file(g_ptr_array_index(names, i), update);
  return examples;
}

static void
test_examples(void)
{
  g_assert_cmpuint(run_all(false), >=, 60);
}

/* CommonMark's own examples say what HTML comes out, which we do not make: but
 * nothing may break, and the passes must stand what they are given. */
static void
run_commonmark(const char *body)
{
  const char *dot =
      g_str_has_prefix(body, ".\n") ? body : strstr(body, "\n.\n");
  Options options = { .after = (char *)(gsize) "all", .lenient = true };
  g_autofree char *raw = NULL;
  g_autofree char *input = NULL;
  g_autofree char *actual = NULL;

  g_assert_nonnull(dot);
  raw = g_strndup(body, (gsize)(dot - body) + (*dot == '\n'));
  input = with_tabs(raw);
  actual = render(input, &options);
  g_assert_true(g_str_has_prefix(actual, "document #a"));
}

static void
test_commonmark(void)
{
  const char *path = SOURCE_DIR "/../shared/corpora/commonmark/spec.txt";
  g_autofree char *text = NULL;
  g_auto(GStrv) parts = NULL;
  unsigned examples = 0;

  if (!g_file_get_contents(path, &text, NULL, NULL)) {
    g_test_skip("no ../shared/corpora/commonmark beside the checkout");
    return;
  }
  parts = g_strsplit(text, FENCE, -1);
  for (char **part = parts; *part != NULL; part++) {
    if (!g_str_has_prefix(*part, " example\n"))
      continue;
    run_commonmark(*part + strlen(" example\n"));
    examples++;
  }
  g_assert_cmpuint(examples, >=, 650);
}

int
main(int argc, char **argv)
{
  if (argc == 2 && strcmp(argv[1], "--update") == 0)
    return run_all(true) == 0;
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/spec/examples", test_examples);
  g_test_add_func("/spec/commonmark", test_commonmark);
  return g_test_run();
}
