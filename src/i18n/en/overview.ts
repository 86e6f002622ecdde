/** The first screen: what waits, the year, the pipeline, what happened. */
const overview = {
  title: 'Overview',
  asOf: 'As of {{date}}',
  needs: {
    title: 'What needs me now',
    none: 'Nothing waits for you',
    noneHint:
      'Overdue and missing signatures, agreements about to end, obligations, tasks and missions to prepare show up here.',
    all: 'Show all {{count}}',
    fewer: 'Show the first {{count}}',
    first: 'The first {{shown}} of {{count}}',
    noDate: 'no date',
    kind: {
      overdue_signature: 'Signature overdue',
      expiring: 'About to end',
      signature_missing: 'Signature missing',
      target_near: 'To be signed soon',
      obligation_due: 'Obligation due',
      task_due: 'Task due',
      mission_near: 'Mission near',
      step_due: 'Checklist due',
      applications_pending: 'To be decided',
      place_free: 'Place free',
      answers_pending: 'Answers missing',
    },
    count: {
      step_due_one: '{{count}} step',
      step_due_other: '{{count}} steps',
      applications_pending_one: '{{count}} application',
      applications_pending_other: '{{count}} applications',
      place_free_one: '{{count}} place for the waiting list',
      place_free_other: '{{count}} places for the waiting list',
      answers_pending_one: '{{count}} meeting request',
      answers_pending_other: '{{count}} meeting requests',
    },
  },
  year: {
    title: 'The year {{year}}',
    choose: 'Year',
    label: 'Agreements and missions in {{year}}',
    head: 'Agreement or mission',
    none: 'Nothing has a date in {{year}}',
    noneHint: 'Periods, signatures and target dates of agreements, and missions, show up here.',
    all: 'Show all {{count}}',
    fewer: 'Show the first {{count}}',
    period: 'Period {{period}}',
    signed: 'Signed {{date}}',
    target: 'To be signed: {{date}}',
    missed: 'To be signed: {{date}}, not yet signed',
    legend: { period: 'Period', done: 'Signed', target: 'Target date', missed: 'Target date passed' },
  },
  pipeline: {
    title: 'Pipeline by stage',
    none: 'No agreements here',
    overdue_one: '{{count}} overdue',
    overdue_other: '{{count}} overdue',
    more_one: '{{count}} more',
    more_other: '{{count}} more',
  },
  activity: {
    title: 'Latest activity',
    none: 'Nothing has happened yet',
    all: 'Whole history',
  },
  welcome: {
    title: 'A CRM for cluster partnerships',
    text: 'Keep your clusters, alliances, target markets and partners together, follow each agreement from the first contact to its renewal, and see every day what waits for you.',
    first: 'Where to begin',
    sign: 'Log a signature',
    signHint:
      'An agreement that was signed: by whom, for whom, where and when. What is missing is added on the way.',
    cluster: 'Add a cluster',
    clusterHint: 'Yours first, then its partners. Alliances and target markets follow.',
    demo: 'Load the demo',
    demoHint: 'Life Science Corridor France and its partnerships of 2008, from published sources.',
    demoLoaded: 'The demo workspace is loaded.',
    import: 'Import a workspace',
    importHint: 'Go on from a file that was exported here or elsewhere.',
  },
  nothingInScope: 'Nothing in this scope',
  nothingInScopeHint: 'No agreement, mission or task belongs to what you narrowed the screen to.',
  clearScope: 'Show everything',
}
export default overview

declare module '../namespaces.ts' {
  interface Namespaces {
    overview: typeof overview
  }
}
