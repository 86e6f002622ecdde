import { Button, Checkbox } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FormErrors } from '../../../../components/form-errors.tsx'
import { useNoWriting } from '../../../../components/may-write.ts'
import { useReason } from '../../../../components/problem-sentence.ts'
import { useScopedNavigate } from '../../../../components/scope.ts'
import type { Grant } from '../../../../contract/grants.ts'
import { ActionButton } from '../../../../ui/action-button.tsx'
import { TextButton } from '../../../../ui/text-button.tsx'
import type { Known } from '../use-known.ts'
import { CheckGrid } from './check-grid.tsx'
import classes from './import.module.css'
import type { Import } from './use-import.ts'

interface Props {
  grant: Grant
  known: Known
  importing: Import
  onBack: () => void
}

/** The rows before they are entered: what is wrong is put right here, a dry run says what will come of it, then all or nothing. */
export function Check({ grant, known, importing, onBack }: Props) {
  const { t } = useTranslation('expense-import')
  const navigate = useScopedNavigate()
  const { rows, counts, trial, ready, isBlocked } = importing
  const [onlyBlocked, setOnlyBlocked] = useState(false)
  const blocked = rows.filter(isBlocked)
  const why = useWhyNot(grant, importing)
  const toEnter = rows.length - counts.already
  const enter = async () => {
    const reply = await importing.send(false).catch(() => null)
    if (!reply || reply.problems.length > 0) return
    importing.clear()
    await navigate(`/grants/${grant.id}/expenses`)
  }
  const doubtful = new Set(blocked.map(({ entry }) => entry.id))
  return (
    <>
      <p role="status" className={classes.line}>
        <strong>{t('check.rows', { count: counts.rows })}</strong>
        {counts.wrong > 0 && (
          <span className={classes.wrong}>{t('check.wrong', { count: counts.wrong })}</span>
        )}
        {counts.doubtful > 0 && (
          <span className={classes.doubt}>{t('check.doubtful', { count: counts.doubtful })}</span>
        )}
        {counts.already > 0 && <span>{t('check.already', { count: counts.already })}</span>}
        {importing.restored && <span>{t('check.restored')}</span>}
      </p>
      {importing.mixed && <p role="status">{t('check.mixed')}</p>}
      <div className={classes.line}>
        {(blocked.length > 0 || onlyBlocked) && (
          <Checkbox
            label={t('check.onlyBlocked')}
            checked={onlyBlocked}
            onChange={(event) => setOnlyBlocked(event.currentTarget.checked)}
          />
        )}
        {counts.doubtful > 0 && (
          <TextButton onClick={() => importing.accept(doubtful, true)}>
            {t('check.acceptAll', { count: counts.doubtful })}
          </TextButton>
        )}
      </div>
      <CheckGrid rows={onlyBlocked ? blocked : rows} first={doubtful} known={known} importing={importing} />
      <FormErrors error={importing.error} />
      {trial && trial.problems.length === 0 && (
        <p role="status">{t(toEnter === 0 ? 'check.nothingNew' : 'check.tried', { count: toEnter })}</p>
      )}
      <div className={classes.actions}>
        <TextButton
          onClick={() => {
            importing.clear()
            onBack()
          }}
        >
          {t('check.startAgain')}
        </TextButton>
        <Button
          variant="default"
          disabled={!ready}
          loading={importing.busy}
          onClick={() => void importing.send(true).catch(() => null)}
        >
          {t('check.try')}
        </Button>
        <ActionButton reason={why} loading={importing.busy} onClick={() => void enter()}>
          {t('check.enter', { count: toEnter })}
        </ActionButton>
        {why && <small className={classes.note}>{why}</small>}
      </div>
    </>
  )
}

/** Why nothing can be imported yet. */
function useWhyNot(grant: Grant, { ready, trial, counts, rows }: Import): string | null {
  const { t } = useTranslation('expense-import')
  const noWriting = useNoWriting('expenses.write')
  const reason = useReason()
  const refusal = noWriting ?? reason(grant.deletedAt ? { code: 'record_in_bin' } : null)
  if (refusal) return refusal
  if (!ready) return t('check.whyBlocked')
  if (!trial) return t('check.whyTry')
  return counts.already === rows.length ? t('check.nothingNew') : null
}
