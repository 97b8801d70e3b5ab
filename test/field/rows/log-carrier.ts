import type { FieldKind } from '../field-row.ts'

export const field: FieldKind = {
  kind: 'a log that carries an error in its own way',
  rows: [
    {
      name: 'opencode',
      file: 'opencode.log',
      right: {
        errors: [{ at: '2026-06-20T07:01:02.003Z', class: 'window_5h' }],
        incidents: [{ from: '2026-06-20T07:01:02.003Z', leading: 'quota_5h', supported: ['quota_5h'] }],
      },
    },
    {
      name: 'found by grep -n',
      file: 'grep-n.log',
      right: {
        calls: 1,
        errors: [{ at: '2026-10-02T08:00:04.000Z', status: 403, class: 'window_5h' }],
        incidents: [{ from: '2026-10-02T08:00:04.000Z', leading: 'quota_5h' }],
      },
    },
    {
      name: 'a turn over ACP',
      file: 'acp.log',
      right: {
        errors: [{ at: '2026-07-28T08:18:51.640Z', status: 403, class: 'window_5h' }],
        incidents: [{ from: '2026-07-28T08:18:51.640Z', leading: 'quota_5h' }],
      },
    },
    {
      name: 'a stack on lines that go on with an entry',
      file: 'indented-stack.log',
      right: {
        errors: [{ at: '2026-10-01T10:00:00Z', status: 403, class: 'window_5h' }],
        incidents: [{ from: '2026-10-01T10:00:00Z', leading: 'quota_5h' }],
      },
    },
  ],
}
