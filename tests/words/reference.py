"""The HTML that the CommonMark specification gives for an example, as words and
as a tree in the form of `handbill dump --as tree`."""
# SPDX-License-Identifier: MIT

import html.parser
import re
import urllib.parse

VOID = {"br", "hr", "img"}
INLINES = {"em": "emphasis", "strong": "strong", "code": "code", "a": "link",
           "img": "image", "br": "hard_break"}
BLOCKS = {"p": "paragraph", "blockquote": "quote", "ul": "list", "ol": "list",
          "li": "item", "pre": "code_block", "hr": "rule"}
BLOCKS.update({"h%d" % n: "heading" for n in range(1, 7)})
ATTRIBUTES = {"a": {"href", "title"}, "img": {"src", "alt", "title"},
              "ol": {"start"}, "code": {"class"}}


# Characters of a text are escaped: what is not one of these is raw HTML.
BARE = re.compile(r"<(?!/?(?:%s)\b[^<>]*>)" % "|".join([*INLINES, *BLOCKS]))


class NotHeld(Exception):
    """Our tree has no place for what this example makes."""


class Node:
    def __init__(self, name, attributes=()):
        self.name = name
        self.attributes = dict(attributes)
        self.children = []  # nodes and strings


class Builder(html.parser.HTMLParser):
    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.root = Node("document")
        self.open = [self.root]

    def handle_starttag(self, tag, attributes):
        known = tag in INLINES or tag in BLOCKS
        names = {name for name, _ in attributes}
        if not known or not names <= ATTRIBUTES.get(tag, set()):
            raise NotHeld("a tag %s with %s" % (tag, names))
        node = Node(tag, attributes)
        self.open[-1].children.append(node)
        if tag not in VOID:
            self.open.append(node)

    def handle_startendtag(self, tag, attributes):
        self.handle_starttag(tag, attributes)
        if tag not in VOID:
            raise NotHeld("an empty tag")

    def handle_endtag(self, tag):
        if self.open[-1].name != tag:
            raise NotHeld("tags that do not match")
        self.open.pop()

    def handle_data(self, data):
        self.open[-1].children.append(data)

    def refuse(self, *_):
        raise NotHeld("a comment or declaration")

    handle_comment = handle_decl = handle_pi = unknown_decl = refuse


def quoted(text):
    for plain, escaped in (("\\", "\\\\"), ('"', '\\"'), ("\n", "\\n"),
                           ("\t", "\\t")):
        text = text.replace(plain, escaped)
    return '"%s"' % text


def write(out, depth, line):
    out.append("  " * depth + line)


def write_text(out, depth, text):
    for i, part in enumerate(text.split("\n")):
        if i:
            write(out, depth, "soft_break")
        if part:
            write(out, depth, "text " + quoted(part))


def text_of(node):
    return "".join(c if isinstance(c, str) else text_of(c)
                   for c in node.children)


def write_link(out, depth, kind, target, node):
    title = node.attributes.get("title")
    write(out, depth, "%s %s%s" % (kind, quoted(urllib.parse.unquote(target)),
                                   " title " + quoted(title) if title else ""))


def write_inlines(out, depth, children):
    after_break = False
    for child in merged(children):
        if isinstance(child, str):
            # The line end that the HTML has after <br /> is no other break.
            write_text(out, depth, child[after_break and child[0] == "\n":])
            after_break = False
            continue
        after_break = child.name == "br"
        if child.name not in INLINES:
            raise NotHeld("a block among inlines")
        kind = INLINES[child.name]
        if kind == "code":
            write(out, depth, "code " + quoted(text_of(child)))
        elif kind == "hard_break":
            write(out, depth, kind)
        elif kind == "image":
            write_link(out, depth, kind, child.attributes["src"], child)
            write_text(out, depth + 1, child.attributes.get("alt", ""))
        elif kind == "link":
            write_link(out, depth, "link unresolved",
                       child.attributes.get("href", ""), child)
            write_inlines(out, depth + 1, child.children)
        else:
            write(out, depth, kind)
            write_inlines(out, depth + 1, child.children)


def merged(children):
    found = []
    for child in children:
        if isinstance(child, str) and found and isinstance(found[-1], str):
            found[-1] += child
        elif child != "":
            found.append(child)
    return found


def is_inline(child):
    return isinstance(child, str) or child.name in INLINES


