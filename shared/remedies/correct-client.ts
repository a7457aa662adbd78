import { maskSecret } from '../exchange/redact.ts';
import { plainSecret } from '../workspace/secret.ts';
import { anew, tokenPlan } from './parts/token-plan.ts';
import { changingSettings, textSetting, usedAuth } from './parts/used-auth.ts';
import { defineRemedy } from './remedy.ts';

/** Asks for the client’s ID and secret anew, since the token endpoint did not accept them (RFC 6749 §5.2). */
export const correctClient = defineRemedy({
  id: 'correct-client',
  plan(situation) {
    const way = anew(situation);
    const settings = usedAuth(situation)?.settings;
    if (way === undefined) return undefined;
    const clientId = textSetting(settings, 'clientId');
    return tokenPlan(situation, {
      id: 'correct-client',
      way,
      label: `Correct the client and retry${way === 'authorize' ? '…' : ''}`,
      changes: [
        { before: `Client: ${clientId}, ${maskSecret('')}`, after: 'Client: ID and secret that you give' },
      ],
      question: {
        kind: 'values',
        fields: [
          { name: 'clientId', label: 'Client ID', secret: false, value: clientId },
          { name: 'clientSecret', label: 'Client secret', secret: true, value: '', optional: true },
        ],
      },
      ...changingSettings(situation, (answers) => ({
        clientId: answers['clientId']?.trim() ?? clientId,
        ...((answers['clientSecret'] ?? '') === ''
          ? {}
          : { clientSecret: plainSecret(answers['clientSecret'] ?? '') }),
      })),
    });
  },
});
