// tests/readers/look.mjs -- every document of an EPUB as a phone shows it:
//   node look.mjs NODE_MODULES FOLDER [SHOTS]
// SPDX-License-Identifier: MIT
//
// FOLDER is the unpacked EPUB.  In Chromium each document is shown as in `ways`
// below; no text may stick out of its box or of the screen, none may be
// unreadable, and axe-core may find nothing.  Before that broken documents prove
// that each of these would be noticed.

import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { createRequire } from 'node:module'

const [modules, folder, shots] = process.argv.slice(2)
const require = createRequire(path.join(modules, 'x.js'))
const axe = fs.readFileSync(require.resolve('@daisy/axe-core-for-ace/axe.min.js'), 'utf8')

const phone = { width: 360, height: 640 }
// What readers do to a book: `css` is theirs, put behind the book's own.
const ways = [
  { name: '360 x 640', screen: phone, axe: true },
  { name: '200 %', screen: phone, css: 'html { font-size: 200% }' },
  { name: '200 % on a tablet', screen: { width: 768, height: 1024 },
    css: 'html { font-size: 200% }' },
  // As paginating readers and those without @media have it: tables stay tables.
  { name: '200 % without rules for narrow screens', screen: phone, wide: true,
    css: 'html { font-size: 200% }' },
  { name: 'dark colours of the reader', screen: phone, axe: true,
    css: 'html, body { background: #121212; color: #e0e0e0 } a { color: #8ab4f8 }' },
  { name: 'sepia', screen: phone,
    css: 'html, body { background: #f4ecd8; color: #5b4636 } a { color: #1a4f8b }' },
  { name: 'the system is dark', screen: phone, dark: true,
    css: ':root { color-scheme: light dark }' },
]

// --- in the page ---

const dropMedia = () => {
  for (const sheet of document.styleSheets)
    for (let i = sheet.cssRules.length - 1; i >= 0; i--)
      if (sheet.cssRules[i].constructor.name === 'CSSMediaRule') sheet.deleteRule(i)
}

// What sticks out, and what cannot be read (WCAG 2.2, 1.4.3: 4.5 to 1).
const findFaults = dark => {
  const faults = []
  const shown = text => JSON.stringify(text.trim().replace(/\s+/g, ' ').slice(0, 40))
  const name = element => element.localName + (element.className ? '.' + element.className : '')
  const scrolls = element => /auto|scroll/.test(getComputedStyle(element).overflowX)
  const numbers = color => color.match(/[\d.]+/g).map(Number)
  const light = ([r, g, b]) => [r, g, b].map(c => c / 255)
    .map(c => c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)
    .reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0)
  const contrast = (a, b) => (Math.max(light(a), light(b)) + 0.05) /
    (Math.min(light(a), light(b)) + 0.05)
  // The canvas of Chromium: white, or #121212 where the page takes part.
  const canvas = dark ? [18, 18, 18] : [255, 255, 255]
  const behind = element => {
    for (; element; element = element.parentElement) {
      const color = numbers(getComputedStyle(element).backgroundColor)
      if (color.length < 4 || color[3] > 0) return color
    }
    return canvas
  }
  const width = document.documentElement.clientWidth
  for (const element of document.body.querySelectorAll('*'))
    if (element.clientWidth && element.scrollWidth > element.clientWidth + 1 && !scrolls(element))
      faults.push(`${name(element)} sticks out by ${element.scrollWidth - element.clientWidth} px`)
  if (document.documentElement.scrollWidth > width)
    faults.push(`the page is ${document.documentElement.scrollWidth} px wide`)
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  let letters = 0
  while (texts.nextNode()) {
    const text = texts.currentNode
    if (!text.data.trim()) continue
    const range = document.createRange()
    range.selectNodeContents(text)
    const boxes = [...range.getClientRects()].filter(box => box.width && box.height)
    if (boxes.length === 0) continue
    letters += text.data.length
    // Spaces at the end of a line of code hang over the edge; letters there
    // would make its box scroll.
    const hangs = getComputedStyle(text.parentElement).whiteSpace === 'pre-wrap'
    if (boxes.some(box => box.left < -1 || (!hangs && box.right > width + 1)))
      faults.push(`${shown(text.data)} is cut off`)
    const ratio = contrast(numbers(getComputedStyle(text.parentElement).color),
      behind(text.parentElement))
    if (ratio < 4.5) faults.push(`${shown(text.data)} has a contrast of ${ratio.toFixed(1)}`)
  }
  return { faults, letters }
}

