/**
 * Runs in a page: makes calls that fail, from deep within, and in every way in which a page can have its stacks made; and
 * writes down what each stack shows.
 */
export async function makePageStacks(history: string): Promise<void> {
  const lines: string[] = []
  const callGetter = (holder: object, name: string, self: unknown): unknown =>
    Object.getOwnPropertyDescriptor(holder, name)?.get?.call(self)
  const deep = <T>(levels: number, run: () => T): T => (levels === 0 ? run() : deep(levels - 1, run))
  const read = await fetch(history, { method: 'POST', body: '{}' })
  await read.text()
  const open = new XMLHttpRequest()
  open.open('POST', history)
  open.responseType = 'json'
  const failing: Readonly<Record<string, () => unknown>> = {
    'ok of something else': () => callGetter(Response.prototype, 'ok', {}),
    'status of a request that is none': () => callGetter(XMLHttpRequest.prototype, 'status', {}),
    // asked by its name: where a getter of the browser's stands last, its V8 leaves a frame of the page's out now and then
    'the text of JSON': () => callGetter(XMLHttpRequest.prototype, 'responseText', open),
    'a clone that is too late': () => read.clone(),
    'text twice': () => read.text(),
    'json of something else': () => Reflect.apply(Reflect.get(Response.prototype, 'json'), {}, []),
  }
  const note = async (how: string) => {
    for (const [name, fail] of Object.entries(failing))
      for (const levels of [0, 3, 30]) {
        let failed: unknown
        try {
          failed = await deep(levels, fail)
        } catch (error) {
          failed = error
        }
        const found = failed instanceof Error ? Object.getOwnPropertyDescriptor(failed, 'stack') : null
        const told = failed instanceof Error ? `${failed.name}: ${failed.message}` : 'no error'
        lines.push(`${how}, ${name}, ${levels} deep: ${told}`)
        const stack = failed instanceof Error ? failed.stack : null
        lines.push(JSON.stringify([stack, typeof stack, found && { ...found, value: 0, get: 0, set: 0 }]))
      }
  }
  await note('as it is')
  for (const limit of [0, 1, 2, 5, 50, Infinity]) {
    Error.stackTraceLimit = limit
    await note(`${limit} frames`)
  }
  Reflect.deleteProperty(Error, 'stackTraceLimit')
  await note('no limit')
  let asked = 0
  Object.defineProperty(Error, 'stackTraceLimit', {
    configurable: true,
    get: () => ((asked += 1), 10),
    set: () => {
      asked += 1
    },
  })
  await note('a limit that counts')
  lines.push(`the limit was asked for: ${asked}`)
  Reflect.deleteProperty(Error, 'stackTraceLimit')
  Error.stackTraceLimit = 10
  let made = 0
  Error.prepareStackTrace = (error, frames) => {
    made += 1
    return frames
      .map((frame) => [
        frame.getFileName(),
        frame.getFunctionName(),
        frame.getLineNumber(),
        frame.isNative(),
        frame.getTypeName(),
      ])
      .concat([String(error)])
  }
  await note('stacks of the page')
  lines.push(`stacks were made: ${made}`)
  Reflect.deleteProperty(Error, 'prepareStackTrace')
  await note('no stacks of the page')
  document.documentElement.dataset['transcript'] = lines.join('\n\n')
}
