import { readdirSync, readFileSync } from 'node:fs'

/** The browser itself, which is killed as a crash or a power cut would: with all that it has not yet done. */
export function killBrowser(profile: string): void {
  const commandOf = (pid: string) => {
    try {
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0')
    } catch {
      return [] // it is gone
    }
  }
  const own = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => {
      const words = commandOf(pid)
      return words.includes(`--user-data-dir=${profile}`) && !words.some((word) => word.startsWith('--type='))
    })
  if (own.length === 0) throw new Error('there is no browser to kill')
  for (const pid of own) process.kill(Number(pid), 'SIGKILL')
}
