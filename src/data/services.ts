import { createService, listServices, removeService, updateService } from '../contract/services.ts'
import { lists, reads, writes } from './options.ts'

export const services = {
  list: lists(listServices),
  /** One page: the services to one company. */
  page: reads(listServices),
  create: writes(createService),
  update: writes(updateService),
  remove: writes(removeService),
}
