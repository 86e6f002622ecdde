import { NumberInput, Select } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { EditableFact } from '../../../components/editable-fact.tsx'
import { useMay } from '../../../components/may.ts'
import { useNoWriting } from '../../../components/may-write.ts'
import { OpenLink } from '../../../components/open-link.tsx'
import { useScope } from '../../../components/scope.ts'
import { TextFact } from '../../../components/text-fact.tsx'
import { useRecord } from '../../../components/use-record.ts'
import { useWrite } from '../../../components/use-write.ts'
import type { Person } from '../../../contract/people.ts'
import type { PersonPrivacy, PrivacyPatch } from '../../../contract/privacy.ts'
import { privacy } from '../../../data/privacy.ts'
import { type LegalGround, legalBases } from '../../../domain/privacy.ts'
import { useFormat } from '../../../i18n/format.ts'
import { DateInput } from '../../../ui/date-input.tsx'
import { Fact, Facts } from '../../../ui/facts.tsx'
import { Section } from '../../../ui/section.tsx'
import { StatusBadge } from '../../../ui/status-badge.tsx'
import { Consents } from './consents.tsx'

/** On what grounds the person's data is kept and until when, what they agreed to, and the way to all there is of them. */
export function PersonPrivacySection({ person }: { person: Person }) {
  const may = useMay()
  return may('privacy.read') ? <PrivacySection person={person} /> : null
}

function PrivacySection({ person }: { person: Person }) {
  const { t } = useTranslation(['privacy', 'common'])
  const { asOf } = useScope()
  const { id } = person
  const noWriting = useNoWriting('privacy.write')
  const held = useRecord(privacy.read({ params: { id }, query: { asOf } }))
  const keep = useWrite(privacy.keep, { message: ({ person: { name } }) => t('changed', { name }) })
  if (!held) return null
  const editing = {
    version: held.version,
    reason: noWriting ?? (person.deletedAt ? t('common:inBinHint') : null),
    save: (body: PrivacyPatch, version: number) => keep.mutateAsync({ params: { id }, body, version }),
  }
  return (
    <>
      <Section title={t('title')} action={<OpenLink to={`/people/${id}/file`}>{t('file.open')}</OpenLink>}>
        <PrivacyFacts held={held} editing={editing} />
      </Section>
      <Consents consents={held.consents} editing={editing} />
    </>
  )
}

export interface PrivacyEditing {
  version: number
  reason: string | null
  save: (body: PrivacyPatch, version: number) => Promise<unknown>
}

function PrivacyFacts({ held, editing }: { held: PersonPrivacy; editing: PrivacyEditing }) {
  const { t } = useTranslation('privacy')
  const f = useFormat()
  const { version, reason, save } = editing
  return (
    <Facts>
      <Fact label={t('lastAction')}>{f.date(held.lastAction)}</Fact>
      <Fact label={t('until')}>
        {f.date(held.until)} {held.due && <StatusBadge tone="overdue">{t('due')}</StatusBadge>}
        {held.withdrawnOn && <div>{t('withdrawn', { date: f.date(held.withdrawnOn) })}</div>}
      </Fact>
      <EditableFact<LegalGround | null>
        label={t('legalBasis')}
        field="legalBasis"
        value={held.legalBasis}
        version={version}
        reason={reason}
        show={(basis) => basis && t(`legalBasisWords.${basis}`)}
        save={(legalBasis, seen) => save({ legalBasis }, seen)}
        input={({ onChange, ...input }) => (
          <Select
            {...input}
            clearable
            data={legalBases.map((value) => ({ value, label: t(`legalBasisWords.${value}`) }))}
            onChange={(value) => onChange(value as LegalGround | null)}
          />
        )}
      >
        {held.legalBasis && t(`legalBasisWords.${held.legalBasis}`)}
      </EditableFact>
      <TextFact editing={editing} field="source" label={t('source')} value={held.source} maxLength={1000} />
      <EditableFact<string | null>
        label={t('collectedOn')}
        field="collectedOn"
        value={held.collectedOn}
        version={version}
        reason={reason}
        show={(day) => day && f.date(day)}
        save={(collectedOn, seen) => save({ collectedOn }, seen)}
        input={(input) => <DateInput {...input} />}
      >
        {held.collectedOn && f.date(held.collectedOn)}
      </EditableFact>
      <EditableFact<number | null>
        label={t('keepMonths')}
        field="keepMonths"
        value={held.keepMonths}
        version={version}
        reason={reason}
        show={(months) => months && f.number(months)}
        save={(keepMonths, seen) => save({ keepMonths }, seen)}
        input={({ value, onChange, ...input }) => (
          <NumberInput
            {...input}
            min={1}
            max={600}
            allowDecimal={false}
            value={value ?? ''}
            onChange={(months) => onChange(typeof months === 'number' ? months : null)}
          />
        )}
      >
        {held.keepMonths === null ? t('usualMonths') : f.number(held.keepMonths)}
      </EditableFact>
    </Facts>
  )
}
