import { stat } from 'node:fs/promises'
import { NO_EVIDENCE, type Evidence } from '../../evidence/evidence.ts'
import { mergeAllEvidence } from '../../evidence/merge.ts'
import type { KnownZone } from '../../time/zone.ts'
import { reasonOf } from '../input/file-reasons.ts'
import { readOpened } from '../input/read-opened.ts'
import type { World } from '../world.ts'

interface ReadFile {
  readonly size: number
  readonly changed: number
  readonly evidence: Evidence
}

/** The evidence of files that grow: what has not changed since is not read again. */
export class EvidenceOfFiles {
  private readonly known = new Map<string, ReadFile>()

  constructor(
    private readonly world: World,
    private readonly zone: KnownZone,
  ) {}

  /** Of files that were written to since `after`, in milliseconds. What cannot be read is one line. */
  async read(inputs: readonly string[], after: number): Promise<Evidence> {
    const parts: Evidence[] = []
    for (const input of inputs) {
      const found = await this.world.files.look(input)
      if (found.kind === 'none') this.world.complain(`${input}: ${found.reason}`)
      const files = found.kind === 'folder' ? found.files : found.kind === 'file' ? [input] : []
      for (const file of files) parts.push(await this.readFile(file, found.kind === 'folder' ? after : 0))
    }
    return mergeAllEvidence(parts)
  }

  private async readFile(file: string, after: number): Promise<Evidence> {
    try {
      const { size, mtimeMs: changed } = await stat(file)
      if (changed < after) return NO_EVIDENCE
      const known = this.known.get(file)
      if (known && known.size === size && known.changed === changed) return known.evidence
      const opened = await this.world.files.open(file)
      if ('reason' in opened) throw new Error(opened.reason)
      const { evidence } = await readOpened(
        opened,
        { file, zone: this.zone, takenAt: null },
        this.world.clock.now(),
        () => {},
        this.world,
      )
      this.known.set(file, { size, changed, evidence })
      return evidence
    } catch (error) {
      this.world.complain(`${file}: ${reasonOf(error)}`)
      return NO_EVIDENCE
    }
  }
}
