// tests/readers/pages.mjs -- real readers open an EPUB and find its pages:
//   node pages.mjs NODE_MODULES EPUB PAGES.json [SHOTS]
// SPDX-License-Identifier: MIT
//
// PAGES.json: [{"label": "12", "text": "what the PDF says on it"}, ...]
// epub.js and foliate-js run in headless Chromium, Readium's parser in node.
// SHOTS is a folder for pictures of what was seen.

import fs from 'node:fs'
import http from 'node:http'
import path from 'node:path'
import { createRequire } from 'node:module'

const [modules, epub, pagesFile, shots] = process.argv.slice(2)
const require = createRequire(path.join(modules, 'x.js'))
const pages = JSON.parse(fs.readFileSync(pagesFile))
const letters = text => text.normalize('NFKC').toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')
let wrong = 0
const check = (good, what) => {
  console.log(`${good ? 'ok' : 'WRONG'}: ${what}`)
  if (!good) wrong++
}

// --- a server for the browser: the readers and the book ---

const types = { '.js': 'text/javascript', '.html': 'text/html',
  '.epub': 'application/epub+zip', '.css': 'text/css' }
const html = {
  '/epubjs.html': `<!doctype html><meta charset=utf-8><div id=book></div>
    <script src=/m/jszip/dist/jszip.min.js></script>
    <script src=/m/epubjs/dist/epub.js></script>`,
  '/foliate.html': `<!doctype html><meta charset=utf-8>
    <style>html, body, foliate-view { margin: 0; height: 100%; display: block }
    </style>`,
}
const server = http.createServer((request, response) => {
  const url = new URL(request.url, 'http://x').pathname
  const send = (type, data) => {
    response.writeHead(200, { 'content-type': type })
    response.end(data)
  }
  if (html[url]) return send('text/html', html[url])
  if (url === '/book.epub') return send(types['.epub'], fs.readFileSync(epub))
  const file = path.join(modules, path.normalize(url.replace(/^\/m\//, '/')))
  if (url.startsWith('/m/') && fs.existsSync(file))
    return send(types[path.extname(file)] ?? 'text/plain', fs.readFileSync(file))
  response.writeHead(404)
  response.end()
})
await new Promise(done => server.listen(0, '127.0.0.1', done))
const base = `http://127.0.0.1:${server.address().port}`

// --- what every reader must find ---

const checkList = (name, labels) =>
  check(labels.join() === pages.map(page => page.label).join(),
    `${name} finds ${labels.length} pages, the PDF has ${pages.length}`)
const numbered = pages.filter(page => /^\d+$/.test(page.label) && page.text)
const goal = numbered.find(page => page.label === '12') ?? numbered.at(-1)
const checkPage = (name, text) => {
  const words = letters(text).slice(0, 24)
  check(words.length > 8 && letters(goal.text).includes(words),
    `${name} at page ${goal.label} shows "${text.trim().replace(/\s+/g, ' ').slice(0, 60)}"`)
}

// Nothing is shown where the book has nothing to show.
const documents = await (async () => {
  const zip = await require('jszip').loadAsync(fs.readFileSync(epub))
  return (await Promise.all(zip.file(/\.xhtml$/).map(file => file.async('string')))).join()
})()
const checkPopUp = (name, what, text) => {
  if (!documents.includes(what === 'note' ? 'doc-noteref' : 'doc-glossref')) return
  const words = (text ?? '').trim().replace(/\s+/g, ' ')
  check(words.length > 8, `${name} opens a ${what}: "${words.slice(0, 70)}"`)
}

// --- epub.js ---

const inEpubJs = async label => {
  const book = ePub(await (await fetch('/book.epub')).arrayBuffer())
  await book.ready
  // Its own list keeps addresses and numbers, not labels: those are read here.
  const list = book.pageList.pageList ?? []
  const view = book.renderTo('book', { width: 360, height: 640 })
  const nav = await book.load(book.packaging.navPath)
  const links = [...nav.querySelectorAll('nav')]
    .find(x => x.getAttribute('epub:type') === 'page-list').querySelectorAll('a')
  const labels = [...links].slice(0, list.length).map(a => a.textContent)
  const href = list[labels.indexOf(label)].href
  await view.display(href)
  await new Promise(done => setTimeout(done, 300))
  const doc = view.getContents()[0].document
  const mark = doc.getElementById(href.split('#')[1])
  const range = doc.createRange()
  range.setStartAfter(mark)
  range.setEndAfter(doc.body.lastChild)
  const text = range.toString().slice(0, 300)
  // It has no pop-ups of its own: a link goes to the note, or to the word.
  const follow = async selector => {
    for (const item of book.spine.spineItems) {
      const link = (await item.load(book.load.bind(book))).querySelector(selector)
      if (!link) continue
      const [file, id] = link.getAttribute('href').split('#')
      await view.display(`${file || item.href}#${id}`)
      await new Promise(done => setTimeout(done, 200))
      return view.getContents()[0].document.getElementById(id)?.textContent ?? ''
    }
    return null
  }
  return { labels, text, note: await follow('a[role~=doc-noteref]'),
    word: await follow('a[role~=doc-glossref]') }
}

// --- foliate-js ---

const inFoliate = async label => {
  await import('/m/foliate-js/view.js')
  const { FootnoteHandler } = await import('/m/foliate-js/footnotes.js')
  const view = document.createElement('foliate-view')
  document.body.append(view)
  const bytes = await (await fetch('/book.epub')).blob()
  await view.open(new File([bytes], 'book.epub', { type: 'application/epub+zip' }))
  const list = view.book.pageList ?? []
  let location
  view.addEventListener('relocate', e => location = e.detail)
  const handler = new FootnoteHandler()
  const popup = document.createElement('div')
  popup.style = 'position: fixed; inset: auto 8px 8px 8px; height: 160px; background: white; border: 1px solid'
  handler.addEventListener('before-render', e => {
    popup.replaceChildren(e.detail.view)
    e.detail.view.style = 'display: block; height: 100%'
    document.body.append(popup)
  })
  handler.addEventListener('render', e =>
    window.render?.(e.detail.view.renderer.getContents()[0].doc.body.innerText))
  view.addEventListener('link', e => handler.handle(view.book, e))
  const pause = ms => new Promise(done => setTimeout(done, ms))
  const { href } = list.find(item => item.label === label)
  await view.goTo(href)
  await pause(400)
  const at = location?.pageItem?.label
  // The screen may begin before the mark: what counts is that it shows it.
  const mark = location.range.startContainer.ownerDocument
    .getElementById(href.split('#')[1])
  const behind = location.range.cloneRange()
  behind.setStartAfter(mark)
  const text = location.range.intersectsNode(mark) ? behind.toString() : ''
  const pop = async selector => {
    for (const [index, section] of view.book.sections.entries()) {
      const doc = await section.createDocument()
      if (!doc.querySelector(selector)) continue
      await view.goTo(index)
      await pause(300)
      const rendered = new Promise(done => window.render = done)
      const { doc: live } = view.renderer.getContents()[0]
      const link = live.querySelector(selector)
      link.click()
      return await Promise.race([rendered, pause(3000)]) ?? ''
    }
    return null
  }
  return { labels: list.map(item => item.label), at, text,
    note: await pop('a[role~=doc-noteref]'), word: await pop('a[role~=doc-glossref]') }
}

// --- Readium's parser ---

const inReadium = async () => {
  const { EpubParsePromise } =
    require('r2-shared-js/dist/es8-es2017/src/parser/epub.js')
  const { initGlobalConverters_GENERIC, initGlobalConverters_SHARED } =
    require('r2-shared-js/dist/es8-es2017/src/init-globals.js')
  initGlobalConverters_GENERIC?.()
  initGlobalConverters_SHARED?.()
  const log = console.log
  console.log = () => {}
  const book = await EpubParsePromise(epub)
  console.log = log
  return { metadata: book.Metadata, chapters: book.Spine.length,
    landmarks: (book.Landmarks ?? []).length,
    labels: (book.PageList ?? []).map(x => x.Title) }
}

const puppeteer = require('puppeteer-core')
const browser = await (puppeteer.default ?? puppeteer).launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', headless: true,
  args: ['--no-sandbox', '--disable-gpu'] })
const run = async (name, file, visit) => {
  const page = await browser.newPage()
  await page.setViewport({ width: 360, height: 640 })
  page.on('pageerror', error => console.log(`${name}: ${error.message}`))
  await page.goto(base + file)
  const seen = await page.evaluate(visit, goal.label)
  for (const what of ['note', 'word']) checkPopUp(name, what, seen[what])
  if (shots) await page.screenshot({ path: path.join(shots, `${name}.png`) })
  checkList(name, seen.labels)
  checkPage(name, seen.text)
  return seen
}

try {
  await run('epub.js', '/epubjs.html', inEpubJs)
  const seen = await run('foliate-js', '/foliate.html', inFoliate)
  check(seen.at === goal.label, `foliate-js says that this is page ${seen.at}`)
  const readium = await inReadium()
  checkList('Readium', readium.labels)
  const { Title, Language, Identifier, Accessibility } = readium.metadata
  check(Title && Language?.length && /^urn:uuid:/.test(Identifier),
    `Readium reads "${Title}", ${Language}, ${Identifier}`)
  check(Accessibility?.AccessMode?.includes('textual') && Accessibility?.Feature
    ?.includes('pageNavigation') && Accessibility?.Hazard?.includes('none'),
  `Readium reads what is accessible: ${Accessibility?.Feature}`)
  check(readium.landmarks > 0 && readium.chapters > 1,
    `Readium reads ${readium.landmarks} landmarks, ${readium.chapters} chapters`)
} finally {
  await browser.close()
  server.close()
}
process.exit(wrong ? 1 : 0)
