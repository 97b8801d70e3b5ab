import type { ClientCall } from '../../evidence/kinds/client-call.ts'
import type { Outcome } from '../../evidence/kinds/usage-record.ts'
import type { Codec } from '../segments/codec.ts'
import { words, type PackedDictionary } from './dictionary.ts'
import { idsOf, type PackedIds } from './ids.ts'
import { numbers, type PackedNumbers } from './numbers.ts'
import { origins, type PackedOrigins } from './origins.ts'
import { whens, type PackedWhens } from './whens.ts'

/** The calls of one day in a client's log: as many as there are rows of history. */
export interface CallColumns {
  readonly ids: PackedIds
  readonly whens: PackedWhens
  readonly timeIs: PackedDictionary<ClientCall['timeIs']>
  readonly durations: PackedNumbers
  readonly outcomes: PackedDictionary<Outcome>
  readonly clients: PackedDictionary<ClientCall['client']>
  readonly agents: PackedDictionary<string | null>
  readonly subagents: PackedDictionary<boolean | null>
  readonly models: PackedDictionary<string | null>
  readonly inputTokens: PackedNumbers
  readonly outputTokens: PackedNumbers
  readonly origins: PackedOrigins
}

const ids = idsOf('call')
const timeIs = words<ClientCall['timeIs']>()
const outcomes = words<Outcome>()
const clients = words<ClientCall['client']>()
const texts = words<string | null>()
const flags = words<boolean | null>()

export const callCodec: Codec<ClientCall, CallColumns> = {
  pack: (calls) => ({
    ids: ids.pack(calls.map(({ id }) => id)),
    whens: whens.pack(calls.map(({ when }) => when)),
    timeIs: timeIs.pack(calls.map((call) => call.timeIs)),
    durations: numbers.pack(calls.map(({ durationMs }) => durationMs)),
    outcomes: outcomes.pack(calls.map(({ outcome }) => outcome)),
    clients: clients.pack(calls.map(({ client }) => client)),
    agents: texts.pack(calls.map(({ agent }) => agent)),
    subagents: flags.pack(calls.map(({ subagent }) => subagent)),
    models: texts.pack(calls.map(({ model }) => model)),
    inputTokens: numbers.pack(calls.map((call) => call.inputTokens)),
    outputTokens: numbers.pack(calls.map((call) => call.outputTokens)),
    origins: origins.pack(calls.map((call) => call.origins)),
  }),
  open: (packed, length) => {
    const idAt = ids.open(packed.ids, length)
    const whenAt = whens.open(packed.whens, length)
    const timeIsAt = timeIs.open(packed.timeIs, length)
    const durationAt = numbers.open(packed.durations, length)
    const outcomeAt = outcomes.open(packed.outcomes, length)
    const clientAt = clients.open(packed.clients, length)
    const agentAt = texts.open(packed.agents, length)
    const subagentAt = flags.open(packed.subagents, length)
    const modelAt = texts.open(packed.models, length)
    const inputTokensAt = numbers.open(packed.inputTokens, length)
    const outputTokensAt = numbers.open(packed.outputTokens, length)
    const originsAt = origins.open(packed.origins, length)
    return {
      length,
      idAt,
      itemAt: (row) => ({
        id: idAt(row),
        when: whenAt(row),
        timeIs: timeIsAt(row),
        durationMs: durationAt(row),
        outcome: outcomeAt(row),
        client: clientAt(row),
        agent: agentAt(row),
        subagent: subagentAt(row),
        model: modelAt(row),
        inputTokens: inputTokensAt(row),
        outputTokens: outputTokensAt(row),
        origins: originsAt(row),
      }),
    }
  },
}
