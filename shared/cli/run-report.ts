import { analyse } from '../analyse/analyse.ts'
import { DEFAULT_RULES } from '../analyse/rules.ts'
import { writeOtlp } from '../export/otlp/write-otlp.ts'
import type { Language } from '../time/format.ts'
import { UNKNOWN_ZONE } from '../time/zone.ts'
import { clientFolders } from './client-folders.ts'
import { writeReasonOf } from './input/file-reasons.ts'
import { isEmpty, nothingRead } from './input/nothing-read.ts'
import { senderOf, UNASSIGNED } from './installation.ts'
import { localeLanguage } from './locale-language.ts'
import { readInputs } from './input/read-inputs.ts'
import { isForEngines, type Format, type InputArgument, type ReportArguments } from './report-arguments.ts'
import type { ExitStatus, World } from './world.ts'
import { writeReport } from './write-report.ts'

/** Reads the files, analyses, writes. What is wrong is one line each. */
export async function runReport(request: ReportArguments, world: World): Promise<ExitStatus> {
  const { inputs, isOwn } = await chosenInputs(request, world)
  const { evidence, files, missing, writtenIn } = await readInputs(inputs, world)
  if (isEmpty(evidence)) {
    if (missing === 0 || files.length > 0) world.complain(nothingRead({ inputs, files, isOwn }))
    return missing > 0 ? 2 : 1
  }
  const zone = request.zone ?? (isOwn ? world.clock.zone() : writtenIn)
  world.progress('Analysing')
  const report = analyse(evidence, {
    now: request.now ?? world.clock.now(),
    zone,
    rules: DEFAULT_RULES,
    claims: request.claims,
  })
  const format = request.format ?? defaultFormat(request, world)
  const { hasColour, columns } = world.terminal
  const text = isForEngines(format)
    ? writeOtlp(report, evidence, await senderOf(world), {
        account: request.account ?? UNASSIGNED,
        unmasked: request.unmasked,
      })
    : writeReport(report, evidence, {
        ...request,
        format,
        language: request.language ?? languageOf(format, world),
        columns,
        hasColour: hasColour && request.output === null,
      })
  if (!(await put(text, request.output, world))) return 1
  return missing > 0 ? 2 : 0
}

interface ChosenInputs {
  readonly inputs: readonly InputArgument[]
  /** The logs of this machine, whose clock printed the times in them. */
  readonly isOwn: boolean
}

/** What was named; else what is piped in; else what this machine's own client has logged. */
async function chosenInputs({ inputs, zone }: ReportArguments, world: World): Promise<ChosenInputs> {
  if (inputs.length > 0) return { inputs, isOwn: false }
  if (world.terminal.isPiped)
    return { inputs: [{ file: '-', zone: zone ?? UNKNOWN_ZONE, takenAt: null }], isOwn: false }
  const own = zone ?? world.clock.zone()
  const folders = await clientFolders(world)
  return { inputs: folders.map((file) => ({ file, zone: own, takenAt: null })), isOwn: true }
}

/** That of the locale, in what people read; programs get the same everywhere. */
const languageOf = (format: Format, { env }: World): Language =>
  format === 'json' || format === 'csv' ? 'en' : localeLanguage(env)

const defaultFormat = ({ output }: ReportArguments, { terminal }: World): Format =>
  output === null && terminal.isOut ? 'text' : 'json'

async function put(text: string | Iterable<string>, output: string | null, world: World): Promise<boolean> {
  if (output === null) {
    for (const piece of typeof text === 'string' ? [text] : text) world.out(piece)
    return true
  }
  try {
    await world.writeFile(output, text)
    return true
  } catch (error) {
    world.complain(`${output} could not be written: ${writeReasonOf(error)}`)
    return false
  }
}
