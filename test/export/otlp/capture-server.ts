import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http'
import { gunzipSync } from 'node:zlib'
import { afterAll } from 'vitest'

/** A request as a collector gets it. */
export interface Captured {
  readonly path: string
  readonly headers: IncomingHttpHeaders
  /** Unpacked, where it came packed. */
  readonly body: string
}

/** Answers a request; `count` is how many there were before it. */
export type Answering = (response: ServerResponse, count: number, request: Captured) => void

const accept: Answering = (response) => {
  response.writeHead(200, { 'Content-Type': 'application/json' }).end('{}')
}

/** A collector that writes down what it gets and answers as it is told to; it is closed after the tests of the file. */
export async function captureServer(answer: Answering = accept) {
  const requests: Captured[] = []
  const server = createServer((incoming, response) => {
    const pieces: Uint8Array[] = []
    incoming.on('data', (piece: Uint8Array) => pieces.push(piece))
    incoming.on('end', () => {
      const bytes = Buffer.concat(pieces)
      const packed = incoming.headers['content-encoding'] === 'gzip'
      const request = {
        path: incoming.url ?? '',
        headers: incoming.headers,
        body: (packed ? gunzipSync(bytes) : bytes).toString('utf8'),
      }
      requests.push(request)
      answer(response, requests.length - 1, request)
    })
  })
  await new Promise<void>((listening) => {
    server.listen(0, '127.0.0.1', listening)
  })
  afterAll(() => {
    server.closeAllConnections()
    server.close()
  })
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the collector has no port')
  return { requests, address: `http://127.0.0.1:${address.port}` }
}
