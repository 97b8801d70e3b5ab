import type { Block, Run, Runs } from '../../../shared/export/document/document.ts'
import { svgAddress } from './draw-png.ts'
import './document-view.css'

interface DocumentViewProps {
  readonly blocks: readonly Block[]
  /** SVGs, shown after the introduction as in the file. */
  readonly pictures: readonly string[]
}

/** A report as it will look, drawn from the same blocks that the file is written from. */
export function DocumentView({ blocks, pictures }: DocumentViewProps) {
  return (
    <>
      {blocks.slice(0, 2).map((block, index) => (
        <BlockView key={index} block={block} />
      ))}
      {pictures.map((svg, index) => (
        // What it shows is said in the headline of its incident.
        <img key={index} src={svgAddress(svg)} alt="" />
      ))}
      {blocks.slice(2).map((block, index) => (
        <BlockView key={index} block={block} />
      ))}
    </>
  )
}

function BlockView({ block }: { readonly block: Block }) {
  switch (block.kind) {
    case 'heading': {
      // The page has its own heading of the first level.
      const Heading = (['h3', 'h4', 'h5'] as const)[block.level - 1] ?? 'h5'
      return (
        <Heading>
          <RunsView runs={block.runs} />
        </Heading>
      )
    }
    case 'paragraph':
      return (
        <p>
          <RunsView runs={block.runs} />
        </p>
      )
    case 'list':
      return (
        <ul>
          {block.items.map((item, index) => (
            <li key={index}>
              <RunsView runs={item} />
            </li>
          ))}
        </ul>
      )
    case 'table':
      return (
        <div className="document-table">
          <table>
            <thead>
              <tr>
                {block.head.map((cell, index) => (
                  <th key={index} scope="col">
                    <RunsView runs={cell} />
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {block.rows.map((row, index) => (
                <tr key={index}>
                  {row.map((cell, column) => (
                    <td key={column}>
                      <RunsView runs={cell} />
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )
    case 'verbatim':
      return <pre>{block.text}</pre>
    default:
      return block satisfies never
  }
}

const RunsView = ({ runs }: { readonly runs: Runs }) =>
  runs.map((run, index) => <RunView key={index} run={run} />)

function RunView({ run: { look, text } }: { readonly run: Run }) {
  switch (look) {
    case 'strong':
      return <strong>{text}</strong>
    case 'emphasis':
      return <em>{text}</em>
    case 'code':
      return <code>{text}</code>
    case 'plain':
      return text
    default:
      return look satisfies never
  }
}
