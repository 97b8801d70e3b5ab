/**
 * Lets what waits outside be heard, an instruction above all, before work goes on. Not setTimeout: browsers make that
 * wait for 4 ms after a few rounds.
 */
export function yieldToEventLoop(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel()
    const done = () => {
      port1.close()
      resolve()
    }
    port1.addEventListener('message', done, { once: true })
    port1.start()
    port2.postMessage(null)
  })
}
