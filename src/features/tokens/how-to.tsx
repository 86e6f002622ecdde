import { useTranslation } from 'react-i18next'
import { ScopedLink } from '../../components/scoped-link.tsx'
import { Section } from '../../ui/section.tsx'
import classes from './tokens.module.css'

/** How a program shows its token. */
export function HowTo() {
  const { t } = useTranslation('tokens')
  return (
    <Section title={t('howTo.title')}>
      <p className={classes.words}>{t('howTo.text')}</p>
      <pre className={classes.example}>
        <code>{`curl -H "Authorization: Bearer $CORRIDOR_TOKEN" ${location.origin}/api/session`}</code>
      </pre>
      <p className={classes.words}>
        {t('howTo.more')} <ScopedLink to="/api-docs">{t('howTo.docs')}</ScopedLink>
      </p>
      <p className={classes.words}>{t('howTo.mcp', { address: `${location.origin}/mcp` })}</p>
    </Section>
  )
}
