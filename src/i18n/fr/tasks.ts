import type en from '../en/tasks.ts'
import type { Messages } from '../namespaces.ts'

export default {
  title: 'Tâches',
  states: { label: 'État', open: 'À faire', snoozed: 'Reportées', done: 'Faites', all: 'Toutes' },
  whose: {
    label: 'De qui',
    mine: 'Les miennes',
    everyone: 'Toutes',
  },
  group: {
    overdue: 'En retard',
    today: 'Aujourd’hui',
    week: 'Sept prochains jours',
    later: 'Plus tard',
    none: 'Sans date',
    snoozed: 'Reportées',
    done: 'Faites',
  },
  empty: {
    title: 'Aucune tâche à faire',
    text: 'Les tâches se notent ici ou sur n’importe quelle fiche. Elles reviennent sur la vue d’ensemble quand leur jour approche.',
    done: 'Aucune tâche faite pour l’instant',
    doneText: 'Ce que vous cochez est conservé ici.',
    snoozed: 'Aucune tâche n’est reportée',
    snoozedText: 'Ce que vous reportez attend ici son jour, puis revient de lui-même dans la liste.',
    mine: 'Aucune tâche ne vous attend',
    mineText: 'Les tâches qui vous sont confiées apparaissent ici.',
  },
  new: 'Nouvelle tâche',
  quickAdd: 'Qu’y a-t-il à faire ?',
  quickAddDue: 'Échéance',
  add: 'Ajouter',
  added: 'La tâche est ajoutée.',
  fields: {
    title: 'Tâche',
    due: 'Échéance',
    assignee: 'Confiée à',
    cluster: 'Pôle',
    about: 'À propos de',
  },
  calendar: 'Agenda…',
  more: 'Afficher la suite',
} satisfies Messages<typeof en>
