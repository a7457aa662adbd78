import { currentEnvironment } from '../state/selectors.ts';
import { actions, useWindow } from '../state/store.ts';
import { Button } from '../ui/Button.tsx';
import { useDraftPart } from './use-draft.ts';
import { usePlacedVariables } from './variable-values.ts';
import { VariableTable } from './VariableTable.tsx';
import styles from './VariablesTab.module.css';

/** The request's own variables, and the ways to those of the places around it. */
export const VariablesTab = () => {
  const [variables = [], setVariables] = useDraftPart('variables');
  const [folder = []] = useDraftPart('folder');
  const environment = useWindow(currentEnvironment);
  const placed = usePlacedVariables();
  const openFolder = (path: readonly string[]): void => {
    actions.openDialog({ kind: 'folder-variables', path });
  };
  return (
    <div className={styles['tab']}>
      <VariableTable
        variables={variables}
        placed={placed}
        place="request"
        onChange={(changed) => {
          setVariables(changed.length === 0 ? undefined : changed);
        }}
      />
      <div className={styles['around']}>
        <span>Without one here, a name is looked for in</span>
        {folder.map((name, index) => {
          const path = folder.slice(0, folder.length - index);
          return (
            <Button
              key={path.join('\0')}
              variant="link"
              onPress={() => {
                openFolder(path);
              }}
            >
              folder {path.at(-1) ?? name}
            </Button>
          );
        })}
        <Button
          variant="link"
          onPress={() => {
            actions.openDialog({ kind: 'environments' });
          }}
        >
          {environment === undefined ? 'an environment' : `environment ${environment.name}`}
        </Button>
        <Button
          variant="link"
          onPress={() => {
            openFolder([]);
          }}
        >
          the workspace
        </Button>
      </div>
    </div>
  );
};
