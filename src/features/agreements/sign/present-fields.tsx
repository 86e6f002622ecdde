import { Button, CloseButton, TextInput } from '@mantine/core'
import Plus from 'lucide-react/icons/plus'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { CivilDate } from '../../../domain/partial-date.ts'
import { OrganisationField } from '../organisation-field.tsx'
import { type Present, signatoryName } from './draft.ts'
import classes from './sign.module.css'
import { SignatoryField } from './signatory-field.tsx'

interface Props {
  present: Present[]
  day: CivilDate | undefined
  /** The agreement's: organisers are mostly of its country. */
  marketId: string | undefined
  problem: (path: string) => string | undefined
  onChange: (present: Present[]) => void
}

/** Witnesses and organisers: a person, an organisation, or a person of one. */
export function PresentFields({ present, day, marketId, problem, onChange }: Props) {
  const { t } = useTranslation('signing')
  const list = useRef<HTMLUListElement>(null)
  const added = useRef(false)
  useEffect(() => {
    if (!added.current) return
    added.current = false
    list.current?.querySelector<HTMLElement>(':scope > li:last-child input')?.focus()
  })
  const add = (role: Present['role']) => {
    added.current = true
    const key = crypto.randomUUID()
    onChange([...present, { key, role, signatory: null, organisation: null, capacity: '' }])
  }
  const change = (key: string, patch: Partial<Present>) =>
    onChange(present.map((one) => (one.key === key ? { ...one, ...patch } : one)))
  return (
    <section aria-label={t('present.title')}>
      <h3 className={classes.heading}>{t('present.title')}</h3>
      <ul className={classes.rows} ref={list}>
        {present.map((one) => (
          <PresentRow
            key={one.key}
            one={one}
            day={day}
            marketId={marketId}
            error={problem(`present.${one.key}`)}
            onChange={(patch) => change(one.key, patch)}
            onRemove={() => onChange(present.filter(({ key }) => key !== one.key))}
          />
        ))}
      </ul>
      <div className={classes.links}>
        <AddButton label={t('present.addWitness')} onClick={() => add('witness')} />
        <AddButton label={t('present.addOrganiser')} onClick={() => add('organiser')} />
      </div>
    </section>
  )
}

const AddButton = ({ label, onClick }: { label: string; onClick: () => void }) => (
  <Button variant="default" size="xs" leftSection={<Plus size={14} aria-hidden />} onClick={onClick}>
    {label}
  </Button>
)

function PresentRow({
  one,
  day,
  marketId,
  error,
  onChange,
  onRemove,
}: {
  one: Present
  day: CivilDate | undefined
  marketId: string | undefined
  error: string | undefined
  onChange: (patch: Partial<Present>) => void
  onRemove: () => void
}) {
  const { t } = useTranslation(['signing', 'common'])
  const person = (
    <SignatoryField
      label={t(`present.${one.role}`)}
      value={one.signatory}
      at={one.organisation}
      day={day}
      error={error}
      onChange={(signatory, post) =>
        onChange({
          signatory,
          capacity: post?.title ?? one.capacity,
          organisation: post?.organisation ?? one.organisation,
        })
      }
    />
  )
  const organisation = (
    <OrganisationField
      label={one.role === 'organiser' ? t('present.organiser') : t('present.organisation')}
      kind={one.role === 'organiser' ? 'other' : 'public_body'}
      marketId={one.role === 'organiser' ? marketId : undefined}
      value={one.organisation}
      onChange={(chosen) => onChange({ organisation: chosen })}
    />
  )
  const name =
    (one.signatory && signatoryName(one.signatory)) || one.organisation?.name || t(`present.${one.role}`)
  return (
    <li className={classes.present}>
      {/* Organisers are mostly bodies, witnesses mostly people. */}
      {one.role === 'organiser' ? organisation : person}
      {one.role === 'witness' && organisation}
      {one.role === 'witness' && (
        <TextInput
          label={t('who.capacity')}
          autoComplete="off"
          maxLength={500}
          value={one.capacity}
          onChange={(event) => onChange({ capacity: event.currentTarget.value })}
        />
      )}
      <CloseButton
        className={classes.remove}
        aria-label={t('common:removeNamed', { name })}
        onClick={onRemove}
      />
    </li>
  )
}
