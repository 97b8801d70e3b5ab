/** A client as it names itself, in two parts: `KimiCLI/1.16.0` is KimiCLI in version 1.16.0. */
export interface ClientName {
  /** Null where the row names no client. */
  readonly product: string | null
  readonly version: string | null
}

/** `KimiCLI/1.16.0` → KimiCLI, 1.16.0. Of a longer user agent the first token counts; without a slash all is the product. */
export function clientName(userAgent: string | null): ClientName {
  if (userAgent === null) return { product: null, version: null }
  const [product = userAgent, version] = userAgent.trim().split(/[\s(]/, 1).join('').split('/')
  return { product, version: version === undefined || version === '' ? null : version }
}

/** Compares versions number by number: 1.9 comes before 1.16. Negative when `a` is the older one. */
export function compareVersions(a: string, b: string): number {
  const [left, right] = [a.split(/[.+-]/), b.split(/[.+-]/)]
  for (let index = 0; index < Math.max(left.length, right.length); index++) {
    const difference = Number(left[index] ?? 0) - Number(right[index] ?? 0)
    if (Number.isNaN(difference)) return a < b ? -1 : a > b ? 1 : 0
    if (difference !== 0) return difference
  }
  return 0
}
