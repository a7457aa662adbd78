import { actions } from '../state/store.ts';
import { copyText } from '../ui/clipboard.ts';

/** Copies the path of a JSON value, and says so. */
export const copyPath = async (path: string): Promise<void> => {
  const done = await copyText(path);
  actions.notify(
    done
      ? { tone: 'neutral', text: `Copied ${path}.` }
      : { tone: 'warned', text: 'The clipboard refused it.' },
  );
};
