import { Alert, Button, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FormErrors } from '../../components/form-errors.tsx'
import { useProblem } from '../../components/problem-sentence.ts'
import { signIn } from '../../data/access.ts'
import { EmailField, PasswordField } from './password-input.tsx'
import { useLinkToken } from './secret.ts'
import classes from './stage.module.css'
import { Stage } from './stage.tsx'

/** The first administrator, set up by who can read what the server printed. */
export function Component() {
  const { t } = useTranslation('access')
  const token = useLinkToken()
  const [values, setValues] = useState({ givenName: '', familyName: '', email: '', password: '' })
  const set = (patch: Partial<typeof values>) => setValues((held) => ({ ...held, ...patch }))
  const create = useMutation(signIn.setUp)
  const problem = useProblem(create.error)
  return (
    <Stage title={t('setUp.title')}>
      <form
        className={classes.form}
        onSubmit={(event) => {
          event.preventDefault()
          create.mutate({ body: { ...values, token } }, { onSuccess: () => location.assign('/') })
        }}
      >
        {token ? <p>{t('setUp.text')}</p> : <Alert color="red">{t('setUp.incomplete')}</Alert>}
        <TextInput
          label={t('setUp.givenName')}
          autoComplete="given-name"
          maxLength={200}
          value={values.givenName}
          onChange={(event) => set({ givenName: event.currentTarget.value })}
        />
        <TextInput
          label={t('setUp.familyName')}
          required
          autoComplete="family-name"
          maxLength={200}
          value={values.familyName}
          error={problem.field('familyName')}
          onChange={(event) => set({ familyName: event.currentTarget.value })}
        />
        <EmailField
          value={values.email}
          onChange={(email) => set({ email })}
          error={problem.field('email')}
        />
        <PasswordField
          isNew
          label={t('signIn.password')}
          value={values.password}
          onChange={(password) => set({ password })}
          error={problem.field('password')}
        />
        <FormErrors error={create.error} fields={['familyName', 'email', 'password']} />
        <Button type="submit" loading={create.isPending}>
          {t('setUp.create')}
        </Button>
      </form>
    </Stage>
  )
}
