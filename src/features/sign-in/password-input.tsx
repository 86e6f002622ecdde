import { TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'

interface Props {
  label: string
  value: string
  onChange: (value: string) => void
  error?: string | undefined
  /** A new one is chosen: the browser may suggest it, and how long it must be is said. */
  isNew?: boolean
}

export function PasswordField({ label, value, onChange, error, isNew }: Props) {
  const { t } = useTranslation('access')
  return (
    <TextInput
      type="password"
      label={label}
      required
      autoComplete={isNew ? 'new-password' : 'current-password'}
      description={isNew ? t('signIn.passwordHint') : undefined}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      minLength={isNew ? 12 : undefined}
      maxLength={128}
      value={value}
      error={error}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  )
}

/** Where the browser keeps what is signed in with. */
export function EmailField({ value, onChange, error }: Omit<Props, 'label' | 'isNew'>) {
  const { t } = useTranslation('access')
  return (
    <TextInput
      type="email"
      label={t('signIn.email')}
      required
      autoComplete="username"
      maxLength={320}
      value={value}
      error={error}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  )
}
