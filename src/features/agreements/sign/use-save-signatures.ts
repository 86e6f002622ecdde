import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useWrite } from '../../../components/use-write.ts'
import type { Agreement } from '../../../contract/agreements.ts'
import { agreements } from '../../../data/agreements.ts'
import { documents } from '../../../data/dossier.ts'
import { ApiProblem } from '../../../data/failures.ts'
import { type SignatureWarning, signatureWarnings } from '../../../domain/agreement.ts'
import { type SignDraft, signingParties } from './draft.ts'
import { type ChosenTask, signInputOf } from './to-input.ts'

/** By party: what the API asks a reason for. */
export type Warnings = Record<string, SignatureWarning[]>

/**
 * Saves the signatures, then their document as a write of its own: where that fails the signatures stand, and only the
 * document is sent again.
 */
export function useSaveSignatures(agreement: Agreement, on: { onSaved: () => void; onDone: () => void }) {
  const { t } = useTranslation('signing')
  const client = useQueryClient()
  const [warnings, setWarnings] = useState<Warnings>({})
  const [reloaded, setReloaded] = useState(false)
  const [failedDocument, setFailedDocument] = useState<{ file: File; error: unknown } | null>(null)
  const sign = useWrite(agreements.sign, {
    message: ({ parties }) => {
      const required = parties.filter((party) => party.required)
      const signed = required.filter((party) => party.signedOn).length
      return t('saved', { count: signed, total: required.length })
    },
  })
  const upload = useWrite(documents.upload, { message: ({ filename }) => t('attached', { name: filename }) })

  const attach = async (file: File) => {
    const query = {
      noun: 'agreements' as const,
      recordId: agreement.id,
      filename: file.name,
      kind: 'signed' as const,
    }
    try {
      await upload.mutateAsync({ query, body: file })
      on.onDone()
    } catch (error) {
      setFailedDocument({ file, error })
    }
  }

  /** True where the API asks for reasons first. */
  const save = async (draft: SignDraft, tasks: ChosenTask[], file: File | null): Promise<boolean> => {
    setReloaded(false)
    const parties = signingParties(draft, agreement)
    const { id, version } = agreement
    try {
      await sign.mutateAsync({ params: { id }, body: signInputOf(draft, agreement, tasks), version })
    } catch (error) {
      const asked = warningsIn(error, parties)
      setWarnings(asked ?? {})
      if (error instanceof ApiProblem && error.status < 500 && !asked) {
        // Somebody was faster: the agreement is read anew, and what was typed is kept.
        setReloaded(error.code === 'version_stale')
        await client.invalidateQueries({ queryKey: ['agreements'] })
      }
      return asked !== null
    }
    on.onSaved()
    if (file) await attach(file)
    else on.onDone()
    return false
  }

  return {
    save,
    warnings,
    /** The last answer asked for reasons, which the rows show. */
    warned: warningsIn(sign.error, []) !== null,
    reloaded,
    error: sign.error,
    saved: sign.isPending || sign.isSuccess,
    busy: sign.isPending || upload.isPending,
    failedDocument,
    retryDocument: async () => {
      if (failedDocument) await attach(failedDocument.file)
    },
  }
}

/** The warnings of a refusal that asks for reasons, by party; null where it is another. */
function warningsIn(error: unknown, parties: readonly { id: string }[]): Warnings | null {
  if (!(error instanceof ApiProblem) || error.code !== 'reason_required') return null
  const warnings: Warnings = {}
  for (const { path, code } of error.problem.errors ?? []) {
    const party = parties[Number(/^signatures\.(\d+)/.exec(path)?.[1])]
    const warning = signatureWarnings.find((known) => known === code)
    if (party && warning) warnings[party.id] = [...(warnings[party.id] ?? []), warning]
  }
  return warnings
}
