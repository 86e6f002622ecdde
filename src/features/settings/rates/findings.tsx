import { useTranslation } from 'react-i18next'
import type { Reply } from '../../../contract/endpoint.ts'
import type { importRates, RateFinding } from '../../../contract/rates.ts'
import { useFormat } from '../../../i18n/format.ts'
import { Line, Lines } from '../../../ui/lines.tsx'
import { StatusBadge } from '../../../ui/status-badge.tsx'

const tones = { refused: 'overdue', flagged: 'expiring', note: 'planned' } as const

/** What the checks found, the gravest first: each with its day, its currency and its figures. */
export function Findings({ checked: { findings, counts } }: { checked: Reply<typeof importRates> }) {
  const { t } = useTranslation('rates')
  const sentence = useSentence()
  const all = counts.reduce((sum, { count }) => sum + count, 0)
  if (all === 0) return <p>{t('finding.none')}</p>
  return (
    <>
      <Lines label={t('finding.title')}>
        {findings.map((finding, n) => (
          <Line
            key={n}
            title={sentence(finding)}
            end={
              <StatusBadge tone={tones[finding.severity]}>{t(`severity.${finding.severity}`)}</StatusBadge>
            }
          />
        ))}
      </Lines>
      {all > findings.length && <p>{t('finding.more', { count: all - findings.length })}</p>}
    </>
  )
}

function useSentence() {
  const { t } = useTranslation('rates')
  const f = useFormat()
  return ({ kind, on, currency, line, params }: RateFinding): string => {
    const words = {
      ...params,
      currency: currency ?? '',
      line: line ?? 0,
      date: on ? f.date(on) : '',
      before: typeof params.before === 'string' && kind === 'order' ? f.date(params.before) : params.before,
    }
    if (kind === 'order') return t(params.before === undefined ? 'finding.left_out' : 'finding.order', words)
    return t(`finding.${kind}`, words)
  }
}
