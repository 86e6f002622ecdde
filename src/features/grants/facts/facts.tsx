import { useTranslation } from 'react-i18next'
import { AlliancePicker } from '../../../components/alliance-picker.tsx'
import { EditableFact } from '../../../components/editable-fact.tsx'
import { OrganisationPicker } from '../../../components/organisation-picker.tsx'
import { RecordFact } from '../../../components/record-fact.tsx'
import { DateFact, TextFact } from '../../../components/text-fact.tsx'
import type { Grant } from '../../../contract/grants.ts'
import { useFormat } from '../../../i18n/format.ts'
import { DateInput } from '../../../ui/date-input.tsx'
import { Facts } from '../../../ui/facts.tsx'
import { Section } from '../../../ui/section.tsx'
import { TotalField, totalOf, totalText } from '../total-field.tsx'
import type { GrantEditing } from '../use-grant.ts'
import { useTotalText } from '../words.ts'

interface Props {
  grant: Grant
  editing: GrantEditing
}

/** The grant's facts, each edited where it stands. */
export function GrantFacts({ grant, editing }: Props) {
  const { t } = useTranslation('grants')
  const text = (field: 'title' | 'reference' | 'programme' | 'call', maxLength: number) => ({
    editing,
    label: t(`fact.${field}`),
    field,
    value: grant[field],
    maxLength,
  })
  return (
    <Section title={t('facts')}>
      <Facts>
        <TextFact {...text('title', 500)} required />
        <TextFact {...text('reference', 200)} />
        <TextFact {...text('programme', 300)} />
        <TextFact {...text('call', 300)} />
        <RecordFact
          editing={editing}
          label={t('fact.alliance')}
          field="alliance"
          value={grant.alliance}
          noun="alliances"
          picker={(props) => <AlliancePicker {...props} />}
        />
        <RecordFact
          editing={editing}
          label={t('fact.cluster')}
          field="cluster"
          value={grant.cluster}
          noun="organisations"
          cluster
          picker={(props) => <OrganisationPicker {...props} clusters />}
        />
        <DateFact editing={editing} label={t('fact.starts')} field="starts" value={grant.starts} />
        <DateFact editing={editing} label={t('fact.ends')} field="ends" value={grant.ends} />
        <TotalFact grant={grant} editing={editing} />
        <ClosedFact grant={grant} editing={editing} />
        <TextFact
          editing={editing}
          label={t('fact.summary')}
          field="summary"
          value={grant.summary}
          long
          maxLength={20_000}
        />
      </Facts>
    </Section>
  )
}

/** The total and its currency: one can't be read without the other. */
function TotalFact({ grant, editing }: Props) {
  const { t } = useTranslation('grants')
  const words = useTotalText()
  return (
    <EditableFact
      version={editing.version}
      reason={editing.reason}
      label={t('fact.total')}
      field="total"
      value={totalText(grant)}
      valueIn={(record) => totalText(record as unknown as Grant)}
      show={(value) => {
        const total = totalOf(value)
        return total ? words({ total, currency: value.money.currency }) : value.money.amount
      }}
      input={({ value, onChange, error }) => <TotalField value={value} error={error} onChange={onChange} />}
      save={(value, over) => {
        const total = totalOf(value)
        // What can't be read is not sent: the field itself says what is wrong with it.
        return total ? editing.save({ total, currency: value.money.currency }, over) : Promise.reject(null)
      }}
    >
      {words(grant)}
    </EditableFact>
  )
}

function ClosedFact({ grant: { closedOn }, editing }: Props) {
  const { t } = useTranslation('grants')
  const f = useFormat()
  return (
    <EditableFact
      version={editing.version}
      reason={editing.reason}
      label={t('fact.closedOn')}
      field="closedOn"
      value={closedOn}
      show={(day) => (day ? f.date(day) : t('fact.open'))}
      input={(input) => <DateInput {...input} />}
      save={(day, over) => editing.save({ closedOn: day }, over)}
    >
      {closedOn ? f.date(closedOn) : t('fact.open')}
    </EditableFact>
  )
}
