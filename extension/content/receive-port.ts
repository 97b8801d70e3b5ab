import { HELLO } from './handover.ts'

/**
 * Takes the page hook's port. Both scripts run at document start, before any script of the page, so the hook's message is
 * the first of its kind; it is stopped here, and every later one is refused and counted.
 *
 *     page hook    ── "quotascope:port" + port ──▶ content script     (the page's scripts have not begun)
 *     page script  ── the same ─────────────────▶ refused, counted
 */
export function receivePort(
  target: Window,
  onPort: (port: MessagePort) => void,
  onRefused: () => void,
): void {
  let received = false
  target.addEventListener(
    'message',
    (event) => {
      if (event.data !== HELLO) return
      event.stopImmediatePropagation()
      const [port] = event.ports
      if (received || event.source !== target || !port) {
        onRefused()
        return
      }
      received = true
      onPort(port)
    },
    { capture: true },
  )
}
