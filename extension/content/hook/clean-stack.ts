import type { Natives } from './natives.ts'

/** What every frame of this script has in its line of a stack; null where the browser does not tell. */
export function ownAddress({ Error, indexOf, slice }: Natives): string | null {
  const { stack } = new Error()
  if (typeof stack !== 'string') return null
  const from = indexOf(stack, '-extension://')
  const to = indexOf(stack, '.js', from)
  return from === -1 || to === -1 ? null : slice(stack, from, to)
}

/**
 * Takes our frames out of what the browser threw in a call of the page: its stack is then as long as it would be without
 * us. Left alone where the page makes its stacks itself.
 */
export function cleanStack(
  { Error, hasOwn, indexOf, slice }: Natives,
  own: string | null,
  error: unknown,
): void {
  if (own === null || typeof error !== 'object' || error === null || !('stack' in error)) return
  if (hasOwn(Error, 'prepareStackTrace') || !hasOwn(error, 'stack')) return
  const { stack } = error
  if (typeof stack !== 'string' || indexOf(stack, own) === -1) return
  let kept = ''
  for (let from = 0; from < stack.length;) {
    const end = indexOf(stack, '\n', from)
    const to = end === -1 ? stack.length : end
    const line = slice(stack, from, to)
    if (indexOf(line, own) === -1) kept += (from === 0 ? '' : '\n') + line
    from = to + 1
  }
  error.stack = kept
}
