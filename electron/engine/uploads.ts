import type { Handlers } from '../../shared/ipc/contract.ts';
import type { Uploads } from '../storage/uploads.ts';

export const uploadHandlers = (uploads: Uploads): Pick<Handlers, 'keepFile'> => ({
  keepFile: async ({ base64, ...piece }) => ({
    path: await uploads.add({ ...piece, bytes: Buffer.from(base64, 'base64') }),
  }),
});
