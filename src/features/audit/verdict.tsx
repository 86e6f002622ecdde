import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { FormErrors } from '../../components/form-errors.tsx'
import type { AuditVerdict } from '../../contract/audit.ts'
import { verifyAudit } from '../../data/audit.ts'
import { useFormat } from '../../i18n/format.ts'
import { Notice } from '../../ui/notice.tsx'
import { Section } from '../../ui/section.tsx'
import classes from './audit.module.css'

/** Checks the chain when asked to, and says what it found. */
export function Verdict() {
  const { t } = useTranslation('audit')
  const check = useMutation({ mutationFn: verifyAudit })
  return (
    <Section
      title={t('verify.title')}
      action={
        <Button variant="default" size="xs" loading={check.isPending} onClick={() => check.mutate()}>
          {t('verify.now')}
        </Button>
      }
    >
      <div className={classes.verdict} aria-live="polite">
        {check.data ? <Found verdict={check.data} /> : <p>{t('verify.text')}</p>}
        <FormErrors error={check.error} />
      </div>
    </Section>
  )
}

function Found({ verdict }: { verdict: AuditVerdict }) {
  const { t } = useTranslation('audit')
  const f = useFormat()
  const { ok, flaw, head, entries, blocks, pending, expired, redacted, replaced } = verdict
  const place = { position: flaw?.position ?? 0, block: flaw?.block ?? 0 }
  const counts = [
    t('verify.checked', { entries: f.number(entries), blocks: f.number(blocks) }),
    pending > 0 && t('verify.pending', { count: pending }),
    expired > 0 && t('verify.expired', { count: expired }),
    redacted > 0 && t('verify.redacted', { count: redacted }),
    replaced > 0 && t('verify.replaced', { count: replaced }),
  ]
  return (
    <>
      <Notice tone={ok ? 'active' : 'overdue'} title={t(ok ? 'verify.whole' : 'verify.broken')}>
        {flaw && <span>{t(`flaw.${flaw.code}`, place)}</span>}
      </Notice>
      <p>{counts.filter(Boolean).join(' ')}</p>
      {head && (
        <p>
          {t('verify.head', { at: f.instant(head.at) })} <span className={classes.hash}>{head.hash}</span>
        </p>
      )}
    </>
  )
}
