import type { Finding } from '../../shared/diagnosis/diagnosis.ts';
import type { Preview } from '../../shared/ipc/replies.ts';
import type { RemedyId } from '../../shared/remedies/remedy-ids.ts';
import type { TokenAction } from '../../shared/remedies/remedy.ts';

/** The lines by which a request will prove who sends it. */
export interface WillSend {
  readonly lines: readonly { readonly name: string; readonly value: string }[];
  /** Where the credentials are in the address, the address; secrets masked. */
  readonly url: string | undefined;
}

const credentialField = /^(?:proxy-)?authori[sz]ation$|^cookie$/i;

/** The preview's part that is about authentication, values masked already. */
export const willSend = (preview: Preview): WillSend => {
  const lines = preview.fields
    .filter(({ name, origin }) => origin?.from === 'auth' || credentialField.test(name))
    .map(({ name, value }) => ({ name, value }));
  return { lines, url: lines.length === 0 && preview.url.includes('••••') ? preview.url : undefined };
};

const tokenRemedy: Partial<Record<RemedyId, TokenAction>> = {
  'refresh-token': 'refresh',
  'fetch-token': 'fetch',
  'authorize-again': 'authorize',
};

/** How the token would have to be got so that the warning is gone; nothing where that is not what is wrong. */
export const tokenRemedyOf = (finding: Finding): readonly TokenAction[] =>
  finding.remedies.flatMap(({ id }) => tokenRemedy[id] ?? []);
