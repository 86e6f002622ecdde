/** Companies: the directory, and the page of one. */
const companies = {
  title: 'Companies',
  intro: 'Whom you support: what each is on the day, what it got, and what it may still get.',
  new: 'New company',
  views: {
    label: 'Views of companies',
    all: 'All',
    never: 'Never served',
    ready: 'Ready for a market',
  },
  column: {
    name: 'Name',
    status: 'SME status',
    clusters: 'Clusters',
    markets: 'Markets',
    last: 'Last participation',
    count: 'Missions',
    room: 'Aid room',
    place: 'Place',
    country: 'Country',
    sectors: 'Sectors',
    servedOn: 'First served',
    updated: 'Changed',
  },
  filter: {
    status: 'SME status',
    of: 'Cluster',
    country: 'Country',
    target: 'Market',
    readiness: 'How far',
    served: 'Served',
    room: 'Aid room',
    roomAtLeast: 'at least {{sum}}',
  },
  served: { true: 'Served', false: 'Never served' },
  readiness: {
    interested: 'Interested',
    preparing: 'Preparing',
    ready: 'Ready',
    active: 'Active there',
  },
  empty: {
    title: 'No company here yet',
    text: 'Add the companies that your clusters support. Figures of their years tell their SME status; what they got tells what they may still get.',
  },
  room: {
    of: '{{room}} of {{ceiling}}',
    none: 'none',
    notThere: 'not under EU rules',
  },
  since: 'as of {{date}}',
}
export default companies

declare module '../namespaces.ts' {
  interface Namespaces {
    companies: typeof companies
  }
}
