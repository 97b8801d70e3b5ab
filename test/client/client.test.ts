import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { compare } from './compare.ts'
import { readFiles, scenarioIn } from './read-scenario.ts'
import { refusalsOf } from './truth.ts'

const FOLDER = fileURLToPath(new URL('../fixtures/client', import.meta.url))
const SCENARIOS = readdirSync(FOLDER, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => [name, scenarioIn(`${FOLDER}/${name}`)] as const)

/** What the scenarios put into prompts, answers, files, folders and keys, and what the client made of them. */
const PRIVATE = /canary|session_[0-9a-f]{8}|\/home\/|wd_/i

describe.each(SCENARIOS)('%s', (_, { truth, logs, wires }) => {
  const right = {
    refusals: refusalsOf(truth).length,
    missed: [],
    invented: [],
    undated: 0,
    calls: truth.calls.length,
    callsMissed: [],
    callsInvented: [],
    wrong: [],
    withoutLength: 0,
  }

  it('kimi-code.log alone tells every call and refusal, and nothing of whose it was', async () => {
    const evidence = await readFiles(logs)
    expect(compare(truth, evidence)).toEqual({ ...right, agentsUnknown: truth.calls.length })
    expect([...evidence.rejects, ...evidence.unknownFields]).toEqual([])
    expect(JSON.stringify(evidence)).not.toMatch(PRIVATE)
  })

  it('wire.jsonl alone tells every call and refusal, and whose it was', async () => {
    const evidence = await readFiles(wires)
    expect(compare(truth, evidence)).toEqual({ ...right, agentsUnknown: 0 })
    expect(evidence.rejects).toEqual([])
    expect(evidence.unknownFields).toEqual([])
    expect(JSON.stringify(evidence)).not.toMatch(PRIVATE)
  })
})
