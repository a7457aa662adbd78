import { useEffect, useState } from 'react';
import type { Cookie } from '../../shared/cookies/cookie.ts';
import type { CommandArg } from '../../shared/ipc/contract.ts';
import { host } from '../host.ts';
import { actions, useWindow } from '../state/store.ts';

/** The jar of the chosen environment, read again whenever it changes; `undefined` until it was read. */
export const useJar = (): readonly Cookie[] | undefined => {
  const environmentId = useWindow((state) => state.environmentId);
  const changes = useWindow((state) => state.jarChanges);
  const [read, setRead] = useState<{ readonly of: string; readonly cookies: readonly Cookie[] }>();
  useEffect(() => {
    let isStale = false;
    void host()
      .call('cookies', { environmentId })
      .then((reply) => {
        if (isStale) return;
        if (reply.ok) setRead({ of: environmentId, cookies: reply.value });
        else actions.notify({ tone: 'refused', text: reply.error.message });
      });
    return () => {
      isStale = true;
    };
  }, [environmentId, changes]);
  return read?.of === environmentId ? read.cookies : undefined;
};

/** Keeps a cookie; resolves to a sentence where it cannot be one. */
export const saveCookie = async (arg: CommandArg<'saveCookie'>): Promise<string | undefined> => {
  const reply = await host().call('saveCookie', arg);
  return reply.ok ? undefined : reply.error.message;
};

/** Deletes cookies and offers to put them back. */
export const deleteCookies = async (environmentId: string, cookies: readonly Cookie[]): Promise<void> => {
  const keys = cookies.map(({ name, domain, path }) => ({ name, domain, path }));
  const reply = await host().call('deleteCookies', { environmentId, keys });
  if (!reply.ok) {
    actions.notify({ tone: 'refused', text: reply.error.message });
    return;
  }
  const putBack = async (): Promise<void> => {
    for (const cookie of cookies) await saveCookie({ environmentId, cookie });
  };
  const [only, second] = cookies;
  const what = second === undefined ? `“${only?.name ?? ''}”` : `${cookies.length} cookies`;
  actions.notify({
    tone: 'neutral',
    text: `Deleted ${what}.`,
    action: { label: 'Undo', run: () => void putBack() },
  });
};

/** Takes in a file's text; resolves to what was wrong with it, nothing where all went in. */
export const importCookies = async (environmentId: string, text: string): Promise<readonly string[]> => {
  const reply = await host().call('importCookies', { environmentId, text });
  if (!reply.ok) return [reply.error.message];
  const { kept, problems } = reply.value;
  if (kept > 0) {
    actions.notify({
      tone: 'accepted',
      text: kept === 1 ? '1 cookie taken in.' : `${kept} cookies taken in.`,
    });
  }
  return problems;
};
