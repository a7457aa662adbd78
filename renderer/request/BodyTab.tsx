import { useMemo } from 'react';
import type { DraftBody } from '../../shared/workspace/draft.ts';
import { actions } from '../state/store.ts';
import { CodeEditor } from '../editor/CodeEditor.tsx';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { FormGrid } from '../ui/FieldFrame.tsx';
import { KeyValueTable } from '../ui/KeyValueTable.tsx';
import { emptyRow, readQuery } from '../ui/key-values.ts';
import { SegmentedControl } from '../ui/SegmentedControl.tsx';
import { TextInput } from '../ui/TextInput.tsx';
import { bodyKinds, formattedBody, kindOf, mayFormat, withBodyKind, type BodyKind } from './body-kinds.ts';
import styles from './BodyTab.module.css';
import { ChooseFile } from './ChooseFile.tsx';
import { GraphqlEditors } from './GraphqlEditors.tsx';
import { GraphqlOperation } from './GraphqlOperation.tsx';
import { MultipartTable } from './MultipartTable.tsx';
import { useDraftPart } from './use-draft.ts';

interface PartProps<Kind extends DraftBody['kind']> {
  readonly body: DraftBody & { readonly kind: Kind };
  readonly onChange: (body: DraftBody) => void;
}

const languages = { json: 'json', xml: 'xml', text: 'plaintext' } as const;

const TextBody = ({ body, onChange }: PartProps<'text'>) => {
  const kind = kindOf(body);
  return (
    <CodeEditor
      label="Body"
      takesVariables
      value={body.text}
      language={kind === 'json' || kind === 'xml' ? languages[kind] : 'plaintext'}
      onChange={(text) => {
        onChange({ ...body, text });
      }}
    />
  );
};

const FormBody = ({ body, onChange }: PartProps<'form'>) => {
  return (
    <KeyValueTable
      label="Field"
      blank={emptyRow}
      isBulkEditable
      rows={body.fields}
      readMany={readQuery}
      onChange={(rows) => {
        onChange({ kind: 'form', fields: [...rows] });
      }}
    />
  );
};

const FileBody = ({ body, onChange }: PartProps<'file'>) => (
  <div className={styles['form']}>
    <FormGrid>
      <TextInput
        label="File"
        takesVariables
        value={body.path}
        placeholder="/home/me/photo.png"
        help="On the computer where the engine of why401 runs. It is read when the request is sent."
        end={
          <ChooseFile
            label="Choose the file"
            onChoose={(path) => {
              onChange({ ...body, path });
            }}
          />
        }
        onChange={(path) => {
          onChange({ ...body, path });
        }}
      />
      <TextInput
        label="Content-Type"
        takesVariables
        value={body.contentType}
        onChange={(contentType) => {
          onChange({ ...body, contentType });
        }}
      />
    </FormGrid>
  </div>
);

const BytesBody = ({ body, onChange }: PartProps<'bytes'>) => (
  <EmptyState
    action={
      <Button
        onPress={() => {
          onChange({ kind: 'none' });
        }}
      >
        Remove the body
      </Button>
    }
  >
    {Math.floor((body.base64.replace(/=+$/, '').length * 3) / 4)} bytes that are no text, sent as they are.
  </EmptyState>
);

const Content = ({
  body,
  onChange,
}: {
  readonly body: DraftBody;
  readonly onChange: (body: DraftBody) => void;
}) => {
  switch (body.kind) {
    case 'none':
      return <EmptyState>This request has no body.</EmptyState>;
    case 'text':
      return <TextBody body={body} onChange={onChange} />;
    case 'graphql':
      return <GraphqlEditors body={body} onChange={onChange} />;
    case 'form':
      return (
        <div className={styles['table']}>
          <FormBody body={body} onChange={onChange} />
        </div>
      );
    case 'multipart':
      return (
        <div className={styles['table']}>
          <MultipartTable body={body} onChange={onChange} />
        </div>
      );
    case 'file':
      return <FileBody body={body} onChange={onChange} />;
    case 'bytes':
      return <BytesBody body={body} onChange={onChange} />;
  }
};

const noBody: DraftBody = { kind: 'none' };

export const BodyTab = () => {
  const [body = noBody, setBody] = useDraftPart('body');
  const kind = kindOf(body);
  const canFormat = useMemo(() => mayFormat(body), [body]);
  const format = async (): Promise<void> => {
    const formatted = await formattedBody(body);
    // Unless somebody wrote on in the meantime.
    if (formatted !== undefined)
      actions.editDraft((draft) => (draft.body === body ? { ...draft, body: formatted } : draft));
    else
      actions.notify({
        tone: 'neutral',
        text: 'Nothing to format: it is laid out already, or cannot be read.',
      });
  };
  const kinds = kind === 'bytes' ? [...bodyKinds, { id: 'bytes' as BodyKind, label: 'Bytes' }] : bodyKinds;
  return (
    <div className={styles['tab']}>
      <div className={styles['bar']}>
        <SegmentedControl
          label="Kind of body"
          segments={kinds}
          value={kind}
          onChange={(chosen) => {
            actions.editDraft((draft) => withBodyKind(draft, chosen));
          }}
        />
        {body.kind === 'graphql' && (
          <div className={styles['type']}>
            <GraphqlOperation body={body} onChange={setBody} />
          </div>
        )}
        {body.kind === 'text' && (
          <div className={styles['type']}>
            <TextInput
              label="Content-Type"
              labelHidden
              takesVariables
              value={body.contentType}
              placeholder="No Content-Type"
              onChange={(contentType) => {
                setBody({ ...body, contentType });
              }}
            />
          </div>
        )}
        {canFormat && (
          <Button variant="quiet" onPress={() => void format()}>
            Format
          </Button>
        )}
      </div>
      <div className={styles['content']}>
        <Content body={body} onChange={setBody} />
      </div>
    </div>
  );
};
