import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { ScopedLink } from '../../components/scoped-link.tsx'
import { session, workspace } from '../../data/workspace.ts'
import { Page } from '../../ui/page.tsx'
import { Section } from '../../ui/section.tsx'
import { DataSection } from './data-section.tsx'
import { GeneralForm } from './general-form.tsx'
import classes from './settings.module.css'
import { StorageSection } from './storage-section.tsx'

/** The workspace: its name and day, its file, where it is kept. */
export function Component() {
  const { t } = useTranslation('settings')
  const { data } = useQuery(workspace.read())
  const { data: reader } = useQuery(session.read())
  return (
    <Page title={t('title')}>
      {data && <GeneralForm key={data.version} workspace={data} />}
      {data && <DataSection workspace={data} />}
      {reader && <StorageSection host={reader.host} />}
      <Section title={t('more.title')}>
        <ul className={classes.links}>
          {(['history', 'bin', 'api'] as const).map((name) => (
            <li key={name}>
              <ScopedLink to={name === 'api' ? '/api-docs' : `/${name}`}>{t(`more.${name}`)}</ScopedLink>
              <div className={classes.hint}>{t(`more.${name}Hint`)}</div>
            </li>
          ))}
        </ul>
      </Section>
      <Section title={t('about.title')}>
        <p>{t('about.text')}</p>
        <p className={classes.hint}>
          {reader && t(`about.host.${reader.host}`)} {data && t(`about.origin.${data.origin}`)}{' '}
          {t('about.licence')}
        </p>
      </Section>
    </Page>
  )
}
