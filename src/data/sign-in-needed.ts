import { create } from 'zustand'

interface SignInNeeded {
  /** The API does not know who asks: the reader has to sign in, or to sign in again. */
  needed: boolean
}

/** Set wherever an answer says so; what was typed stays where it is meanwhile. */
export const useSignInNeeded = create<SignInNeeded>()(() => ({ needed: false }))

/** Hosts that keep accounts say so; in the browser one chooses who one is. */
export function noteNotSignedIn(): void {
  const host = document.querySelector<HTMLMetaElement>('meta[name=corridor-host]')?.content
  if (host === 'node') useSignInNeeded.setState({ needed: true })
}
