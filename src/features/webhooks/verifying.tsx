import { useTranslation } from 'react-i18next'
import { Section } from '../../ui/section.tsx'
import classes from './webhooks.module.css'

const sample = `import { Webhook } from 'standardwebhooks' // for other languages: standardwebhooks.com

// The body as it arrived, before anything has read it as JSON
const { type, data } = new Webhook(process.env.CORRIDOR_SECRET).verify(body, headers)
// "agreements.changed", { noun: "agreements", id: "…", version: 3, verb: "agreements.sign" }
await fetch(\`https://corridor.example.org/api/\${data.noun}/\${data.id}\`, …)`

/** How a receiver knows that what it got is from here. */
export function Verifying() {
  const { t } = useTranslation('webhooks')
  return (
    <Section title={t('verify.title')}>
      <p className={classes.words}>{t('verify.text')}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
      <pre className={classes.code} tabIndex={0} role="region" aria-label={t('verify.sample')}>
        <code>{sample}</code>
      </pre>
    </Section>
  )
}
