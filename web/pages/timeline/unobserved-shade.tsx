import type { Span } from '../../../shared/time/span.ts'
import { shareOf } from './axis-ticks.ts'
import { useTimeline } from './timeline-context.ts'

/** Behind a lane, where nobody looked: an empty stretch there says nothing, unlike an empty one that was observed. */
export function UnobservedShade({ spans }: { readonly spans: readonly Span[] }) {
  const { range } = useTimeline()
  return (
    <>
      {spans.map((span) => (
        <div
          key={span.from}
          className="shade-unobserved"
          aria-hidden="true"
          style={{
            left: `${shareOf(span.from, range)}%`,
            width: `${shareOf(span.to, range) - shareOf(span.from, range)}%`,
          }}
        />
      ))}
    </>
  )
}
