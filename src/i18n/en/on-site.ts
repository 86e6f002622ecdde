const onSite = {
  day: 'Day',
  company: 'Company or counterpart',
  everyone: 'Everyone',
  open: 'Only what is not recorded yet',
  progress: '{{done}} of {{count}} recorded',
  early_one:
    '{{count}} is recorded for a day after {{day}}; it counts from its day on, here and in the results.',
  early_other:
    '{{count}} are recorded for days after {{day}}; they count from their day on, here and in the results.',
  none: 'No meeting has a slot yet. Plan them under Meetings; here you record what became of them.',
  allDone: 'Everything of this day is recorded.',
  table: 'Table',
  two: '{{a}} and {{b}}',
  state: {
    label: 'What became of it',
    planned: 'To come',
    held: 'Held',
    no_show: 'No-show',
    cancelled: 'Cancelled',
  },
  rating: 'How useful',
  ratings: {
    did_not_take_place: 'Did not take place',
    insufficient_interest: 'Insufficient interest',
    informative: 'Informative',
    cooperation_possible: 'Cooperation possible',
  },
  notRated: 'Not rated',
  more: 'Notes and photos',
  moreOf: 'Notes and photos of {{a}} and {{b}}',
  remark: 'What was said',
  movedTo: 'Held elsewhere',
  movedToHint: 'Where and when, if not as planned',
  saveRemark: 'Keep',
  kept: 'Kept',
  attendance: {
    title: 'Who is here',
    count: '{{here}} of {{all}} here',
    early_one: '{{count}} more noted for after {{day}}.',
    early_other: '{{count}} more noted for after {{day}}.',
    unknown: 'Not yet',
    here: 'Here',
    absent: 'Absent',
    of: 'Is {{name}} here?',
    none: 'Nobody has confirmed yet.',
    home: 'Companies',
    partner: 'Counterparts',
  },
  offline: {
    none: 'Without a connection you can go on with what was made ready before.',
    keep: 'Make ready for no connection',
    loading: 'Getting ready, {{done}} of {{total}}',
    ready: 'Ready for no connection, as of {{at}}',
    partial: 'Partly ready: {{done}} of {{total}}, as of {{at}}',
    again: 'Get the newest',
    release: 'No longer needed',
  },
  meeting: {
    title: '{{a}} – {{b}}',
    where: 'When and where',
    unplaced: 'Not in the grid',
    back: 'Meetings of {{mission}}',
    with: 'Who meets',
    removed: 'Meeting moved to the bin',
    restored: 'Meeting restored',
  },
}
export default onSite

declare module '../namespaces.ts' {
  interface Namespaces {
    'on-site': typeof onSite
  }
}
