import { Button, Group, TextInput } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FormErrors } from '../../../components/form-errors.tsx'
import { ActionButton } from '../../../ui/action-button.tsx'

/** What goes and what stays, and the words to be typed before it can't be undone any more. */
export function EraseForm({
  label,
  expected,
  busy,
  error,
  onErase,
  onClose,
  children,
}: {
  label: string
  expected: string
  busy: boolean
  error: unknown
  onErase: () => void
  onClose: () => void
  children?: ReactNode
}) {
  const { t } = useTranslation(['privacy', 'common'])
  const [typed, setTyped] = useState('')
  const same = typed.trim() === expected.trim()
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (same && !busy) onErase()
      }}
    >
      <p>{t('erase.goes')}</p>
      <p>{t('erase.stays')}</p>
      <p>
        <strong>{t('erase.never')}</strong>
      </p>
      {children}
      <TextInput
        label={label}
        value={typed}
        autoComplete="off"
        data-autofocus
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <FormErrors error={error} />
      <Group justify="flex-end" mt="lg" gap="xs">
        <Button variant="default" onClick={onClose}>
          {t('common:cancel')}
        </Button>
        <ActionButton type="submit" color="red" loading={busy} reason={same ? null : label}>
          {t('erase.submit')}
        </ActionButton>
      </Group>
    </form>
  )
}