def write_blocks(out, depth, children, in_item=False):
    run = []
    for child in children + [None]:
        if child is not None and is_inline(child):
            run.append(child)
            continue
        if any(not isinstance(c, str) or c.strip() for c in run):
            if not in_item:
                raise NotHeld("words outside a paragraph")
            # A tight item's words: a paragraph in our tree.
            write(out, depth, "paragraph")
            write_inlines(out, depth + 1, trimmed(run))
        run = []
        if child is not None:
            write_block(out, depth, child)


def trimmed(run):
    run = merged(run)
    if isinstance(run[0], str):
        run[0] = run[0].lstrip("\n")
    if isinstance(run[-1], str):
        run[-1] = run[-1].rstrip("\n")
    return merged(run)


def write_block(out, depth, node):
    kind = BLOCKS[node.name]
    if kind == "heading":
        write(out, depth, "heading " + node.name[1])
        write_inlines(out, depth + 1, node.children)
    elif kind == "paragraph":
        write(out, depth, kind)
        write_inlines(out, depth + 1, node.children)
    elif kind == "code_block":
        write(out, depth, "code_block " + quoted(text_of(node).rstrip("\n")))
    elif kind == "list":
        write(out, depth, "list bullet" if node.name == "ul" else
              "list ordered " + node.attributes.get("start", "1"))
        write_blocks(out, depth + 1, node.children)
    else:
        write(out, depth, kind)
        write_blocks(out, depth + 1, node.children, kind == "item")


def tree(markup):
    """Lines; NotHeld if our tree cannot hold it."""
    if BARE.search(markup):
        raise NotHeld("a tag of the author's")
    builder = Builder()
    builder.feed(markup)
    builder.close()
    if len(builder.open) > 1:
        raise NotHeld("a tag that is left open")
    out = ["document"]
    write_blocks(out, 1, builder.root.children)
    return out


# What the dump says more than HTML can: where a line began, the document's
# language, whether a list is tight (HTML shows it by its paragraphs), the class
# of a code block and the line end of its last line.
def dumped(lines):
    found = []
    for line in lines:
        line = re.sub(r"^ *\d+:\d+ ", lambda m: re.match(" *", m[0])[0], line)
        line = re.sub(r"^document .*", "document", line)
        line = re.sub(r"^( *list .*?)( tight)?$", r"\1", line)
        line = re.sub(r'^( *code_block ".*?)(\\n)*"( \.\S+)?$', r'\1"', line)
        line = re.sub(r'^( *(?:link unresolved|image) )(".*?")( title .*|)$',
                      lambda m: m[1] + urllib.parse.unquote(m[2]) + m[3], line)
        found.append(line)
    return merged_text(found)


def merged_text(lines):
    found = []
    for line in lines:
        if found and re.match(' *text "', line) and re.match(
                " " * (len(line) - len(line.lstrip())) + 'text "', found[-1]):
            found[-1] = found[-1][:-1] + line.lstrip()[len('text "'):]
        else:
            found.append(line)
    return found


class Words(html.parser.HTMLParser):
    """The text of an example as print shows it."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.text = ""
        self.numbers = []
        self.caption = None

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        if tag in BLOCKS or tag in VOID:
            self.text += "\n"
        if tag in ("ol", "ul"):
            self.numbers.append(
                int(attributes.get("start") or 1) if tag == "ol" else None)
        if tag == "li" and self.numbers and self.numbers[-1] is not None:
            self.text += "%d.\n" % self.numbers[-1]
            self.numbers[-1] += 1
        if tag == "p":
            self.caption = None
            self.start = len(self.text)
        if tag == "img":
            self.add_image(attributes)

    def add_image(self, attributes):
        # No example's picture exists: its description stands there.
        self.text = self.text.removesuffix("\n")
        self.caption = (len(self.text), attributes.get("title") or "")
        self.text += attributes.get("alt") or "picture without description"
        self.caption += (len(self.text),)

    def handle_endtag(self, tag):
        if tag == "p" and self.caption:
            start, title, end = self.caption
            # Alone in its paragraph it is a figure, and its title the caption.
            if start <= self.start and end == len(self.text):
                self.text += "\n" + title
        if tag in BLOCKS:
            self.text += "\n"
        if tag in ("ol", "ul") and self.numbers:
            self.numbers.pop()

    def handle_data(self, data):
        self.text += data


def words(markup):
    # A style or script that nobody ends: whether its text counts depends on the
    # version of Python's parser.  Ended, it is text for all of them.
    for tag in ("style", "script"):
        if "<" + tag in markup and "</" + tag not in markup:
            markup += "</%s>" % tag
    parser = Words()
    parser.feed(markup)
    parser.close()
    return parser.text
