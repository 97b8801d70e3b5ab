/**
 * Gives a function that runs tasks one at a time, in the order they are passed. Reading a stored value, changing it and
 * writing it back takes two awaits: two concurrent messages would overwrite each other's changes.
 */
export function createSerialQueue(): <Result>(work: () => Promise<Result>) => Promise<Result> {
  let last: Promise<unknown> = Promise.resolve()
  return (work) => {
    const mine = last.then(work, work)
    last = mine.catch(() => undefined)
    return mine
  }
}
