// @vitest-environment happy-dom
import { expect, it } from 'vitest'
import { morph } from '../../../extension/overlay/morph.ts'

/** `div.a(b text)` would be too clever: markup is what is compared, and this is a test. */
function tree(markup: string): HTMLElement {
  const made = document.createElement('div')
  made.innerHTML = markup
  return made
}

it.each([
  ['<p>a</p>', '<p>b</p>'],
  ['<p>a</p><p>b</p>', '<p>a</p>'],
  ['', '<ul><li class="x">1</li></ul>'],
  ['<b class="x y" title="t">1</b>', '<b class="x">1</b>'],
  ['<i></i>text<b></b>', '<b></b>text<i></i>'],
  ['<b class="one"></b><b class="two"></b><b class="three"></b>', '<b class="three">x</b>'],
])('%s becomes %s', (from, to) => {
  const live = tree(from)
  morph(live, tree(to))
  expect(live.innerHTML).toBe(to)
})

it('keeps the node that has the focus when what stands before it goes', () => {
  const live = tree('<button class="open">o</button><button class="toggle">less</button>')
  document.body.append(live)
  const toggle = live.querySelector<HTMLElement>('.toggle')
  toggle?.focus()
  morph(live, tree('<button class="toggle">more</button>'))
  expect(live.querySelector('.toggle')).toBe(toggle)
  expect(document.activeElement).toBe(toggle)
  expect(toggle?.textContent).toBe('more')
})

it('touches nothing where nothing differs', async () => {
  const markup = '<p class="a" title="x">1</p><ul><li>2</li></ul>'
  const live = tree(markup)
  const seen: MutationRecord[] = []
  const observer = new MutationObserver((records) => seen.push(...records))
  observer.observe(live, { subtree: true, childList: true, attributes: true, characterData: true })
  morph(live, tree(markup))
  seen.push(...observer.takeRecords())
  expect(seen).toEqual([])
})
