import * as contract from '../../contract/dossier.ts'
import { route } from '../route.ts'
import { attachDocument, downloadContent, dropDocument, readDocument } from './documents.ts'
import { addNote, readNote, removeNote, updateNote } from './notes.ts'
import { readWholeDossier } from './read.ts'
import { addSource, cite, listAllSources } from './sources.ts'
import { addStatement, dropStatement, readStatement } from './statements.ts'
import { listAllTasks } from './task-list.ts'
import { addTask, changeTask, dropTask } from './task-verbs.ts'
import { readTask } from './tasks.ts'

export const dossierRoutes = [
  route(contract.readDossier, readWholeDossier),
  route(contract.createNote, addNote),
  route(contract.updateNote, updateNote, readNote),
  route(contract.removeNote, removeNote, readNote),
  route(contract.listTasks, listAllTasks),
  route(contract.createTask, addTask),
  route(contract.updateTask, changeTask, readTask),
  route(contract.removeTask, dropTask, readTask),
  route(contract.uploadDocument, attachDocument),
  route(contract.downloadDocument, downloadContent),
  route(contract.removeDocument, dropDocument, readDocument),
  route(contract.listSources, listAllSources),
  route(contract.createSource, addSource),
  route(contract.citeSource, cite),
  route(contract.createStatement, addStatement),
  route(contract.removeStatement, dropStatement, readStatement),
]
