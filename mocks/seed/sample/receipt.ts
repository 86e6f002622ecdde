const page = [
  '<< /Type /Catalog /Pages 2 0 R >>',
  '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
  '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 420 298] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
  stream(
    'BT /F1 16 Tf 40 220 Td (Sample receipt) Tj 0 -28 Td (It stands for a paper that was never written.) Tj ET',
  ),
  '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
]

/** A page in PDF that says that it stands for a receipt: the same bytes for all, so that they are kept once. */
export const receipt = (): Blob => new Blob([pdfOf(page)], { type: 'application/pdf' })

function stream(content: string): string {
  return `<< /Length ${content.length} >>\nstream\n${content}\nendstream`
}

/** A file of these objects, the first of which is the catalogue. All in ASCII, so that characters are bytes. */
function pdfOf(objects: readonly string[]): string {
  let file = '%PDF-1.4\n'
  const places = objects.map((object, n) => {
    const place = file.length
    file += `${n + 1} 0 obj\n${object}\nendobj\n`
    return `${String(place).padStart(10, '0')} 00000 n \n`
  })
  const size = objects.length + 1
  return `${file}xref\n0 ${size}\n0000000000 65535 f \n${places.join('')}trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${file.length}\n%%EOF\n`
}
