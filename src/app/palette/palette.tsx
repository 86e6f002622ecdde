import { Modal } from '@mantine/core'
import Search from 'lucide-react/icons/search'
import { useEffect, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { useMay } from '../../components/may.ts'
import type { Entry } from './entry.ts'
import classes from './palette.module.css'
import { useEntries } from './use-entries.ts'

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
        <PaletteBody opened={opened} onClose={onClose} />
      </Modal.Content>
    </Modal.Root>
  )
}

function PaletteBody({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const { t } = useTranslation('app')
  const navigate = useNavigate()
  const [text, setText] = useState('')
  const [at, setAt] = useState(0)
  const listId = useId()
  // Opened again while it was closing, it begins anew.
  useEffect(() => {
    if (!opened) return
    setText('')
    setAt(0)
  }, [opened])
  const { groups, waiting, failed } = useEntries(text)
  const entries = groups.flatMap((group) => group.entries)
  const active = entries[Math.min(at, entries.length - 1)]
  const optionId = (entry: Entry) => `${listId}-${entry.id}`

  /** In a new tab the palette stays, for the next. */
  const choose = (entry: Entry, inNewTab: boolean) => {
    if (inNewTab && entry.href !== undefined) return void window.open(entry.href, '_blank', 'noopener')
    onClose()
    if (entry.href === undefined) entry.run()
    else void navigate(entry.href, { preventScrollReset: entry.href.startsWith(`${location.pathname}?`) })
  }

  const onKeyDown = (event: React.KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step && entries.length > 0) {
      const next = (Math.min(at, entries.length - 1) + step + entries.length) % entries.length
      setAt(next)
      document.getElementById(optionId(entries[next]!))?.scrollIntoView({ block: 'nearest' })
    } else if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
      if (active) choose(active, event.ctrlKey || event.metaKey)
    } else return
    event.preventDefault()
  }

  return (
    <>
      <div className={classes.field}>
        <Search size={18} aria-hidden />
        <input
          data-autofocus
          role="combobox"
          aria-expanded={entries.length > 0}
          aria-controls={listId}
          aria-autocomplete="list"
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
        {groups.map(({ name, entries: inGroup }) => (
          <div key={name} role="group" aria-label={name}>
            <div className={classes.group} aria-hidden>
              {name}
            </div>
            {inGroup.map((entry) => (
              // biome-ignore lint/a11y/useKeyWithClickEvents: the field above takes the keys
              // biome-ignore lint/a11y/useFocusableInteractive: the field keeps the focus
              <div
                key={entry.id}
                id={optionId(entry)}
                role="option"
                aria-selected={entry === active}
                className={classes.option}
                onClick={(event) => choose(entry, event.ctrlKey || event.metaKey)}
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
        ))}
      </div>
      <Foot text={text} count={entries.length} waiting={waiting} failed={failed} />
    </>
  )
}

/** What came of the search, and which keys there are. */
function Foot(props: { text: string; count: number; waiting: boolean; failed: boolean }) {
  const { t } = useTranslation(['app', 'palette'])
  const { text, count, waiting, failed } = props
  const maySearch = useMay()('records.read')
  const offline = failed && !navigator.onLine
  const mac = navigator.platform.startsWith('Mac')
  return (
    <div role="status" className={classes.status}>
      {failed && <p>{offline ? t('palette:offline') : t('search.failed')}</p>}
      {waiting && t('search.searching')}
      {!waiting && !failed && count === 0 && (
        <>
          <strong>{t('search.nothing', { text })}</strong>
          <br />
          {maySearch ? t('search.nothingHint') : t('palette:closed')}
        </>
      )}
      {count > 0 && (
        <>
          <span className="visually-hidden">{t('search.results', { count })}</span>
          <span aria-hidden>{t(mac ? 'palette:keysMac' : 'palette:keys')}</span>
          {text === '' && (
            <span aria-hidden className={classes.hint}>
              {t('palette:hint')}
            </span>
          )}
        </>
      )}
    </div>
  )
}
