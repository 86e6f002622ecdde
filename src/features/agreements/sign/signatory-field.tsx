import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { PersonRow } from '../../../contract/people.ts'
import type { Named } from '../../../contract/primitives.ts'
import { people } from '../../../data/people.ts'
import type { CivilDate } from '../../../domain/partial-date.ts'
import { AsyncPicker, type PickerAnswer } from '../../../ui/async-picker.tsx'
import { matches } from '../../../ui/matches.ts'
import type { Signatory } from './draft.ts'
import { NewPersonFields } from './new-person-fields.tsx'
import { splitName } from './person-name.ts'

interface Props {
  label: ReactNode
  value: Signatory | null
  /** With the chosen person's post: at the party where there is one, else wherever they are. */
  onChange: (value: Signatory | null, post: PersonRow['posts'][number] | null) => void
  /** Whose people come first. */
  at: Named | null
  /** The day of the signature: posts are those of that day. */
  day: CivilDate | undefined
  error?: ReactNode
}

/** Who signs: somebody known, people of the party first, or a new person by their name. */
export function SignatoryField({ label, value, onChange, at, day, error }: Props) {
  const { t } = useTranslation('signing')
  const found = useRef(new Map<string, PersonRow>())
  const useOptions = useMemo(() => optionsFor(at?.id, day, found.current), [at?.id, day])
  if (value?.kind === 'new')
    return <NewPersonFields value={value} onChange={(next) => onChange(next, null)} error={error} />
  const choose = (chosen: Named | null) => {
    if (!chosen) return onChange(null, null)
    const posts = found.current.get(chosen.id)?.posts ?? []
    const post = posts.find(({ organisation }) => organisation.id === at?.id) ?? posts[0] ?? null
    onChange({ kind: 'known', ...chosen }, post)
  }
  return (
    <AsyncPicker
      label={label}
      placeholder={t('who.placeholder')}
      value={value}
      onChange={choose}
      onCreate={(name) => onChange({ kind: 'new', ...splitName(name) }, null)}
      useOptions={useOptions}
      error={error}
    />
  )
}

/** The hook that finds people: those with a post at the organisation, then everybody the text fits. */
function optionsFor(organisation: string | undefined, asOf: CivilDate | undefined, seen: Map<string, PersonRow>) {
  return function useOptions(text: string | null): PickerAnswer {
    const here = useQuery({
      ...people.page({ query: { organisation, asOf, limit: 50 } }),
      enabled: text !== null && organisation !== undefined,
    })
    const all = useQuery({
      ...people.page({ query: { q: text || undefined, asOf, limit: 20 } }),
      enabled: text !== null,
    })
    const own = organisation ? (here.data?.items ?? []) : []
    const first = own.filter((row) => !text || matches(`${row.name} ${row.nativeName ?? ''}`, text))
    const others = (all.data?.items ?? []).filter(({ id }) => !first.some((row) => row.id === id))
    const rows = [...first, ...others]
    for (const row of rows) seen.set(row.id, row)
    const options = rows.map(({ id, name, nativeName, posts }) => ({
      id,
      name,
      detail: [nativeName, ...posts.map((post) => [post.title, post.organisation.name].filter(Boolean).join(', '))]
        .filter(Boolean)
        .join(' · '),
    }))
    return { options: all.data && options, isPending: all.isPending, isError: all.isError }
  }
}
