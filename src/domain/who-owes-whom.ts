/** What one cluster paid for another. */
export interface PaidFor {
  payerId: string
  beneficiaryId: string
  minor: number
}

export interface Balance {
  id: string
  paidForOthers: number
  paidByOthers: number
  /** What the others owe it; below nothing, what it owes them. The balances of all are zero together. */
  net: number
}

export interface Settlement {
  fromId: string
  toId: string
  minor: number
}

/** How each cluster stands towards the others; what it paid for itself is nobody's debt. Ordered by id. */
export function balancesOf(entries: readonly PaidFor[]): Balance[] {
  const byId = new Map<string, Balance>()
  const of = (id: string) => {
    const held = byId.get(id) ?? { id, paidForOthers: 0, paidByOthers: 0, net: 0 }
    byId.set(id, held)
    return held
  }
  for (const { payerId, beneficiaryId, minor } of entries) {
    const [payer, beneficiary] = [of(payerId), of(beneficiaryId)]
    if (payer === beneficiary) continue
    payer.paidForOthers += minor
    payer.net += minor
    beneficiary.paidByOthers += minor
    beneficiary.net -= minor
  }
  return [...byId.values()].sort((a, b) => (a.id < b.id ? -1 : 1))
}

/** Payments that settle the balances: who owes most pays whom most is owed, so that there are fewer than clusters. */
export function settlementsOf(balances: readonly Balance[]): Settlement[] {
  const open = balances.map(({ id, net }) => ({ id, net }))
  const settlements: Settlement[] = []
  for (;;) {
    open.sort((a, b) => b.net - a.net || (a.id < b.id ? -1 : 1))
    const creditor = open[0]
    const debtor = open.at(-1)
    if (!creditor || !debtor || creditor.net <= 0 || debtor.net >= 0) return settlements
    const minor = Math.min(creditor.net, -debtor.net)
    creditor.net -= minor
    debtor.net += minor
    settlements.push({ fromId: debtor.id, toId: creditor.id, minor })
  }
}
