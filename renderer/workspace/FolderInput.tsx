import { useMemo } from 'react';
import { useWindow } from '../state/store.ts';
import { Button } from '../ui/Button.tsx';
import { TextInput } from '../ui/TextInput.tsx';

/** "Billing / Invoices" as a path of folders. */
export const readFolder = (typed: string): readonly string[] =>
  typed
    .split('/')
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '');

/** Folders that are offered. */
const few = 6;

interface FolderInputProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly onEnter: () => void;
  readonly autoFocus?: boolean;
}

/** A folder by its path, typed or chosen; one that is not there yet will be. */
export const FolderInput = ({ value, onChange, onEnter, autoFocus = false }: FolderInputProps) => {
  const requests = useWindow((state) => state.workspace.requests);
  const folders = useMemo(
    () => [...new Set(requests.map((request) => request.folder.join(' / ')))].filter(Boolean).toSorted(),
    [requests],
  );
  const words = value.toLowerCase().trim();
  const fitting = folders.filter((path) => path !== value && path.toLowerCase().includes(words));
  const offered = (fitting.length > 0 ? fitting : folders.filter((path) => path !== value)).slice(0, few);
  return (
    <TextInput
      label="Folder"
      face="ui"
      autoFocus={autoFocus}
      placeholder="None; Billing / Invoices makes two"
      value={value}
      onEnter={onEnter}
      onChange={onChange}
      help={
        offered.length === 0 ? undefined : (
          <>
            There are:{' '}
            {offered.map((path, index) => (
              <span key={path}>
                {index > 0 && ', '}
                <Button
                  variant="link"
                  onPress={() => {
                    onChange(path);
                  }}
                >
                  {path}
                </Button>
              </span>
            ))}
          </>
        )
      }
    />
  );
};
