declare global {
  interface Window {
    /** What `replaceBuiltIns` has left: whether it is the page that calls, and how often what was called. */
    replaced?: { ours: boolean; readonly counts: Readonly<Record<string, number>> }
  }
}

/**
 * Runs in a page: makes calls as a page does, good and bad, and writes down all that it sees of each. `history` is the
 * address of a read call that is listened to. The transcript is put where a test can read it without a script in the page.
 */
export async function makePageCalls(history: string, isCounted: boolean): Promise<void> {
  const state = window.replaced
  if (state) state.ours = true
  const { stringify } = JSON
  const lines: string[] = []
  const unhandled: string[] = []
  const messages: string[] = []
  let kept: unknown
  window.addEventListener('message', (event) => messages.push(String(event.data)))
  window.addEventListener('error', (event) => messages.push(event.message))
  window.addEventListener('unhandledrejection', (event) => {
    unhandled.push(`${event.reason?.stack ?? event.reason} ${event.promise === kept}`)
    event.preventDefault()
  })
  const told = (value: unknown): string => {
    if (!(value instanceof Error)) return stringify(value) ?? typeof value
    const { value: stack, ...descriptor } = Object.getOwnPropertyDescriptor(value, 'stack') ?? {}
    return `${value.name}: ${value.message}\n${value.stack}\n${typeof stack} ${stringify(descriptor)}`
  }
  const call = async (name: string, run: () => unknown) => {
    try {
      lines.push(`${name}: ${told(await run())}`)
    } catch (error) {
      lines.push(`${name} threw: ${told(error)}`)
    }
  }
  const init = { method: 'POST', body: '{}' }
  const ask = (address: RequestInfo | URL = history, more = {}) => fetch(address, { ...init, ...more })
  const soon = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
  const { prototype } = Response
  const getterOf = (holder: object, name: string): (() => unknown) =>
    Object.getOwnPropertyDescriptor(holder, name)?.get ?? (() => 'none')

  await call('fetch a path', async () => (await ask()).text())
  await call('fetch a URL', async () => (await ask(new URL(history, location.href))).json())
  await call('fetch a Request', async () => (await fetch(new Request(history, init))).text())
  await call('fetch an odd object', async () => {
    let stack = ''
    const odd = { toString: () => ((stack = String(new Error('odd').stack)), history) }
    const answer = await Reflect.apply(fetch, window, [odd, init])
    return [stack, await answer.text()]
  })
  await call('fetch with an odd option', async () => {
    let stack = ''
    const odd = {
      ...init,
      get keepalive() {
        stack = String(new Error('odd').stack)
        return false
      },
    }
    return [stack, (await fetch(history, odd)).status]
  })
  await call('fetch with an option that throws', () =>
    fetch(history, {
      get method(): string {
        throw new RangeError('mine')
      },
    }),
  )
  await call('fetch no address', () => fetch('http://['))
  await call('fetch with a method that is not allowed', () => ask(history, { method: 'TRACE' }))
  await call('fetch that was broken off before', () => ask(history, { signal: AbortSignal.abort('enough') }))
  await call('fetch of a reason', async () => {
    const reason = { mine: true }
    return ask(history, { signal: AbortSignal.abort(reason) }).catch((error: unknown) => error === reason)
  })
  await call('fetch that is broken off after', async () => {
    const late = new AbortController()
    const answer = await ask(history, { signal: late.signal })
    late.abort()
    return answer.text().catch((error: unknown) => String(error))
  })
  await call('fetch of another object', () => Reflect.apply(fetch, {}, [history]))
  await call('new fetch', () => Reflect.construct(fetch, [history]))
  await call('looks of fetch', () => [
    fetch.name,
    fetch.length,
    Function.prototype.toString.call(fetch),
    String(fetch),
    Object.getOwnPropertyNames(fetch),
    { ...Object.getOwnPropertyDescriptor(window, 'fetch'), value: typeof fetch },
    Object.getPrototypeOf(fetch) === Function.prototype,
  ])
  await call('what fetch gives', async () => {
    const promise = ask()
    const answer = await promise
    const text = answer.text()
    return [
      promise.constructor === Promise,
      Object.getOwnPropertyNames(promise),
      Object.getOwnPropertyNames(text),
      Object.getOwnPropertyNames(answer),
      answer.constructor === Response,
      answer instanceof Response,
      (await text).length,
    ]
  })
  await call('a text that is read twice', async () => {
    const answer = await ask()
    return [await answer.text(), answer.bodyUsed, await answer.text()]
  })
  await call('a text that is no JSON', async () => (await ask('/other')).json())
  await call('a clone', async () => {
    const answer = await ask()
    const copy = answer.clone()
    return [(await answer.text()) === (await copy.text()), copy.url === answer.url, answer.bodyUsed]
  })
  await call('a clone that is too late', async () => {
    const answer = await ask()
    await answer.text()
    return answer.clone()
  })
  await call('a stream', async () => {
    const answer = await ask()
    const reader = answer.body?.getReader()
    const first = await reader?.read()
    const locked = await answer.text().catch((error: unknown) => told(error))
    return [answer.body === answer.body, answer.body?.locked, first?.value?.length, locked]
  })
  await call('an answer without a body', async () => {
    const answer = await ask(`${history}?status=204`)
    return [answer.status, answer.ok, answer.body, await answer.text()]
  })
  await call('an answer that refuses', async () => {
    const answer = await ask(`${history}?status=429`)
    return [answer.status, answer.ok, answer.statusText, answer.headers.get('retry-after')]
  })
  await call('bytes', async () => (await (await ask()).arrayBuffer()).byteLength)
  await call('a blob', async () => {
    const blob = await (await ask()).blob()
    return [blob.size, blob.type]
  })
  await call('a form', async () => (await ask()).formData())
  await call('ok of something else', () => getterOf(prototype, 'ok').call({}))
  await call('body of something else', () => getterOf(prototype, 'body').call(null))
  await call('text of something else', () => Reflect.apply(Reflect.get(prototype, 'text'), {}, []))
  await call('clone of something else', () => Reflect.apply(Reflect.get(prototype, 'clone'), {}, []))
  await call('looks of a Response', () =>
    Object.entries(Object.getOwnPropertyDescriptors(prototype)).map(([name, found]) => [
      name,
      { ...found, value: typeof found.value, get: typeof found.get },
      (found.get ?? found.value)?.name,
      (found.get ?? found.value)?.length,
      Object.getOwnPropertyNames(found.get ?? found.value ?? {}),
    ]),
  )
  await call('a Response of its own', async () => new Response('mine').text())
  await call('nobody handles it', async () => {
    const answer = await ask()
    await answer.text()
    kept = answer.text()
    await soon(20)
    void fetch('http://[')
    await soon(20)
    return unhandled
  })

  const request = (type: XMLHttpRequestResponseType, address = history) =>
    new Promise<unknown>((resolve) => {
      const xhr = new XMLHttpRequest()
      const events: unknown[] = []
      for (const name of ['readystatechange', 'loadstart', 'load', 'abort', 'error', 'loadend'])
        xhr.addEventListener(name, () => {
          events.push([name, xhr.readyState, String(new Error(name).stack)])
          if (name !== 'loadend') return
          const { response } = xhr
          const size = response?.length ?? response?.size ?? response?.byteLength ?? null
          resolve([events, xhr.status, Object.prototype.toString.call(response), size, xhr.responseURL])
        })
      xhr.open('POST', address)
      xhr.responseType = type
      xhr.send('{}')
    })
  await call('a request', () => request(''))
  await call('a request of JSON', () => request('json'))
  await call('a request of bytes', () => request('arraybuffer'))
  await call('a request of a blob', () => request('blob'))
  await call('a request of a document', () => request('document'))
  await call('a request that is refused', () => request('', `${history}?status=403`))
  await call('a request of something else', () => request('json', '/other'))
  await call('the text of JSON', async () => {
    const xhr = new XMLHttpRequest()
    xhr.open('POST', history)
    xhr.responseType = 'json'
    await new Promise((resolve) => {
      xhr.addEventListener('load', resolve)
      xhr.send('{}')
    })
    const { response } = xhr
    return [response === xhr.response, await call('the text of JSON itself', () => xhr.responseText)]
  })
  await call('a request that is made twice', async () => {
    const xhr = new XMLHttpRequest()
    const texts: string[] = []
    for (const address of [history, '/other']) {
      xhr.open('POST', address)
      await new Promise((resolve) => {
        xhr.addEventListener('load', resolve)
        xhr.send('{}')
      })
      texts.push(xhr.responseText)
    }
    return texts
  })
  await call('a request that waits', () => {
    const xhr = new XMLHttpRequest()
    xhr.open('POST', history, false)
    xhr.send('{}')
    return [xhr.status, xhr.responseText]
  })
  await call('a request that is broken off', async () => {
    const xhr = new XMLHttpRequest()
    xhr.open('POST', history)
    const gone = new Promise((resolve) => xhr.addEventListener('abort', resolve))
    xhr.send('{}')
    xhr.abort()
    await gone
    return [xhr.status, xhr.readyState, xhr.responseText]
  })
  await call('a request of no address', () => new XMLHttpRequest().open('GET', 'http://['))
  await call('a request that was not opened', () => new XMLHttpRequest().send())
  await call('status of something else', () => getterOf(XMLHttpRequest.prototype, 'status').call({}))
  await call('looks of a request', () => [
    String(XMLHttpRequest),
    String(XMLHttpRequest.prototype.open),
    String(XMLHttpRequest.prototype.send),
    XMLHttpRequest.prototype.constructor === XMLHttpRequest,
    Object.getOwnPropertyNames(XMLHttpRequest.prototype),
    Object.getOwnPropertyNames(new XMLHttpRequest()),
    Object.entries(Object.getOwnPropertyDescriptors(XMLHttpRequest.prototype)).map(([name, found]) => [
      name,
      { ...found, value: typeof found.value, get: typeof found.get, set: typeof found.set },
      (found.get ?? found.value)?.name,
    ]),
  ])
  await call('what there is in the window', () => Object.getOwnPropertyNames(window).toSorted())
  // The browser asks for the icon of the page when it likes.
  await call('what was loaded', () =>
    performance
      .getEntriesByType('resource')
      .map(({ name }) => name)
      .filter((name) => !name.endsWith('/favicon.ico')),
  )
  await call('an error of its own', () => new Error('mine'))
  await soon(100)
  await call('what came in', () => messages)
  if (isCounted) await call('what was called of what was replaced', () => state?.counts)
  document.documentElement.dataset['transcript'] = lines.join('\n\n')
}
