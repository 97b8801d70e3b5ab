import type { Evidence } from '../../evidence/evidence.ts'
import { withErrorId } from '../../evidence/errors/error-id.ts'
import { exampleOf, isExample } from '../../evidence/example.ts'
import { reanchor } from '../../evidence/kinds/annotation.ts'
import { mergeEvidence } from '../../evidence/merge.ts'
import { maskText } from '../../parse/scrub/mask.ts'

/**
 * The evidence of a bundle with its texts masked as they are when they are first read: an earlier version masked less, and
 * anybody may write a bundle by hand. What this version wrote stays as it is.
 */
export function maskedAgain(evidence: Evidence): Evidence {
  const newIds = new Map<string, string>()
  const errors = evidence.errors.map((error) => {
    const message = maskText(error.message)
    if (message === error.message) return error
    const real = withErrorId({ ...error, message })
    const masked = isExample(error) ? exampleOf('error', real) : real
    newIds.set(error.id, masked.id)
    return masked
  })
  const rejects = evidence.rejects.map((reject) => {
    const excerpt = maskText(reject.excerpt)
    return excerpt === reject.excerpt ? reject : { ...reject, excerpt }
  })
  const unknownFields = evidence.unknownFields.map((field) => {
    const path = maskText(field.path)
    return path === field.path ? field : { ...field, path }
  })
  const isSame =
    newIds.size === 0 &&
    rejects.every((reject, n) => reject === evidence.rejects[n]) &&
    unknownFields.every((field, n) => field === evidence.unknownFields[n])
  if (isSame) return evidence
  // what was written on an error follows it to its new id, and two may have become one
  const annotations = evidence.annotations.map((each) => reanchor(each, newIds))
  return mergeEvidence({ ...evidence, errors, rejects, unknownFields, annotations })
}
