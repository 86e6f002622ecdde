import * as contract from '../contract/dossier.ts'
import { call } from './client.ts'
import { documentAttached, noteAdded, noteChanged, taskAdded, taskChanged } from './dossier-overlays.ts'
import { lists, reads, writes } from './options.ts'

/** Notes, tasks, documents, sources and statements of one record, in one answer. */
export const dossier = { read: reads(contract.readDossier) }

export const notes = {
  create: writes(contract.createNote, noteAdded),
  update: writes(contract.updateNote, noteChanged),
  remove: writes(contract.removeNote),
}

export const tasks = {
  list: lists(contract.listTasks),
  /** One page, for what is told of a record. */
  page: reads(contract.listTasks),
  create: writes(contract.createTask, taskAdded),
  update: writes(contract.updateTask, taskChanged),
  remove: writes(contract.removeTask),
}

export const documents = {
  upload: writes(contract.uploadDocument, documentAttached),
  remove: writes(contract.removeDocument),
}

/** The bytes of a document. */
export const downloadDocument = (id: string) => call(contract.downloadDocument, { params: { id } })

export const sources = {
  all: reads(contract.listSources),
  create: writes(contract.createSource),
  cite: writes(contract.citeSource),
}

export const statements = {
  create: writes(contract.createStatement),
  remove: writes(contract.removeStatement),
}
