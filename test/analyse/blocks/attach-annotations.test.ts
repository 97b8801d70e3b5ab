import { describe, expect, it } from 'vitest'
import { reportFrom } from '../../../shared/analyse/analyse.ts'
import { attachAnnotations, whenOfBlock } from '../../../shared/analyse/blocks/attach-annotations.ts'
import type { Incident } from '../../../shared/analyse/report.ts'
import { DEFAULT_RULES } from '../../../shared/analyse/rules.ts'
import { annotationOf, type Annotation } from '../../../shared/evidence/kinds/annotation.ts'
import type { Evidence } from '../../../shared/evidence/evidence.ts'
import { markOf } from '../../../shared/evidence/kinds/mark.ts'
import type { When } from '../../../shared/evidence/when.ts'
import { span } from '../../../shared/time/span.ts'
import { at } from '../../time/given.ts'
import { evidenceWith, page, refusal, row, seedEvidence, zoneNamed } from '../build.ts'

const NOW = at('2026-03-09T00:00:00Z')
const incidentsOf = (evidence: Evidence, zone = 'unknown') =>
  reportFrom(evidence, { now: NOW, zone: zoneNamed(zone), rules: DEFAULT_RULES }).incidents

const noteOn = ({ block }: Incident, text = 'note', minute = 0): Annotation =>
  annotationOf({
    anchor: block.refs[0] ?? '',
    when: whenOfBlock(block),
    kind: 'note',
    text,
    writtenAt: at(`2026-03-09T00:${String(minute).padStart(2, '0')}:00Z`),
  })

/** Rows before and after, and refusals between, of one morning: `refusedEvidence('09:05', '09:07')`. */
const refusedEvidence = (...times: readonly string[]): Evidence =>
  evidenceWith(page([row('2026-03-05T08:50:00Z'), row('2026-03-05T09:30:00Z')]), {
    errors: times.map((time) => refusal('overloaded', `2026-03-05T${time}:00Z`)),
  })

const only = <T>([item]: readonly T[]): T => {
  if (item === undefined) throw new Error('there is none')
  return item
}

describe('annotations after another analysis', () => {
  it('stay on their incident while nothing changes, in the order in which they were written', () => {
    const incidents = incidentsOf(refusedEvidence('09:05'))
    const incident = only(incidents)
    const notes = [noteOn(incident, 'second', 2), noteOn(incident, 'first', 1)]
    const { byIncident, adrift } = attachAnnotations(notes, incidents, 'unknown')
    expect(byIncident.get(incident.id)?.map(({ annotation, by }) => [annotation.text, by])).toEqual([
      ['first', 'evidence'],
      ['second', 'evidence'],
    ])
    expect(adrift).toEqual([])
  })

  it('follow their evidence when an earlier refusal gives the block another beginning and another id', () => {
    const before = only(incidentsOf(refusedEvidence('09:05')))
    const later = incidentsOf(refusedEvidence('09:01', '09:05'))
    expect(only(later).id).not.toBe(before.id)
    const { byIncident } = attachAnnotations([noteOn(before)], later, 'unknown')
    expect(byIncident.get(only(later).id)?.map(({ by }) => by)).toEqual(['evidence'])
  })

  it('go by the time of the block when their piece is gone', () => {
    const marked = markOf({
      kind: 'blocked',
      text: '',
      when: { kind: 'span', span: span(at('2026-03-05T09:00:00Z'), at('2026-03-05T09:20:00Z')) },
    })
    const before = only(incidentsOf(evidenceWith({ marks: [marked] })))
    const later = incidentsOf(refusedEvidence('09:05'))
    const { byIncident } = attachAnnotations([noteOn(before)], later, 'unknown')
    expect(byIncident.get(only(later).id)?.map(({ by }) => by)).toEqual(['time'])
  })

  it('of two blocks over that time take the one that shares more of it', () => {
    const incidents = incidentsOf(
      evidenceWith(
        page([row('2026-03-05T08:50:00Z'), row('2026-03-05T09:10:00Z'), row('2026-03-05T11:00:00Z')]),
        {
          errors: ['09:05', '10:00'].map((time) => refusal('window_5h', `2026-03-05T${time}:00Z`)),
        },
      ),
    )
    expect(incidents).toHaveLength(2)
    const when: When = { kind: 'span', span: span(at('2026-03-05T09:00:00Z'), at('2026-03-05T10:30:00Z')) }
    const stray = annotationOf({ anchor: 'mark:gone', when, kind: 'tag', text: 'x', writtenAt: NOW })
    const { byIncident } = attachAnnotations([stray], incidents, 'unknown')
    expect([...byIncident.keys()]).toEqual([incidents[1]?.id])
  })

  it('are adrift, not lost, when there is no such block any more', () => {
    const before = only(incidentsOf(refusedEvidence('09:05')))
    const note = noteOn(before)
    expect(attachAnnotations([note], [], 'unknown')).toEqual({ byIncident: new Map(), adrift: [note] })
    const undated = annotationOf({
      anchor: 'mark:gone',
      when: { kind: 'undated' },
      kind: 'note',
      text: '',
      writtenAt: NOW,
    })
    expect(attachAnnotations([undated], incidentsOf(refusedEvidence('09:05')), 'unknown').adrift).toEqual([
      undated,
    ])
  })

  it.each(['+01:00', 'Europe/Berlin'])('stay on a zone-less block when its zone is said to be %s', (zone) => {
    const unknown = incidentsOf(seedEvidence())
    const suspected = only(unknown.filter(({ block }) => block.grade === 'suspected'))
    const stray = { ...noteOn(suspected), anchor: 'record:gone' }
    const known = incidentsOf(seedEvidence(), zone)
    for (const note of [noteOn(suspected), stray]) {
      const { byIncident } = attachAnnotations([note], known, zoneNamed(zone))
      const [id] = [...byIncident.keys()]
      expect(known.find((incident) => incident.id === id)?.block.grade).toBe('suspected')
    }
  })

  it('and written under a zone stay when it is taken back', () => {
    const known = incidentsOf(seedEvidence(), '+01:00')
    const suspected = only(known.filter(({ block }) => block.grade === 'suspected'))
    const stray = { ...noteOn(suspected), anchor: 'record:gone' }
    const { byIncident, adrift } = attachAnnotations([stray], incidentsOf(seedEvidence()), 'unknown')
    expect(adrift).toEqual([])
    expect(byIncident.size).toBe(1)
  })
})
