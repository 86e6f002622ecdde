import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useNoWriting } from '../../../components/may-write.ts'
import type { Agreement } from '../../../contract/agreements.ts'
import { useDialogAddress } from '../../../ui/dialog-address.ts'
import { Section } from '../../../ui/section.tsx'
import { ActionDialog } from './action-dialog.tsx'
import { ActionItem } from './action-item.tsx'
import classes from './page.module.css'

const params = ['action'] as const

/** What the parties agreed to do, and what each side owes. */
export function Cooperation({ agreement }: { agreement: Agreement }) {
  const { t } = useTranslation('agreements')
  const noWriting = useNoWriting()
  const dialog = useDialogAddress('action', params)
  const editable = !noWriting && !agreement.deletedAt
  const { actions } = agreement
  const edited = actions.find(({ id }) => id === dialog.param('action'))
  return (
    <Section
      title={t('actions.title')}
      count={actions.length || undefined}
      action={
        editable && (
          <Button variant="subtle" size="compact-sm" onClick={() => dialog.open()}>
            {t('actions.add')}
          </Button>
        )
      }
    >
      {actions.length === 0 && <p className={classes.empty}>{t('actions.empty')}</p>}
      <ul className={classes.list}>
        {actions.map((action) => (
          <ActionItem
            key={action.id}
            action={action}
            agreement={agreement}
            onEdit={editable ? () => dialog.open({ action: action.id }) : undefined}
          />
        ))}
      </ul>
      {dialog.opened && editable && (
        <ActionDialog
          key={edited?.id ?? 'new'}
          agreement={agreement}
          action={edited}
          onClose={dialog.close}
        />
      )}
    </Section>
  )
}
