import { Command, CommanderError, Option } from 'commander'
import { version } from '../../package.json'
import { readWait, readWatch, type FollowOptions } from './follow-arguments.ts'
import { FORMATS, LANGUAGES, type ReportArguments } from './report-arguments.ts'
import { readArguments, type ReportOptions } from './read-arguments.ts'
import { readKeep, type KeepArguments, type KeepOptions } from './keep/keep-arguments.ts'
import { readSend, type SendArguments, type SendOptions } from './send/send-arguments.ts'
import type { WaitArguments } from './wait/run-wait.ts'
import type { WatchArguments } from './watch/run-watch.ts'
import { UsageError, type ExitStatus, type World } from './world.ts'

/** What each command does once its words have been read. */
export interface Commands {
  readonly report: (request: ReportArguments, world: World) => Promise<ExitStatus>
  readonly watch: (request: WatchArguments, world: World) => Promise<ExitStatus>
  readonly keep: (request: KeepArguments, world: World) => Promise<ExitStatus>
  readonly send: (request: SendArguments, world: World) => Promise<ExitStatus>
  readonly wait: (request: WaitArguments, world: World) => Promise<ExitStatus>
}

const COMMANDS: Commands = {
  report: async (request, world) => (await import('./run-report.ts')).runReport(request, world),
  watch: async (request, world) => (await import('./watch/run-watch.ts')).runWatch(request, world),
  keep: async (request, world) => (await import('./keep/run-keep.ts')).runKeep(request, world),
  send: async (request, world) => (await import('./send/run-send.ts')).runSend(request, world),
  wait: async (request, world) => (await import('./wait/run-wait.ts')).runWait(request, world),
}

const EXIT_STATUSES = `
Exit status: 0 done, 1 nothing was recognised or the report could not be written, 2 the command line is wrong or a file
is missing (what else was read is reported all the same), 75 service is still refused (wait), or not all could be sent
and the next run goes on (send).`

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

function programFor(
  world: World,
  commands: Commands,
  done: (status: ExitStatus) => void,
  withCompletions = true,
): Command {
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
  if (withCompletions) addCompletions(program, world, commands)
  addReport(program, async (request) => done(await commands.report(request, world)))
  addKeep(program, async (request) => done(await commands.keep(request, world)))
  addSend(program, async (request) => done(await commands.send(request, world)))
  addWatch(program, async (folders, options) =>
    done(await commands.watch(readWatch(folders, options, world), world)),
  )
  addWait(program, async (inputs, options) =>
    done(await commands.wait(readWait(inputs, options, world), world)),
  )
  return program
}

