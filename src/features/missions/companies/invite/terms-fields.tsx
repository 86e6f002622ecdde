import { Select, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useProblem } from '../../../../components/problem-sentence.ts'
import type { Mission } from '../../../../contract/missions.ts'
import { holdsPlace, type ParticipationState } from '../../../../domain/participation.ts'
import { DateInput } from '../../../../ui/date-input.tsx'
import { FieldRow } from '../../../../ui/field-row.tsx'
import { AidField } from '../move/aid-field.tsx'
import type { Terms } from './terms.ts'

const beginnings: Record<'home' | 'partner', readonly ParticipationState[]> = {
  home: ['invited', 'applied', 'shortlisted', 'accepted', 'waitlisted', 'confirmed'],
  partner: ['invited', 'accepted', 'confirmed'],
}

/** How those chosen begin. The reason is there where they are taken in at once: the gate may want one. */
export function TermsFields({
  mission,
  side,
  terms,
  onChange,
  error,
}: {
  mission: Mission
  side: 'home' | 'partner'
  terms: Terms
  onChange: (patch: Partial<Terms>) => void
  error: unknown
}) {
  const { t } = useTranslation(['participations', 'common'])
  const problem = useProblem(error)
  const clusters = mission.bodies.filter(({ isCluster }) => isCluster)
  return (
    <>
      <FieldRow>
        <Select
          label={t('invite.state')}
          allowDeselect={false}
          data={beginnings[side].map((value) => ({ value, label: t(`common:participationState.${value}`) }))}
          value={terms.state}
          error={problem.field('state')}
          onChange={(state) => state && onChange({ state: state as ParticipationState })}
        />
        <DateInput
          label={t('step.since')}
          value={terms.since}
          error={problem.field('since')}
          onChange={(since) => onChange({ since })}
        />
        {side === 'home' && (
          <Select
            label={t('invite.cluster')}
            clearable
            placeholder={t('invite.byMembership')}
            data={clusters.map(({ organisation }) => ({ value: organisation.id, label: organisation.name }))}
            value={terms.clusterId}
            onChange={(clusterId) => onChange({ clusterId })}
          />
        )}
      </FieldRow>
      {side === 'home' && holdsPlace(terms.state) && (
        <TextInput
          label={t('step.reason')}
          description={t('invite.reasonHint')}
          maxLength={2000}
          value={terms.reason}
          error={problem.field('reason') && t('step.reasonNeeded')}
          onChange={(event) => onChange({ reason: event.currentTarget.value })}
        />
      )}
      {side === 'home' && holdsPlace(terms.state) && (
        <AidField value={terms.aid} onChange={(aid) => onChange({ aid })} />
      )}
    </>
  )
}
