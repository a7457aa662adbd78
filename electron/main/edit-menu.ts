import type { MenuItemConstructorOptions } from 'electron';

/** The menu of a right click on text: Electron has none of its own. Empty where there is nothing to do. */
export const editMenu = ({
  isEditable,
  hasSelection,
  canCut = true,
  canPaste = true,
}: {
  readonly isEditable: boolean;
  readonly hasSelection: boolean;
  readonly canCut?: boolean;
  readonly canPaste?: boolean;
}): MenuItemConstructorOptions[] => {
  if (!isEditable) return hasSelection ? [{ role: 'copy' }, { role: 'selectAll' }] : [];
  return [
    { role: 'cut', enabled: canCut && hasSelection },
    { role: 'copy', enabled: hasSelection },
    { role: 'paste', enabled: canPaste },
    { type: 'separator' },
    { role: 'selectAll' },
  ];
};
