/** Which try of how many: `2/10`. */
export interface Attempt {
  readonly number: number
  readonly of: number
}

export function readAttempt(text: string | null): Attempt | null {
  const [, number, of] = /^(\d{1,3})\/(\d{1,3})$/.exec(text ?? '') ?? []
  return number === undefined || of === undefined ? null : { number: Number(number), of: Number(of) }
}
