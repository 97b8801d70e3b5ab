/** Why a lane is empty, in words: an empty picture would look like "nothing happened". */
export function EmptyLane({ text }: { readonly text: string }) {
  return (
    <p className="lane-empty">
      <span>{text}</span>
    </p>
  )
}
