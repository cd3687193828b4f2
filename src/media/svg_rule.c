/* media/svg_rule.c -- which elements and attributes of SVG come through. */
/* SPDX-License-Identifier: MIT */

#include "media/svg_rule.h"

#define ANIMATION "a page does not move: remove the animation"
#define FILTER                                                                 \
  "of filters only blur, offset and merge are drawn: remove the effect, or "   \
  "save the drawing as PNG"

#define KEEP(element)                                                          \
  {                                                                            \
    .name = element, .action = SVG_KEEP                                        \
  }
#define DROP(element)                                                          \
  {                                                                            \
    .name = element, .action = SVG_DROP                                        \
  }
#define REFUSE(element, reason)                                                \
  {                                                                            \
    .name = element, .action = SVG_REFUSE, .why = reason                       \
  }

static const MediaSvgElement elements[] = {
  KEEP("svg"),
  KEEP("g"),
  KEEP("defs"),
  KEEP("symbol"),
  KEEP("use"),
  KEEP("path"),
  KEEP("rect"),
  KEEP("circle"),
  KEEP("ellipse"),
  KEEP("line"),
  KEEP("polyline"),
  KEEP("polygon"),
  KEEP("text"),
  KEEP("tspan"),
  KEEP("textPath"),
  KEEP("linearGradient"),
  KEEP("radialGradient"),
  KEEP("stop"),
  KEEP("clipPath"),
  KEEP("mask"),
  KEEP("pattern"),
  KEEP("marker"),
  KEEP("filter"),
  KEEP("feGaussianBlur"),
  KEEP("feOffset"),
  KEEP("feMerge"),
  KEEP("feMergeNode"),
  { .name = "a", .action = SVG_GROUP },
  DROP("title"),
  DROP("desc"),
  DROP("metadata"),
  DROP("view"),
  REFUSE("script", "scripts are never run: remove it"),
  REFUSE("handler", "scripts are never run: remove it"),
  REFUSE("style", "style sheets are not read: save the drawing as plain SVG "
                  "with presentation attributes"),
  REFUSE("image", "pictures inside a drawing are not read: put the picture "
                  "beside the article, or save the drawing as PNG"),
  REFUSE("feImage", "pictures inside a drawing are not read: remove it"),
  REFUSE("foreignObject", "HTML inside a drawing is not drawn: turn it into "
                          "text (in draw.io: switch off formatted text)"),
  REFUSE("switch", "alternatives are not chosen: keep one of them"),
  REFUSE("animate", ANIMATION),
  REFUSE("animateColor", ANIMATION),
  REFUSE("animateMotion", ANIMATION),
  REFUSE("animateTransform", ANIMATION),
  REFUSE("set", ANIMATION),
  REFUSE("discard", ANIMATION),
  REFUSE("feBlend", FILTER),
  REFUSE("feColorMatrix", FILTER),
  REFUSE("feComponentTransfer", FILTER),
  REFUSE("feComposite", FILTER),
  REFUSE("feConvolveMatrix", FILTER),
  REFUSE("feDiffuseLighting", FILTER),
  REFUSE("feDisplacementMap", FILTER),
  REFUSE("feDropShadow", FILTER),
  REFUSE("feFlood", FILTER),
  REFUSE("feMorphology", FILTER),
  REFUSE("feSpecularLighting", FILTER),
  REFUSE("feTile", FILTER),
  REFUSE("feTurbulence", FILTER),
};

static const MediaSvgElement unknown = REFUSE(
    NULL, "no drawing needs it: save the drawing as plain SVG, or as PNG");

#define ATTRIBUTE(attribute, kind)                                             \
  {                                                                            \
    .name = attribute, .value = kind                                           \
  }
#define PROPERTY(attribute, kind)                                              \
  {                                                                            \
    .name = attribute, .value = kind, .property = true                         \
  }

