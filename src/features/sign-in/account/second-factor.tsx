import { Anchor, Button, Group, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FormErrors } from '../../../components/form-errors.tsx'
import { useWrite } from '../../../components/use-write.ts'
import { signIn } from '../../../data/access.ts'
import { Section } from '../../../ui/section.tsx'
import { toast } from '../../../ui/toast.ts'
import { PasswordField } from '../password-input.tsx'
import classes from '../stage.module.css'
import { QrCode } from './qr-code.tsx'

/** Asks for a code of an authenticator beside the password, or no longer. */
export function SecondFactor({ on }: { on: boolean }) {
  const { t } = useTranslation('access')
  const client = useQueryClient()
  const [password, setPassword] = useState('')
  const begin = useMutation(signIn.secondFactor)
  const end = useWrite(signIn.noSecondFactor, {
    message: () => t('account.factorEnded'),
    onDone: () => void client.invalidateQueries(),
  })
  const begun = begin.data?.reply
  if (begun && !on) {
    const finish = () => {
      begin.reset()
      setPassword('')
      void client.invalidateQueries()
    }
    return <Confirm {...begun} onDone={finish} />
  }
  return (
    <Section title={t('account.factorTitle')}>
      <form
        className={classes.form}
        onSubmit={(event) => {
          event.preventDefault()
          if (on) end.mutate({ body: { password } }, { onSuccess: () => setPassword('') })
          else begin.mutate({ body: { password } })
        }}
      >
        <p>{t(on ? 'account.factorOn' : 'account.factorOff')}</p>
        <PasswordField label={t('signIn.password')} value={password} onChange={setPassword} />
        <FormErrors error={begin.error ?? end.error} />
        <Group>
          <Button type="submit" variant="default" loading={begin.isPending || end.isPending}>
            {t(on ? 'account.factorEnd' : 'account.factorBegin')}
          </Button>
        </Group>
      </form>
    </Section>
  )
}

/** In force only once a code shows that the key has arrived: nobody locks themselves out. */
function Confirm({
  uri,
  recoveryCodes,
  onDone,
}: {
  uri: string
  recoveryCodes: string[]
  onDone: () => void
}) {
  const { t } = useTranslation('access')
  const [code, setCode] = useState('')
  const give = useMutation(signIn.code)
  return (
    <Section title={t('account.factorTitle')}>
      <form
        className={classes.form}
        onSubmit={(event) => {
          event.preventDefault()
          give.mutate(
            { body: { code } },
            {
              onSuccess: () => {
                toast({ message: t('account.factorBegun') })
                onDone()
              },
            },
          )
        }}
      >
        <p>{t('account.factorScan')}</p>
        <QrCode text={uri} label={t('account.factorCode')} />
        <p>{t('account.factorSecret')}</p>
        <code className={classes.key}>{new URL(uri).searchParams.get('secret')}</code>
        <Anchor href={uri}>{t('account.factorOpen')}</Anchor>
        <p>{t('account.factorCodes')}</p>
        <ul className={classes.codes}>
          {recoveryCodes.map((one) => (
            <li key={one}>{one}</li>
          ))}
        </ul>
        <TextInput
          label={t('signIn.code')}
          required
          autoComplete="one-time-code"
          inputMode="numeric"
          maxLength={10}
          value={code}
          onChange={(event) => setCode(event.currentTarget.value)}
        />
        <FormErrors error={give.error} />
        <Group>
          <Button type="submit" loading={give.isPending}>
            {t('signIn.confirm')}
          </Button>
        </Group>
      </form>
    </Section>
  )
}
