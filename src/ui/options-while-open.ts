import { useState } from 'react'

/**
 * The options of a long list as a `Select` takes them: all while it is open, otherwise the chosen one. A closed list
 * stays in the page, for what refers to it; hundreds of options in it would be drawn anew with every letter that is
 * typed beside it.
 */
export function useOptionsWhileOpen<T extends { value: string }>(options: T[], value: string | null) {
  const [opened, setOpened] = useState(false)
  return {
    data: opened ? options : options.filter((option) => option.value === value),
    onDropdownOpen: () => setOpened(true),
    onDropdownClose: () => setOpened(false),
  }
}
