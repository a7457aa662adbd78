import { grouped, logsIn } from './form-parts.ts';

/** How a login is asked for, and how its answer is to come. */
export const loginRequest = grouped('Login request', [
  {
    name: 'acrValues',
    label: 'Login level',
    kind: 'text',
    placeholder: 'urn:mace:incommon:iap:silver',
    help: 'acr_values: how strongly the person must log in (RFC 9470).',
    when: logsIn,
  },
  {
    name: 'maxAge',
    label: 'Login age',
    kind: 'text',
    placeholder: '300',
    help: 'max_age: seconds since the person last logged in; 0 asks anew.',
    when: logsIn,
  },
  {
    name: 'responseMode',
    label: 'Answer in',
    kind: 'choice',
    choices: [
      { value: '', label: 'the usual place' },
      { value: 'query', label: 'query' },
      { value: 'fragment', label: 'fragment', note: 'to be pasted' },
      { value: 'form_post', label: 'posted form' },
      { value: 'jwt', label: 'the usual place, signed', note: 'JARM' },
      { value: 'query.jwt', label: 'query, signed', note: 'JARM' },
      { value: 'fragment.jwt', label: 'fragment, signed', note: 'JARM, to be pasted' },
      { value: 'form_post.jwt', label: 'posted form, signed', note: 'JARM' },
    ],
    when: logsIn,
  },
  {
    name: 'pushed',
    label: 'Pushed first',
    kind: 'switch',
    help: 'The request goes to the server before the browser opens (RFC 9126). By itself where the metadata demand it.',
    when: logsIn,
  },
  {
    name: 'requestObject',
    label: 'Signed',
    kind: 'switch',
    help: 'As an object signed with the key above (RFC 9101).',
    when: logsIn,
  },
]);
