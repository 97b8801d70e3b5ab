export interface WorkerCalls {
  readonly history: string
  readonly hello: string
  readonly forged: unknown
}

/**
 * Runs in a page: asks through its service worker in each of its ways, and out of workers and channels of its own, and writes
 * down what it sees of each. The transcript is put where a test can read it without a script in the page.
 */
export async function callThroughWorkers({ history, hello, forged }: WorkerCalls): Promise<void> {
  const lines: string[] = []
  const messages: string[] = []
  window.addEventListener('message', (event) => messages.push(String(event.data)))
  const soon = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
  const told = (value: unknown): string =>
    value instanceof Error || value instanceof DOMException
      ? `${value.name}: ${value.message}`
      : JSON.stringify(value)
  const call = async (name: string, run: () => unknown) => {
    try {
      lines.push(`${name}: ${told(await run())}`)
    } catch (error) {
      lines.push(`${name} threw: ${told(error)}`)
    }
  }
  const ask = (how: string, init: RequestInit = {}) =>
    fetch(`${history}?how=${how}`, { method: 'POST', body: '{}', ...init })

  const registration = await navigator.serviceWorker.register('/sw.js', { scope: '/' })
  if (!navigator.serviceWorker.controller)
    await new Promise((resolve) => navigator.serviceWorker.addEventListener('controllerchange', resolve))

  for (const how of [
    'rewritten',
    'late',
    'html',
    'bytes',
    'none',
    'page',
    'pieces',
    'broken',
    'empty',
    'refused',
    'odd',
  ])
    await call(how, async () => {
      const answer = await ask(how)
      const { type, status, statusText, redirected, url } = answer
      const head = [type, status, statusText, redirected, url, answer.headers.get('content-type')]
      const text = await answer.text().catch(told)
      return [head, text, answer.bodyUsed]
    })
  for (const how of ['error', 'redirect', 'cross', 'nothing', 'thrown', 'twice'])
    await call(how, async () => {
      const answer = await ask(how)
      return [answer.type, answer.status, answer.url, await answer.text()]
    })
  for (const how of ['opaque', 'redirect'])
    await call(`${how}, in a request without CORS`, async () => {
      const answer = await fetch(`${history}?how=${how}`, { mode: 'no-cors', redirect: 'manual' })
      return [answer.type, answer.status, answer.url, await answer.text()]
    })
  await call('a stream without an end', async () => {
    const answer = await ask('endless')
    const reader = answer.body?.getReader()
    const part = await reader?.read()
    await reader?.cancel()
    return [part?.value?.length, part?.done]
  })
  for (const how of ['html', 'page', 'late', 'broken', 'cross'])
    await call(`a request: ${how}`, async () => {
      const request = new XMLHttpRequest()
      request.open('POST', `${history}?how=${how}`)
      request.responseType = how === 'html' ? 'json' : 'text'
      await new Promise((resolve) => {
        request.addEventListener('loadend', resolve)
        request.send('{}')
      })
      return [request.status, request.responseURL, request.response]
    })

  const channel = new BroadcastChannel('page')
  const heard = { channel: 0, worker: 0, shared: 0, service: 0 }
  channel.addEventListener('message', () => (heard.channel += 1))
  navigator.serviceWorker.addEventListener('message', () => (heard.service += 1))
  const sizeFrom = (kind: 'worker' | 'shared', source: EventTarget) =>
    new Promise((resolve) => {
      source.addEventListener('message', (event) => {
        const data: unknown = event instanceof MessageEvent ? event.data : null
        heard[kind] += 1
        if (typeof data !== 'object' || data === null || !('size' in data)) {
          // hands on what it was told, as if it were the hook
          const { port1, port2 } = new MessageChannel()
          window.postMessage(hello, '*', [port2])
          port1.postMessage(forged)
        } else resolve(data.size)
      })
    })
  await call('a worker', () => sizeFrom('worker', new Worker('/dedicated.js')))
  await call('a shared worker', () => {
    const { port } = new SharedWorker('/shared.js')
    const size = sizeFrom('shared', port)
    port.start()
    return size
  })
  navigator.serviceWorker.controller?.postMessage('flood')
  await soon(500)
  await call('what was heard', () => heard)
  await call('unregistering', () => registration.unregister())
  await call('what came in that is no forgery', () => messages.filter((message) => message !== hello))
  document.documentElement.dataset['transcript'] = lines.join('\n\n')
}
