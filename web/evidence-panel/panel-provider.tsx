import { useState, type ReactNode } from 'react'
import { EvidencePanel } from './evidence-panel.tsx'
import { PanelContext, type PanelRequest } from './panel-context.ts'

/** Lets anything inside open evidence in the one panel at the side. */
export function EvidencePanelProvider({ children }: { readonly children: ReactNode }) {
  const [request, setRequest] = useState<PanelRequest | null>(null)
  return (
    <PanelContext value={setRequest}>
      {children}
      {request ? <EvidencePanel request={request} onClose={() => setRequest(null)} /> : null}
    </PanelContext>
  )
}
