import type { Case, Step } from '../case.js';
import { join, struct, updateWith, value } from '../raw.js';

const LIMIT = 8192;

/** A document of exactly so many bytes of compact JSON, mostly of this character. */
function documentOf(bytes: number, character: string, key = 'k'): Record<string, string> {
  const left = bytes - Buffer.byteLength(JSON.stringify({ [key]: '' }));
  const size = Buffer.byteLength(character);
  return { [key]: character.repeat(Math.floor(left / size)) + 'a'.repeat(left % size) };
}

const tooLarge = (field: string, bytes: number): NonNullable<Step['error']> => ({
  code: 'INVALID_ARGUMENT',
  reason: 'METADATA_TOO_LARGE',
  metadata: { field, size_bytes: String(bytes), limit_bytes: String(LIMIT) },
  fields: [field],
});

const LIMIT_CASES: readonly Case[] = ['a', '😀'].flatMap((character) => {
  const name = character === 'a' ? 'ascii' : 'emoji';
  const owner = { organizationId: `limit-${name}` };
  const half = LIMIT / 2;
  return [
    {
      title: `${name}: 8192 bytes fit and 8193 do not, by an update and by a replacement`,
      steps: [
        {
          call: 'updateOrganizationMetadata' as const,
          request: {
            ...owner,
            publicMetadata: documentOf(LIMIT, character),
            privateMetadata: documentOf(LIMIT, character),
          },
          answer: {
            metadata: {
              publicMetadata: documentOf(LIMIT, character),
              privateMetadata: documentOf(LIMIT, character),
              publicSizeBytes: LIMIT,
              privateSizeBytes: LIMIT,
            },
          },
        },
        ...(['updateOrganizationMetadata', 'replaceOrganizationMetadata'] as const).flatMap((call) =>
          (['public', 'private'] as const).map((face) => ({
            call,
            request: { ...owner, [`${face}Metadata`]: documentOf(LIMIT + 1, character) },
            error: tooLarge(`${face}_metadata`, LIMIT + 1),
          })),
        ),
      ],
    },
    {
      title: `${name}: two updates that fit alone are refused where they do not fit together`,
      steps: [
        {
          call: 'updateOrganizationMembershipMetadata' as const,
          request: { ...owner, userId: 'u', privateMetadata: documentOf(half, character, 'x') },
        },
        {
          call: 'updateOrganizationMembershipMetadata' as const,
          // One object of two: its braces and a comma count once.
          request: { ...owner, userId: 'u', privateMetadata: documentOf(half + 2, character, 'y') },
          error: tooLarge('private_metadata', LIMIT + 1),
        },
        {
          call: 'updateOrganizationMembershipMetadata' as const,
          request: { ...owner, userId: 'u', privateMetadata: documentOf(half + 1, character, 'y') },
          answer: { metadata: { privateSizeBytes: LIMIT } },
        },
      ],
    },
  ];
});

const invalid = (path: string): NonNullable<Step['error']> => ({
  code: 'INVALID_ARGUMENT',
  reason: 'METADATA_INVALID',
  metadata: { field: 'public_metadata', path },
  fields: ['public_metadata'],
});

const nest = (levels: number, wrap: (inner: Uint8Array) => Uint8Array): Uint8Array =>
  Array.from({ length: levels }).reduce<Uint8Array>((inner) => wrap(inner), value.number(1));
const nestObjects = (levels: number) => struct(['k', nest(levels - 1, (inner) => value.struct(struct(['k', inner])))]);
const nestArrays = (levels: number) => struct(['k', nest(levels - 1, (inner) => value.list(inner))]);

const BAD_DOCUMENTS: readonly (readonly [what: string, document: Uint8Array, path: string])[] = [
  ['NaN', struct(['a', value.struct(struct(['b', value.number(NaN)]))]), 'a.b'],
  ['Infinity', struct(['a', value.list(value.number(1), value.number(Infinity))]), 'a[1]'],
  ['-Infinity', struct(['a', value.number(-Infinity)]), 'a'],
  ['a Value without a kind', struct(['a', value.kindless]), 'a'],
  ['objects 33 deep', nestObjects(33), Array(32).fill('k').join('.')],
  ['arrays 33 deep', nestArrays(33), `k${'[0]'.repeat(31)}`],
  ['a key with NUL', struct(['a\0b', value.number(1)]), 'a\\0b'],
  ['invalid UTF-8 in a value', struct(['a', value.string(Uint8Array.of(0xc3, 0x28))]), 'a'],
  ['the key __proto__', struct(['__proto__', value.struct(struct(['polluted', value.number(1)]))]), '__proto__'],
  [
    'the key __proto__ deep inside',
    struct(['a', value.list(value.struct(struct(['__proto__', value.number(1)])))]),
    'a[0].__proto__',
  ],
  ['one key twice', struct(['a', value.number(1)], ['a', value.number(2)]), 'a'],
];

