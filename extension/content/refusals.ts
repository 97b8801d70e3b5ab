/** The worker adds these up; more in one message are not believed. */
const MAX_IN_ONE = 1_000_000

/** Counts what was not let through, and tells it in one message a second however many there are. */
export function createRefusals(
  after: (ms: number, then: () => void) => void,
  /** False: it could not be told now. */
  tell: (count: number) => boolean,
): () => void {
  let count = 0
  let planned = false
  const plan = () => {
    if (planned) return
    planned = true
    after(1_000, () => {
      planned = false
      if (tell(count)) count = 0
      else plan()
    })
  }
  return () => {
    count = Math.min(MAX_IN_ONE, count + 1)
    plan()
  }
}
