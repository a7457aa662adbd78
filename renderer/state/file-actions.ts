import { base64OfBytes } from '../../shared/exchange/bytes.ts';
import { whileBusy } from './busy.ts';
import { ask, notify, type Context } from './context.ts';

/** Bytes of one piece: in Base64 it is well below what the engine takes at once. */
export const pieceBytes = 3 * 1024 * 1024;

export interface FileActions {
  /** Where the engine finds a file that a person chose; `undefined` where it cannot be had, which a notice says. */
  pathOfFile(file: File): Promise<string | undefined>;
}

/** Files that a person chooses for a request. */
export const fileActions = (context: Context): FileActions => ({
  async pathOfFile(file) {
    const known = context.host().pathOf?.(file);
    if (known !== undefined && known !== '') return known;
    return whileBusy(context, `Handing over ${file.name}`, async ({ signal, reached }) => {
      const id = context.newId();
      let path: string | undefined;
      for (let offset = 0; offset === 0 || offset < file.size; offset += pieceBytes) {
        if (signal.aborted) return undefined;
        reached(file.size === 0 ? 1 : offset / file.size);
        const bytes = await bytesOf(file.slice(offset, offset + pieceBytes));
        if (bytes === undefined) {
          notify(context, {
            tone: 'refused',
            text: `${file.name} cannot be read. Check that it is still there, and choose it again.`,
          });
          return undefined;
        }
        const kept = await ask(context, 'keepFile', {
          id,
          name: file.name,
          offset,
          base64: base64OfBytes(bytes),
        });
        if (kept === undefined) return undefined;
        ({ path } = kept.value);
      }
      return path;
    });
  },
});

/** A browser tells only now that a file is gone. */
const bytesOf = async (piece: Blob): Promise<Uint8Array | undefined> => {
  try {
    return new Uint8Array(await piece.arrayBuffer());
  } catch {
    return undefined;
  }
};
