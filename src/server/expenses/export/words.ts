import type { ExpenseGap, ExpenseState } from '../../../domain/expense.ts'

type Column =
  | 'day'
  | 'state'
  | 'title'
  | 'supplier'
  | 'reference'
  | 'amount'
  | 'currency'
  | 'vat'
  | 'grant'
  | 'line'
  | 'share'
  | 'borne'
  | 'borneIn'
  | 'rate'
  | 'rateOn'
  | 'rateSource'
  | 'payer'
  | 'beneficiary'
  | 'mission'
  | 'company'
  | 'planned'
  | 'ordered'
  | 'paid'
  | 'cancelled'
  | 'receipts'
  | 'approvedBy'
  | 'claim'
  | 'gaps'
  | 'note'
  | 'id'

interface Words {
  file: string
  column: Record<Column, string>
  state: Record<ExpenseState, string>
  gap: Record<ExpenseGap | 'aid', string>
}

/** The file's words, in the language asked for. By these heads an import finds its columns again. */
export const exportWords: Record<'en' | 'fr', Words> = {
  en: {
    file: 'expenses',
    column: {
      day: 'Day',
      state: 'State',
      title: 'What',
      supplier: 'Supplier',
      reference: 'Invoice no.',
      amount: 'Amount',
      currency: 'Currency',
      vat: 'VAT in it',
      grant: 'Grant',
      line: 'Budget line',
      share: 'Share (%)',
      borne: 'Borne by the grant',
      borneIn: 'Grant’s currency',
      rate: 'Rate',
      rateOn: 'Rate of',
      rateSource: 'Source of the rate',
      payer: 'Paid by',
      beneficiary: 'For',
      mission: 'Mission',
      company: 'Company',
      planned: 'Planned on',
      ordered: 'Ordered on',
      paid: 'Payment',
      cancelled: 'Cancelled on',
      receipts: 'Receipts',
      approvedBy: 'Approved by',
      claim: 'Claim',
      gaps: 'Missing',
      note: 'Note',
      id: 'Record',
    },
    state: {
      planned: 'Planned',
      committed: 'Ordered',
      paid: 'Paid',
      claimed: 'Claimed',
      reimbursed: 'Reimbursed',
      rejected: 'Refused',
      cancelled: 'Cancelled',
    },
    gap: {
      receipt: 'Receipt',
      approval: 'Second person',
      line: 'Budget line',
      rate: 'Final rate',
      shares: 'Grant',
      aid: 'Aid entry',
    },
  },
  fr: {
    file: 'depenses',
    column: {
      day: 'Jour',
      state: 'État',
      title: 'Objet',
      supplier: 'Fournisseur',
      reference: 'Facture',
      amount: 'Montant',
      currency: 'Devise',
      vat: 'Dont TVA',
      grant: 'Subvention',
      line: 'Ligne de budget',
      share: 'Part (%)',
      borne: 'Porté par la subvention',
      borneIn: 'Devise de la subvention',
      rate: 'Taux',
      rateOn: 'Taux du',
      rateSource: 'Source du taux',
      payer: 'Payé par',
      beneficiary: 'Pour',
      mission: 'Mission',
      company: 'Entreprise',
      planned: 'Prévue le',
      ordered: 'Commandée le',
      paid: 'Règlement',
      cancelled: 'Annulée le',
      receipts: 'Justificatifs',
      approvedBy: 'Approuvée par',
      claim: 'Demande de paiement',
      gaps: 'Manque',
      note: 'Note',
      id: 'Fiche',
    },
    state: {
      planned: 'Prévue',
      committed: 'Commandée',
      paid: 'Payée',
      claimed: 'Demandée',
      reimbursed: 'Remboursée',
      rejected: 'Refusée',
      cancelled: 'Annulée',
    },
    gap: {
      receipt: 'Justificatif',
      approval: 'Deuxième personne',
      line: 'Ligne de budget',
      rate: 'Taux définitif',
      shares: 'Subvention',
      aid: 'Entrée d’aide',
    },
  },
}

export type ExportColumn = Column
export type ExportWords = Words
