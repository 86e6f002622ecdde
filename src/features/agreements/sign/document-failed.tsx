import { Alert, Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useProblem } from '../../../components/problem-sentence.ts'
import { DialogFoot } from '../../../ui/dialog-foot.tsx'

interface Props {
  filename: string
  error: unknown
  busy: boolean
  onRetry: () => void
  onSkip: () => void
}

/** The signatures stand, their document was not attached: it is sent again, or left for later. */
export function DocumentFailed({ filename, error, busy, onRetry, onSkip }: Props) {
  const { t } = useTranslation(['signing', 'common'])
  const { sentence } = useProblem(error)
  return (
    <>
      <Alert color="yellow" role="alert" title={t('document.savedWithout')}>
        {t('document.failed', { name: filename })} {sentence}
      </Alert>
      <DialogFoot>
        <Button variant="default" onClick={onSkip}>
          {t('document.later')}
        </Button>
        <Button onClick={onRetry} loading={busy} data-autofocus>
          {t('common:retry')}
        </Button>
      </DialogFoot>
    </>
  )
}
