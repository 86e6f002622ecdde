import { createContext, type ReactNode } from 'react'

/** What the frame puts above a page's title, at the end of that line: who else has it open. */
export const BesideTitle = createContext<ReactNode>(null)
