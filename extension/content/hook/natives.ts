export type Natives = ReturnType<typeof takeNatives>

/**
 * What the hook uses of the browser, taken before a script of the page may put something else in its place. Nothing else
 * may be called once the page runs, nor any syntax that calls by itself what a page can replace: no `await`, no `for…of`,
 * no spread or taking apart of lists, no `instanceof`, and no descriptor or options but `bare` ones.
 *
 * Throws where something has been replaced before by what does not do the same.
 */
export function takeNatives() {
  const { apply, defineProperty, get, getOwnPropertyDescriptor } = Reflect
  // not in every browser
  const { captureStackTrace }: { readonly captureStackTrace?: typeof Error.captureStackTrace } = Error
  const uncurried = uncurryWith(apply)
  const getter = getterWith(apply, getOwnPropertyDescriptor)
  const then = uncurried(Promise.prototype.then<unknown, unknown>)
  const reader = ReadableStreamDefaultReader.prototype
  const request = XMLHttpRequest.prototype
  const natives = {
    apply,
    defineProperty,
    get,
    getOwnPropertyDescriptor,
    setPrototypeOf: Reflect.setPrototypeOf,
    keys: Object.keys,
    isArray: Array.isArray,
    now: performance.now.bind(performance),
    stringify: JSON.stringify,
    Proxy,
    Error,
    captureStackTrace,
    TextDecoder,
    decode: uncurried(TextDecoder.prototype.decode),
    hasOwn: uncurried(Object.prototype.hasOwnProperty),
    objectPrototype: Object.prototype,
    indexOf: uncurried(String.prototype.indexOf),
    slice: uncurried(String.prototype.slice),
    has: uncurried(WeakSet.prototype.has),
    add: uncurried(WeakSet.prototype.add),
    remove: uncurried(WeakSet.prototype.delete),
    clone: uncurried(Response.prototype.clone),
    readText: uncurried(Response.prototype.text),
    responseUrl: getter(Response.prototype, 'url'),
    responseStatus: getter(Response.prototype, 'status'),
    body: getter(Response.prototype, 'body'),
    bodyUsed: getter(Response.prototype, 'bodyUsed'),
    locked: getter(ReadableStream.prototype, 'locked'),
    getReader: uncurried(ReadableStream.prototype.getReader),
    read: uncurried(reader.read),
    cancel: uncurried(reader.cancel),
    readyState: getter(request, 'readyState'),
    requestUrl: getter(request, 'responseURL'),
    requestStatus: getter(request, 'status'),
    responseType: getter(request, 'responseType'),
    responseText: getter(request, 'responseText'),
    response: getter(request, 'response'),
    byteLength: getter(ArrayBuffer.prototype, 'byteLength'),
    blobText: uncurried(Blob.prototype.text),
    /**
     * Follows a promise that is not the page's. Its constructor is hidden first: `then` would ask it, and so the page's
     * `Promise.prototype`, what kind of promise to make. What is given back is a plain promise.
     */
    follow: <Value>(
      promise: Promise<Value>,
      onValue: ((value: Value) => void) | null,
      onError: (error: unknown) => void,
    ): Promise<unknown> => {
      defineProperty(promise, 'constructor', bare({ value: undefined }))
      return then(promise, onValue, onError)
    },
  }
  if (apply(echo, natives, ['a']) !== 'a' || natives.slice('abc', 1) !== 'bc') missing()
  return natives
}

/** Makes a method a function of what it is called on. */
const uncurryWith =
  (apply: typeof Reflect.apply) =>
  <Self, Args extends readonly unknown[], Result>(method: (this: Self, ...args: Args) => Result) => {
    if (typeof method !== 'function') throw new TypeError('not there')
    return (self: Self, ...args: Args): Result => apply(method, self, args)
  }

/** Gives the getter of a property as such a function. */
const getterWith =
  (apply: typeof Reflect.apply, describe: typeof Reflect.getOwnPropertyDescriptor) =>
  <Self extends object, Name extends keyof Self>(holder: Self, name: Name): ((self: Self) => Self[Name]) =>
    uncurryWith(apply)(describe(holder, name)?.get ?? missing)

/** Stands for a function that should be there. */
export function missing(): never {
  throw new TypeError('not there')
}

function echo(this: unknown, value: string): unknown {
  return typeof this === 'object' ? value : null
}

/** An object that inherits nothing that a page may have put into `Object.prototype`. */
export function bare<Members extends object>(members: Members): Members {
  return { __proto__: null, ...members }
}
