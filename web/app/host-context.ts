import { createContext, use } from 'react'
import type { Host } from '../host.ts'

export const HostContext = createContext<Host | null>(null)

/** The host that the console was mounted with. */
export function useHost(): Host {
  const host = use(HostContext)
  if (!host) throw new Error('the console is not inside its HostContext')
  return host
}
