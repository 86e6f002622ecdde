/** What a company took part in, got and made of it. */
const served = {
  journey: {
    title: 'Journey',
    steps: {
      trained: 'Trained',
      explored: 'Explored',
      mission: 'On a mission',
      landed: 'Landed',
      contract: 'Contract',
    },
    since: 'since {{date}}',
    undated: 'date not known',
    not: 'not yet',
  },
  missions: {
    title: 'Missions',
    none: 'It has not been in a mission yet.',
    meetings: '{{held}} of {{count}} meetings held',
    rated: '{{rating}}: {{count}}',
    schedule: 'Its path',
    rating: {
      did_not_take_place: 'did not take place',
      insufficient_interest: 'insufficient interest',
      informative: 'informative',
      cooperation_possible: 'cooperation possible',
    },
  },
  services: {
    title: 'Services',
    none: 'No service is recorded: experts’ visits, coaching, incubator stays, action plans.',
    add: 'Record a service',
    edit: 'Change the service',
    added: 'The service is recorded.',
    changed: 'The service is changed.',
    removed: 'The service is deleted.',
    actions: '{{name}}: actions',
    aid_one: '{{count}} entry of aid',
    aid_other: '{{count}} entries of aid',
    kind: 'Kind',
    name: 'Title',
    provider: 'Given by',
    cluster: 'Offered by the cluster',
    market: 'For the market',
    value: 'Worth',
    note: 'Remarks',
    kinds: {
      expert_visit: 'Expert’s visit',
      coaching: 'Coaching',
      incubator_stay: 'Incubator stay',
      action_plan: 'International development action plan',
      training: 'Training',
      study: 'Study',
      other: 'Other',
    },
  },
  aid: {
    title: 'Aid',
    none: 'No aid has been awarded to it.',
    awarded_one: '{{sum}} in {{count}} award',
    awarded_other: '{{sum}} in {{count}} awards',
  },
  outcomes: {
    title: 'Outcomes',
    none: 'Nothing has come of it yet.',
    confirmed: 'confirmed by the company',
    kind: {
      lead: 'Lead',
      nda: 'NDA',
      contract: 'Contract',
      rd_project: 'R&D project',
      investment: 'Investment',
      distribution: 'Distribution',
      other: 'Other',
    },
  },
}
export default served

declare module '../namespaces.ts' {
  interface Namespaces {
    served: typeof served
  }
}
