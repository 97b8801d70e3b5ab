import { zipSync, type Zippable } from 'fflate'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The earliest moment that a zip knows. Written as a wall time, since that is what a zip holds: no zone changes it. */
const NO_TIME = '1980-01-01T00:00:00'

/** The files of a folder as a zip. The same names and contents give the same bytes, whenever and wherever it is made. */
export function zipFolder(folder: string): Uint8Array {
  const files: Zippable = {}
  for (const path of filesIn(folder).toSorted())
    files[path] = [new Uint8Array(readFileSync(join(folder, path))), { level: 9, mtime: NO_TIME }]
  return zipSync(files)
}

const filesIn = (folder: string): readonly string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory()
      ? filesIn(join(folder, entry.name)).map((path) => `${entry.name}/${path}`)
      : [entry.name],
  )
