import {
  eraseDue,
  erasePerson,
  keepPrivacy,
  listDue,
  readPersonFile,
  readPrivacy,
} from '../contract/privacy.ts'
import { lists, reads, writes } from './options.ts'

export const privacy = {
  read: reads(readPrivacy),
  keep: writes(keepPrivacy),
  file: reads(readPersonFile),
  erase: writes(erasePerson),
  due: lists(listDue),
  eraseDue: writes(eraseDue),
}
