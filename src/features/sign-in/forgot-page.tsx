import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FormErrors } from '../../components/form-errors.tsx'
import { signIn } from '../../data/access.ts'
import { EmailField } from './password-input.tsx'
import classes from './stage.module.css'
import { Stage } from './stage.tsx'

/** Asks for a link to choose a new password. What is answered is the same whether the address has an account or not. */
export function Component() {
  const { t } = useTranslation('access')
  const [email, setEmail] = useState('')
  const send = useMutation(signIn.forgot)
  return (
    <Stage title={t('forgot.title')}>
      {send.isSuccess ? (
        <p role="status">{t('forgot.sent')}</p>
      ) : (
        <form
          className={classes.form}
          onSubmit={(event) => {
            event.preventDefault()
            send.mutate({ body: { email } })
          }}
        >
          <p>{t('forgot.text')}</p>
          <EmailField value={email} onChange={setEmail} />
          <FormErrors error={send.error} />
          <Button type="submit" loading={send.isPending}>
            {t('forgot.send')}
          </Button>
        </form>
      )}
    </Stage>
  )
}
