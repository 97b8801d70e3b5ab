import type { ServerResponse } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { z } from 'zod'
import type { Answer, ServiceScript } from './service-script.ts'

const contentSchema = z.union([z.string(), z.array(z.object({ text: z.string().optional() }))]).nullish()

export const chatSchema = z.object({
  model: z.string(),
  messages: z.array(z.object({ role: z.string(), content: contentSchema })),
})
type Chat = z.output<typeof chatSchema>

/** What a request is answered with, and by whom it was made: scripts of subagents are called `sub…`. */
export interface Turn {
  readonly answer: Answer
  readonly by: 'main' | 'subagent'
}

/** A prompt that holds `RIG[name]` is answered by that script: by its first answer, and then by one for each that was given. */
export function turnOf({ messages }: Chat, { scripts }: ServiceScript): Turn {
  let [name, step] = ['', 0]
  for (const { role, content } of messages)
    if (role === 'user') {
      const said = textOf(content)
      const named = [...said.matchAll(/RIG\[([a-z]+)/g)].at(-1)?.[1]
      if (named !== undefined) [name, step] = [named, 0]
    } else if (role === 'assistant') step += 1
  const answer = scripts[name]?.[step] ?? { text: 'Done.' }
  return { answer, by: name.startsWith('sub') ? 'subagent' : 'main' }
}

const textOf = (content: z.output<typeof contentSchema>): string =>
  typeof content === 'string' ? content : (content ?? []).map((part) => part.text ?? '').join('\n')

/** Streams an answer as chat completions do. False where it broke off. */
export async function stream(
  response: ServerResponse,
  answer: Answer,
  model: string,
  took: { readonly first: number; readonly rest: number },
): Promise<boolean> {
  const send = (chunk: object) =>
    response.write(
      `data: ${JSON.stringify({ id: 'chatcmpl-rig', object: 'chat.completion.chunk', created: 1, model, ...chunk })}\n\n`,
    )
  const delta = (content: object, reason: string | null = null, more: object = {}) =>
    send({ choices: [{ index: 0, delta: content, finish_reason: reason, ...more }] })
  await sleep(took.first)
  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-cache' })
  delta({ role: 'assistant', content: '' })
  const parts = 4
  for (let part = 0; part < parts; part += 1) {
    await sleep(took.rest / parts)
    if (answer.breaks === true && part === 1) {
      response.destroy()
      return false
    }
    const [from, to] = [part, part + 1].map((edge) => Math.floor((answer.text.length * edge) / parts))
    delta({ content: answer.text.slice(from, to) })
  }
  const tools = answer.tools ?? []
  for (const [index, { name, args }] of tools.entries())
    delta({
      tool_calls: [
        {
          index,
          id: `${name}_${index}`,
          type: 'function',
          function: { name, arguments: JSON.stringify(args) },
        },
      ],
    })
  const usage = { prompt_tokens: 9000, completion_tokens: 60, total_tokens: 9060, cached_tokens: 4096 }
  delta({}, tools.length > 0 ? 'tool_calls' : 'stop', { usage })
  send({ choices: [], usage })
  response.end('data: [DONE]\n\n')
  return true
}
