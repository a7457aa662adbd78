import { useEffect, useState } from 'react';
import type { Attempt } from '../../shared/exchange/exchange.ts';
import { host } from '../host.ts';

/** An attempt of the history, secrets masked as it is kept; nothing until it has come. */
export const useHistoryAttempt = (id: string | undefined): Attempt | undefined => {
  const [loaded, setLoaded] = useState<{ readonly id: string; readonly attempt: Attempt }>();
  useEffect(() => {
    if (id === undefined) return undefined;
    let stale = false;
    void host()
      .call('historyAttempt', { id })
      .then((reply) => {
        if (!stale && reply.ok) setLoaded({ id, attempt: reply.value.attempt });
      });
    return () => {
      stale = true;
    };
  }, [id]);
  return loaded !== undefined && loaded.id === id ? loaded.attempt : undefined;
};
