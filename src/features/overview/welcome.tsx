import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { useNoWriting } from '../../components/may-write.ts'
import { useWrite } from '../../components/use-write.ts'
import { workspace } from '../../data/workspace.ts'
import { ActionButton } from '../../ui/action-button.tsx'
import { useDialogAddress } from '../../ui/dialog-address.ts'
import { Page } from '../../ui/page.tsx'
import { Section } from '../../ui/section.tsx'
import classes from './overview.module.css'

/** The overview of an empty workspace: what it is for, and the first things to do. */
export function Welcome() {
  const { t } = useTranslation('overview')
  const noSigning = useNoWriting('activity.decide')
  const noAdding = useNoWriting('directory.write')
  const noReplacing = useNoWriting('workspace.replace')
  const navigate = useNavigate()
  const sign = useDialogAddress('sign')
  const cluster = useDialogAddress('new-organisation')
  const load = useWrite(workspace.reset, { message: () => t('welcome.demoLoaded'), failure: 'toast' })
  const ways = [
    { name: 'sign', run: () => sign.open(), reason: noSigning },
    { name: 'cluster', run: () => cluster.open({ kind: 'cluster' }), reason: noAdding },
    {
      name: 'demo',
      run: () => load.mutate({ body: { to: 'demo' } }),
      busy: load.isPending,
      reason: noReplacing,
    },
  ] as const
  return (
    <Page title={t('welcome.title')}>
      <div className={classes.welcome}>
        <p className={classes.lead}>{t('welcome.text')}</p>
        <Section title={t('welcome.first')}>
          <ul className={classes.ways}>
            {ways.map((way) => (
              <li key={way.name} className={classes.way}>
                <div>
                  <strong>{t(`welcome.${way.name}`)}</strong>
                  <span>{t(`welcome.${way.name}Hint`)}</span>
                </div>
                <ActionButton
                  variant={way.name === 'sign' ? 'filled' : 'default'}
                  reason={way.reason}
                  loading={'busy' in way && way.busy}
                  onClick={way.run}
                >
                  {t(`welcome.${way.name}`)}
                </ActionButton>
              </li>
            ))}
            <li className={classes.way}>
              <div>
                <strong>{t('welcome.import')}</strong>
                <span>{t('welcome.importHint')}</span>
              </div>
              <Button variant="default" onClick={() => void navigate('/settings#data')}>
                {t('welcome.import')}
              </Button>
            </li>
          </ul>
        </Section>
      </div>
    </Page>
  )
}
