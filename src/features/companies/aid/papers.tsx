import { Select, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { EditSection } from '../../../components/edit-section.tsx'
import { useScope } from '../../../components/scope.ts'
import type { Company } from '../../../contract/companies.ts'
import { type Paper, paperHolds, papers } from '../../../domain/papers.ts'
import { useFormat } from '../../../i18n/format.ts'
import { DateInput } from '../../../ui/date-input.tsx'
import { Line, Lines, Nothing } from '../../../ui/lines.tsx'
import { RowsEditor } from '../../../ui/rows-editor.tsx'
import { StatusBadge } from '../../../ui/status-badge.tsx'
import { useCompanyEditing } from '../page/use-company.ts'

interface Row {
  id?: string
  kind: Paper
  signedOn: string
  signatory: string | null
  note: string | null
}

/** The declarations that it signed, and whether they still hold on the day. */
export function Papers({ company }: { company: Company }) {
  const { t } = useTranslation('aid')
  const f = useFormat()
  const { day } = useScope()
  const { version, reason, save } = useCompanyEditing(company)
  const { declarations } = company
  return (
    <EditSection<Row[]>
      label={t('papers.title')}
      count={declarations.length || undefined}
      field="declarations"
      value={declarations}
      version={version}
      reason={reason}
      show={(rows) => f.list(rows.map(({ kind, signedOn }) => `${t(`papers.kinds.${kind}`)} ${signedOn}`))}
      save={(rows, over) => save({ declarations: rows }, over)}
      input={({ value, onChange, error }) => (
        <RowsEditor<Row>
          label={t('papers.title')}
          rows={value}
          onChange={onChange}
          error={error}
          blank={() => ({ kind: 'de_minimis', signedOn: day, signatory: null, note: null })}
          addLabel={t('papers.add')}
          rowName={(row) => t(`papers.kinds.${row.kind}`)}
        >
          {(row, patch) => (
            <>
              <Select
                label={t('papers.kind')}
                allowDeselect={false}
                data={papers.map((kind) => ({ value: kind, label: t(`papers.kinds.${kind}`) }))}
                value={row.kind}
                onChange={(kind) => kind && patch({ kind: kind as Paper })}
              />
              <DateInput
                label={t('papers.signedOn')}
                required
                value={row.signedOn || null}
                onChange={(signedOn) => patch({ signedOn: signedOn ?? '' })}
              />
              {(['signatory', 'note'] as const).map((field) => (
                <TextInput
                  key={field}
                  label={t(`papers.${field}`)}
                  maxLength={field === 'note' ? 1000 : 300}
                  value={row[field] ?? ''}
                  onChange={(event) => patch({ [field]: event.currentTarget.value || null })}
                />
              ))}
            </>
          )}
        </RowsEditor>
      )}
    >
      {declarations.length === 0 && <Nothing>{t('papers.none')}</Nothing>}
      <Lines>
        {declarations.map((paper) => {
          const holds = paperHolds([paper], paper.kind, day)
          return (
            <Line
              key={paper.id}
              title={t(`papers.kinds.${paper.kind}`)}
              end={
                <>
                  <span>{f.date(paper.signedOn)}</span>
                  <StatusBadge tone={holds ? 'active' : 'expiring'}>
                    {t(holds ? 'papers.holds' : 'papers.old')}
                  </StatusBadge>
                </>
              }
            >
              {[paper.signatory, paper.note].filter(Boolean).join(' · ')}
            </Line>
          )
        })}
      </Lines>
    </EditSection>
  )
}
