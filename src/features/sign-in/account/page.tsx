import { Button, Group } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FormErrors } from '../../../components/form-errors.tsx'
import { useProblem } from '../../../components/problem-sentence.ts'
import { useRecord } from '../../../components/use-record.ts'
import { useWrite } from '../../../components/use-write.ts'
import type { OwnAccount } from '../../../contract/access.ts'
import { account, signIn } from '../../../data/access.ts'
import { useFormat } from '../../../i18n/format.ts'
import { Line, Lines } from '../../../ui/lines.tsx'
import { Page } from '../../../ui/page.tsx'
import { Section } from '../../../ui/section.tsx'
import { WaitingLines } from '../../../ui/waiting-lines.tsx'
import { PasswordField } from '../password-input.tsx'
import classes from '../stage.module.css'
import { SecondFactor } from './second-factor.tsx'

/** One's own account: password, second factor, and where one is signed in. */
export function Component() {
  const { t } = useTranslation('access')
  const own = useRecord(account.read())
  return (
    <Page title={t('account.title')} subtitle={own && t('account.signedInAs', { email: own.email })}>
      {own ? (
        <div className={classes.column}>
          {own.password && <ChangePassword />}
          {own.password && <SecondFactor on={own.secondFactor} />}
          <Sessions sessions={own.sessions} />
        </div>
      ) : (
        <WaitingLines />
      )}
    </Page>
  )
}

function ChangePassword() {
  const { t } = useTranslation('access')
  const [current, setCurrent] = useState('')
  const [next, setNext] = useState('')
  const change = useWrite(signIn.password, {
    message: () => t('account.changed'),
    onDone: () => {
      setCurrent('')
      setNext('')
    },
  })
  const problem = useProblem(change.error)
  return (
    <Section title={t('account.passwordTitle')}>
      <form
        className={classes.form}
        onSubmit={(event) => {
          event.preventDefault()
          change.mutate({ body: { current, next } })
        }}
      >
        <p>{t('account.passwordText')}</p>
        <PasswordField label={t('account.current')} value={current} onChange={setCurrent} />
        <PasswordField
          isNew
          label={t('signIn.newPassword')}
          value={next}
          onChange={setNext}
          error={problem.field('next')}
        />
        <FormErrors error={change.error} fields={['next']} />
        <Group>
          <Button type="submit" loading={change.isPending}>
            {t('account.change')}
          </Button>
        </Group>
      </form>
    </Section>
  )
}

function Sessions({ sessions }: Pick<OwnAccount, 'sessions'>) {
  const { t } = useTranslation('access')
  const f = useFormat()
  const end = useWrite(account.endSession, { message: () => t('account.sessionEnded'), failure: 'toast' })
  return (
    <Section title={t('account.sessionsTitle')} count={sessions.length}>
      <Lines>
        {sessions.map(({ id, current, since, from, browser }) => (
          <Line
            key={id}
            title={current ? t('account.sessionHere') : (browser ?? t('account.unknownBrowser'))}
            end={
              !current && (
                <Button size="xs" variant="default" onClick={() => end.mutate({ params: { id } })}>
                  {t('account.sessionEnd')}
                </Button>
              )
            }
          >
            {t('account.sessionSince', { since: f.instant(since), from: from ?? '?' })}
          </Line>
        ))}
      </Lines>
    </Section>
  )
}
