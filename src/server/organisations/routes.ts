import { organisationRecords } from '../../contract/organisations.ts'
import { moveToBin, takeFromBin } from '../record.ts'
import { route } from '../route.ts'
import { createOrganisation } from './create.ts'
import { listOrganisations } from './list.ts'
import { readOrganisation } from './queries.ts'
import { updateOrganisation } from './update.ts'

const { list, read, create, update, remove, restore } = organisationRecords

export const organisationRoutes = [
  route(list, (ctx, { query }) => listOrganisations(ctx, query)),
  route(read, (ctx, { params, query }) => readOrganisation(ctx, params.id, query.asOf)),
  route(create, createOrganisation),
  route(update, updateOrganisation),
  route(remove, async (ctx, { params, ifMatch }) => {
    await moveToBin(ctx, 'organisations', params.id, ifMatch)
    return readOrganisation(ctx, params.id)
  }),
  route(restore, async (ctx, { params }) => {
    await takeFromBin(ctx, 'organisations', params.id)
    return readOrganisation(ctx, params.id)
  }),
]
