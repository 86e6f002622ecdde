import type { ClaimState, RowDecision } from '../../../domain/claim.ts'

interface Words {
  /** Names of files and of the folder of receipts. */
  workbook: string
  receipts: string
  sheets: Record<'summary' | 'rows' | 'adjustments' | 'rates' | 'clusters' | 'funders' | 'receipts', string>
  summary: Record<
    | 'grant'
    | 'claim'
    | 'state'
    | 'period'
    | 'due'
    | 'frozen'
    | 'submitted'
    | 'decided'
    | 'paid'
    | 'currency'
    | 'asOf'
    | 'note'
    | 'draft'
    | 'byFormula'
    | 'kept'
    | 'rows'
    | 'adjustments'
    | 'direct'
    | 'base'
    | 'rate'
    | 'indirect'
    | 'total'
    | 'rejected'
    | 'received'
    | 'category'
    | 'limit'
    | 'inBase',
    string
  >
  row: Record<
    | 'number'
    | 'paidOn'
    | 'title'
    | 'supplier'
    | 'reference'
    | 'payer'
    | 'category'
    | 'line'
    | 'whole'
    | 'currency'
    | 'share'
    | 'part'
    | 'rate'
    | 'crossRate'
    | 'rateOn'
    | 'rateSource'
    | 'amount'
    | 'before'
    | 'now'
    | 'decision'
    | 'reason'
    | 'receipts'
    | 'expense'
    | 'sum',
    string
  >
  rates: Record<'currency' | 'rate' | 'on' | 'source' | 'rows', string>
  clusters: Record<
    'cluster' | 'rows' | 'byFormula' | 'direct' | 'indirect' | 'total' | 'none' | 'sum',
    string
  >
  funders: Record<'funder' | 'share' | 'due' | 'uncovered' | 'sum' | 'unknown', string>
  files: Record<'file' | 'row' | 'expense' | 'original' | 'size' | 'sha256' | 'attached', string>
  state: Record<ClaimState, string>
  decision: Record<RowDecision, string>
  noCategory: string
}

