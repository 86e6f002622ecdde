/** Target markets: countries, with regions inside them. */
const markets = {
  title: 'Markets',
  count_one: '{{count}} market',
  count_other: '{{count}} markets',
  columns: {
    name: 'Market',
    regions: 'Regions',
    leads: 'Lead clusters',
    open: 'In the pipeline',
    inForce: 'In force',
    updated: 'Changed',
  },
  empty: {
    title: 'No target market here yet',
    text: 'A market is a country where you look for partners, with the regions that matter in it. In each alliance one cluster leads it.',
    action: 'New market',
  },
  new: 'New market',
  created: '{{name}} is added.',
  updated: '{{name}} is changed.',
  removed: '{{name}} is in the bin.',
  restored: '{{name}} is back.',
  fields: {
    name: 'Name',
    country: 'Country',
    timeZone: 'Time zone',
    practice: 'Local practice',
    practiceHint: 'Holidays, protocol, what one should know before going.',
  },
  facts: 'Facts',
  inList: 'In the list',
  leads: {
    title: 'Who leads',
    none: 'No alliance targets this market yet.',
    alliance: 'Alliance',
    cluster: 'Lead cluster',
    noLead: 'no lead known',
    add: 'Add an alliance',
  },
  regions: {
    title: 'Regions',
    none: 'No regions named yet.',
    add: 'Add a region',
    name: 'Region',
    detail: 'What it takes in',
    timeZone: 'Time zone',
  },
  time: {
    in: 'In {{place}} it is now',
    same: 'same time as here',
    ahead: '{{hours}} ahead of here',
    behind: '{{hours}} behind here',
    yesterday: 'yesterday',
    tomorrow: 'tomorrow',
    unknown: 'no time zone given',
  },
  pipeline: { title: 'Pipeline', none: 'Nothing under way in this market.', target: 'to be signed {{date}}' },
  inForce: { title: 'In force', none: 'No agreement in force in this market.' },
  past: { title: 'Ended' },
  partners: {
    title: 'Partners',
    none: 'No partner known in this market.',
    all: 'All organisations of this country',
  },
  negotiatedBy: 'negotiated by {{name}}',
  newAgreement: 'New agreement',
  duplicate: 'There is a market for this country already.',
  openDuplicate: 'Open {{name}}',
}
export default markets

declare module '../namespaces.ts' {
  interface Namespaces {
    markets: typeof markets
  }
}
