/** Alliances: several clusters acting together under a name, for a period. */
const alliances = {
  title: 'Alliances',
  count_one: '{{count}} alliance',
  count_other: '{{count}} alliances',
  columns: {
    name: 'Alliance',
    period: 'Period',
    members: 'Members',
    markets: 'Markets',
    agreements: 'Agreements',
  },
  empty: {
    title: 'No alliance here yet',
    text: 'An alliance is several clusters acting together under a name, for a period, on target markets.',
    action: 'New alliance',
  },
  new: 'New alliance',
  created: '{{name}} is added.',
  updated: '{{name}} is changed.',
  removed: '{{name}} is in the bin.',
  restored: '{{name}} is back.',
  facts: 'Facts',
  running: 'Running',
  ended: 'Ended',
  planned: 'Not begun',
  fields: { name: 'Name', description: 'Description', starts: 'Begins', ends: 'Ends', period: 'Period' },
  members: {
    title: 'Members',
    none: 'No members yet.',
    add: 'Add a member',
    member: 'Member',
    organisation: 'Organisation',
    role: 'Role',
    region: 'Region it stands for',
    chart: 'Members of {{name}} and the periods of their membership',
    noPeriod: 'period not known',
    ofAlliance: 'period of the alliance: {{period}}',
  },
  markets: { title: 'Target markets', none: 'No target market yet.', lead: 'Lead', noLead: 'no lead known' },
  agreements: { title: 'Agreements', none: 'No agreement of this alliance yet.' },
  newAgreement: 'New agreement',
  newMarket: 'New market',
}
export default alliances

declare module '../namespaces.ts' {
  interface Namespaces {
    alliances: typeof alliances
  }
}
