import { createContext, use } from 'react'
import type { EngineClient } from './engine/engine-client.ts'

export const EngineContext = createContext<EngineClient | null>(null)

export function useEngine(): EngineClient {
  const engine = use(EngineContext)
  if (!engine) throw new Error('the console has no engine around it')
  return engine
}
