import { Alert } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { FormErrors } from '../../../../components/form-errors.tsx'
import type { Model } from '../model.ts'
import { LeftList } from '../plan/left-list.tsx'
import { useRefusals } from '../refusals.ts'
import { StaleNotice } from '../stale-notice.tsx'
import classes from './runs.module.css'
import type { useRestore } from './use-restore.ts'

/** How bringing a run back went: refused, overtaken by a colleague, or done but for some meetings, and why. */
export function RestoreResult({ model, restore }: { model: Model; restore: ReturnType<typeof useRestore> }) {
  const { t } = useTranslation(['meetings', 'common'])
  const refusals = useRefusals()
  const { error, left, stale } = restore
  const said = refusals(error)
  if (stale)
    return (
      <StaleNotice
        noun={stale.movedId ? 'meetings' : 'missions'}
        recordId={stale.movedId ? String(stale.movedId) : model.schedule.missionId}
        what={t('runs.stale')}
        keep={t('runs.restoreStale')}
        busy={restore.busyWith !== null}
        onKeep={() => restore.run(stale.runId)}
        onGiveUp={restore.forget}
      />
    )
  if (said.length > 0)
    return (
      <p role="alert" className={classes.refused}>
        {t('runs.notRestored')} {said.join(' ')}
      </p>
    )
  if (error) return <FormErrors error={error} />
  if (left.length === 0) return null
  return (
    <Alert
      color="yellow"
      role="status"
      title={t('runs.left', { count: left.length })}
      withCloseButton
      closeButtonLabel={t('common:close')}
      onClose={restore.forget}
    >
      <LeftList model={model} left={left} />
    </Alert>
  )
}
