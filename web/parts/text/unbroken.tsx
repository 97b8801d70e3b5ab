import { createElement, Fragment } from 'react'

/** A date without its year, a range of times, a time with its zone, or a number with its unit. */
const WHOLE =
  /(\d{4}-\d{2}-\d{2}|\b\d{2}:\d{2}–\d{2}:\d{2}\b(?!:)|\b(?:[A-Z][a-z]{2} )?\d{1,2} [A-Z][a-z]{2,3}\b|\d{1,2}月\d{1,2}日(?:周.)?|\d{2}:\d{2} UTC|\d+(?:\.\d+)? (?:%|ms|s|min|h|d|毫秒|秒|分|小时|天)(?!\w))/

/** A text in which no line ends inside a date or a range of times, or between a number and its unit, where hyphens and spaces would let it. */
export const Unbroken = ({ text }: { readonly text: string }) =>
  createElement(
    Fragment,
    null,
    ...text
      .split(WHOLE)
      .map((part) => (WHOLE.test(part) ? createElement('span', { className: 'unbroken' }, part) : part)),
  )
