import { Modal } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import Search from 'lucide-react/icons/search'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { recordPath } from '../components/record-path.ts'
import { useScopedNavigate } from '../components/scope.ts'
import { search } from '../data/overview.ts'
import { isPartialDate } from '../domain/partial-date.ts'
import { type Format, useFormat } from '../i18n/format.ts'
import { matches } from '../ui/matches.ts'
import classes from './palette.module.css'
import { useCommands } from './use-commands.ts'

/** What the index says beside a title, with its days and countries as the reader writes them. */
const detailWords = (text: string, f: Format): string =>
  f
    .place(text)
    .split(', ')
    .map((part) => (/^\d{4}-\d{2}/.test(part) && isPartialDate(part) ? f.date(part) : part))
    .join(', ')

interface Entry {
  id: string
  title: string
  detail?: string | null
  kind?: string
  run: () => void
}

/** Search over all records and commands, from anywhere. */
export function Palette({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const { t } = useTranslation('app')
  return (
    <Modal.Root
      opened={opened}
      onClose={onClose}
      size={640}
      yOffset="10dvh"
      classNames={{ content: classes.content }}
    >
      <Modal.Overlay backgroundOpacity={0.35} />
      <Modal.Content aria-label={t('search.title')}>
        <PaletteBody onClose={onClose} />
      </Modal.Content>
    </Modal.Root>
  )
}

function PaletteBody({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation(['app', 'common'])
  const f = useFormat()
  const navigate = useScopedNavigate()
  const commands = useCommands()
  const [text, setText] = useState('')
  const [at, setAt] = useState(0)
  const listId = useId()
  const [asked] = useDebouncedValue(text.trim(), 120)
  const answer = useQuery({
    ...search.all({ query: { q: asked } }),
    enabled: asked.length > 0,
    placeholderData: keepPreviousData,
  })
  const done = (run: () => void) => () => {
    onClose()
    run()
  }
  const records: Entry[] = text.trim()
    ? (answer.data?.items ?? []).map((hit) => ({
        id: `${hit.noun}-${hit.id}`,
        title: hit.noun === 'markets' ? f.place(hit.title) : hit.title,
        detail: hit.subtitle && detailWords(hit.subtitle, f),
        kind: t(`common:oneNoun.${hit.isCluster ? 'cluster' : hit.noun}`),
        run: done(() => void navigate(recordPath(hit.noun, hit.id, hit.isCluster))),
      }))
    : []
  const actions: Entry[] = commands
    .filter((command) => matches(command.title, text))
    .map((command) => ({ ...command, run: done(command.run) }))
  const entries = [...records, ...actions]
  const active = entries[Math.min(at, entries.length - 1)]
  const optionId = (entry: Entry) => `${listId}-${entry.id}`

  const onKeyDown = (event: React.KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step && entries.length > 0) {
      const next = (Math.min(at, entries.length - 1) + step + entries.length) % entries.length
      setAt(next)
      document.getElementById(optionId(entries[next]!))?.scrollIntoView({ block: 'nearest' })
    } else if (event.key === 'Enter' && !event.nativeEvent.isComposing) active?.run()
    else return
    event.preventDefault()
  }

  const group = (title: string, items: Entry[]) =>
    items.length > 0 && (
      <div role="group" aria-label={title}>
        <div className={classes.group} aria-hidden>
          {title}
        </div>
        {items.map((entry) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the field above takes the keys
          // biome-ignore lint/a11y/useFocusableInteractive: the field keeps the focus
          <div
            key={entry.id}
            id={optionId(entry)}
            role="option"
            aria-selected={entry === active}
            className={classes.option}
            onClick={entry.run}
            onPointerMove={() => setAt(entries.indexOf(entry))}
          >
            <span>
              {entry.title}
              {entry.detail && <small>{entry.detail}</small>}
            </span>
            {entry.kind && <span className={classes.kind}>{entry.kind}</span>}
          </div>
        ))}
      </div>
    )

  const waiting = asked.length > 0 && answer.isPending
  return (
    <>
      <div className={classes.field}>
        <Search size={18} aria-hidden />
        <input
          data-autofocus
          role="combobox"
          aria-expanded={entries.length > 0}
          aria-controls={listId}
          aria-activedescendant={active ? optionId(active) : undefined}
          aria-label={t('search.title')}
          placeholder={t('search.placeholder')}
          value={text}
          maxLength={200}
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => {
            setText(event.target.value)
            setAt(0)
          }}
          onKeyDown={onKeyDown}
        />
      </div>
      <div id={listId} role="listbox" aria-label={t('search.title')} className={classes.list}>
        {group(t('search.records'), records)}
        {group(t('search.commands'), actions)}
      </div>
      <div role="status" className={classes.status}>
        {answer.isError && t('search.failed')}
        {waiting && t('search.searching')}
        {!waiting && !answer.isError && entries.length === 0 && (
          <>
            <strong>{t('search.nothing', { text })}</strong>
            <br />
            {t('search.nothingHint')}
          </>
        )}
        {entries.length > 0 && (
          <>
            <span className="visually-hidden">{t('search.results', { count: entries.length })}</span>
            <span aria-hidden>{t('search.keys')}</span>
          </>
        )}
      </div>
    </>
  )
}
