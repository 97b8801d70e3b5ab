import { createContext, use } from 'react'
import type { PiecesAsk } from '../data/questions/pieces-question.ts'

/** What the panel is asked to open: pieces of evidence by id, or the rows of a stretch, under the name of what rests on them. */
export interface PanelRequest {
  readonly title: string
  readonly refs: PiecesAsk
}

export type OpenPanel = (request: PanelRequest) => void

export const PanelContext = createContext<OpenPanel | null>(null)

export function useEvidencePanel(): OpenPanel {
  const open = use(PanelContext)
  if (!open) throw new Error('no EvidencePanelProvider around this')
  return open
}
