/** A file to compare with, and the account that it is of. */
export interface AccountFile {
  readonly place: string
  readonly name: string
  readonly file: File
}

/**
 * Whose the picked files are, as `report --together` has it: in a folder each folder is an account, with the files of all its
 * machines, and so is each file beside them. Files that were picked one by one are an account each.
 */
export function accountFiles(picked: Iterable<File>): readonly AccountFile[] {
  return [...picked].map((file) => {
    const [first = file.name, second] = (file.webkitRelativePath || file.name).split('/')
    return {
      place: (second ?? first).replace(/\.json$/, ''),
      name: file.webkitRelativePath || file.name,
      file,
    }
  })
}
