import { Button } from '@mantine/core'
import Search from 'lucide-react/icons/search'
import X from 'lucide-react/icons/x'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../i18n/format.ts'
import { FilterChip, type ListFilter } from './filter-chip.tsx'
import { useLetterKeys } from './letter-keys.ts'
import type { ListState } from './list-state.ts'
import classes from './list-toolbar.module.css'

/** So many filters stand on one line beside the search. */
const few = 4

/**
 * Search, filters as chips, and how many rows they leave. Of many filters the first are shown, and what is chosen; the rest when
 * asked for. `/` goes to the search.
 */
export function ListToolbar({
  list,
  label,
  filters = [],
  total,
  lead,
  more,
  children,
}: {
  list: ListState<object>
  /** What the list is called: "Agreements". */
  label: string
  filters?: ListFilter[]
  total: number | undefined
  /** Before the search: the list's views. */
  lead?: ReactNode
  /** Filters of another make, after the chips. */
  more?: ReactNode
  /** At the end: the choice of view or columns. */
  children?: ReactNode
}) {
  const { t } = useTranslation('ui')
  const f = useFormat()
  const [all, setAll] = useState(false)
  const shown = all
    ? filters
    : filters.filter(({ key }, at) => at < few || list.values(key).length > 0 || filters.length === few + 1)
  return (
    <div className={classes.toolbar} role="search" aria-label={t('list.tools')}>
      {lead}
      <SearchField list={list} label={t('list.searchIn', { list: label })} />
      {shown.map((filter) => (
        <FilterChip
          key={filter.key}
          filter={filter}
          chosen={list.values(filter.key)}
          onChange={(values) => list.set({ [filter.key]: values })}
        />
      ))}
      {more}
      {filters.length > few + 1 && (
        <Button variant="subtle" size="compact-sm" aria-expanded={all} onClick={() => setAll(!all)}>
          {t(all ? 'list.fewerFilters' : 'list.moreFilters')}
        </Button>
      )}
      {list.narrowings > 0 && (
        <Button
          variant="subtle"
          size="compact-sm"
          aria-label={t('table.clearFilters')}
          title={t('table.clearFilters')}
          onClick={list.clear}
        >
          {t('list.clear')}
        </Button>
      )}
      <span className={classes.count} role="status">
        {total !== undefined && t('list.results', { count: total, formatted: f.number(total) })}
      </span>
      {children}
    </div>
  )
}

function SearchField({ list, label }: { list: ListState<object>; label: string }) {
  const { t } = useTranslation('ui')
  const field = useRef<HTMLInputElement>(null)
  const [typed, setTyped] = useState<string | null>(null)
  const text = typed ?? list.q
  const { set } = list
  useEffect(() => {
    if (typed === null) return
    const timer = setTimeout(() => {
      set({ q: typed.trim() || null })
      setTyped((current) => (current === typed ? null : current))
    }, 200)
    return () => clearTimeout(timer)
  }, [typed, set])
  useSlashKey(field)
  return (
    <div className={classes.search}>
      <Search size={16} aria-hidden />
      <input
        ref={field}
        type="search"
        aria-label={label}
        aria-keyshortcuts="/"
        placeholder={t('list.search')}
        maxLength={200}
        value={text}
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return
          if (text) setTyped('')
          else event.currentTarget.blur()
        }}
      />
      {text && (
        <button
          type="button"
          aria-label={t('list.clearSearch')}
          onClick={() => {
            setTyped('')
            field.current?.focus()
          }}
        >
          <X size={14} aria-hidden />
        </button>
      )}
    </div>
  )
}

/** `/` brings the focus to the field, unless someone is typing elsewhere. */
function useSlashKey(field: React.RefObject<HTMLInputElement | null>): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey) return
      if (!useLetterKeys.getState().on) return
      const target = event.target instanceof Element ? event.target : null
      if (target?.closest('input, textarea, select, [contenteditable]')) return
      if (document.querySelector('[role=dialog]')) return
      event.preventDefault()
      field.current?.select()
    }
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  }, [field])
}
