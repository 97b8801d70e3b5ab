import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { text as readText } from 'node:stream/consumers'
import { systemClock } from '../../../shared/time/clock.ts'
import { isTextName, TEXTS, type TextName } from '../texts.ts'
import { isoOf, Limiter, type Order } from './limiter.ts'
import type { ServiceScript } from './service-script.ts'
import { chatSchema, stream, turnOf } from './scripted-model.ts'

/** A request as it is written into truth.json. */
export interface NotedCall {
  start: string
  end: string | null
  status: number | null
  inFlight: number
  by: 'main' | 'subagent'
  fault?: string
  refused?: string
}

/**
 * Stands for Kimi Code's service on loopback, for the official client: signing in by device, /me, /models, /usages and chat
 * completions, with a limiter whose truth is known. Every request is noted. What the client wants from outside comes here
 * too, since this is its proxy; it is noted and refused.
 */
export class StandIn {
  readonly calls: NotedCall[] = []
  readonly outside: string[] = []
  readonly born = systemClock.now()
  private readonly limiter: Limiter
  private readonly server: Server
  private tokens = 0

  constructor(private readonly scenario: ServiceScript) {
    this.limiter = new Limiter(scenario, this.born)
    this.server = createServer((request, response) => {
      this.answer(request, response).catch((error: unknown) =>
        response.destroy(error instanceof Error ? error : undefined),
      )
    })
    this.server.on('connect', (request: IncomingMessage, socket) => {
      this.outside.push(request.url ?? '')
      socket.end('HTTP/1.1 403 Forbidden\r\n\r\n')
    })
  }

  async start(): Promise<void> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve))
  }

  get base(): string {
    const address = this.server.address()
    if (address === null || typeof address === 'string') throw new Error('the stand-in has not been started')
    return `http://127.0.0.1:${address.port}`
  }

  refuse(order: Order | null): void {
    this.limiter.set(order)
  }

  /** The 5-hour quota is reset in so many milliseconds. */
  resetIn(ms: number): void {
    this.limiter.resetAt('5h', systemClock.now() + ms)
  }

  usages(): object {
    return this.limiter.usages(systemClock.now())
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections()
    await new Promise((resolve) => this.server.close(resolve))
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const received = systemClock.now()
    const body = await readText(request)
    const path = new URL(request.url ?? '/', this.base).pathname
    if (path === '/coding/v1/chat/completions') return this.complete(body, response, received)
    const known = this.known(path)
    sendJson(response, known === null ? 404 : 200, known ?? { error: { message: 'method not found' } })
  }

  private known(path: string): object | null {
    if (path === '/coding/v1/usages') return this.usages()
    if (path === '/coding/v1/models') return { object: 'list', data: [MODEL] }
    if (path === '/coding/v1/me') return ME
    if (path === '/api/oauth/device_authorization')
      return {
        user_code: 'RIG-0001',
        device_code: 'rig-device',
        verification_uri: `${this.base}/code/authorize_device`,
        verification_uri_complete: `${this.base}/code/authorize_device?user_code=RIG-0001`,
        expires_in: 600,
        interval: 1,
      }
    if (path !== '/api/oauth/token') return null
    this.tokens += 1
    const names = {
      access_token: `CANARY-access-${this.tokens}`,
      refresh_token: `CANARY-refresh-${this.tokens}`,
    }
    return { ...names, expires_in: 86_400, scope: 'kimi-code', token_type: 'Bearer' }
  }

  private async complete(body: string, response: ServerResponse, received: number): Promise<void> {
    const chat = chatSchema.parse(JSON.parse(body))
    const { answer, by } = turnOf(chat, this.scenario)
    const call: NotedCall = {
      start: isoOf(received),
      end: null,
      status: null,
      inFlight: this.limiter.inFlight,
      by,
    }
    this.calls.push(call)
    const refused = this.limiter.refusal(received)
    if (refused !== null) return this.fail(refused, call, response)
    this.limiter.inFlight += 1
    call.inFlight = this.limiter.inFlight
    response.once('close', () => {
      if (!response.writableEnded && answer.breaks !== true) call.fault ??= 'given up by the user'
    })
    const { first = [120, 300], stream: rest = [200, 500] } = this.scenario
    const took = { first: answer.first ?? between(first), rest: between(rest) }
    const isWhole = await stream(response, answer, chat.model, took)
    this.limiter.inFlight -= 1
    call.status = 200
    if (!isWhole) call.fault = 'stream broken off'
    if (call.fault === undefined) call.end = isoOf(systemClock.now())
    this.limiter.spend(systemClock.now())
  }

  private async fail(
    refused: TextName | 'reset' | 'hang',
    call: NotedCall,
    response: ServerResponse,
  ): Promise<void> {
    if (!isTextName(refused)) {
      call.fault = refused === 'hang' ? 'no answer' : 'connection reset'
      if (refused === 'reset') response.destroy()
      return
    }
    const { status, type, message } = TEXTS[refused]
    await sleep(between([15, 60]))
    Object.assign(call, { status, refused, end: isoOf(systemClock.now()) })
    const { retryAfter } = this.scenario
    const headers = retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) }
    if (type === null) response.writeHead(status, { 'content-type': 'text/html' }).end(message)
    else sendJson(response, status, { error: { message, type } }, headers)
  }
}

function sendJson(response: ServerResponse, status: number, body: object, headers: object = {}): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers })
  response.end(JSON.stringify(body))
}

const between = ([least, most]: readonly [number, number]): number => least + (most - least) * Math.random()

const MODEL = {
  id: 'kimi-for-coding',
  display_name: 'Kimi For Coding',
  object: 'model',
  created: 1_760_000_000,
  owned_by: 'moonshot',
  context_length: 262_144,
  supports_reasoning: true,
  supports_tool_use: true,
  supports_thinking_type: 'both',
  think_efforts: { support: true, valid_efforts: ['low', 'high'], default_effort: 'high' },
}

const ME = {
  user_id: 'rig-user-0001',
  nickname: 'CANARY-nickname',
  status: 'USER_STATUS_NORMAL',
  region: 'REGION_CN',
  user_level: 30,
  user_level_name: 'Allegretto',
  domain: 1,
  domain_name: 'DOMAIN_NEXUS',
  goods_version: 2,
}
