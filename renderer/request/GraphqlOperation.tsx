import { graphqlOperations, type GraphqlBody } from '../../shared/compose/graphql.ts';
import { Select } from '../ui/Select.tsx';

interface GraphqlOperationProps {
  readonly body: GraphqlBody;
  readonly onChange: (body: GraphqlBody) => void;
}

/** Which of several operations is meant; nothing to ask where there is but one. */
export const GraphqlOperation = ({ body, onChange }: GraphqlOperationProps) => {
  const operations = graphqlOperations(body.query).filter(({ name }) => name !== '');
  const chosen = body.operationName;
  const isGone = chosen !== '' && operations.every(({ name }) => name !== chosen);
  if (operations.length < 2 && chosen === '') return undefined;
  return (
    <Select
      label="Operation"
      labelHidden
      placeholder="Choose the operation"
      options={[
        ...operations.map(({ kind, name }) => ({ id: name, label: name, note: kind })),
        ...(isGone ? [{ id: chosen, label: chosen, note: 'not in the query' }] : []),
        ...(operations.length < 2 ? [{ id: '', label: 'Not named' }] : []),
      ]}
      value={chosen}
      onChange={(operationName) => {
        onChange({ ...body, operationName });
      }}
    />
  );
};
