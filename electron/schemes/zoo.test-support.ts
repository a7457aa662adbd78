import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { compose } from '../../shared/compose/compose.ts';
import { schemeById } from '../../shared/schemes/index.ts';
import type { OpenSettings } from '../../shared/schemes/scheme.ts';
import { emptyDraft, splitUrl, type Draft } from '../../shared/workspace/draft.ts';
import { execute, type Executed } from '../net/execute.ts';
import { createTransport } from '../net/transport.ts';
import { createSchemeHost, createSchemeMemories } from './scheme-host.ts';

export type SendDraft = (url: string, settings: OpenSettings, change?: Partial<Draft>) => Promise<Executed>;

/** Sends drafts with one scheme as the engine does, over the network; what its flows remember lasts for the test. */
export const senderOf = (schemeId: string): SendDraft => {
  const scheme = schemeById(schemeId);
  if (scheme === undefined) throw new Error(`no scheme ${schemeId}`);
  const folder = mkdtempSync(join(tmpdir(), 'why401-scheme-'));
  const { transport, close } = createTransport({
    bodyFolder: folder,
    nowMs: () => Date.now(),
    newId: () => randomUUID(),
  });
  onTestFinished(async () => {
    await close();
    rmSync(folder, { recursive: true, force: true });
  });
  const memory = createSchemeMemories()('test');
  return async (address, given, change = {}) => {
    const { url, params } = splitUrl(address);
    const draft = { ...emptyDraft('id'), url, params: [...params], ...change };
    const composed = compose({
      draft,
      settings: { scheme, settings: scheme.settings.parse(given), note: 'auth of this request' },
      variables: new Map(),
      boundary: 'b',
      userAgent: 'why401',
    });
    if (!composed.ok) throw new Error(composed.message);
    const host = createSchemeHost(() => Date.now(), memory);
    return execute({
      flow: composed.flow(host.env),
      transport,
      route: { verifyTls: true, ca: [], proxy: undefined },
      redirects: { follow: true, max: 10, trustedOrigins: [] },
      signal: new AbortController().signal,
      timeoutMs: 20_000,
      token: () => Promise.reject(new Error('no token here')),
      answer: host.answer,
      onExchange: () => undefined,
    });
  };
};

/** Statuses of the exchanges in order; a failure stands for itself. */
export const statusesOf = ({ exchanges }: Executed): readonly (number | string)[] =>
  exchanges.map(({ outcome }) =>
    outcome.kind === 'answered' ? outcome.response.status : outcome.failure.code,
  );
