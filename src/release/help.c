/* release/help.c -- what --help prints. */
/* SPDX-License-Identifier: MIT */

#include "release/help.h"

static const char overview[] =
    "handbill turns a folder of articles into an EPUB and typeset PDFs, "
    "offline.\n"
    "\n"
    "  handbill build  [BOOK]            make everything and publish it in "
    "dist/\n"
    "  handbill check  [BOOK]            say what is wrong; write nothing\n"
    "  handbill verify DIR               prove that a finished release is "
    "whole\n"
    "  handbill dump   [BOOK] --as FORM  show what stands between text and "
    "page\n"
    "\n"
    "BOOK is a folder, \"content\" if you name none.  With a book.yaml in it,\n"
    "that file says what the book holds; without one, every Markdown file in\n"
    "it is an article, so any folder of articles can be tried at once.\n"
    "\n"
    "To begin:\n"
    "  handbill check my-articles        # is anything wrong?\n"
    "  handbill build my-articles        # make it: dist/my-articles/\n"
    "  handbill verify dist/my-articles  # after copying it to a stick\n"
    "\n"
    "handbill COMMAND --help lists a command's options; man handbill has "
    "all.\n";

static const char build[] =
    "handbill build [BOOK]: makes the EPUB and the PDFs, and publishes them in "
    "one\n"
    "step.\n"
    "\n"
    "  -o, --output DIR      where to (default: dist/BOOK-ID; "
    "dist/BOOK-ID.part\n"
    "                        with --only, --article or --paper); an earlier "
    "release\n"
    "                        there is replaced, and stays if anything fails\n"
    "  --only epub,pdf       make only these\n"
    "  --article ID,ID       only these articles\n"
    "  --paper NAME,NAME     only these papers, as the style sheet names them\n"
    "                        (default: a4,letter; pages break alike on all)\n";

static const char check[] =
    "handbill check [BOOK]: gives every message that a build would give, and "
    "writes\n"
    "nothing.  Exit code 1 if a build would refuse the book.\n"
    "\n";

static const char dump[] =
    "handbill dump [BOOK] --as FORM: prints what stands between text and page."
    "\n"
    "\n"
    "  --as tree             the articles as trees\n"
    "  --as pages            one line a page\n"
    "  --as boxes            every box on every page, with its place in points"
    "\n"
    "  --as epub             the files of the EPUB as text, without the cover\n"
    "  --article ID,ID       only these articles\n"
    "  --after PASS          the tree as it is after this pass (with --as "
    "tree)\n"
    "  --paper NAME,NAME     for these papers (default: a4,letter)\n";

static const char verify[] = "handbill verify DIR: opens the finished files of "
                             "a release again and proves\n"
                             "them: sizes and SHA-256 against MANIFEST.json "
                             "and SHA256SUMS, the structure of\n"
                             "the EPUB, the pages, labels and fonts of the "
                             "PDFs.  Exit code 1 if anything is\n"
                             "wrong.\n"
                             "\n";

static const char sources[] =
    "  --as-of DATE          the date to print and to judge by, in place of "
    "the\n"
    "                        book's \"released\"; it is kept in the manifest\n"
    "  --styles DIR          style sheets (default: \"styles\" beside the "
    "book, or\n"
    "                        ours)\n"
    "  --fonts DIR           fonts (default: \"fonts\" beside the book, or "
    "ours)\n";

static const char common[] =
    "  --format FORM         messages as text, json or sarif\n"
    "  -q, --quiet           errors only\n"
    "  -h, --help            this text\n"
    "  -V, --version         the version\n";

static const char examples[] =
    "\n"
    "Examples:\n"
    "  handbill build\n"
    "  handbill build my-articles -o /media/stick/release\n"
    "  handbill build --only pdf --paper a4 --article warning-signs\n";

static const char codes[] =
    "\n"
    "Exit codes: 0 done; 1 content refused, nothing published; 64 wrong use;\n"
    "70 bug; 71 limit exceeded; 73 cannot write; 74 read or write failed;\n"
    "75 another build is at work on the same folder.\n";

char *
help_text(Command command)
{
  switch (command) {
  case COMMAND_BUILD:
    return g_strconcat(build, sources, common, examples, codes, NULL);
  case COMMAND_CHECK:
    return g_strconcat(check, sources, common, codes, NULL);
  case COMMAND_DUMP:
    return g_strconcat(dump, sources, common, codes, NULL);
  case COMMAND_VERIFY:
    return g_strconcat(verify, common, codes, NULL);
  case COMMAND_COUNT:
    return g_strconcat(overview, codes, NULL);
  }
  g_return_val_if_reached(NULL);
}
