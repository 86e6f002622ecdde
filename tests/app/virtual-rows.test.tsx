import { render, screen } from '@testing-library/react'
import { afterEach, expect, it, vi } from 'vitest'
import { RowTable } from '../../src/features/import/row-table.tsx'

afterEach(() => vi.restoreAllMocks())

it('shows the rows in view of a box that comes with them, with nothing drawn again afterwards', () => {
  vi.spyOn(Element.prototype, 'clientHeight', 'get').mockReturnValue(340)
  vi.spyOn(Element.prototype, 'clientWidth', 'get').mockReturnValue(800)
  render(
    <RowTable
      label="Rows"
      head={[{ key: 'row', text: 'Row' }]}
      count={16_592}
      rowHeight={34}
      row={(index) => (
        <tr key={index}>
          <td>{`Row ${index + 1}`}</td>
        </tr>
      )}
    />,
  )
  expect(screen.getByText('Row 1')).toBeInTheDocument()
  expect(screen.getByText('Row 10')).toBeInTheDocument()
  expect(screen.queryByText('Row 100')).toBeNull()
})
