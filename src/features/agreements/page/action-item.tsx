import { ActionIcon } from '@mantine/core'
import Pencil from 'lucide-react/icons/pencil'
import { useTranslation } from 'react-i18next'
import { RecordLink } from '../../../components/record-link.tsx'
import type { Agreement } from '../../../contract/agreements.ts'
import { lastDay } from '../../../domain/partial-date.ts'
import { useFormat } from '../../../i18n/format.ts'
import { StatusBadge } from '../../../ui/status-badge.tsx'
import type { Tone } from '../../../ui/theme.ts'
import classes from './page.module.css'

type Action = Agreement['actions'][number]
type Obligation = Action['obligations'][number]

const tones: Record<Action['state'], Tone> = {
  planned: 'planned',
  in_progress: 'preparation',
  done: 'active',
  dropped: 'closed',
}

/** One cooperation action with what each side owes under it. */
export function ActionItem({
  action,
  agreement,
  onEdit,
}: {
  action: Action
  agreement: Agreement
  onEdit: (() => void) | undefined
}) {
  const { t } = useTranslation(['agreements', 'common'])
  const open = action.state === 'planned' || action.state === 'in_progress'
  return (
    <li className={classes.action}>
      <div className={classes.row}>
        <span className={classes.actionTitle}>
          {action.title}
          <Due due={action.due} asOf={agreement.asOf} open={open} />
        </span>
        <span className={classes.unsigned}>
          <StatusBadge tone={tones[action.state]}>{t(`actions.state.${action.state}`)}</StatusBadge>
          {onEdit && (
            <ActionIcon
              size={26}
              aria-label={t('actions.edit', { title: action.title.slice(0, 60) })}
              onClick={onEdit}
            >
              <Pencil size={15} aria-hidden />
            </ActionIcon>
          )}
        </span>
      </div>
      {action.obligations.length > 0 && (
        <ul className={classes.obligations}>
          {action.obligations.map((obligation) => (
            <ObligationItem key={obligation.id} obligation={obligation} asOf={agreement.asOf} />
          ))}
        </ul>
      )}
    </li>
  )
}

function ObligationItem({ obligation, asOf }: { obligation: Obligation; asOf: string }) {
  const { t } = useTranslation(['agreements', 'common'])
  const { side, description, ownerOrganisation, ownerPerson, due, progress, evidence } = obligation
  return (
    <li>
      <div className={classes.row}>
        <span>
          <span className={classes.sideTag}>{t(`common:side.${side}`)}</span> {description}
        </span>
        <span className={classes.progress}>
          <span
            role="progressbar"
            aria-label={t('actions.progressOf', { what: description.slice(0, 60) })}
            aria-valuemin={0}
            aria-valuemax={100}
            aria-valuenow={progress}
            className={classes.progressTrack}
          >
            <span style={{ width: `${progress}%` }} />
          </span>
          <span className="figures">{progress}&nbsp;%</span>
        </span>
      </div>
      <p className={classes.quietInline}>
        {ownerPerson && <RecordLink noun="people" id={ownerPerson.id} name={ownerPerson.name} />}
        {ownerPerson && ownerOrganisation && ' · '}
        {ownerOrganisation && (
          <RecordLink noun="organisations" id={ownerOrganisation.id} name={ownerOrganisation.name} />
        )}
        {!ownerPerson && !ownerOrganisation && t('actions.nobody')}
        <Due due={due} asOf={asOf} open={progress < 100} />
      </p>
      {evidence && <p className={classes.evidence}>{t('actions.evidenceIs', { evidence })}</p>}
    </li>
  )
}

function Due({ due, asOf, open }: { due: string | null; asOf: string; open: boolean }) {
  const { t } = useTranslation('agreements')
  const f = useFormat()
  if (!due) return null
  const late = open && lastDay(due) < asOf
  return (
    <span className={late ? classes.late : classes.quiet}>
      {t(late ? 'actions.late' : 'actions.dueBy', { date: f.date(due) })}
    </span>
  )
}
