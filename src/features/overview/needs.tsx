import AlarmClock from 'lucide-react/icons/alarm-clock'
import CalendarClock from 'lucide-react/icons/calendar-clock'
import CalendarX from 'lucide-react/icons/calendar-x'
import ClipboardList from 'lucide-react/icons/clipboard-list'
import HandCoins from 'lucide-react/icons/hand-coins'
import Hourglass from 'lucide-react/icons/hourglass'
import Inbox from 'lucide-react/icons/inbox'
import ListChecks from 'lucide-react/icons/list-checks'
import MailQuestionMark from 'lucide-react/icons/mail-question-mark'
import PenLine from 'lucide-react/icons/pen-line'
import Plane from 'lucide-react/icons/plane'
import ReceiptText from 'lucide-react/icons/receipt-text'
import SquareCheck from 'lucide-react/icons/square-check'
import TrendingDown from 'lucide-react/icons/trending-down'
import TrendingUp from 'lucide-react/icons/trending-up'
import TriangleAlert from 'lucide-react/icons/triangle-alert'
import UserCheck from 'lucide-react/icons/user-check'
import { type ComponentType, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { recordPath } from '../../components/record-path.ts'
import { ScopedLink } from '../../components/scoped-link.tsx'
import type { Need, Overview } from '../../contract/overview.ts'
import { type CivilDate, lastDay } from '../../domain/partial-date.ts'
import { useFormat } from '../../i18n/format.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Section } from '../../ui/section.tsx'
import { TextButton } from '../../ui/text-button.tsx'
import type { Tone } from '../../ui/theme.ts'
import classes from './needs.module.css'

const icons: Record<Need['kind'], ComponentType<{ size: number; 'aria-hidden': true }>> = {
  overdue_signature: AlarmClock,
  expiring: Hourglass,
  signature_missing: PenLine,
  target_near: CalendarClock,
  obligation_due: ListChecks,
  task_due: SquareCheck,
  mission_near: Plane,
  step_due: ClipboardList,
  applications_pending: Inbox,
  place_free: UserCheck,
  answers_pending: MailQuestionMark,
  line_overspent: TriangleAlert,
  forecast_over_budget: TrendingUp,
  underspend_risk: TrendingDown,
  outside_period: CalendarX,
  missing_receipt: ReceiptText,
  claim_due: HandCoins,
}

const tones: Record<Need['kind'], Tone> = {
  overdue_signature: 'overdue',
  expiring: 'expiring',
  signature_missing: 'expiring',
  target_near: 'preparation',
  obligation_due: 'preparation',
  task_due: 'planned',
  mission_near: 'preparation',
  step_due: 'planned',
  applications_pending: 'preparation',
  place_free: 'expiring',
  answers_pending: 'preparation',
  line_overspent: 'overdue',
  forecast_over_budget: 'expiring',
  underspend_risk: 'expiring',
  outside_period: 'expiring',
  missing_receipt: 'preparation',
  claim_due: 'expiring',
}

/** Those that one line stands for several of. */
const counted = [
  'step_due',
  'applications_pending',
  'place_free',
  'answers_pending',
  'line_overspent',
  'forecast_over_budget',
  'outside_period',
  'missing_receipt',
] as const
type Counted = (typeof counted)[number]
const isCounted = (kind: Need['kind']): kind is Counted => (counted as readonly string[]).includes(kind)

const few = 8

/** What waits for the reader, the most urgent first; each line opens its record. */
export function Needs({ overview: { needs, needCount, asOf } }: { overview: Overview }) {
  const { t } = useTranslation('overview')
  const [all, setAll] = useState(false)
  const shown = all ? needs : needs.slice(0, few)
  return (
    <Section title={t('needs.title')} count={needCount || undefined}>
      {needs.length === 0 && <EmptyState title={t('needs.none')}>{t('needs.noneHint')}</EmptyState>}
      <ul className={classes.needs}>
        {shown.map((need, index) => (
          <NeedLine key={`${need.kind}-${need.taskId ?? need.recordId}-${index}`} need={need} day={asOf} />
        ))}
      </ul>
      {needs.length > few && (
        <TextButton aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? t('needs.fewer', { count: few }) : t('needs.all', { count: needs.length })}
        </TextButton>
      )}
      {all && needCount > needs.length && (
        <p className={classes.rest}>{t('needs.first', { shown: needs.length, count: needCount })}</p>
      )}
    </Section>
  )
}

/** The tab of a grant on which what an alert is about is seen. */
const grantTabs: Partial<Record<Need['kind'], string>> = {
  line_overspent: '?by=line',
  forecast_over_budget: '?by=line',
  outside_period: '/expenses?outside=true',
  missing_receipt: '/expenses?gap=receipt',
  claim_due: '/claims',
}

/** The tab of a mission on which it is dealt with. */
const missionTabs: Partial<Record<Need['kind'], string>> = {
  applications_pending: '/companies',
  place_free: '/companies',
  answers_pending: '/meetings?view=requests',
}

function pathOf({ kind, noun, recordId, taskId }: Need): string {
  if (noun === 'grants' && recordId) return recordPath(noun, recordId) + (grantTabs[kind] ?? '')
  if (noun === 'missions' && recordId) return recordPath(noun, recordId) + (missionTabs[kind] ?? '')
  if (noun && recordId) return recordPath(noun, recordId)
  return taskId ? recordPath('tasks', taskId) : '/tasks'
}

function NeedLine({ need, day }: { need: Need; day: CivilDate }) {
  const { t } = useTranslation('overview')
  const f = useFormat()
  const { kind, noun, title, detail, on, amount } = need
  const Icon = icons[kind]
  const count =
    isCounted(kind) && need.count !== null ? t(`needs.count.${kind}`, { count: need.count }) : null
  const second = [count, detail && f.place(detail)].filter(Boolean).join(' · ')
  const late = on !== null && lastDay(on) < day && kind !== 'signature_missing'
  const tone = late ? 'overdue' : tones[kind]
  return (
    <li>
      <ScopedLink to={pathOf(need)} className={classes.need}>
        <span className={classes.kind} style={{ color: `var(--tone-${tone})` }}>
          <Icon size={16} aria-hidden />
          {t(`needs.kind.${kind}`)}
        </span>
        <span className={classes.what}>
          <span className={classes.title}>{title}</span>
          {second && <span className={classes.detail}>{second}</span>}
        </span>
        <span className={classes.next}>{t(`needs.next.${kind}`)}</span>
        {on ? (
          <>
            <time dateTime={on} className={classes.date}>
              {f.date(on)}
            </time>
            <span className={classes.when} data-late={late || undefined}>
              {f.relativeDays(lastDay(on), day)}
            </span>
          </>
        ) : (
          <span className={classes.when}>
            {amount ? f.money(amount) : noun !== 'grants' && t('needs.noDate')}
          </span>
        )}
      </ScopedLink>
    </li>
  )
}
