import { useContext } from 'react';
import { pathParamNames } from '../../shared/workspace/path-params.ts';
import { CompletingInput } from '../ui/CompletingInput.tsx';
import { VariableHelpContext } from '../ui/variable-help.ts';
import styles from './PathParams.module.css';
import { useDraftPart } from './use-draft.ts';

/** One row for each segment ":name" of the address. The address says which there are; here they get their values. */
export const PathParams = () => {
  const variables = useContext(VariableHelpContext);
  const [url = ''] = useDraftPart('url');
  const [pathParams = [], setPathParams] = useDraftPart('pathParams');
  const names = pathParamNames(url);
  if (names.length === 0) return null;
  const values = new Map(pathParams.map(({ name, value }) => [name, value]));
  return (
    <div className={styles['table']} role="group" aria-label="Path parameters">
      <div className={styles['head']} aria-hidden="true">
        <span>Path</span>
        <span>Value</span>
      </div>
      {names.map((name) => (
        <div className={styles['row']} key={name}>
          <span className={styles['name']}>:{name}</span>
          <CompletingInput
            complete={variables?.complete}
            paint={variables?.paint}
            className={styles['value']}
            aria-label={`Path parameter ${name}`}
            placeholder="Sent as typed until it has a value"
            value={values.get(name) ?? ''}
            spellCheck={false}
            autoComplete="off"
            onText={(value) => {
              setPathParams([...pathParams.filter((param) => param.name !== name), { name, value }]);
            }}
          />
        </div>
      ))}
    </div>
  );
};