const runAxe = async () => {
  const { violations } = await window.axe.run(document, { resultTypes: ['violations'] })
  return violations.flatMap(rule => rule.nodes.map(node =>
    `axe: ${rule.id}: ${rule.help}: ${node.html.slice(0, 80)}`))
}

// --- around it ---

const puppeteer = require('puppeteer-core')
const browser = await (puppeteer.default ?? puppeteer).launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', headless: true,
  args: ['--no-sandbox', '--disable-gpu', '--hide-scrollbars',
    '--allow-file-access-from-files'] })

const open = async way => {
  const page = await browser.newPage()
  await page.setViewport(way.screen)
  await page.emulateMediaFeatures([
    { name: 'prefers-color-scheme', value: way.dark ? 'dark' : 'light' }])
  return page
}

const look = async (page, file, way) => {
  await page.goto(pathToFileURL(file).href)
  if (way.css) await page.addStyleTag({ content: way.css })
  if (way.wide) await page.evaluate(dropMedia)
  const seen = await page.evaluate(findFaults, way.dark ?? false)
  if (way.axe) {
    await page.evaluate(axe)
    seen.faults.push(...await page.evaluate(runAxe))
  }
  if (shots) await page.screenshot({ fullPage: true, path: path.join(shots,
    `${path.basename(file, '.xhtml')}.${way.name.replace(/[^a-z0-9]+/g, '-')}.png`) })
  return seen
}

let wrong = 0
const check = (good, what) => {
  if (good) return
  console.log(`WRONG: ${what}`)
  wrong++
}

// A way of looking that finds nothing here would find nothing anywhere.
const broken = [
  ['<pre>' + 'x'.repeat(100) + '</pre>', /sticks out/],
  ['<p style="margin-left: -3em">Words beyond the edge</p>', /is cut off/],
  ['<p style="color: #222">Dark words on dark ground</p>', /contrast of 1\.\d/, 4],
  ['<img src="none.png"/>', /axe: image-alt/],
]
const proveItself = async () => {
  const work = fs.mkdtempSync(path.join(os.tmpdir(), 'look-'))
  for (const [index, [body, expected, at]] of broken.entries()) {
    const way = ways[at ?? 0]
    const file = path.join(work, `${index}.xhtml`)
    fs.writeFileSync(file, '<html xmlns="http://www.w3.org/1999/xhtml" lang="en">' +
      `<head><title>Broken</title></head><body><h1>Broken</h1>${body}</body></html>`)
    const page = await open(way)
    const { faults } = await look(page, file, way)
    await page.close()
    check(faults.some(fault => expected.test(fault)), `not noticed: ${body.slice(0, 60)}`)
  }
  fs.rmSync(work, { recursive: true })
}

try {
  await proveItself()
  const files = fs.readdirSync(folder).filter(file => file.endsWith('.xhtml'))
  for (const way of ways) {
    let letters = 0
    let faulty = 0
    const page = await open(way)
    for (const file of files) {
      const seen = await look(page, path.join(folder, file), way)
      letters += seen.letters
      faulty += seen.faults.length > 0
      for (const fault of seen.faults.slice(0, 5)) check(false, `${way.name}: ${file}: ${fault}`)
    }
    await page.close()
    check(letters > 1000, `${way.name}: only ${letters} letters are shown`)
    console.log(`${way.name}: ${files.length} documents, ${letters} letters, ${faulty} with faults`)
  }
} finally {
  await browser.close()
}
process.exit(wrong ? 1 : 0)
