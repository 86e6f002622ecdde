import { type RecordNoun, recordNouns } from '../contract/primitives.ts'
import { useFormat } from '../i18n/format.ts'
import { Dot } from '../ui/dot.tsx'
import { recordPath } from './record-path.ts'
import { ScopedLink } from './scoped-link.tsx'

const hasPage = (noun: string | null | undefined): noun is RecordNoun =>
  (recordNouns as readonly unknown[]).includes(noun)

/** A record's name, leading to its page. A cluster shows its colour. What has no page is its name only. */
export function RecordLink({
  noun,
  id,
  name,
  colour,
  cluster,
}: {
  noun: string | null | undefined
  id: string | null | undefined
  name: string
  colour?: string | null
  cluster?: boolean
}) {
  const f = useFormat()
  const shown = noun === 'markets' ? f.place(name) : name
  const dot = colour ? (
    <>
      <Dot colour={colour} />{' '}
    </>
  ) : null
  if (!id || !hasPage(noun))
    return (
      <span>
        {dot}
        {shown}
      </span>
    )
  return (
    <ScopedLink to={recordPath(noun, id, cluster)}>
      {dot}
      {shown}
    </ScopedLink>
  )
}
