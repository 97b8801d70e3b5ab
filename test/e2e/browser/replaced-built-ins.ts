/**
 * Runs in a page: puts something of the page's own in the place of whatever a script may use of the browser. `spies` do
 * what the browser did and count how often they are called; `broken` ones throw at everybody but the page.
 */
export function replaceBuiltIns(kind: 'spies' | 'broken'): void {
  const { apply, construct, defineProperty, getOwnPropertyDescriptor } = Reflect
  const { assign, create } = Object
  const counts: Record<string, number> = assign(create(null), {})
  const state = assign(create(null), { counts, ours: true, count: 0 })
  defineProperty(window, 'replaced', assign(create(null), { value: state }))
  const noted = (name: string) => {
    if (kind === 'broken' && !state.ours) throw new Error(`${name} is broken`)
    counts[name] = (counts[name] ?? 0) + 1
  }
  const put = (holder: object, key: PropertyKey, as: PropertyDescriptor) => {
    if (defineProperty(holder, key, assign(create(null), as))) state.count += 1
  }
  const spy = (holder: object | undefined, at: string, keys: readonly PropertyKey[]) => {
    for (let index = 0; index < keys.length; index += 1) {
      const key = keys[index] ?? ''
      const name = `${at}.${typeof key === 'symbol' ? 'symbol' : key}`
      const found = holder && getOwnPropertyDescriptor(holder, key)
      if (!holder || !found?.configurable) continue
      const { get, value } = found
      counts[name] = 0
      const traps = assign(create(null), {
        apply: (call: () => unknown, self: unknown, args: unknown[]) => {
          noted(name)
          return apply(call, self, args)
        },
        construct: (call: () => unknown, args: unknown[], target: () => unknown) => {
          noted(`new ${name}`)
          return construct(call, args, target)
        },
      })
      if (get) put(holder, key, { ...found, get: new NativeProxy(get, traps) })
      else if (typeof value === 'function')
        put(holder, key, { ...found, value: new NativeProxy(value, traps) })
    }
  }
  const NativeProxy = Proxy
  const { iterator, species, match, replace, split, search } = Symbol
  spy(Function.prototype, 'Function', ['call', 'apply', 'bind', 'toString'])
  for (const [name, kindOf] of [
    ['Response', Response],
    ['XMLHttpRequest', XMLHttpRequest],
    ['Request', Request],
    ['URL', URL],
    ['Blob', Blob],
    ['ArrayBuffer', ArrayBuffer],
  ] as const)
    put(kindOf, Symbol.hasInstance, {
      configurable: true,
      value: (instance: object | null) => {
        noted(`${name} instanceof`)
        return instance !== null && Object.prototype.isPrototypeOf.call(kindOf.prototype, instance)
      },
    })
  spy(RegExp.prototype, 'RegExp', ['exec', 'test', 'flags', match, replace, split, search])
  spy(WeakMap.prototype, 'WeakMap', ['get', 'set', 'has', 'delete'])
  spy(WeakSet.prototype, 'WeakSet', ['add', 'has', 'delete'])
  spy(Map.prototype, 'Map', ['get', 'set', 'has', 'delete', iterator])
  spy(Set.prototype, 'Set', ['add', 'has', 'delete', iterator])
  spy(Promise.prototype, 'Promise', ['then', 'catch', 'finally'])
  spy(Promise, 'Promise', ['resolve', 'reject', 'all', 'race', species])
  spy(JSON, 'JSON', ['parse', 'stringify'])
  spy(MessagePort.prototype, 'MessagePort', ['postMessage', 'start', 'close'])
  spy(EventTarget.prototype, 'EventTarget', ['addEventListener', 'removeEventListener', 'dispatchEvent'])
  spy(Array.prototype, 'Array', ['push', 'pop', 'slice', 'splice', 'map', 'filter', 'forEach', 'reduce'])
  spy(Array.prototype, 'Array', ['indexOf', 'includes', 'join', 'concat', 'some', 'every', 'find', iterator])
  spy(Array, 'Array', ['isArray', 'from', 'of', species])
  spy(String.prototype, 'String', ['slice', 'indexOf', 'startsWith', 'includes', 'split', 'replace', 'trim'])
  spy(String.prototype, 'String', ['match', 'toLowerCase', 'concat', 'charCodeAt', 'codePointAt', iterator])
  spy(Object, 'Object', ['keys', 'entries', 'values', 'assign', 'create', 'freeze', 'hasOwn', 'fromEntries'])
  spy(Object, 'Object', ['defineProperty', 'getOwnPropertyDescriptor', 'getPrototypeOf', 'setPrototypeOf'])
  spy(Object.prototype, 'Object', ['hasOwnProperty', 'toString', 'valueOf', 'isPrototypeOf'])
  spy(Reflect, 'Reflect', ['apply', 'get', 'set', 'has', 'construct', 'ownKeys', 'defineProperty'])
  spy(Reflect, 'Reflect', ['getOwnPropertyDescriptor', 'getPrototypeOf', 'deleteProperty'])
  spy(Response.prototype, 'Response', ['clone', 'url', 'type', 'bodyUsed', 'headers'])
  spy(TextDecoder.prototype, 'TextDecoder', ['decode'])
  spy(ReadableStream.prototype, 'ReadableStream', ['getReader', 'cancel', 'tee', 'locked', 'pipeTo'])
  spy(ReadableStreamDefaultReader.prototype, 'Reader', ['read', 'cancel', 'closed', 'releaseLock'])
  spy(XMLHttpRequest.prototype, 'XMLHttpRequest', [
    'open',
    'send',
    'readyState',
    'responseURL',
    'responseType',
  ])
  spy(Blob.prototype, 'Blob', ['text', 'arrayBuffer', 'size'])
  spy(ArrayBuffer.prototype, 'ArrayBuffer', ['byteLength', 'slice'])
  spy(URL.prototype, 'URL', ['href', 'pathname', 'origin', 'toString', 'search'])
  spy(Math, 'Math', ['max', 'min', 'round'])
  spy(Date, 'Date', ['now'])
  spy(Performance.prototype, 'Performance', ['now'])
  spy(Number, 'Number', ['isInteger', 'isFinite'])
  spy(Error, 'Error', ['captureStackTrace'])
  spy(window, 'window', ['postMessage', 'setTimeout', 'clearTimeout', 'setInterval', 'queueMicrotask'])
  spy(window, 'window', [
    'requestAnimationFrame',
    'structuredClone',
    'MessageChannel',
    'TextDecoder',
    'Proxy',
  ])
  spy(window, 'window', ['Error', 'TypeError', 'WeakSet', 'URL', 'Number', 'String', 'Boolean', 'Symbol'])
  // what every object inherits
  const inherited = ['then', 'toJSON', 'stream', 'once', 'passive', 'signal', 'method', 'status', 'text']
  for (const name of inherited)
    put(Object.prototype, name, {
      configurable: true,
      get: () => {
        noted(`Object.prototype.${name}`)
        return undefined
      },
      set: () => noted(`set Object.prototype.${name}`),
    })
  // traps of a proxy, and parts of a descriptor, that would be found there
  for (const name of ['getPrototypeOf', 'construct', 'ownKeys', 'has', 'deleteProperty'])
    put(Object.prototype, name, { configurable: true, writable: true, value: () => noted(`trap ${name}`) })
  const numbered = ['0', '1', '2']
  for (const name of numbered)
    put(Array.prototype, name, {
      configurable: true,
      get: () => noted(`Array.prototype.${name}`),
      set: () => noted(`set Array.prototype.${name}`),
    })
  for (const name in counts) counts[name] = 0 // what was called until here was for this
  state.ours = false
}
