import { anew, tokenPlan } from './parts/token-plan.ts';
import { changingSettings, textSetting, usedAuth } from './parts/used-auth.ts';
import { defineRemedy, type Situation } from './remedy.ts';

/** Servers that know the parameter `audience`; a URI elsewhere is a resource (RFC 8707 §2). */
const settingFor = (situation: Situation, audience: string): 'audience' | 'resource' => {
  const settings = usedAuth(situation)?.settings;
  const issuer = `${textSetting(settings, 'issuer')} ${textSetting(settings, 'tokenEndpoint')}`;
  if (textSetting(settings, 'audience') !== '' || /auth0\.com/i.test(issuer)) return 'audience';
  return /^[a-z][a-z0-9+.-]*:/i.test(audience) ? 'resource' : 'audience';
};

/** Gets a token that is made for this API. Asks for the audience’s name where the server does not tell it. */
export const askForAudience = defineRemedy({
  id: 'ask-for-audience',
  plan(situation, offer) {
    const way = anew(situation);
    if (way === undefined) return undefined;
    const named = offer.values?.['audience'];
    const settings = usedAuth(situation)?.settings;
    const before = textSetting(settings, 'resource') || textSetting(settings, 'audience');
    if (named !== undefined && named === before) return undefined;
    return tokenPlan(situation, {
      id: 'ask-for-audience',
      way,
      label: `Get a token for ${named ?? 'this API'} and retry${way === 'authorize' ? '…' : ''}`,
      changes: [
        {
          before: `Audience: ${before === '' ? 'none asked for' : before}`,
          after: `Audience: ${named ?? 'the one you give'}`,
        },
      ],
      ...(named === undefined
        ? {
            question: {
              kind: 'values' as const,
              fields: [
                {
                  name: 'audience',
                  label: 'Audience of this API, from its documentation',
                  secret: false,
                  value: '',
                },
              ],
            },
          }
        : {}),
      ...changingSettings(situation, (answers) => {
        const audience = named ?? answers['audience']?.trim() ?? '';
        return { [settingFor(situation, audience)]: audience };
      }),
    });
  },
});
