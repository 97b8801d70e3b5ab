import { Children, type ReactNode } from 'react'
import { useLanguage } from '../../locales/use-text.ts'

/** Sentences one after another: in English with a space between them, in Chinese without. */
export function Sentences({ children }: { readonly children: ReactNode }) {
  const gap = useLanguage() === 'zh' ? '' : ' '
  return Children.toArray(children).flatMap((sentence, index) => (index === 0 ? [sentence] : [gap, sentence]))
}
