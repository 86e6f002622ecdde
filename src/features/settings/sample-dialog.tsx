import { Alert, Button, Group } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Blockers, FormErrors } from '../../components/form-errors.tsx'
import { useWrite } from '../../components/use-write.ts'
import type { SampleData } from '../../contract/workspace.ts'
import { workspace } from '../../data/workspace.ts'
import { ActionButton } from '../../ui/action-button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { useSampleCounts } from './counts.ts'
import classes from './settings.module.css'

/** Says what goes before the sample data is removed, and what stands in the way where something does. */
export function SampleDialog({ sample, onClose }: { sample: SampleData; onClose: () => void }) {
  const { t } = useTranslation(['settings', 'common'])
  const counts = useSampleCounts()
  const remove = useWrite(workspace.removeSample, { message: () => t('sample.removed'), onDone: onClose })
  const added = counts(sample.added)
  return (
    <Dialog title={t('sample.ask')} size="md" onClose={remove.isPending ? () => {} : onClose}>
      <div className={classes.steps}>
        <div>
          <p>{t('sample.goes')}</p>
          <Counted lines={counts(sample.marked)} />
        </div>
        {added.length > 0 && (
          <div>
            <p>{t('sample.added')}</p>
            <Counted lines={added} />
          </div>
        )}
        {sample.blocking > 0 ? (
          <Alert color="yellow" title={t('sample.blocked', { count: sample.blocking })}>
            <Blockers blockers={sample.blockers} />
          </Alert>
        ) : (
          <p>{t('sample.stays')}</p>
        )}
        <FormErrors error={remove.error} />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" disabled={remove.isPending} onClick={onClose} data-autofocus>
            {t('common:cancel')}
          </Button>
          <ActionButton
            color="red"
            loading={remove.isPending}
            reason={sample.blocking > 0 ? t('sample.blockedWhy') : null}
            onClick={() => remove.mutate({})}
          >
            {t('sample.confirm')}
          </ActionButton>
        </Group>
      </div>
    </Dialog>
  )
}

const Counted = ({ lines }: { lines: string[] }) => (
  <ul className={classes.lost}>
    {lines.map((line) => (
      <li key={line}>{line}</li>
    ))}
  </ul>
)
