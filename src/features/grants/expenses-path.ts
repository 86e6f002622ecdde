import type { ExpenseState } from '../../domain/expense.ts'

export type FigureName =
  | 'planned'
  | 'committed'
  | 'paid'
  | 'claimed'
  | 'reimbursed'
  | 'rejected'
  | 'forecast'
  | 'expenses'

/** Which expenses a figure is made of, by their state as of the day. */
const states: Record<FigureName, readonly ExpenseState[]> = {
  planned: ['planned'],
  committed: ['committed'],
  paid: ['paid', 'claimed', 'reimbursed'],
  claimed: ['claimed'],
  reimbursed: ['reimbursed'],
  rejected: ['rejected'],
  forecast: ['planned', 'committed', 'paid', 'claimed', 'reimbursed'],
  expenses: [],
}

interface Narrowing {
  line?: string
  category?: string
  unassigned?: 'true'
  outside?: 'true'
  gap?: string
  mission?: string
  payer?: string
  beneficiary?: string
}

/** Where the expenses are that a figure of a grant is made of. */
export function expensesPath(grantId: string, figure: FigureName, narrowing: Narrowing = {}): string {
  const params = new URLSearchParams(narrowing as Record<string, string>)
  if (states[figure].length > 0) params.set('state', states[figure].join(','))
  const search = params.toString()
  return `/grants/${grantId}/expenses${search && `?${search}`}`
}
