import { FileText, TextCursorInput } from 'lucide-react';
import type { DraftBody } from '../../shared/workspace/draft.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { ChooseFile } from './ChooseFile.tsx';
import { KeyValueTable } from '../ui/KeyValueTable.tsx';
import { emptyRow, type KeyValue } from '../ui/key-values.ts';

type Multipart = DraftBody & { readonly kind: 'multipart' };
type Part = Multipart['parts'][number];

/** A row that knows its part, so that they stay together whatever is added or removed. */
interface PartRow extends KeyValue {
  readonly part: Part;
}

const toRow = (part: Part): PartRow => ({
  name: part.name,
  value: part.file ?? part.value ?? '',
  on: part.on,
  part,
});

const toPart = ({ name, value, on, part }: PartRow): Part =>
  part.file === undefined ? { ...part, name, on, value } : { ...part, name, on, file: value };

const blank: PartRow = { ...emptyRow, part: { name: '', on: true } };

/** A part's value is typed or lies in a file. */
const turned = ({ file, value, ...part }: Part): Part =>
  file === undefined ? { ...part, file: value ?? '' } : { ...part, value: file };

interface MultipartTableProps {
  readonly body: Multipart;
  readonly onChange: (body: DraftBody) => void;
}

export const MultipartTable = ({ body, onChange }: MultipartTableProps) => {
  const setParts = (parts: readonly Part[]): void => {
    onChange({ kind: 'multipart', parts: [...parts] });
  };
  return (
    <KeyValueTable
      label="Part"
      rows={body.parts.map(toRow)}
      blank={blank}
      valuePlaceholder="Value, or the path of a file"
      setBy={({ part }) => (part.file === undefined ? undefined : { text: 'file' })}
      onChange={(rows) => {
        setParts(rows.map(toPart));
      }}
      renderTools={(row, index) => {
        const isFile = row.part.file !== undefined;
        return (
          <>
            {isFile && (
              <ChooseFile
                label={`Choose the file of ${row.name === '' ? `part ${index + 1}` : row.name}`}
                onChoose={(file) => {
                  setParts(body.parts.map((part, at) => (at === index ? { ...part, file } : part)));
                }}
              />
            )}
            <IconButton
              label={isFile ? `Type ${row.name} instead` : `Take ${row.name} from a file`}
              size="small"
              onPress={() => {
                setParts(body.parts.map((part, at) => (at === index ? turned(part) : part)));
              }}
            >
              {isFile ? <TextCursorInput aria-hidden="true" /> : <FileText aria-hidden="true" />}
            </IconButton>
          </>
        );
      }}
    />
  );
};
