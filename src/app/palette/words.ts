import type { RecordNoun } from '../../contract/primitives.ts'
import type { CreateItem } from '../create-items.ts'

/**
 * What the palette understands, as data: the same words whatever language the screens are in. Words are written without accents, and
 * small words (the, un, à …) left out, as the text is read.
 */

/** Words that say nothing by themselves, in either language. */
export const smallWords: ReadonlySet<string> = new Set(
  'a an the to for of on at with my me please un une le la les l d de du des au aux en pour avec sur mon ma mes'.split(
    ' ',
  ),
)

export type VerbName =
  | 'create'
  | 'go'
  | 'sign'
  | 'as-of'
  | 'scope'
  | 'clear'
  | 'pin'
  | 'unpin'
  | 'language'
  | 'theme'

/** What can be done, each with the ways to say it. */
export const verbs: Readonly<Record<VerbName, readonly string[]>> = {
  sign: [
    'log signature',
    'record signature',
    'enter signature',
    'new signature',
    'add signature',
    'sign',
    'signature',
    'enregistrer signature',
    'consigner signature',
    'saisir signature',
    'nouvelle signature',
    'ajouter signature',
    'signer',
  ],
  create: ['new', 'add', 'create', 'enter', 'nouveau', 'nouvelle', 'nouvel', 'ajouter', 'creer', 'saisir'],
  go: ['go', 'open', 'show', 'see', 'aller', 'va', 'ouvrir', 'voir', 'afficher', 'montrer'],
  'as-of': [
    'set as',
    'as',
    'set date',
    'set day',
    'date',
    'day',
    'fixer date',
    'mettre date',
    'situation',
    'vu',
    'jour',
  ],
  scope: [
    'scope',
    'set scope',
    'narrow',
    'limit',
    'only',
    'perimetre',
    'limiter',
    'restreindre',
    'seulement',
  ],
  clear: [
    'clear scope',
    'reset scope',
    'no scope',
    'effacer perimetre',
    'sans perimetre',
    'enlever perimetre',
  ],
  pin: ['pin', 'epingler'],
  unpin: ['unpin', 'desepingler', 'detacher'],
  language: ['language', 'speak', 'langue', 'parler'],
  theme: ['theme', 'colours', 'couleurs', 'mode'],
}

/** What can be begun. */
export const createWords: Readonly<Record<Exclude<CreateItem['name'], 'signature'>, readonly string[]>> = {
  agreement: ['agreement', 'mou', 'contract', 'accord', 'convention', 'protocole'],
  mission: ['mission', 'trade mission', 'fair', 'trip', 'salon', 'voyage'],
  expense: ['expense', 'cost', 'invoice', 'depense', 'facture', 'frais'],
  task: ['task', 'todo', 'reminder', 'tache', 'rappel'],
  person: ['person', 'contact', 'personne'],
  company: ['company', 'sme', 'firm', 'entreprise', 'societe', 'pme'],
  organisation: ['organisation', 'organization', 'partner', 'body', 'organisme', 'partenaire'],
  grant: ['grant', 'funding', 'subvention', 'financement'],
  alliance: ['alliance'],
  market: ['market', 'country', 'marche', 'pays'],
  report: ['report', 'rapport'],
  indicator: ['indicator', 'target', 'kpi', 'indicateur', 'objectif'],
}

