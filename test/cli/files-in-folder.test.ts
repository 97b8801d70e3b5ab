import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, it } from 'vitest'
import { filesInFolder } from '../../shared/cli/input/files-in-folder.ts'

it('folders and files of credentials are passed by, however deep they lie', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'quotascope-'))
  const [log, ...others] = [
    'logs/kimi-code.log',
    'credentials/kimi-code.json',
    'a/oauth/b/wire.jsonl',
    'logs/oauth-tokens.json',
    'logs/Credentials.json',
    'client_secret.json',
    'config.json',
    'mcp.json',
  ]
  for (const path of [log, ...others]) {
    const file = join(folder, path ?? '')
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, '{}')
  }
  expect(await filesInFolder(folder, 'folder')).toEqual({ files: [join('folder', log ?? '')], problems: [] })
})
