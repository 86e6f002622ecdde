import type { OrganisationKind } from '../../contract/organisations.ts'
import { plain } from '../../ui/matches.ts'

/** Words in the names of bodies that say what they are, without accents; the first that fits counts. */
const words: [RegExp, OrganisationKind][] = [
  [/chamber|chambre|handelskammer|\bcci\b|camara|kammer/, 'chamber'],
  [/cluster|pole de competitivite|\bvalley\b|biopole/, 'cluster'],
  [/development agency|agence de developpement|invest in|\bjetro\b/, 'development_agency'],
  [
    /universit|institut|research|recherche|laborator|hospital|hopital|college|\bcnrs\b|\binserm\b/,
    'research',
  ],
  [
    /ministry|ministere|prefectur|\bcity of\b|ville de|metropole|region\b|embass|ambassade|government/,
    'public_body',
  ],
  [/association|federation|foundation|fondation|society|societe savante|\bcouncil\b/, 'association'],
  [/\b(inc|ltd|llc|gmbh|ag|sa|sas|sarl|plc|corp|co|kk|bv|spa|srl)\b\.?$|corporation|company/, 'company'],
]

/** What a body is by its name, where the name says it. */
export function kindOfName(name: string): OrganisationKind | null {
  const bare = plain(name)
  return words.find(([word]) => word.test(bare))?.[1] ?? null
}
