import { useState } from 'react'
import type { Served, WitnessedIncident } from '../../../shared/analyse/witnesses/compare-accounts.ts'
import { useHost } from '../../app/host-context.ts'
import { useText } from '../../locales/use-text.ts'
import { useWording } from '../../locales/use-wording.ts'
import { Button } from '../../parts/button.tsx'
import { TableScroll } from '../../parts/table-scroll.tsx'
import { VerdictMark } from '../../parts/verdict-mark.tsx'

/** Rows that are shown at once; a button shows as many again. */
const PAGE = 100

const calls = ({ account, successes }: Served) => ({ name: account, count: successes })

/** Each incident beside what the other accounts saw at that time, the newest first. */
export function WitnessTable({ incidents }: { readonly incidents: readonly WitnessedIncident[] }) {
  const t = useText()
  const wording = useWording()
  const { clock } = useHost()
  const zone = clock.zone()
  const times = wording.times(clock.now(), zone)
  const [most, setMost] = useState(PAGE)
  const names = (list: readonly string[]) => (list.length === 0 ? '–' : list.join(t('listJoin')))
  return (
    <>
      <TableScroll label={t('accounts.table')}>
        <table className="plain-table witness-table">
          <caption>{t('accounts.table')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('field.when')}</th>
              <th scope="col">{t('accounts.account')}</th>
              <th scope="col">{t('accounts.platform')}</th>
              <th scope="col">{t('accounts.refused')}</th>
              <th scope="col">{t('accounts.served')}</th>
              <th scope="col">{t('accounts.silent')}</th>
            </tr>
          </thead>
          <tbody>
            {incidents
              .toReversed()
              .slice(0, most)
              .map(({ account, incident, span, platform, refused, served, servedOnOtherPlan, silent }) => (
                <tr key={`${account} ${incident}`}>
                  <th scope="row" title={wording.span(span, zone)}>
                    {times.range(span.from, span.to)}
                  </th>
                  <td>{account}</td>
                  <td>
                    <VerdictMark verdict={platform} />
                  </td>
                  <td>{names(refused.map((each) => each.account))}</td>
                  <td>
                    {names([
                      ...served.map((each) => t('accounts.servedCalls', calls(each))),
                      ...servedOnOtherPlan.map((each) => t('accounts.servedOnOtherPlan', calls(each))),
                    ])}
                  </td>
                  <td>{names(silent)}</td>
                </tr>
              ))}
          </tbody>
        </table>
      </TableScroll>
      {incidents.length > most ? (
        <Button onClick={() => setMost(most + PAGE)}>
          {t('timeline.moreRows', { count: incidents.length - most })}
        </Button>
      ) : null}
    </>
  )
}
