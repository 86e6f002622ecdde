/** What is dated, in the reader's own calendar. */
const calendar = {
  title: 'In your own calendar',
  lead: 'Signatures, missions, deadlines and tasks beside your other appointments, as of the workspace’s day.',
  kinds: 'What goes in',
  noKind: 'Choose at least one.',
  kind: {
    signatures: 'Signatures',
    expiries: 'Ends and notice',
    missions: 'Missions',
    followUps: 'Follow-ups',
    claims: 'Claims due',
    tasks: 'Tasks',
  },
  language: 'Language',
  alarm: 'Reminder',
  alarms: {
    none: 'None',
    '0': 'On the day',
    before_one: '{{count}} day before',
    before_other: '{{count}} days before',
  },
  browserHost:
    'Here Corridor runs in this browser alone, where no calendar program can reach it: it cannot be subscribed to. Download the file, and load it again when things have changed. On a server there is an address.',
  address: {
    title: 'Subscribe',
    text: 'An address that Outlook, Google Calendar, Apple Calendar or Thunderbird read by themselves every hour. Who has it can read these days without signing in, until you revoke it.',
    name: 'Name',
    usualName: 'Corridor',
    make: 'Get the address',
    made: 'The address is made.',
    url: 'Address',
    secret: 'Shown this once: copy it now. Corridor itself keeps only a fingerprint of it.',
    copy: 'Copy',
    copied: 'Copied',
    open: 'Open in the calendar program',
    lost: 'The address was made, but its answer was lost on the way and is not told twice. Revoke it below and make another.',
  },
  file: {
    title: 'Download',
    text: 'The same once, as a file. It does not follow later changes; loaded again, it updates what is there.',
    download: 'Download the file',
  },
  feeds: {
    title: 'Addresses',
    none: 'No address has been made.',
    all: 'everything',
    made: 'made {{date}}',
    madeBy: 'made by {{name}}, {{date}}',
    read: 'last read {{at}}',
    unread: 'not read yet',
    revoke: 'Revoke',
    revokeNamed: 'Revoke “{{name}}”',
    revoked: 'The address is revoked: nobody reads it any more.',
    closed: 'revoked {{date}}',
  },
}
export default calendar

declare module '../namespaces.ts' {
  interface Namespaces {
    calendar: typeof calendar
  }
}
