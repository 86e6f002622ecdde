/** Tasks: what has to be done, by whom, by when. */
const tasks = {
  title: 'Tasks',
  count_one: '{{count}} task',
  count_other: '{{count}} tasks',
  states: { label: 'State', open: 'Open', done: 'Done', all: 'All' },
  whose: {
    label: 'Whose',
    mine: 'Mine',
    everyone: 'Everyone’s',
    mineReason: 'Choose who you are under “Account” to see yours.',
  },
  group: { overdue: 'Overdue', week: 'Next seven days', later: 'Later', none: 'No date', done: 'Done' },
  empty: {
    title: 'No open task',
    text: 'Tasks are noted here or on any record. They come back on the overview as their day draws near.',
    done: 'No task is done yet',
    doneText: 'What you tick off is kept here.',
    mine: 'No open task is yours',
    mineText: 'Tasks assigned to you show up here.',
  },
  new: 'New task',
  edit: 'Change the task',
  quickAdd: 'What has to be done?',
  quickAddDue: 'Due',
  add: 'Add task',
  added: 'The task is added.',
  changed: 'The task is changed.',
  ticked: '“{{title}}” is done.',
  unticked: '“{{title}}” is open again.',
  removed: '“{{title}}” is deleted.',
  tick: 'Done: {{title}}',
  fields: {
    title: 'Task',
    due: 'Due',
    assignee: 'Assigned to',
    cluster: 'Cluster',
    doneOn: 'Done on',
    about: 'About',
  },
  about: { none: 'No record', noun: 'Kind of record', record: 'Record' },
  dueOn: 'due {{date}}',
  doneOn: 'done {{date}}',
  unassigned: 'nobody yet',
  more: 'Show more',
  delete: 'Delete',
  list: 'Tasks, by when they are due',
}
export default tasks

declare module '../namespaces.ts' {
  interface Namespaces {
    tasks: typeof tasks
  }
}
