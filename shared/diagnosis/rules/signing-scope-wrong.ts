import type { Facts } from '../facts.ts';
import { anyOf } from '../any-of.ts';
import { hostOf, requestFieldPlace, theServer } from '../facts.ts';
import { defineRule, support, weigh } from '../rule.ts';
import { PROVEN, STATED, SUGGESTED } from '../weights.ts';
import { inItsWords } from '../in-its-words.ts';

const regionInHost =
  /(?:^|[.-])((?:us|eu|ap|sa|ca|me|af|il|cn|mx)(?:-gov|-iso)?-(?:north|south|east|west|central|northeast|southeast|northwest|southwest)-\d)(?=[.-])/;

const ownedByAws = (facts: Facts): boolean => /\.(?:amazonaws\.com(?:\.cn)?|on\.aws)$/.test(hostOf(facts));

/** Services whose hosts name them by the very word that signatures use. */
const named =
  /(?:^|\.)(execute-api|es|aoss|dynamodb|sqs|sns|kinesis|batch|sts|secretsmanager|ssm|lambda|athena|glue|ecs|eks|states)\.(?:[a-z]{2}(?:-[a-z]+)+-\d\.)?amazonaws\.com$|\.(es|aoss)\.amazonaws\.com$|\.(lambda)-url\.[a-z0-9-]+\.on\.aws$/;

/** How stores that speak S3 begin an error, whoever runs them; the other services of AWS wrap it once more. */
const ofStore = /^\s*(?:<\?xml[^>]*\?>\s*)?<Error>\s*<Code>SignatureDoesNotMatch<\/Code>/;

/** The service that the host names, or whose answer it is, where the signature names another. */
const otherService = (facts: Facts, signed: string): string | undefined => {
  const service = named
    .exec(hostOf(facts))
    ?.slice(1)
    .find((group) => group !== undefined);
  if (service !== undefined) return service === signed ? undefined : service;
  return signed.startsWith('s3') || !ofStore.test(facts.bodyText) ? undefined : 's3';
};

/** What a shared access signature of Azure's messaging names in `sr`, where the address does not lie below it. */
const signedElsewhere = (facts: Facts): string | undefined => {
  const sent = /^SharedAccessSignature\s.*?\bsr=([^&]+)/i.exec(facts.authorization?.value ?? '')?.[1];
  if (sent === undefined || facts.url === undefined) return undefined;
  const resource = sent
    .replace(/%2f/gi, '/')
    .replace(/^[a-z]+(?::|%3a)\/\//i, '')
    .replace(/\/$/, '')
    .toLowerCase();
  const called = `${facts.url.hostname}${facts.url.pathname}`.toLowerCase();
  return called === resource || called.startsWith(`${resource}/`) ? undefined : resource;
};

/** Signed for another region, service, date or host than the one addressed. */
export const signingScopeWrong = defineRule({
  cause: 'signing-scope-wrong',
  references: ['AWS Signature Version 4'],
  explains: ['signature-mismatch', 'url-wrong', 'header-malformed', 'scheme-mismatch'],
  phrases: [
    {
      says: anyOf({
        'Credential should be scoped to': /Credential should be scoped to/i,
        "region 's3' is wrong":
          /(?:region|service|date)[^.;]{0,40}(?:is wrong|is invalid|mismatch|not match)/i,
        "the region 's3' is wrong": /the region '[^']+' is wrong/i,
        "expecting 'fr-par'": /expecting '[a-z0-9-]+'/i,
        'should be scoped to correct service': /should be scoped to correct (?:service|region|date)/i,
        AuthorizationHeaderMalformed: /AuthorizationHeaderMalformed/i,
        AuthorizationQueryParametersError: /AuthorizationQueryParametersError/i,
        IllegalLocationConstraint: /IllegalLocationConstraint/i,
        PermanentRedirect: /PermanentRedirect/i,
        'Date in Credential scope': /Date in Credential scope/i,
        InvalidRegionName: /InvalidRegionName/i,
        'region name is not valid': /region name [^.;]{0,30}not valid/i,
        'credential scope invalid': /credential scope[^.;]{0,60}(?:invalid|not match|does not|wrong)/i,
        'invalid credential scope': /invalid credential scope/i,
      }),
      weight: STATED,
    },
  ],
  examine(facts, heard) {
    const { aws } = facts.signing;
    const region = regionInHost.exec(hostOf(facts))?.[1];
    const wanted =
      /expecting '([a-z0-9-]+)'/.exec(facts.bodyText)?.[1] ??
      /<Region>([a-z0-9-]+)<\/Region>/.exec(facts.bodyText)?.[1] ??
      /valid region(?:, not| )'?([a-z0-9-]+)/.exec(facts.bodyText)?.[1];
    const differs =
      aws !== undefined && region !== undefined && aws.region !== region && aws.region !== 'aws-global';
    const service = aws === undefined ? undefined : otherService(facts, aws.service);
    const resource = signedElsewhere(facts);
    if (resource !== undefined)
      return support(
        [
          ...heard,
          weigh(
            // A server that reads `sr` as the audience of a token says so.
            /audience/i.test(facts.said) ? SUGGESTED : PROVEN,
            `The signature is made for ${resource}`,
            requestFieldPlace(facts, 'Authorization'),
          ),
        ],
        {
          title: `The signature is made for ${resource}; the request goes to another address`,
          explanation:
            'A shared access signature names the resource for which it was made, and opens that one and what lies below it. Make it anew for the address that is called, or for one above both.',
          remedies: [{ id: 'fill-credentials' }, { id: 'report' }],
        },
      );
    const unsigned = facts.signing.kind === undefined && facts.exchange.request.unseen !== true;
    if (aws === undefined && (heard.length === 0 || unsigned)) return undefined;
    const asked = wanted ?? region;
    return support(
      [
        ...heard,
        differs &&
          weigh(
            ownedByAws(facts) ? PROVEN + 1 : STATED,
            `Signed for ${aws.region}, the host is in ${region}`,
            aws.place,
          ),
        service !== undefined &&
          aws !== undefined &&
          weigh(PROVEN + 1, `Signed for ${aws.service}, the host serves ${service}`, aws.place),
        wanted !== undefined &&
          aws !== undefined &&
          wanted !== aws.region &&
          weigh(PROVEN, `Signed for ${aws.region}, the server names ${wanted}`, aws.place),
        heard.length > 0 &&
          aws !== undefined &&
          weigh(SUGGESTED, `Signed for ${aws.region}/${aws.service} on ${aws.date}`, aws.place),
      ],
      {
        title:
          aws === undefined || asked === undefined || asked === aws.region
            ? aws !== undefined && service !== undefined
              ? `The request is signed for ${aws.service}; ${theServer(facts)} serves ${service}`
              : inItsWords(
                  `${theServer(facts)} wants another region, service or date in the signature`,
                  heard,
                  facts,
                )
            : `The request is signed for ${aws.region}; the server is in ${asked}`,
        explanation:
          'The signature names the day, region and service for which it was made, and only the servers there accept it. Set region and service to those of the address that is called.',
        remedies: [
          {
            id: 'correct-signing-scope',
            ...(asked === undefined && service === undefined
              ? {}
              : {
                  values: {
                    ...(asked === undefined ? {} : { region: asked }),
                    ...(service === undefined ? {} : { service }),
                  },
                }),
          },
          { id: 'fill-credentials' },
          { id: 'report' },
        ],
        ...(aws === undefined || asked === undefined || asked === aws.region
          ? {}
          : { figure: { kind: 'values' as const, label: 'region', got: aws.region, wanted: asked } }),
      },
    );
  },
});
