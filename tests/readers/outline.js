// tests/readers/outline.js -- the outline that MuPDF shows:
// mutool run outline.js FILE.epub; a line each, "chapter<tab>page<tab>title", from 0.
// SPDX-License-Identifier: MIT
// mutool knows ECMAScript 5 and gives the words behind the script's name.

// MuPDF 1.25 opens with a function and names chapters in another one.
var doc = Document.openDocument ? Document.openDocument(scriptArgs[0])
                                : new Document(scriptArgs[0])

function show(items) {
  if (!items) return
  for (var i = 0; i < items.length; i++) {
    var place = doc.resolveLinkDestination
      ? doc.resolveLinkDestination(items[i].uri) : doc.resolveLink(items[i].uri)
    print([place.chapter, place.page, items[i].title].join('\t'))
    show(items[i].down)
  }
}

doc.layout(360, 640, 12)
show(doc.loadOutline())
