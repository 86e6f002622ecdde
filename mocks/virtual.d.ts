declare module 'virtual:corridor-workspace' {
  /** The prebuilt database of the demo workspace: a gzipped tar archive. */
  export const databaseUrl: string
  /** The demo workspace's file. */
  export const demoUrl: string
}
