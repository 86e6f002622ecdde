import * as contract from '../contract/dossier.ts'
import { call } from './client.ts'
import { lists, reads, writes } from './options.ts'

/** Notes, tasks, documents, sources and statements of one record, in one answer. */
export const dossier = { read: reads(contract.readDossier) }

export const notes = {
  create: writes(contract.createNote),
  update: writes(contract.updateNote),
  remove: writes(contract.removeNote),
}

export const tasks = {
  list: lists(contract.listTasks),
  create: writes(contract.createTask),
  update: writes(contract.updateTask),
  remove: writes(contract.removeTask),
}

export const documents = {
  upload: writes(contract.uploadDocument),
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
