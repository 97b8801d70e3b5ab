import { join, relative, sep } from 'node:path'
import { reportFrom } from '../../analyse/analyse.ts'
import { DEFAULT_RULES } from '../../analyse/rules.ts'
import { compareAccounts, type Witness } from '../../analyse/witnesses/compare-accounts.ts'
import { writeTogetherJson, writeTogetherText } from '../../export/together.ts'
import { isEmpty } from '../../evidence/is-empty.ts'
import { readInputs } from '../input/read-inputs.ts'
import { localeLanguage } from '../locale-language.ts'
import type { ReportArguments } from '../report-arguments.ts'
import { UNKNOWN_ZONE } from '../../time/zone.ts'
import { UsageError, type ExitStatus, type World } from '../world.ts'

/**
 * What several accounts say together. Each folder in the folder is an account, with the bundles of all its machines, and so
 * is each file beside them. Throws a UsageError.
 */
export async function runTogether(
  folder: string,
  request: ReportArguments,
  world: World,
): Promise<ExitStatus> {
  const found = await world.files.look(folder)
  if (found.kind !== 'folder')
    throw new UsageError(`--together ${folder}: name a folder with one folder or file for each account`)
  const places = new Set(found.files.map((file) => relative(folder, file).split(sep)[0] ?? file))
  const now = request.now ?? world.clock.now()
  const witnesses: Witness[] = []
  for (const place of places) {
    const input = { file: join(folder, place), zone: request.zone ?? UNKNOWN_ZONE, takenAt: null }
    const { evidence, writtenIn } = await readInputs([input], world, now)
    if (isEmpty(evidence)) continue
    world.progress(`Analysing ${place}`)
    const report = reportFrom(evidence, { now, zone: request.zone ?? writtenIn, rules: DEFAULT_RULES })
    witnesses.push({ account: place.replace(/\.json$/, ''), evidence, report })
  }
  world.progress(null)
  if (witnesses.length < 2) {
    world.complain(`${folder} holds the evidence of ${witnesses.length} accounts: two are needed to compare`)
    return 1
  }
  const compared = {
    accounts: witnesses.map(({ account }) => account),
    incidents: compareAccounts(witnesses),
  }
  const isText = (request.format ?? (world.terminal.isOut ? 'text' : 'json')) === 'text'
  const zone = request.zone ?? world.clock.zone()
  world.out(
    isText
      ? writeTogetherText(compared, { language: request.language ?? localeLanguage(world.env), zone })
      : writeTogetherJson(compared, now),
  )
  return 0
}
