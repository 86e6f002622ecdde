/** People: the posts they hold, what they signed, where they were present. */
const people = {
  title: 'People',
  count_one: '{{count}} person',
  count_other: '{{count}} people',
  columns: { name: 'Name', posts: 'Post', email: 'E-mail', signatures: 'Signatures', updated: 'Changed' },
  empty: {
    title: 'Nobody here yet',
    text: 'Add the people who negotiate, sign and organise, with the posts they hold. Signatories can also be added while a signature is logged.',
    action: 'New person',
  },
  due: 'Due for deletion',
  new: 'New person',
  created: '{{name}} is added.',
  updated: '{{name}} is changed.',
  removed: '{{name}} is in the bin.',
  restored: '{{name}} is back.',
  fields: {
    givenName: 'Given name',
    familyName: 'Family name',
    nativeName: 'Name in its own script',
    nativeNameHint: 'For example 岡田 太郎',
    email: 'E-mail',
    phone: 'Telephone',
    language: 'Language',
    name: 'Name',
  },
  section: {
    facts: 'Facts',
    posts: 'Posts',
    signatures: 'Signatures given',
    attended: 'Present at signatures',
  },
  none: {
    posts: 'No post known.',
    signatures: 'Has signed no agreement.',
  },
  post: {
    add: 'Add a post',
    organisation: 'Organisation',
    title: 'Post',
    unknown: 'post not known',
  },
  decision: { signed: 'Signed', refused: 'Refused' },
  signedFor: 'for',
  role: { witness: 'Witness', organiser: 'Organiser' },
}
export default people

declare module '../namespaces.ts' {
  interface Namespaces {
    people: typeof people
  }
}
