import type { InstallationSeen } from '../../evidence/installation.ts'
import type { ReadInput } from '../../intake.ts'

/** The installations whose bundles count, in the order of their ids. */
export const installationsIn = (parts: readonly ReadInput[]): readonly InstallationSeen[] =>
  parts
    .flatMap(({ bundle, evidence }) =>
      bundle?.installation
        ? [
            {
              installation: bundle.installation,
              writtenAt: bundle.writtenAt,
              records: evidence.records.length,
              captures: evidence.captures.map(({ id }) => id),
            },
          ]
        : [],
    )
    .toSorted((a, b) => (a.installation.id < b.installation.id ? -1 : 1))
