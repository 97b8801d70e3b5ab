import { installationLabel } from '../../../../shared/evidence/installation.ts'
import type { HistoryFolderState } from '../../../data/history-folder/history-folder-context.ts'
import { useText } from '../../../locales/use-text.ts'
import { TableScroll } from '../../../parts/table-scroll.tsx'
import { useMoment } from '../extension/use-moment.ts'

/** The other installations that have been read, and how much each had. */
export function InstallationList({
  folder: { others, name, isBusy },
}: {
  readonly folder: HistoryFolderState
}) {
  const t = useText()
  const moment = useMoment()
  if (others.length === 0)
    return name === null || isBusy ? null : <p className="muted">{t('machines.nobodyElse')}</p>
  return (
    <TableScroll label={t('machines.others')}>
      <table className="plain-table">
        <caption>{t('machines.others')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('machines.column.name')}</th>
            <th scope="col">{t('machines.column.records')}</th>
            <th scope="col">{t('machines.column.written')}</th>
          </tr>
        </thead>
        <tbody>
          {others.map(({ installation, records, writtenAt }) => (
            <tr key={installation.id}>
              <th scope="row">
                {installationLabel(installation)}
                {installation.retired ? <span className="muted"> · {t('machines.retired')}</span> : null}
              </th>
              <td>{records}</td>
              <td>{moment(writtenAt)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  )
}
