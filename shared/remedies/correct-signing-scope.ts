import { changingSettings, textSetting, usedAuth } from './parts/used-auth.ts';
import { resend } from './parts/wording.ts';
import { defineRemedy } from './remedy.ts';

/** Signs for the region or service that the server names. Asks where it only says that they are wrong. */
export const correctSigningScope = defineRemedy({
  id: 'correct-signing-scope',
  plan(situation, offer) {
    const auth = usedAuth(situation);
    if (auth === undefined || !('region' in auth.settings && 'service' in auth.settings)) return undefined;
    const before = {
      region: textSetting(auth.settings, 'region'),
      service: textSetting(auth.settings, 'service'),
    };
    const named = {
      ...(offer.values?.['region'] === undefined ? {} : { region: offer.values['region'] }),
      ...(offer.values?.['service'] === undefined ? {} : { service: offer.values['service'] }),
    };
    const isNamed = Object.entries(named).some(([name, value]) => textSetting(auth.settings, name) !== value);
    const shown = (scope: typeof before): string => `Signed for: ${scope.region}/${scope.service}`;
    return resend(situation, {
      id: 'correct-signing-scope',
      label: isNamed
        ? `Sign for ${Object.values(named).join(', ')} and retry`
        : 'Sign for another region or service and retry',
      changes: [
        {
          before: shown(before),
          after: isNamed ? shown({ ...before, ...named }) : 'Signed for: region and service that you give',
        },
      ],
      ...(isNamed
        ? {}
        : {
            question: {
              kind: 'values' as const,
              fields: [
                { name: 'region', label: 'Region', secret: false, value: before.region },
                { name: 'service', label: 'Service', secret: false, value: before.service },
              ],
            },
          }),
      ...changingSettings(situation, (answers) =>
        isNamed
          ? named
          : { region: answers['region'] ?? before.region, service: answers['service'] ?? before.service },
      ),
    });
  },
});
