/* layout/figure.c -- pictures and their captions. */
/* SPDX-License-Identifier: MIT */

#include "layout/builder.h"

#define PT_PER_PX      0.75  /* a CSS pixel is 1/96 in */
#define RESOLUTION_MIN 150.0 /* px per in, that print keeps at least */

void
builder_image_size(const Builder *builder, const DocNode *image,
                   const Style *style, double room, double *width,
                   double *height)
{
  const DocResource *resource = image->as.image.resource;
  double ratio = (double)resource->height / MAX(resource->width, 1);
  double natural = resource->width * PT_PER_PX;
  double most = style->max_height > 0 ? style->max_height
                                      : builder->context->page->block_height;

  /* Drawings may grow to any size; pixels only as far as they stay sharp. */
  if (resource->kind != RESOURCE_SVG)
    natural = MIN(natural, resource->width * 72.0 / RESOLUTION_MIN * 1.5);
  if (style->width > 0)
    natural = style->width;
  else if (style->width_share > 0)
    natural = style->width_share * room;
  *width = MIN(natural, room);
  if (*width * ratio > most)
    *width = most / ratio;
  *height = *width * ratio;
}

/* The picture of a figure, which stands alone in its first paragraph. */
static const DocNode *
find_image(const DocNode *node)
{
  if (node->kind == DOC_IMAGE)
    return node->as.image.resource != NULL ? node : NULL;
  for (const DocNode *child = node->first; child != NULL; child = child->next) {
    const DocNode *found = find_image(child);
    if (found != NULL)
      return found;
  }
  return NULL;
}

static void
name_figure(Builder *builder, const DocNode *image, const Box *box)
{
  LayoutNode *node = flow_node(builder->flow, builder->node);
  g_autofree char *alt = doc_node_plain_text(image);

  node->alt = layout_strdup(builder->flow->document, alt);
  node->bbox[0] = box->x;
  node->bbox[1] = box->y;
  node->bbox[2] = box->x + box->width;
  node->bbox[3] = box->y + box->height;
}

static void
set_image(Builder *builder, const DocNode *image)
{
  BuilderSaved saved;
  FlowSlice *slice;
  Box box = { .kind = BOX_IMAGE };
  bool decorative = image->as.image.decorative;

  builder_enter(builder, &saved, "img", image->class_name,
                decorative ? ROLE_COUNT : ROLE_FIGURE);
  builder_image_size(builder, image, builder->style, builder->width, &box.width,
                     &box.height);
  box.x = builder->x;
  if (builder->rtl)
    box.x += builder->width - box.width;
  box.leaf = decorative ? -1 : builder->node;
  box.artifact = ARTIFACT_LAYOUT;
  box.as.image = image->as.image.resource;
  slice = builder_slice(builder, box.height);
  slice->baseline = box.height;
  slice->source = image;
  if (!decorative)
    name_figure(builder, image, &box);
  g_array_append_val(builder->flow->boxes, box);
  builder_close(builder);
  builder_leave(builder, &saved);
}

/* Picture and caption stay together; the caption is a paragraph behind the
 * Figure, because a Figure's content is its description (PDF/UA-1, 7.3). */
void
builder_figure(Builder *builder, const DocNode *node)
{
  const DocNode *image = find_image(node);
  BuilderSaved saved;

  builder_anchor(builder, node->id);
  builder_enter(builder, &saved, "figure", node->class_name, ROLE_DIV);
  for (const DocNode *child = node->first; child != NULL; child = child->next) {
    if (image != NULL && find_image(child) == image) {
      set_image(builder, image);
      builder->before =
          child->next != NULL ? FLOW_BREAK_FORBIDDEN : builder->before;
    } else {
      builder_block(builder, child);
    }
  }
  builder_leave(builder, &saved);
}
