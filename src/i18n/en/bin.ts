/** Deleted records. */
const bin = {
  title: 'Bin',
  text: 'Deleted records rest here until they are restored. Records that refer to them keep showing them.',
  empty: { title: 'The bin is empty', text: 'What you delete comes here and can be restored.' },
  deleted: 'Deleted {{when}}',
  deletedBy: 'Deleted {{when}} by {{name}}',
  restore: 'Restore',
  restoreNamed: 'Restore {{title}}',
  restored: '{{title}} is back.',
  more: 'Show more',
  list: 'Deleted records, newest first',
}
export default bin

declare module '../namespaces.ts' {
  interface Namespaces {
    bin: typeof bin
  }
}
