import { matchPath } from 'react-router'
import type en from '../../i18n/en/help.ts'

export type HelpScreen = keyof (typeof en)['screen']
export type HelpWord = keyof (typeof en)['word']

interface Entry {
  /** Its address; the first that matches counts. */
  path: string
  screen: HelpScreen
}

/** Every screen's help by its address; those of one record's parts before the record. */
export const entries: readonly Entry[] = [
  { path: '/', screen: 'overview' },
  { path: '/agreements', screen: 'agreements' },
  { path: '/agreements/new', screen: 'agreementForm' },
  { path: '/agreements/sign', screen: 'sign' },
  { path: '/agreements/:id/edit', screen: 'agreementForm' },
  { path: '/agreements/:id', screen: 'agreement' },
  { path: '/missions', screen: 'missions' },
  { path: '/missions/participations/:id', screen: 'participation' },
  { path: '/missions/meetings/:id', screen: 'meeting' },
  { path: '/missions/:id/companies', screen: 'missionCompanies' },
  { path: '/missions/:id/meetings', screen: 'missionMeetings' },
  { path: '/missions/:id/on-site', screen: 'onSite' },
  { path: '/missions/:id/results', screen: 'missionResults' },
  { path: '/missions/:id/programmes', screen: 'paper' },
  { path: '/missions/:id/book', screen: 'paper' },
  { path: '/missions/:id/*', screen: 'mission' },
  { path: '/companies/served/*', screen: 'served' },
  { path: '/companies/:id/declaration', screen: 'paper' },
  { path: '/companies/:id/aid/:aidId/letter', screen: 'paper' },
  { path: '/companies/:id/status', screen: 'sme' },
  { path: '/companies/:id/aid', screen: 'aid' },
  { path: '/companies/:id/*', screen: 'company' },
  { path: '/companies', screen: 'companies' },
  { path: '/grants/expenses/*', screen: 'expenses' },
  { path: '/grants/:id/budget', screen: 'budget' },
  { path: '/grants/:id/expenses/*', screen: 'expenses' },
  { path: '/grants/:id/claims/:claimId/statements', screen: 'paper' },
  { path: '/grants/:id/claims/*', screen: 'claims' },
  { path: '/grants/:id/report', screen: 'paper' },
  { path: '/grants/:id/*', screen: 'grant' },
  { path: '/grants', screen: 'grants' },
  { path: '/clusters/:id/brief', screen: 'paper' },
  { path: '/clusters/:id', screen: 'cluster' },
  { path: '/clusters', screen: 'clusters' },
  { path: '/matrix', screen: 'matrix' },
  { path: '/acting/*', screen: 'acting' },
  { path: '/markets/:id/brief', screen: 'paper' },
  { path: '/markets/:id', screen: 'market' },
  { path: '/markets', screen: 'markets' },
  { path: '/alliances/:id/brief', screen: 'paper' },
  { path: '/alliances/:id', screen: 'alliance' },
  { path: '/alliances', screen: 'alliances' },
  { path: '/partners', screen: 'partners' },
  { path: '/organisations/:id', screen: 'organisation' },
  { path: '/people/due', screen: 'privacy' },
  { path: '/people/:id/file', screen: 'privacy' },
  { path: '/people/:id', screen: 'person' },
  { path: '/people', screen: 'people' },
  { path: '/tasks', screen: 'tasks' },
  { path: '/reports/*', screen: 'reports' },
  { path: '/indicators/*', screen: 'reports' },
  { path: '/import/*', screen: 'imports' },
  { path: '/duplicates', screen: 'duplicates' },
  { path: '/settings/rates', screen: 'rates' },
  { path: '/settings/audit', screen: 'audit' },
  { path: '/settings/webhooks/*', screen: 'webhooks' },
  { path: '/settings/tokens', screen: 'tokens' },
  { path: '/settings/*', screen: 'settings' },
  { path: '/access', screen: 'access' },
  { path: '/account', screen: 'account' },
  { path: '/history', screen: 'history' },
  { path: '/bin', screen: 'bin' },
  { path: '/api-docs', screen: 'apiDocs' },
]

/** The help of an address. Where there is none of its own, that of the app as a whole. */
export const screenAt = (pathname: string): HelpScreen =>
  entries.find(({ path }) => matchPath(path, pathname))?.screen ?? 'elsewhere'

/** The words of the trade that a screen uses. */
const words: Partial<Record<HelpScreen, readonly HelpWord[]>> = {
  overview: ['asOf', 'scope', 'stage'],
  agreements: ['mou', 'stage', 'party', 'notice'],
  agreement: ['party', 'negotiator', 'notice', 'obligation'],
  agreementForm: ['party', 'negotiator'],
  sign: ['party', 'signatory'],
  missions: ['mission', 'counterpart'],
  mission: ['mission', 'checklist'],
  participation: ['participation', 'waitingList'],
  missionCompanies: ['participation', 'waitingList', 'deMinimis'],
  missionMeetings: ['meeting', 'slot', 'counterpart'],
  meeting: ['meeting', 'counterpart'],
  onSite: ['noShow'],
  missionResults: ['outcome', 'followUp'],
  companies: ['sme', 'served'],
  company: ['sme', 'deMinimis', 'served'],
  served: ['served', 'outcome'],
  sme: ['sme', 'linked'],
  aid: ['deMinimis', 'ceiling'],
  grants: ['grant', 'eligible'],
  grant: ['commitment', 'forecast', 'grant'],
  budget: ['line', 'transfer'],
  expenses: ['commitment', 'eligible', 'share'],
  claims: ['claim', 'frozen'],
  cluster: ['cluster', 'actingFor'],
  clusters: ['cluster', 'alliance'],
  matrix: ['actingFor', 'scope'],
  acting: ['actingFor'],
  market: ['market', 'lead'],
  markets: ['market', 'lead'],
  alliance: ['alliance', 'cluster', 'lead'],
  alliances: ['alliance'],
  tasks: ['followUp'],
  rates: ['rate'],
}
export const wordsOf = (screen: HelpScreen): readonly HelpWord[] => words[screen] ?? []
