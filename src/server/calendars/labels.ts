import type { CalendarLanguage } from '../../contract/calendars.ts'

/** The words of a calendar. What stands before the colon says what the day is for. */
export const labels: Record<
  CalendarLanguage,
  Record<
    | 'calendar'
    | 'cancelled'
    | 'toSign'
    | 'signed'
    | 'ends'
    | 'notice'
    | 'followUp'
    | 'claim'
    | 'task'
    | 'done'
    | 'colon'
    | 'inexact'
    | 'period'
    | 'market'
    | 'about'
    | 'assignee',
    string
  >
> = {
  en: {
    calendar: 'Corridor',
    cancelled: 'Cancelled',
    toSign: 'To be signed',
    signed: 'Signed',
    ends: 'Ends',
    notice: 'Decide on the renewal',
    followUp: 'Follow-up',
    claim: 'Claim due',
    task: 'Task',
    done: 'Done',
    colon: ': ',
    inexact: 'The day is not fixed, this is the last one possible; known is',
    period: 'Period',
    market: 'Market',
    about: 'About',
    assignee: 'Assigned to',
  },
  fr: {
    calendar: 'Corridor',
    cancelled: 'Annulé',
    toSign: 'À signer',
    signed: 'Signé',
    ends: 'Échéance',
    notice: 'Décider du renouvellement',
    followUp: 'Suivi',
    claim: 'Demande de paiement à remettre',
    task: 'Tâche',
    done: 'Fait',
    colon: ' : ',
    inexact: 'Le jour n’est pas fixé, celui-ci est le dernier possible ; on connaît',
    period: 'Période',
    market: 'Marché',
    about: 'À propos de',
    assignee: 'Confié à',
  },
}
