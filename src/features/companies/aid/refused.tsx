import { Alert } from '@mantine/core'
import { ApiProblem } from '../../../data/failures.ts'
import { awardFindingCodes } from '../../../domain/aid-award.ts'
import { useFindingText } from './finding-text.ts'

/** The arithmetic of an award that the API refused. */
export function Refused({ error }: { error: unknown }) {
  const finding = useFindingText()
  if (!(error instanceof ApiProblem) || error.code !== 'aid_forbidden') return null
  const { params = {} } = error.problem
  const code = awardFindingCodes.find((one) => one === params.finding)
  return code ? (
    <Alert color="red">{finding({ code, article: String(params.article ?? ''), params })}</Alert>
  ) : null
}