const BAD_CASES: readonly Case[] = [
  ...BAD_DOCUMENTS.map(([what, document, path], index) => ({
    title: `a document with ${what} is refused, and the error names its path`,
    steps: [
      {
        call: 'updateOrganizationMetadata' as const,
        options: { raw: updateWith(`bad-${index}`, document) },
        error: invalid(path),
      },
      {
        call: 'getOrganizationMetadata' as const,
        request: { organizationId: `bad-${index}` },
        error: { code: 'NOT_FOUND' as const },
      },
    ],
  })),
  {
    title: 'a key that is not UTF-8 is refused',
    steps: [
      {
        call: 'updateOrganizationMetadata',
        options: { raw: updateWith('bad-key', struct([Uint8Array.of(0xff), value.number(1)])) },
        error: { code: 'INVALID_ARGUMENT', reason: 'METADATA_INVALID' },
      },
    ],
  },
  {
    title: 'a document that is given twice is refused, not merged in silence',
    steps: [
      {
        call: 'updateOrganizationMetadata',
        options: {
          raw: join(updateWith('bad-twice', struct(['a', value.number(1)])), updateWith('bad-twice', struct())),
        },
        error: { code: 'INVALID_ARGUMENT', reason: 'ARGUMENT_INVALID' },
      },
    ],
  },
  {
    title: 'the path in an error is cut at 256 bytes, and a long key with …',
    steps: [
      {
        call: 'updateOrganizationMetadata',
        options: { raw: updateWith('bad-path', struct(['é'.repeat(2000), value.kindless])) },
        error: { code: 'INVALID_ARGUMENT', reason: 'METADATA_INVALID', message: /é…: /u },
      },
    ],
  },
];

const HARD_DOCUMENT = {
  '': 'empty',
  'a.b': 1,
  $set: { $inc: 1 },
  $ref: 'x',
  _bsontype: 'ObjectId',
  constructor: { prototype: { x: 1 } },
  toJSON: 'no',
  hasOwnProperty: false,
  '😀': '👩‍👩‍👧‍👦',
  עברית: ['中文', 'हिन्दी', '\u0001\u001f"\\\n'],
  numbers: [0, 1.5, -1e-300, 1e300, Number.MAX_SAFE_INTEGER, 2 ** 60],
  nothing: [null, [], {}, '', false],
};

const GOOD_CASES: readonly Case[] = [
  {
    title: 'hard keys and values come back as they came',
    steps: [
      {
        call: 'replaceOrganizationMetadata',
        request: { organizationId: 'hard', publicMetadata: HARD_DOCUMENT, privateMetadata: HARD_DOCUMENT },
        answer: { metadata: { publicMetadata: HARD_DOCUMENT, privateMetadata: HARD_DOCUMENT } },
      },
      {
        call: 'getOrganizationPublicMetadata',
        as: 'frontend',
        request: { organizationId: 'hard' },
        answer: { metadata: { publicMetadata: HARD_DOCUMENT } },
      },
    ],
  },
  {
    title: 'objects and arrays nested 32 deep are kept, and -0 is 0',
    steps: [nestObjects(32), nestArrays(32), struct(['zero', value.number(-0)])].map((document, index) => ({
      call: 'replaceOrganizationMetadata' as const,
      options: { raw: updateWith(`deep-${index}`, document) },
      ...(index === 2 && { answer: { metadata: { publicMetadata: { zero: 0 } } } }),
    })),
  },
];

/** What a document may hold, and how large it may be. */
export const documentCases: readonly Case[] = [...LIMIT_CASES, ...BAD_CASES, ...GOOD_CASES];
