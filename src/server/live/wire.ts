/** What joins the nodes of a host: what one sends, all others hear. What is lost on the way is found in the history. */
export interface Wire {
  /** Never rejects: it is sent, or not. */
  send(text: string): void
  start(on: {
    hear: (text: string) => void
    /** Whether what others send arrives; said whenever that changes. */
    hearing: (yes: boolean) => void
  }): void
  stop(): Promise<void>
}