static const MediaSvgAttribute attributes[] = {
  ATTRIBUTE("id", SVG_VALUE_ID),
  ATTRIBUTE("style", SVG_VALUE_STYLE),
  ATTRIBUTE("href", SVG_VALUE_HREF),
  ATTRIBUTE("xlink:href", SVG_VALUE_HREF),
  ATTRIBUTE("xml:space", SVG_VALUE_PLAIN),
  /* where and how large */
  ATTRIBUTE("x", SVG_VALUE_PLAIN),
  ATTRIBUTE("y", SVG_VALUE_PLAIN),
  ATTRIBUTE("width", SVG_VALUE_PLAIN),
  ATTRIBUTE("height", SVG_VALUE_PLAIN),
  ATTRIBUTE("cx", SVG_VALUE_PLAIN),
  ATTRIBUTE("cy", SVG_VALUE_PLAIN),
  ATTRIBUTE("r", SVG_VALUE_PLAIN),
  ATTRIBUTE("rx", SVG_VALUE_PLAIN),
  ATTRIBUTE("ry", SVG_VALUE_PLAIN),
  ATTRIBUTE("x1", SVG_VALUE_PLAIN),
  ATTRIBUTE("y1", SVG_VALUE_PLAIN),
  ATTRIBUTE("x2", SVG_VALUE_PLAIN),
  ATTRIBUTE("y2", SVG_VALUE_PLAIN),
  ATTRIBUTE("fx", SVG_VALUE_PLAIN),
  ATTRIBUTE("fy", SVG_VALUE_PLAIN),
  ATTRIBUTE("fr", SVG_VALUE_PLAIN),
  ATTRIBUTE("dx", SVG_VALUE_PLAIN),
  ATTRIBUTE("dy", SVG_VALUE_PLAIN),
  ATTRIBUTE("d", SVG_VALUE_PATH),
  ATTRIBUTE("points", SVG_VALUE_PATH),
  ATTRIBUTE("pathLength", SVG_VALUE_PLAIN),
  ATTRIBUTE("viewBox", SVG_VALUE_PLAIN),
  ATTRIBUTE("preserveAspectRatio", SVG_VALUE_PLAIN),
  ATTRIBUTE("transform", SVG_VALUE_TRANSFORM),
  ATTRIBUTE("gradientTransform", SVG_VALUE_TRANSFORM),
  ATTRIBUTE("patternTransform", SVG_VALUE_TRANSFORM),
  ATTRIBUTE("gradientUnits", SVG_VALUE_PLAIN),
  ATTRIBUTE("patternUnits", SVG_VALUE_PLAIN),
  ATTRIBUTE("patternContentUnits", SVG_VALUE_PLAIN),
  ATTRIBUTE("clipPathUnits", SVG_VALUE_PLAIN),
  ATTRIBUTE("maskUnits", SVG_VALUE_PLAIN),
  ATTRIBUTE("maskContentUnits", SVG_VALUE_PLAIN),
  ATTRIBUTE("filterUnits", SVG_VALUE_PLAIN),
  ATTRIBUTE("primitiveUnits", SVG_VALUE_PLAIN),
  ATTRIBUTE("spreadMethod", SVG_VALUE_PLAIN),
  ATTRIBUTE("offset", SVG_VALUE_PLAIN),
  ATTRIBUTE("refX", SVG_VALUE_PLAIN),
  ATTRIBUTE("refY", SVG_VALUE_PLAIN),
  ATTRIBUTE("markerWidth", SVG_VALUE_PLAIN),
  ATTRIBUTE("markerHeight", SVG_VALUE_PLAIN),
  ATTRIBUTE("markerUnits", SVG_VALUE_PLAIN),
  ATTRIBUTE("orient", SVG_VALUE_PLAIN),
  ATTRIBUTE("rotate", SVG_VALUE_PLAIN),
  ATTRIBUTE("textLength", SVG_VALUE_PLAIN),
  ATTRIBUTE("lengthAdjust", SVG_VALUE_PLAIN),
  ATTRIBUTE("startOffset", SVG_VALUE_PLAIN),
  ATTRIBUTE("method", SVG_VALUE_PLAIN),
  ATTRIBUTE("spacing", SVG_VALUE_PLAIN),
  ATTRIBUTE("side", SVG_VALUE_PLAIN),
  /* filters */
  ATTRIBUTE("in", SVG_VALUE_PLAIN),
  ATTRIBUTE("result", SVG_VALUE_PLAIN),
  ATTRIBUTE("edgeMode", SVG_VALUE_PLAIN),
  ATTRIBUTE("stdDeviation", SVG_VALUE_BLUR),
  /* how it looks: SVG 2, chapter "Styling", presentation attributes */
  PROPERTY("fill", SVG_VALUE_PAINT),
  PROPERTY("stroke", SVG_VALUE_PAINT),
  PROPERTY("color", SVG_VALUE_PAINT),
  PROPERTY("stop-color", SVG_VALUE_PAINT),
  PROPERTY("clip-path", SVG_VALUE_REFERENCE),
  PROPERTY("mask", SVG_VALUE_REFERENCE),
  PROPERTY("filter", SVG_VALUE_REFERENCE),
  PROPERTY("marker", SVG_VALUE_REFERENCE),
  PROPERTY("marker-start", SVG_VALUE_REFERENCE),
  PROPERTY("marker-mid", SVG_VALUE_REFERENCE),
  PROPERTY("marker-end", SVG_VALUE_REFERENCE),
  PROPERTY("font-family", SVG_VALUE_FAMILY),
  PROPERTY("font", SVG_VALUE_FAMILY),
  PROPERTY("fill-rule", SVG_VALUE_PLAIN),
  PROPERTY("clip-rule", SVG_VALUE_PLAIN),
  PROPERTY("fill-opacity", SVG_VALUE_PLAIN),
  PROPERTY("stroke-opacity", SVG_VALUE_PLAIN),
  PROPERTY("stop-opacity", SVG_VALUE_PLAIN),
  PROPERTY("opacity", SVG_VALUE_PLAIN),
  PROPERTY("stroke-width", SVG_VALUE_PLAIN),
  PROPERTY("stroke-linecap", SVG_VALUE_PLAIN),
  PROPERTY("stroke-linejoin", SVG_VALUE_PLAIN),
  PROPERTY("stroke-miterlimit", SVG_VALUE_PLAIN),
  PROPERTY("stroke-dasharray", SVG_VALUE_PLAIN),
  PROPERTY("stroke-dashoffset", SVG_VALUE_PLAIN),
  PROPERTY("display", SVG_VALUE_PLAIN),
  PROPERTY("visibility", SVG_VALUE_PLAIN),
  PROPERTY("overflow", SVG_VALUE_PLAIN),
  PROPERTY("paint-order", SVG_VALUE_PLAIN),
  PROPERTY("vector-effect", SVG_VALUE_PLAIN),
  PROPERTY("mask-type", SVG_VALUE_PLAIN),
  PROPERTY("mix-blend-mode", SVG_VALUE_PLAIN),
  PROPERTY("isolation", SVG_VALUE_PLAIN),
  PROPERTY("color-interpolation", SVG_VALUE_PLAIN),
  PROPERTY("color-interpolation-filters", SVG_VALUE_PLAIN),
  PROPERTY("shape-rendering", SVG_VALUE_PLAIN),
  PROPERTY("text-rendering", SVG_VALUE_PLAIN),
  PROPERTY("font-size", SVG_VALUE_PLAIN),
  PROPERTY("font-style", SVG_VALUE_PLAIN),
  PROPERTY("font-weight", SVG_VALUE_PLAIN),
  PROPERTY("font-variant", SVG_VALUE_PLAIN),
  PROPERTY("font-stretch", SVG_VALUE_PLAIN),
  PROPERTY("letter-spacing", SVG_VALUE_PLAIN),
  PROPERTY("word-spacing", SVG_VALUE_PLAIN),
  PROPERTY("text-anchor", SVG_VALUE_PLAIN),
  PROPERTY("text-decoration", SVG_VALUE_PLAIN),
  PROPERTY("dominant-baseline", SVG_VALUE_PLAIN),
  PROPERTY("alignment-baseline", SVG_VALUE_PLAIN),
  PROPERTY("baseline-shift", SVG_VALUE_PLAIN),
  PROPERTY("writing-mode", SVG_VALUE_PLAIN),
  PROPERTY("direction", SVG_VALUE_PLAIN),
  PROPERTY("unicode-bidi", SVG_VALUE_PLAIN),
};

const MediaSvgElement *
media_svg_rule_element(const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS(elements); i++)
    if (g_str_equal(elements[i].name, name))
      return &elements[i];
  return &unknown;
}

const MediaSvgAttribute *
media_svg_rule_attribute(const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS(attributes); i++)
    if (g_str_equal(attributes[i].name, name))
      return &attributes[i];
  return NULL;
}
