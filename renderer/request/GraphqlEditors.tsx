import { graphqlOperations, type GraphqlBody } from '../../shared/compose/graphql.ts';
import { CodeEditor } from '../editor/CodeEditor.tsx';
import { currentRequest, useWindow } from '../state/store.ts';
import { Select } from '../ui/Select.tsx';
import styles from './GraphqlEditors.module.css';

interface GraphqlEditorsProps {
  readonly body: GraphqlBody;
  readonly onChange: (body: GraphqlBody) => void;
}

/** Which of several operations is meant; nothing to ask where there is but one. */
const Operation = ({ body, onChange }: GraphqlEditorsProps) => {
  const operations = graphqlOperations(body.query).filter(({ name }) => name !== '');
  const chosen = body.operationName;
  const isGone = chosen !== '' && operations.every(({ name }) => name !== chosen);
  if (operations.length < 2 && chosen === '') return undefined;
  return (
    <Select
      label="Operation"
      placeholder="Choose one"
      options={[
        ...operations.map(({ kind, name }) => ({ id: name, label: name, note: kind })),
        ...(isGone ? [{ id: chosen, label: chosen, note: 'not in the query' }] : []),
        { id: '', label: 'Not named', note: 'for a query with one operation' },
      ]}
      value={chosen}
      onChange={(operationName) => {
        onChange({ ...body, operationName });
      }}
    />
  );
};

/** A GraphQL query, its variables as JSON beside it, and which operation is meant. */
export const GraphqlEditors = ({ body, onChange }: GraphqlEditorsProps) => {
  const isInAddress = useWindow((state) => /^(?:GET|HEAD)$/i.test(currentRequest(state)?.draft.method ?? ''));
  return (
    <div className={styles['graphql']}>
      <div className={styles['options']}>
        <Operation body={body} onChange={onChange} />
        {isInAddress && <span>Sent in the address, as the method has no body.</span>}
      </div>
      <div className={styles['editors']}>
        <section className={styles['part']} aria-labelledby="graphql-query">
          <h3 id="graphql-query">Query</h3>
          <CodeEditor
            label="GraphQL query"
            takesVariables
            language="graphql"
            value={body.query}
            onChange={(query) => {
              onChange({ ...body, query });
            }}
          />
        </section>
        <section className={styles['part']} aria-labelledby="graphql-variables">
          <h3 id="graphql-variables">Variables, as JSON</h3>
          <CodeEditor
            label="GraphQL variables"
            takesVariables
            language="json"
            value={body.variables}
            onChange={(variables) => {
              onChange({ ...body, variables });
            }}
          />
        </section>
      </div>
    </div>
  );
};
