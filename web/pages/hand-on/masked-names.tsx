import type { HandOnFile } from '../../data/questions/hand-on-question.ts'
import { useText } from '../../locales/use-text.ts'

/** More would be a page of its own; a machine has a handful of keys and devices. */
const MOST = 200

/** What stands for what in the masked file. Shown here only: the file does not hold it. */
export function MaskedNames({ file: { counts, names } }: { readonly file: HandOnFile }) {
  const t = useText()
  return (
    <>
      <p className="choice-hint">{t('handOn.masked', { ...counts })}</p>
      <details className="masked-names">
        <summary>{t('handOn.whatMasked')}</summary>
        {names.length === 0 ? (
          <p className="choice-hint">{t('handOn.noNames')}</p>
        ) : (
          <dl>
            {names.slice(0, MOST).map(({ name, label }) => (
              <div key={label}>
                <dt className="mono">{label}</dt>
                <dd>
                  <span className="visually-hidden">{t('handOn.for')} </span>
                  {name}
                </dd>
              </div>
            ))}
          </dl>
        )}
      </details>
    </>
  )
}
