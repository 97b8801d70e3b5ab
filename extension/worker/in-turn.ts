/**
 * Runs pieces of work one after another, in the order in which they are given. Reading a stored value, changing it and
 * writing it back takes two awaits: two messages at once would each write over what the other one noted.
 */
export function inTurn(): <Result>(work: () => Promise<Result>) => Promise<Result> {
  let last: Promise<unknown> = Promise.resolve()
  return (work) => {
    const mine = last.then(work, work)
    last = mine.catch(() => undefined)
    return mine
  }
}
