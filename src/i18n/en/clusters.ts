/** Clusters: list and page. What they share with other organisations is in `organisations`. */
const clusters = {
  title: 'Clusters',
  tabs: { label: 'Clusters and alliances', clusters: 'Clusters', alliances: 'Alliances' },
  count_one: '{{count}} cluster',
  count_other: '{{count}} clusters',
  columns: {
    name: 'Cluster',
    alliances: 'Alliances',
    region: 'Region',
    leads: 'Leads',
    agreements: 'Agreements',
  },
  empty: {
    title: 'No cluster here yet',
    text: 'A cluster gathers members in a region around a field. Begin with your own.',
    action: 'New cluster',
  },
  new: 'New cluster',
  roles: {
    title: 'In its alliances',
    none: 'In no alliance yet.',
    toAlliance: 'Add it to an alliance',
    noPeriod: 'period not known',
    leads: 'Leads {{markets}}',
    label: 'Alliances of {{name}}: role and period',
    current: 'Member on this day',
    notCurrent: 'Not a member on this day',
  },
  agreements: {
    title: 'Agreements',
    none: 'Neither negotiated nor signed any agreement.',
    negotiatedFor_zero: 'Negotiated',
    negotiatedFor_one: 'Negotiated for itself',
    negotiatedFor_other: 'Negotiated for {{count}} clusters',
    party: 'Party',
    partner: 'Party on the partner side',
    partyOf_one: 'Party, with one other on the home side',
    partyOf_other: 'Party, with {{count}} others on the home side',
    all: 'All in the list',
  },
  newAgreement: 'New agreement',
}
export default clusters

declare module '../namespaces.ts' {
  interface Namespaces {
    clusters: typeof clusters
  }
}
