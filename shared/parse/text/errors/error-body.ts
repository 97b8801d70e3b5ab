import { fieldOf, isObject } from '../../json/json-object.ts'
import { classifyError } from '../../../evidence/errors/error-classes.ts'

/** What an error says of itself, before it is classified and dated. */
export interface ErrorContent {
  readonly message: string
  readonly type: string | null
  readonly status: number | null
}

/**
 * Reads an error body as the services give it: `{"error": {"message", "type"}}`, with `{"type": "error"}` around it in
 * the Anthropic protocol, or a bare `{"message"}` where the message is one that we know (docs/kimi.md#official-parsers,
 * #error-bodies). Else null.
 */
export function readErrorBody(value: unknown, status: number | null = null): ErrorContent | null {
  const error = fieldOf(value, 'error')
  if (isObject(error)) {
    const message = textOf(error['message'])
    if (message === null) return null
    return {
      message,
      type: typeOf(error['type']),
      status: status ?? statusOf(error['status'] ?? error['code']),
    }
  }
  const message = textOf(fieldOf(value, 'message'))
  if (message === null || !isObject(value) || Object.keys(value).length > 4) return null
  const type = typeOf(value['type'])
  const said = status ?? statusOf(value['status'] ?? value['code'])
  return classifyError(message, type, said) === 'other' ? null : { message, type, status: said }
}

const textOf = (value: unknown) => (typeof value === 'string' && value.trim() !== '' ? value : null)

export const typeOf = (value: unknown) =>
  typeof value === 'string' && /^[\w.-]{1,60}$/.test(value) ? value : null

export function statusOf(value: unknown): number | null {
  const status = typeof value === 'string' ? Number(value) : value
  return typeof status === 'number' && Number.isInteger(status) && status >= 400 && status <= 599
    ? status
    : null
}
