/**
 * Fisher's exact test, two-sided, for a table of counts:
 *
 *              block   no block
 *     with       a        b
 *     without    c        d
 *
 * The probability, if the two had nothing to do with each other, of a table at least as uneven with the same sums.
 * Sums of logarithms keep it exact enough for any counts that a history can have.
 */
export function fisherExact(a: number, b: number, c: number, d: number): number {
  const withX = a + b
  const blocked = a + c
  const total = a + b + c + d
  const log = logFactorials(total)
  const chance = (k: number) =>
    Math.exp(
      log(withX) +
        log(total - withX) +
        log(blocked) +
        log(total - blocked) -
        log(total) -
        log(k) -
        log(withX - k) -
        log(blocked - k) -
        log(total - withX - blocked + k),
    )
  const seen = chance(a)
  let sum = 0
  for (let k = Math.max(0, withX + blocked - total); k <= Math.min(withX, blocked); k++) {
    const each = chance(k)
    if (each <= seen * (1 + 1e-9)) sum += each
  }
  return Math.min(1, sum)
}

function logFactorials(most: number): (n: number) => number {
  const sums = [0]
  for (let n = 1; n <= most; n++) sums.push((sums[n - 1] ?? 0) + Math.log(n))
  return (n) => sums[n] ?? 0
}
