import { systemClock } from '../../shared/time/clock.ts'
import { pageFile } from './page-file.ts'
import type { Scenario } from './scenario.ts'
import { answerCall, answerRenewal } from './services.ts'
import { shellOf } from './shell.ts'
import { newTokens } from './tokens.ts'

/** What a browser asks the replica for. */
export interface ReplicaRequest {
  readonly path: string
  readonly verb: string
  readonly authorization: string | null
}

export interface ReplicaReply {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly contentType: string
  readonly body: string
}

/** What a test may do to the replica while it runs, and see of it. */
export interface Replica {
  /** A quarter of an hour goes by: every token is too old, until the page renews its own. */
  readonly expireTokens: () => void
  /** Paths that the page and the extension asked for, oldest first. */
  readonly asked: readonly string[]
}

const CSP = { 'Content-Security-Policy': "script-src 'self' 'unsafe-inline'" }

/** The replica without a network: `scenario` is asked at every call, so a test may change what there is to see. */
export function replicaAnswers(
  scenario: () => Scenario,
): Replica & { readonly answer: (request: ReplicaRequest) => Promise<ReplicaReply> } {
  const tokens = newTokens()
  const asked: string[] = []
  const answer = async (request: ReplicaRequest): Promise<ReplicaReply> => {
    const { path } = request
    asked.push(path)
    if (path.startsWith('/assets/')) {
      const file = await pageFile(path.slice('/assets/'.length))
      return file ? { status: 200, headers: {}, ...file } : NOT_FOUND
    }
    if (!path.startsWith('/apiv2/') && !path.startsWith('/api/'))
      return {
        status: 200,
        headers: CSP,
        contentType: 'text/html; charset=utf-8',
        body: shellOf(scenario()),
      }
    const now = systemClock.now()
    const { status, headers, body, delay } =
      path === '/api/auth/token/refresh'
        ? answerRenewal(scenario(), tokens, now)
        : answerCall(scenario(), request, tokens, now)
    if (delay > 0) await new Promise((resolve) => setTimeout(resolve, delay))
    return { status, headers, contentType: 'application/json', body }
  }
  return { answer, expireTokens: tokens.expire, asked }
}

const NOT_FOUND: ReplicaReply = { status: 404, headers: {}, contentType: 'text/plain', body: '' }
