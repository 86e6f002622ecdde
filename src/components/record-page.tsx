import { Alert, Button } from '@mantine/core'
import Trash2 from 'lucide-react/icons/trash-2'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Navigate, useLocation } from 'react-router'
import { ActionButton } from '../ui/action-button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Page } from '../ui/page.tsx'
import { WaitingLines } from '../ui/waiting-lines.tsx'
import { FormErrors } from './form-errors.tsx'
import { useNoWriting } from './may-write.ts'
import { PinButton } from './pin-button.tsx'
import { SampleMark } from './sample-mark.tsx'

interface Target {
  params: { id: string }
}

/** A write as the page uses it; what `useWrite` gives. */
interface Gesture<Input> {
  mutate: (input: Input) => void
  reset: () => void
  isPending: boolean
  error: Error | null
}

interface Props {
  title: string
  eyebrow: ReactNode
  status?: ReactNode
  subtitle?: ReactNode
  /** What can be done next, besides deleting. */
  actions?: ReactNode
  record: {
    id: string
    version: number
    sample: boolean
    deletedAt: string | null
    /** The record that it was merged into: its page stands for both. */
    mergedInto?: { id: string } | null
  }
  remove: Gesture<Target & { version: number }>
  restore: Gesture<Target>
  children: ReactNode
}

/** A record's page: what it is, where it stands, what can be done with it; in the bin, how to get it back. */
export function RecordPage({ record, title, status, actions, remove, restore, children, ...rest }: Props) {
  const { t } = useTranslation('common')
  const noWriting = useNoWriting()
  const { pathname, search } = useLocation()
  const params = { id: record.id }
  if (record.mergedInto)
    return <Navigate replace to={pathname.replace(record.id, record.mergedInto.id) + search} />
  return (
    <Page
      {...rest}
      title={title}
      status={
        <>
          {status}
          {record.sample && <SampleMark />}
        </>
      }
      actions={
        !record.deletedAt && (
          <>
            {actions}
            <PinButton title={title} />
            <ActionButton
              variant="default"
              reason={noWriting}
              loading={remove.isPending}
              leftSection={<Trash2 size={15} aria-hidden />}
              onClick={() => remove.mutate({ params, version: record.version })}
            >
              {t('delete')}
            </ActionButton>
          </>
        )
      }
    >
      {record.deletedAt && (
        <Alert color="gray" title={t('inBin')}>
          <p>{t('inBinHint')}</p>
          <ActionButton
            size="xs"
            reason={noWriting}
            loading={restore.isPending}
            onClick={() => restore.mutate({ params })}
          >
            {t('restore')}
          </ActionButton>
          <FormErrors error={restore.error} />
        </Alert>
      )}
      {remove.error && (
        <Dialog title={t('notDeleted', { name: title })} size="md" onClose={remove.reset}>
          <FormErrors error={remove.error} />
          <Button mt="md" variant="default" onClick={remove.reset}>
            {t('close')}
          </Button>
        </Dialog>
      )}
      {children}
    </Page>
  )
}

/** The shape of what comes. */
export function RecordWaiting() {
  return (
    <Page title={undefined}>
      <WaitingLines />
    </Page>
  )
}
