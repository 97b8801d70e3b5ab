import { fileURLToPath } from 'node:url'
import { preview, type Plugin, type PreviewServer } from 'vite'

/**
 * What the local page may do: show its own files, and nothing else. No script or style from elsewhere or inline, no
 * request to anywhere but here, not inside a frame (docs/threat-model.md).
 */
const POLICY = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

const HEADERS = {
  'Content-Security-Policy': POLICY,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Cache-Control': 'no-cache',
}

/** The root of the project, and of what is served: the build with the extension and the page. */
export const PROJECT = fileURLToPath(new URL('..', import.meta.url))
export const BUILD = fileURLToPath(new URL('../dist', import.meta.url))

const PAGE = '/web/index.html'

/** The address without a path leads to the console. */
const toTheConsole: Plugin = {
  name: 'to-the-console',
  configurePreviewServer(server) {
    server.middlewares.use((request, response, next) => {
      if (request.url !== '/' && request.url !== '/web' && request.url !== '/web/') return next()
      response.writeHead(302, { ...HEADERS, Location: PAGE })
      response.end()
    })
  },
}

/**
 * Serves the build to this machine only. The port is taken as given and never changed for another one, since the
 * database of the page belongs to its address; 0 takes any free one. Throws where the port is taken.
 */
export function serveConsole(port: number): Promise<PreviewServer> {
  return preview({
    configFile: false,
    root: PROJECT,
    logLevel: 'warn',
    plugins: [toTheConsole],
    build: { outDir: BUILD },
    preview: { host: '127.0.0.1', port, strictPort: true, cors: false, headers: HEADERS },
  })
}
