/** Search and commands: what is found, and what can be done. */
const palette = {
  pinned: 'Pinned',
  recent: 'Looked at last',
  offline: 'No connection: screens, commands and what you looked at last still work.',
  closed: 'Records can’t be searched with your role. Screens and commands can.',
  keys: '↑↓ to choose · Enter to open · Ctrl Enter in a new tab · Esc to close',
  keysMac: '↑↓ to choose · Enter to open · ⌘ Enter in a new tab · Esc to close',
  hint: 'Also: “log signature Kansai”, “new task call Kobe”, “as of 4 Feb 2008”, “scope Lyonbiopôle”, “pin Kansai”.',
  create: {
    signature: 'Log a signature',
    agreement: 'New agreement',
    mission: 'New mission',
    grant: 'New grant',
    expense: 'New expense',
    company: 'New company',
    organisation: 'New organisation',
    person: 'New person',
    task: 'New task',
    market: 'New market',
    alliance: 'New alliance',
    report: 'New report',
    indicator: 'New indicator',
  },
  createNamed: '{{what}}: {{name}}',
  signFor: 'Log a signature: {{name}}',
  asOf: 'Show everything as of {{date}}',
  scopeTo: 'Scope: {{name}}',
  clearScope: 'Clear scope',
  pin: 'Pin: {{name}}',
  unpin: 'Unpin: {{name}}',
  screen: {
    board: 'Agreements as a board',
    timeline: 'Agreements as a timeline',
    calendar: 'Missions in a calendar',
    map: 'Missions on a map',
    served: 'Companies served',
    expenses: 'All expenses',
    alliances: 'Alliances',
    matrix: 'Matrix clusters × markets',
    acting: 'Acting for all',
    due: 'Personal data to erase',
    duplicates: 'Duplicates',
    indicators: 'Indicators',
    rates: 'Exchange rates',
    tokens: 'Tokens for programs',
    webhooks: 'Webhooks',
    audit: 'Audit',
    api: 'API documentation',
  },
}
export default palette
declare module '../namespaces.ts' {
  interface Namespaces {
    palette: typeof palette
  }
}
