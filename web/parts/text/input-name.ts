import type { Capture } from '../../../shared/evidence/kinds/capture.ts'
import type { Text } from '../../locales/use-text.ts'

/** What an input is called: a paste has no name of its own. */
export const inputName = ({ via, input }: Pick<Capture, 'via' | 'input'>, t: Text): string =>
  via === 'paste' && input === 'paste' ? t('bringIn.pasted') : input
