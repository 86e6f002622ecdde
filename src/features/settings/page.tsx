import { useTranslation } from 'react-i18next'
import { useMay } from '../../components/may.ts'
import { ScopedLink } from '../../components/scoped-link.tsx'
import { useRecord } from '../../components/use-record.ts'
import { session, workspace } from '../../data/workspace.ts'
import { Line, Lines } from '../../ui/lines.tsx'
import { Page } from '../../ui/page.tsx'
import { Section } from '../../ui/section.tsx'
import { WaitingLines } from '../../ui/waiting-lines.tsx'
import { DataSection } from './data-section.tsx'
import { General } from './general.tsx'
import classes from './settings.module.css'
import { StorageSection } from './storage-section.tsx'

/** The workspace: its name and day, its file, where it is kept, and what lies behind it. */
export function Component() {
  const { t } = useTranslation('settings')
  const settings = useRecord(workspace.read())
  const who = useRecord(session.read())
  const may = useMay()
  if (!settings || !who)
    return (
      <Page title={t('title')}>
        <WaitingLines />
      </Page>
    )
  return (
    <Page title={t('title')}>
      <div className={classes.column}>
        <General settings={settings} />
        {may('workspace.export') && <DataSection settings={settings} />}
        <StorageSection host={who.host} />
        <Section title={t('more.title')}>
          <Lines>
            {who.rights?.includes('access.manage') && (
              <Line title={<ScopedLink to="/access">{t('more.access')}</ScopedLink>}>
                {t('more.accessHint')}
              </Line>
            )}
            {who.rights && (
              <Line title={<ScopedLink to="/settings/tokens">{t('more.tokens')}</ScopedLink>}>
                {t('more.tokensHint')}
              </Line>
            )}
            {who.rights?.includes('audit.read') && (
              <Line title={<ScopedLink to="/settings/audit">{t('more.audit')}</ScopedLink>}>
                {t('more.auditHint')}
              </Line>
            )}
            {who.host !== 'browser' && (!who.rights || who.rights.includes('webhooks.manage')) && (
              <Line title={<ScopedLink to="/settings/webhooks">{t('more.webhooks')}</ScopedLink>}>
                {t('more.webhooksHint')}
              </Line>
            )}
            {(
              [
                ['rates', '/settings/rates', 'budgets.read'],
                ['calendar', '/settings?dialog=calendar', 'records.read'],
                ['history', '/history', 'history.read'],
                ['bin', '/bin', 'history.read'],
                ['api', '/api-docs', 'own.session'],
              ] as const
            )
              .filter(([, , right]) => may(right))
              .map(([name, path]) => (
                <Line key={name} title={<ScopedLink to={path}>{t(`more.${name}`)}</ScopedLink>}>
                  {t(`more.${name}Hint`)}
                </Line>
              ))}
          </Lines>
        </Section>
        <Section title={t('about.title')}>
          <p className={classes.words}>
            {t('about.text')} {t(`about.host.${who.host}`)} {t(`about.origin.${settings.origin}`)}
          </p>
          <p className={classes.words}>{t('about.licence')}</p>
        </Section>
      </div>
    </Page>
  )
}
