"""The words of an article, read from its Markdown by markdown-it: by a reader
that shares no line of code with handbill."""
# SPDX-License-Identifier: MIT

import html.parser
import json
import re

from markdown_it import MarkdownIt
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.front_matter import front_matter_plugin
from mdit_py_plugins.tasklists import tasklists_plugin

ALERT = re.compile(r"\A\[!(NOTE|TIP|IMPORTANT|WARNING|CAUTION)\][ \t]*\n?")
HEADING_ID = re.compile(r"\s*\{#[\w.-]+\}\Z")
SPAN = re.compile(r"\[([^\[\]]*)\]\{\.[\w-]+\}")
# Stands where handbill sets what a registry or another article says: what the
# EPUB says there, the PDF must say as well.
HOLE = "\ue002"
NUMBERED = ("helpline", "page")  # a number follows the words of the link
COMMAND = re.compile(r"\A\{\{[^}]*\}\}\Z")


class Article:
    def __init__(self):
        self.title = self.summary = ""
        self.blocks = []  # texts in order, numbers of lists and notes with them
        self.has_sources = False
        self.notes = []  # texts, in the order of the first references
        self.heads = []  # of tables: a list of the texts of the cells
        self.pictures = []  # alternative texts


class Text(html.parser.HTMLParser):
    """What is left of HTML without its tags."""

    BLOCKS = {"p", "div", "br", "li", "tr", "td", "th", "pre", "h1", "h2", "h3"}

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.text = ""

    def handle_starttag(self, tag, attrs):
        if tag in self.BLOCKS:
            self.text += "\n"

    handle_endtag = lambda self, tag: self.handle_starttag(tag, [])

    def handle_data(self, data):
        self.text += data


def html_text(markup):
    parser = Text()
    parser.feed(markup)
    parser.close()
    return parser.text


# handbill knows these; a tag of any other name stays as text (reader/html.h).
TAG = re.compile(r"\A</?([a-zA-Z][a-zA-Z0-9-]*)\b[^>]*>\Z", re.S)
KNOWN = set(
    "a abbr b bdi bdo br cite code dd del details dfn div dl dt em figcaption "
    "figure h1 h2 h3 h4 h5 h6 hr i img ins kbd li mark ol p pre q rb rp rt ruby "
    "s samp small span strong sub summary sup table tbody td tfoot th thead "
    "time tr u ul var wbr".split())


def front_matter(source):
    """Only the two strings that handbill's own YAML reader must not lose."""
    import yaml

    return yaml.safe_load(source) or {}


class Reader:
    def __init__(self):
        self.parser = MarkdownIt("commonmark", {"html": True})
        self.parser.enable(["table", "strikethrough"])
        for plugin in (front_matter_plugin, footnote_plugin, deflist_plugin,
                       tasklists_plugin):
            self.parser.use(plugin)

    def read(self, text):
        article = Article()
        # The plugin takes a tilde for a colon.
        text = re.sub(r"^( {0,3})~(?=[ \t])", r"\1\\~", text, flags=re.M)
        tokens = self.parser.parse(text)
        tokens = self.take_notes(article, self.take_meta(article, tokens))
        self.walk(article, tokens)
        return article

    def take_meta(self, article, tokens):
        if tokens and tokens[0].type == "front_matter":
            meta = front_matter(tokens[0].content)
            article.title = str(meta.get("title", ""))
            article.summary = str(meta.get("summary", ""))
            return tokens[1:]
        return tokens

    def take_notes(self, article, tokens):
        rest, note = [], None
        for token in tokens:
            if token.type == "footnote_open":
                note = Article()
                inside = []
            elif token.type == "footnote_close":
                self.walk(note, inside)
                article.notes.append("%d\n%s\n" % (
                    len(article.notes) + 1, "\n".join(note.blocks)))
                article.has_sources |= note.has_sources
                note = None
            elif note is not None:
                inside.append(token)
            else:
                rest.append(token)
        return rest

    def walk(self, article, tokens):
        lists, quote, head = [], 0, None
        first_in_quote = False
        for i, token in enumerate(tokens):
            kind = token.type
            if kind == "ordered_list_open":
                lists.append(int(token.attrGet("start") or 1))
            elif kind == "bullet_list_open":
                lists.append(None)
            elif kind in ("ordered_list_close", "bullet_list_close"):
                lists.pop()
            elif kind == "list_item_open" and lists[-1] is not None:
                article.blocks.append("%d." % lists[-1])
                lists[-1] += 1
            elif kind == "blockquote_open":
                first_in_quote = True
                continue
            elif kind == "thead_open":
                head = []
            elif kind == "thead_close":
                article.heads.append(head)
                head = None
            elif kind == "inline":
                text = self.inline(article, token, first_in_quote)
                if tokens[i - 1].type == "heading_open":
                    text = HEADING_ID.sub("", text)
                if head is not None:
                    head.append(text)
                article.blocks.append(text)
            elif kind in ("fence", "code_block"):
                article.blocks.append(token.content)
            elif kind == "html_block":
                article.blocks.append(html_text(token.content))
            if kind not in ("paragraph_open", "inline"):
                first_in_quote = False
            elif kind == "inline":
                first_in_quote = False

    def inline(self, article, token, first_in_quote):
        text = ""
        number_follows = False
        alone = [t for t in token.children if t.type not in ("softbreak",)]
        for child, following in zip(token.children, token.children[1:] + [None]):
            kind = child.type
            if kind in ("text", "code_inline"):
                text += child.content
            elif kind in ("softbreak", "hardbreak"):
                text += "\n"
            elif kind == "html_inline":
                text += self.tag(child.content)
            elif kind == "footnote_ref":
                text += "%d" % (child.meta["id"] + 1)
            elif kind == "link_open":
                scheme = child.attrGet("href").split(":")[0]
                article.has_sources |= scheme == "source"
                empty = following.type == "link_close"
                text += HOLE if empty else ""
                number_follows = scheme in NUMBERED and not empty
            elif kind == "link_close" and number_follows:
                text += HOLE
                number_follows = False
            elif kind == "image":
                article.pictures.append(child.content)
                title = child.attrGet("title")
                if len(alone) == 1 and title and title != "decorative":
                    text += title
        if first_in_quote:
            text = ALERT.sub(lambda m: m[1].capitalize() + "\n", text)
        if COMMAND.match(text):
            return HOLE
        return SPAN.sub(r"\1", text)

    def tag(self, content):
        match = TAG.match(content)
        if match is None:
            return ""  # a comment
        if match[1].lower() == "br":
            return "\n"
        if match[1].lower() == "input":  # of a task list
            return ""
        return "" if match[1].lower() in KNOWN else content

