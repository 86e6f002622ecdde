import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FormErrors } from '../../../components/form-errors.tsx'
import { useNoWriting } from '../../../components/may-write.ts'
import { rowOutcome } from '../../../contract/import-row.ts'
import type { ImportRecord } from '../../../contract/imports.ts'
import { leftToApply } from '../../../data/imports.ts'
import { ActionButton } from '../../../ui/action-button.tsx'
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx'
import { Fact, Facts } from '../../../ui/facts.tsx'
import { Section } from '../../../ui/section.tsx'
import { TransferProgress } from '../../../ui/transfer-progress.tsx'
import classes from '../import.module.css'
import { LeftOut } from './left-out.tsx'
import type { useRun } from './use-run.ts'

/** What applying would do, before it is done; what it did, after; and the ways to do it and to take it back. */
export function Summary({ record, run }: { record: ImportRecord; run: ReturnType<typeof useRun> }) {
  const { t } = useTranslation('imports')
  const noWriting = useNoWriting()
  const [asking, setAsking] = useState(false)
  const { decisions, outcomes, people, state, parts } = record
  const left = leftToApply(record)
  const applied = Object.values(outcomes).reduce((sum, count) => sum + count, 0)
  const mayApply = state === 'open' || state === 'applied'
  const will = (
    [
      ['create', decisions.create],
      ['update', decisions.update],
      ['skip', decisions.skip],
      ['wait', decisions.undecided],
    ] as const
  ).filter(([, count]) => count > 0)
  return (
    <Section title={applied > 0 ? t('review.done') : t('review.summary')}>
      {applied > 0 && (
        <Facts>
          {rowOutcome.options
            .filter((outcome) => outcomes[outcome] > 0)
            .map((outcome) => (
              <Fact key={outcome} label={t(`outcome.${outcome}`)}>
                {outcomes[outcome]}
              </Fact>
            ))}
          {(['created', 'updated'] as const)
            .filter((outcome) => people[outcome] > 0)
            .map((outcome) => (
              <Fact key={outcome} label={t(`people.${outcome}`)}>
                {people[outcome]}
              </Fact>
            ))}
        </Facts>
      )}
      <LeftOut importId={record.id} />
      {mayApply && will.length > 0 && (
        <ul className={classes.summary}>
          {will.map(([what, count]) => (
            <li key={what}>{t(`review.will_${what}`, { count })}</li>
          ))}
        </ul>
      )}
      {run.running && (
        <div className={classes.running}>
          <p role="status">{t(`review.${run.running.work}`)}</p>
          <TransferProgress
            label={t(`review.${run.running.work}`)}
            share={run.running.share}
            onCancel={run.stop}
          />
        </div>
      )}
      <FormErrors error={run.failure} fields={[]} />
      <div className={classes.bar}>
        {mayApply && !run.running && (left > 0 || applied === 0) && (
          <ActionButton
            reason={noWriting ?? (left === 0 ? t('review.nothingToApply') : null)}
            onClick={() => void run.run('applying')}
          >
            {t('review.apply', { count: left })}
          </ActionButton>
        )}
        {parts > 0 && !run.running && (
          <ActionButton variant="default" reason={noWriting} onClick={() => setAsking(true)}>
            {t('review.revert')}
          </ActionButton>
        )}
      </div>
      {asking && (
        <ConfirmDialog
          title={t('review.revertTitle')}
          action={t('review.revert')}
          danger
          onConfirm={() => {
            setAsking(false)
            void run.run('reverting')
          }}
          onClose={() => setAsking(false)}
        >
          {t('review.revertText')}
        </ConfirmDialog>
      )}
    </Section>
  )
}
