import * as contract from '../../contract/outcomes.ts'
import { route } from '../route.ts'
import { planTasks } from './follow-up.ts'
import { readOutcome } from './queries.ts'
import { results } from './results.ts'
import { addOutcome, changeOutcome, dropOutcome } from './write.ts'

export const outcomeRoutes = [
  route(contract.createOutcome, addOutcome),
  route(contract.updateOutcome, changeOutcome, readOutcome),
  route(contract.removeOutcome, dropOutcome, readOutcome),
  route(contract.planFollowUp, planTasks),
  route(contract.readResults, results),
]
