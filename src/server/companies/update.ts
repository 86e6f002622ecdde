import type { updateCompany as endpoint } from '../../contract/companies.ts'
import { lockLiving, touch } from '../record.ts'
import type { Verb } from '../route.ts'
import { readCompany } from './queries.ts'
import { storeProfile } from './store.ts'

/** A change of the profile counts as one of the organisation: both have one version. */
export const updateCompany: Verb<typeof endpoint> = async (ctx, { params: { id }, body, ifMatch }) => {
  await lockLiving(ctx, 'organisations', id, ifMatch)
  await storeProfile(ctx, id, body)
  await touch(ctx, 'organisations', id)
  return readCompany(ctx, id)
}
