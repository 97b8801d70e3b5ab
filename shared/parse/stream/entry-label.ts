import { withoutControls } from '../../evidence/without-controls.ts'
import { maskText } from '../scrub/mask.ts'

// …/agents/main/wire.jsonl · …/subagents/<id>/wire.jsonl · …/logs/kimi-code.log.1 · usages.json
const TAIL = /(?:^|[/\\])((?:(?:agents|subagents)[/\\][^/\\]+[/\\]|logs[/\\])?[^/\\]+)$/
// Also after a `_`, as in session_<uuid>; and the hashes that stand for working directories, told from words by their digits.
const IDS = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9a-f]{12,}/gi

/**
 * What a file is called in places and rejects: its name, and the folders that say whose log it is. The folders of a session
 * hold its id and the name of what was worked on (docs/kimi.md#logs).
 */
export function labelOfPath(path: string): string {
  const tail = TAIL.exec(path)?.[1] ?? path
  const withoutIds = tail.replace(IDS, (found) => (/\d/.test(found) ? '[id]' : found))
  return withoutControls(maskText(withoutIds).slice(-120))
}
