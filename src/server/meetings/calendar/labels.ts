import type * as z from 'zod'
import type { missionCalendar } from '../../../contract/outcomes.ts'

export type CalendarLanguage = z.output<typeof missionCalendar.query>['language']

/** The words of a calendar, in the languages that those who get it read. */
export const labels: Record<
  CalendarLanguage,
  { times: string; table: string; between: string; colon: string; cancelled: string; meetings: string }
> = {
  en: {
    times: 'Local times',
    table: 'Table',
    between: 'Taking part',
    colon: ': ',
    cancelled: 'Cancelled',
    meetings: 'meetings',
  },
  fr: {
    times: 'Heures locales',
    table: 'Table',
    between: 'Participants',
    colon: ' : ',
    cancelled: 'Annulé',
    meetings: 'rendez-vous',
  },
  ja: {
    times: '現地時間',
    table: 'テーブル',
    between: '参加者',
    colon: '：',
    cancelled: '中止',
    meetings: '商談',
  },
}
