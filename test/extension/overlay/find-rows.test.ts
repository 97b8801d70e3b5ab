// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest'
import { findHistoryRows } from '../../../extension/overlay/marks/find-rows.ts'
import { wallTime, writeWallTime } from '../../../shared/time/wall.ts'

const ID = '27d801a6-7d0d-433e-bf1b-4d0b88406e57'
const OTHER = 'bef2fd2b-85dc-4958-9152-02d98e7d7a5b'

const table = (...rows: readonly (readonly string[])[]) =>
  `<table><tbody>${rows.map((row) => `<tr>${row.map((text) => `<td>${text}</td>`).join('')}</tr>`).join('')}</tbody></table>`

const found = () =>
  findHistoryRows(document).map(({ element, requestId, wall }) => [
    element.tagName,
    requestId,
    wall === null ? null : writeWallTime(wallTime(wall)),
  ])

describe('findHistoryRows', () => {
  beforeEach(() => document.body.replaceChildren())

  it('finds rows of a table by their time and client, in both date formats', () => {
    document.body.innerHTML = table(
      [ID, 'Login Device', 'KimiCLI/1.16.0', '2026/03/02 17:25:14', 'Success'],
      [OTHER, 'laptop', 'Qoder/1.0', '2026-03-02 17:25:08', '成功'],
    )
    expect(found()).toEqual([
      ['TR', ID, '2026-03-02 17:25:14'],
      ['TR', OTHER, '2026-03-02 17:25:08'],
    ])
  })

  it('takes neither keys nor devices for history', () => {
    document.body.innerHTML =
      table(
        ['key-1', 'laptop', '2026/02/11 08:46:03', 'sk-ki…', 'Enabled'],
        ['key-2', 'server', '2026/02/12 08:46:03', 'sk-ki…', 'Enabled'],
      ) +
      table(['workstation', 'linux', '2026/03/02 16:20:00'], ['notebook', 'darwin', '2026/03/01 09:00:00'])
    expect(found()).toEqual([])
  })

  it('finds rows that are no table', () => {
    const row = (time: string) =>
      `<div class="k_row"><div><span><em>KimiCLI/1.16.0</em></span></div><div><span><em>${time}</em></span></div></div>`
    document.body.innerHTML = `<div>${row('2026-03-02 17:25:14')}${row('2026-03-02 17:25:08')}</div>`
    expect(found()).toEqual([
      ['DIV', null, '2026-03-02 17:25:14'],
      ['DIV', null, '2026-03-02 17:25:08'],
    ])
  })

  it('knows the table by other rows where the first names no client', () => {
    document.body.innerHTML = table(
      [ID, 'laptop', '', '2026/03/02 17:25:14', 'Success'],
      [OTHER, 'laptop', 'Qoder/1.0', '2026/03/02 17:25:08', 'Success'],
    )
    expect(found().map(([, id]) => id)).toEqual([ID, OTHER])
  })

  it('finds a row that is alone', () => {
    document.body.innerHTML = table(['Login Device', 'KimiCLI/1.16.0', '2026/03/02 17:25:14', 'Success'])
    expect(found()).toEqual([['TR', null, '2026-03-02 17:25:14']])
  })

  it('reads no time that no clock shows', () => {
    document.body.innerHTML = table(
      ['KimiCLI/1.16.0', '2026/03/02 27:25:14'],
      ['KimiCLI/1.16.0', '2026/02/31 17:25:14'],
    )
    expect(found()).toEqual([
      ['TR', null, null],
      ['TR', null, null],
    ])
  })
})
