import { useEffect } from 'react';
import { actions } from '../state/store.ts';

/** Files above this are not read into the window. */
const largestFile = 200 * 1024 * 1024;

/** Pastes a text and says so where it made no sense. */
export const pasteText = async (text: string): Promise<void> => {
  const problem = await actions.paste(text);
  if (problem !== undefined) actions.notify({ tone: 'neutral', text: problem });
};

export const openFile = async (file: File): Promise<void> => {
  if (file.size > largestFile) {
    actions.notify({ tone: 'refused', text: `${file.name} is larger than 200 MB; nothing was read.` });
    return;
  }
  await pasteText(await file.text());
};

/** Whether a paste belongs to the field it was made in. */
const isTypedInto = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || target.matches('input, textarea, select, [role="textbox"], .monaco-editor *'));

/** Takes pastes that belong to no field, and files that are dropped anywhere. */
export const useBringIn = (): void => {
  useEffect(() => {
    const onPaste = (event: ClipboardEvent): void => {
      if (isTypedInto(event.target)) return;
      const text = event.clipboardData?.getData('text/plain') ?? '';
      if (text.trim() === '') return;
      event.preventDefault();
      void pasteText(text);
    };
    const onDragOver = (event: DragEvent): void => {
      if (event.dataTransfer?.types.includes('Files') !== true) return;
      event.preventDefault();
      event.dataTransfer.dropEffect = 'copy';
    };
    const onDrop = (event: DragEvent): void => {
      const file = event.dataTransfer?.files[0];
      if (file === undefined) return;
      event.preventDefault();
      void openFile(file);
    };
    window.addEventListener('paste', onPaste);
    window.addEventListener('dragover', onDragOver);
    window.addEventListener('drop', onDrop);
    return () => {
      window.removeEventListener('paste', onPaste);
      window.removeEventListener('dragover', onDragOver);
      window.removeEventListener('drop', onDrop);
    };
  }, []);
};
