import { Anchor, Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FormErrors } from '../../components/form-errors.tsx'
import { useProblem } from '../../components/problem-sentence.ts'
import { signIn } from '../../data/access.ts'
import { PasswordField } from './password-input.tsx'
import { useLinkToken } from './secret.ts'
import classes from './stage.module.css'
import { Stage } from './stage.tsx'

/** Chooses a new password, by the link in a letter. */
export function Component() {
  const { t } = useTranslation('access')
  const token = useLinkToken()
  const [password, setPassword] = useState('')
  const reset = useMutation(signIn.reset)
  const problem = useProblem(reset.error)
  return (
    <Stage title={t('reset.title')}>
      {reset.isSuccess ? (
        <div className={classes.form}>
          <p role="status">{t('reset.done')}</p>
          <Anchor href="/sign-in">{t('signIn.enter')}</Anchor>
        </div>
      ) : (
        <form
          className={classes.form}
          onSubmit={(event) => {
            event.preventDefault()
            reset.mutate({ body: { token, password } })
          }}
        >
          <PasswordField
            isNew
            label={t('signIn.newPassword')}
            value={password}
            onChange={setPassword}
            error={problem.field('password')}
          />
          <FormErrors error={reset.error} fields={['password']} />
          <Button type="submit" loading={reset.isPending}>
            {t('reset.save')}
          </Button>
        </form>
      )}
    </Stage>
  )
}
