import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ScopedLink } from '../../components/scoped-link.tsx'
import { useRecord } from '../../components/use-record.ts'
import { tokens } from '../../data/tokens.ts'
import { session } from '../../data/workspace.ts'
import { Lines, Nothing } from '../../ui/lines.tsx'
import { Page } from '../../ui/page.tsx'
import { Section } from '../../ui/section.tsx'
import { WaitingLines } from '../../ui/waiting-lines.tsx'
import { HowTo } from './how-to.tsx'
import { MakeDialog } from './make-dialog.tsx'
import { hasEnded, TokenLine } from './token-line.tsx'
import classes from './tokens.module.css'

/** One's own tokens for programs: those in force, those that have ended, and how to use one. */
export function Component() {
  const { t } = useTranslation('tokens')
  const who = useRecord(session.read())
  // Where nobody signs in there is nobody in whose name a program would act.
  const accounts = who && Boolean(who.rights)
  const list = useRecord({ ...tokens.list(), enabled: accounts === true })
  const [now] = useState(() => Date.now())
  const [making, setMaking] = useState(false)
  const inForce = list?.items.filter((token) => !hasEnded(token, now)) ?? []
  const ended = list?.items.filter((token) => hasEnded(token, now)) ?? []
  return (
    <Page
      title={t('title')}
      eyebrow={<ScopedLink to="/settings">{t('back')}</ScopedLink>}
      subtitle={t('text')}
      actions={accounts && <Button onClick={() => setMaking(true)}>{t('make')}</Button>}
    >
      {accounts === false && <Nothing>{t('noAccounts')}</Nothing>}
      {list ? (
        <div className={classes.column}>
          <Section title={t('inForce')} count={inForce.length || undefined}>
            {inForce.length === 0 && <Nothing>{t('none')}</Nothing>}
            <Lines label={t('inForce')}>
              {inForce.map((token) => (
                <TokenLine key={token.id} token={token} now={now} />
              ))}
            </Lines>
          </Section>
          {ended.length > 0 && (
            <Section title={t('ended')} count={ended.length}>
              <Lines label={t('ended')}>
                {ended.map((token) => (
                  <TokenLine key={token.id} token={token} now={now} />
                ))}
              </Lines>
            </Section>
          )}
          <HowTo />
        </div>
      ) : (
        accounts !== false && <WaitingLines />
      )}
      {making && <MakeDialog onClose={() => setMaking(false)} />}
    </Page>
  )
}
