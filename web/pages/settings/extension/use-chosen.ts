import { useState } from 'react'

/**
 * A value that is kept elsewhere, and how to choose another: what was chosen last is shown until that has answered, and
 * then what it says. A control would jump back in between, and a second choice would be made on what was there before.
 */
export function useChosen<Value>(
  kept: Value,
  keep: (value: Value) => Promise<void>,
): readonly [Value, (value: Value) => void] {
  const [chosen, setChosen] = useState<{ readonly value: Value } | null>(null)
  const choose = async (value: Value) => {
    const mine = { value }
    setChosen(mine)
    await keep(value)
    setChosen((last) => (last === mine ? null : last))
  }
  return [chosen ? chosen.value : kept, (value) => void choose(value)]
}
