/** What is printed: programmes, the manager's book, table sheets. Also in Japanese, for those who are met. */
const programme = {
  sample: 'Sample: invented for the demo',
  title: 'Programme of {{name}}',
  programmes: 'Programmes',
  programmesOf: { home: 'Programmes of the companies', partner: 'Programmes of the counterparts' },
  book: 'Mission book',
  tableSheets: 'Table sheets',
  calendar: 'Calendar file',
  calendarFailed: 'The calendar file could not be made. Try again.',
  back: 'Back to the meetings',
  none: 'No meeting of this mission has a slot yet.',
  noneOf: 'No meeting has a slot yet.',
  nobody: 'There is no such participant in this mission.',
  heading: 'Programme of meetings',
  time: 'Time',
  timeIn: 'Time in {{place}}',
  table: 'Table',
  meets: 'Meeting with',
  notes: 'Notes',
  from: 'From',
  people: 'Taking part',
  meetings_one: '{{count}} meeting',
  meetings_other: '{{count}} meetings',
  page: '{{mission}} · {{name}}',
  participants: 'Who takes part',
  companies: 'Companies',
  counterparts: 'Counterparts',
  noCluster: 'Without a cluster',
  schedule: 'Schedule',
  tables: 'Tables',
  organised: 'Organised by',
  leads: 'Led by',
  hosts: 'Hosts',
  checklist: 'Still to do',
  free: 'free',
  signature: 'Signature',
  emptyTable: 'Nobody meets at this table.',
  day: 'Day',
}
export default programme

declare module '../namespaces.ts' {
  interface Namespaces {
    programme: typeof programme
  }
}
