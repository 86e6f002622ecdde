import { Button, CopyButton, Group, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import classes from './tokens.module.css'

/** The secret, the only time that it is shown; none where the request was repeated and the first answer was lost. */
export function Made({ token, onClose }: { token: string | null; onClose: () => void }) {
  const { t } = useTranslation('tokens')
  if (token === null) return <p className={classes.words}>{t('made.lost')}</p>
  return (
    <div className={classes.form} role="status">
      <TextInput
        label={t('made.label')}
        description={t('made.once')}
        readOnly
        value={token}
        classNames={{ input: classes.code }}
        onFocus={(event) => event.currentTarget.select()}
      />
      <Group justify="flex-end" gap="xs">
        <CopyButton value={token}>
          {({ copied, copy }) => <Button onClick={copy}>{copied ? t('made.copied') : t('made.copy')}</Button>}
        </CopyButton>
        <Button variant="default" onClick={onClose}>
          {t('made.close')}
        </Button>
      </Group>
    </div>
  )
}
