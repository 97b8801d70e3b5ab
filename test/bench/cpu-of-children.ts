import { readdirSync, readFileSync } from 'node:fs'

/** Clock ticks of Linux are a hundredth of a second. */
const TICK = 10

/** CPU time of all processes that descend from this one and still run, in ms; of Linux. */
export function cpuOfChildren(): number {
  const children = new Map<number, { readonly id: number; readonly ms: number }[]>()
  for (const name of readdirSync('/proc').filter((each) => /^\d+$/.test(each))) {
    const [parent, ms] = statOf(name) ?? []
    if (parent === undefined || ms === undefined) continue
    children.set(parent, [...(children.get(parent) ?? []), { id: Number(name), ms }])
  }
  const total = (id: number): number =>
    (children.get(id) ?? []).reduce((sum, child) => sum + child.ms + total(child.id), 0)
  return total(process.pid)
}

/** Parent and CPU time of a process; null where it has just ended. */
function statOf(id: string): readonly [parent: number, ms: number] | null {
  try {
    const stat = readFileSync(`/proc/${id}/stat`, 'utf8')
    const fields = stat
      .slice(stat.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number) // the name before it may hold anything
    const [parent = 0, user = 0, system = 0] = [fields[1], fields[11], fields[12]]
    return [parent, (user + system) * TICK]
  } catch {
    return null
  }
}
