import type en from './en.json'

/** `rows_one` and `rows_other` are asked for as `rows`. */
type Asked<Name extends string> = Name extends `${infer Base}_one`
  ? Base
  : Name extends `${infer Base}_other` | `${infer Base}_zero`
    ? Base
    : Name

type Leaf<Tree, Path extends string> = {
  [Name in keyof Tree & string]: Tree[Name] extends string
    ? `${Path}${Asked<Name>}`
    : Leaf<Tree[Name], `${Path}${Name}.`>
}[keyof Tree & string]

/** Every text of the console by its path in en.json; a misspelt one does not compile. */
export type TextKey = Leaf<typeof en, ''>
