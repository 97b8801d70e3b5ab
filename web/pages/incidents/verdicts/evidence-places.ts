import type { Fact } from '../../../../shared/analyse/report.ts'
import { placesQuestion, type EvidencePlace } from '../../../data/questions/places-question.ts'
import { useAnswer } from '../../../data/use-answer.ts'

/** A block may rest on thousands of refusals; the first few say where it lies. */
const MOST = 8

const firstRefs = ({ refs }: Fact): readonly string[] => refs.slice(0, MOST)

/** Where the evidence of facts lies in time; asked once for all of them. */
export function useEvidencePlaces(facts: readonly Fact[]): (fact: Fact) => readonly EvidencePlace[] {
  const refs = [...new Set(facts.flatMap(firstRefs))].toSorted()
  const { value } = useAnswer(placesQuestion, refs.length === 0 ? null : { refs })
  return (fact) => firstRefs(fact).flatMap((ref) => value?.[ref] ?? [])
}
