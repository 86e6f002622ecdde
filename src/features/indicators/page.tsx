import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import { Notes } from '../../components/dossier/notes.tsx'
import { Sources } from '../../components/dossier/sources.tsx'
import { Tasks } from '../../components/dossier/tasks.tsx'
import { IndicatorLines } from '../../components/indicator/lines.tsx'
import { Progress } from '../../components/indicator/progress.tsx'
import { definitionIn, titleIn } from '../../components/indicator/words.ts'
import { RecordHistory } from '../../components/record-history.tsx'
import { RecordPage, RecordWaiting } from '../../components/record-page.tsx'
import { useScope, useScopedNavigate } from '../../components/scope.ts'
import { ScopedLink } from '../../components/scoped-link.tsx'
import type { RecordEditing } from '../../components/text-fact.tsx'
import { useRecord } from '../../components/use-record.ts'
import { useWrite } from '../../components/use-write.ts'
import type { Indicator } from '../../contract/indicators.ts'
import { indicators } from '../../data/indicators.ts'
import { useFormat } from '../../i18n/format.ts'
import { Columns } from '../../ui/page.tsx'
import { Section } from '../../ui/section.tsx'
import { type IndicatorPatch, RuleFacts } from './facts.tsx'
import classes from './records.module.css'
import { Records } from './records.tsx'

/** One indicator: how far it is, by which records, and by which rule. */
export function Component() {
  const { id = '' } = useParams()
  const { t } = useTranslation(['indicators', 'common', 'history'])
  const f = useFormat()
  const { day } = useScope()
  const navigate = useScopedNavigate()
  const indicator = useRecord(indicators.read({ params: { id } }))
  const update = useWrite(indicators.update, { message: ({ title }) => t('updated', { title }) })
  const remove = useWrite(indicators.remove, {
    message: ({ title }) => t('removed', { title }),
    onDone: () => void navigate('/indicators'),
  })
  const restore = useWrite(indicators.restore, { message: ({ title }) => t('restored', { title }) })
  if (!indicator) return <RecordWaiting />
  const editing: RecordEditing<IndicatorPatch> = {
    version: indicator.version,
    reason: indicator.deletedAt ? t('common:inBinHint') : null,
    save: (body, version) => update.mutateAsync({ params: { id }, body, version }),
  }
  const record = { noun: 'indicators', recordId: id } as const
  return (
    <RecordPage
      record={indicator}
      remove={remove}
      restore={restore}
      title={titleIn(f.language, indicator)}
      eyebrow={<ScopedLink to="/indicators">{t('title')}</ScopedLink>}
      subtitle={[
        t(`vocabulary.${indicator.vocabulary}`),
        indicator.funder?.name,
        t('asOf', { date: f.date(day) }),
      ]
        .filter(Boolean)
        .join(' · ')}
    >
      <Columns
        aside={
          <>
            <Section title={t('facts')}>
              <RuleFacts indicator={indicator} editing={editing} />
            </Section>
            <Sources {...record} />
            <Notes {...record} />
            <Tasks {...record} />
          </>
        }
      >
        <div className={classes.actual}>
          <Progress indicator={indicator} />
          <p>{definitionIn(f.language, indicator) ?? t(`means.${indicator.measure}`)}</p>
        </div>
        <Records id={id} />
        <SameFacts indicator={indicator} />
        <RecordHistory {...record} few />
      </Columns>
    </RecordPage>
  )
}

/** What others ask of the same alliance, cluster or grant, in their words. */
function SameFacts({ indicator: { id, alliance, cluster, grant } }: { indicator: Indicator }) {
  const { t } = useTranslation('indicators')
  const scope = alliance
    ? { alliance: alliance.id }
    : cluster
      ? { cluster: cluster.id }
      : grant
        ? { grant: grant.id }
        : {}
  const { data } = useQuery(indicators.page({ query: { ...scope, limit: 20 } }))
  const others = data?.items.filter((other) => other.id !== id) ?? []
  if (others.length === 0) return null
  return (
    <Section title={t('sameFacts')}>
      <IndicatorLines label={t('sameFacts')} rows={others} />
    </Section>
  )
}
