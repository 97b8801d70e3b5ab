import { z } from 'zod'

const contentScriptsSchema = z.looseObject({
  content_scripts: z.array(z.looseObject({ world: z.string().optional(), js: z.array(z.string()) })),
})

/** Content scripts of one extension share a world: what this puts in place there, no script of a page can see or undo. */
export const OPEN_ROOTS = {
  name: 'open-roots.js',
  code: `{
  const { attachShadow } = Element.prototype
  Element.prototype.attachShadow = function (init) {
    return attachShadow.call(this, { ...init, mode: 'open' })
  }
}`,
} as const

/** A manifest of the extension in which that script comes before each of its own in a page. */
export function manifestWithOpenRoots(manifest: string): string {
  const { content_scripts: scripts, ...rest } = contentScriptsSchema.parse(JSON.parse(manifest))
  const first = scripts.map((script) =>
    script.world === 'MAIN' ? script : { ...script, js: [OPEN_ROOTS.name, ...script.js] },
  )
  return JSON.stringify({ ...rest, content_scripts: first })
}
