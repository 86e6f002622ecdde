/** Tasks: what has to be done, by whom, by when. */
const tasks = {
  title: 'Tasks',
  states: { label: 'State', open: 'Open', snoozed: 'Put off', done: 'Done', all: 'All' },
  whose: {
    label: 'Whose',
    mine: 'Mine',
    everyone: 'Everyone’s',
  },
  group: {
    overdue: 'Overdue',
    today: 'Today',
    week: 'Next seven days',
    later: 'Later',
    none: 'No date',
    snoozed: 'Put off',
    done: 'Done',
  },
  empty: {
    title: 'No open task',
    text: 'Tasks are noted here or on any record. They come back on the overview as their day draws near.',
    done: 'No task is done yet',
    doneText: 'What you tick off is kept here.',
    snoozed: 'No task is put off',
    snoozedText: 'What you put off rests here until its day, and is back in the list by itself.',
    mine: 'No open task is yours',
    mineText: 'Tasks assigned to you show up here.',
  },
  new: 'New task',
  quickAdd: 'What has to be done?',
  quickAddDue: 'Due',
  add: 'Add task',
  added: 'The task is added.',
  fields: {
    title: 'Task',
    due: 'Due',
    assignee: 'Assigned to',
    cluster: 'Cluster',
    about: 'About',
  },
  calendar: 'Calendar…',
  more: 'Show more',
}
export default tasks

declare module '../namespaces.ts' {
  interface Namespaces {
    tasks: typeof tasks
  }
}
