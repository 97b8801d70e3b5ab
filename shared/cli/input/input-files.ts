/** The bytes of a file as they come, or why there are none. A piece may be overwritten once the next is asked for. */
export type OpenedFile =
  { readonly stream: ReadableStream<Uint8Array>; readonly size: number | null } | { readonly reason: string }

/** What stands behind a name on the command line. */
export type NamedInput =
  | { readonly kind: 'file' }
  /** The files in it that may hold evidence, in the order of their names, and what could not be looked into. */
  | { readonly kind: 'folder'; readonly files: readonly string[]; readonly problems: readonly FileProblem[] }
  | { readonly kind: 'none'; readonly reason: string }

export interface FileProblem {
  readonly file: string
  readonly reason: string
}

/** The files of a machine, as far as a command needs them. `-` is standard input. */
export interface InputFiles {
  readonly look: (name: string) => Promise<NamedInput>
  readonly open: (name: string) => Promise<OpenedFile>
}
