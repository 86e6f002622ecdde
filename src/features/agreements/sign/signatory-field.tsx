import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { createContext, type ReactNode, use, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { splitName } from '../../../components/person-name.ts'
import type { PersonRow } from '../../../contract/people.ts'
import type { Named } from '../../../contract/primitives.ts'
import { people } from '../../../data/people.ts'
import type { CivilDate } from '../../../domain/partial-date.ts'
import { AsyncPicker, type PickerAnswer } from '../../../ui/async-picker.tsx'
import { matches } from '../../../ui/matches.ts'
import type { Signatory } from './draft.ts'
import { NewPersonFields } from './new-person-fields.tsx'

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
  const search = useMemo<Search>(() => ({ at: at?.id, day, found: new Map() }), [at?.id, day])
  // Of the field and the names of somebody new one takes the other's place: the focus goes with it.
  const [exchanged, setExchanged] = useState(false)
  if (value?.kind === 'new')
    return (
      <NewPersonFields
        value={value}
        autoFocus={exchanged}
        onChange={(next) => {
          setExchanged(next === null)
          onChange(next, null)
        }}
        error={error}
      />
    )
  const choose = (chosen: Named | null) => {
    if (!chosen) return onChange(null, null)
    const posts = search.found.get(chosen.id)?.posts ?? []
    const post = posts.find(({ organisation }) => organisation.id === at?.id) ?? posts[0] ?? null
    onChange({ kind: 'known', ...chosen }, post)
  }
  return (
    <SearchContext value={search}>
      <AsyncPicker
        label={label}
        placeholder={t('who.placeholder')}
        value={value}
        onChange={choose}
        autoFocus={exchanged}
        onCreate={(name) => {
          setExchanged(true)
          onChange({ kind: 'new', ...splitName(name) }, null)
        }}
        useOptions={useOptions}
        error={error}
      />
    </SearchContext>
  )
}

interface Search {
  /** Whose people come first. */
  at: string | undefined
  day: CivilDate | undefined
  /** The rows found so far, for the posts of the one that is chosen. */
  found: Map<string, PersonRow>
}

const SearchContext = createContext<Search>({ at: undefined, day: undefined, found: new Map() })

/** Those with a post at the organisation, then everybody the text fits. */
function useOptions(text: string | null): PickerAnswer {
  const { at, day, found } = use(SearchContext)
  const here = useQuery({
    ...people.page({ query: { organisation: at, asOf: day, limit: 50 } }),
    enabled: text !== null && at !== undefined,
  })
  const all = useQuery({
    ...people.page({ query: { q: text || undefined, asOf: day, limit: 20 } }),
    enabled: text !== null,
    placeholderData: keepPreviousData,
  })
  const own = at ? (here.data?.items ?? []) : []
  const first = own.filter((row) => !text || matches(`${row.name} ${row.nativeName ?? ''}`, text))
  const others = (all.data?.items ?? []).filter(({ id }) => !first.some((row) => row.id === id))
  const rows = [...first, ...others]
  for (const row of rows) found.set(row.id, row)
  return {
    options: all.data && rows.map(optionOf),
    isPending: all.isPending || all.isPlaceholderData,
    isError: all.isError,
  }
}

function optionOf({ id, name, nativeName, posts }: PersonRow) {
  const held = posts.map(({ title, organisation }) => [title, organisation.name].filter(Boolean).join(', '))
  return { id, name, detail: [nativeName, ...held].filter(Boolean).join(' · ') }
}