/** The file's words: it goes to others, who read it in the language asked for. */
export const auditWords: Record<'en' | 'fr', Words> = {
  en: {
    workbook: 'claim',
    receipts: 'receipts',
    sheets: {
      summary: 'Summary',
      rows: 'Rows',
      adjustments: 'Adjustments',
      rates: 'Rates',
      clusters: 'Clusters',
      funders: 'Co-financing',
      receipts: 'Receipts',
    },
    summary: {
      grant: 'Grant',
      claim: 'Claim',
      state: 'State',
      period: 'Period',
      due: 'Due on',
      frozen: 'Frozen on',
      submitted: 'Submitted on',
      decided: 'Decided on',
      paid: 'Paid on',
      currency: 'Currency',
      asOf: 'File made on',
      note: 'Note',
      draft: 'This claim is a draft: rows and rates may still change.',
      byFormula: 'By formula',
      kept: 'As claimed',
      rows: 'Rows',
      adjustments: 'Adjustments of earlier claims',
      direct: 'Direct costs',
      base: 'Base of indirect costs',
      rate: 'Rate of indirect costs',
      indirect: 'Indirect costs',
      total: 'Total',
      rejected: 'Refused by the funder',
      received: 'Received',
      category: 'Category',
      limit: 'Limit',
      inBase: 'In the base of indirect costs',
    },
    row: {
      number: 'No.',
      paidOn: 'Paid on',
      title: 'Expense',
      supplier: 'Supplier',
      reference: 'Invoice',
      payer: 'Paid by',
      category: 'Category',
      line: 'Budget line',
      whole: 'Amount',
      currency: 'Currency',
      share: 'Share (%)',
      part: 'Share of the amount',
      rate: 'Rate',
      crossRate: 'Cross rate',
      rateOn: 'Rate of',
      rateSource: 'Source of the rate',
      amount: 'Claimed',
      before: 'Claimed before',
      now: 'As it is now',
      decision: 'Decision',
      reason: 'Reason',
      receipts: 'Receipts',
      expense: 'Record',
      sum: 'Total',
    },
    rates: { currency: 'Currency', rate: 'Rate', on: 'Rate of', source: 'Source', rows: 'Rows' },
    clusters: {
      cluster: 'Cluster',
      rows: 'Rows',
      byFormula: 'Direct costs, by formula',
      direct: 'Direct costs',
      indirect: 'Indirect costs',
      total: 'Total',
      none: 'No cluster',
      sum: 'Total',
    },
    funders: {
      funder: 'Funder',
      share: 'Share (%)',
      due: 'Owes',
      uncovered: 'Covered by no stated share',
      sum: 'Total',
      unknown: 'share not known',
    },
    files: {
      file: 'File',
      row: 'Row',
      expense: 'Expense',
      original: 'Original name',
      size: 'Bytes',
      sha256: 'SHA-256',
      attached: 'Attached on',
    },
    state: {
      draft: 'Draft',
      frozen: 'Frozen',
      submitted: 'With the funder',
      decided: 'Decided',
      paid: 'Paid',
    },
    decision: { accepted: 'Accepted', rejected: 'Refused' },
    noCategory: 'No category',
  },
  fr: {
    workbook: 'demande',
    receipts: 'justificatifs',
    sheets: {
      summary: 'Synthèse',
      rows: 'Lignes',
      adjustments: 'Régularisations',
      rates: 'Taux',
      clusters: 'Pôles',
      funders: 'Cofinancement',
      receipts: 'Justificatifs',
    },
    summary: {
      grant: 'Subvention',
      claim: 'Demande de paiement',
      state: 'État',
      period: 'Période',
      due: 'À remettre le',
      frozen: 'Figée le',
      submitted: 'Remise le',
      decided: 'Décidée le',
      paid: 'Payée le',
      currency: 'Devise',
      asOf: 'Dossier établi le',
      note: 'Note',
      draft: 'Cette demande est un brouillon : lignes et taux peuvent encore changer.',
      byFormula: 'Par formule',
      kept: 'Montant demandé',
      rows: 'Lignes',
      adjustments: 'Régularisations de demandes antérieures',
      direct: 'Coûts directs',
      base: 'Assiette des coûts indirects',
      rate: 'Taux des coûts indirects',
      indirect: 'Coûts indirects',
      total: 'Total',
      rejected: 'Refusé par le financeur',
      received: 'Reçu',
      category: 'Catégorie',
      limit: 'Plafond',
      inBase: 'Dans l’assiette des coûts indirects',
    },
    row: {
      number: 'N°',
      paidOn: 'Payée le',
      title: 'Dépense',
      supplier: 'Fournisseur',
      reference: 'Facture',
      payer: 'Payée par',
      category: 'Catégorie',
      line: 'Ligne de budget',
      whole: 'Montant',
      currency: 'Devise',
      share: 'Part (%)',
      part: 'Part du montant',
      rate: 'Taux',
      crossRate: 'Taux croisé',
      rateOn: 'Taux du',
      rateSource: 'Source du taux',
      amount: 'Demandé',
      before: 'Demandé auparavant',
      now: 'Montant actuel',
      decision: 'Décision',
      reason: 'Motif',
      receipts: 'Justificatifs',
      expense: 'Fiche',
      sum: 'Total',
    },
    rates: { currency: 'Devise', rate: 'Taux', on: 'Taux du', source: 'Source', rows: 'Lignes' },
    clusters: {
      cluster: 'Pôle',
      rows: 'Lignes',
      byFormula: 'Coûts directs, par formule',
      direct: 'Coûts directs',
      indirect: 'Coûts indirects',
      total: 'Total',
      none: 'Sans pôle',
      sum: 'Total',
    },
    funders: {
      funder: 'Financeur',
      share: 'Part (%)',
      due: 'Doit',
      uncovered: 'Couvert par aucune part connue',
      sum: 'Total',
      unknown: 'part inconnue',
    },
    files: {
      file: 'Fichier',
      row: 'Ligne',
      expense: 'Dépense',
      original: 'Nom d’origine',
      size: 'Octets',
      sha256: 'SHA-256',
      attached: 'Joint le',
    },
    state: {
      draft: 'Brouillon',
      frozen: 'Figée',
      submitted: 'Chez le financeur',
      decided: 'Décidée',
      paid: 'Payée',
    },
    decision: { accepted: 'Acceptée', rejected: 'Refusée' },
    noCategory: 'Sans catégorie',
  },
}

export type AuditWords = Words
