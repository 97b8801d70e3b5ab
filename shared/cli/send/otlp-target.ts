/** Where records go, and how: what the standard variables of OpenTelemetry say. */
export interface OtlpTarget {
  readonly url: string
  /** The address without what may be secret in it, to be told to people. */
  readonly shown: string
  readonly headers: Readonly<Record<string, string>>
  /** Milliseconds for one request. */
  readonly timeout: number
  readonly gzip: boolean
}
