import type { AgreementRow } from '../../contract/agreements.ts'
import type { CompanyRow } from '../../contract/companies.ts'
import type { Task } from '../../contract/dossier.ts'
import type { MissionRow } from '../../contract/missions.ts'
import type { OrganisationRow } from '../../contract/organisations.ts'
import type { Participation } from '../../contract/participations.ts'
import type { PersonRow } from '../../contract/people.ts'
import type { Service } from '../../contract/services.ts'
import type en from '../../i18n/en/export.ts'
import { moneyCell, numberCell } from '../../sheets/cells.ts'
import type { CsvCell } from '../../sheets/write-csv.ts'

/**
 * What a list's file has in its columns: whole names rather than what fits on a screen, codes rather than words where a file is
 * read by another, and always the record's id. A file of organisations, companies or people that is imported again changes nothing.
 */
export interface ExportColumn<Row> {
  head: keyof (typeof en)['head']
  cell: (row: Row) => CsvCell
}

type Columns<Row> = readonly ExportColumn<Row>[]

/** Between several in a cell, as imports take them apart. */
const several = (parts: readonly string[]): string | null => parts.join('; ') || null
const names = (list: readonly { name: string }[]) => several(list.map(({ name }) => name))

export const organisationColumns: Columns<OrganisationRow> = [
  { head: 'id', cell: ({ id }) => id },
  { head: 'name', cell: ({ name }) => name },
  { head: 'kind', cell: ({ kinds }) => kinds[0] ?? null },
  { head: 'country', cell: ({ country }) => country },
  { head: 'region', cell: ({ region }) => region },
  { head: 'town', cell: ({ town }) => town },
  { head: 'otherNames', cell: ({ aliases }) => several(aliases) },
  { head: 'alliances', cell: ({ alliances }) => names(alliances) },
  { head: 'agreementCount', cell: ({ agreementCount }) => numberCell(agreementCount) },
]

export const companyColumns: Columns<CompanyRow> = [
  { head: 'id', cell: ({ id }) => id },
  { head: 'name', cell: ({ name }) => name },
  { head: 'country', cell: ({ country }) => country },
  { head: 'town', cell: ({ town }) => town },
  { head: 'sectors', cell: ({ sectors }) => several(sectors) },
  { head: 'clusters', cell: ({ clusters }) => names(clusters) },
  { head: 'targets', cell: ({ markets }) => names(markets) },
  { head: 'sme', cell: ({ status }) => status },
  {
    head: 'room',
    cell: ({ aid }) => (aid.room === null ? null : moneyCell({ minor: aid.room, currency: 'EUR' })),
  },
  { head: 'missionCount', cell: ({ participations }) => numberCell(participations) },
  { head: 'lastMission', cell: ({ lastParticipation }) => lastParticipation?.mission.name ?? null },
]

export const personColumns: Columns<PersonRow> = [
  { head: 'personId', cell: ({ id }) => id },
  { head: 'fullName', cell: ({ name }) => name },
  { head: 'nativeName', cell: ({ nativeName }) => nativeName },
  { head: 'email', cell: ({ email }) => email },
  { head: 'jobTitle', cell: ({ posts }) => posts[0]?.title ?? null },
  { head: 'organisation', cell: ({ posts }) => posts[0]?.organisation.name ?? null },
  { head: 'id', cell: ({ posts }) => posts[0]?.organisation.id ?? null },
  { head: 'signatures', cell: ({ signatureCount }) => numberCell(signatureCount) },
]

export const agreementColumns: Columns<AgreementRow> = [
  { head: 'recordId', cell: ({ id }) => id },
  { head: 'heading', cell: ({ title }) => title },
  { head: 'type', cell: ({ type }) => type },
  { head: 'status', cell: ({ status }) => status },
  { head: 'alliance', cell: ({ alliance }) => alliance?.name ?? null },
  { head: 'market', cell: ({ market }) => market?.name ?? null },
  { head: 'negotiator', cell: ({ negotiator }) => negotiator?.name ?? null },
  { head: 'homeParties', cell: ({ parties }) => names(parties.filter(({ side }) => side === 'home')) },
  { head: 'partnerParties', cell: ({ parties }) => names(parties.filter(({ side }) => side === 'partner')) },
  { head: 'starts', cell: ({ starts }) => starts },
  { head: 'ends', cell: ({ ends }) => ends },
  { head: 'target', cell: ({ targetSignature }) => targetSignature },
  { head: 'signedOn', cell: ({ signedOn }) => signedOn },
]

export const missionColumns: Columns<MissionRow> = [
  { head: 'recordId', cell: ({ id }) => id },
  { head: 'heading', cell: ({ title }) => title },
  { head: 'missionKind', cell: ({ kind }) => kind },
  { head: 'status', cell: ({ status }) => status },
  { head: 'starts', cell: ({ starts }) => starts },
  { head: 'ends', cell: ({ ends }) => ends },
  { head: 'town', cell: ({ town }) => town },
  { head: 'country', cell: ({ country }) => country },
  { head: 'alliance', cell: ({ alliance }) => alliance?.name ?? null },
  { head: 'market', cell: ({ market }) => market?.name ?? null },
  { head: 'lead', cell: ({ lead }) => lead?.name ?? null },
  { head: 'capacity', cell: ({ capacity }) => (capacity === null ? null : numberCell(capacity)) },
  { head: 'placed', cell: ({ placed }) => numberCell(placed) },
  { head: 'meetings', cell: ({ meetings }) => numberCell(meetings) },
]

export const participationColumns: Columns<Participation> = [
  { head: 'recordId', cell: ({ id }) => id },
  { head: 'mission', cell: ({ mission }) => mission.name },
  { head: 'side', cell: ({ side }) => side },
  { head: 'name', cell: ({ organisation }) => organisation.name },
  { head: 'id', cell: ({ organisation }) => organisation.id },
  { head: 'cluster', cell: ({ cluster }) => cluster?.name ?? null },
  { head: 'state', cell: ({ state }) => state },
  { head: 'since', cell: ({ since }) => since },
  { head: 'people', cell: ({ people }) => names(people) },
  { head: 'meetings', cell: ({ held }) => numberCell(held) },
]

export const serviceColumns: Columns<Service> = [
  { head: 'recordId', cell: ({ id }) => id },
  { head: 'organisation', cell: ({ organisation }) => organisation.name },
  { head: 'organisationId', cell: ({ organisation }) => organisation.id },
  { head: 'serviceKind', cell: ({ kind }) => kind },
  { head: 'service', cell: ({ title }) => title },
  { head: 'starts', cell: ({ starts }) => starts },
  { head: 'ends', cell: ({ ends }) => ends },
  { head: 'provider', cell: ({ provider }) => provider?.name ?? null },
  { head: 'cluster', cell: ({ cluster }) => cluster?.name ?? null },
  { head: 'market', cell: ({ market }) => market?.name ?? null },
  { head: 'value', cell: ({ value }) => value && moneyCell(value) },
  { head: 'currency', cell: ({ value }) => value?.currency ?? null },
  { head: 'note', cell: ({ note }) => note },
]

export const taskColumns: Columns<Task> = [
  { head: 'recordId', cell: ({ id }) => id },
  { head: 'task', cell: ({ title }) => title },
  { head: 'about', cell: ({ about }) => about?.title ?? null },
  { head: 'due', cell: ({ due }) => due },
  { head: 'assignee', cell: ({ assignee }) => assignee?.name ?? null },
  { head: 'cluster', cell: ({ cluster }) => cluster?.name ?? null },
  { head: 'doneOn', cell: ({ doneOn }) => doneOn },
]
