import type { Agreement, AgreementInput, AgreementType } from '../../../contract/agreements.ts'
import type { Named } from '../../../contract/primitives.ts'
import { defaultNoticeDays, type OpenStage } from '../../../domain/agreement.ts'
import type { CivilDate } from '../../../domain/partial-date.ts'

export interface PartyValue {
  /** The party's own id, where the agreement has it already. */
  id?: string
  organisation: Named
  side: 'home' | 'partner'
  required: boolean
}

/** An agreement as its form holds it: as it is shown, records with their names. */
export interface AgreementValues {
  title: string
  type: AgreementType
  alliance: Named | null
  /** The alliance, where it was added in this form: its members are the home parties. */
  founded: string | null
  market: Named | null
  regionId: string | null
  negotiator: Named | null
  parties: PartyValue[]
  starts: string | null
  ends: string | null
  targetSignature: string | null
  /** In days; empty while it is being typed. */
  noticeDays: number | ''
  language: string | null
  reference: string
  summary: string
  /** Where a new agreement begins, and since when. */
  stage: OpenStage
  stageSince: CivilDate | null
}

export const emptyValues: AgreementValues = {
  title: '',
  type: 'partnership',
  alliance: null,
  founded: null,
  market: null,
  regionId: null,
  negotiator: null,
  parties: [],
  starts: null,
  ends: null,
  targetSignature: null,
  noticeDays: defaultNoticeDays,
  language: null,
  reference: '',
  summary: '',
  stage: 'prospect',
  stageSince: null,
}

export function valuesOf(agreement: Agreement): AgreementValues {
  const { title, type, alliance, market, region, negotiator, starts, ends, targetSignature, noticeDays } =
    agreement
  return {
    title,
    type,
    alliance,
    founded: null,
    market,
    regionId: region?.id ?? null,
    negotiator,
    parties: agreement.parties.map(({ id, organisation, side, required }) => ({
      id,
      organisation,
      side,
      required,
    })),
    starts,
    ends,
    targetSignature,
    noticeDays,
    language: agreement.language,
    reference: agreement.reference ?? '',
    summary: agreement.summary ?? '',
    stage: agreement.stage,
    stageSince: null,
  }
}

type Fields = Omit<AgreementInput, 'actions' | 'attendees' | 'stage' | 'stageSince'>

/** The record's fields, as they are sent. */
export const fieldsOf = (values: AgreementValues): Fields => ({
  title: values.title,
  type: values.type,
  allianceId: values.alliance?.id ?? null,
  marketId: values.market?.id ?? null,
  regionId: values.regionId,
  negotiatorId: values.negotiator?.id ?? null,
  parties: values.parties.map(({ id, organisation, side, required }) => ({
    ...(id ? { id } : {}),
    organisationId: organisation.id,
    side,
    required,
  })),
  starts: values.starts,
  ends: values.ends,
  targetSignature: values.targetSignature,
  noticeDays: values.noticeDays === '' ? defaultNoticeDays : values.noticeDays,
  language: values.language,
  reference: values.reference.trim() || null,
  summary: values.summary.trim() || null,
})

export const inputOf = (values: AgreementValues): AgreementInput => ({
  ...fieldsOf(values),
  stage: values.stage,
  stageSince: values.stageSince,
})

/** Only what differs from the record as it was read: what others change meanwhile stays theirs. */
export function patchOf(values: AgreementValues, base: AgreementValues): Partial<Fields> {
  const before = fieldsOf(base)
  const changed = Object.entries(fieldsOf(values)).filter(
    ([key, value]) => JSON.stringify(value) !== JSON.stringify(before[key as keyof Fields]),
  )
  return Object.fromEntries(changed)
}
