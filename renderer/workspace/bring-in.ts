import { useEffect } from 'react';
import type { CollectionFile } from '../../shared/collections/collection.ts';
import { looksLikeCollection } from '../../shared/collections/looks-like.ts';
import type { Progress } from '../state/busy.ts';
import { actions } from '../state/store.ts';
import { chooseFiles, droppedFiles, type NamedFile } from './dropped-files.ts';

/** Files above this are not read into the window. */
const largestFile = 200 * 1024 * 1024;

/** Pastes a text and says so where it made no sense. */
export const pasteText = async (text: string): Promise<void> => {
  const problem = await actions.paste(text);
  if (problem !== undefined) actions.notify({ tone: 'neutral', text: problem });
};

/** One file goes where its content belongs; several are a collection of another tool. */
export const openFiles = async (named: readonly NamedFile[]): Promise<void> => {
  const tooLarge = named.find(({ file }) => file.size > largestFile);
  if (tooLarge !== undefined) {
    actions.notify({ tone: 'refused', text: `${tooLarge.path} is larger than 200 MB; nothing was read.` });
    return;
  }
  const label =
    named.length === 1 ? `Reading ${named[0]?.path ?? 'the file'}` : `Reading ${named.length} files`;
  await actions.whileBusy(label, async (progress) => {
    const files = await textsOf(named, progress);
    const [first, ...more] = files;
    if (first === undefined || progress.signal.aborted) return;
    if (more.length === 0 && !looksLikeCollection(first.name, first.text)) {
      await pasteText(first.text);
      return;
    }
    const problem = await actions.readCollection(files, progress.signal);
    if (problem !== undefined) actions.notify({ tone: 'neutral', text: problem });
  });
};

/** One after the other, as far as it is not cancelled. */
const textsOf = async (
  named: readonly NamedFile[],
  { signal, reached }: Progress,
): Promise<readonly CollectionFile[]> => {
  const files: CollectionFile[] = [];
  for (const { path, file } of named) {
    if (signal.aborted) break;
    files.push({ name: path, text: await file.text() });
    reached(files.length / named.length);
  }
  return files;
};

/** Asks for files, or for the folder that another tool keeps its requests in. */
export const importChosen = async (what: 'files' | 'folder'): Promise<void> => {
  await openFiles(await chooseFiles(what));
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
      const { dataTransfer } = event;
      if (dataTransfer?.types.includes('Files') !== true) return;
      event.preventDefault();
      void droppedFiles(dataTransfer).then(openFiles);
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
