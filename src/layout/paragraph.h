/*
 * layout/paragraph.h -- one paragraph: running text in styled spans, cut into
 * shaped pieces, with every place where a line may end.
 *
 * Build it with paragraph_add_*(), then paragraph_shape() once; after that
 * line_break.h chooses breaks and line.h makes boxes of them.
 *
 * Offsets    Bytes into `text`.
 * Widths     pt, natural: before any expansion or justification.
 * Ownership  The Paragraph owns all but styles, words and document nodes.
 */
#pragma once

#include "doc/tree.h"
#include "layout/shape.h"
#include "style/hyphenation.h"

/* Text of one style that belongs to one structure node. */
typedef struct {
  guint32 start;
  guint32 end;
  const Style *style;
  int node;              /* flow node (flow.h) */
  int link;              /* flow target (flow.h), or -1 */
  bool code;             /* break like code, never hyphenate */
  const DocNode *source; /* the leaf whose text this is, or NULL: made here */
  guint32 source_offset; /* bytes into it, where the span begins */
  guint32 small;         /* of text in capitals: bytes into `small` below */
  bool spelled;          /* it spells what stands there: "[U+65E5]" */
  const char *anchor;    /* id of what begins with it, or NULL */
  const DocNode *note;   /* the note that it refers to, or NULL */
  const DocNode *image;  /* DOC_IMAGE: an inline picture, or NULL */
} Span;

typedef enum {
  PIECE_WORD,
  PIECE_SPACE,
  PIECE_IMAGE,
  PIECE_FORCED /* the end of a line that the author asked for */
} PieceKind;

typedef struct {
  PieceKind kind;
  guint32 start;
  guint32 end;
  guint32 span;
  guint8 level; /* bidi embedding level */
  float width;
  float height;            /* PIECE_IMAGE */
  PangoAnalysis *analysis; /* of the item it was cut from */
  ShapedWord *word;        /* PIECE_WORD, PIECE_SPACE */
} Piece;

typedef enum {
  BREAK_SPACE,    /* at a space, which disappears */
  BREAK_EXPLICIT, /* after a dash, between ideographs */
  BREAK_DASH,     /* after a hyphen of the author's */
  BREAK_HYPHEN,   /* inside a word, with a hyphen */
  BREAK_CODE,     /* inside a code-like word, without one */
  BREAK_FORCED,
  BREAK_END
} BreakKind;

/* A place where a line may end.  Sums run from the paragraph's start: `end_*`
 * to the last glyph before the break, `start_*` to the first one after it. */
typedef struct {
  BreakKind kind;
  guint32 end;   /* where the line's text ends */
  guint32 start; /* where the next line's begins */
  float penalty;
  float hyphen; /* pt, what the hyphen adds */
  double end_words;
  double end_spaces;
  double start_words;
  double start_spaces;
  guint32 end_letters; /* letters before it */
  guint32 end_gaps;    /* gaps between glyphs of a word, that letterspacing */
  guint32 start_gaps;  /* may widen: before it, and up to the first behind it */
  float hang_right;    /* pt, that the last glyph before it may stand outside */
  float hang_left;     /* pt, that the first glyph behind it may */
} Break;

/* A stretch in one font, script, language and direction (itemize.h). */
typedef struct {
  guint32 start;
  guint32 end;
  PangoAnalysis *analysis; /* of a Pango item below, or the Shaper's */
} TextItem;

/* True if a line that ends there ends with a hyphen, ours or the author's. */
bool break_shows_hyphen(const Break *at);

typedef struct {
  GString *text;
  GString *small;     /* the author's letters of what `text` has in capitals */
  GArray *spans;      /* of Span */
  GArray *pieces;     /* of Piece */
  GArray *breaks;     /* of Break; the last one is BREAK_END */
  GArray *items;      /* of TextItem */
  GList *pango_items; /* of PangoItem: those asked for this text */
  const Style *style; /* of the block */
  const char *lang;
  double hang; /* pt, that its first line stands out of the others */
  bool rtl;
  bool hyphenate;
} Paragraph;

Paragraph *paragraph_new(const Style *style, const char *lang, bool rtl);
void paragraph_free(Paragraph *paragraph); /* NULL is fine */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Paragraph, paragraph_free)

/* Appends text with the properties of `span` (its start and end are set
 * here). */
void paragraph_add(Paragraph *paragraph, const Span *span, const char *text,
                   gssize length);

/* An inline picture of the given size; `span` has its image. */
void paragraph_add_image(Paragraph *paragraph, const Span *span, double width,
                         double height);

/* What the author wrote where a span's text begins: `text` itself, but for
 * capitals of ours. */
const char *paragraph_source(const Paragraph *paragraph, const Span *span);

/* How many bytes of that stand before byte `at` of `text`. */
gsize paragraph_source_bytes(const Paragraph *paragraph, const Span *span,
                             guint32 at);

bool paragraph_is_empty(const Paragraph *paragraph);

/* Called for a character without a glyph; `source` may be NULL. */
typedef void (*ParagraphUnknownFunc)(const DocNode *source, gunichar character,
                                     gpointer data);

/* Itemizes, shapes, finds breaks.  A character without a glyph is reported and
 * becomes "[U+65E5]".  `hyphenation` may be NULL. */
void paragraph_shape(Paragraph *paragraph, Shaper *shaper,
                     Hyphenation *hyphenation, ParagraphUnknownFunc unknown,
                     gpointer data);

/* The width of the widest unbreakable piece, and of all of it in one line. */
void paragraph_widths(const Paragraph *paragraph, double *narrowest,
                      double *widest);
