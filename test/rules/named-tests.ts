import { existsSync, readFileSync } from 'node:fs'

/** A test: its file in `test`, and its title or what begins it, as the file has it; of one in a table its row. */
export type NamedTest = readonly [file: string, title: string]

/** A file of the project. */
export const projectFile = (path: string) => new URL(`../../${path}`, import.meta.url)

/** Whether there is a test of that title, or part of one. */
export const isThere = ([path, title]: NamedTest): boolean =>
  existsSync(projectFile(`test/${path}`)) && readFileSync(projectFile(`test/${path}`), 'utf8').includes(title)
