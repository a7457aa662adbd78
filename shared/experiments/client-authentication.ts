import { defineExperiment } from './experiment.ts';
import type { Scene } from './scene.ts';

/** The ways in which a secret reaches the token endpoint (RFC 6749 §2.3.1), each with its words. */
const WAYS = {
  body: 'in the body',
  basic: 'in Basic, form-encoded first',
  'basic-raw': 'in Basic, as it is',
} as const;

type Way = keyof typeof WAYS;

const usedBy = ({ auth }: Scene): Way | undefined => {
  const used = auth?.settings['clientAuthentication'] ?? auth?.scheme.initial['clientAuthentication'];
  return used === 'body' || used === 'basic' || used === 'basic-raw' ? used : undefined;
};

const othersOf = (scene: Scene): readonly Way[] => {
  const used = usedBy(scene);
  return used === undefined ? [] : (['body', 'basic', 'basic-raw'] as const).filter((way) => way !== used);
};

/** Whether the token endpoint takes the same secret in another place or spelling. */
export const clientAuthentication = defineExperiment({
  id: 'client-authentication',
  changed: 'Client secret sent otherwise',
  question: 'Does the token endpoint take the secret in another way?',
  says: {
    accepted: 'The same secret is accepted when it is sent in another way',
    refused: 'The secret is refused in every way: it is its value, or the client',
  },
  likelihoods: {
    otherwise: { accepted: 2, refused: 98 },
    'client-authentication-failed': { accepted: 55, refused: 45 },
    'charset-mismatch': { accepted: 40, refused: 60 },
    'grant-invalid': { accepted: 1, refused: 99 },
    'client-not-allowed': { accepted: 1, refused: 99 },
  },
  plan(scene) {
    const { auth, facts } = scene;
    const ways = othersOf(scene);
    if (!facts.tokenRequest || auth === undefined || !auth.ways.includes('fetch') || ways.length === 0)
      return undefined;
    const host = facts.url?.host ?? '';
    return {
      most: ways.length,
      hosts: [host],
      sends: `A token request to ${host} with the same client secret ${ways.map((way) => WAYS[way]).join(', then ')}. A token that comes is thrown away.`,
      risk: 'No user’s password is sent; a server may count failed logins of the client.',
      logins: 0,
    };
  },
  next(scene, runs) {
    const way = othersOf(scene)[runs.length];
    if (way === undefined || scene.auth === undefined || runs.some((ran) => ran.kind === 'token' && ran.ok))
      return undefined;
    return {
      kind: 'token',
      label: WAYS[way],
      settings: { ...scene.auth.settings, clientAuthentication: way },
    };
  },
  read(scene, runs) {
    const hit = runs.find((ran) => ran.kind === 'token' && ran.ok);
    if (hit === undefined) return { outcome: 'refused', answer: 'refused' };
    const used = usedBy(scene);
    return {
      outcome: 'accepted',
      answer: hit.label,
      says: `The same secret is accepted ${hit.label}`,
      named: {
        cause: 'client-authentication-failed',
        title: `The token endpoint takes the client secret ${hit.label}${used === undefined ? '' : `, not ${WAYS[used]}`}`,
        explanation:
          'Servers differ in where they look for the secret and in whether they undo the form-encoding that RFC 6749 §2.3.1 asks for. Choose this way under Client authentication.',
        remedies: [{ id: 'report' }],
      },
    };
  },
});