/** Screens that no record has to be chosen for, by address, with what they are called. */
export const screens = {
  overview: {
    path: '/',
    words: ['overview', 'home', 'dashboard', 'apercu', 'vue ensemble', 'accueil', 'tableau bord'],
  },
  agreements: { path: '/agreements', words: ['agreements', 'accords', 'conventions'] },
  board: {
    path: '/agreements?view=board',
    words: ['board', 'pipeline', 'agreements board', 'tableau accords'],
  },
  timeline: {
    path: '/agreements?view=timeline',
    words: ['timeline', 'agreements timeline', 'frise', 'chronologie'],
  },
  missions: { path: '/missions', words: ['missions', 'fairs', 'trips', 'salons'] },
  calendar: { path: '/missions?view=calendar', words: ['calendar', 'calendrier', 'agenda'] },
  map: { path: '/missions?view=map', words: ['map', 'world map', 'carte'] },
  companies: {
    path: '/companies',
    words: ['companies', 'smes', 'directory', 'entreprises', 'pme', 'annuaire'],
  },
  served: {
    path: '/companies/served',
    words: ['served companies', 'companies served', 'served', 'entreprises accompagnees', 'accompagnees'],
  },
  grants: { path: '/grants', words: ['grants', 'funding', 'budgets', 'subventions', 'financements'] },
  expenses: {
    path: '/grants/expenses',
    words: ['expenses', 'costs', 'invoices', 'depenses', 'factures', 'frais'],
  },
  clusters: { path: '/clusters', words: ['clusters', 'poles', 'poles competitivite'] },
  alliances: { path: '/alliances', words: ['alliances'] },
  markets: { path: '/markets', words: ['markets', 'countries', 'marches', 'pays'] },
  matrix: { path: '/matrix', words: ['matrix', 'clusters markets', 'matrice', 'poles marches'] },
  acting: {
    path: '/acting',
    words: ['acting for all', 'who acts for whom', 'ledger', 'agir pour tous', 'agir tous', 'qui agit'],
  },
  partners: {
    path: '/partners',
    words: ['partners', 'organisations', 'organizations', 'partenaires', 'organismes'],
  },
  people: { path: '/people', words: ['people', 'contacts', 'persons', 'personnes'] },
  due: {
    path: '/people/due',
    words: ['data retention', 'personal data', 'erasures', 'conservation donnees', 'donnees personnelles'],
  },
  tasks: { path: '/tasks', words: ['tasks', 'todos', 'taches'] },
  reports: { path: '/reports', words: ['reports', 'rapports', 'comptes rendus'] },
  indicators: { path: '/indicators', words: ['indicators', 'targets', 'kpis', 'indicateurs', 'objectifs'] },
  duplicates: { path: '/duplicates', words: ['duplicates', 'find duplicates', 'doublons'] },
  import: { path: '/import', words: ['import', 'import table', 'importer', 'importer tableau'] },
  settings: { path: '/settings', words: ['settings', 'preferences', 'parametres', 'reglages'] },
  rates: {
    path: '/settings/rates',
    words: ['exchange rates', 'rates', 'currencies', 'taux change', 'taux', 'devises'],
  },
  tokens: {
    path: '/settings/tokens',
    words: ['tokens', 'api tokens', 'programs', 'jetons', 'jetons api', 'programmes externes'],
  },
  webhooks: { path: '/settings/webhooks', words: ['webhooks', 'webhook'] },
  audit: { path: '/settings/audit', words: ['audit', 'audit log', 'journal audit'] },
  history: { path: '/history', words: ['history', 'activity', 'log', 'historique', 'journal', 'activite'] },
  bin: { path: '/bin', words: ['bin', 'trash', 'deleted', 'corbeille', 'supprimes'] },
  api: { path: '/api-docs', words: ['api', 'api documentation', 'documentation api'] },
} as const satisfies Record<string, { path: string; words: readonly string[] }>
export type ScreenName = keyof typeof screens

/** A kind of record that a name may be looked for in. */
export type Kind = RecordNoun | 'tasks'

/** Kinds of records, one or several, as one says them before a name or after it: "go to market Japan", "Kansai agreements". */
export const nounWords: Readonly<Partial<Record<Kind, readonly string[]>>> = {
  agreements: ['agreement', 'agreements', 'accord', 'accords', 'convention', 'conventions'],
  missions: ['mission', 'missions'],
  organisations: [
    'company',
    'companies',
    'cluster',
    'clusters',
    'partner',
    'partners',
    'organisation',
    'organisations',
    'organization',
    'organizations',
    'entreprise',
    'entreprises',
    'pole',
    'poles',
    'partenaire',
    'partenaires',
    'organisme',
    'organismes',
  ],
  people: ['person', 'people', 'persons', 'contact', 'contacts', 'personne', 'personnes'],
  alliances: ['alliance', 'alliances'],
  markets: ['market', 'markets', 'country', 'countries', 'marche', 'marches', 'pays'],
  grants: ['grant', 'grants', 'subvention', 'subventions'],
  expenses: ['expense', 'expenses', 'depense', 'depenses'],
  indicators: ['indicator', 'indicators', 'indicateur', 'indicateurs'],
  reports: ['report', 'reports', 'rapport', 'rapports'],
  tasks: ['task', 'tasks', 'tache', 'taches'],
}

export const languageWords = {
  en: ['english', 'anglais'],
  fr: ['french', 'francais'],
} as const satisfies Record<string, readonly string[]>

export const themeWords = {
  light: ['light', 'day', 'clair', 'jour'],
  dark: ['dark', 'night', 'sombre', 'nuit'],
  auto: ['system', 'automatic', 'systeme', 'automatique'],
} as const satisfies Record<string, readonly string[]>

export const shortcutWords = [
  'keyboard shortcuts',
  'shortcuts',
  'keys',
  'help',
  'raccourcis clavier',
  'raccourcis',
  'aide',
]

/** Days said by their distance from today, in days. */
export const dayWords: Readonly<Record<string, number>> = {
  today: 0,
  now: 0,
  yesterday: -1,
  tomorrow: 1,
  aujourdhui: 0,
  maintenant: 0,
  hier: -1,
  demain: 1,
}
