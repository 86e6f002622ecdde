import { AlliancePicker } from '../../components/alliance-picker.tsx'
import { GrantPicker } from '../../components/grant-picker.tsx'
import { MarketPicker } from '../../components/market-picker.tsx'
import { MissionPicker } from '../../components/mission-picker.tsx'
import { OrganisationPicker } from '../../components/organisation-picker.tsx'
import type { ReportKind } from '../../domain/reports.ts'
import type { PickerProps } from '../../ui/async-picker.tsx'

/** What a report of a kind can be about. */
export function SubjectPicker({ kind, ...props }: PickerProps & { kind: ReportKind }) {
  switch (kind) {
    case 'grant':
      return <GrantPicker {...props} />
    case 'alliance':
      return <AlliancePicker {...props} />
    case 'cluster':
      return <OrganisationPicker clusters {...props} />
    case 'market':
      return <MarketPicker {...props} />
    case 'mission':
      return <MissionPicker {...props} />
    case 'company':
      return <OrganisationPicker companies {...props} />
  }
}
