import { Button, Menu } from '@mantine/core'
import MoreHorizontal from 'lucide-react/icons/ellipsis'
import Plus from 'lucide-react/icons/plus'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNoWriting } from '../../../components/may-write.ts'
import { RecordLink } from '../../../components/record-link.tsx'
import { SampleMark } from '../../../components/sample-mark.tsx'
import { useScope } from '../../../components/scope.ts'
import { useWrite } from '../../../components/use-write.ts'
import type { Schedule } from '../../../contract/meetings.ts'
import type { Mission } from '../../../contract/missions.ts'
import type { MissionResults, Outcome } from '../../../contract/outcomes.ts'
import { outcomes } from '../../../data/missions.ts'
import { useFormat } from '../../../i18n/format.ts'
import { ActionButton } from '../../../ui/action-button.tsx'
import { Line, Lines, Nothing } from '../../../ui/lines.tsx'
import { Section } from '../../../ui/section.tsx'
import { StatusBadge } from '../../../ui/status-badge.tsx'
import { OutcomeDialog } from './outcome-dialog.tsx'

interface Props {
  mission: Mission
  results: MissionResults
  schedule: Schedule
}

/** What came of the mission, each with its value, its evidence, and whether the company says so too. */
export function Outcomes({ mission, results, schedule }: Props) {
  const { t } = useTranslation('results')
  const f = useFormat()
  const noWriting = useNoWriting()
  const [editing, setEditing] = useState<Outcome | 'new' | null>(null)
  const found = results.outcomes
  return (
    <Section
      title={t('outcomes.title')}
      count={found.length || undefined}
      action={
        <ActionButton
          size="compact-sm"
          variant="subtle"
          reason={noWriting}
          leftSection={<Plus size={14} aria-hidden />}
          onClick={() => setEditing('new')}
        >
          {t('outcomes.add')}
        </ActionButton>
      }
    >
      {found.length === 0 && <Nothing>{t('outcomes.none')}</Nothing>}
      <Lines label={t('outcomes.title')}>
        {found.map((outcome) => (
          <OutcomeLine key={outcome.id} outcome={outcome} onEdit={() => setEditing(outcome)} />
        ))}
      </Lines>
      {results.values.length > 0 && (
        <p>{t('outcomes.worth', { sums: f.list(results.values.map(f.money)) })}</p>
      )}
      {editing && (
        <OutcomeDialog
          mission={mission}
          schedule={schedule}
          outcome={editing === 'new' ? null : editing}
          onClose={() => setEditing(null)}
        />
      )}
    </Section>
  )
}

function OutcomeLine({ outcome, onEdit }: { outcome: Outcome; onEdit: () => void }) {
  const { t } = useTranslation(['results', 'common'])
  const f = useFormat()
  const { day } = useScope()
  const noWriting = useNoWriting()
  const update = useWrite(outcomes.update, { message: () => t('outcomes.changed'), failure: 'toast' })
  const remove = useWrite(outcomes.remove, { message: () => t('outcomes.removed'), failure: 'toast' })
  const params = { id: outcome.id }
  const { version } = outcome
  const { counterpart } = outcome
  return (
    <Line
      title={
        <>
          {outcome.title} {outcome.sample && <SampleMark />}
        </>
      }
      end={
        <>
          {outcome.value && <strong>{f.money(outcome.value)}</strong>}{' '}
          {!noWriting && (
            <Menu position="bottom-end">
              <Menu.Target>
                <Button
                  variant="subtle"
                  size="compact-sm"
                  color="gray"
                  aria-label={t('outcomes.actions', { name: outcome.title })}
                >
                  <MoreHorizontal size={16} aria-hidden />
                </Button>
              </Menu.Target>
              <Menu.Dropdown>
                {!outcome.confirmedOn && (
                  <Menu.Item onClick={() => update.mutate({ params, version, body: { confirmedOn: day } })}>
                    {t('outcomes.confirm')}
                  </Menu.Item>
                )}
                <Menu.Item onClick={onEdit}>{t('common:edit')}</Menu.Item>
                <Menu.Item onClick={() => remove.mutate({ params, version })}>{t('common:delete')}</Menu.Item>
              </Menu.Dropdown>
            </Menu>
          )}
        </>
      }
    >
      <StatusBadge tone={outcome.confirmedOn ? 'active' : 'planned'}>
        {t(`outcomes.kind.${outcome.kind}`)}
      </StatusBadge>{' '}
      {f.list(outcome.companies.map(({ name }) => name))}{' '}
      {counterpart && (
        <>
          {t('outcomes.with')} <RecordLink noun="organisations" id={counterpart.id} name={counterpart.name} />
        </>
      )}
      {outcome.on && ` · ${f.date(outcome.on)}`}
      {' · '}
      {outcome.confirmedOn
        ? t('outcomes.confirmed', { on: f.date(outcome.confirmedOn) })
        : t('outcomes.unconfirmed')}
      {outcome.evidence && ` · ${outcome.evidence}`}
    </Line>
  )
}
