import './skeleton.css'

/** Holds the place of what is still being read, and says so. */
export function Skeleton({ label, rows = 3 }: { readonly label: string; readonly rows?: number }) {
  return (
    <output className="skeleton">
      <span className="skeleton-label">{label}</span>
      {Array.from({ length: rows }, (_, index) => (
        <div key={index} className="skeleton-row" aria-hidden="true" />
      ))}
    </output>
  )
}
