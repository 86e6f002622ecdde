import type { Agreement, AgreementInput, AttendeeInput } from '../../../contract/agreements.ts'

/** Lists replace what is held, so a change of one entry sends them all, each with its id. */

type Action = Agreement['actions'][number]
export type ActionInput = NonNullable<AgreementInput['actions']>[number]

export const actionInput = ({ id, title, state, due, obligations }: Action): ActionInput => ({
  id,
  title,
  state,
  due,
  obligations: obligations.map(({ ownerOrganisation, ownerPerson, ...rest }) => ({
    ...rest,
    ownerOrganisationId: ownerOrganisation?.id ?? null,
    ownerPersonId: ownerPerson?.id ?? null,
  })),
})

export const attendeeInput = ({
  id,
  role,
  person,
  organisation,
  capacity,
}: Agreement['attendees'][number]): AttendeeInput => ({
  id,
  role,
  personId: person?.id ?? null,
  organisationId: organisation?.id ?? null,
  capacity,
})
