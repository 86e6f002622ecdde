/**
 * Legal forms as companies write them, without dots and blanks, by the form that they stand for. Sources: the ISO 20275 list of
 * entity legal forms for the countries the clusters work with, and what the members' lists of the trade associations write.
 */
const spellings: Readonly<Record<string, readonly string[]>> = {
  sa: ['sa', 'societe anonyme', 'sociedad anonima', 'sociedade anonima', 'nv', 'naamloze vennootschap'],
  sas: ['sas', 'sasu', 'societe par actions simplifiee'],
  sarl: ['sarl', 'sarlu', 'eurl', 'societe a responsabilite limitee', 'srl', 'sprl', 'bvba'],
  sl: ['sl', 'slu', 'sociedad limitada', 'slne', 'sll', 'slp'],
  sau: ['sau'],
  spa: ['spa', 'societa per azioni'],
  srls: ['srls', 'societa a responsabilita limitata'],
  lda: ['lda', 'limitada', 'ltda'],
  gie: ['gie', 'geie', 'groupement d interet economique'],
  scop: ['scop', 'scrl', 'sca', 'scs', 'snc', 'sc', 'scarl', 'scpa', 'scic'],
  gmbh: ['gmbh', 'ggmbh', 'gesmbh', 'gesellschaft mbh', 'mbh', 'gesellschaft mit beschrankter haftung', 'ug'],
  kg: [
    'kg',
    'gmbh co kg',
    'gmbh u co kg',
    'gmbh und co kg',
    'co kg',
    'ag co kg',
    'kgaa',
    'ohg',
    'ag co kgaa',
  ],
  ag: ['ag', 'aktiengesellschaft'],
  ev: ['ev', 'eingetragener verein'],
  bv: ['bv', 'besloten vennootschap'],
  ab: ['ab', 'aktiebolag', 'publ'],
  as: ['as', 'aps', 'asa', 'aktieselskab', 'anpartsselskab'],
  oy: ['oy', 'oyj', 'osakeyhtio'],
  ou: ['ou', 'uab', 'sia'],
  sro: ['sro', 'spol sro', 'zrt', 'kft', 'nyrt', 'bt', 'vos'],
  doo: ['doo', 'dd', 'jdoo'],
  spzoo: ['spzoo', 'sp zoo', 'sp z oo', 'spolka z ograniczona odpowiedzialnoscia', 'sp k', 'spk', 'sp j'],
  ae: ['ae', 'anonymi etaireia', 'epe', 'ike', 'abee'],
  ltd: ['ltd', 'limited', 'pty ltd', 'pvt ltd', 'private limited', 'limited company', 'lld'],
  plc: ['plc', 'public limited company'],
  llp: ['llp', 'lp', 'clg', 'cic'],
  inc: ['inc', 'incorporated'],
  corp: ['corp', 'corporation', 'co', 'company', 'cie', 'compagnie'],
  llc: ['llc', 'lc', 'pc', 'pllc'],
  kk: ['kk', 'kabushiki kaisha', 'kabushikikaisha', '株式会社', '(株)'],
  coltd: ['co ltd', 'company limited', 'coltd'],
  gk: ['gk', 'godo kaisha', '合同会社'],
  yk: ['yk', 'yugen kaisha', '有限会社', '(有)'],
  assoc: ['asbl', 'vzw', 'aisbl', 'ivzw', 'onlus', 'ong', 'ngo'],
}

const formOf = new Map(
  Object.entries(spellings).flatMap(([form, ways]) => ways.map((way) => [way, form] as const)),
)
const mostWords = Math.max(...[...formOf.keys()].map((way) => way.split(' ').length))

/**
 * Takes the legal form off the words of a name: at its end, however many there are ("GmbH & Co. KG"), or, where a name bears it
 * there, at its beginning ("SAS Dupont"). A name that is nothing but a form keeps its words.
 */
export function withoutLegalForm(words: readonly string[]): { words: string[]; form: string | null } {
  let rest = [...words]
  let form: string | null = null
  for (;;) {
    const length = formLength(rest, (n) => rest.slice(-n).join(' '))
    if (length === 0 || length >= rest.length) break
    form ??= formOf.get(rest.slice(-length).join(' ')) ?? null
    rest = rest.slice(0, -length)
  }
  const first = form ? 0 : formLength(rest, (n) => rest.slice(0, n).join(' '))
  if (first > 0 && first < rest.length) {
    form = formOf.get(rest.slice(0, first).join(' ')) ?? null
    rest = rest.slice(first)
  }
  return { words: rest, form }
}

/** How many words make the longest form there; 0 for none. */
function formLength(words: readonly string[], take: (count: number) => string): number {
  for (let count = Math.min(mostWords, words.length); count > 0; count--)
    if (formOf.has(take(count))) return count
  return 0
}

/** Japanese forms stand right at the name, before or after it, without a blank. */
export const apartJapaneseForms = (text: string): string =>
  text.replaceAll(/株式会社|有限会社|合同会社|\([株有]\)/g, ' $& ')
