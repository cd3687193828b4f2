"""pictures/pictures.py -- pictures that others made, and what became of them:

    pictures.py write FOLDER PICTURE...   a book with an article for each picture
    pictures.py upright RELEASE PICTURE...
        the photographs NAME_0 to NAME_8 (EXIF orientations) all look like
        NAME_1, in the EPUB and on the page
    pictures.py same RELEASE PICTURE...
        the EPUB's pictures have the pixels of the PICTUREs
    pictures.py named MESSAGES PICTURE...
        each is refused by a message about its article"""
# SPDX-License-Identifier: MIT

import glob
import io
import os
import re
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
import zipfile

from PIL import Image, ImageChops, ImageStat

XHTML = "{http://www.w3.org/1999/xhtml}"
GRID = 24  # a thumbnail's side: enough to tell which way up it is
RESOLUTION = 40  # dpi of a rendered page


def stem(path):
    return os.path.splitext(os.path.basename(path))[0]


def article_id(name):
    return re.sub("[^a-z0-9]+", "-", name.lower())


def write(folder, *pictures):
    for path in pictures:
        name = stem(path)
        shutil.copy(path, folder)
        with open(os.path.join(folder, name + ".md"), "w") as file:
            file.write('---\ntitle: "%s"\n---\n\n![Picture %s](%s)\n' % (
                name, name, os.path.basename(path)))
    return 0


def one(release, ending):
    (path,) = glob.glob(os.path.join(release, "*" + ending))
    return path


def from_epub(release):
    """The picture of each article: its file name -> Image."""
    found = {}
    with zipfile.ZipFile(one(release, ".epub")) as archive:
        for name in archive.namelist():
            if not name.endswith(".xhtml"):
                continue
            root = ElementTree.fromstring(archive.read(name))
            for image in root.iter(XHTML + "img"):
                file = os.path.normpath(os.path.join(
                    os.path.dirname(name), image.get("src")))
                if stem(name) != "cover":
                    found[article_id(stem(name))] = Image.open(
                        io.BytesIO(archive.read(file)))
    return found


def from_pdf(release, work):
    """The one picture of each article's page, cut out: name -> Image."""
    path = one(release, ".a4.pdf")
    entries = subprocess.run(["mutool", "show", path, "outline"], check=True,
                             capture_output=True, text=True).stdout
    found = {}
    for title, page in re.findall(r'"(.*)"\t#page=(\d+)', entries):
        file = os.path.join(work, "page.png")
        subprocess.run(["mutool", "draw", "-q", "-r", str(RESOLUTION), "-o",
                        file, path, page], check=True, capture_output=True)
        found[article_id(title)] = cut_out(Image.open(file).convert("RGB"))
    return found


def cut_out(page):
    """The largest block of rows, and then of columns, that are not paper."""
    ink = page.convert("L").point(lambda value: 255 if value < 245 else 0)
    top, bottom = longest(ink.resize((1, page.height), Image.Resampling.BOX))
    rows = ink.crop((0, top, page.width, bottom))
    left, right = longest(rows.resize((page.width, 1), Image.Resampling.BOX))
    return page.crop((left, top, right, bottom))


def longest(line):
    values = list(line.tobytes()) + [0]
    best = start = None
    for at, value in enumerate(values):
        if value > 60 and start is None:
            start = at
        elif value <= 60 and start is not None:
            if best is None or at - start > best[1] - best[0]:
                best = (start, at)
            start = None
    return best or (0, 1)


def distance(one, other):
    """Mean difference of a channel, 0 to 255; 255 for another shape."""
    if (one.width > one.height) != (other.width > other.height):
        return 255
    small = [image.convert("RGB").resize((GRID, GRID), Image.Resampling.BOX)
             for image in (one, other)]
    return sum(ImageStat.Stat(ImageChops.difference(*small)).mean) / 3


def is_upright(image, model):
    here = distance(image, model)
    turned = min(distance(image, model.transpose(way))
                 for way in Image.Transpose)
    return here < 12 and here * 2 < turned


def upright(release, *pictures):
    work = os.path.dirname(os.path.abspath(release))
    shown = {"EPUB": from_epub(release), "PDF": from_pdf(release, work)}
    models = {stem(path): Image.open(path) for path in pictures}
    faults = 0
    for kind, images in shown.items():
        for path in pictures:
            name = stem(path)
            image = images.get(article_id(name))
            model = models[name.split("_")[0] + "_1"]
            if image is None or not is_upright(image, model):
                faults += 1
                print("%s: %s does not stand upright" % (kind, name))
            elif image.getexif().get(274, 1) != 1:
                faults += 1
                print("%s: %s would be turned again" % (kind, name))
    print("%d photographs, %d not upright" % (len(pictures), faults))
    return 1 if faults or len(pictures) != 18 else 0


def same(release, *pictures):
    images = from_epub(release)
    faults = 0
    for path in pictures:
        model = Image.open(path)
        image = images.get(article_id(stem(path)))
        if image is None:
            faults += 1
            print("%s: not in the EPUB" % stem(path))
        elif not model.mode.startswith("I") and differs(image, model):
            faults += 1
            print("%s: has other pixels" % stem(path))
    print("%d pictures, %d faults" % (len(pictures), faults))
    return 1 if faults else 0


def differs(image, model):
    if image.size != model.size:
        return True
    pair = [on_white(picture) for picture in (image, model)]
    extrema = ImageChops.difference(*pair).getextrema()
    return max(high for _, high in extrema) > 2


def on_white(picture):
    picture = picture.convert("RGBA")
    paper = Image.new("RGBA", picture.size, "white")
    return Image.alpha_composite(paper, picture).convert("RGB")


def named(messages, *pictures):
    with open(messages, encoding="utf-8") as file:
        said = file.read()
    silent = [stem(path) for path in pictures if not re.search(
        r"^%s\.md:\d+:\d+: .*\[bad-image\]$" % re.escape(stem(path)), said,
        re.M)]
    for name in silent:
        print("%s: refused without a message, or taken" % name)
    print("%d pictures, %d without a message" % (len(pictures), len(silent)))
    return 1 if silent else 0


if __name__ == "__main__":
    verb = {"write": write, "upright": upright, "same": same, "named": named}
    sys.exit(verb[sys.argv[1]](*sys.argv[2:]))
