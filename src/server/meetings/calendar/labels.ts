import type * as z from 'zod'
import type { missionCalendar } from '../../../contract/meetings.ts'

export type CalendarLanguage = z.output<typeof missionCalendar.query>['language']

/** "Table A" for a table called A; one that is called a table in any of the languages goes by its name alone. */
export function tableCalled(name: string, language: CalendarLanguage): string {
  const isOne = Object.values(labels).some(({ table }) => name.toLowerCase().startsWith(table.toLowerCase()))
  return isOne ? name : `${labels[language].table} ${name}`
}

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
