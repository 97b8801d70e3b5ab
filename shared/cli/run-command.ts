import { Command, CommanderError, Option } from 'commander'
import { version } from '../../package.json'
import { FORMATS, type ReportArguments } from './report-arguments.ts'
import { readArguments, type ReportOptions } from './read-arguments.ts'
import { UsageError, type ExitStatus, type World } from './world.ts'

/** What each command does once its words have been read. */
export interface Commands {
  readonly report: (request: ReportArguments, world: World) => Promise<ExitStatus>
}

const COMMANDS: Commands = {
  report: async (request, world) => (await import('./run-report.ts')).runReport(request, world),
}

const EXIT_STATUSES = `
Exit status: 0 done, 1 nothing was recognised or the report could not be written, 2 the command line is wrong or a file
is missing (what else was read is reported all the same), 75 service is still refused (wait).`

/**
 * The whole command line: finds out what is asked for, does it, and gives the exit status. What is wrong is one line.
 * Code that a command needs is loaded when it runs, so that `--version` waits for none of it.
 */
export async function runCommand(
  typed: readonly string[],
  world: World,
  commands: Commands = COMMANDS,
): Promise<ExitStatus> {
  let status: ExitStatus = 0
  const program = programFor(world, commands, (done) => {
    status = done
  })
  try {
    await program.parseAsync((await withCommand(typed, world)).map(standardInput), { from: 'user' })
    return status
  } catch (error) {
    if (error instanceof UsageError) return complain(error.message, world)
    if (!(error instanceof CommanderError)) throw error
    if (error.exitCode === 0) return 0 // help or version, which commander has written
    return complain(error.message.replace(/^error: /, ''), world)
  }
}

function complain(message: string, world: World): ExitStatus {
  world.complain(`${message} (--help says more)`)
  return 2
}

/** `quotascope`, `quotascope kimi.log` and `quotascope --json` mean `report`; a word that is no file may be a slip. */
async function withCommand(words: readonly string[], { files }: World): Promise<readonly string[]> {
  const [first] = words
  if (first === undefined) return ['report']
  if (/^(?:-h|--help|-V|--version)$/.test(first)) return words
  if (first.startsWith('-')) return ['report', ...words]
  const names = [first, first.replace(/@[^@]*$/, '')]
  const found = await Promise.all(names.map((name) => files.look(name)))
  return found.some(({ kind }) => kind !== 'none') ? ['report', ...words] : words
}

/** `-@+01:00` is standard input with a zone; commander would take it for a row of short options. */
const standardInput = (word: string): string => (word.startsWith('-@') ? `/dev/stdin${word.slice(1)}` : word)
const named = (word: string): string => word.replace(/^\/dev\/stdin(?=@|$)/, '-')

const collect = (value: string, before: readonly string[] = []): readonly string[] => [...before, value]

function programFor(world: World, commands: Commands, done: (status: ExitStatus) => void): Command {
  const program = new Command('quotascope')
  program
    .description(
      'Says when you were blocked, when each quota window reset, and which limit can and cannot have been the reason.',
    )
    .usage('[command] [files] [options]')
    .version(version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this')
    .helpCommand(false)
    .addHelpText('after', EXIT_STATUSES)
    .exitOverride()
    .configureOutput({
      writeOut: (text) => world.out(text),
      writeErr: () => {}, // what is wrong comes as an error, and is written as one line
      getOutHelpWidth: () => world.terminal.columns,
      getOutHasColors: () => world.terminal.hasColour,
    })
  addReport(program, async (request) => done(await commands.report(request, world)))
  return program
}

function addReport(program: Command, report: (request: ReportArguments) => Promise<void>): void {
  program
    .command('report')
    .description(
      'Reads anything that Quotascope can import: /usages bodies, console responses, bundles, copied table rows, the ' +
        "CLI's panel, error texts, logs, the archive of kimi export, a whole forum post. What it is, is found out by itself. Without FILE: " +
        "what is piped in, else the logs of this machine's own Kimi client.",
    )
    .argument('[FILE...]', 'files or folders; - is standard input; FILE@ZONE gives one a zone of its own')
    .option('--zone <zone>', 'zone of times that are printed without one: Europe/Berlin, +01:00, or unknown')
    .option('--now <time>', 'the moment to report for, as ISO 8601 with a zone')
    .option('--taken-at <file=time>', 'when that file was captured; may be repeated', collect)
    .option('--account <label>', 'whose evidence it is; is printed, and changes nothing')
    .option(
      '--claim <text>',
      'something to be checked, such as "My 5h window reset at 17:20"; may be repeated',
      collect,
    )
    .addOption(new Option('--format <format>', `${FORMATS.join(', ')} (text on a terminal, json in a pipe)`))
    .option('--json', 'the same as --format json')
    .option('-o, --output <file>', 'write to this file; its ending may say the format')
    .option('--unmasked', 'leave request ids and names as they are in md, html and csv')
    .action((words: readonly string[], options: ReportOptions) =>
      report(readArguments(words.map(named), options)),
    )
}
