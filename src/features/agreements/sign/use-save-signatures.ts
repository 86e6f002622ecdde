import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useWrite } from '../../../components/use-write.ts'
import type { Agreement } from '../../../contract/agreements.ts'
import { agreements } from '../../../data/agreements.ts'
import { documents } from '../../../data/dossier.ts'
import { ApiProblem } from '../../../data/failures.ts'
import { signatureWarnings } from '../../../domain/signature-warnings.ts'
import type { Attached } from './document-field.tsx'
import { type SignDraft, signingParties } from './draft.ts'
import type { Oddity, Told } from './oddities.ts'
import { type ChosenTask, signInputOf } from './to-input.ts'

/**
 * Saves the signatures, then their document as a write of its own: where that fails the signatures stand, and only the
 * document is sent again.
 */
export function useSaveSignatures(agreement: Agreement, on: { onSaved: () => void; onDone: () => void }) {
  const { t } = useTranslation('signing')
  const client = useQueryClient()
  const [told, setTold] = useState<Told[]>([])
  const [reloaded, setReloaded] = useState(false)
  const [failedDocument, setFailedDocument] = useState<{ attached: Attached; error: unknown } | null>(null)
  const sign = useWrite(agreements.sign, {
    message: ({ parties }) => {
      const required = parties.filter((party) => party.required)
      const signed = required.filter((party) => party.signedOn).length
      return t('saved', { count: signed, total: required.length })
    },
  })
  const upload = useWrite(documents.upload, { message: ({ filename }) => t('attached', { name: filename }) })

  const attach = async (attached: Attached) => {
    const { file, kind } = attached
    const query = {
      noun: 'agreements' as const,
      recordId: agreement.id,
      filename: file.name,
      kind,
    }
    try {
      await upload.mutateAsync({ query, body: file })
      on.onDone()
    } catch (error) {
      setFailedDocument({ attached, error })
    }
  }

  /** True where the API asks for reasons first. */
  const save = async (
    draft: SignDraft,
    tasks: ChosenTask[],
    attached: Attached | null,
    oddities: readonly Oddity[],
  ): Promise<boolean> => {
    setReloaded(false)
    const parties = signingParties(draft, agreement)
    const { id, version } = agreement
    try {
      await sign.mutateAsync({
        params: { id },
        body: signInputOf(draft, agreement, tasks, oddities),
        version,
      })
    } catch (error) {
      const asked = toldIn(error, parties)
      setTold(asked ?? [])
      if (error instanceof ApiProblem && error.status < 500 && !asked) {
        // Somebody was faster: the agreement is read anew, and what was typed is kept.
        setReloaded(error.code === 'version_stale')
        await client.invalidateQueries({ queryKey: ['agreements'] })
      }
      return asked !== null
    }
    on.onSaved()
    if (attached) await attach(attached)
    else on.onDone()
    return false
  }

  return {
    save,
    /** What the last answer asked reasons for. */
    told,
    warned: toldIn(sign.error, []) !== null,
    reloaded,
    error: sign.error,
    saved: sign.isPending || sign.isSuccess,
    busy: sign.isPending || upload.isPending,
    failedDocument,
    retryDocument: async () => {
      if (failedDocument) await attach(failedDocument.attached)
    },
  }
}

/** The warnings of a refusal that asks for reasons; null where it is another. */
function toldIn(error: unknown, parties: readonly { id: string }[]): Told[] | null {
  if (!(error instanceof ApiProblem) || error.code !== 'reason_required') return null
  return (error.problem.errors ?? []).flatMap(({ path, code, params }) => {
    const party = parties[Number(/^signatures\.(\d+)/.exec(path)?.[1])]
    const warning = signatureWarnings.find((known) => known === code)
    return party && warning ? { partyId: party.id, warning, on: String(params?.on) } : []
  })
}
