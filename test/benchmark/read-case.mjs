import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * What the baselines see of a case: its refusals and its readings, each with its time where it has one. They read no more
 * of a file than a person would who looks for it with `grep`.
 *
 * @param {string} folder
 */
export function readCase(folder) {
  const files = readdirSync(folder)
    .filter((name) => name !== 'case.json')
    .map((name) => [name, readFileSync(join(folder, name), 'utf8')])
  const about = JSON.parse(readFileSync(join(folder, 'case.json'), 'utf8'))
  return { about, files, refusals: files.flatMap(refusalsIn), readings: files.flatMap(readingsIn) }
}

/** @param {readonly string[]} file @returns {{ at: number | null, status: number | null, text: string }[]} */
function refusalsIn([name = '', text = '']) {
  if (name === 'history.ndjson')
    return captures(text).flatMap(({ body }) =>
      (body.requests ?? [])
        .filter(({ httpStatusCode }) => httpStatusCode >= 400)
        .map((row) => ({ at: Date.parse(row.requestTime), status: row.httpStatusCode, text: '' })),
    )
  if (!name.endsWith('.log') && name !== 'errors.txt') return []
  return text.split('\n').flatMap((line) => {
    const status = /(?:Error code: |statusCode=|status=)([45]\d\d)/.exec(line)?.[1]
    if (status === undefined) return []
    const time = /\d{4}-\d\d-\d\dT[\d:.]+Z/.exec(line)?.[0]
    return [{ at: time === undefined ? null : Date.parse(time), status: Number(status), text: line }]
  })
}

/** @param {readonly string[]} file */
function readingsIn([name = '', text = '']) {
  return name === 'meters.ndjson' ? captures(text).map(({ at, body }) => ({ at: Date.parse(at), body })) : []
}

const captures = (text) =>
  text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line))

/** Refusals that follow each other within half an hour are one block; those without a time are one of their own. */
export function blocksOf(refusals, causeOf) {
  const dated = refusals.filter(({ at }) => at !== null).toSorted((a, b) => a.at - b.at)
  const blocks = []
  for (const refusal of dated) {
    const cause = causeOf(refusal)
    const last = blocks.at(-1)
    if (last && last.cause === cause && refusal.at - last.to <= 30 * 60_000) last.to = refusal.at
    else blocks.push({ from: refusal.at, to: refusal.at, cause })
  }
  const undated = refusals.find(({ at }) => at === null)
  return [
    ...blocks.map(({ from, to, cause }) => ({ from: isoOf(from), to: isoOf(to), cause })),
    ...(undated ? [{ from: null, to: null, cause: causeOf(undated) }] : []),
  ]
}

export const isoOf = (at) => new Date(at).toISOString()

export const print = (blocks) => console.log(JSON.stringify({ blocks }))
