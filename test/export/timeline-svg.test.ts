import { expect, it } from 'vitest'
import { analyse } from '../../shared/analyse/analyse.ts'
import { DEFAULT_RULES } from '../../shared/analyse/rules.ts'
import { incidentPictures } from '../../shared/export/incident-pictures.ts'
import { seedEvidence, zoneNamed } from '../analyse/build.ts'
import { at } from '../time/given.ts'

function pictures(zone: string, language: 'en' | 'zh', theme: 'light' | 'dark') {
  const evidence = seedEvidence(zone)
  const analysis = analyse(evidence, {
    now: at('2026-03-09T00:00:00Z'),
    zone: zoneNamed(zone),
    rules: DEFAULT_RULES,
  })
  return incidentPictures(analysis, { language, theme })
}

const textsOf = (svg: string) => [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map((match) => match[1])

it.each([
  ['+01:00', 'en', 'light'],
  ['unknown', 'zh', 'dark'],
] as const)('the incidents of March in zone %s, in %s and %s', async (zone, language, theme) => {
  const [first = '', second = ''] = pictures(zone, language, theme)
  await expect(first).toMatchFileSnapshot(`golden/timeline-1.${language}.svg`)
  await expect(second).toMatchFileSnapshot(`golden/timeline-2.${language}.svg`)
})

it('shows the clock of the zone, and says which', () => {
  const [,] = pictures('+01:00', 'en', 'light')
  const [march2 = ''] = pictures('+01:00', 'en', 'light')
  const texts = textsOf(march2)
  expect(texts).toContain('+01:00')
  expect(texts).toContain('16:20')
  expect(texts).toContain('suspected')
  expect(texts.filter((text) => text?.startsWith('Possibly blocked Mon 2 Mar, 16:18–17:22'))).toHaveLength(1)
})

it('draws no meters and resets beside times that have no zone', () => {
  const texts = textsOf(pictures('unknown', 'en', 'light')[1] ?? '')
  expect(texts).toContain('not known')
  expect(texts).not.toContain('Quota meters')
})

it('needs nothing else', () => {
  for (const svg of pictures('+01:00', 'en', 'dark'))
    expect(svg).not.toMatch(/<style|<script|<image|href|url\((?!#)| style=/)
})
