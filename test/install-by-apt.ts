import { spawnSync } from 'node:child_process'

function run(command: string, ...words: string[]): boolean {
  const asRoot =
    process.getuid?.() === 0 ? [command, ...words] : ['sudo', '--non-interactive', command, ...words]
  const [program = command, ...rest] = asRoot
  const { status } = spawnSync(program, rest, {
    stdio: 'inherit',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  })
  return status === 0
}

/** Installs packages of the distribution, where it is Debian or one like it. Gives whether that went well. */
export const installByApt = (...packages: string[]): boolean =>
  run('apt-get', 'update') && run('apt-get', 'install', '-y', '--no-install-recommends', ...packages)
