import { FolderOpen } from 'lucide-react';
import { FileTrigger } from 'react-aria-components';
import { IconButton } from '../ui/IconButton.tsx';
import { actions } from '../state/store.ts';

/** Opens the system's own chooser, and tells the path of the file that a person chose. */
export const ChooseFile = ({
  label,
  onChoose,
}: {
  /** "Choose the file of avatar": names the button. */
  readonly label: string;
  readonly onChoose: (path: string) => void;
}) => (
  <FileTrigger
    onSelect={(chosen) => {
      const file = chosen?.[0];
      if (file === undefined) return;
      void actions.pathOfFile(file).then((path) => {
        if (path !== undefined) onChoose(path);
      });
    }}
  >
    <IconButton label={label} size="small">
      <FolderOpen aria-hidden="true" />
    </IconButton>
  </FileTrigger>
);
