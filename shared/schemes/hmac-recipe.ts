import { z } from 'zod';
import { secretBytes, signedByRecipe } from './hmac-recipe/sign.ts';
import { parseRecipe, type ParsedRecipe } from './hmac-recipe/text.ts';
import { bundledRecipes, exampleRecipe } from './hmac-recipe/recipes.ts';
import { defineScheme, send } from './scheme.ts';

const settings = z.object({
  api: z.enum(['own', 'binance', 'coinbase', 'coinbase-legacy', 'kraken']).default('own'),
  key: z.string().default(''),
  secret: z.string().default(''),
  passphrase: z.string().default(''),
  recipe: z.string().default(exampleRecipe),
});
export type HmacRecipeSettings = z.infer<typeof settings>;

const isEmpty = ({ key, secret }: HmacRecipeSettings): boolean => key === '' && secret === '';

const recipeOf = ({ api, recipe }: HmacRecipeSettings): ParsedRecipe =>
  parseRecipe(api === 'own' ? recipe : bundledRecipes[api]);

const apiWords = {
  own: 'own recipe',
  binance: 'Binance',
  coinbase: 'Coinbase Exchange',
  'coinbase-legacy': 'Coinbase v2',
  kraken: 'Kraken',
} as const satisfies Record<HmacRecipeSettings['api'], string>;

const secretWords = { text: 'text', base64: 'Base64', hex: 'hex' } as const;

/** The many home-made HMAC APIs: what is signed, how, and where the signature goes, said by a recipe of a few lines. */
export const hmacRecipe = defineScheme<HmacRecipeSettings>({
  id: 'hmac-recipe',
  label: 'HMAC by recipe',
  references: ['RFC 2104'],
  challenges: ['hmac'],
  coversFields: true,
  form: [
    {
      name: 'api',
      label: 'API',
      kind: 'choice',
      choices: [
        { value: 'own', label: 'Own recipe' },
        { value: 'binance', label: 'Binance', note: 'signature in the query' },
        { value: 'coinbase', label: 'Coinbase Exchange', note: 'CB-ACCESS-SIGN' },
        { value: 'coinbase-legacy', label: 'Coinbase v2', note: 'legacy keys' },
        { value: 'kraken', label: 'Kraken', note: 'API-Sign' },
      ],
    },
    { name: 'key', label: 'API key', kind: 'text' },
    { name: 'secret', label: 'Secret', kind: 'secret' },
    {
      name: 'passphrase',
      label: 'Passphrase',
      kind: 'secret',
      when: ({ api }) => api === 'own' || api === 'coinbase',
    },
    {
      name: 'recipe',
      label: 'Recipe',
      kind: 'lines',
      help: 'One line for each thing: what is signed, how, and where the signature goes.',
      when: ({ api }) => api === 'own',
    },
  ],
  credential: 'key or secret',
  settings,
  summary: ({ api, key }) => ['HMAC', apiWords[api], key].filter((part) => part !== '').join(', '),
  problem: (own) => {
    if (isEmpty(own)) return undefined;
    const parsed = recipeOf(own);
    if (!parsed.ok) return parsed.problem;
    if (own.secret === '') return 'The secret is missing.';
    return secretBytes(own.secret, parsed.recipe.secret) === undefined
      ? `The secret is not ${secretWords[parsed.recipe.secret]}, as the recipe wants it.`
      : undefined;
  },
  *flow(request, own, env) {
    const parsed = recipeOf(own);
    if (isEmpty(own) || !parsed.ok) yield* send(request);
    else yield* send(yield* signedByRecipe(request, parsed.recipe, own, env));
  },
  curl: (own) => ({
    words: [],
    notes: isEmpty(own)
      ? []
      : ['curl cannot follow a recipe: the request is signed already, and good as long as the server says.'],
  }),
});
