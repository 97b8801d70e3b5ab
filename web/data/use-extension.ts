import { useEffect, useState } from 'react'
import type { ExtensionStatus } from '../../shared/recorder/status.ts'
import { useHost } from '../app/host-context.ts'
import type { ExtensionService } from '../host.ts'

/** The extension as a card sees it. */
export interface Extension {
  /** Null until it has answered for the first time. */
  readonly status: ExtensionStatus | null
  /** Why it does not answer; null while it does. */
  readonly failure: string | null
  /** Has it do something, and shows what it says then. */
  readonly act: (doing: (service: ExtensionService) => Promise<ExtensionStatus>) => Promise<void>
}

/** Changes of storage come in bursts: one question answers a burst. */
const BURST = 150

/** The extension and its status, followed as it changes; null on the local page, which has none. */
export function useExtension(): Extension | null {
  const { extension } = useHost()
  const [status, setStatus] = useState<ExtensionStatus | null>(null)
  const [failure, setFailure] = useState<string | null>(null)
  const act: Extension['act'] = async (doing) => {
    if (!extension) return
    try {
      setStatus(await doing(extension))
      setFailure(null)
    } catch (error) {
      setFailure(error instanceof Error ? error.message : String(error))
    }
  }
  useEffect(() => {
    if (!extension) return undefined
    let gone = false
    let planned: ReturnType<typeof setTimeout> | undefined
    const look = async () => {
      try {
        const answer = await extension.status()
        if (gone) return
        setStatus(answer)
        setFailure(null)
      } catch (error) {
        if (!gone) setFailure(error instanceof Error ? error.message : String(error))
      }
    }
    const ask = () => {
      planned = undefined
      void look()
    }
    const stop = extension.follow(() => {
      planned ??= setTimeout(ask, BURST)
    })
    ask()
    return () => {
      gone = true
      clearTimeout(planned)
      stop()
    }
  }, [extension])
  return extension ? { status, failure, act } : null
}
