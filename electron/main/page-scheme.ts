import { join } from 'node:path';
import { protocol } from 'electron';
import { pageFiles } from '../page-files.ts';
import { pageFields } from '../page-policy.ts';
import { isOwnPage, pageScheme } from './page-address.ts';

/** Before the app is ready: an own scheme with an origin of its own, as safe as https. */
export const declarePageScheme = (): void =>
  protocol.registerSchemesAsPrivileged([
    {
      scheme: pageScheme,
      privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
    },
  ]);

/** Serves the built page under the own scheme, with the same policies as the browser host. */
export const servePage = async (folder: string): Promise<void> => {
  const files = await pageFiles(folder);
  protocol.handle(pageScheme, async (request) => {
    const path = URL.parse(request.url)?.pathname ?? '';
    const file = isOwnPage(request.url) ? files.get(path === '/' ? '/index.html' : path) : undefined;
    if (file === undefined || request.method !== 'GET') {
      return new Response('Not here.', { status: 404, headers: { ...pageFields } });
    }
    const body = await file.read();
    return new Response(new Uint8Array(body), { headers: { ...pageFields, 'Content-Type': file.mediaType } });
  });
};

/** The folder of the built page, beside the main process's own. */
export const builtPage = join(import.meta.dirname, '..', 'renderer');
