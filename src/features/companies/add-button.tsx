import Plus from 'lucide-react/icons/plus'
import type { ReactNode } from 'react'
import { useNoWriting } from '../../components/may-write.ts'
import { useReason } from '../../components/problem-sentence.ts'
import type { Company } from '../../contract/companies.ts'
import type { Right } from '../../domain/rights.ts'
import { ActionButton } from '../../ui/action-button.tsx'

/** The quiet button of a section that adds to it; says why where that is not possible. */
export function AddButton({
  right,
  company,
  onClick,
  children,
}: {
  /** What adding asks for. */
  right: Right
  company: Company
  onClick: () => void
  children: ReactNode
}) {
  const reason = useReason()
  const noWriting = useNoWriting(right)
  return (
    <ActionButton
      size="compact-sm"
      variant="subtle"
      reason={noWriting ?? reason(company.deletedAt ? { code: 'record_in_bin' } : null)}
      leftSection={<Plus size={14} aria-hidden />}
      onClick={onClick}
    >
      {children}
    </ActionButton>
  )
}
