import type { OpenedList } from '../../domain/figures.ts'

/** Where each list stands. */
const paths: Record<OpenedList, string> = {
  'agreements.list': '/agreements',
  'missions.list': '/missions',
  'companies.list': '/companies',
  'served.companies': '/companies/served/companies',
  'served.records': '/companies/served/records',
  'grants.list': '/grants',
  'expenses.list': '/grants/expenses',
  'tasks.list': '/tasks',
}

/** What the list's own screen takes for granted. */
const granted: Partial<Record<OpenedList, string>> = { 'tasks.list': 'state' }

/** The address of a list, narrowed as its figure is. */
export function openedPath({ list, query }: { list: OpenedList; query: Record<string, string> }): string {
  const given = Object.entries(query).filter(([key]) => key !== granted[list])
  const search = new URLSearchParams(given).toString()
  return `${paths[list]}${search && `?${search}`}`
}
