/** What waits in this browser for the connection. */
const offline = {
  title: 'Changes not sent yet',
  explain:
    'These changes are kept in this browser. They are sent in this order as soon as the connection is back.',
  empty: 'Everything has been sent.',
  decide: 'They are kept in this browser until you decide what becomes of them.',
  waiting: 'Waiting',
  failed: 'Could not be sent',
  sendNow: 'Try now',
  tryAgain: 'Try again',
  discard: 'Discard',
  discardNamed: 'Discard: {{name}}',
  discardTitle: 'Discard this change?',
  discardExplain: 'It has not been sent: “{{name}}” is lost with it.',
  conflict: 'Somebody else has changed it meanwhile.',
  keepMine: 'Keep mine',
  keepTheirs: 'Keep theirs',
  behind_one: '{{count}} more change to the same record waits behind it.',
  behind_other: '{{count}} more changes to the same record wait behind it.',
}
export default offline

declare module '../namespaces.ts' {
  interface Namespaces {
    offline: typeof offline
  }
}
