/** Who used the quota, on one line, and on the next what tells it apart from others of the same name. */
export function UseName({ name, more }: { readonly name: string; readonly more: string | null }) {
  return (
    <span className="use-name">
      <span>{name}</span>
      {more === null ? null : <small>{more}</small>}
    </span>
  )
}
