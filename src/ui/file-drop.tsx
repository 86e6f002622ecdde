import { type ReactNode, useRef, useState } from 'react'

/** A place where files are dropped or chosen; what it looks like, and the button that chooses, its user says. */
export function FileDrop({
  label,
  accept,
  multiple,
  className,
  onFiles,
  children,
}: {
  /** What is chosen here, for who does not see it. */
  label: string
  accept?: string
  multiple?: boolean
  className?: string | undefined
  /** Never none. */
  onFiles: (files: readonly File[]) => void
  children: (offer: { choose: () => void; over: boolean }) => ReactNode
}) {
  const input = useRef<HTMLInputElement>(null)
  const [over, setOver] = useState(false)
  const take = (list: FileList | null) => {
    const files = [...(list ?? [])]
    if (files.length > 0) onFiles(multiple ? files : files.slice(0, 1))
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way; the button in it is the first
    <div
      role="presentation"
      className={className}
      data-over={over || undefined}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault()
        setOver(false)
        take(event.dataTransfer.files)
      }}
    >
      {children({ choose: () => input.current?.click(), over })}
      <input
        ref={input}
        type="file"
        hidden
        tabIndex={-1}
        aria-label={label}
        accept={accept}
        multiple={multiple}
        onChange={(event) => {
          take(event.currentTarget.files)
          // The same file may be chosen again.
          event.currentTarget.value = ''
        }}
      />
    </div>
  )
}
