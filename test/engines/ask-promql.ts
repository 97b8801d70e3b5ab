import { createServer } from 'node:net'
import { expect } from 'vitest'
import { z } from 'zod'

/** Asking a server that answers PromQL, over the API that Prometheus and VictoriaMetrics have in common. */

export const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => {
        if (typeof address === 'object' && address) resolve(address.port)
        else reject(new Error('no port is free'))
      })
    })
  })

const queriedSchema = z.object({
  data: z.object({
    result: z.array(
      z.object({ metric: z.record(z.string(), z.string()), value: z.tuple([z.number(), z.string()]) }),
    ),
  }),
})

export async function read(
  address: string,
  path: string,
  words: Readonly<Record<string, string>>,
): Promise<string> {
  const answer = await fetch(`${address}${path}?${new URLSearchParams(words).toString()}`)
  expect(answer.status).toBe(200)
  return answer.text()
}

/** What is answered of one moment. */
export async function answersTo(address: string, query: string, time: string) {
  const { data } = queriedSchema.parse(JSON.parse(await read(address, '/api/v1/query', { query, time })))
  return data.result
}

/** The sum of all that is answered. */
export const sumOf = async (address: string, query: string, time: string): Promise<number> =>
  (await answersTo(address, query, time)).reduce((sum, { value }) => sum + Number(value[1]), 0)
