import type { Analysis } from '../../analyse/analysis.ts'
import type { Block, Run, Runs } from '../document/document.ts'
import { maskedDocument, type DocumentOptions } from '../document/masked-document.ts'
import { codeText, escapeText, fencedText, table } from './markdown-text.ts'

/**
 * The Report with the evidence that it rests on, as Markdown for a support mail, a forum or an issue. Everything in it is
 * escaped; facts cite the evidence by number.
 */
export const writeMarkdown = (analysis: Analysis, options: DocumentOptions): string =>
  `${maskedDocument(analysis, options).map(blockText).join('\n\n')}\n`

function blockText(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `${'#'.repeat(block.level)} ${runsText(block.runs)}`
    case 'paragraph':
      return runsText(block.runs)
    case 'list':
      return block.items.map((item) => `- ${runsText(item)}`).join('\n')
    case 'table':
      return table(
        block.head.map(runsText),
        block.rows.map((row) => row.map(runsText)),
      )
    case 'verbatim':
      return fencedText(block.text)
    default:
      return block satisfies never
  }
}

const runsText = (runs: Runs): string => runs.map(runText).join('').trim()

function runText({ look, text }: Run): string {
  switch (look) {
    case 'code':
      return codeText(text)
    case 'strong':
      return `**${escapeText(text)}**`
    case 'emphasis':
      return `*${escapeText(text)}*`
    case 'plain':
      return escapeText(text)
    default:
      return look satisfies never
  }
}
