import { build } from 'vite'

/** Bundles a file of ours into one script that puts its exports under `name`, for a real browser. */
export async function bundleScript(entry: string, name: string): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"' },
    build: { write: false, target: 'chrome120', lib: { entry, formats: ['iife'], name } },
  })
  const outputs = Array.isArray(built)
    ? built.flatMap(({ output }) => output)
    : 'output' in built
      ? built.output
      : []
  const chunk = outputs.find((output) => output.type === 'chunk')
  if (!chunk) throw new Error(`bundling ${entry} gave no script`)
  return chunk.code
}
