import { createService, listServices, removeService, updateService } from '../contract/services.ts'
import { lists, writes } from './options.ts'

export const services = {
  list: lists(listServices),
  create: writes(createService),
  update: writes(updateService),
  remove: writes(removeService),
}
