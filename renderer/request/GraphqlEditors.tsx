import type { GraphqlBody } from '../../shared/compose/graphql.ts';
import { CodeEditor } from '../editor/CodeEditor.tsx';
import { currentRequest, useWindow } from '../state/store.ts';
import styles from './GraphqlEditors.module.css';

interface GraphqlEditorsProps {
  readonly body: GraphqlBody;
  readonly onChange: (body: GraphqlBody) => void;
}

/** A GraphQL query, its variables as JSON beside it, and which operation is meant. */
export const GraphqlEditors = ({ body, onChange }: GraphqlEditorsProps) => {
  const isInAddress = useWindow((state) => /^(?:GET|HEAD)$/i.test(currentRequest(state)?.draft.method ?? ''));
  return (
    <div className={styles['graphql']}>
      {isInAddress && <p className={styles['note']}>Sent in the address, as the method has no body.</p>}
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
