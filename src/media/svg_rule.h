/*
 * media/svg_rule.h -- which elements and attributes of SVG come through the
 * door.
 */
#pragma once

#include "media/svg_value.h"

typedef enum {
  SVG_KEEP,
  SVG_GROUP, /* its content is kept, in a plain group */
  SVG_DROP,  /* never drawn: left out with a note */
  SVG_REFUSE
} MediaSvgAction;

typedef struct {
  const char *name;
  MediaSvgAction action;
  const char *why; /* of a refusal, with the remedy */
} MediaSvgElement;

typedef struct {
  const char *name;
  MediaSvgValue value;
  bool property; /* may also stand in style="" */
} MediaSvgAttribute;

/* Never NULL: an unknown element has a rule that refuses it. */
const MediaSvgElement *media_svg_rule_element(const char *name);

/* NULL for an attribute that is left out. */
const MediaSvgAttribute *media_svg_rule_attribute(const char *name);
