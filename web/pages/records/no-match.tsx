import { SearchX } from 'lucide-react'
import { readableRange } from '../../../shared/time/readable-time.ts'
import type { NoneBecause } from '../../data/questions/rows/rows-question.ts'
import { useLanguage, useText } from '../../locales/use-text.ts'
import { Button } from '../../parts/button.tsx'
import { EmptyState } from '../../parts/status/empty-state.tsx'
import type { Filter, FilterName } from '../../state/place.ts'
import { replacePlace } from '../../state/use-place.ts'

interface NoMatchProps {
  readonly because: NoneBecause
  readonly all: number
  readonly filter: Filter
}

/** Rows are there and none passes: says which part of the filter keeps them out, and takes it off. */
export function NoMatch({ because, all, filter }: NoMatchProps) {
  const t = useText()
  const language = useLanguage()
  const { from, to, withoutText, withoutOutcome, withoutTimes, withoutInstallation } = because
  const ways = [
    { key: 'text', count: withoutText, names: ['text'] },
    { key: 'outcome', count: withoutOutcome, names: ['outcome'] },
    { key: 'times', count: withoutTimes, names: ['from', 'to'] },
    { key: 'installation', count: withoutInstallation, names: ['installation'] },
  ] as const
  const clear = (names: readonly FilterName[]) =>
    replacePlace({ filter: { ...filter, ...Object.fromEntries(names.map((name) => [name, undefined])) } })
  const helpful = ways.filter(({ count }) => count > 0)
  return (
    <EmptyState
      icon={<SearchX />}
      title={t('records.noMatch')}
      actions={
        <>
          {helpful.map(({ key, count, names }) => (
            <Button key={key} onClick={() => clear(names)}>
              {t(`records.without.${key}`, { count })}
            </Button>
          ))}
          <Button onClick={() => clear(['text', 'outcome', 'installation', 'from', 'to'])}>
            {t('records.clearFilters', { count: all })}
          </Button>
        </>
      }
    >
      <p>
        {from === null || to === null
          ? t('records.noTimes', { count: all })
          : t('records.rowsLie', { count: all, range: readableRange(from, to, null, language) })}
      </p>
    </EmptyState>
  )
}
