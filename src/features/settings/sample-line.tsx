import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNoWriting } from '../../components/may-write.ts'
import { useRecord } from '../../components/use-record.ts'
import { workspace } from '../../data/workspace.ts'
import { useFormat } from '../../i18n/format.ts'
import { ActionButton } from '../../ui/action-button.tsx'
import { Line } from '../../ui/lines.tsx'
import { useSampleCounts } from './counts.ts'
import { SampleDialog } from './sample-dialog.tsx'

/** The sample data of the workspace, and the way to remove it; nothing where there is none. */
export function SampleLine() {
  const { t } = useTranslation('settings')
  const f = useFormat()
  const counts = useSampleCounts()
  const noWriting = useNoWriting('workspace.replace')
  const sample = useRecord(workspace.sample())
  const [asking, setAsking] = useState(false)
  const held = sample ? counts(sample.marked) : []
  if (!sample || held.length === 0) return null
  return (
    <Line
      title={t('sample.title')}
      end={
        <ActionButton variant="default" size="xs" reason={noWriting} onClick={() => setAsking(true)}>
          {t('sample.removeNow')}
        </ActionButton>
      }
    >
      {t('sample.hint', { counts: f.list(held.slice(0, 3)) })}
      {asking && <SampleDialog sample={sample} onClose={() => setAsking(false)} />}
    </Line>
  )
}
