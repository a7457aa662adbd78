import { useEffect, useRef, useState } from 'react';
import type { SchemeSettings } from '../../shared/workspace/draft.ts';
import { scopeOf, type VariableScope } from '../../shared/workspace/variable-places.ts';
import { host } from '../host.ts';

export type DiscoveryState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'reading' }
  | { readonly kind: 'read'; readonly issuer: string; readonly filled: ReadonlySet<string> }
  | { readonly kind: 'failed'; readonly message: string };

const nothing: ReadonlySet<string> = new Set();

interface Discovery {
  readonly state: DiscoveryState;
  /** Fields that hold what was discovered. */
  readonly filled: ReadonlySet<string>;
  read(issuer: string): Promise<void>;
}

/** Reads the metadata of an issuer and fills the endpoints in. They are the person's own again once the issuer changes. */
export const useDiscovery = (
  environmentId: string,
  scope: VariableScope,
  issuer: string,
  onFound: (change: SchemeSettings) => void,
): Discovery => {
  const [state, setState] = useState<DiscoveryState>({ kind: 'idle' });
  // What was typed while the server was asked must not be undone by what it answers.
  const latest = useRef({ issuer, onFound });
  useEffect(() => {
    latest.current = { issuer, onFound };
  }, [issuer, onFound]);
  const isCurrent = state.kind === 'read' && state.issuer === issuer;
  return {
    state: state.kind === 'read' && !isCurrent ? { kind: 'idle' } : state,
    filled: isCurrent ? state.filled : nothing,
    async read(wanted) {
      setState({ kind: 'reading' });
      const reply = await host().call('discover', {
        issuer: wanted,
        environmentId,
        scope: scopeOf(scope),
      });
      if (!reply.ok) {
        setState({ kind: 'failed', message: reply.error.message });
        return;
      }
      if (!reply.value.ok) {
        setState({ kind: 'failed', message: reply.value.message });
        return;
      }
      const {
        authorizationEndpoint,
        tokenEndpoint,
        deviceAuthorizationEndpoint,
        pushedAuthorizationEndpoint,
      } = reply.value;
      const found = {
        ...(authorizationEndpoint === undefined ? {} : { authorizationEndpoint }),
        ...(tokenEndpoint === undefined ? {} : { tokenEndpoint }),
        ...(deviceAuthorizationEndpoint === undefined ? {} : { deviceAuthorizationEndpoint }),
        ...(pushedAuthorizationEndpoint === undefined ? {} : { pushedAuthorizationEndpoint }),
      };
      if (latest.current.issuer !== wanted) {
        setState({ kind: 'idle' });
        return;
      }
      latest.current.onFound(found);
      setState({ kind: 'read', issuer: wanted, filled: new Set(Object.keys(found)) });
    },
  };
};
