import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { parseArgs } from 'node:util'
import { systemClock } from '../../shared/time/clock.ts'
import { movedTo } from './moved-scenario.ts'
import { openReplica } from './open-chromium.ts'
import type { Scenario } from './scenario.ts'
import { seedScenario } from './seed-scenario.ts'

/*
 * `npm run demo`: a real Chromium with the built extension, on the replica of the console, with the incident of the first
 * report moved to this afternoon. Nobody needs an account, and nothing leaves the machine.
 */
const USAGE = `npm run demo -- [--language en|zh] [--dark] [--markup table|blocks|reordered] [--moved-services]
                [--headless --screenshot FILE [--width PIXELS]]

Opens Chromium with the built extension on a stand-in for the Kimi Code console, with the incident of the seed moved to
today. Close the window, or press Ctrl+C, to end it. Without a display: --headless --screenshot FILE.`

const { values } = parseArgs({
  options: {
    'language': { type: 'string', default: 'en' },
    'markup': { type: 'string', default: 'table' },
    'dark': { type: 'boolean', default: false },
    'moved-services': { type: 'boolean', default: false },
    'headless': { type: 'boolean', default: false },
    'screenshot': { type: 'string' },
    'width': { type: 'string', default: '1280' },
    'help': { type: 'boolean', default: false },
  },
})

const MARKUPS: Readonly<Record<string, Scenario['markup']>> = {
  table: 'table',
  blocks: 'blocks',
  reordered: 'reordered',
}

async function runDemo(): Promise<number> {
  const markup = MARKUPS[values.markup]
  const width = Number(values.width)
  if (values.help || markup === undefined || !(width >= 320 && width <= 4_000)) {
    console.log(USAGE)
    return values.help ? 0 : 2
  }
  const headed = !values.headless && hasDisplay()
  if (!headed && values.screenshot === undefined) {
    console.error('There is no display here: npm run demo -- --headless --screenshot FILE')
    return 2
  }
  // only now: a build takes half a minute
  if (!(await isBuilt())) return 1
  const scenario = movedTo(
    seedScenario({
      language: values.language === 'zh' ? 'zh' : 'en',
      dark: values.dark,
      markup,
      services: values['moved-services'] ? 'moved' : 'known',
    }),
    systemClock.now(),
  )
  const size = { width, height: 900 }
  const browser = await openReplica(() => scenario, {
    headless: !headed,
    zone: systemClock.zone(),
    viewport: headed && values.screenshot === undefined ? null : size,
  })
  const page = browser.context.pages()[0] ?? (await browser.context.newPage())
  await page.goto('https://www.kimi.com/code/console')
  await page.locator('quotascope-strip .records').filter({ hasText: /[1-9]/ }).waitFor({ timeout: 30_000 })
  if (values.screenshot !== undefined) {
    await page.waitForTimeout(1_500) // the strip asks for its contents a moment after the last answer was kept
    await page.screenshot({ path: values.screenshot })
    console.log(`The strip at work: ${values.screenshot}`)
    await browser.close()
    return 0
  }
  console.log(
    'Chromium shows the stand-in for the console; the strip is under its cards. Close the window to end.',
  )
  await new Promise((resolve) => browser.context.once('close', resolve))
  return 0
}

/** Builds the extension; what is wrong is said by the build. */
async function isBuilt(): Promise<boolean> {
  const build = spawn('npm', ['run', '--silent', 'build'], {
    stdio: 'inherit',
    shell: process.platform === 'win32',
  })
  const [status] = await once(build, 'exit')
  return status === 0
}

/** X11 or Wayland; other systems always have a window. */
const hasDisplay = () =>
  process.platform !== 'linux' || Boolean(process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY'] ?? '')

process.exitCode = await runDemo()
