import { Alert, Anchor, Button, TextInput } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FormErrors } from '../../components/form-errors.tsx'
import { signIn } from '../../data/access.ts'
import { EmailField, PasswordField } from './password-input.tsx'
import classes from './stage.module.css'

/** Address and password, then the second factor where one is asked for; `onEnter` once somebody is signed in. */
export function EnterForm({ back, onEnter }: { back: string; onEnter: () => void }) {
  const { t } = useTranslation('access')
  const { data: state } = useQuery(signIn.state())
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const enter = useMutation(signIn.enter)
  const provider = useMutation(signIn.provider)
  if (enter.data?.reply.secondFactor) return <CodeForm onEnter={onEnter} />
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault()
        enter.mutate(
          { body: { email, password } },
          { onSuccess: ({ reply }) => reply.secondFactor || onEnter() },
        )
      }}
    >
      {new URLSearchParams(location.search).has('refused') && (
        <Alert color="red" role="alert">
          {t('signIn.providerRefused')}
        </Alert>
      )}
      <EmailField value={email} onChange={setEmail} />
      <PasswordField label={t('signIn.password')} value={password} onChange={setPassword} />
      <FormErrors error={enter.error ?? provider.error} />
      <Button type="submit" loading={enter.isPending}>
        {t('signIn.enter')}
      </Button>
      {state?.providers.map(({ id, name }) => (
        <Button
          key={id}
          variant="default"
          loading={provider.isPending}
          onClick={() =>
            provider.mutate(
              { body: { provider: id, back } },
              { onSuccess: ({ reply }) => location.assign(reply.url) },
            )
          }
        >
          {t('signIn.with', { name })}
        </Button>
      ))}
      <Anchor href="/forgot">{t('signIn.forgot')}</Anchor>
    </form>
  )
}

function CodeForm({ onEnter }: { onEnter: () => void }) {
  const { t } = useTranslation('access')
  const [recovery, setRecovery] = useState(false)
  const [code, setCode] = useState('')
  const give = useMutation(signIn.code)
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault()
        give.mutate({ body: { code, recovery } }, { onSuccess: onEnter })
      }}
    >
      <TextInput
        label={t(recovery ? 'signIn.recovery' : 'signIn.code')}
        required
        autoComplete="one-time-code"
        inputMode={recovery ? 'text' : 'numeric'}
        maxLength={40}
        value={code}
        onChange={(event) => setCode(event.currentTarget.value)}
      />
      <FormErrors error={give.error} />
      <Button type="submit" loading={give.isPending}>
        {t('signIn.confirm')}
      </Button>
      <Button variant="subtle" onClick={() => setRecovery(!recovery)}>
        {t(recovery ? 'signIn.useCode' : 'signIn.useRecovery')}
      </Button>
    </form>
  )
}
