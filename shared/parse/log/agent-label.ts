import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'

/** Names that the clients give their agents; anything else (ids of sessions, names that people chose) is masked. */
const PLAIN = /^(?:main|agent-\d{1,4})$/

/**
 * How an agent or session is told from others without saying which it is: `main`, `agent-3`, or `agent 5d41402a`, the
 * beginning of a hash of its id.
 */
export function agentLabel(id: string | null): string | null {
  if (id === null || id === '') return null
  return PLAIN.test(id) ? id : `agent ${bytesToHex(sha256(utf8ToBytes(id))).slice(0, 8)}`
}

// sessions/…/agents/agent-3/wire.jsonl (kimi-code) · sessions/…/subagents/<id>/wire.jsonl (kimi-cli)
const AGENT_FOLDER = /(?:^|[/\\ ])(agents|subagents)[/\\]([^/\\]+)[/\\][^/\\]*$/

export interface AgentOfFile {
  readonly id: string | null
  readonly subagent: boolean | null
}

/** Which agent's log a file is, where the folders that the clients lay out say so (docs/kimi.md#logs). */
export function agentOfFile(path: string): AgentOfFile {
  const [, folder, id] = AGENT_FOLDER.exec(path) ?? []
  if (folder === undefined || id === undefined) return { id: null, subagent: null }
  return { id, subagent: folder === 'subagents' || id !== 'main' }
}
