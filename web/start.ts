import { createServer } from 'node:net'
import process from 'node:process'
import { build } from 'vite'
import { BUILD, PROJECT, serveConsole } from './serve-console.ts'

/** `npm start`: builds, serves the console to this machine, and says where it and the extension are. */

/** One fixed port: a browser keeps the database of a page under its address, so another port would show an empty one. */
const PORT = 4747

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer()
    probe.once('error', () => resolve(false))
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)))
  })
}

if (!(await isFree(PORT))) {
  console.error(
    `Port ${PORT} of 127.0.0.1 is taken, perhaps by a Quotascope that already runs: http://127.0.0.1:${PORT}/\n` +
      'Stop what uses it, then start again. Another port is not tried, because your evidence is kept under this address.',
  )
  process.exit(1)
}

console.log('Building …')
await build({ root: PROJECT, logLevel: 'error' })
const server = await serveConsole(PORT)

console.log(`
Quotascope

  Console     http://127.0.0.1:${PORT}/
  Extension   ${BUILD}
              chrome://extensions → Developer mode → Load unpacked → this folder

Nobody but this machine can open the console, and it sends nothing anywhere. Stop with Ctrl+C.
`)

const stop = () => {
  void server.close().finally(() => process.exit(0))
}
process.once('SIGINT', stop)
process.once('SIGTERM', stop)
