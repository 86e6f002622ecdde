/** Personal data: consent, how long it is kept, the file of a person, erasure. */
const privacy = {
  title: 'Personal data',
  legalBasis: 'Legal basis',
  legalBasisWords: {
    consent: 'Consent',
    contract: 'Contract',
    legal_obligation: 'Legal obligation',
    public_task: 'Public task',
    legitimate_interest: 'Legitimate interest',
  },
  source: 'Where the data comes from',
  collectedOn: 'Collected on',
  keepMonths: 'Months kept after the last own action',
  usualMonths: '36, as usual',
  lastAction: 'Last own action',
  until: 'Kept until',
  due: 'Due for deletion',
  withdrawn: 'The consent that the data rests on was withdrawn on {{date}}.',
  changed: 'Personal data of {{name}} noted.',
  consents: 'Consents',
  noConsents: 'Nothing was asked or said.',
  consent: {
    add: 'Add a consent',
    purpose: 'Purpose',
    decision: 'Decision',
    on: 'Date',
    how: 'How',
  },
  purpose: {
    contact: 'Being contacted',
    missions: 'Invitations to missions',
    newsletter: 'Newsletter',
    sharing: 'Sharing with partners',
    pictures: 'Pictures',
  },
  decision: { given: 'Given', withdrawn: 'Withdrawn' },
  file: {
    open: 'Everything about this person',
    title: 'Everything about {{name}}',
    made: 'Made on {{at}} from every record of this workspace.',
    print: 'Print',
    download: 'Download as JSON',
    name: 'personal-data-{{name}}',
    person: 'The record',
    history: 'What was done',
    mentions: 'Texts in which the name stands',
    more: '{{count}} in all, of which the first are listed',
    by: '{{what}}, by {{who}}',
  },
  erase: {
    open: 'Erase for good…',
    title: 'Erase {{name}} for good',
    goes: 'Name, contact, posts, consents, notes, tasks and documents go, in the history too.',
    stays:
      'Signatures and places in missions stay and still count; they show “a person erased on …” instead of the name.',
    never: 'This can’t be undone, nor brought back from the history.',
    mentions_one:
      'The name also stands in {{count}} text elsewhere. Look at it first: nobody can erase it for you.',
    mentions_other:
      'The name also stands in {{count}} texts elsewhere. Look at them first: nobody can erase them for you.',
    type: 'Type the name: {{name}}',
    submit: 'Erase for good',
    done: 'Erased. Nothing tells any more who it was.',
    erased: 'Erased on {{date}}',
    erasedText: 'All that told who this person was is gone. What they signed still counts.',
  },
  dueList: {
    title: 'Due for deletion',
    intro:
      'People whose data may no longer be kept on {{date}}, by their last own action and the time set, those due longest first.',
    back: 'People',
    name: 'Name',
    lastAction: 'Last own action',
    until: 'Kept until',
    basis: 'Legal basis',
    signatures: 'Signatures',
    missions: 'Missions',
    empty: 'Nobody is due',
    emptyText: 'The data of everybody here may still be kept.',
    erase: 'Erase for good…',
    eraseTitle_one: 'Erase {{count}} person for good',
    eraseTitle_other: 'Erase {{count}} people for good',
    type: 'Type how many: {{count}}',
    done_one: '{{count}} person erased.',
    done_other: '{{count}} people erased.',
  },
}
export default privacy

declare module '../namespaces.ts' {
  interface Namespaces {
    privacy: typeof privacy
  }
}
