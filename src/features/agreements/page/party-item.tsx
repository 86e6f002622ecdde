import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useNoWriting } from '../../../components/may-write.ts'
import { RecordLink } from '../../../components/record-link.tsx'
import type { Agreement } from '../../../contract/agreements.ts'
import { agreementCan } from '../../../domain/agreement.ts'
import { useFormat } from '../../../i18n/format.ts'
import { useDialogAddress } from '../../../ui/dialog-address.ts'
import { StatusBadge } from '../../../ui/status-badge.tsx'
import classes from './page.module.css'
import { SignatureLine } from './signature-line.tsx'

interface Props {
  party: Agreement['parties'][number]
  agreement: Agreement
  homeZone: string
}

/** One party: its signature, its refusal, or that it has not signed yet. */
export function PartyItem({ party, agreement, homeZone }: Props) {
  const { t } = useTranslation('agreements')
  const f = useFormat()
  const { id, organisation, colour, required, signedOn, refusedOn } = party
  const others = agreement.parties.filter(({ side }) => side === party.side).length - 1
  const negotiates = organisation.id === agreement.negotiator?.id
  const signatures = agreement.signatures.filter(({ partyId }) => partyId === id)
  return (
    <li className={classes.party}>
      <div className={classes.partyHead}>
        <span>
          <RecordLink noun="organisations" id={organisation.id} name={organisation.name} colour={colour} />
          {negotiates && (
            <span className={classes.quiet}>
              {others > 0 ? t('parties.negotiatesFor', { count: others }) : t('parties.negotiates')}
            </span>
          )}
          {!required && <span className={classes.quiet}>{t('parties.optional')}</span>}
        </span>
        {signedOn ? (
          <StatusBadge tone={signedOn <= agreement.asOf ? 'active' : 'planned'}>
            {t('parties.signed', { date: f.date(signedOn) })}
          </StatusBadge>
        ) : (
          <Unsigned party={party} agreement={agreement} refused={refusedOn !== null} />
        )}
      </div>
      {signatures.map((signature) => (
        <SignatureLine
          key={signature.id}
          signature={signature}
          agreement={agreement}
          party={organisation.name}
          homeZone={homeZone}
        />
      ))}
    </li>
  )
}

const signParams = ['party'] as const

/** Not signed yet, or refused so far: the way to log its signature, where that can be. */
function Unsigned({ party, agreement, refused }: Omit<Props, 'homeZone'> & { refused: boolean }) {
  const { t } = useTranslation('agreements')
  const noWriting = useNoWriting('activity.decide')
  const sign = useDialogAddress('sign', signParams)
  const possible = !noWriting && !agreementCan.signFor(agreement, party.id)
  return (
    <span className={classes.unsigned}>
      <StatusBadge tone={refused ? 'overdue' : 'planned'}>
        {refused ? t('parties.refused') : t('parties.notYet')}
      </StatusBadge>
      {possible && (
        <Button
          variant="subtle"
          size="compact-sm"
          aria-label={t('parties.signFor', { party: party.organisation.name })}
          onClick={() => sign.open({ party: party.id })}
        >
          {t('parties.sign')}
        </Button>
      )}
    </span>
  )
}
