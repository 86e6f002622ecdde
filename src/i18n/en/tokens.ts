/** Tokens that people make for programs. */
const tokens = {
  title: 'Tokens for programs',
  back: 'Settings',
  text: 'A program that shows a token acts in your name, within its scopes, and never further than your own roles go.',
  make: 'Make a token',
  makeTitle: 'Make a token',
  makeText: 'Give it no more than the program needs. You can revoke it at any time.',
  makeDo: 'Make the token',
  name: 'Name',
  nameHint: 'The program, or what it does: this is how the audit names it.',
  scopes: 'What it may do',
  noScope: 'Choose at least one.',
  lasts: 'Valid for',
  days_one: '{{count}} day',
  days_other: '{{count}} days',
  scope: {
    'records-read': 'Read records',
    'records-write': 'Write records',
    'decisions-write': 'Decide',
    'money-read': 'Read money',
    'money-write': 'Write money',
    'personal-read': 'Read personal data',
    'personal-write': 'Write personal data',
  },
  scopeHint: {
    'records-read': 'Organisations, agreements, missions, meetings, figures, history; people by name.',
    'records-write': 'Enter and change them, with notes, tasks and documents.',
    'decisions-write': 'Sign, end and reopen agreements; cancel and close missions; approve expenses.',
    'money-read': 'Grants, budgets, expenses, claims, aid, rates and reports.',
    'money-write': 'Enter and change them.',
    'personal-read': 'E-mail addresses, telephone numbers and consents. Needed to change people.',
    'personal-write': 'Keep consents, and erase people.',
  },
  made: {
    title: 'Token “{{name}}”',
    label: 'The token',
    once: 'Copy it now: it is not shown again. Keep it like a password.',
    copy: 'Copy',
    copied: 'Copied',
    close: 'Done',
    lost: 'The token was made, but its answer got lost on the way, and it is told only once. Revoke it and make another.',
  },
  inForce: 'In force',
  ended: 'Ended',
  noAccounts: 'Programs are given tokens on a server where people sign in. This workspace has no accounts.',
  none: 'You have made no token yet.',
  until: 'valid until {{date}}',
  expiredOn: 'expired on {{date}}',
  revokedOn: 'revoked on {{date}}',
  used: 'last used {{at}}',
  unused: 'never used',
  revoke: 'Revoke',
  revokeNamed: 'Revoke {{name}}',
  revokeTitle: 'Revoke “{{name}}”?',
  revokeText: 'The program that uses it is refused from now on. This can’t be undone.',
  revokeDo: 'Revoke the token',
  revoked: '“{{name}}” revoked',
  howTo: {
    title: 'How to use one',
    text: 'Send it with each request:',
    more: 'What there is to ask for:',
    docs: 'the API',
    mcp: 'Assistants that speak the Model Context Protocol reach it at {{address}}, with the same token.',
  },
}
export default tokens

declare module '../namespaces.ts' {
  interface Namespaces {
    tokens: typeof tokens
  }
}
