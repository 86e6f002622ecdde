/** The one-page brief of a cluster, a market or an alliance. */
const brief = {
  title: '{{name}}: brief',
  kind: { cluster: 'Cluster', market: 'Target market', alliance: 'Alliance' },
  asOf: 'As of {{date}}',
  of: 'Narrowed to {{names}}',
  back: 'Back',
  lead: '{{alliance}}: {{lead}}',
  noLead: 'no lead known',
  fact: {
    country: 'Country',
    regions: 'Regions',
    leads: 'Who leads',
    region: 'Region',
    alliances: 'Alliances',
    markets: 'Leads',
    period: 'Period',
    members: 'Members',
    time: 'Time zone',
    practice: 'Local practice',
    people: 'People',
  },
  agreements: 'Agreements in force and in the pipeline',
  target: 'to be signed {{date}}',
  missions: 'Missions to come and past',
  targets: 'To be reached',
  reached: '{{actual}} of {{target}}',
  tasks: 'To do next',
  due: 'due {{date}}',
  more_one: 'and one more',
  more_other: 'and {{count}} more',
  none: 'None.',
  money: 'Money: expenses without VAT that comes back, each in its own currency.',
  definitions:
    'Figures count records as of the day: SMEs by their status on the day of each record, each company once; meetings that took place; expenses paid whatever the funder said of them.',
}
export default brief

declare module '../namespaces.ts' {
  interface Namespaces {
    brief: typeof brief
  }
}
