import { Button, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import Plus from 'lucide-react/icons/plus'
import Search from 'lucide-react/icons/search'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { AgreementStatusBadge } from '../../../components/agreement-status-badge.tsx'
import { useScope } from '../../../components/scope.ts'
import type { AgreementRow } from '../../../contract/agreements.ts'
import { agreements } from '../../../data/agreements.ts'
import { useFormat } from '../../../i18n/format.ts'
import { DialogFoot } from '../../../ui/dialog-foot.tsx'
import { PartyNames } from '../party-names.tsx'
import { NewAgreement } from './new-agreement.tsx'
import classes from './sign.module.css'

const shown = 8

/** Step 1: one of the agreements that can still be signed, those worked on last first, or a new one. */
export function ChooseAgreement({ onChoose }: { onChoose: (id: string) => void }) {
  const { t } = useTranslation('signing')
  const { query } = useScope()
  const [text, setText] = useState('')
  const [creating, setCreating] = useState(false)
  const [q] = useDebouncedValue(text.trim(), 120)
  const { data, isError, isPlaceholderData } = useQuery({
    ...agreements.page({
      query: { ...query, signable: true, q: q || undefined, sort: '-updatedAt', limit: shown },
    }),
    placeholderData: keepPreviousData,
  })
  const rows = data?.items ?? []
  if (creating)
    return <NewAgreement title={text.trim()} onCreated={onChoose} onCancel={() => setCreating(false)} />
  return (
    <>
      <Chooser
        rows={rows}
        text={text}
        onType={setText}
        onChoose={onChoose}
        // Where nothing fits, what was typed is the title of a new one.
        onNothing={q === text.trim() && data && !isPlaceholderData ? () => setCreating(true) : undefined}
      />
      {isError && <p role="alert">{t('choose.failed')}</p>}
      {data && rows.length === 0 && (
        <p className={classes.quiet}>{q ? t('choose.nothing') : t('choose.none')}</p>
      )}
      {data && data.total > rows.length && (
        <p className={classes.quiet}>{t('choose.more', { count: data.total - rows.length })}</p>
      )}
      <DialogFoot>
        <Button
          variant="default"
          leftSection={<Plus size={16} aria-hidden />}
          onClick={() => setCreating(true)}
        >
          {t('choose.new')}
        </Button>
      </DialogFoot>
    </>
  )
}

/** A field with its list always open: typing narrows it, the arrows move in it, Enter takes what is marked. */
function Chooser({
  rows,
  text,
  onType,
  onChoose,
  onNothing,
}: {
  rows: AgreementRow[]
  text: string
  onType: (text: string) => void
  onChoose: (id: string) => void
  /** Enter where the list is empty. */
  onNothing: (() => void) | undefined
}) {
  const { t } = useTranslation('signing')
  const listId = useId()
  const [at, setAt] = useState(0)
  const active = Math.min(at, rows.length - 1)
  const optionId = (index: number) => `${listId}-${index}`
  const onKeyDown = (event: React.KeyboardEvent) => {
    if (event.key === 'ArrowDown') setAt(Math.min(active + 1, rows.length - 1))
    else if (event.key === 'ArrowUp') setAt(Math.max(active - 1, 0))
    else if (event.key === 'Enter' && rows[active]) onChoose(rows[active].id)
    else if (event.key === 'Enter' && onNothing && text.trim()) onNothing()
    else return
    event.preventDefault()
  }
  return (
    <>
      <TextInput
        label={t('choose.label')}
        placeholder={t('choose.placeholder')}
        leftSection={<Search size={16} aria-hidden />}
        role="combobox"
        aria-expanded
        aria-autocomplete="list"
        aria-controls={listId}
        aria-activedescendant={rows.length > 0 ? optionId(active) : undefined}
        autoComplete="off"
        maxLength={200}
        data-autofocus
        value={text}
        onChange={(event) => {
          onType(event.currentTarget.value)
          setAt(0)
        }}
        onKeyDown={onKeyDown}
      />
      <div role="listbox" id={listId} aria-label={t('choose.list')} className={classes.choices}>
        {rows.map((row, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the field above takes the keys of the whole list
          <div
            key={row.id}
            id={optionId(index)}
            role="option"
            tabIndex={-1}
            aria-selected={index === active}
            className={classes.choice}
            onMouseMove={() => setAt(index)}
            onClick={() => onChoose(row.id)}
          >
            <Choice row={row} />
          </div>
        ))}
      </div>
    </>
  )
}

function Choice({ row }: { row: AgreementRow }) {
  const { t } = useTranslation(['signing', 'common'])
  const f = useFormat()
  const facts = [
    row.requiredCount > 0 && t('choose.signed', { count: row.signedCount, total: row.requiredCount }),
    row.targetSignature && t('choose.target', { date: f.date(row.targetSignature) }),
  ]
  return (
    <>
      <span className={classes.choiceTitle}>
        <span>{row.title}</span>
        <AgreementStatusBadge status={row.status} overdue={row.overdue} />
      </span>
      <span className={classes.quiet}>
        <PartyNames parties={row.parties} />
      </span>
      <span className={classes.quiet}>{facts.filter(Boolean).join(' · ')}</span>
    </>
  )
}
