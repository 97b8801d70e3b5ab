import { writeOtlp } from '../export/otlp/write-otlp.ts'
import type { Language } from '../time/format.ts'
import { analyseInputs } from './analyse-inputs.ts'
import { writeReasonOf } from './input/file-reasons.ts'
import { senderOf } from './installation.ts'
import { localeLanguage } from './locale-language.ts'
import { isForEngines, type Format, type ReportArguments } from './report-arguments.ts'
import type { ExitStatus, World } from './world.ts'
import { writeReport } from './write-report.ts'

/** Reads the files, analyses, writes. What is wrong is one line each. */
export async function runReport(request: ReportArguments, world: World): Promise<ExitStatus> {
  if (request.together !== null)
    return (await import('./together/run-together.ts')).runTogether(request.together, request, world)
  const analysed = await analyseInputs(request, world)
  if (typeof analysed === 'number') return analysed
  const { report, evidence, installations, status } = analysed
  const format = request.format ?? defaultFormat(request, world)
  const { hasColour, columns } = world.terminal
  const text = isForEngines(format)
    ? writeOtlp(report, evidence, await senderOf(request.account, world), request.unmasked)
    : writeReport(analysed, {
        ...request,
        installations,
        format,
        language: request.language ?? languageOf(format, world),
        columns,
        hasColour: hasColour && request.output === null,
      })
  if (!(await put(text, request.output, world))) return 1
  return status
}

/** That of the locale, in what people read; programs get the same everywhere. */
const languageOf = (format: Format, { env }: World): Language =>
  /^(?:json|csv|openmetrics)$/.test(format) ? 'en' : localeLanguage(env)

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
