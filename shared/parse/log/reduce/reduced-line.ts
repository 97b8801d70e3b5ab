/** A line of a log as it may leave its file. */
export interface ReducedLine {
  readonly text: string
  /** What lines after it are read by: whose log it is, which service has been set up. */
  readonly isHead: boolean
}
