/** Views of lists that are kept. */
const savedViews = {
  menu: 'Views',
  menuOf: 'Views: {{name}}',
  isChanged: 'changed',
  all: 'Everything',
  own: 'My views',
  shared: 'Shared views',
  opensWithIt: 'The list opens with it',
  keep: 'Keep this as a view…',
  keepTitle: 'Keep as a view',
  edit: 'Rename or share…',
  editTitle: 'View',
  update: 'Keep the changes in “{{name}}”',
  remove: 'Delete “{{name}}”',
  openWith: 'Open this list with “{{name}}”',
  openWithAll: 'Open this list with everything',
  notMine: 'It is {{name}}’s: keep a view of your own.',
  name: 'Name',
  share: 'Share with everybody',
  shareHint: 'Everybody can open it; only you change it.',
  withScope: 'Keep the scope with it (alliance, cluster, market)',
  withDay: 'Keep the day with it ({{date}})',
  kept: 'The view “{{name}}” is kept.',
  changed: 'The view “{{name}}” is changed.',
  removed: 'The view “{{name}}” is deleted.',
  willOpen: 'The list will open with “{{name}}”.',
  willOpenAll: 'The list will open with everything.',
  obsolete_one: 'This list does not know “{{what}}” of this view any more. The rest of it is shown.',
  obsolete_other:
    'This list does not know these parts of this view any more: {{what}}. The rest of it is shown.',
  dropObsolete: 'Keep it without',
  builtIn: {
    overdue: 'Overdue signatures',
    expiring: 'Expiring',
    neverServed: 'Never served',
    ready: 'Ready for {{market}}',
    planned: 'Planned and committed',
    mine: 'Mine',
  },
}
export default savedViews
declare module '../namespaces.ts' {
  interface Namespaces {
    'saved-views': typeof savedViews
  }
}
