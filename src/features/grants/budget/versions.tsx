import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNoWriting } from '../../../components/may-write.ts'
import { useReason } from '../../../components/problem-sentence.ts'
import { SampleTag } from '../../../components/sample-tag.tsx'
import { useScope } from '../../../components/scope.ts'
import { ScopedLink } from '../../../components/scoped-link.tsx'
import { useWrite } from '../../../components/use-write.ts'
import type { Budget } from '../../../contract/budget.ts'
import type { Grant } from '../../../contract/grants.ts'
import { budget as data } from '../../../data/grants.ts'
import { useFormat } from '../../../i18n/format.ts'
import { ActionButton } from '../../../ui/action-button.tsx'
import { Line, Lines } from '../../../ui/lines.tsx'
import { Section } from '../../../ui/section.tsx'
import { StatusBadge } from '../../../ui/status-badge.tsx'
import { useHasDraft } from '../../../ui/use-draft.ts'
import { AdoptDialog } from './adopt-dialog.tsx'
import { draftKey } from './draft-key.ts'
import type { Version } from './tab.tsx'
import { useVersionName } from './version-name.ts'

interface Props {
  grant: Grant
  budget: Budget
  shown: Version | undefined
}

/** The versions of a budget, the one shown marked; a draft can be adopted or thrown away. */
export function Versions({ grant, budget, shown }: Props) {
  const { t } = useTranslation('budget')
  const f = useFormat()
  const { day } = useScope()
  const name = useVersionName(budget)
  const own = `/grants/${grant.id}/budget`
  return (
    <Section title={t('version.title')} action={<Amend grant={grant} budget={budget} />}>
      <Lines label={t('version.title')}>
        {budget.versions.map((version) => (
          <Line
            key={version.id}
            title={
              <ScopedLink
                to={`${own}?version=${version.id}`}
                aria-current={version.id === shown?.id ? 'true' : undefined}
              >
                {name(version)}
              </ScopedLink>
            }
            end={
              <>
                {f.money({ minor: version.total, currency: budget.currency })}{' '}
                {version.adoptedOn === null && (
                  <DraftActions grant={grant} budget={budget} version={version} />
                )}
              </>
            }
          >
            <VersionBadge version={version} budget={budget} day={day} />{' '}
            {version.adoptedOn && t('version.adopted', { date: f.date(version.adoptedOn) })}
            {version.note && ` · ${version.note}`} {version.sample && <SampleTag />}
          </Line>
        ))}
      </Lines>
    </Section>
  )
}

function VersionBadge({ version, budget, day }: { version: Version; budget: Budget; day: string }) {
  const { t } = useTranslation('budget')
  const { id, adoptedOn } = version
  if (adoptedOn === null) return <StatusBadge tone="preparation">{t('version.draftBadge')}</StatusBadge>
  if (id === budget.inForceId) return <StatusBadge tone="active">{t('version.inForce')}</StatusBadge>
  return adoptedOn > day ? (
    <StatusBadge tone="planned">{t('version.later')}</StatusBadge>
  ) : (
    <StatusBadge tone="closed">{t('version.superseded')}</StatusBadge>
  )
}

/** Begins an amendment from what is in force; one draft at a time. */
function Amend({ grant, budget }: Omit<Props, 'shown'>) {
  const { t } = useTranslation('budget')
  const noWriting = useNoWriting()
  const reason = useReason()
  const hasOpen = budget.versions.some(({ adoptedOn }) => adoptedOn === null)
  const begin = useWrite(data.begin, { message: () => t('version.begun'), failure: 'toast' })
  const refusal = grant.deletedAt ? { code: 'record_in_bin' } : hasOpen ? { code: 'budget_draft_open' } : null
  return (
    <ActionButton
      variant="subtle"
      size="compact-sm"
      reason={noWriting ?? reason(refusal)}
      loading={begin.isPending}
      onClick={() => begin.mutate({ params: { id: grant.id }, body: {}, version: budget.version })}
    >
      {t('version.amend')}
    </ActionButton>
  )
}

function DraftActions({ grant, budget, version }: { grant: Grant; budget: Budget; version: Version }) {
  const { t } = useTranslation('budget')
  const noWriting = useNoWriting()
  const [adopting, setAdopting] = useState(false)
  const drop = useWrite(data.drop, { message: () => t('version.dropped'), failure: 'toast' })
  const reason = useReason()
  const unsaved = useHasDraft(draftKey(version.id)) ? t('version.unsavedFirst') : null
  const isEmpty = !budget.lines.some(({ amounts }) => amounts.some((one) => one.versionId === version.id))
  const empty = reason(isEmpty ? { code: 'budget_without_lines' } : null)
  return (
    <>
      <ActionButton
        size="compact-sm"
        reason={noWriting ?? unsaved ?? empty}
        onClick={() => setAdopting(true)}
      >
        {t('version.adopt')}
      </ActionButton>
      <ActionButton
        size="compact-sm"
        variant="subtle"
        color="gray"
        reason={noWriting}
        loading={drop.isPending}
        onClick={() =>
          drop.mutate({ params: { id: grant.id, versionId: version.id }, version: budget.version })
        }
      >
        {t('version.drop')}
      </ActionButton>
      {adopting && (
        <AdoptDialog grant={grant} budget={budget} version={version} onClose={() => setAdopting(false)} />
      )}
    </>
  )
}
