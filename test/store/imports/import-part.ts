import type { ImportPart } from '../../../shared/store/imports/put-import.ts'
import { at } from '../../time/given.ts'

/** A part of an import that was made in the morning of the ninth of March, at a minute past eight. */
export const importPart = (id: string, name = 'kimi.log', minute = '01'): ImportPart => ({
  id,
  at: at(`2026-03-09T08:${minute}:00Z`),
  input: { name, via: 'file' },
})
