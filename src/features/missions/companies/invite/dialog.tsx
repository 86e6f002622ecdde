import { Button, Group } from '@mantine/core'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { FormErrors } from '../../../../components/form-errors.tsx'
import { useNoWriting } from '../../../../components/may-write.ts'
import { useReason } from '../../../../components/problem-sentence.ts'
import { useScope } from '../../../../components/scope.ts'
import { useWrite } from '../../../../components/use-write.ts'
import type { Mission } from '../../../../contract/missions.ts'
import { participations } from '../../../../data/participations.ts'
import { missionCan } from '../../../../domain/mission.ts'
import { holdsPlace } from '../../../../domain/participation.ts'
import { ActionButton } from '../../../../ui/action-button.tsx'
import { Dialog } from '../../../../ui/dialog.tsx'
import { useDialogAddress } from '../../../../ui/dialog-address.ts'
import { DialogFoot } from '../../../../ui/dialog-foot.tsx'
import { useDraft } from '../../../../ui/use-draft.ts'
import { WaitingLines } from '../../../../ui/waiting-lines.tsx'
import { useDialogMissionId, useMission } from '../../use-mission.ts'
import { isUnreadable } from '../move/aid-field.tsx'
import { blockedBy } from '../move/use-gate.ts'
import { Candidates } from './candidates.tsx'
import classes from './invite.module.css'
import { Known, useKnown } from './known.tsx'
import { firstTerms, toInput } from './terms.ts'
import { TermsFields } from './terms-fields.tsx'

const own = ['mission', 'who']

/** `?dialog=invite&mission=…&who=home`: takes organisations into a mission, chosen from a filtered list. */
export function Component() {
  const { t } = useTranslation('participations')
  const missionId = useDialogMissionId()
  const { close, param } = useDialogAddress('invite', own)
  const side = param('who') === 'partner' ? ('partner' as const) : ('home' as const)
  return (
    missionId && (
      <Dialog title={t(`invite.title.${side}`)} size="xl" onClose={close}>
        <Opened missionId={missionId} side={side} onClose={close} />
      </Dialog>
    )
  )
}

function Opened({
  missionId,
  ...rest
}: {
  missionId: string
  side: 'home' | 'partner'
  onClose: () => void
}) {
  const mission = useMission(missionId)
  return mission ? <InviteForm mission={mission} {...rest} /> : <WaitingLines />
}

function InviteForm({
  mission,
  side,
  onClose,
}: {
  mission: Mission
  side: 'home' | 'partner'
  onClose: () => void
}) {
  const { t } = useTranslation(['participations', 'common'])
  const { day } = useScope()
  const noWriting = useNoWriting()
  const reason = useReason()
  const initial = useMemo(
    () => ({ chosen: [] as [id: string, name: string][], terms: firstTerms(day) }),
    [day],
  )
  const draft = useDraft(`invite:${mission.id}:${side}`, initial)
  const { terms } = draft.values
  const chosen = new Map(draft.values.chosen)
  const known = useKnown(mission, side === 'home' ? [...chosen.keys()] : [], terms)
  const blocked = holdsPlace(terms.state) ? blockedBy(known) : null
  const close = () => {
    draft.clear()
    onClose()
  }
  const invite = useWrite(participations.invite, {
    message: ({ items, already }) =>
      [
        t('invite.done', { count: items.length }),
        already.length > 0 && t('invite.already', { count: already.length }),
      ]
        .filter(Boolean)
        .join(' '),
    onDone: close,
  })
  const nobody = chosen.size === 0 ? t('invite.nobody') : null
  return (
    <form
      noValidate
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault()
        if (nobody || blocked || invite.isPending || isUnreadable(terms.aid)) return
        invite.mutate({ params: { id: mission.id }, body: toInput(terms, side, [...chosen.keys()]) })
      }}
    >
      <Candidates
        mission={mission}
        side={side}
        chosen={chosen}
        onChoose={(next) => draft.set({ chosen: [...next] })}
      />
      <TermsFields
        mission={mission}
        side={side}
        terms={terms}
        onChange={(patch) => draft.set((current) => ({ terms: { ...current.terms, ...patch } }))}
        error={invite.error}
      />
      <FormErrors error={invite.error} fields={['since', 'reason', 'state']} />
      {/* It comes later than what stands above, and may be long: nothing that is being used is below it. */}
      <Known items={known} chosen={chosen.size} terms={terms} />
      <DialogFoot>
        <Group gap="xs" ml="auto">
          <Button variant="subtle" color="gray" onClick={close}>
            {t('common:cancel')}
          </Button>
          <ActionButton
            type="submit"
            loading={invite.isPending}
            reason={noWriting ?? reason(missionCan.change(mission) ?? blocked) ?? nobody}
          >
            {chosen.size === 0 ? t('common:add') : t('invite.action', { count: chosen.size })}
          </ActionButton>
        </Group>
      </DialogFoot>
    </form>
  )
}
