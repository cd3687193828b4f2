/* pass/language.c -- the article's language, said once, at its root. */
/* SPDX-License-Identifier: MIT */

#include "doc/edit.h"
#include "pass/pass.h"

void
pass_language_run(Doc *doc, const PassContext *context)
{
  DocNode *root = doc_root_mutable(doc);

  if (root->lang == NULL && context->article->meta->lang != NULL)
    root->lang = doc_string(doc, context->article->meta->lang);
}
