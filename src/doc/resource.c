/* doc/resource.c -- a picture that the book carries. */
/* SPDX-License-Identifier: MIT */

#include "doc/resource.h"

DocResource *
doc_resource_new(const char *source, const char *name, ResourceKind kind,
                 GBytes *bytes)
{
  DocResource *resource = g_new0(DocResource, 1);

  resource->source = g_strdup(source);
  resource->name = g_strdup(name);
  resource->kind = kind;
  resource->bytes = bytes;
  resource->orientation = 1;
  return resource;
}

void
doc_resource_free(DocResource *resource)
{
  if (resource == NULL)
    return;
  g_free(resource->source);
  g_free(resource->name);
  g_bytes_unref(resource->bytes);
  g_bytes_unref(resource->plain);
  g_free(resource);
}

const char *
doc_resource_media_type(ResourceKind kind)
{
  switch (kind) {
  case RESOURCE_PNG:
    return "image/png";
  case RESOURCE_JPEG:
    return "image/jpeg";
  case RESOURCE_SVG:
    return "image/svg+xml";
  }
  g_return_val_if_reached(NULL);
}
