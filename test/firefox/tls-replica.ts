import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import { connect, type Server, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { replicaAnswers, type Replica } from '../replica/replica-answers.ts'
import type { Scenario } from '../replica/scenario.ts'

const HOSTS: ReadonlySet<string> = new Set(['www.kimi.com:443', 'www.kimi.ai:443'])

export interface TlsReplica extends Replica {
  /** Of the proxy that leads to it, and to nowhere else. */
  readonly port: number
  readonly close: () => Promise<void>
}

/** The replica over TLS, behind a proxy on this machine that refuses every other address: nothing leaves the machine. */
export async function serveTlsReplica(scenario: () => Scenario): Promise<TlsReplica> {
  const { answer, expireTokens, asked } = replicaAnswers(scenario)
  const respond = async (request: IncomingMessage, response: ServerResponse) => {
    const { status, headers, contentType, body } = await answer({
      path: new URL(request.url ?? '/', 'https://www.kimi.com').pathname,
      verb: request.method ?? 'GET',
      authorization: request.headers.authorization ?? null,
    })
    response.writeHead(status, { ...headers, 'Content-Type': contentType })
    response.end(body)
  }
  const tls = createTlsServer(selfSigned(), (request, response) => void respond(request, response))
  const tlsPort = await listen(tls)
  const proxy = createServer((_, response) => response.writeHead(403).end())
  proxy.on('connect', (request, socket) => {
    socket.on('error', () => {}) // the browser lets go of connections when it likes
    if (!HOSTS.has(request.url ?? '')) return socket.end('HTTP/1.1 403 Forbidden\r\n\r\n')
    const inner = connect(tlsPort, '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 Connection Established\r\n\r\n')
      socket.pipe(inner).pipe(socket)
    })
    inner.on('error', () => socket.destroy())
    return undefined
  })
  // a browser that is gone may leave half a tunnel behind, for which a server that closes would wait for ever
  const ends = new Set<Socket>()
  for (const server of [proxy, tls]) {
    server.on('connection', (end: Socket) => {
      ends.add(end)
      end.on('close', () => ends.delete(end))
    })
  }
  const port = await listen(proxy)
  const close = async () => {
    const closed = [proxy, tls].map((server) => new Promise((done) => server.close(done)))
    for (const end of ends) end.destroy()
    await Promise.all(closed)
  }
  return { port, expireTokens, asked, close }
}

const listen = (server: Server): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      if (address === null || typeof address === 'string') reject(new Error('no port was given'))
      else resolve(address.port)
    })
  })

/** A certificate of nobody's, for both hosts. Throws where there is no openssl. */
function selfSigned(): { readonly key: Buffer; readonly cert: Buffer } {
  const folder = mkdtempSync(join(tmpdir(), 'quotascope-tls-'))
  const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')]
  const words = `req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 30 -subj /CN=www.kimi.com -addext subjectAltName=DNS:www.kimi.com,DNS:www.kimi.ai -keyout ${key} -out ${cert}`
  const { status, stderr } = spawnSync('openssl', words.split(' '), { encoding: 'utf8' })
  if (status !== 0) throw new Error(`openssl made no certificate: ${stderr}`)
  try {
    return { key: readFileSync(key), cert: readFileSync(cert) }
  } finally {
    rmSync(folder, { recursive: true })
  }
}
