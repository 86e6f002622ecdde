import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FormErrors } from '../../components/form-errors.tsx'
import { useProblem } from '../../components/problem-sentence.ts'
import { signIn } from '../../data/access.ts'
import { PasswordField } from './password-input.tsx'
import { useLinkToken } from './secret.ts'
import classes from './stage.module.css'
import { Stage } from './stage.tsx'

/** Accepts an invitation: chooses a password, and goes in. */
export function Component() {
  const { t } = useTranslation('access')
  const token = useLinkToken()
  const [password, setPassword] = useState('')
  const { mutate: ask, ...asked } = useMutation(signIn.invitation)
  const accept = useMutation(signIn.accept)
  const problem = useProblem(accept.error)
  useEffect(() => ask({ body: { token } }), [ask, token])
  const who = asked.data?.reply
  return (
    <Stage title={who ? t('invitation.title', { name: who.name }) : t('invitation.waiting')}>
      <form
        className={classes.form}
        onSubmit={(event) => {
          event.preventDefault()
          accept.mutate({ body: { token, password } }, { onSuccess: () => location.assign('/') })
        }}
      >
        <FormErrors error={asked.error} />
        {who && (
          <>
            <p>{t('invitation.text', { email: who.email })}</p>
            <input type="email" autoComplete="username" value={who.email} readOnly hidden />
            <PasswordField
              isNew
              label={t('signIn.password')}
              value={password}
              onChange={setPassword}
              error={problem.field('password')}
            />
            <FormErrors error={accept.error} fields={['password']} />
            <Button type="submit" loading={accept.isPending}>
              {t('invitation.accept')}
            </Button>
          </>
        )}
      </form>
    </Stage>
  )
}
