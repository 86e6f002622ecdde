import { ActionIcon, Menu } from '@mantine/core'
import Ellipsis from 'lucide-react/icons/ellipsis'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNoWriting } from '../../../components/may-write.ts'
import { useReason } from '../../../components/problem-sentence.ts'
import { RecordLink } from '../../../components/record-link.tsx'
import { useWrite } from '../../../components/use-write.ts'
import type { Agreement, Signature } from '../../../contract/agreements.ts'
import { agreements } from '../../../data/agreements.ts'
import { agreementCan } from '../../../domain/agreement.ts'
import { useFormat } from '../../../i18n/format.ts'
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx'
import { MenuAction } from '../../../ui/menu-action.tsx'
import classes from './page.module.css'

interface Props {
  signature: Signature
  agreement: Agreement
  /** The party's name. */
  party: string
  homeZone: string
}

/** Who signed or refused, in which capacity, belonging to which body, when and where. */
export function SignatureLine({ signature, agreement, party, homeZone }: Props) {
  const { t } = useTranslation(['agreements', 'signing'])
  const { person, capacity, belongsTo, decision, reason, accepted } = signature
  return (
    <div className={classes.signature} data-refused={decision === 'refused' || undefined}>
      <div>
        <p>
          {decision === 'refused' && (
            <strong>{t(person ? 'signature.refused' : 'signature.refusedByNobody')} </strong>
          )}
          {!person && decision === 'refused' ? null : person ? (
            <RecordLink noun="people" id={person.id} name={person.name} />
          ) : (
            <span className={classes.quietInline}>{t('signature.somebody')}</span>
          )}
          {belongsTo && (
            <>
              {' '}
              (<RecordLink noun="organisations" id={belongsTo.id} name={belongsTo.name} />)
            </>
          )}
          {capacity && `, ${capacity}`}
        </p>
        <When signature={signature} homeZone={homeZone} />
        {reason && <p className={classes.quietInline}>{t('signature.because', { reason })}</p>}
        {accepted.map(({ warning, reason: why }) => (
          <p key={warning} className={classes.accepted}>
            {t(`signature.accepted.${warning}`)} {t('signature.because', { reason: why })}
          </p>
        ))}
      </div>
      <TakeAway signature={signature} agreement={agreement} party={party} />
    </div>
  )
}

/** The day, and the time there beside the time at home. */
function When({ signature, homeZone }: { signature: Signature; homeZone: string }) {
  const f = useFormat()
  const { signedOn, localTime, timeZone, place } = signature
  const clock =
    localTime && timeZone
      ? f.localTime({ date: signedOn, time: localTime, zone: timeZone, place }, homeZone)
      : [localTime, place].filter(Boolean).join(' · ')
  return (
    <p className={classes.quietInline}>
      <time dateTime={signature.instant ?? signedOn}>{f.longDate(signedOn)}</time>
      {clock && ` · ${clock}`}
    </p>
  )
}

function TakeAway({ signature, agreement, party }: Omit<Props, 'homeZone'>) {
  const { t } = useTranslation(['agreements', 'common'])
  const reason = useReason()
  const noWriting = useNoWriting('activity.decide')
  const [asking, setAsking] = useState(false)
  const refused = signature.decision === 'refused'
  const unsign = useWrite(agreements.unsign, {
    message: () => t(refused ? 'signature.refusalTakenAway' : 'signature.takenAway', { party }),
    onDone: () => setAsking(false),
    failure: 'toast',
  })
  const why = refused ? null : reason(agreementCan.unsign(agreement))
  const takeAway = t(refused ? 'signature.takeRefusalAway' : 'signature.takeAway')
  if (noWriting || agreement.deletedAt) return null
  const { id, version } = agreement
  return (
    <>
      <Menu position="bottom-end" width={280} withinPortal>
        <Menu.Target>
          <ActionIcon
            size={26}
            aria-label={t(refused ? 'signature.refusalMenu' : 'signature.menu', { party })}
          >
            <Ellipsis size={16} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <MenuAction reason={why} onClick={() => setAsking(true)}>
            {takeAway}
          </MenuAction>
        </Menu.Dropdown>
      </Menu>
      {asking && (
        <ConfirmDialog
          title={t(refused ? 'signature.takeRefusalAwayTitle' : 'signature.takeAwayTitle', { party })}
          action={takeAway}
          danger
          busy={unsign.isPending}
          onConfirm={() => unsign.mutate({ params: { id, signatureId: signature.id }, version })}
          onClose={() => setAsking(false)}
        >
          {t('signature.takeAwayText')}
        </ConfirmDialog>
      )}
    </>
  )
}
