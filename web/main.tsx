import { version } from '../package.json' with { type: 'json' }
import { systemClock } from '../shared/time/clock.ts'
import { mount } from './mount.tsx'

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no element with the id "root"')
mount(root, {
  kind: 'local',
  version,
  clock: systemClock,
  account: null,
  followAccount: null,
  extension: null,
})
