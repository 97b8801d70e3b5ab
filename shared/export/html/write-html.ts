import type { Analysis } from '../../analyse/analysis.ts'
import { sha256 } from '@noble/hashes/sha2.js'
import { utf8ToBytes } from '@noble/hashes/utils.js'
import type { Language } from '../../time/format.ts'
import type { Block, Run, Runs } from '../document/document.ts'
import { maskedDocument, type DocumentOptions } from '../document/masked-document.ts'
import { htmlText } from './html-text.ts'
import { REPORT_CSS } from './report-css.ts'

export interface HtmlOptions extends DocumentOptions {
  /** Pictures of the timeline (timeline-svg.ts), shown after the introduction. */
  readonly pictures?: readonly string[]
}

/**
 * The Report as one HTML page that needs nothing else: no script, no image, font or style from anywhere, and a policy
 * that forbids them (docs/threat-model.md). Same input, same bytes.
 */
export function writeHtml(analysis: Analysis, options: HtmlOptions): string {
  const blocks = maskedDocument(analysis, options)
  const title = blocks.find((block) => block.kind === 'heading')?.runs[0]?.text ?? 'Quotascope'
  // Title and introduction come first, then the pictures.
  const [head, rest] = [blocks.slice(0, 2), blocks.slice(2)]
  const figures = (options.pictures ?? []).map((svg) => `<figure>${svg}</figure>`)
  return [
    '<!doctype html>',
    `<html lang="${LANG[options.language]}">`,
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${POLICY}">`,
    '<meta name="viewport" content="width=device-width">',
    '<meta name="referrer" content="no-referrer">',
    `<title>${htmlText(title)}</title>`,
    `<style>${REPORT_CSS}</style>`,
    '</head>',
    '<body>',
    '<main>',
    ...head.map(blockHtml),
    ...figures,
    ...rest.map(blockHtml),
    '</main>',
    '</body>',
    '</html>',
    '',
  ].join('\n')
}

const LANG: Readonly<Record<Language, string>> = { en: 'en', zh: 'zh-Hans' }

/** The page's own style is let in by its hash: nothing that a text could smuggle in would have it. */
const POLICY = `default-src 'none'; style-src 'sha256-${base64(sha256(utf8ToBytes(REPORT_CSS)))}'; base-uri 'none'; form-action 'none'`

function base64(bytes: Uint8Array): string {
  return btoa(String.fromCodePoint(...bytes))
}

function blockHtml(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `<h${block.level}>${runsHtml(block.runs)}</h${block.level}>`
    case 'paragraph':
      return `<p>${runsHtml(block.runs)}</p>`
    case 'list':
      return `<ul>\n${block.items.map((item) => `<li>${runsHtml(item)}</li>`).join('\n')}\n</ul>`
    case 'table':
      return [
        '<div class="table"><table>',
        `<thead><tr>${block.head.map((cell) => `<th scope="col">${runsHtml(cell)}</th>`).join('')}</tr></thead>`,
        '<tbody>',
        ...block.rows.map((row) => `<tr>${row.map((cell) => `<td>${runsHtml(cell)}</td>`).join('')}</tr>`),
        '</tbody>',
        '</table></div>',
      ].join('\n')
    case 'verbatim':
      return `<pre>${htmlText(block.text)}</pre>`
    default:
      return block satisfies never
  }
}

const TAGS = { strong: 'strong', emphasis: 'em', code: 'code' } as const

const runsHtml = (runs: Runs): string => runs.map(runHtml).join('')

function runHtml({ look, text }: Run): string {
  if (look === 'plain') return htmlText(text)
  return text === '' ? '' : `<${TAGS[look]}>${htmlText(text)}</${TAGS[look]}>`
}
