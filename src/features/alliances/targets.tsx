import { useTranslation } from 'react-i18next'
import { EditSection } from '../../components/edit-section.tsx'
import type { RecordEditing } from '../../components/text-fact.tsx'
import type { Alliance } from '../../contract/alliances.ts'
import { useFormat } from '../../i18n/format.ts'
import { Line, Lines, Nothing } from '../../ui/lines.tsx'
import type { AlliancePatch } from './members.tsx'
import { type TargetRow, TargetsEditor } from './targets-editor.tsx'

/** The numbers that an alliance has set out to reach, as they were set; what is reached is counted elsewhere. */
export function AllianceTargets({
  alliance: { id, targets },
  editing,
}: {
  alliance: Alliance
  editing: RecordEditing<AlliancePatch>
}) {
  const { t } = useTranslation('alliances')
  const f = useFormat()
  const least = ({ indicator, value }: TargetRow) =>
    t('targets.least', { value: f.number(value ?? 0), what: t(`targets.indicator.${indicator}`) })
  return (
    <EditSection<TargetRow[]>
      label={t('targets.title')}
      count={targets.length || undefined}
      field="targets"
      value={targets}
      version={editing.version}
      reason={editing.reason}
      show={(rows) => f.list(rows.map(least))}
      save={(rows, version) =>
        editing.save(
          {
            targets: rows.map(({ id: row, indicator, value, by, detail, source }) => ({
              id: row,
              indicator,
              // Nothing typed is refused at the row.
              value: value ?? 0,
              by,
              detail,
              sourceId: source?.id ?? null,
            })),
          },
          version,
        )
      }
      input={({ value, onChange, error }) => (
        <TargetsEditor allianceId={id} rows={value} onChange={onChange} error={error} />
      )}
    >
      {targets.length === 0 ? (
        <Nothing>{t('targets.none')}</Nothing>
      ) : (
        <Lines label={t('targets.title')}>
          {targets.map((target) => (
            <Line key={target.id} title={least(target)}>
              {[
                target.by && t('targets.until', { date: f.date(target.by) }),
                target.detail,
                target.source?.name,
              ]
                .filter(Boolean)
                .join(' · ')}
            </Line>
          ))}
        </Lines>
      )}
    </EditSection>
  )
}