function addReport(program: Command, report: (request: ReportArguments) => Promise<void>): void {
  program
    .command('report')
    .summary('says what refused you, from files, a folder, a pipe or the logs of this machine')
    .description(
      'Reads anything that Quotascope can import: /usages bodies, console responses, bundles, copied table rows, the ' +
        "CLI's panel, error texts, logs, the archive of kimi export, a whole forum post. It recognises what each is. Without FILE: " +
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
    .addOption(new Option('--format <format>', 'text on a terminal, json in a pipe, or').choices(FORMATS))
    .option('--json', 'the same as --format json')
    .option('-o, --output <file>', 'write to this file; its ending may say the format')
    .addOption(
      new Option(
        '--lang <language>',
        'of what is written: that of the locale for people, en for programs, or',
      ).choices(LANGUAGES),
    )
    .option(
      '--together <folder>',
      'compare several accounts, each a folder or file in this one: was it Kimi?',
    )
    .option('--unmasked', 'leave request ids and names as they are in md, html, csv and otlp')
    .action((words: readonly string[], options: ReportOptions) =>
      report(readArguments(words.map(named), options)),
    )
}

function addKeep(program: Command, keep: (request: KeepArguments) => Promise<void>): void {
  program
    .command('keep')
    .summary('keeps what this machine knows in a folder that you sync')
    .description(
      'Writes all that this machine knows into a folder as one complete bundle, beside those of your other machines and ' +
        'browsers; quotascope report FOLDER reads them as one history. Not redacted: the folder is for yourself.',
    )
    .argument('<FOLDER>', 'a folder that you sync')
    .argument('[FILE...]', "files or folders; without, the logs of this machine's own Kimi client")
    .option('--zone <zone>', 'zone of times that are printed without one')
    .option('--name <name>', 'what this machine is to be called from now on')
    .option('--retire', 'it writes for the last time; what it saw stays')
    .action((folder: string, words: readonly string[], options: KeepOptions) =>
      keep(readKeep(folder, words.map(named), options)),
    )
}

function addSend(program: Command, send: (request: SendArguments) => Promise<void>): void {
  program
    .command('send')
    .summary('posts evidence and verdicts to a collector of OpenTelemetry')
    .description(
      'Posts what was read and concluded as OTLP/JSON log records to the address in OTEL_EXPORTER_OTLP_ENDPOINT, with ' +
        'OTEL_EXPORTER_OTLP_HEADERS, _TIMEOUT and _COMPRESSION. What an address has taken is not sent there again, so that ' +
        'it can be run every few minutes.',
    )
    .argument('[FILE...]', 'files or folders, as for report')
    .option('--zone <zone>', 'zone of times that are printed without one')
    .option('--account <label>', 'whose evidence it is; an engine keeps accounts apart by it')
    .option('--unmasked', 'send request ids, names of API keys and texts as they are')
    .option('--again', 'send all of it, whatever the address has taken before')
    .action((words: readonly string[], options: SendOptions) => send(readSend(words.map(named), options)))
}

type Follow = (words: readonly string[], options: FollowOptions) => Promise<void>

function addWatch(program: Command, watch: Follow): void {
  program
    .command('watch')
    .summary('follows the logs, and writes what they tell of requests')
    .description(
      "Follows the logs of this machine's Kimi clients, and writes what they tell of requests as lines of captures " +
        '(NDJSON), without any conversation; console and report read them.',
    )
    .argument('[FOLDER...]', 'other folders than ~/.kimi-code and ~/.kimi')
    .option('--once', 'look once at all that is there')
    .option('--every <time>', 'how often to look: 30s, 5m', '10s')
    .option('-o, --output <file>', 'add the lines to this file')
    .option('--usages', USAGES)
    .option('--host <host>', 'api.kimi.com or api.kimi.ai')
    .action(watch)
}

function addWait(program: Command, wait: Follow): void {
  program
    .command('wait')
    .summary('waits until something shows that service is back')
    .description(
      'Waits until something shows that service is back: a request that went through, or a reset that was seen. Exit 0; ' +
        'while it is refused 75. A reset that is only due is not taken for one.',
    )
    .argument('[FILE...]', "files or folders; without, the logs of this machine's own Kimi client")
    .option('--timeout <time>', 'give up after this: 30m, 5h; 0 looks once (default: never)')
    .option('--every <time>', 'how often to look', '30s')
    .option('--usages', USAGES)
    .option('--host <host>', 'api.kimi.com or api.kimi.ai')
    .action(wait)
}

const USAGES = 'read the meters as well, with the key in KIMI_API_KEY, at most once in five minutes'

function addCompletions(program: Command, world: World, commands: Commands): void {
  const completer = async () => {
    const { default: tab } = await import('@bomb.sh/tab/commander')
    return tab(
      programFor(world, commands, () => {}, false),
      { completionCommandName: 'completions' },
    )
  }
  program
    .command('completions')
    .summary('prints a completion script for your shell')
    .description('Prints a script for your shell: source <(quotascope completions zsh)')
    .addArgument(program.createArgument('<shell>').choices(['bash', 'zsh', 'fish', 'powershell']))
    .action(async (shell: string) => (await completer()).setup('quotascope', 'quotascope', shell))
  program
    .command('complete', { hidden: true })
    .argument('[words...]')
    .allowUnknownOption()
    .action(async (words: string[]) => {
      if (isFile(words)) world.out(FILES_COME_NEXT)
      else (await completer()).parse(words)
    })
}

/** What tells the scripts to complete names of files, which the library never does by itself. */
const FILES_COME_NEXT = ':0\n'

/** Behind a command, what is no option and no value of one is a file; so is what `--output` takes. */
function isFile(words: readonly string[]): boolean {
  const [command = ''] = words
  const [last = '', before = ''] = words.toReversed()
  if (/^(?:-o|--output)$/.test(before)) return true
  return (
    /^(?:report|keep|send|watch|wait)$/.test(command) &&
    words.length > 1 &&
    !`${last}${before}`.startsWith('-') &&
    !before.startsWith('-')
  )
}
