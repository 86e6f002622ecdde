/** Domain-free pieces: tables, fields, dialogs. */
const ui = {
  table: {
    loading: 'Loading rows…',
    loadingMore: 'Loading more…',
    failed: 'The list could not be loaded.',
    failedMore: 'The next rows could not be loaded.',
    rows_one: '{{count}} row',
    rows_other: '{{count}} rows',
    selected_one: '{{count}} selected',
    selected_other: '{{count}} selected',
    select: 'Select {{name}}',
    selectAll: 'Select all loaded rows',
    clearSelection: 'Clear selection',
    columns: 'Columns',
    resetColumns: 'Reset columns',
    sortBy: 'Sort by {{column}}',
    sortedUp: 'ascending',
    sortedDown: 'descending',
    nothing: 'Nothing matches',
    nothingHint: 'Take a filter away, or search with fewer letters.',
    clearFilters: 'Clear search and filters',
    outsideScope: 'The scope at the top of the page also narrows this list.',
    bulk: 'Actions on the selection',
  },
  list: {
    search: 'Search',
    searchIn: 'Search in {{list}}',
    clear: 'Clear',
    clearSearch: 'Clear search',
    clearFilter: 'Clear {{filter}}',
    tools: 'Search and filters',
    any: 'Any',
    results_one: '{{formatted}} result',
    results_other: '{{formatted}} results',
  },
  board: {
    help: 'Arrow keys go from card to card, Enter opens one, M moves it to another stage.',
    moveTo: 'Move to…',
    moveNamed: 'Move “{{title}}” to…',
    left_one: '{{count}} more is not shown. Narrow the list by search or filters.',
    left_other: '{{count}} more are not shown. Narrow the list by search or filters.',
  },
  view: { label: 'View' },
  map: { zoomIn: 'Zoom in', zoomOut: 'Zoom out', all: 'Show the whole world' },
  date: {
    placeholder: 'e.g. 4 Feb 2008',
    partialPlaceholder: 'e.g. June 2008',
    understood: 'Read as {{date}}',
    notUnderstood: 'This is not a date. Write it like 4 Feb 2008 or 2008-02-04.',
    partialNotUnderstood: 'This is not a date. Write a year, a month or a day: 2008, June 2008, 4 Feb 2008.',
    calendar: 'Choose from a calendar',
  },
  money: {
    currency: 'Currency',
    not_a_number: 'This is not an amount.',
    too_precise: '{{currency}} has fewer decimals.',
    too_large: 'This is more than can be held.',
  },
  time: {
    placeholder: 'e.g. 10:45',
    notUnderstood: 'This is not a time. Write it like 10:45.',
  },
  zone: {
    placeholder: 'City or zone',
    nothing: 'No such city or zone. Try a larger city nearby.',
  },
  country: { placeholder: 'Choose a country', nothing: 'No such country' },
  picker: {
    placeholder: 'Search…',
    nothing: 'Nothing found',
    create: 'Create “{{name}}”',
    clear: 'Clear',
    failed: 'No answer. Type on to try again.',
  },
  paper: {
    language: 'Language on paper',
    print: 'Print',
    hint: 'To keep a PDF, choose “Save as PDF” where the printer is chosen.',
  },
  dialog: { close: 'Close the dialog' },
  draft: { restored: 'What you typed before is back.', discard: 'Start afresh' },
  edit: { start: 'Edit {{field}}' },
  conflict: {
    title: 'Somebody else changed this too',
    by: '{{name}} changed it on {{when}}.',
    explain: 'Both versions are shown. Choose, field by field, which one stands.',
    harmless: 'They changed other things than you did. Both can stand.',
    theirs: 'As it is now',
    mine: 'What you typed',
    nothing: 'empty',
    save: 'Save this choice',
  },
  toast: { undo: 'Undo', close: 'Dismiss' },
}
export default ui

declare module '../namespaces.ts' {
  interface Namespaces {
    ui: typeof ui
  }
}
