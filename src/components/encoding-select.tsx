import { NativeSelect, type NativeSelectProps } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { type Encoding, encodings } from '../sheets/decode-text.ts'

type Props = Omit<NativeSelectProps, 'value' | 'data' | 'onChange'> & {
  value: Encoding
  onChange: (encoding: Encoding) => void
}

/** How a file's letters were read; another way can be chosen where they came out wrong. */
export function EncodingSelect({ value, onChange, ...props }: Props) {
  const { t } = useTranslation('ui')
  return (
    <NativeSelect
      // Beside other fields it stands level with them.
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      {...props}
      value={value}
      data={encodings.map((encoding) => ({ value: encoding, label: t(`encoding.${encoding}`) }))}
      onChange={(event) => onChange(event.currentTarget.value as Encoding)}
    />
  )
}
