import { Badge, Button, Group } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useWrite } from '../../components/use-write.ts'
import type { Member } from '../../contract/access.ts'
import { members } from '../../data/access.ts'
import { useFormat } from '../../i18n/format.ts'
import { Line } from '../../ui/lines.tsx'
import { RolesDialog } from './roles-dialog.tsx'

/** One account: who, with which roles, when last there; and what can be done with it. */
export function MemberLine({ member }: { member: Member }) {
  const { t } = useTranslation('access')
  const f = useFormat()
  const [changing, setChanging] = useState(false)
  const { id, email, person, invited, suspendedAt, secondFactor, lastSignIn, appointments } = member
  const name = person?.name ?? email
  const suspend = useWrite(members.update, {
    message: (reply) => t(reply.suspendedAt ? 'members.suspended' : 'members.resumed', { email }),
    failure: 'toast',
  })
  const again = useWrite(members.inviteAgain, {
    message: () => t('members.invited', { email }),
    failure: 'toast',
  })
  const roles = appointments
    .map(({ role, organisation, alliance }) => {
      const place = organisation?.name ?? alliance?.name
      return place ? `${t(`role.${role}`)}${f.colon}${place}` : t(`role.${role}`)
    })
    .join(' · ')
  return (
    <Line
      title={
        <Group gap="xs">
          {name}
          {invited && <Badge variant="light">{t('members.waiting')}</Badge>}
          {suspendedAt && (
            <Badge variant="light" color="red">
              {t('members.suspendedTag')}
            </Badge>
          )}
          {secondFactor && (
            <Badge variant="light" color="gray">
              {t('members.factorTag')}
            </Badge>
          )}
        </Group>
      }
      end={
        <Group gap={6} wrap="wrap" justify="flex-end">
          {invited && (
            <Button size="xs" variant="default" onClick={() => again.mutate({ params: { id } })}>
              {t('members.again')}
            </Button>
          )}
          <Button size="xs" variant="default" onClick={() => setChanging(true)}>
            {t('members.change')}
          </Button>
          <Button
            size="xs"
            variant="default"
            loading={suspend.isPending}
            onClick={() => suspend.mutate({ params: { id }, body: { suspended: !suspendedAt } })}
          >
            {t(suspendedAt ? 'members.resume' : 'members.suspend')}
          </Button>
        </Group>
      }
    >
      {[
        email,
        roles || t('members.none'),
        !invited && (lastSignIn ? t('members.last', { at: f.instant(lastSignIn) }) : t('members.never')),
      ]
        .filter(Boolean)
        .join(' · ')}
      {changing && <RolesDialog member={member} name={name} onClose={() => setChanging(false)} />}
    </Line>
  )
}
