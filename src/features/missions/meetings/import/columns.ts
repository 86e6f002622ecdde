import { plain } from '../../../../ui/matches.ts'

export const fields = ['from', 'to', 'wish', 'note'] as const
export type Field = (typeof fields)[number]

/** Which column of the table holds each field; null where none does. */
export type Columns = Record<Field, number | null>

/** What people head these columns with, in English and French, without accents. */
const headers: Record<Field, readonly string[]> = {
  from: [
    'from',
    'who asks',
    'asks',
    'requester',
    'requested by',
    'company',
    'who',
    'de',
    'qui demande',
    'demandeur',
    'demande par',
    'entreprise',
    'societe',
    'qui',
    'exposant',
  ],
  to: [
    'to',
    'with',
    'target',
    'counterpart',
    'wants to meet',
    'meets',
    'whom',
    'partner',
    'a',
    'vers',
    'qui rencontrer',
    'avec',
    'cible',
    'partenaire',
    'souhaite rencontrer',
    'interlocuteur',
    'contrepartie',
  ],
  wish: ['wish', 'priority', 'interest', 'level', 'souhait', 'voeu', 'priorite', 'interet', 'niveau'],
  note: [
    'note',
    'notes',
    'comment',
    'comments',
    'remark',
    'reason',
    'remarque',
    'commentaire',
    'commentaires',
    'motif',
    'objet',
  ],
}

const headed = (cell: string): Field | undefined => {
  const text = plain(cell)
    .replace(/[^a-z ]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  return fields.find((field) => headers[field].includes(text))
}

/** The columns by their headers. Without any that is known, the first row is data and the first two columns are who and whom. */
export function guessColumns(rows: readonly (readonly string[])[]): { columns: Columns; hasHeader: boolean } {
  const columns: Columns = { from: null, to: null, wish: null, note: null }
  const [head = []] = rows
  head.forEach((cell, index) => {
    const field = headed(cell)
    if (field && columns[field] === null) columns[field] = index
  })
  const known = fields.filter((field) => columns[field] !== null).length
  if (known === 0) {
    const width = Math.max(0, ...rows.map((row) => row.length))
    const at = (index: number) => (index < width ? index : null)
    return { columns: { from: at(0), to: at(1), wish: at(2), note: at(3) }, hasHeader: false }
  }
  return { columns, hasHeader: true }
}
