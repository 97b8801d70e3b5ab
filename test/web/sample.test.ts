import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { SAMPLE } from '../../web/sample/incident-2-march.ts'

it.each(SAMPLE.map(({ name, body }) => [name, body]))('%s is the fixture of the seed', (name, body) => {
  expect(body).toBe(readFileSync(new URL(`../fixtures/seed/${name}`, import.meta.url), 'utf8'))
})
