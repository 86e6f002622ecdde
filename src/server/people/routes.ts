import { personRecords } from '../../contract/people.ts'
import { moveToBin, takeFromBin } from '../record.ts'
import { route } from '../route.ts'
import { createPerson } from './create.ts'
import { listPeople } from './list.ts'
import { readPerson } from './queries.ts'
import { updatePerson } from './update.ts'

const { list, read, create, update, remove, restore } = personRecords

export const peopleRoutes = [
  route(list, (ctx, { query }) => listPeople(ctx, query)),
  route(read, (ctx, { params }) => readPerson(ctx, params.id)),
  route(create, createPerson),
  route(update, updatePerson),
  route(remove, async (ctx, { params, ifMatch }) => {
    await moveToBin(ctx, 'people', params.id, ifMatch)
    return readPerson(ctx, params.id)
  }),
  route(restore, async (ctx, { params }) => {
    await takeFromBin(ctx, 'people', params.id)
    return readPerson(ctx, params.id)
  }),
]
