import { createContext, use } from 'react'
import type { IntakeClient } from './intake/intake-client.ts'

export const IntakeContext = createContext<IntakeClient | null>(null)

export function useIntakeWorker(): IntakeClient {
  const intake = use(IntakeContext)
  if (!intake) throw new Error('the console has no intake around it')
  return intake
}
