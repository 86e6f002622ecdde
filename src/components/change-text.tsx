import { useFormat } from '../i18n/format.ts'
import type { ChangeLine } from './change-values.ts'

/** What changed, from what to what. */
export function ChangeText({
  line: { what, before, now },
  className,
}: {
  line: ChangeLine
  className?: string | undefined
}) {
  const f = useFormat()
  return (
    <>
      <span className={className}>
        {what}
        {f.colon}
      </span>
      {before !== null && (
        <>
          <del>{before}</del>
          {now && ' → '}
        </>
      )}
      {now && <ins>{now}</ins>}
    </>
  )
}
