import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useWrite } from '../../components/use-write.ts'
import type { ApiToken } from '../../contract/tokens.ts'
import { tokens } from '../../data/tokens.ts'
import { useFormat } from '../../i18n/format.ts'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { Line } from '../../ui/lines.tsx'
import { keyOf } from './scope-key.ts'

export const hasEnded = ({ revokedAt, expiresAt }: ApiToken, now: number): boolean =>
  revokedAt !== null || Date.parse(expiresAt) <= now

/** One token: what it is for, until when, and when it was used last. */
export function TokenLine({ token, now }: { token: ApiToken; now: number }) {
  const { t } = useTranslation('tokens')
  const f = useFormat()
  const [asking, setAsking] = useState(false)
  const revoke = useWrite(tokens.revoke, {
    message: () => t('revoked', { name: token.name }),
    onDone: () => setAsking(false),
    failure: 'toast',
  })
  const { id, name, hint, scopes, expiresAt, lastUsedAt, revokedAt } = token
  const facts = [
    `${hint}…`,
    f.list(scopes.map((scope) => t(`scope.${keyOf(scope)}`))),
    revokedAt
      ? t('revokedOn', { date: f.dayOf(revokedAt) })
      : t(Date.parse(expiresAt) > now ? 'until' : 'expiredOn', { date: f.dayOf(expiresAt) }),
    lastUsedAt ? t('used', { at: f.instant(lastUsedAt) }) : t('unused'),
  ]
  return (
    <Line
      title={name}
      end={
        !hasEnded(token, now) && (
          <Button
            size="xs"
            variant="default"
            aria-label={t('revokeNamed', { name })}
            onClick={() => setAsking(true)}
          >
            {t('revoke')}
          </Button>
        )
      }
    >
      {facts.join(' · ')}
      {asking && (
        <ConfirmDialog
          danger
          title={t('revokeTitle', { name })}
          action={t('revokeDo')}
          busy={revoke.isPending}
          onConfirm={() => revoke.mutate({ params: { id } })}
          onClose={() => setAsking(false)}
        >
          {t('revokeText')}
        </ConfirmDialog>
      )}
    </Line>
  )
}
