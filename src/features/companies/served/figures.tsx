import { useTranslation } from 'react-i18next'
import type { ServedSummary } from '../../../contract/served.ts'
import { useEuros } from '../euros.ts'
import { type Figure, Figures } from './figure-row.tsx'
import { toCompanies, toRecords, toSmes } from './links.ts'

/** What there is in all, each figure leading to what it counts. */
export function ServedFigures({ summary }: { summary: ServedSummary }) {
  const { t } = useTranslation('served-figures')
  const euros = useEuros()
  const { often, never, aids } = summary
  const figure = (
    name: 'companies' | 'smes' | 'missions' | 'meetings' | 'useful' | 'services' | 'outcomes',
    to: string,
  ): Figure => ({
    value: summary[name],
    label: t(`figures.${name}`),
    to,
  })
  return (
    <Figures
      label={t('figures.label')}
      figures={[
        figure('companies', toCompanies()),
        figure('smes', toSmes()),
        {
          value: often.companies,
          label: t('figures.often', { from: often.from }),
          to: toCompanies({ atLeast: often.from }),
        },
        { value: never, label: t('figures.never'), to: '/companies?served=false' },
        figure('missions', toRecords('mission')),
        figure('meetings', toRecords('meeting')),
        figure('useful', toRecords('meeting', { useful: 'true' })),
        figure('services', toRecords('service')),
        {
          value: aids,
          label: t('figures.aids', { count: aids, sum: euros(summary.euros) }),
          to: toRecords('aid'),
        },
        figure('outcomes', toRecords('outcome')),
      ]}
    />
  )
}
